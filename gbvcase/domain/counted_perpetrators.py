"""What is counted of the people who are said to have used violence: once each in a case."""

from collections.abc import Iterator

from gbvcase.domain.answers import (
    NOT_ASKED,
    Said,
    code_said,
    exclusion_of,
    measures_of,
    truth_said,
)
from gbvcase.domain.case import Case
from gbvcase.domain.classification import DOMESTIC_GROUPS, perpetrators
from gbvcase.domain.codes import PerpMeasure, YesNo
from gbvcase.domain.fields import given
from gbvcase.domain.folding import folded
from gbvcase.domain.people import AllegedPerpetrator

MEASURE_ROWS = {
    "criticism": ("community_criticism",),
    "contact_ban": ("contact_ban",),
    "education": ("behaviour_change", "community_service", "reminded"),
    "admin": ("admin_measure", "detained", "fined"),
    "criminal": ("criminal_measure", "prosecuted"),
    "other": (
        *("stop_violence", "summon_police", "shelter_essentials"),
        *("care_treatment", "legal_psych_support"),
    ),
}
"""The lines of the yearly table on domestic violence, and which measures each holds."""

_ROW_OF = {PerpMeasure.of(code): row for row, codes in MEASURE_ROWS.items() for code in codes}
_CRIMINAL = frozenset({PerpMeasure.of("criminal_measure"), PerpMeasure.of("prosecuted")})
_COUNSELLED = PerpMeasure.of("behaviour_change")


def perpetrators_told(case: Case) -> Iterator[tuple[str, tuple[tuple[str, Said], ...]]]:
    """Yield each alleged perpetrator of the counted incidents, with what may be told.

    A name that stands in two incidents of a case is one person; without a name nobody can tell.
    """
    found: dict[str, list[AllegedPerpetrator]] = {}
    for place, incident in enumerate(case.incidents):
        if exclusion_of(case, incident) is None:
            for number, one in enumerate(perpetrators(incident)):
                name = given(one.name)
                who = f"{folded(name)}" if name else f"{place}.{number}"
                found.setdefault(who, []).append(one)
    for number, some in enumerate(found.values()):
        yield str(number), tuple(_told(some))


def _told(some: list[AllegedPerpetrator]) -> Iterator[tuple[str, Said]]:
    one = some[0]
    measures = frozenset(m for each in some for m in measures_of(each))
    relationships = {given(each.relationship) for each in some}
    yield "sex", code_said(one.sex)
    yield "age", code_said(one.age_band)
    yield "relationship", code_said(one.relationship)
    yield (
        "domestic",
        truth_said(any(r.group in DOMESTIC_GROUPS for r in relationships if r is not None)),
    )
    yield "measures", tuple(sorted({_ROW_OF[measure] for measure in measures}))
    yield "measure", truth_said(bool(measures))
    yield "criminal", truth_said(bool(measures & _CRIMINAL))
    yield "counselled", _counselled(some, measures)


def _counselled(some: list[AllegedPerpetrator], measures: frozenset[PerpMeasure]) -> str:
    answers = {given(each.counselling) for each in some}
    if YesNo.YES in answers or _COUNSELLED in measures:
        return "yes"
    return "no" if YesNo.NO in answers else NOT_ASKED
