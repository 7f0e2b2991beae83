"""Reads a paper as a reader does: the text of its pages, what its file says of itself."""

from io import BytesIO
from typing import Any
from unicodedata import normalize

import pikepdf
import pypdfium2


def pages_of(pdf: bytes, password: str | None = None) -> list[str]:
    """Return the text of each page, composed, with single spaces."""
    paper = pypdfium2.PdfDocument(pdf, password=password)
    try:
        return [plain(page.get_textpage().get_text_bounded()) for page in paper]
    finally:
        paper.close()


def text_of(pdf: bytes) -> str:
    return " ".join(pages_of(pdf))


def plain(text: str) -> str:
    return normalize("NFC", " ".join(text.replace("\ufffe", "").split()))


def file_data(pdf: bytes) -> dict[str, Any]:
    with pikepdf.open(BytesIO(pdf)) as paper:
        return {str(key): str(value) for key, value in paper.docinfo.items()}


def used_fonts(pdf: bytes) -> dict[str, bool]:
    """Return the names of the fonts that pages use, and whether they are embedded."""
    found: dict[str, bool] = {}
    with pikepdf.open(BytesIO(pdf)) as paper:
        for page in paper.pages:
            content = b"".join(
                bytes(op.operator) and bytes(str(op.operands[0]), "ascii") + b" "
                for op in pikepdf.parse_content_stream(page)
                if str(op.operator) == "Tf"
            ).decode()
            for name, font in page.Resources.Font.items():
                if f"{name} " in content:
                    embedded = "/FontDescriptor" in font and "/FontFile2" in font.FontDescriptor
                    found[str(font.BaseFont)] = embedded
    return found
