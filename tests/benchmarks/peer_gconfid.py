"""G-Confid of Statistics Canada: its optimised rounding and its suppression, of one table.

Runs in the environment of the peers: reads people on its input, prints what would be published.
"""

import contextlib
import io
import json
import sys
from collections import Counter
from collections.abc import Callable
from importlib.metadata import version
from itertools import product
from time import perf_counter
from typing import Any

import pandas as pd

Cell = tuple[str, ...]


def main() -> None:
    """Protect the table in both ways and print the answers as the last line."""
    told = json.load(sys.stdin)
    base, codes = told["base"], [("", *some) for some in told["codes"].values()]
    seen = Counter(
        cell for one in told["people"] for cell in product(*((("", code)) for code in one))
    )
    cells = list(product(*codes))
    totals = [float(seen[cell]) for cell in cells]
    number = {cell: position for position, cell in enumerate(cells, 1)}
    terms = list(_sums(codes, cells, number))
    sums = pd.DataFrame(terms, columns=["ConstraintId", "CellId", "Coefficient"])
    table = pd.DataFrame({"CellId": range(1, len(cells) + 1), "Total": totals})
    found = [
        _answer(cells, "optimised rounding", base, lambda: _rounded(table, sums, base)),
        _answer(cells, "suppression", 0, lambda: _suppressed(table, sums, base)),
    ]
    print(json.dumps(found))


def _sums(
    codes: list[tuple[str, ...]], cells: list[Cell], number: dict[Cell, int]
) -> list[tuple[int, int, float]]:
    found, row = [], 0
    for cell in cells:
        for place, code in enumerate(cell):
            if not code:
                row += 1
                found.append((row, number[cell], -1.0))
                for part in codes[place][1:]:
                    inside = (*cell[:place], part, *cell[place + 1 :])
                    found.append((row, number[inside], 1.0))
    return found


def _answer(
    cells: list[Cell], method: str, base: int, work: Callable[[], list[int | None]]
) -> dict[str, Any]:
    quiet = io.StringIO()
    start = perf_counter()
    with contextlib.redirect_stdout(quiet):
        values = work()
    return {
        "tool": f"gconfid {version('gconfid')}",
        "method": method,
        "seconds": perf_counter() - start,
        "base": base,
        "note": "",
        "cells": [[*cell, value] for cell, value in zip(cells, values, strict=True)],
    }


def _rounded(table: pd.DataFrame, sums: pd.DataFrame, base: int) -> list[int | None]:
    from gconfid.opt_rounding.opt_rounding import OptRounding

    floors = table["Total"] // base * base
    near = table.assign(Weight=1.0, CellLB=floors, CellUB=-(-table["Total"] // base) * base)
    ties = pd.DataFrame({"ConstraintId": range(1, int(sums["ConstraintId"].max()) + 1)})
    ties = ties.assign(ConstraintLB=0.0, ConstraintUB=0.0)
    done = OptRounding(incell=near, additive_con=sums, additive_bound=ties, base=base)
    return [round(value) for value in _frame(done.outround)["RoundedTotal"]]


def _suppressed(table: pd.DataFrame, sums: pd.DataFrame, base: int) -> list[int | None]:
    from gconfid.suppression.suppression import Suppression

    small = (table["Total"] > 0) & (table["Total"] < base)
    marked = table.assign(
        TotalNoise=table["Total"].clip(lower=0.001),
        Sensitivity=(base - table["Total"]).where(small, -1.0),
        Status=small.map({True: "S", False: "V"}).mask(table["Total"] == 0, "P"),
        Type="C",
    )
    done = _frame(Suppression(incell=marked, inconstraint=sums).outsuppress)
    hidden = set(done.loc[done["OutStatus"] == "X", "CellId"])
    return [
        None if cell in hidden else round(total)
        for cell, total in zip(table["CellId"], table["Total"], strict=True)
    ]


def _frame(found: Any) -> pd.DataFrame:
    return found if isinstance(found, pd.DataFrame) else found.to_pandas()


if __name__ == "__main__":
    main()
