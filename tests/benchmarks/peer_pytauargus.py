"""Tau-Argus, as `pytauargus` packs it: its modular suppression and its controlled rounding.

Runs in the environment of the peers: reads people on its input, prints what would be published.
"""

import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from time import perf_counter
from typing import Any
from unittest.mock import patch

from pytauargus import protect
from pytauargus.batch import BatchError
from pytauargus.engine import Engine

SECONDS = 60
Row = dict[str, Any]


def main() -> None:
    """Protect the table in each way and print the answers as the last line."""
    told = json.load(sys.stdin)
    names, people, base = tuple(told["codes"]), told["people"], told["base"]
    with _quiet():
        found = [
            _suppressed(names, people, base),
            _rounded(names, people, base),
        ]
    print(json.dumps(found))


def _suppressed(names: tuple[str, ...], people: list[list[str]], base: int) -> Row:
    start = perf_counter()
    rows = _protected(names, people, f"MOD(1,{SECONDS},1,1,1)", f"FREQ({base},20)")
    cells = [
        [*_codes(row, names), None if row["status"] in ("U", "M") else round(row["one"])]
        for row in rows
    ]
    return _answer("suppression, modular", start, 0, cells)


def _rounded(names: tuple[str, ...], people: list[list[str]], base: int) -> Row:
    """Round the table by its rules; where they refuse the base, without its least base.

    No cell is marked as unsafe: with marks it finds no rounding and gives a table of noughts.
    """
    how, note = f"RND(1,{base},0,{SECONDS},0,0)", ""
    start = perf_counter()
    try:
        rows = _protected(names, people, how, "")
    except BatchError as refused:
        note = f"as it is: {refused}. Measured with that rule taken away."
        start = perf_counter()
        with patch.object(Engine, "_min_round_base", lambda *_: 0):
            rows = _protected(names, people, how, "")
    cells = [[*_codes(row, names), round(row["one"])] for row in rows]
    return _answer("controlled rounding", start, base, cells, note)


def _protected(
    names: tuple[str, ...], people: list[list[str]], how: str, rule: str
) -> list[dict[str, Any]]:
    columns: dict[str, list[Any]] = {
        name: [one[place] for one in people] for place, name in enumerate(names)
    }
    columns["one"] = [1.0] * len(people)
    with tempfile.TemporaryDirectory() as folder:
        done = protect(
            columns, [list(names)], response="one", safety_rules=rule, suppress=how, workdir=folder
        )
        return list(done.tables[0].rows)


def _codes(row: Row, names: tuple[str, ...]) -> tuple[str, ...]:
    found = (row[name].strip() for name in names)
    return tuple("" if code == "Total" else code for code in found)


def _answer(method: str, start: float, base: int, cells: list[Any], note: str = "") -> Row:
    return {
        "tool": f"pytauargus {version('pytauargus')}",
        "method": method,
        "seconds": perf_counter() - start,
        "base": base,
        "note": note,
        "cells": cells,
    }


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep what the engine itself writes out of our answer."""
    sys.stdout.flush()
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)


if __name__ == "__main__":
    main()
