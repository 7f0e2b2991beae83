"""Opening, amending and finding cases, over a real cabinet."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gbvcase.casework.cases import (
    CodeTaken,
    NoSuchCase,
    View,
    add_cases,
    amend,
    case_as_json,
    case_coded,
    case_in_words,
    history,
    lines,
    list_cases,
    load,
    move_case,
    new_case,
    remove_part,
)
from gbvcase.casework.desk import Desk
from gbvcase.domain.codes import CaseStatus, ConsentPurpose, ReferralStatus, TaskKind
from gbvcase.domain.errors import GbvcaseError, Refused
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.numbers import is_client_code
from gbvcase.vault.journal import verify
from tests.builders import a_case, a_referral, a_sharing_consent


def test_a_complete_intake_is_registered_and_gets_a_code_with_a_check_character(
    desk: Desk,
) -> None:
    made = a_case()
    case = new_case(desk, made.client, made.intake, made.consents, made.incidents)
    assert case.head.status is CaseStatus.OPEN
    assert case.head.registered_on == desk.today()
    assert is_client_code(str(case.head.code))


def test_an_intake_without_consent_stays_a_draft(desk: Desk) -> None:
    made = a_case()
    assert new_case(desk, made.client, made.intake).head.status is CaseStatus.DRAFT


def test_an_amended_person_is_kept_and_the_change_is_told(desk: Desk) -> None:
    made = a_case()
    case = new_case(desk, made.client, made.intake, made.consents)
    amend(desk, case.head.id, "client", replace(case.client, full_name="Lê Thị Thử"))
    assert load(desk, case.head.id).client.full_name == "Lê Thị Thử"
    (change,) = [c for c in history(desk, case.head.id) if c.what == "changed"]
    assert "Lê Thị Thử" in change.said(ENGLISH)
    assert change.by == desk.worker


def test_what_does_not_change_anything_makes_no_revision(desk: Desk) -> None:
    made = a_case()
    case = new_case(desk, made.client, made.intake, made.consents)
    before = len(history(desk, case.head.id))
    assert amend(desk, case.head.id, "client", case.client) == load(desk, case.head.id)
    assert len(history(desk, case.head.id)) == before


def test_a_part_that_was_taken_out_can_be_read_in_the_history(desk: Desk) -> None:
    made = a_case()
    case = new_case(desk, made.client, made.intake, made.consents, made.incidents)
    after = remove_part(desk, case.head.id, "incidents", 0)
    assert after.incidents == ()
    assert any(c.what == "removed" and c.table == "incidents" for c in history(desk, after.head.id))


def test_a_code_is_never_given_twice(desk: Desk) -> None:
    made = a_case()
    case = new_case(desk, made.client, made.intake)
    again = replace(made.client, client_code=case.head.code)
    with pytest.raises(CodeTaken):
        new_case(desk, again, made.intake)


def test_a_case_is_found_by_its_code_however_it_is_typed(desk: Desk) -> None:
    made = a_case()
    case = new_case(desk, made.client, made.intake)
    assert case_coded(desk, f" {str(case.head.code).lower()} ").head.id == case.head.id
    with pytest.raises(NoSuchCase):
        case_coded(desk, "GL-2025-AAAAAA-A")


def test_a_list_finds_without_accents_and_exact_matches_come_first(desk: Desk) -> None:
    made = a_case()
    for name in ("Do Thi Mau", "Đỗ Thị Mẫu"):
        new_case(desk, replace(made.client, full_name=name), made.intake)
    found = lines(desk, list_cases(desk, View(text="đỗ")))
    assert [line.name for line in found] == ["Đỗ Thị Mẫu", "Do Thi Mau"]
    found = lines(desk, list_cases(desk, View(text="do thi")))
    assert {line.name for line in found} == {"Do Thi Mau", "Đỗ Thị Mẫu"}


def test_documents_are_added_all_or_none(desk: Desk) -> None:
    good = {"client": {"full_name": "Trần Thị Mẫu"}}
    with pytest.raises(Refused) as refused:
        add_cases(desk, [("a", good), ("b", {"client": {"sex": "f"}})])
    assert refused.value.where == "b: client.sex"
    assert list_cases(desk, View()) == ()


def test_a_case_shown_is_the_case_added(desk: Desk) -> None:
    document = {
        "client": {"full_name": "Trần Thị Mẫu", "dob": "1990-03", "disability": "no_answer"},
        "incidents": [{"account": "Lời kể mẫu.", "incident_date": {"not_answered": "unknown"}}],
    }
    (case,) = add_cases(desk, [("a", document)])
    shown = case_as_json(desk, case)
    derived = shown.pop("derived")
    assert shown == document
    assert derived["client_code"] == case.head.code
    assert "Trần Thị Mẫu" in "\n".join(case_in_words(case, ENGLISH))


def test_a_case_waits_only_with_a_reason_and_a_day(desk: Desk) -> None:
    made = a_case()
    case = new_case(desk, made.client, made.intake, made.consents, made.incidents)
    with pytest.raises(GbvcaseError):
        move_case(desk, case.head.id, CaseStatus.ON_HOLD)
    later = desk.today() + timedelta(days=30)
    moved = move_case(desk, case.head.id, CaseStatus.ON_HOLD, reason="Mẫu", review_on=later)
    assert moved.head.review_on == later


def test_a_withdrawn_consent_ends_what_was_not_handed_over(desk: Desk) -> None:
    made = a_case()
    consents = (*made.consents, a_sharing_consent())
    case = new_case(desk, made.client, made.intake, consents, made.incidents)
    case = amend(desk, case.head.id, "referrals", a_referral())
    position = next(
        at for at, one in enumerate(case.consents) if one.purpose is ConsentPurpose.REFERRAL
    )
    withdrawn = replace(case.consents[position], withdrawn_at=desk.now())
    case = amend(desk, case.head.id, "consents", withdrawn, position)
    assert case.referrals[0].status is ReferralStatus.CANCELLED
    assert not any(
        t.kind is TaskKind.REFERRAL_REPLY
        for t in case.tasks
        if t.done_at is None and t.state and t.state.code == "open"
    )


def test_the_journal_tells_each_step_without_a_word_of_the_case(desk: Desk) -> None:
    made = a_case()
    case = new_case(desk, made.client, made.intake, made.consents)
    amend(desk, case.head.id, "client", replace(case.client, full_name="Lê Thị Thử"))
    with desk.vault.begin() as db:
        entries = list(db.exec_driver_sql("SELECT entry FROM journal").scalars())
        assert verify(db) is None
    acts = "\n".join(entries)
    assert "case.open" in acts
    assert "case.amend" in acts
    assert "Thử" not in acts
    assert str(case.client.full_name) not in acts
