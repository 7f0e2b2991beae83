"""Our rounding beside the tools of statistical offices, on the same made-up province.

    python -m tests.benchmarks.peers [--out build/peers.md] [--people 3000]

One table is protected by each: communes x kinds of violence x years, with all totals. Then the
attacker of `reports/audit.py` is given what each of them would publish. The peers live in an
environment of their own, made from `packaging/lock-peers.txt`: the program never needs them.
"""

import argparse
import json
import subprocess
import sys
import venv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from gbvcase.reports.audit import attack
from gbvcase.reports.facts import Fact, Facts, facts_of
from gbvcase.reports.proofs import Danger, Disclosed, NotDecided, check
from gbvcase.reports.protection import Status, round_together
from gbvcase.reports.tables import Counts, Key, Plan, key, of_kinds
from tests.benchmarks.__main__ import machine
from tests.benchmarks.measure import said
from tests.reports.made_up import TYPES, answers, communes, flat, seeded, small_plan

HERE = Path(__file__).resolve().parent
HOUSE = HERE.parent.parent
PERIOD = "2025-Q1"  # one period: the years are a characteristic here, as the peers know no others
YEARS = tuple(str(year) for year in range(2021, 2026))
NAMES = ("commune", "kind", "year_of")
BASE = 5
HEAD = (
    *("tool", "method", "time", "cells shown", "mean error", "largest", "rows that do not add up"),
    *("proved exactly", "proved 1 to 4", "proved of a whole group", "narrowed", "not decided"),
)


@dataclass(frozen=True)
class Answer:
    """What a tool would publish: a number for each cell, or nothing where it hides one."""

    tool: str
    method: str
    seconds: float
    cells: Mapping[Key, int | None]
    base: int = 0  # of a rounding: each figure is less than this away
    note: str = ""


def main() -> None:
    """Protect, attack, print and keep one table."""
    parser = argparse.ArgumentParser(prog="poe bench-peers")
    parser.add_argument("--people", type=int, default=3_000)
    parser.add_argument("--out", type=Path, default=Path("build/peers.md"))
    options = parser.parse_args()
    counts, people = province(options.people)
    small = sum(0 < number < BASE for number in counts.cells.values())
    told = [
        machine(),
        "",
        f"{options.people:,} survivors in {len(communes())} communes over {len(YEARS)} years, of "
        f"whom {len(people):,} may be counted; {len(counts.cells):,} cells, {small:,} of them "
        f"between 1 and {BASE - 1}.",
        "",
        _line(HEAD),
        _line(["---"] * len(HEAD)),
    ]
    print("\n".join(told), flush=True)
    notes = []
    for answer in protected(counts, people):
        told.append(_line(judged(counts, answer)))
        print(told[-1], flush=True)
        if answer.note:
            notes.append(f"- {answer.tool}, {answer.method}: {answer.note}")
    told += ["", *notes, ""]
    print("\n".join(notes))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text("\n".join(told), encoding="utf-8")


def province(number: int) -> tuple[Counts, list[list[str]]]:
    """Return the counts of a made-up province, and its people as the peers are given them."""
    made = answers(number, seeded(1), (int(year) for year in YEARS))
    people = [
        [f"c{a['commune']}", str(a["gbv_type"]), str(a["quarter"])[:4]]
        for a in made
        if "excluded" not in a
    ]
    kinds = Counter((*one, PERIOD) for one in people)
    return of_kinds(plan(), kinds, {}, PERIOD), people


def codes() -> dict[str, tuple[str, ...]]:
    """Return the codes of each characteristic."""
    places = tuple(f"c{commune}" for commune in communes())
    return dict(zip(NAMES, (places, TYPES, YEARS), strict=True))


def plan() -> Plan:
    """Return the plan of the one table; what kind of violence it was is the sensitive answer."""
    dimensions = (flat(name, *some, sensitive=name == "kind") for name, some in codes().items())
    return small_plan(NAMES, dimensions=tuple(dimensions))


# --- protecting -------------------------------------------------------------------------------


def protected(counts: Counts, people: list[list[str]]) -> Iterator[Answer]:
    """Yield what we would publish, then what each peer would."""
    start = perf_counter()
    published = round_together(counts, {}, seeded(1))
    seconds = perf_counter() - start
    figures = {cell: figure.value for cell, figure in published.cells.items()}
    yield Answer("gbvcase", "controlled rounding", seconds, figures, BASE)
    python = environment()
    told = json.dumps({"codes": codes(), "people": people, "base": BASE})
    for name in ("gconfid", "pytauargus"):
        with TemporaryDirectory() as folder:  # some of them write down what they do where they are
            done = subprocess.run(
                [python, "-W", "ignore", HERE / f"peer_{name}.py"],
                input=told,
                capture_output=True,
                text=True,
                check=False,
                cwd=folder,
            )
        if done.returncode:
            raise SystemExit(f"{name} failed:\n{done.stderr[-2000:]}")
        for answer in json.loads(done.stdout.splitlines()[-1]):
            yield _read(answer, counts)


def _read(answer: Mapping[str, Any], counts: Counts) -> Answer:
    """Read what a peer printed; a place without anybody has no line in its table."""
    found = {
        key([*zip(NAMES, some, strict=True), ("period", PERIOD)]): value
        for *some, value in answer["cells"]
    }
    head = (answer["tool"], answer["method"], answer["seconds"])
    cells = dict.fromkeys(counts.cells, 0) | found
    return Answer(*head, cells, answer["base"], answer["note"])


def environment() -> Path:
    """Return the Python in which the peers are installed; make it once."""
    folder, lock = HOUSE / "build/peers", HOUSE / "packaging/lock-peers.txt"
    python, stamp = folder / "bin/python", folder / "installed"
    if not stamp.exists() or stamp.read_bytes() != lock.read_bytes():
        print("installing the peers into build/peers...", file=sys.stderr)
        venv.create(folder, with_pip=True, clear=True)
        pip = [python, "-m", "pip", "install", "--quiet", "--require-hashes", "--no-deps"]
        subprocess.run([*pip, "-r", lock], check=True)
        stamp.write_bytes(lock.read_bytes())
    return python


# --- judging ----------------------------------------------------------------------------------


def judged(counts: Counts, answer: Answer) -> list[str]:
    """Return the line of one tool: how much it shows, how far off, and what can be proved."""
    shown = {cell: value for cell, value in answer.cells.items() if value is not None}
    errors = [abs(value - counts.cells[cell]) for cell, value in shown.items()]
    broken = sum(
        whole in shown
        and all(part in shown for part in some)
        and shown[whole] != sum(shown[part] for part in some)
        for whole, some in counts.sums
    )
    facts = facts_from(counts, answer)
    verdict = attack(counts, facts)
    with suppress(Disclosed, NotDecided):
        check(verdict, facts)  # raises WrongProof if one of them is none
    found = Counter(disclosure.danger for disclosure in verdict.disclosures)
    dangers = (Danger.EXACT, Danger.SMALL, Danger.GROUP, Danger.NARROW)
    return [
        answer.tool,
        answer.method,
        said(answer.seconds),
        f"{len(shown) / len(counts.cells):.1%}",
        f"{sum(errors) / len(errors):.2f}",
        str(max(errors)),
        f"{broken:,} of {len(counts.sums):,}",
        *(f"{found[danger]:,}" for danger in dangers),
        f"{len(verdict.undecided):,}",
    ]


def facts_from(counts: Counts, answer: Answer) -> Facts:
    """Return what whoever sees a published table knows, its rule included."""
    if answer.tool == "gbvcase":  # as our own ledger would say it
        published = round_together(counts, {}, seeded(1))
        assert {c: f.value for c, f in published.cells.items()} == answer.cells
        return facts_of(published, PERIOD)
    hidden = [counts.cells[cell] for cell, value in answer.cells.items() if value is None]
    least = min(hidden, default=0) and 1  # where noughts are never hidden, everybody sees it
    facts = (_fact(cell, value, answer.base, least) for cell, value in answer.cells.items())
    if not answer.base:
        return Facts(tuple(facts))
    imagined = {cell: value for cell, value in answer.cells.items() if value is not None}
    return Facts(tuple(facts), imagined if _adds_up(counts, imagined) else {})


def _fact(cell: Key, value: int | None, base: int, least: int) -> Fact:
    """Say what one figure tells, by the rule of the tool."""
    if value is None:
        return Fact.of(cell, least, None, Status.HIDDEN)
    if not base:
        return Fact.of(cell, value, value, Status.EXACT)
    return Fact.of(cell, max(0, value - base + 1), value + base - 1)


def _adds_up(counts: Counts, cells: Mapping[Key, int]) -> bool:
    return all(cells[whole] == sum(cells[part] for part in some) for whole, some in counts.sums)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
