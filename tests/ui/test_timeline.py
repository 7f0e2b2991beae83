"""The story of a case: what it tells, and the notes that are written into it."""

from dataclasses import replace
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gbvcase.casework.cases import amend, load
from gbvcase.casework.desk import Desk
from gbvcase.casework.drafts import drafts
from gbvcase.casework.notes import add_note, remove_note
from gbvcase.casework.papers import Purpose, note_destroyed, note_print
from gbvcase.casework.providers import providers
from gbvcase.casework.referrals import add_referral, hand_over, make_ready, move_referral
from gbvcase.domain.case import Case
from gbvcase.domain.codes import PaperKind, ReferralStatus, Role
from gbvcase.ui.case_page import CasePage
from gbvcase.ui.timeline import TRASH, EventLine, Timeline
from tests.ui.desks import AtOnce, FakeFrame

TEXT = "Đã gọi lại (mẫu)."


def page_of(qtbot: QtBot, frame: FakeFrame, case: Case, **where: object) -> CasePage:
    page = CasePage(frame)
    qtbot.addWidget(page)
    page.resize(1130, 640)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open(case_id=case.head.id, **where)
    assert frame.errors == []
    return page


def story_of(page: CasePage) -> Timeline:
    story = page._pages.currentWidget()
    assert isinstance(story, Timeline)
    return story


def told(story: Timeline) -> list[str]:
    QApplication.processEvents()  # what was drawn anew is laid out
    return [said(line) for line in story.findChildren(EventLine) if line.isVisibleTo(story)]


def said(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(w.text() for w in widget.findChildren(QLabel) if w.isVisibleTo(widget))


def press(widget: QWidget, words: str) -> None:
    (found,) = [b for b in widget.findChildren(QPushButton) if words in b.text()]
    found.click()


def test_a_note_is_written_by_the_keyboard_alone_and_stands_first(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    page = page_of(qtbot, frame, case)
    assert page.act("new_note")
    story = story_of(page)
    QTest.keyClicks(story.note_box.editor.field, "Called back.")
    assert page.act("main")
    assert [one.text for one in load(desk, case.head.id).notes] == ["Called back."]
    assert told(story_of(page))[0].endswith("Called back.")
    assert not story_of(page).note_box.has_words()
    assert not [one for one in drafts(desk) if one.case_id == case.head.id]


def test_a_note_without_words_asks_for_them(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    page = page_of(qtbot, frame, case, tab="timeline")
    story_of(page).note_box.keep()
    assert not story_of(page).note_box._problem.isHidden()
    assert load(desk, case.head.id).notes == ()


def test_half_a_note_is_a_draft_that_is_offered_and_gone_on_with(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    page = page_of(qtbot, frame, case, tab="timeline")
    QTest.keyClicks(story_of(page).note_box.editor.field, "Half")
    page.flush()
    (draft,) = [one for one in drafts(desk) if one.case_id == case.head.id]
    again = page_of(qtbot, frame, case, tab="timeline")
    assert not story_of(again).note_box.has_words()
    assert not story_of(again).note_box._rescue.isHidden()
    third = page_of(qtbot, frame, case, draft=draft)
    assert story_of(third).note_box.editor.typed() == "Half"
    story_of(third).note_box.keep()
    assert [one.text for one in load(desk, case.head.id).notes] == ["Half"]


def test_a_draft_of_a_part_opens_the_tab_of_that_part(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    for tab, part, name in (("client", "client", "other_names"), ("", "consents.new", "limits")):
        page = page_of(qtbot, frame, case, tab=tab)
        if part.endswith("new"):
            page._add("consents")
        form = page._pages.currentWidget().form
        form.row(name).set_typed("Mẫu")
        page.flush()
        form_name = part.partition(".")[0]
        mine = [one for one in drafts(desk) if one.case_id == case.head.id]
        draft = next(one for one in mine if one.form == form_name)
        again = page_of(qtbot, frame, case, draft=draft)
        assert again._tab().name == part
        assert again._pages.currentWidget().form.typed() == {name: "Mẫu"}


def test_a_note_is_changed_where_it_stands_and_its_old_words_can_be_read(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    case = add_note(desk, case.head.id, TEXT)
    page = page_of(qtbot, frame, case, tab="timeline")
    press(story_of(page).findChildren(EventLine)[0], "Change")
    box = story_of(page).note_box
    assert box.editor.typed() == TEXT
    box.editor.set_typed("Khác (mẫu).")
    box.keep()
    assert [one.text for one in load(desk, case.head.id).notes] == ["Khác (mẫu)."]
    first = story_of(page).findChildren(EventLine)[0]
    assert TEXT not in said(first)
    press(first, "values")
    assert TEXT in said(first)


def test_a_note_that_is_thrown_away_comes_back_by_undo_and_out_of_the_trash(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    case = add_note(desk, case.head.id, TEXT)
    page = page_of(qtbot, frame, case, tab="timeline")
    press(story_of(page).findChildren(EventLine)[0], "Throw away")
    assert load(desk, case.head.id).notes == ()
    assert TEXT not in "".join(told(story_of(page)))
    undo = frame.actions[-1]
    assert undo is not None
    undo()
    assert [one.text for one in load(desk, case.head.id).notes] == [TEXT]
    wrote = next(
        one for one in story_of(page).findChildren(EventLine) if "wrote a note" in said(one)
    )
    press(wrote, "Throw away")
    story = story_of(page)
    story._kind.setCurrentIndex(story._kind.findData(TRASH))
    story._draw()
    assert TEXT in said(story)
    press(story, "Take back")
    assert [one.text for one in load(desk, case.head.id).notes] == [TEXT]


def test_a_note_of_somebody_else_is_read_and_not_changed(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    add_note(replace(desk, profile=replace(desk.profile, worker="Hà (mẫu)")), case.head.id, TEXT)
    page = page_of(qtbot, frame, case, tab="timeline")
    first = story_of(page).findChildren(EventLine)[0]
    assert TEXT in said(first)
    assert first.findChildren(QPushButton) == []


def test_who_only_counts_writes_no_note_and_sees_no_earlier_value(
    qtbot: QtBot, case: Case, desk: Desk
) -> None:
    amend(desk, case.head.id, "client", replace(case.client, other_names="Chị Mẫu"))
    seated = replace(desk, profile=replace(desk.profile, role=Role.DATA_FOCAL))
    story = Timeline(FakeFrame(seated), load(desk, case.head.id))
    qtbot.addWidget(story)
    assert story.note_box.isHidden()
    assert all(one.findChildren(QPushButton) == [] for one in story.findChildren(EventLine))


def test_the_story_of_a_referral_tells_its_states_its_prints_and_its_receipt(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    health = next(one for one in providers(desk) if "Y tế" in str(one.name))
    document = {
        "direction": "out",
        "sector": "health",
        "provider": health.id,
        "service_requested": ["treatment"],
        "urgency": "normal",
        "reason_short": "Cần khám (mẫu).",
    }
    number = str(add_referral(desk, case.head.id, document).referral_no)
    make_ready(desk, case.head.id, number)
    note_print(desk, case.head.id, Purpose.FOR_THE_RECEIVER, number=number, copies=2)
    hand_over(desk, case.head.id, number, "worker_delivers")
    move_referral(desk, case.head.id, number, ReferralStatus.ACKNOWLEDGED)
    note_destroyed(desk, case.head.id, number, 0, True)
    note_print(desk, case.head.id, Purpose.FOR_THE_PERSON, paper=PaperKind.CONSENT_FORM, saved=True)
    page = page_of(qtbot, frame, case, tab="timeline")
    lines = told(story_of(page))
    for words in (
        f"began the referral {number}",
        f"printed Referral form {number}, copies: 2",
        "Sent to the receiving agency",
        f"referral {number} is now “Received”",
        f"copies came back or were destroyed: Referral form {number}",
        "saved Consent form as a locked file",
        "New task: Referral reply, until",
    ):
        assert [line for line in lines if words in line], words
    story = story_of(page)
    story._kind.setCurrentIndex(story._kind.findText("Papers"))
    story._draw()
    assert len(told(story)) == 3


def test_what_was_made_at_once_is_told_in_one_line(
    qtbot: QtBot, frame: FakeFrame, case: Case
) -> None:
    lines = told(story_of(page_of(qtbot, frame, case, tab="timeline")))
    (opened,) = [line for line in lines if "opened the case" in line]
    assert len([line for line in lines if "added" in line]) == 0, (lines, opened)


def test_the_case_is_shown_as_it_was_then(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    for name in ("Chị Mẫu", "Chị Thử"):
        amend(desk, case.head.id, "client", replace(case.client, other_names=name))
    page = page_of(qtbot, frame, case, tab="timeline")
    second = story_of(page).findChildren(EventLine)[1]
    press(second, "values")
    press(second, "as it was then")
    (dialog,) = page.findChildren(QDialog)
    assert "Chị Mẫu" in said(dialog)
    assert "Chị Thử" not in said(dialog)
    dialog.close()


def test_how_to_make_contact_stands_before_a_number_of_the_story(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    amend(desk, case.head.id, "client", replace(case.client, phone_safe="0990000002"))
    page = page_of(qtbot, frame, case, tab="timeline")
    first = story_of(page).findChildren(EventLine)[0]
    press(first, "values")
    told_now = said(first)
    assert told_now.index("9-10 giờ") < told_now.index("0990 000 002")


def test_a_note_is_kept_once_however_often_the_button_is_pressed(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    page = page_of(qtbot, frame, case, tab="timeline")
    box = story_of(page).note_box
    box.editor.set_typed("Một lần (mẫu).")
    waiting: list[Any] = []

    class Later:
        def start(self, work: Any, *, done: Any, failed: Any) -> None:
            waiting.append((work, done))

    frame.jobs = Later()  # type: ignore[assignment] # what is started waits
    box.keep()
    box.keep()
    (kept,) = waiting
    frame.jobs = AtOnce()
    work, done = kept
    done(work(None))
    assert [one.text for one in load(desk, case.head.id).notes] == ["Một lần (mẫu)."]
    assert box._keep.isEnabled()


def test_a_note_that_could_not_be_kept_stays_in_its_field(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    case = add_note(desk, case.head.id, TEXT)
    page = page_of(qtbot, frame, case, tab="timeline")
    box = story_of(page).note_box
    box.change(case.notes[0])
    box.editor.set_typed("Khác (mẫu).")
    remove_note(desk, case.head.id, str(case.notes[0].id))
    box.keep()
    assert len(frame.errors) == 1
    assert box.editor.typed() == "Khác (mẫu)."
    assert box._keep.isEnabled()
