"""What was ever released, as facts: a weighted sum of cells lies between two numbers."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from gbvcase.reports.lattice import overlap, period_of_codes
from gbvcase.reports.protection import (
    FEWEST,
    Figure,
    Published,
    Status,
    everybody,
    shown_cells,
)
from gbvcase.reports.tables import Key, period_of

FIRST = "1"


@dataclass(frozen=True)
class Fact:
    """Something that whoever has seen a release knows for certain."""

    terms: tuple[tuple[Key, int], ...]
    low: int | None
    high: int | None
    status: Status = Status.ROUNDED
    release: str = ""
    edition: str = FIRST

    @classmethod
    def of(
        cls, cell: Key, low: int | None, high: int | None, status: Status = Status.ROUNDED
    ) -> "Fact":
        """Return the fact that one cell lies between two numbers."""
        return cls(((cell, 1),), low, high, status)

    @property
    def cell(self) -> Key | None:
        """Return the cell that the fact bounds by itself; None for a sum or a share."""
        return self.terms[0][0] if len(self.terms) == 1 and self.terms[0][1] == 1 else None

    def holds(self, value: int) -> bool:
        """Tell whether a value of the sum is possible."""
        return not (
            (self.low is not None and value < self.low)
            or (self.high is not None and value > self.high)
        )

    def as_json(self) -> list[object]:
        """Return the fact as plain values, in a fixed order."""
        terms = [[[list(pair) for pair in cell], weight] for cell, weight in self.terms]
        return [terms, self.low, self.high, self.status.value, self.release, self.edition]


@dataclass(frozen=True, eq=False)
class Facts:
    """All facts of an audience; and, unproved, figures from which fitting people can be made."""

    facts: tuple[Fact, ...]
    imagined: Mapping[Key, int] = field(default_factory=dict)

    def __or__(self, other: "Facts") -> "Facts":
        """Return what is known to who has seen both."""
        both = tuple(dict.fromkeys((*self.facts, *other.facts)))
        return Facts(both, {**self.imagined, **other.imagined})

    @cached_property
    def digest(self) -> str:
        """Return what names exactly these facts, in whatever order they came."""
        lines = sorted(json.dumps(fact.as_json()) for fact in self.facts)
        return sha256("\n".join(lines).encode()).hexdigest()

    def about(self, period: str) -> tuple[str, tuple[Fact, ...]]:
        """Return the facts that hang together with a period, and the period that spans them."""
        spans = [self._span(fact) for fact in self.facts]
        kinds = set(spans)
        while True:
            linked = {span for span in kinds if overlap(span, period)}
            wider = period_of_codes((period, *sorted(linked)))
            if wider == period:
                told = zip(self.facts, spans, strict=True)
                return period, tuple(fact for fact, span in told if span in linked)
            period = wider

    @staticmethod
    def _span(fact: Fact) -> str:
        """Return the period that contains all cells of a fact."""
        if len(fact.terms) == 1:
            return period_of(fact.terms[0][0])
        return period_of_codes(period_of(cell) for cell, _ in fact.terms)


def facts_of(published: Published, period: str) -> Facts:
    """Return what the release of one of the periods of a count tells."""
    imagined = {cell: figure.value for cell, figure in published.cells.items()}
    if period in published.few:
        return Facts((Fact.of(everybody(period), 0, FEWEST - 1),), imagined)
    facts = [fact_about(cell, figure) for cell, figure in shown_cells(published, period)]
    facts += [fact_about(cell, figure) for cell, figure in published.headline.items()]
    # who sees a table knows that there are at least ten: with fewer there would be none
    facts.append(Fact.of(everybody(period), FEWEST, None))
    return Facts(tuple(facts), imagined)


def fact_about(cell: Key, figure: Figure) -> Fact:
    """Return what a figure tells; a hidden one only that nobody is fewer than nobody."""
    if figure.status is Status.HIDDEN:  # noughts are hidden too, and marks are all alike
        return Fact.of(cell, 0, None, Status.HIDDEN)
    return Fact.of(cell, figure.low, figure.high, figure.status)


def bounds_of(facts: Iterable[Fact]) -> dict[Key, tuple[int, int | None]]:
    """Return between which numbers each cell lies by the facts about it alone."""
    bounds: dict[Key, tuple[int, int | None]] = {}
    for fact in facts:
        if (cell := fact.cell) is not None:
            low, high = bounds.get(cell, (0, None))
            highs = [h for h in (high, fact.high) if h is not None]
            bounds[cell] = (max(low, fact.low or 0), min(highs) if highs else None)
    return bounds
