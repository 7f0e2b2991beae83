from dataclasses import replace
from random import Random

import pytest

from gbvcase.domain.case import Case, CaseHead
from gbvcase.domain.codes import CaseStatus, MaritalStatus, NotAnswered
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.people import Child, TrustedPerson
from gbvcase.vault.revisions import Change, case_at, changes, record_at
from gbvcase.vault.vault import Vault
from tests.builders import WORKER, a_case, a_perpetrator, a_referral, a_task, an_incident
from tests.vault.keeping import later, load, save


def history(vault: Vault, case: Case) -> tuple[Change, ...]:
    with vault.begin() as db:
        return changes(db, case.head.id)


def test_the_history_says_what_changed_from_what_to_what_when_and_by_whom(vault: Vault) -> None:
    saved = save(vault, a_case(referrals=(), tasks=()))
    client = replace(
        saved.client, full_name="Lê Thị Thử", marital_status=NotAnswered.NO_ANSWER, pregnant=None
    )
    save(vault, replace(saved, client=client), by="Cán bộ khác", at=later(5))
    status, name, *made = history(vault, saved)
    assert {(change.by, change.at, change.revision, change.table) for change in (name, status)} == {
        ("Cán bộ khác", later(5), 2, "clients")
    }
    assert name.entry is not None
    assert (name.entry.name, name.old, name.new) == ("full_name", "Trần Thị Mẫu", "Lê Thị Thử")
    assert (status.old, status.new) == (MaritalStatus.of("married"), NotAnswered.NO_ANSWER)
    assert {change.what for change in made} == {"made"}
    assert len(made) == 8  # case, client, intake, three consents, incident, perpetrator


def test_the_history_speaks_in_sentences_and_in_plain_values(vault: Vault) -> None:
    saved = save(vault, a_case())
    save(vault, replace(saved, client=replace(saved.client, full_name="Lê Thị Thử")), at=later(5))
    change = history(vault, saved)[0]
    assert change.said(ENGLISH) == (
        "15/09/2025 09:05 Cán bộ Mẫu: Person, Full name: Trần Thị Mẫu → Lê Thị Thử"
    )
    assert change.as_json() | {"record_id": ""} == {
        "at": later(5).isoformat(),
        "by": WORKER,
        "what": "changed",
        "record": "clients",
        "record_id": "",
        "revision": 2,
        "field": "full_name",
        "old": "Trần Thị Mẫu",
        "new": "Lê Thị Thử",
    }
    assert "Mẫu" not in repr(change)


def test_a_history_is_of_one_case_where_numbers_are_the_same(vault: Vault) -> None:
    same = (an_incident(id="incident-1"),)
    first = save(vault, a_case(incidents=same))
    other = save(vault, a_case(head=CaseHead(code="GL-2"), incidents=same))
    changed = replace(other, incidents=(replace(other.incidents[0], account="Khác."),))
    save(vault, changed, at=later(1))
    assert {change.what for change in history(vault, first)} == {"made"}
    with vault.begin() as db:
        assert record_at(db, other.head.id, "incident-1", 1).account == "Lời kể mẫu."
        assert record_at(db, other.head.id, "incident-1", 2).account == "Khác."


def test_what_was_taken_out_can_still_be_read(vault: Vault) -> None:
    saved = save(vault, a_case())
    save(vault, replace(saved, incidents=()), at=later(1))
    removed = [change for change in history(vault, saved) if change.what == "removed"]
    assert {change.table for change in removed} == {"incidents", "alleged_perpetrators"}
    incident = saved.incidents[0]
    with vault.begin() as db:
        assert record_at(db, saved.head.id, incident.id, 1) == incident
        assert record_at(db, saved.head.id, incident.id, 1).account == "Lời kể mẫu."


def test_a_value_can_be_read_at_each_revision(vault: Vault) -> None:
    case = save(vault, a_case())
    names = ["Trần Thị Mẫu", "Lê Thị Thử", "Đỗ Thị Ví Dụ", "Lê Thị Thử"]
    for number, name in enumerate(names[1:], start=1):
        client = replace(case.client, full_name=name)
        case = save(vault, replace(case, client=client), at=later(number))
    with vault.begin() as db:
        for revision, name in enumerate(names, start=1):
            assert record_at(db, case.head.id, case.client.id, revision).full_name == name
        with pytest.raises(KeyError):
            record_at(db, case.head.id, case.client.id, 5)


def test_a_record_of_before_is_read_with_what_was_inside_it(vault: Vault) -> None:
    case = save(vault, a_case())
    first = case.incidents[0]
    other = replace(first, account="Khác.", alleged_perpetrators=(a_perpetrator(name="Khác"),))
    save(vault, replace(case, incidents=(other,)), at=later(1))
    with vault.begin() as db:
        assert record_at(db, case.head.id, first.id, 1) == first


def test_a_case_can_be_read_as_it_was_after_every_change(vault: Vault) -> None:
    random = Random(7)  # noqa: S311 - a test
    case = save(vault, a_case(referrals=(a_referral(),)))
    was = {last_saving(vault): case}
    for number in range(1, 25):
        case = save(vault, changed(case, random, number), at=later(number))
        assert load(vault, case) == case
        was[last_saving(vault)] = case
    assert len(was) > 15
    with vault.begin() as db:
        for saving, then in was.items():
            assert case_at(db, case.head.id, saving) == then
        with pytest.raises(KeyError):
            case_at(db, case.head.id, 0)


def last_saving(vault: Vault) -> int:
    with vault.begin() as db:
        return int(db.exec_driver_sql("SELECT max(saving) FROM revisions").scalar_one())


def changed(case: Case, random: Random, number: int) -> Case:  # noqa: PLR0911 - one for each
    """Return a case in which one thing or another is different."""
    match random.randrange(7):
        case 0:
            return replace(case, client=replace(case.client, full_name=f"Mẫu {number}"))
        case 1:
            return replace(case, incidents=(*case.incidents, an_incident(account=f"{number}.")))
        case 2:
            return replace(case, incidents=case.incidents[:-1])
        case 3:
            return replace(case, tasks=(*case.tasks, a_task()))
        case 4:
            return replace(case, incidents=case.incidents[::-1])
        case 5 if case.incidents:
            first = case.incidents[0]
            people = (*first.alleged_perpetrators, a_perpetrator(name=f"Thử {number}"))
            return replace(
                case,
                incidents=(replace(first, alleged_perpetrators=people), *case.incidents[1:]),
            )
        case _:
            status = random.choice((CaseStatus.OPEN, CaseStatus.ON_HOLD))
            return replace(case, head=replace(case.head, status=status))


def test_a_group_that_changed_is_told_as_well(vault: Vault) -> None:
    saved = save(vault, a_case())
    client = replace(
        saved.client,
        trusted_person=TrustedPerson(name="Người Tin Mẫu", phone="0900 000 009"),
        children=(Child(birth_year=2015), Child(birth_year=2018)),
    )
    save(vault, replace(saved, client=client), at=later(1))
    found = {change.entry.name: change for change in history(vault, saved) if change.entry}
    person, children = found["trusted_person"], found["children"]
    assert person.as_json()["old"] is None
    assert person.as_json()["new"] == {"name": "Người Tin Mẫu", "phone": "0900 000 009"}
    assert children.as_json()["new"] == [{"birth_year": 2015}, {"birth_year": 2018}]
    assert "Người Tin Mẫu" in person.said(ENGLISH)
    assert "2018" in children.said(ENGLISH)


def test_a_record_is_read_at_a_later_revision_of_another(vault: Vault) -> None:
    case = save(vault, a_case())
    with vault.begin() as db:
        assert record_at(db, case.head.id, case.client.id, 1) == case.client
        with pytest.raises(KeyError):
            record_at(db, case.head.id, "nobody", 1)
