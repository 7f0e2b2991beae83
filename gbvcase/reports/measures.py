"""How an indicator is counted for the office's own screen: by the rules that stand beside it.

The rules are data (`resources/programmes/indicators.toml`); here is what they mean. Nothing of this
leaves the office: what does is in the plans.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import Any

from gbvcase.domain.marking import Say, mark
from gbvcase.domain.text import written_number
from gbvcase.reports.population import EXCLUDED
from gbvcase.reports.tables import Answer, Dimension

DAY, WITHIN, LASTING = "day", "within", "lasting"
LOADS = ((9, "< 10"), (19, "10-19"), (29, "20-29"))
MOST = "30+"

Where = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Source:
    """Which things are counted, and how they belong to a period."""

    unit: str
    basis: str = DAY


@dataclass(frozen=True)
class PartRule:
    """One numerator of an indicator: which things, of which."""

    titles: Mapping[str, str]
    where: Where
    among: Where
    source: Source


@dataclass(frozen=True)
class Rule:
    """How an indicator is counted."""

    source: Source
    how: str
    among: Where
    listed: Where
    parts: tuple[PartRule, ...]
    by: tuple[str, ...]
    of_all: bool  # whether the breakdown is of all, or of the first part
    of: str = ""  # the answer whose middle value is asked for
    left_out: str = ""  # the reason for leaving out that is counted

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Return all that must be asked for, the denominator first."""
        return tuple(dict.fromkeys((self.source, *(part.source for part in self.parts))))


@dataclass(frozen=True)
class Line:
    """One figure of an indicator; `whole` is what it is a part of, if it is."""

    titles: Mapping[str, str]
    unit: str
    number: float | None
    whole: int | None = None

    @property
    def share(self) -> float | None:
        """Return the percentage; None of nothing: it is never nought then."""
        if self.whole is None or self.number is None or not self.whole:
            return None
        return 100 * self.number / self.whole

    def said(self, say: Say) -> str:
        """Return the title in the language of a screen."""
        return self.titles.get(say.language, "")

    def written(self, say: Say) -> str:
        """Return the figure with its counts and one decimal, as only the office sees it."""
        if self.number is None:
            return "-"
        number = written_number(round(self.number, 1), say)
        if self.whole is None:
            return number
        share = "-" if self.share is None else f"{written_number(round(self.share, 1), say)} %"
        return say(mark("{number} of {whole} ({share})")).format(
            number=number, whole=written_number(self.whole, say), share=share
        )


@dataclass(frozen=True)
class Block:
    """An indicator broken down by one characteristic, every code with its number."""

    titles: Mapping[str, str]
    lines: tuple[Line, ...]

    def said(self, say: Say) -> str:
        """Return the name of the characteristic in the language of a screen."""
        return self.titles[say.language]


@dataclass(frozen=True)
class Measured:
    """What was counted for an indicator; `listed` are those that cannot be judged."""

    lines: tuple[Line, ...]
    blocks: tuple[Block, ...] = ()
    listed: int = 0


def rule_of(told: Mapping[str, Any]) -> Rule | None:
    """Read how an indicator is counted; None if nobody has said yet."""
    if not RULE_WORDS & told.keys():
        return None
    source = Source(told.get("counts", told["unit"]), told.get("basis", DAY))
    among = told.get("among", {})
    return Rule(
        source=source,
        how=told.get("how", "share"),
        among=among,
        listed=told.get("listed", {}),
        parts=tuple(
            PartRule(
                {"en": part["en"], "vi": part["vi"]},
                part.get("where", {}),
                part.get("among", among),
                _source(part, source),
            )
            for part in told.get("part", ())
        ),
        by=tuple(told.get("by_all", told.get("by", ()))),
        of_all="by_all" in told or "part" not in told,
        of=told.get("of", ""),
        left_out=told.get("left_out", ""),
    )


RULE_WORDS = frozenset({"counts", "how", "among", "part", "by", "by_all", "basis"})


def _source(part: Mapping[str, Any], source: Source) -> Source:
    basis = source.basis if "counts" not in part else DAY
    return Source(part.get("counts", source.unit), part.get("basis", basis))


def fits(answer: Answer, where: Where) -> bool:
    """Tell whether an answer is one of those that are asked for; a code with ! is a "not"."""
    for name, codes in where.items():
        said = answer.get(name, "")
        found = (said,) if isinstance(said, str) else said
        refused = [code.removeprefix("!") for code in codes if code.startswith("!")]
        wanted = [code for code in codes if not code.startswith("!")]
        if refused and (not any(found) or any(code in refused for code in found)):
            return False
        if wanted and not any(code in wanted for code in found):
            return False
    return True


Answers = Mapping[Source, Sequence[Answer]]


def measured(rule: Rule, answers: Answers, known: Mapping[str, Dimension]) -> Measured:
    """Count an indicator; those left out of the base population are in none of its figures."""
    base = {source: _counted(answers[source]) for source in rule.sources}
    lines = _HOW[rule.how](rule, base, answers)
    things = base[rule.source]
    listed = sum(fits(one, rule.listed) for one in things) if rule.listed else 0
    about = [one for one in things if fits(one, rule.among)]
    if not rule.of_all:
        first = rule.parts[0]
        about = [one for one in base[first.source] if _in_part(one, first)]
    blocks = tuple(_block(known[name], about, rule.source.unit) for name in _named(rule.by, known))
    return Measured(tuple(lines), blocks, listed)


def _counted(answers: Iterable[Answer]) -> list[Answer]:
    return [answer for answer in answers if not answer.get(EXCLUDED)]


def _in_part(one: Answer, part: PartRule) -> bool:
    return fits(one, part.among) and fits(one, part.where)


Base = Mapping[Source, Sequence[Answer]]


def _shares(rule: Rule, base: Base, _: Answers) -> list[Line]:
    """Count each part of those it is a part of; without parts, all of them."""
    if not rule.parts:
        return _counts(rule, base, _)
    lines = []
    for part in rule.parts:
        some = [one for one in base[part.source] if fits(one, part.among)]
        number = sum(fits(one, part.where) for one in some)
        lines.append(Line(part.titles, part.source.unit, number, len(some)))
    return lines


def _counts(rule: Rule, base: Base, _: Answers) -> list[Line]:
    """Count each part by itself; without parts, all of them."""
    if not rule.parts:
        number = sum(fits(one, rule.among) for one in base[rule.source])
        return [Line({}, rule.source.unit, number)]
    return [
        Line(
            part.titles,
            part.source.unit,
            sum(_in_part(one, part) for one in base[part.source]),
        )
        for part in rule.parts
    ]


def _means(rule: Rule, base: Base, _: Answers) -> list[Line]:
    """Count how many there are for each thing, on average; of nothing there is none."""
    whole = len(base[rule.source])
    return [
        Line(
            part.titles,
            rule.source.unit,
            sum(_in_part(one, part) for one in base[part.source]) / whole if whole else None,
        )
        for part in rule.parts
    ]


def _median(rule: Rule, base: Base, _: Answers) -> list[Line]:
    """Return the middle of the numbers that were said; what has none is listed, and never 0."""
    said = [int(text) for one in base[rule.source] if (text := str(one.get(rule.of, "")))]
    return [Line({}, "days", median(said) if said else None)]


def _loads(rule: Rule, base: Base, answers: Answers) -> list[Line]:
    """Count workers by how many things they have; what nobody counts is work all the same."""
    loads = Counter(
        str(one["worker"])
        for one in answers[rule.source]
        if "worker" in one and fits(one, rule.among) and one.get(EXCLUDED) not in ("void", "merged")
    )
    bands = Counter(next((b for most, b in LOADS if n <= most), MOST) for n in loads.values())
    names = (*(band for _, band in LOADS), MOST)
    return [
        Line({"en": name, "vi": name}, "workers", bands[name], sum(bands.values()))
        for name in names
    ]


def _left_out(rule: Rule, _: Base, answers: Answers) -> list[Line]:
    """Count what is left out of the base population for one reason."""
    number = sum(one.get(EXCLUDED) == rule.left_out for one in answers[rule.source])
    return [Line({}, rule.source.unit, number)]


_HOW: Mapping[str, Callable[[Rule, Base, Answers], list[Line]]] = {
    "share": _shares,
    "count": _counts,
    "mean": _means,
    "median": _median,
    "load": _loads,
    "left_out": _left_out,
}


def _named(patterns: Iterable[str], known: Mapping[str, Dimension]) -> Iterable[str]:
    for pattern in patterns:
        stem = pattern.removesuffix("*")
        yield from (n for n in known if n == pattern or (stem != pattern and n.startswith(stem)))


def _block(dimension: Dimension, answers: Iterable[Answer], unit: str) -> Block:
    """Count answers by the codes of a characteristic, those of a longer list by yes alone."""
    numbers = Counter(code for one in answers for code in dimension.above[dimension.read(one)])
    codes = ("yes",) if dimension.asks else dimension.codes[1:]
    return Block(
        dimension.titles,
        tuple(
            Line(
                {language: dimension.said(code, language) for language in ("en", "vi")},
                unit,
                numbers[code],
                numbers[""],
            )
            for code in codes
        ),
    )
