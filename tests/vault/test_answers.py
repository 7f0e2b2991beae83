from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from gbvcase.domain.answers import answers_of
from gbvcase.domain.case import Case, CaseHead
from gbvcase.domain.codes import CaseStatus, ConsentPurpose, ReportedElsewhere
from gbvcase.domain.fields import Sensitivity, entries_of
from gbvcase.domain.incident import Incident
from gbvcase.domain.intake import Intake
from gbvcase.domain.people import AllegedPerpetrator, Client
from gbvcase.domain.period import Calendar
from gbvcase.vault.answers import Answer, countable_answers, undated
from gbvcase.vault.vault import Vault
from tests.builders import INTAKE, a_case, a_consent, a_perpetrator, an_incident
from tests.strategies import cases
from tests.vault.keeping import later, save

FIRST, LAST = date(2025, 7, 1), date(2025, 9, 30)

CODED_AS_THEY_ARE = {
    "disability": Client,
    "gbv_type": Incident,
    "domestic": Incident,
    "dv_acts": Incident,
    "first_point_of_contact": Intake,
    "pattern": Incident,
    "place_type": Incident,
    "previous_incidents": Incident,
    "referred_from": Intake,
    "reported_elsewhere": Incident,
    "setting_online": Incident,
    "sex": Client,
    "time_of_day": Incident,
    "vn_forms": Incident,
    "vulnerability": Client,
}
OF_THE_PERPETRATOR = {
    "perpetrator_age": "age_band",
    "perpetrator_relationship": "relationship",
    "perpetrator_sex": "sex",
}
BANDED = {
    "age_band",
    "ethnic_group",  # the group of a people, of which no one but it is named
    "marital_status",
    "perpetrator_occupation",
    "report_delay_band",
    "under_16",
    "under_18",
}
WORKED_OUT = {
    "contexts",
    "contexts_unknown",
    "domestic_in_law",
    "has_primary",
    "perpetrator_group",
    "perpetrators",
}
PLACES = {"commune", "province", "former_province", "urban"}
OF_THE_COUNT = {"excluded", "person", "quarter"}

REVIEWED = (
    set(CODED_AS_THEY_ARE) | set(OF_THE_PERPETRATOR) | BANDED | WORKED_OUT | PLACES | OF_THE_COUNT
)
"""S01: what may be reached when counting. Whoever adds a name here has asked whom it identifies."""


def counted(vault: Vault, first: date = FIRST, last: date = LAST) -> list[Answer]:
    with vault.begin() as db:
        return list(countable_answers(db, first, last))


def test_nothing_but_reviewed_answers_can_be_reached(vault: Vault) -> None:
    """S01: no number of a record, no day, no text and no name among what is handed out."""
    save(vault, a_case())
    (answer,) = counted(vault)
    assert {name for name in answer if not name.startswith("service_")} <= REVIEWED
    services = {name for name in answer if name.startswith("service_")}
    matrix = next(e for e in entries_of(Incident) if e.name == "service_matrix").kind
    assert services == {f"service_{entry.name}" for entry in entries_of(matrix)}


def test_what_is_counted_as_it_is_coded_is_statistical() -> None:
    for name, kind in CODED_AS_THEY_ARE.items():
        entries = [entry for entry in entries_of(kind) if entry.name == name]
        for entry in entries:  # what is worked out has no field
            assert entry.about.sensitivity is Sensitivity.STATISTICAL, name
    for name in OF_THE_PERPETRATOR.values():
        (entry,) = (entry for entry in entries_of(AllegedPerpetrator) if entry.name == name)
        assert entry.about.sensitivity is Sensitivity.STATISTICAL


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(cases())
def test_no_text_that_was_typed_is_among_the_answers(case: Case) -> None:
    """S07: a canary in any text of a case is in no answer."""
    for one in answers_of(case):
        for said in one.answers.values():
            for code in (said,) if isinstance(said, str) else said:
                assert code == "" or code.replace("_", "").isalnum()
                assert code.isascii()


def test_an_answer_has_no_name_no_number_and_no_day(vault: Vault) -> None:
    saved = save(vault, a_case())
    text = repr(counted(vault))
    for secret in (
        saved.head.id,
        saved.head.code,
        saved.client.id,
        saved.incidents[0].id,
        "Mẫu",
        "1990",
        "2025-09",
        "0900",
    ):
        assert str(secret) not in text


def test_a_person_counts_as_one_and_is_nobody(vault: Vault) -> None:
    two = (an_incident(), an_incident(account="Việc thứ hai."))
    save(vault, a_case(incidents=two))
    save(vault, a_case(head=CaseHead(code="GL-2", status=CaseStatus.OPEN), consents=AGREED))
    people = [answer["person"] for answer in counted(vault)]
    assert sorted(people) in (["0", "0", "1"], ["0", "1", "1"])


AGREED = (a_consent(), a_consent(ConsentPurpose.STATISTICS))


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        (a_case(), None),
        (a_case(consents=()), "no_consent"),
        (a_case(head=CaseHead(code="GL-2", status=CaseStatus.VOIDED)), "void"),
        (a_case(head=CaseHead(code="GL-2", status=CaseStatus.MERGED)), "merged"),
        (
            a_case(incidents=(an_incident(reported_elsewhere=ReportedElsewhere.NETWORK_MEMBER),)),
            "known_to_member",
        ),
    ],
)
def test_who_is_left_out_is_counted_with_the_reason(
    vault: Vault, case: Case, reason: str | None
) -> None:
    save(vault, case)
    (answer,) = counted(vault)
    assert answer.get("excluded") == reason
    if reason:
        assert set(answer) == {"excluded", "person", "quarter"}


def test_only_what_was_reported_in_the_period_is_counted(vault: Vault) -> None:
    day = date(2025, 9, 10)
    save(vault, a_case())
    assert len(counted(vault, day, day)) == 1
    assert counted(vault, date(2025, 1, 1), day - timedelta(days=1)) == []
    assert counted(vault, day + timedelta(days=1), date(2026, 1, 1)) == []


def test_the_quarter_is_of_the_calendar_asked_for(vault: Vault) -> None:
    save(vault, a_case(intake=replace(INTAKE, first_report_date=date(2025, 9, 20))))
    with vault.begin() as db:
        (plain,) = countable_answers(db, FIRST, LAST)
        (other,) = countable_answers(db, FIRST, LAST, Calendar.ADMINISTRATIVE)
    assert (plain["quarter"], other["quarter"]) == ("2025-Q3", "2025-Q4")


def test_what_has_no_day_of_report_is_counted_as_such(vault: Vault) -> None:
    save(vault, a_case(intake=replace(INTAKE, first_report_date=None)))
    assert counted(vault, date(1900, 1, 1), date(2100, 1, 1)) == []
    with vault.begin() as db:
        assert undated(db) == 1


def test_the_answers_follow_every_change(vault: Vault) -> None:
    saved = save(vault, a_case())
    married = counted(vault)[0]["perpetrator_relationship"]
    incident = saved.incidents[0]
    people = tuple(
        replace(one, relationship=a_perpetrator().relationship.of("stranger"))  # type: ignore[union-attr]
        for one in incident.alleged_perpetrators
    )
    changed = replace(incident, alleged_perpetrators=people)
    again = save(vault, replace(saved, incidents=(changed,)), at=later(1))
    assert counted(vault)[0]["perpetrator_relationship"] == "stranger" != married
    withdrawn = save(vault, replace(again, consents=again.consents[:1]), at=later(2))
    assert counted(vault)[0]["excluded"] == "no_consent"
    save(vault, replace(withdrawn, incidents=()), at=later(3))
    assert counted(vault) == []
