"""Which of the six types an incident is, and what else it is: worked out, never typed."""

from collections.abc import Mapping
from functools import cache

from gbvcase.domain.ages import MINOR_UNDER, age_at_incident
from gbvcase.domain.case import Case
from gbvcase.domain.codes import (
    Abduction,
    Context,
    DvAct,
    GbvType,
    HarmfulPractice,
    PerpetratorCount,
    ReferredFrom,
    Relationship,
    Sex,
    YesNo,
    rows_of,
)
from gbvcase.domain.fields import entries_of, given, is_answered
from gbvcase.domain.incident import Incident
from gbvcase.domain.people import AllegedPerpetrator

BY_QUESTION = {
    "q1": GbvType.RAPE,
    "q2": GbvType.SEXUAL_ASSAULT,
    "q3": GbvType.PHYSICAL_ASSAULT,
    "q4": GbvType.FORCED_MARRIAGE,
    "q5": GbvType.DENIAL_OF_RESOURCES,
    "q6": GbvType.PSYCHOLOGICAL_ABUSE,
}
SEXUAL = frozenset({GbvType.RAPE, GbvType.SEXUAL_ASSAULT})
PARTNER_GROUPS = frozenset({"partner", "partner_family"})
DOMESTIC_GROUPS = frozenset({"partner_family", "family"})
MARRIAGE_AGE = {Sex.FEMALE: 18, Sex.MALE: 20}  # [legal] Law on Marriage and Family 2014, Article 8

SCOPE_COLUMN = {
    Relationship.EX_SPOUSE: "divorced",
    Relationship.COHABITING: "cohabiting",
    Relationship.EX_COHABITING: "cohabiting",
}


def type_from_answers(incident: Incident) -> GbvType | None:
    """Return the type by the first yes; None while the answers do not decide it.

    A declined answer is not a no: the questions after it may still say yes, but `non_gbv` needs
    six times no.
    """
    declined = False
    for question, kind in BY_QUESTION.items():
        answer = getattr(incident, question)
        if answer is True:
            return kind
        if answer is None:
            return None
        declined = declined or answer is not False
    return GbvType.NON_GBV if incident.is_gbv is False and not declined else None


def is_changed_by_hand(incident: Incident) -> bool:
    """Tell whether a type was entered that the answers do not give."""
    entered = given(incident.gbv_type)
    return entered is not None and entered is not type_from_answers(incident)


def effective_type(incident: Incident) -> GbvType | None:
    """Return the main type: as entered if a reason stands with it, else by the answers."""
    if is_changed_by_hand(incident) and given(incident.type_override_reason) is not None:
        return given(incident.gbv_type)
    return type_from_answers(incident)


def perpetrators(incident: Incident) -> tuple[AllegedPerpetrator, ...]:
    """Return the alleged perpetrators that were not entered by mistake."""
    return tuple(one for one in incident.alleged_perpetrators if not one.void)


def number_of_perpetrators(incident: Incident) -> PerpetratorCount | None:
    """Return how many are recorded; None while it was neither asked nor said to be unknown."""
    number = len(perpetrators(incident))
    if number == 0 and incident.perpetrators_unknown is not True:
        return None
    counts = tuple(PerpetratorCount)
    return counts[min(number, len(counts) - 1)]


def relationship_groups(incident: Incident) -> frozenset[str]:
    """Return the groups of all known relationships to the survivor."""
    found = (given(one.relationship) for one in perpetrators(incident))
    return frozenset(relationship.group for relationship in found if relationship is not None)


def is_domestic(incident: Incident) -> bool:
    """Tell whether anyone of the family is said to have done it, also of a former one."""
    return bool(relationship_groups(incident) & DOMESTIC_GROUPS)


def domestic_in_law(incident: Incident) -> bool | None:
    """Tell whether an act is domestic violence in law between these people [legal].

    None if it cannot be told: no act was recorded, or only acts of which the law covers a part.
    """
    if not is_domestic(incident):
        return False
    acts = given(incident.dv_acts)
    if not acts:
        return None
    related = {given(one.relationship) for one in perpetrators(incident)}
    scopes = {
        _scopes()[act][SCOPE_COLUMN.get(relationship, "family_member")]
        for act in acts
        for relationship in related
        if relationship is not None and relationship.group in DOMESTIC_GROUPS
    }
    if "yes" in scopes:
        return True
    return None if "partial" in scopes else False


@cache
def _scopes() -> Mapping[DvAct, dict[str, str]]:
    return {DvAct.of(row["code"]): row for row in rows_of("dv-acts.csv")}


def contexts(case: Case, incident: Incident) -> dict[Context, bool | None]:
    """Return what else the incident is; None where a missing age keeps it from being computed.

    An unknown or declined answer never makes a context true.
    """
    kind = effective_type(incident)
    age = age_at_incident(case, incident)
    is_gbv = kind not in (None, GbvType.NON_GBV)
    sexual = kind in SEXUAL
    taken, practice = given(incident.abduction), given(incident.harmful_practice)
    return {
        Context.INTIMATE_PARTNER_VIOLENCE: is_gbv
        and bool(relationship_groups(incident) & PARTNER_GROUPS),
        Context.CHILD_SEXUAL_ABUSE: _under(age, MINOR_UNDER) if sexual else False,
        Context.EARLY_MARRIAGE: _married_early(case, age)
        if kind is GbvType.FORCED_MARRIAGE
        else False,
        Context.POSSIBLE_SEXUAL_EXPLOITATION: sexual and incident.goods_exchanged is YesNo.YES,
        Context.POSSIBLE_SEXUAL_SLAVERY: sexual and taken not in (None, Abduction.NONE),
        Context.HARMFUL_PRACTICE: practice not in (None, HarmfulPractice.NONE),
        Context.TECH_FACILITATED: incident.setting_online is YesNo.YES,
        Context.DOMESTIC: is_domestic(incident),
    }


def _under(age: int | None, limit: int) -> bool | None:
    return None if age is None else age < limit


def _married_early(case: Case, age: int | None) -> bool | None:
    sex = given(case.client.sex)
    if age is None or age < MINOR_UNDER or age >= max(MARRIAGE_AGE.values()):
        return _under(age, MINOR_UNDER)
    return _under(age, MARRIAGE_AGE[sex]) if sex in MARRIAGE_AGE else None


def is_first_point_of_contact(case: Case) -> bool | None:
    """Tell whether the survivor came to us first; None while it is not known."""
    source = given(case.intake.referred_from)
    return None if source is None else source is ReferredFrom.SELF_REFERRAL


def is_classified(incident: Incident) -> bool:
    """Tell whether the questions were asked as far as they are needed."""
    if any(getattr(incident, question) is True for question in BY_QUESTION):
        return type_from_answers(incident) is not None
    asked = all(is_answered(getattr(incident, question)) for question in BY_QUESTION)
    return asked and is_answered(incident.is_gbv)


def is_intake_complete(incident: Incident) -> bool:
    """Tell whether the status of all seven sectors is known: needed to close the intake."""
    matrix = incident.service_matrix
    return all(is_answered(getattr(matrix, e.name)) for e in entries_of(type(matrix)))
