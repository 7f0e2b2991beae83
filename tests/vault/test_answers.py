from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import HealthCheck, given, settings

from gbvcase.domain.answers import answers_of
from gbvcase.domain.case import Case, CaseHead
from gbvcase.domain.codes import (
    CaseStatus,
    ConsentPurpose,
    Direction,
    ReferralOutcome,
    ReferralStatus,
    ReportedElsewhere,
    Sector,
    Urgency,
)
from gbvcase.domain.counted import counted_of
from gbvcase.domain.fields import Sensitivity, entries_of
from gbvcase.domain.incident import Incident
from gbvcase.domain.intake import Intake
from gbvcase.domain.kept import StatusChange
from gbvcase.domain.people import AllegedPerpetrator, Client
from gbvcase.domain.period import Calendar
from gbvcase.domain.values import PartialDate
from gbvcase.vault.answers import (
    STALE,
    Answer,
    Asked,
    Basis,
    answers_asked,
    countable_answers,
    is_stale,
    not_within,
    undated,
)
from gbvcase.vault.projecting import bring_answers_up_to_date
from gbvcase.vault.upgrade import statements, steps_of
from gbvcase.vault.vault import Vault
from tests.builders import (
    INTAKE,
    NOW,
    TODAY,
    a_case,
    a_consent,
    a_perpetrator,
    a_referral,
    a_task,
    an_incident,
)
from tests.strategies import cases
from tests.vault.keeping import later, save

FULL = ReferralOutcome.RECEIVED_FULL
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
    "age_group",
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
    "form_count",
    "handled",
    "has_primary",
    "perpetrator_group",
    "perpetrators",
}
PLACES = {"commune", "commune_then", "province", "former_province", "urban"}
OF_THE_COUNT = {"excluded", "person", "quarter"}

OF_THE_PERSON = {
    *("age_band", "age_group", "contexts", "disability", "domestic", "ethnic_group", "gbv_type"),
    *("marital_status", "referred_from", "sex", "vn_forms", "vulnerability"),
}
SHORT = OF_THE_PERSON - {"contexts", "domestic", "marital_status", "vn_forms", "vulnerability"}
SHORT |= {"commune", "urban"}
HELP = {"basic_support", "declined_all", "helped", "helped_sectors", "in_need", "referred"} | {
    f"support_{sector.code}" for sector in Sector
}
OF_A_REFERRAL = {
    "acknowledged",
    "days_to_service",
    "exception",
    "sector",
    "seen",
    "slip",
    "urgency",
}
REVIEWED_OF = {
    "people": OF_THE_PERSON | PLACES | HELP,
    "perpetrators": {
        *("age", "counselled", "criminal", "domestic", "measure", "measures", "relationship"),
        "sex",
    },
    "cases": SHORT | {"referrals", "reopened"},
    "closings": SHORT | {"days_open"},
    "reopenings": SHORT | {"days_open"},
    "referrals": SHORT | OF_A_REFERRAL | {"urgency"},
    "outcomes": SHORT | {"ended", "sector", "service_given", "urgency", "why_not"},
    "received": SHORT | {"answered", "from_sector", "urgency"},
    "tasks": {"done", "kind"},
}
"""The same for what is counted beside incidents: nothing of it is a name, a day or a text."""

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
    (whole,) = answers_of(a_case())
    services = {name for name in whole.answers if name.startswith("service_")}
    matrix = next(e for e in entries_of(Incident) if e.name == "service_matrix").kind
    assert services == {f"service_{entry.name}" for entry in entries_of(matrix)}


def everything_happened() -> Case:
    """Return a case in which there is something to count of every unit."""
    sent = a_referral(sent_at=NOW, status=ReferralStatus.COMPLETED, outcome=FULL, id="r1")
    sent = replace(sent, status_history=(StatusChange(to="completed", at=NOW),))
    came = a_referral(direction=Direction.IN, sent_at=NOW, referral_no="PC-MAU-2", id="r2")
    turns = (
        StatusChange(from_="open", to="closed", at=NOW),
        StatusChange(from_="closed", to="open", at=NOW),
    )
    whole = a_case(referrals=(sent, came), tasks=(a_task(id="t1"),))
    return replace(whole, head=replace(whole.head, status_history=turns))


def test_nothing_but_reviewed_answers_can_be_reached_of_any_unit(vault: Vault) -> None:
    save(vault, everything_happened())
    with vault.begin() as db:
        found = {
            unit: [name for one in answers_asked(db, Asked(FIRST, LAST, unit)) for name in one]
            for unit in REVIEWED_OF
        }
    for unit, names in found.items():
        assert names, unit
        assert set(names) <= REVIEWED_OF[unit] | OF_THE_COUNT, unit


def test_units_are_never_mixed(vault: Vault) -> None:
    save(vault, everything_happened())
    with vault.begin() as db:
        numbers = {
            unit: len(list(answers_asked(db, Asked(FIRST, LAST, unit))))
            for unit in ("incidents", *REVIEWED_OF)
        }
    assert set(numbers.values()) == {1}


def test_every_unit_follows_a_withdrawn_consent(vault: Vault) -> None:
    saved = save(vault, everything_happened())
    save(vault, replace(saved, consents=saved.consents[:1]), at=later(1))
    with vault.begin() as db:
        for unit in REVIEWED_OF.keys() - {"tasks"}:
            for one in answers_asked(db, Asked(FIRST, LAST, unit)):
                assert one["excluded"] == "no_consent"
                assert set(one) <= OF_THE_COUNT
        (task,) = answers_asked(db, Asked(FIRST, LAST, "tasks"))
    assert "excluded" not in task  # a task is our work, and tells nothing of a person


def test_what_is_not_done_is_overdue_only_after_its_day(vault: Vault) -> None:
    sent = a_referral(sent_at=NOW, status=ReferralStatus.SENT, urgency=Urgency.NORMAL, id="r1")
    save(vault, a_case(referrals=(sent,), tasks=(a_task(id="t1"),)))

    def seen(as_of: date, unit: str, name: str) -> str | tuple[str, ...]:
        with vault.begin() as db:
            (one,) = answers_asked(db, Asked(FIRST, LAST, unit, as_of=as_of))
        return one[name]

    ack_due, seen_due = NOW.date() + timedelta(days=3), NOW.date() + timedelta(days=14)
    assert seen(ack_due, "referrals", "acknowledged") == "not_due"
    assert seen(ack_due + timedelta(days=1), "referrals", "acknowledged") == "overdue"
    assert seen(seen_due, "referrals", "seen") == "not_due"
    assert seen(seen_due + timedelta(days=1), "referrals", "seen") == "overdue"
    assert seen(TODAY, "tasks", "done") == "not_due"
    assert seen(TODAY + timedelta(days=1), "tasks", "done") == "overdue"


def test_a_case_lasts_from_its_opening_to_its_end(vault: Vault) -> None:
    save(vault, a_case())
    lasting = partial(Asked, unit="cases", basis=Basis.LASTING, workers=True)
    with vault.begin() as db:
        (open_now,) = answers_asked(db, lasting(date(2026, 1, 1), date(2026, 3, 31)))
        assert (open_now["since"], open_now["at_end"]) == ("before", "open")
        assert open_now["worker"] == "0"
        (fresh,) = answers_asked(db, lasting(date(2025, 7, 1), date(2025, 9, 30)))
        assert fresh["since"] == "within"
        assert list(answers_asked(db, lasting(date(2025, 1, 1), date(2025, 6, 30)))) == []


def test_a_date_known_in_part_counts_only_where_it_fits_wholly(vault: Vault) -> None:
    save(vault, a_case(incidents=(an_incident(incident_date=PartialDate(2025, 9)),)))
    within = partial(Asked, basis=Basis.WITHIN)
    with vault.begin() as db:
        assert len(list(answers_asked(db, within(FIRST, LAST)))) == 1
        assert not_within(db, FIRST, LAST) == 0
        half = (date(2025, 9, 15), date(2025, 10, 14))
        assert list(answers_asked(db, within(*half))) == []
        assert not_within(db, *half) == 1


def test_after_a_step_that_counts_more_every_case_is_projected_anew(vault: Vault) -> None:
    save(vault, a_case())
    with vault.begin() as db:
        assert not is_stale(db)
        db.exec_driver_sql("DELETE FROM counted")
        db.exec_driver_sql("INSERT INTO settings VALUES ('counted.stale', 'true')")
        told: list[tuple[int, int]] = []
        assert bring_answers_up_to_date(db, lambda done, of: told.append((done, of)))
        assert told == [(0, 1)]
        assert not bring_answers_up_to_date(db, lambda _done, _of: None)
    assert len(counted(vault)) == 1


def test_the_step_that_counts_more_asks_for_it_only_where_there_are_cases() -> None:
    for cases_there in (False, True):
        made = sqlcipher.connect(":memory:")
        for step in steps_of()[:4]:
            if step.name == "0004_counted.sql" and cases_there:
                made.execute("INSERT INTO cases (id) VALUES ('a')")
            for statement in statements(step.read_text(encoding="utf-8")):
                made.execute(statement)
        asked = made.execute("SELECT value FROM settings WHERE name = ?", (STALE,)).fetchall()
        assert asked == ([("true",)] if cases_there else [])
        made.close()


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
    for one in counted_of(case):
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
