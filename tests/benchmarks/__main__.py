"""Runs every benchmark of this folder and prints one table: each measure beside its bound.

    python -m tests.benchmarks [--sizes 1000,20000] [--only vault] [--out build/bench.md]

A module here has `rows(sizes)`, which yields rows of `measure.py`.
"""

import argparse
import importlib
import os
import platform
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.benchmarks.measure import HEAD, Row

HERE = Path(__file__).parent


def main() -> int:
    """Measure, print, keep; return 1 if something is over what is allowed."""
    parser = argparse.ArgumentParser(prog="poe bench", description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", default="1000,20000,100000", help="numbers of cases")
    parser.add_argument("--only", default="", help="run the modules whose name holds this")
    parser.add_argument("--out", type=Path, default=Path("build/bench.md"))
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sizes = tuple(int(size) for size in options.sizes.split(","))
    measured = []
    for row in _measured(options.only, sizes):
        measured.append(row)
        print(_line(row.cells), flush=True)
    over = [row for row in measured if row.is_over]
    table = "\n".join([machine(), "", *_table(measured), ""])
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(table, encoding="utf-8")
    print(f"{len(measured)} measures, {len(over)} over what is allowed: {options.out}")
    return 1 if over else 0


def machine() -> str:
    """Return in a line where these numbers were measured."""
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), {_memory()} GB, {_system()}, "
        f"Python {platform.python_version()}"
    )


def _memory() -> int:
    pages = Path("/proc/meminfo")
    if not pages.exists():
        return 0
    return round(int(pages.read_text(encoding="ascii").split()[1]) / 2**20)


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.system()


def _measured(only: str, sizes: tuple[int, ...]) -> Iterator[Row]:
    for path in sorted(HERE.glob("*_rows.py")):
        if only in path.stem:
            yield from importlib.import_module(f"tests.benchmarks.{path.stem}").rows(sizes)


def _table(rows: Iterable[Row]) -> list[str]:
    marks = "| --- | --- | ---: | ---: | --- | ---: | ---: |"
    return [_line(HEAD), marks, *(_line(row.cells) for row in rows)]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
