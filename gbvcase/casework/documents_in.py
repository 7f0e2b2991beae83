"""JSON documents handed to us: one case, a list of cases, or a case a line; read strictly."""

import json
from collections.abc import Iterator
from typing import Any, TextIO

from gbvcase.domain.errors import Refused
from gbvcase.domain.marking import mark

LARGEST = 256 * 1024 * 1024  # characters of one file

NOT_JSON = mark("This is not JSON: line {line}, column {column}.")
TOO_LARGE = mark("This file is too large to be read.")
TOO_DEEP = mark("This is nested too deeply to be a case.")
TWICE = mark("The key “{key}” stands here twice.")
NOT_A_NUMBER = mark("A number here is not a number.")
NOTHING = mark("There is no case in this file.")
NOT_TEXT = mark("This file is not UTF-8 text.")


def read_document(name: str, file: TextIO) -> Any:
    """Read one JSON document; raise Refused with the place and the reason if it is none."""
    return _parsed(_text_of(name, file), name)


def read_cases(name: str, file: TextIO) -> Iterator[tuple[str, Any]]:
    """Yield (where, document) for each case of a file: one, a JSON list, or JSON Lines.

    Raises Refused, naming the line or the number in the list, for what is not JSON.
    """
    text = _text_of(name, file)
    if not text.strip():
        raise Refused(NOTHING, where=name)
    if _is_one_document(text):
        document = _parsed(text, name)
        if not isinstance(document, list):
            yield name, document
            return
        if not document:
            raise Refused(NOTHING, where=name)
        for position, one in enumerate(document):
            yield f"{name}[{position}]", one
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            where = f"{name}:{number}"
            yield where, _parsed(line, where)


def _text_of(name: str, file: TextIO) -> str:
    try:
        text = file.read(LARGEST + 1)
    except UnicodeDecodeError:
        raise Refused(NOT_TEXT, where=name) from None
    if len(text) > LARGEST:
        raise Refused(TOO_LARGE, where=name)
    return text


def _is_one_document(text: str) -> bool:
    """Tell a JSON document from JSON Lines: there, the first line is a document by itself."""
    first, _, rest = text.strip().partition("\n")
    if not rest.strip() or not first.strip().startswith("{"):
        return True
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return True
    return False


def _parsed(text: str, where: str) -> Any:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            if key in found:
                raise Refused(TWICE, where=where, key=key[:80])
            found[key] = value
        return found

    def no_constant(text: str) -> Any:
        raise Refused(NOT_A_NUMBER, where=where)

    try:
        return json.loads(text, object_pairs_hook=once, parse_constant=no_constant)
    except json.JSONDecodeError as error:
        raise Refused(NOT_JSON, where=where, line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise Refused(TOO_DEEP, where=where) from None
    except ValueError:  # a number of more digits than Python reads
        raise Refused(NOT_A_NUMBER, where=where) from None
