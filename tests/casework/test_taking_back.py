from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gbvcase.casework.cases import Change, add_cases, amend, history, load, remove_part
from gbvcase.casework.desk import Desk
from gbvcase.casework.taking_back import RecordGone, may_take_back, take_back
from gbvcase.domain.case import Case
from gbvcase.domain.codes import Sex
from tests.ui.desks import CASE, new_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = new_desk(Path(tmp_path_factory.mktemp("cabinet")))
    yield desk
    desk.vault.lock()


@pytest.fixture
def case(desk: Desk) -> Case:
    incident = {**CASE["incidents"][0], "alleged_perpetrators": [{"sex": "male"}]}
    (case,) = add_cases(desk, [("test", {**CASE, "incidents": [incident]})])
    return case


def newest(desk: Desk, case: Case, field: str) -> Change:
    return next(
        one
        for one in history(desk, case.head.id)
        if one.entry is not None and one.entry.name == field and one.what == "changed"
    )


def test_an_earlier_answer_becomes_a_new_version(desk: Desk, case: Case) -> None:
    incident = replace(case.incidents[0], account="Lời kể khác.")
    amend(desk, case.head.id, "incidents", incident, 0)
    now = take_back(desk, case.head.id, newest(desk, case, "account"))
    assert now.incidents[0].account == case.incidents[0].account
    assert now.incidents[0].revision == case.incidents[0].revision + 2
    assert newest(desk, case, "account").old == "Lời kể khác."


def test_an_answer_inside_an_incident_too(desk: Desk, case: Case) -> None:
    (person,) = case.incidents[0].alleged_perpetrators
    changed = replace(case.incidents[0], alleged_perpetrators=(replace(person, sex=Sex.FEMALE),))
    amend(desk, case.head.id, "incidents", changed, 0)
    take_back(desk, case.head.id, newest(desk, case, "sex"))
    (person,) = load(desk, case.head.id).incidents[0].alleged_perpetrators
    assert person.sex is Sex.MALE


def test_a_record_that_is_gone_is_said(desk: Desk, case: Case) -> None:
    incident = replace(case.incidents[0], account="Lời kể khác.")
    amend(desk, case.head.id, "incidents", incident, 0)
    change = newest(desk, case, "account")
    remove_part(desk, case.head.id, "incidents", 0)
    with pytest.raises(RecordGone):
        take_back(desk, case.head.id, change)


def test_agreements_and_states_have_steps_of_their_own(desk: Desk, case: Case) -> None:
    consent = replace(case.consents[0], given_at=desk.now())
    amend(desk, case.head.id, "consents", consent, 0)
    assert not may_take_back(newest(desk, case, "given_at"))
