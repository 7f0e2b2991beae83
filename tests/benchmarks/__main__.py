"""Runs every benchmark of this folder and prints one table: each measure as a ratio to its bound.

    python -m tests.benchmarks [--sizes 1000,20000] [--only vault] [--out build/benchmarks.md]

A module here has `rows(sizes)`, which yields rows of (job, bound, ratio, at most, measured).
"""

import argparse
import importlib
import os
import platform
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
HEAD = ("job", "bound", "ratio", "at most", "measured")
Row = tuple[str, str, float, float, str]


def main() -> int:
    """Measure, print, keep; return 1 if a ratio is over what is allowed."""
    parser = argparse.ArgumentParser(prog="poe bench", description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", default="1000,20000,100000", help="numbers of cases")
    parser.add_argument("--only", default="", help="run the modules whose name holds this")
    parser.add_argument("--out", type=Path, default=Path("build/benchmarks.md"))
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sizes = tuple(int(size) for size in options.sizes.split(","))
    measured = []
    for row in _measured(options.only, sizes):
        measured.append(row)
        print(_line(row), flush=True)
    over = [row for row in measured if row[2] > row[3]]
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text("\n".join([machine(), "", *_table(measured), ""]), encoding="utf-8")
    print(f"{len(measured)} measures, {len(over)} over what is allowed: {options.out}")
    return 1 if over else 0


def machine() -> str:
    """Return in a line where these numbers were measured."""
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), {platform.system()}, "
        f"Python {platform.python_version()}"
    )


def _measured(only: str, sizes: tuple[int, ...]) -> Iterator[Row]:
    for path in sorted(HERE.glob("*_rows.py")):
        if only in path.stem:
            yield from importlib.import_module(f"tests.benchmarks.{path.stem}").rows(sizes)


def _table(rows: Iterable[Row]) -> list[str]:
    return [f"| {' | '.join(HEAD)} |", "| --- | --- | ---: | ---: | --- |", *map(_line, rows)]


def _line(row: Row) -> str:
    job, bound, ratio, most, told = row
    mark = "" if ratio <= most else " (over)"
    return f"| {job} | {bound} | {ratio:.2f}{mark} | {most:g} | {told} |"


if __name__ == "__main__":
    sys.exit(main())
