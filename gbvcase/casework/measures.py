"""Every indicator of the dictionary, counted exactly for the office's own screen and nothing else.

There is no function in this module that writes, prints or hands out what it counts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from gbvcase.casework.desk import Desk, Progress, unheard
from gbvcase.domain.codes import ProviderStatus, ProviderType
from gbvcase.domain.fields import given
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.period import Calendar
from gbvcase.domain.provider import ServiceProvider
from gbvcase.reports.indicators import characteristics
from gbvcase.reports.measures import Line, Measured, Rule, Source, measured
from gbvcase.reports.shown import UNITS
from gbvcase.reports.tables import Answer
from gbvcase.reports.wanted import Indicator, Standing, indicators
from gbvcase.vault.answers import Asked, Basis, answers_asked, not_within
from gbvcase.vault.projecting import bring_answers_up_to_date
from gbvcase.vault.providers import all_providers

__all__ = ["Line", "Measured"]  # what a screen shows

UNITS_SAID = {
    **{unit.value: text for unit, text in UNITS.items()},
    "reopenings": mark("times"),
    "received": mark("times"),
    "tasks": mark("tasks"),
    "workers": mark("workers"),
    "providers": mark("providers"),
    "days": mark("days"),
}


def unit_said(line: Line, say: Say) -> str:
    """Return what a figure counts, in a word."""
    return say(UNITS_SAID[line.unit])


_BASIS = {"day": Basis.DAY, "within": Basis.WITHIN, "lasting": Basis.LASTING}

SHELTERS = frozenset(
    ProviderType.of(code) for code in ("peace_house", "sunshine_house", "safe_house", "shelter")
)
TRUSTED = frozenset({ProviderType.of("trusted_address")})


@dataclass(frozen=True)
class OfficeMeasure:
    """An indicator with its figures; none of them where it waits for its records."""

    indicator: Indicator
    standing: Standing
    found: Measured | None


@dataclass(frozen=True)
class NetworkRow:
    """A line of the table of the network: how many are at work, and what has changed."""

    title: str
    active: int
    added: int
    ended: int

    def as_json(self, say: Say) -> dict[str, Any]:
        """Return it for a program."""
        return {
            "title": say(self.title),
            "active": self.active,
            "added": self.added,
            "ended": self.ended,
        }


def office_measures(
    desk: Desk,
    first: date,
    last: date,
    calendar: Calendar = Calendar.PLAIN,
    progress: Progress = unheard,
) -> tuple[OfficeMeasure, ...]:
    """Count every indicator between two days, exactly; those that wait say what for."""
    everything = indicators()
    rules = {one.id: one.rule for one in everything if one.rule and not one.missing}
    found = measure(desk, rules, first, last, calendar=calendar, progress=progress)
    return tuple(OfficeMeasure(one, one.standing, found.get(one.id)) for one in everything)


def measure(  # noqa: PLR0913 - what, of when, by which calendar
    desk: Desk,
    rules: Mapping[str, Rule],
    first: date,
    last: date,
    *,
    calendar: Calendar = Calendar.PLAIN,
    progress: Progress = unheard,
) -> dict[str, Measured]:
    """Count by some rules between two days, exactly; each kind of things is asked for once."""
    known = characteristics()
    answers: dict[Source, list[Answer]] = {}
    found = {}
    with desk.vault.begin() as db:
        bring_answers_up_to_date(db, progress)
        partly = not_within(db, first, last)
        for number, (name, rule) in enumerate(rules.items()):
            progress(number, len(rules))
            if rule.how == "directory":
                found[name] = Measured(tuple(_directory(all_providers(db))))
                continue
            for source in rule.sources:
                if source not in answers:
                    basis, as_of = _BASIS[source.basis], min(last, desk.today())
                    asked = Asked(first, last, source.unit, calendar, basis, as_of, workers=True)
                    answers[source] = list(answers_asked(db, asked))
            told = measured(rule, answers, known)
            if rule.source.basis == "within":  # a date that fits only in part is listed
                told = replace(told, listed=told.listed + partly)
            found[name] = told
    return found


_ALL = mark("Providers")
_ADDRESSES = mark("Trusted addresses in the community")
_SHELTERS = mark("Shelters")
_BEDS = mark("Beds")


def network(desk: Desk, first: date, last: date) -> tuple[NetworkRow, ...]:
    """Return the table of the network (B9): who is at work, who came and who left in a period.

    The directory notes when a provider was added and when its state last changed; more is not
    known, and beds are not in it.
    """
    with desk.vault.begin() as db:
        providers = all_providers(db)
    return tuple(
        NetworkRow(
            title,
            sum(_is_active(one) for one in some),
            sum(first <= one.created_at.date() <= last for one in some),
            sum(not _is_active(one) and first <= one.updated_at.date() <= last for one in some),
        )
        for title, some in _kinds(providers)
    )


def _kinds(
    providers: Iterable[ServiceProvider],
) -> tuple[tuple[str, tuple[ServiceProvider, ...]], ...]:
    there = tuple(one for one in providers if not one.void)
    kinds: Mapping[str, frozenset[ProviderType] | None] = {
        _ALL: None,
        _ADDRESSES: TRUSTED,
        _SHELTERS: SHELTERS,
    }
    return tuple(
        (title, tuple(one for one in there if types is None or given(one.type) in types))
        for title, types in kinds.items()
    )


def _is_active(one: ServiceProvider) -> bool:
    return given(one.status) is ProviderStatus.ACTIVE


def _directory(providers: Iterable[ServiceProvider]) -> Iterable[Line]:
    names = {
        _ALL: "Cơ sở đang hoạt động",
        _ADDRESSES: "Địa chỉ tin cậy ở cộng đồng",
        _SHELTERS: "Nơi tạm lánh",
    }
    for title, some in _kinds(providers):
        active = sum(_is_active(one) for one in some)
        yield Line({"en": title, "vi": names[title]}, "providers", active)
    yield Line({"en": _BEDS, "vi": "Giường tạm lánh"}, "providers", None)
