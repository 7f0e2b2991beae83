from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gbvcase.domain.case import PARTS, Case, CaseHead
from gbvcase.domain.codes import CaseStatus, NotAnswered, RecordSource
from gbvcase.domain.fields import Record, entries_of
from gbvcase.domain.incident import Incident
from gbvcase.domain.people import AllegedPerpetrator, Client, TrustedPerson
from gbvcase.domain.referral import ReferralFeedback
from gbvcase.domain.values import PartialDate
from gbvcase.vault.records import (
    NumberTaken,
    RecordTaken,
    case_id_of,
    case_of_referral,
    load_case,
    load_cases,
)
from gbvcase.vault.vault import Vault
from tests.builders import NOW, WORKER, a_case, a_perpetrator, a_referral, a_task, an_incident
from tests.strategies import cases
from tests.vault.conftest import PASSWORD
from tests.vault.keeping import UNIT, later, load, save

HOSTILE = (
    "<b>Mẫu</b><script>alert(1)</script>",
    "'; DROP TABLE cases; --",
    'Mẫu" OR NEAR(a b) * ^ : {-}',
    "=HYPERLINK(1)\t+1-1@SUM",
    "một\nhai\rba\x00bốn\x07\x1b[2J",
    "\u202eparag\u2066",
    "{name} %s {0} \\u0000 \\",
    '{"not_answered": "unknown"}',
    '["a"]',
    "unknown",
    "\U0001f9d5\U000e0041\ufdd0",
)


@pytest.fixture(scope="module")
def one_vault(empty_cabinet: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """A vault for many cases drawn at random."""
    folder = tmp_path_factory.mktemp("records") / "cabinet"
    folder.mkdir()
    for path in empty_cabinet.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    vault = Vault.open(folder, PASSWORD)
    yield vault
    vault.lock()


def coded(case: Case) -> Case:
    """Return a case with a code, and referrals with numbers, that no other has."""
    referrals = tuple(replace(one, referral_no=f"PC-{uuid4().hex}") for one in case.referrals)
    return replace(case, head=replace(case.head, code=f"GL-{uuid4().hex}"), referrals=referrals)


def test_a_saved_case_is_read_back_the_same(vault: Vault) -> None:
    saved = save(vault, a_case(referrals=(a_referral(),), tasks=(a_task(),)))
    assert load(vault, saved) == saved


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn=cases(), changed=cases())
def test_any_case_is_read_back_the_same(one_vault: Vault, drawn: Case, changed: Case) -> None:
    saved = save(one_vault, coded(drawn))
    assert load(one_vault, saved) == saved
    other = replace(
        coded(changed),
        head=saved.head,
        client=replace(changed.client, id=saved.client.id),
        intake=replace(changed.intake, id=saved.intake.id),
    )
    again = save(one_vault, other, at=later(1))
    assert load(one_vault, again) == again
    assert save(one_vault, again, at=later(2)) == again, "what is the same is not written"


def test_saving_fills_in_who_and_when(vault: Vault) -> None:
    saved = save(vault, a_case())
    for record in (saved.head, saved.client, saved.incidents[0], *saved.consents):
        assert record.id
        assert (record.created_by, record.updated_by, record.created_unit) == (WORKER, WORKER, UNIT)
        assert (record.created_at, record.updated_at, record.revision) == (NOW, NOW, 1)
        assert record.source is RecordSource.ENTERED


def test_only_what_changed_gets_a_revision(vault: Vault) -> None:
    saved = save(vault, a_case())
    client = replace(saved.client, full_name="Lê Thị Thử")
    again = save(vault, replace(saved, client=client), by="Cán bộ khác", at=later(5))
    assert (again.client.revision, again.client.updated_by) == (2, "Cán bộ khác")
    assert (again.client.created_by, again.client.created_at) == (WORKER, NOW)
    assert again.client.updated_at == later(5)
    assert (again.head, again.intake, again.incidents) == (
        saved.head,
        saved.intake,
        saved.incidents,
    )


def test_nobody_changes_who_made_a_record(vault: Vault) -> None:
    saved = save(vault, a_case())
    forged = Client(id=saved.client.id, full_name="Lê Thị Thử", revision=99, created_by="Ai đó")
    again = save(vault, replace(saved, client=forged), at=later(5))
    assert (again.client.revision, again.client.created_by) == (2, WORKER)
    assert again.client.created_at == NOW


def test_the_history_of_states_moves_only_with_the_state(vault: Vault) -> None:
    saved = save(vault, a_case())
    again = save(vault, replace(saved, client=replace(saved.client, full_name="Lê Thị Thử")))
    assert again.head.status_history == saved.head.status_history
    assert again.head.status is CaseStatus.OPEN


def test_a_part_that_moves_up_is_not_a_change(vault: Vault) -> None:
    two = a_case(incidents=(an_incident(), an_incident(account="Việc thứ hai.")))
    saved = save(vault, two)
    again = save(vault, replace(saved, incidents=saved.incidents[1:]), at=later(1))
    assert again.incidents == saved.incidents[1:]
    assert load(vault, again) == again


def test_parts_keep_the_order_they_were_given(vault: Vault) -> None:
    saved = save(vault, a_case(incidents=tuple(an_incident(account=f"{n}.") for n in range(12))))
    turned = replace(saved, incidents=saved.incidents[::-1])
    again = save(vault, turned, at=later(1))
    assert load(vault, again).incidents == saved.incidents[::-1]


def test_a_part_that_is_put_back_goes_on_from_its_revision(vault: Vault) -> None:
    saved = save(vault, a_case())
    without = save(vault, replace(saved, incidents=()), at=later(1))
    assert load(vault, without).incidents == ()
    again = save(vault, replace(without, incidents=saved.incidents), at=later(2))
    assert again.incidents[0].revision == 3
    assert again.incidents[0].created_at == NOW
    assert load(vault, again) == again


def test_what_is_inside_a_record_goes_with_it(vault: Vault) -> None:
    inside = an_incident(alleged_perpetrators=(a_perpetrator(), a_perpetrator(name="Người Mẫu")))
    answer = ReferralFeedback(filled_by="Cán bộ Mẫu")
    referral = a_referral(feedback=(answer,))
    saved = save(vault, a_case(incidents=(inside, an_incident()), referrals=(referral,)))
    assert load(vault, saved) == saved
    assert len(load(vault, saved).incidents[0].alleged_perpetrators) == 2
    again = save(vault, replace(saved, incidents=saved.incidents[1:], referrals=()), at=later(1))
    assert load(vault, again) == again
    with vault.begin() as db:
        assert db.exec_driver_sql("SELECT count(*) FROM alleged_perpetrators").scalar_one() == 1
        assert db.exec_driver_sql("SELECT count(*) FROM referral_feedback").scalar_one() == 0


def test_a_record_never_takes_the_place_of_another_cases(vault: Vault) -> None:
    same = (an_incident(id="incident-1", alleged_perpetrators=(a_perpetrator(id="1"),)),)
    first = save(vault, a_case(incidents=same))
    second = save(vault, a_case(head=CaseHead(code="GL-MAU-2"), incidents=same))
    assert load(vault, first) == first
    assert load(vault, second) == second
    changed = replace(second, incidents=(replace(second.incidents[0], account="Khác."),))
    again = save(vault, changed, at=later(1))
    removed = save(vault, replace(again, incidents=()), at=later(2))
    assert load(vault, removed) == removed
    assert load(vault, first) == first


def test_two_records_of_a_case_never_have_one_number(vault: Vault) -> None:
    twice = (an_incident(id="incident-1"), an_incident(id="incident-1", account="Khác."))
    with pytest.raises(RecordTaken):
        save(vault, a_case(incidents=twice))


def test_records_of_different_kinds_may_have_one_number(vault: Vault) -> None:
    saved = save(vault, a_case(incidents=(an_incident(id="1"),), tasks=(a_task(id="1"),)))
    assert load(vault, saved) == saved


def test_a_code_is_of_one_case(vault: Vault) -> None:
    saved = save(vault, a_case())
    with vault.begin() as db:
        assert case_id_of(db, "GL-MAU-1") == saved.head.id
        assert case_id_of(db, "GL-MAU-2") is None
    same_code = replace(a_case(), consents=())
    with pytest.raises(Exception, match="UNIQUE"):
        save(vault, same_code)


def test_a_case_that_is_not_there_is_said_so(vault: Vault) -> None:
    with vault.begin() as db, pytest.raises(KeyError):
        load_case(db, "nobody")


def test_a_referral_leads_to_its_case(vault: Vault) -> None:
    saved = save(vault, a_case(referrals=(a_referral(),)))
    with vault.begin() as db:
        assert case_of_referral(db, "PC-MAU-1") == saved.head.id
        assert case_of_referral(db, "PC-MAU-2") is None


def test_a_referral_number_is_of_one_referral(vault: Vault) -> None:
    saved = save(vault, a_case(referrals=(a_referral(),)))
    assert save(vault, saved, at=later(1)) == saved
    with pytest.raises(NumberTaken):
        save(vault, a_case(head=CaseHead(code="GL-MAU-2"), referrals=(a_referral(),)))
    with pytest.raises(NumberTaken):
        save(vault, replace(saved, referrals=(*saved.referrals, a_referral())), at=later(1))
    assert load(vault, saved) == saved


def test_many_cases_are_read_in_the_order_asked(vault: Vault) -> None:
    heads = [CaseHead(code=f"GL-MAU-{n}", opened_on=date(2025, 9, 1)) for n in range(250)]
    saved = [save(vault, replace(a_case(head=head, incidents=()), consents=())) for head in heads]
    asked = [case.head.id for case in saved[::-1]]
    with vault.begin() as db:
        read = list(load_cases(db, [*asked, "nobody"]))
    assert read == saved[::-1]


def test_nothing_that_was_taken_is_refused_later(vault: Vault) -> None:
    client = Client(
        dob=PartialDate(1066),
        trusted_person=TrustedPerson(name="x" * 70_000),
        household_key=NotAnswered.UNKNOWN,
    )
    saved = save(vault, replace(a_case(), client=client))
    assert load(vault, saved).client.trusted_person == client.trusted_person
    assert load(vault, saved) == saved


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_every_text_of_every_form_is_kept_to_the_letter(one_vault: Vault, hostile: str) -> None:
    """P22: whatever is typed is text, in every field of every form."""
    parts: dict[str, Any] = {}
    for part, kind in PARTS.items():
        filled = full_of(kind, hostile)
        parts[part] = filled if part in ("client", "intake") else (filled,)
    saved = save(one_vault, coded(Case(**parts)))
    assert load(one_vault, saved) == saved
    assert load(one_vault, saved).client.full_name == Client(full_name=hostile).full_name
    with one_vault.begin() as db:
        assert db.exec_driver_sql("SELECT count(*) FROM cases").scalar_one() > 0


def full_of(kind: type[Record], text: str) -> Any:
    """Return a record in which every text says the same, in its groups as well."""
    values: dict[str, Any] = {}
    for one in entries_of(kind):
        if one.is_group and not one.about.made:
            inner = full_of(one.kind, text)
            values[one.name] = (inner, inner) if one.many else inner
        elif one.kind is str and one.name != "id" and not one.about.made:
            values[one.name] = text
    return kind(**values)


def test_every_record_of_a_case_is_filled_by_that(one_vault: Vault) -> None:
    filled = full_of(Incident, "chữ")
    assert isinstance(filled.alleged_perpetrators[0], AllegedPerpetrator)
    assert filled.alleged_perpetrators[0].name == "chữ"


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_kept_as_the_record_holds_it(one_vault: Vault, text: str) -> None:
    case = replace(a_case(incidents=()), consents=(), client=Client(full_name=text))
    saved = save(one_vault, coded(case))
    assert load(one_vault, saved).client.full_name == saved.client.full_name
