from dataclasses import replace
from datetime import timedelta

import pytest

from gbvcase.casework.assigning import assign, take_assignment_back, workers_known
from gbvcase.casework.cases import (
    View,
    amend,
    history,
    lines,
    list_cases,
    load,
    move_case,
    new_case,
)
from gbvcase.casework.desk import Desk
from gbvcase.casework.overviews import Awaited, overview
from gbvcase.casework.tasks import add_task, finish_task
from gbvcase.domain.case import Case
from gbvcase.domain.codes import CaseStatus, ConsentException, GbvType, Role, TaskKind
from gbvcase.domain.consent import SharingException
from gbvcase.domain.errors import Cancelled, GbvcaseError
from gbvcase.vault.journal import verify
from tests.builders import INTAKE, a_case, a_consent
from tests.casework.conftest import NOW

LATE = NOW.date() - timedelta(days=3)


@pytest.fixture
def supervisor(desk: Desk) -> Desk:
    return replace(desk, profile=replace(desk.profile, worker="Hà (mẫu)", role=Role.SUPERVISOR))


def opened(desk: Desk) -> Case:
    made = a_case()
    return new_case(desk, made.client, INTAKE, made.consents, made.incidents)


def share(desk: Desk, case: Case, **said: object) -> Case:
    exception = SharingException(reason="Lý do mẫu", **said)  # type: ignore[arg-type]
    return amend(desk, case.head.id, "consents", a_consent(exception=exception))


def waits(desk: Desk) -> list[Awaited]:
    return [one.what for one in overview(desk).waiting]


def test_sharing_without_consent_waits_for_a_second_person(desk: Desk, supervisor: Desk) -> None:
    case = share(desk, opened(desk), basis=ConsentException.COURT_ORDER)
    assert waits(supervisor) == [Awaited.SHARING]
    (one,) = overview(supervisor).waiting
    assert (one.case_id, one.owner, one.what.part) == (case.head.id, desk.worker, "consents")
    exception = replace(case.consents[-1].exception, approver=supervisor.worker)
    place = len(case.consents) - 1
    amend(
        supervisor,
        case.head.id,
        "consents",
        replace(case.consents[place], exception=exception),
        place,
    )
    assert waits(supervisor) == []


def test_sharing_in_danger_comes_first_and_is_said_once_though_it_has_a_task(
    desk: Desk, supervisor: Desk
) -> None:
    share(desk, opened(desk), basis=ConsentException.COURT_ORDER)
    case = share(desk, opened(desk), basis=ConsentException.IMMINENT_DANGER)
    assert any(task.kind is TaskKind.APPROVAL for task in load(desk, case.head.id).tasks)
    assert waits(supervisor) == [Awaited.DANGER, Awaited.SHARING]


def test_a_type_changed_by_hand_and_a_task_of_approval_wait(desk: Desk, supervisor: Desk) -> None:
    case = opened(desk)
    incident = case.incidents[0]
    changed = replace(incident, gbv_type=GbvType.RAPE, type_override_reason="Lý do mẫu")
    amend(desk, case.head.id, "incidents", changed, 0)
    task = add_task(desk, case.head.id, TaskKind.APPROVAL, LATE)
    assert set(waits(supervisor)) == {Awaited.CHANGED_TYPE, Awaited.TASK}
    finish_task(desk, case.head.id, task.id)
    amend(desk, case.head.id, "incidents", replace(changed, type_override_reviewer="Hà (mẫu)"), 0)
    assert waits(supervisor) == []


def test_nobody_is_shown_what_she_would_second_of_herself_and_no_worker_sees_it(
    desk: Desk, supervisor: Desk
) -> None:
    share(supervisor, opened(supervisor), basis=ConsentException.COURT_ORDER)
    assert waits(supervisor) == []
    share(desk, opened(desk), basis=ConsentException.COURT_ORDER)
    assert overview(desk).waiting == overview(desk).workers == ()


def test_each_worker_has_a_line_with_what_is_in_hand_and_late(desk: Desk, supervisor: Desk) -> None:
    case, _ = opened(desk), opened(desk)
    add_task(desk, case.head.id, TaskKind.FOLLOW_UP, LATE)
    add_task(desk, case.head.id, TaskKind.FOLLOW_UP, NOW.date())
    done = add_task(desk, case.head.id, TaskKind.SERVICE, LATE)
    finish_task(desk, case.head.id, done.id)
    opened(supervisor)
    lines_of = {one.worker: (one.in_hand, one.late) for one in overview(supervisor).workers}
    assert lines_of == {"Hà (mẫu)": (1, 0), "Lan (mẫu)": (2, 1)}


def test_cases_change_hands_with_what_is_to_be_done_and_come_back(
    desk: Desk, supervisor: Desk
) -> None:
    case, other = opened(desk), opened(supervisor)
    kept = add_task(desk, case.head.id, TaskKind.FOLLOW_UP, LATE)
    done = add_task(desk, case.head.id, TaskKind.SERVICE, LATE)
    finish_task(desk, case.head.id, done.id)
    before = load(desk, case.head.id)

    assigned = assign(supervisor, (case.head.id, other.head.id), " Hoa  (mẫu) ")
    after = load(desk, case.head.id)
    assert after.head.owner == load(desk, other.head.id).head.owner == "Hoa (mẫu)"
    assert {t.id: t.assignee for t in after.tasks}[kept.id] == "Hoa (mẫu)"
    assert {t.id: t.assignee for t in after.tasks}[done.id] == "Lan (mẫu)"
    assert workers_known(supervisor) == ("Hà (mẫu)", "Hoa (mẫu)")
    assert [one.owner for one in lines(desk, list_cases(desk, View(owner="Hoa (mẫu)")))] == [
        "Hoa (mẫu)"
    ] * 2

    take_assignment_back(supervisor, assigned)
    back = load(desk, case.head.id)
    assert (back.head.owner, [t.assignee for t in back.tasks]) == (
        before.head.owner,
        [t.assignee for t in before.tasks],
    )
    assert load(desk, other.head.id).head.owner == "Hà (mẫu)"
    assert len(history(desk, case.head.id)) > len(before.tasks)


def test_only_a_supervisor_assigns_and_only_what_has_not_ended_here(
    desk: Desk, supervisor: Desk
) -> None:
    case = opened(desk)
    for who, ids, to in (
        (desk, [case.head.id], "Hoa (mẫu)"),
        (supervisor, [case.head.id], "  "),
        (supervisor, [str(number) for number in range(501)], "Hoa (mẫu)"),
    ):
        with pytest.raises(GbvcaseError):
            assign(who, ids, to)
    draft = new_case(desk, replace(a_case().client, full_name="Mẫu"), replace(INTAKE, channel=None))
    gone = _voided(supervisor, draft)
    with pytest.raises(GbvcaseError):
        assign(supervisor, [case.head.id, gone.head.id], "Hoa (mẫu)")
    assert load(desk, case.head.id).head.owner == desk.worker  # all or none


def _voided(desk: Desk, case: Case) -> Case:
    return move_case(desk, case.head.id, CaseStatus.VOIDED, "Thử")


def test_an_assignment_that_is_stopped_leaves_all_as_it_was(desk: Desk, supervisor: Desk) -> None:
    ids = [opened(desk).head.id for _ in range(3)]

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        assign(supervisor, ids, "Hoa (mẫu)", stop)
    assert {load(desk, one).head.owner for one in ids} == {desk.worker}


def test_assigning_is_written_in_the_journal_without_a_name(desk: Desk, supervisor: Desk) -> None:
    case = opened(desk)
    assign(supervisor, [case.head.id], "Hoa (mẫu)")
    with desk.vault.begin() as db:
        assert verify(db) is None
        (entry,) = db.exec_driver_sql("SELECT entry FROM journal ORDER BY seq DESC LIMIT 1").one()
    assert '"case.assign"' in entry and case.head.id in entry
    assert "Hoa" not in entry
