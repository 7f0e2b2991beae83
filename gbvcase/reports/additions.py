"""The shortest proof of a refusal, laid out as a clerk would add it up on paper."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from gbvcase.domain.marking import Say, mark
from gbvcase.domain.text import written_number
from gbvcase.reports.explain import Refusal, explained, said
from gbvcase.reports.facts import Fact
from gbvcase.reports.indicators import ReportPlan
from gbvcase.reports.proofs import Bound
from gbvcase.reports.tables import Key

LEAST_LINES = 2  # a single figure needs no addition


@dataclass(frozen=True)
class Addition:
    """Figures under each other, each with its sign, and what they come to."""

    lines: tuple[tuple[str, str, str], ...]  # sign, what it counts, figure
    result: tuple[str, str]  # in words, and the figure


def known(refusal: Refusal, say: Say) -> str:
    """Return in a sentence what could be worked out, without the proof."""
    return explained(replace(refusal.disclosures[0], proofs=()), refusal.plan, say)


def additions(refusal: Refusal, say: Say) -> tuple[Addition, ...]:
    """Return the proof as additions: one if both ends are proved by the same figures."""
    found: dict[tuple[tuple[str, str, str], ...], list[tuple[bool, int]]] = {}
    for bound in refusal.disclosures[0].proofs:
        if len(bound.facts) >= LEAST_LINES:
            number = ceil(bound.value) if bound.at_least else floor(bound.value)
            lines = tuple(_lines(bound, refusal.plan, say))
            found.setdefault(lines, []).append((bound.at_least, number))
    return tuple(Addition(lines, _result(ends, say)) for lines, ends in found.items())


def _lines(bound: Bound, plan: ReportPlan, say: Say) -> Iterable[tuple[str, str, str]]:
    cells = [cell for _, fact in bound.facts for cell, _ in fact.terms]
    shared = set(cells[0]).intersection(*cells)
    for multiplier, fact in sorted(bound.facts, key=lambda pair: pair[0] < 0):
        end = fact.low if (multiplier > 0) == bound.at_least else fact.high
        words = " + ".join(_words(cell, fact, shared, plan, say) for cell, _ in fact.terms)
        times = "" if abs(multiplier) == 1 else f"{_written(abs(multiplier))} x "
        yield ("-" if multiplier < 0 else "+", words, f"{times}{written_number(end or 0, say)}")


def _words(cell: Key, fact: Fact, shared: set[tuple[str, str]], plan: ReportPlan, say: Say) -> str:
    """Name a cell by what tells it apart from the others; the sentence above names the rest."""
    del fact
    apart = tuple(pair for pair in cell if pair not in shared)
    text = said(apart, plan, say).strip(", ")
    return text or say(mark("all together"))


def _result(ends: list[tuple[bool, int]], say: Say) -> tuple[str, str]:
    numbers = {number for _, number in ends}
    if len(ends) > 1 and len(numbers) == 1:
        return say(mark("leaves exactly")), written_number(numbers.pop(), say)
    at_least, number = ends[0]
    words = mark("leaves at least") if at_least else mark("leaves at most")
    return say(words), written_number(number, say)


def _written(multiplier: Fraction) -> str:
    return str(multiplier)
