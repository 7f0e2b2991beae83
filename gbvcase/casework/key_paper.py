"""The sheet of keys as a paper: it holds nothing of anybody."""

from collections.abc import Sequence
from datetime import date

from gbvcase.domain.marking import Say


def keys_paper(rows: Sequence[tuple[str, str, str]], day: date, say: Say) -> bytes:
    """Return the sheet as a PDF; `rows` are keys, what they do and where, all said already."""
    from gbvcase.documents.key_sheet import key_sheet

    return key_sheet(rows, day, say)
