"""The counts of an office, to be sealed and sent; and the counts of many offices, added once.

What travels are the finest cells of each table of a plan, never rounded figures: rounding happens
once, after adding.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.reports.joins import leaves_of
from gbvcase.reports.lattice import atoms
from gbvcase.reports.layout import NotASum
from gbvcase.reports.tables import Counts, Finest, NotThisPlan, Plan, Table, add

KIND = "counts"
MOST = 10_000_000


class StrangeOffice(GbvcaseError):
    """Counts from an office that is not in the directory."""

    sentence = mark("The office {office} is not in the directory. Its counts were not taken.")


class TwoVersions(GbvcaseError):
    """Two packages that claim to be the same edition and differ."""

    sentence = mark(
        "There are two different counts of the office {office} with the same edition number. "
        "Ask the office which one is right."
    )


class NotCounts(GbvcaseError):
    """A document that is not the counts of an office."""

    sentence = mark("This is not a file with the counts of an office.")


@dataclass(frozen=True)
class Package:
    """The counts of one office for a period, in one edition."""

    office: str
    edition: int
    counts: Counts
    ledger: bytes = b""  # what its office has seen of releases, as it was when this was packed


def packed(counts: Counts, office: str, edition: int, ledger: bytes = b"") -> bytes:
    """Write the counts of an office as a document that can be sealed; always the same bytes.

    The copy of the office's ledger that goes with them shows the receiver what it has not seen.
    """
    told = {
        "kind": KIND,
        "office": office,
        "unit": counts.plan.unit.value,
        "plan": counts.plan.digest,
        "period": counts.period,
        "edition": edition,
        "people": dict(counts.people),
        "tables": {
            ",".join(table): {",".join(leaf): n for leaf, n in sorted(numbers.items()) if n}
            for table, numbers in sorted(counts.finest.items())
        },
    }
    if ledger:
        told["ledger"] = json.loads(ledger)
    text = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def unpacked(content: bytes, plan: Plan, period: str) -> Package:
    """Read a document of `packed`; raise NotCounts, NotThisPlan or NotASum for any other."""
    try:
        told = json.loads(content)
        if told["kind"] != KIND:
            raise NotCounts
        here = (plan.digest, period, plan.unit.value)
        if (told["plan"], told["period"], told["unit"]) != here:
            raise NotThisPlan
        finest = _finest(told["tables"], plan, period)
        people = {str(time): _number(number) for time, number in told["people"].items()}
        office, edition = told["office"], _number(told["edition"])
        if not isinstance(office, str) or not office:
            raise NotCounts
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as cause:
        raise NotCounts from cause
    counts = Counts(plan, period, finest, people)
    if not counts.cells:  # raises NotASum where tables disagree
        raise NotASum
    seen = told.get("ledger")
    ledger = json.dumps(seen, sort_keys=True, ensure_ascii=False).encode() if seen else b""
    return Package(office, edition, counts, ledger)


def merged(packages: Iterable[Package], offices: Iterable[str], plan: Plan, period: str) -> Counts:
    """Add the latest edition of each office, each office once, in whatever order they came.

    Raise StrangeOffice for an office that is not known, TwoVersions where one edition has two
    contents, NotThisPlan for counts of another plan or period.
    """
    known = set(offices)
    latest: dict[str, Package] = {}
    for package in packages:
        counts = package.counts
        if package.office not in known:
            raise StrangeOffice(office=package.office[:60])
        if (counts.plan.digest, counts.period) != (plan.digest, period):
            raise NotThisPlan
        other = latest.get(package.office)
        if other is not None and other.edition == package.edition:
            if _same(other, package):
                continue
            raise TwoVersions(office=package.office[:60])
        if other is None or other.edition < package.edition:
            latest[package.office] = package
    nothing: Finest = {table: {} for table in plan.all_tables}
    return add([Counts(plan, period, nothing), *(p.counts for p in latest.values())])


def _same(one: Package, other: Package) -> bool:
    return packed(one.counts, one.office, one.edition) == packed(
        other.counts, other.office, other.edition
    )


def _finest(told: Mapping[str, Any], plan: Plan, period: str) -> Finest:
    """Read the cells; every one must be one of the plan's."""
    finest: dict[Table, dict[tuple[str, ...], int]] = {}
    tables = {",".join(table): table for table in plan.all_tables}
    if set(told) != set(tables):
        raise NotThisPlan
    for name, numbers in told.items():
        table = tables[name]
        known = {(*leaf, atom) for leaf in leaves_of(plan, table) for atom in atoms(period)}
        read = {tuple(text.split(",")): _number(number) for text, number in numbers.items()}
        if not read.keys() <= known:
            raise NotThisPlan
        finest[table] = read
    return finest


def _number(value: Any) -> int:
    """Return a count; ValueError for anything that is none."""
    if type(value) is not int or not 0 <= value <= MOST:
        raise ValueError("not a count")
    return value
