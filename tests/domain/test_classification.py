from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gbvcase.domain.classification import (
    BY_QUESTION,
    contexts,
    domestic_in_law,
    effective_type,
    is_changed_by_hand,
    is_classified,
    is_domestic,
    is_first_point_of_contact,
    number_of_perpetrators,
    type_from_answers,
)
from gbvcase.domain.codes import (
    Abduction,
    Context,
    DvAct,
    GbvType,
    HarmfulPractice,
    NotAnswered,
    PerpetratorCount,
    ReferredFrom,
    Relationship,
    Sex,
    YesNo,
)
from gbvcase.domain.incident import Incident
from gbvcase.domain.intake import Intake
from gbvcase.domain.values import PartialDate
from tests.builders import a_case, a_perpetrator, an_incident

NONE_OF_THEM = dict.fromkeys(BY_QUESTION, False)
RAPE = {"q1": True}
UNKNOWN = NotAnswered.UNKNOWN


def asked(**answers: Any) -> Incident:
    return an_incident(**NONE_OF_THEM | answers)


@pytest.mark.parametrize(("question", "kind"), BY_QUESTION.items())
def test_the_first_yes_decides(question: str, kind: GbvType) -> None:
    later = {q: True for q in BY_QUESTION if q >= question}
    assert type_from_answers(asked(**later)) is kind


@given(st.lists(st.sampled_from((True, False, None, UNKNOWN)), min_size=6, max_size=6))
def test_a_type_needs_a_yes_and_everything_before_it_to_have_been_asked(answers: list[Any]) -> None:
    incident = an_incident(**dict(zip(BY_QUESTION, answers, strict=True)), is_gbv=True)
    kind = type_from_answers(incident)
    if kind is not None:
        first = answers.index(True)
        assert None not in answers[:first]
        assert kind is list(BY_QUESTION.values())[first]
    else:
        assert True not in answers or None in answers[: answers.index(True)]


def test_six_times_no_is_no_gender_based_violence_only_if_that_is_said() -> None:
    assert type_from_answers(asked(is_gbv=False)) is GbvType.NON_GBV
    assert type_from_answers(asked(is_gbv=True)) is None
    assert type_from_answers(asked(is_gbv=None)) is None
    assert type_from_answers(asked(is_gbv=False, q4=UNKNOWN)) is None
    assert type_from_answers(asked(is_gbv=False, q4=None)) is None


def test_a_declined_answer_is_not_a_no_but_the_later_ones_count() -> None:
    assert type_from_answers(asked(q1=UNKNOWN, q3=True)) is GbvType.PHYSICAL_ASSAULT
    assert type_from_answers(asked(q1=None, q3=True)) is None


def test_a_type_entered_by_hand_counts_only_with_its_reason() -> None:
    changed = asked(q3=True, gbv_type=GbvType.RAPE)
    assert is_changed_by_hand(changed)
    assert effective_type(changed) is GbvType.PHYSICAL_ASSAULT
    reasoned = asked(q3=True, gbv_type=GbvType.RAPE, type_override_reason="Lý do mẫu")
    assert effective_type(reasoned) is GbvType.RAPE
    declined = asked(q3=True, gbv_type=GbvType.RAPE, type_override_reason=UNKNOWN)
    assert effective_type(declined) is GbvType.PHYSICAL_ASSAULT
    assert not is_changed_by_hand(asked(q3=True, gbv_type=GbvType.PHYSICAL_ASSAULT))
    assert not is_changed_by_hand(asked(q3=True, gbv_type=UNKNOWN))


def test_it_is_classified_once_a_yes_was_reached_or_all_was_asked() -> None:
    assert is_classified(asked(q3=True, q5=None, q6=None, is_gbv=None))
    assert is_classified(asked(is_gbv=False))
    assert not is_classified(asked(is_gbv=None))
    assert not is_classified(asked(q2=None))
    assert not is_classified(asked(q2=None, q3=True))


@pytest.mark.parametrize(
    ("number", "count"),
    [(1, "1"), (2, "2"), (3, "3"), (4, "more_than_3"), (9, "more_than_3")],
)
def test_perpetrators_are_counted_up_to_three(number: int, count: str) -> None:
    incident = an_incident(alleged_perpetrators=(a_perpetrator(),) * number)
    assert number_of_perpetrators(incident) is PerpetratorCount.of(count)


def test_no_perpetrator_is_nought_only_if_it_was_said_that_nothing_is_known() -> None:
    nobody = an_incident(alleged_perpetrators=())
    assert number_of_perpetrators(nobody) is None
    unknown = an_incident(alleged_perpetrators=(), perpetrators_unknown=True)
    assert number_of_perpetrators(unknown) is PerpetratorCount.NONE
    mistaken = an_incident(alleged_perpetrators=(a_perpetrator(void=True),))
    assert number_of_perpetrators(mistaken) is None


def by(*relationships: Any) -> Incident:
    return an_incident(alleged_perpetrators=tuple(a_perpetrator(one) for one in relationships))


def context_of(context: Context, incident: Incident, **client: Any) -> bool | None:
    return contexts(a_case(**client), incident)[context]


@pytest.mark.parametrize(
    ("relationship", "partner", "domestic"),
    [
        (Relationship.SPOUSE, True, True),
        (Relationship.EX_SPOUSE, True, True),
        (Relationship.EX_COHABITING, True, True),
        (Relationship.DATING, True, False),
        (Relationship.PARENT, False, True),
        (Relationship.IN_LAW, False, True),
        (Relationship.NEIGHBOR, False, False),
        (Relationship.STRANGER, False, False),
        (NotAnswered.UNKNOWN, False, False),
        (None, False, False),
    ],
)
def test_the_relationship_makes_it_partner_or_domestic_violence(
    relationship: Any, partner: bool, domestic: bool
) -> None:
    incident = by(relationship)
    assert context_of(Context.INTIMATE_PARTNER_VIOLENCE, incident) is partner
    assert context_of(Context.DOMESTIC, incident) is domestic
    assert is_domestic(incident) is domestic


def test_what_is_no_gender_based_violence_is_no_partner_violence() -> None:
    assert context_of(Context.INTIMATE_PARTNER_VIOLENCE, asked(is_gbv=False)) is False


def test_a_sexual_act_against_a_minor_is_child_sexual_abuse() -> None:
    young, adult = PartialDate(2009, 1, 1), PartialDate(1990)
    assert context_of(Context.CHILD_SEXUAL_ABUSE, asked(**RAPE), dob=young) is True
    assert context_of(Context.CHILD_SEXUAL_ABUSE, asked(**RAPE), dob=adult) is False
    assert context_of(Context.CHILD_SEXUAL_ABUSE, asked(**RAPE), dob=None) is None
    assert context_of(Context.CHILD_SEXUAL_ABUSE, asked(q3=True), dob=young) is False
    assert context_of(Context.CHILD_SEXUAL_ABUSE, asked(q3=True), dob=None) is False


@pytest.mark.parametrize(
    ("sex", "year", "early"),
    [
        (Sex.FEMALE, 2008, True),
        (Sex.FEMALE, 2006, False),
        (Sex.MALE, 2006, True),
        (Sex.MALE, 2000, False),
        (Sex.INTERSEX, 2008, True),
        (Sex.INTERSEX, 2006, None),
        (Sex.INTERSEX, 2000, False),
        (NotAnswered.UNKNOWN, 2006, None),
    ],
)
def test_a_marriage_is_early_below_the_age_of_the_law(
    sex: Any, year: int, early: bool | None
) -> None:
    incident = asked(q4=True)
    found = context_of(Context.EARLY_MARRIAGE, incident, sex=sex, dob=PartialDate(year, 1, 1))
    assert found is early


def test_a_marriage_of_unknown_age_cannot_be_judged_early() -> None:
    assert context_of(Context.EARLY_MARRIAGE, asked(q4=True), dob=None) is None
    assert context_of(Context.EARLY_MARRIAGE, asked(q3=True), dob=None) is False


def test_exploitation_and_slavery_are_seen_only_in_sexual_acts() -> None:
    for context, answer in (
        (Context.POSSIBLE_SEXUAL_EXPLOITATION, {"goods_exchanged": YesNo.YES}),
        (Context.POSSIBLE_SEXUAL_SLAVERY, {"abduction": Abduction.TRAFFICKING}),
    ):
        assert context_of(context, asked(**RAPE | answer)) is True
        assert context_of(context, asked(q3=True, **answer)) is False
        assert context_of(context, asked(**RAPE)) is False


@pytest.mark.parametrize("declined", list(NotAnswered))
def test_a_declined_answer_never_makes_a_context_true(declined: NotAnswered) -> None:
    incident = asked(
        q1=True,
        goods_exchanged=declined,
        abduction=declined,
        harmful_practice=declined,
        setting_online=declined,
    )
    found = contexts(a_case(dob=declined, age_at_registration=declined), incident)
    assert not any(
        found[context]
        for context in (
            Context.CHILD_SEXUAL_ABUSE,
            Context.POSSIBLE_SEXUAL_EXPLOITATION,
            Context.POSSIBLE_SEXUAL_SLAVERY,
            Context.HARMFUL_PRACTICE,
            Context.TECH_FACILITATED,
        )
    )


def test_customs_and_the_internet_are_contexts_of_any_type() -> None:
    incident = asked(
        q6=True, harmful_practice=HarmfulPractice.BRIDE_KIDNAP, setting_online=YesNo.YES
    )
    assert context_of(Context.HARMFUL_PRACTICE, incident) is True
    assert context_of(Context.TECH_FACILITATED, incident) is True


@pytest.mark.parametrize(
    ("relationship", "act", "in_law"),
    [
        (Relationship.SPOUSE, "i_force_sex_spouse", True),
        (Relationship.PARENT, "q_evict", True),
        (Relationship.EX_SPOUSE, "a_harm_health", True),
        (Relationship.EX_SPOUSE, "i_force_sex_spouse", False),
        (Relationship.EX_SPOUSE, "l_marriage", None),
        (Relationship.EX_COHABITING, "n_property", False),
        (Relationship.COHABITING, "i_force_sex_spouse", True),
        (Relationship.NEIGHBOR, "a_harm_health", False),
    ],
)
def test_the_law_covers_some_acts_between_some_people(
    relationship: Relationship, act: str, in_law: bool | None
) -> None:
    incident = an_incident(
        alleged_perpetrators=(a_perpetrator(relationship),), dv_acts=frozenset({DvAct.of(act)})
    )
    assert domestic_in_law(incident) is in_law


def test_without_an_act_the_law_cannot_be_told() -> None:
    assert domestic_in_law(an_incident(dv_acts=None)) is None
    assert domestic_in_law(an_incident(dv_acts=UNKNOWN)) is None


def test_one_covered_act_is_enough_and_others_are_kept() -> None:
    acts = frozenset({DvAct.of("l_marriage"), DvAct.of("b_insult"), DvAct.of("q_evict")})
    people = (a_perpetrator(Relationship.EX_SPOUSE), a_perpetrator(Relationship.STRANGER))
    incident = an_incident(alleged_perpetrators=people, dv_acts=acts)
    assert domestic_in_law(incident) is True


def test_who_came_by_herself_came_to_us_first() -> None:
    def came(source: Any) -> bool | None:
        return is_first_point_of_contact(a_case(intake=Intake(referred_from=source)))

    assert came(ReferredFrom.SELF_REFERRAL) is True
    assert came(ReferredFrom.POLICE) is False
    assert came(NotAnswered.UNKNOWN) is None
    assert came(None) is None
