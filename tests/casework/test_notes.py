from dataclasses import replace
from datetime import timedelta

import pytest

from gbvcase.casework.cases import add_cases, case_as_json, list_cases, load, new_case
from gbvcase.casework.desk import Desk
from gbvcase.casework.notes import (
    NoteGone,
    add_note,
    amend_note,
    remove_note,
    restore_note,
    thrown_away,
)
from gbvcase.domain.case import Case
from gbvcase.domain.codes import Role
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.stepping import NotAllowed
from gbvcase.vault.lists import View
from gbvcase.vault.revisions import changes, record_at
from tests.builders import a_case

TEXT = "Đã gọi lại, hẹn thứ Năm (mẫu)."


def a_whole_case(desk: Desk) -> Case:
    made = a_case()
    return new_case(desk, made.client, made.intake, made.consents, made.incidents)


def seated(desk: Desk, worker: str, role: Role = Role.CASEWORKER) -> Desk:
    return replace(desk, profile=replace(desk.profile, worker=worker, role=role))


def test_a_note_is_kept_with_its_author_and_its_time(desk: Desk) -> None:
    case = add_note(desk, a_whole_case(desk).head.id, TEXT)
    (note,) = load(desk, case.head.id).notes
    assert (note.text, note.created_by, note.noted_at) == (TEXT, desk.worker, desk.now())


def test_a_case_is_found_by_the_words_of_a_note_until_it_is_thrown_away(desk: Desk) -> None:
    case = add_note(desk, a_whole_case(desk).head.id, "gọi lại cho trưởng thôn Ktuch")
    assert list_cases(desk, View(text="ktuch")) == (case.head.id,)
    remove_note(desk, case.head.id, str(case.notes[0].id))
    assert list_cases(desk, View(text="ktuch")) == ()


def test_the_words_before_a_change_can_still_be_read(desk: Desk) -> None:
    case = add_note(desk, a_whole_case(desk).head.id, TEXT)
    note_id = str(case.notes[0].id)
    assert amend_note(desk, case.head.id, note_id, "Khác.").notes[0].text == "Khác."
    with desk.vault.begin() as db:
        assert record_at(db, case.head.id, note_id, 1).text == TEXT  # type: ignore[attr-defined]
        assert any(one.old == TEXT for one in changes(db, case.head.id))


def test_nobody_writes_over_the_note_of_another_person(desk: Desk) -> None:
    case = add_note(desk, a_whole_case(desk).head.id, TEXT)
    other = seated(desk, "Hà (mẫu)", Role.SUPERVISOR)
    for change in (
        lambda: amend_note(other, case.head.id, str(case.notes[0].id), "Khác."),
        lambda: remove_note(other, case.head.id, str(case.notes[0].id)),
    ):
        with pytest.raises(NotAllowed) as refused:
            change()
        assert "Only the person who wrote" in refused.value.said(ENGLISH)
    assert len(add_note(other, case.head.id, "Đã đọc (mẫu).").notes) == 2


@pytest.mark.parametrize("role", [Role.DATA_FOCAL, Role.ADMINISTRATOR, Role.PARTNER_VIEWER])
def test_a_role_that_sees_no_case_writes_no_note(desk: Desk, role: Role) -> None:
    case = a_whole_case(desk)
    with pytest.raises(NotAllowed):
        add_note(seated(desk, "Khác (mẫu)", role), case.head.id, TEXT)
    assert load(desk, case.head.id).notes == ()


def test_a_note_comes_back_out_of_the_trash_as_it_was(desk: Desk) -> None:
    case = add_note(desk, a_whole_case(desk).head.id, TEXT)
    note_id = str(case.notes[0].id)
    remove_note(desk, case.head.id, note_id)
    (thrown,) = thrown_away(desk, case.head.id)
    assert (thrown.note.text, thrown.by) == (TEXT, desk.worker)
    back = restore_note(desk, case.head.id, note_id)
    assert [one.text for one in back.notes] == [TEXT]
    assert thrown_away(desk, case.head.id) == ()
    with pytest.raises(NoteGone):
        restore_note(desk, case.head.id, note_id)


def test_no_clock_alone_keeps_a_note_from_coming_back(desk: Desk) -> None:
    case = add_note(desk, a_whole_case(desk).head.id, TEXT)
    note_id = str(case.notes[0].id)
    remove_note(desk, case.head.id, note_id)
    late = replace(desk, clock=lambda: desk.now() + timedelta(days=400))
    assert [one.note.text for one in thrown_away(late, case.head.id)] == [TEXT]
    assert [one.text for one in restore_note(late, case.head.id, note_id).notes] == [TEXT]


def test_notes_in_a_document_come_back_as_they_were_given(desk: Desk) -> None:
    notes = [{"noted_at": "2025-03-01T09:00:00+07:00", "text": TEXT}, {"text": "Hai."}]
    (case,) = add_cases(desk, [("test", {"notes": notes})])
    assert case_as_json(desk, case)["notes"] == notes
    assert [one["by"] for one in case_as_json(desk, case)["derived"]["notes"]] == [desk.worker] * 2


def test_each_step_with_a_note_is_a_line_of_the_journal_without_its_words(desk: Desk) -> None:
    case = add_note(desk, a_whole_case(desk).head.id, TEXT)
    note_id = str(case.notes[0].id)
    amend_note(desk, case.head.id, note_id, "Khác.")
    remove_note(desk, case.head.id, note_id)
    restore_note(desk, case.head.id, note_id)
    with desk.vault.begin() as db:
        told = db.exec_driver_sql("SELECT group_concat(entry) FROM journal").scalar_one()
    for act in ("note.add", "note.amend", "note.remove", "note.restore"):
        assert act in told
    assert "gọi lại" not in told and "Khác" not in told
