from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gbvcase.casework.cases import amend, load
from gbvcase.casework.desk import Desk
from gbvcase.casework.drafts import drafts
from gbvcase.casework.referral_tokens import came_with_token
from gbvcase.domain.agreement import consent_state
from gbvcase.domain.case import Case
from gbvcase.domain.codes import (
    CaseStatus,
    ConsentState,
    ReportedElsewhere,
    VoidReason,
    YesNo,
)
from gbvcase.domain.task_states import is_open
from gbvcase.ui import autosave, case_consents, case_side, case_token, case_voiding
from gbvcase.ui.autosave import Autosave, Place
from gbvcase.ui.case_page import CasePage
from gbvcase.ui.case_part import PartForm
from gbvcase.ui.case_words import lamp_of
from gbvcase.ui.timeline import EventLine, Timeline
from tests.ui.desks import FakeFrame


def shown(qtbot: QtBot, frame: FakeFrame, case: Case, tab: str = "overview") -> CasePage:
    page = CasePage(frame)
    qtbot.addWidget(page)
    page.resize(1130, 640)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open(case_id=case.head.id, tab=tab)
    assert frame.errors == []
    return page


def form_of(page: CasePage) -> PartForm:
    form = page._pages.currentWidget()
    assert isinstance(form, PartForm)
    return form


def texts(widget: QLabel) -> str:
    QApplication.processEvents()
    return "\n".join(
        w.text()
        for kind in (QLabel, QPushButton)
        for w in widget.findChildren(kind)
        if w.isVisibleTo(widget)
    )


def test_the_header_says_which_case_this_is_and_can_hide_the_name(
    qtbot: QtBot, frame: FakeFrame, case: Case
) -> None:
    page = shown(qtbot, frame, case)
    assert page._head.code.text() == case.head.code
    assert "H'Thử" in page._head.who.text()
    page.act("hide_names")
    assert "H'Thử" not in page._head.who.text()
    assert "H'Thử" not in page.windowTitle()
    again = shown(qtbot, frame, case)
    assert "H'Thử" not in again._head.who.text()  # the choice is remembered
    again.act("hide_names")
    assert "H'Thử" in shown(qtbot, frame, case)._head.who.text()


def test_safe_contact_stands_before_the_telephone_number(
    qtbot: QtBot, frame: FakeFrame, case: Case
) -> None:
    page = shown(qtbot, frame, case)
    said = texts(page._pages.currentWidget())
    assert said.index("9-10 giờ") < said.index("0990 000 001")


def test_a_lamp_is_computed_and_read_aloud(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    page = shown(qtbot, frame, case)
    names = [tab.name for tab in page._tabs]
    assert lamp_of(case, "intake", desk.today()) == "done"
    assert lamp_of(case, "incidents", desk.today(), 0) == "look"
    assert lamp_of(case, "client", desk.today()) == "begun"
    said = page._bar.accessibleTabName(names.index("intake"))
    assert said == "Intake, done"
    assert not page._bar.tabIcon(names.index("intake")).isNull()


def test_what_is_saved_is_a_new_version_and_the_draft_is_gone(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    page = shown(qtbot, frame, case, "client")
    form = form_of(page).form
    form.focus_field("other_names")
    QTest.keyClicks(form.row("other_names").editor.field, "Thu")
    page.flush()
    assert any(d.case_id == case.head.id for d in drafts(desk))
    page.act("save")
    assert load(desk, case.head.id).client.other_names == "Thu"
    assert not any(d.case_id == case.head.id for d in drafts(desk))
    assert "09:41" in frame.notes[-1]
    assert form_of(page).form.typed() == {}


def test_a_draft_is_rescued_only_when_asked_and_only_in_its_own_form(
    qtbot: QtBot, frame: FakeFrame, case: Case
) -> None:
    page = shown(qtbot, frame, case, "client")
    form = form_of(page).form
    form.focus_field("other_names")
    QTest.keyClicks(form.row("other_names").editor.field, "Thu")
    page.flush()
    again = shown(qtbot, frame, case, "intake")
    assert form_of(again)._rescue.isHidden()
    again._go_to("client", None, "")
    rescued = form_of(again)
    assert rescued.form.typed() == {}
    assert not rescued._rescue.isHidden()
    rescued._rescue._go_on.click()
    assert rescued.form.typed() == {"other_names": "Thu"}
    assert rescued.form.focused() == "other_names"


def test_both_values_are_shown_where_the_case_changed_meanwhile(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    page = shown(qtbot, frame, case, "client")
    form = form_of(page).form
    form.focus_field("other_names")
    QTest.keyClicks(form.row("other_names").editor.field, "Mine")
    page.flush()
    changed = replace(case.client, other_names="Theirs")
    amend(desk, case.head.id, "client", changed)
    again = shown(qtbot, frame, case, "client")
    part = form_of(again)
    part._rescue._go_on.click()
    said = texts(part._both)
    assert "Theirs" in said
    assert part.form.typed() == {"other_names": "Mine"}
    next(b for b in part._both.findChildren(QPushButton) if "Take" in b.text()).click()
    assert part.form.typed() == {}
    assert part.form.row("other_names").typed() == "Theirs"


def test_a_draft_is_kept_a_second_after_the_last_key_and_every_five_at_most(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (autosave.AFTER_LAST_KEY, autosave.AT_MOST) == (1_000, 5_000)
    monkeypatch.setattr(autosave, "AFTER_LAST_KEY", 60)
    monkeypatch.setattr(autosave, "AT_MOST", 150)
    from PySide6.QtCore import QObject, QTimer

    parent = QObject()
    typed = {"text": ""}
    place = Place("client", case.head.id, "speed")
    saving = Autosave(frame, place, lambda: dict(typed), lambda: "text", parent)
    kept: list[object] = []
    saving.kept.connect(kept.append)
    timer = QTimer()
    timer.setInterval(20)  # a person who never stops typing

    def key() -> None:
        typed["text"] += "x"
        saving.touch()

    timer.timeout.connect(key)
    timer.start()
    qtbot.waitUntil(lambda: len(kept) >= 2, timeout=2000)
    timer.stop()
    qtbot.waitUntil(
        lambda: any(d.values == typed for d in drafts(desk) if d.record_id == "speed"), timeout=2000
    )


def test_words_on_their_way_into_the_cabinet_are_kept_by_a_lock(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    class Closed:
        def start(self, work, *, done, failed) -> None:
            """Takes a job and never does it, as at the moment of locking."""

    frame.jobs = Closed()  # type: ignore[assignment]
    from PySide6.QtCore import QObject

    parent = QObject()
    saving = Autosave(
        frame, Place("client", case.head.id, "lock"), lambda: {"a": "x"}, lambda: "a", parent
    )
    saving.keep()
    saving.flush()
    assert any(d.record_id == "lock" for d in drafts(desk))


def test_what_does_not_fit_is_listed_with_links(qtbot: QtBot, frame: FakeFrame, case: Case) -> None:
    page = shown(qtbot, frame, case, "client")
    form = form_of(page).form
    form.row("dob").editor.field.setText("31/02/1990")
    page.act("save")
    part = form_of(page)
    assert not part._look_again.isHidden()
    assert "31/02/1990" in texts(part._look_again)
    assert frame.notes == []


def test_undo_says_what_it_took_back(qtbot: QtBot, frame: FakeFrame, case: Case) -> None:
    page = shown(qtbot, frame, case, "client")
    form = form_of(page).form
    form.focus_field("other_names")
    QTest.keyClicks(form.row("other_names").editor.field, "Thu")
    form.focus_field("full_name")
    assert page.act("undo")
    assert form.typed() == {}
    assert "called" in frame.notes[-1]


def test_questions_that_make_no_sense_are_not_asked(
    qtbot: QtBot, frame: FakeFrame, case: Case
) -> None:
    page = shown(qtbot, frame, case, "client")
    form = form_of(page).form
    assert form.row("child_status").isHidden()
    assert not form.row("guardian").isHidden()
    form.row("dob").editor.field.setText("2015")
    form._changed()
    assert not form.row("child_status").isHidden()


def test_a_task_is_done_and_can_be_taken_back(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import date

    from gbvcase.domain.codes import TaskKind

    page = shown(qtbot, frame, case)
    monkeypatch.setattr(
        case_side, "ask_for_task", lambda *_: (TaskKind.FOLLOW_UP, date(2026, 11, 20))
    )
    page.act("new_task")
    assert "overdue" in texts(page._side)
    done = next(b for b in page._side.findChildren(QPushButton) if b.text() == "Done")
    done.click()
    assert not any(
        is_open(t) and t.kind is TaskKind.FOLLOW_UP for t in load(desk, case.head.id).tasks
    )
    take_back = frame.actions[-1]
    assert take_back is not None
    take_back()
    assert any(is_open(t) and t.kind is TaskKind.FOLLOW_UP for t in load(desk, case.head.id).tasks)


def test_a_consent_is_withdrawn_with_its_reason_and_stays_readable(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, frame, case, "consents")
    monkeypatch.setattr(case_consents, "ask_for_reason", lambda *_: "Đổi ý (mẫu)")
    second = next(
        b
        for b in page._pages.currentWidget().findChildren(QPushButton)
        if b.accessibleName() == "Withdraw consent 2"
    )
    second.click()
    now = load(desk, case.head.id)
    assert consent_state(now, now.consents[1], desk.today()) is ConsentState.WITHDRAWN
    assert now.consents[1].withdrawn_reason == "Đổi ý (mẫu)"


def test_a_consent_is_added_from_the_side(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    page = shown(qtbot, frame, case)
    page._side.ask_consent.emit()
    form = form_of(page).form
    form.row("purpose").set_typed("statistics")
    form.row("decision").set_typed("refused")
    page.act("save")
    assert frame.errors == []
    assert len(load(desk, case.head.id).consents) == 3
    page.act("save")  # a second time it is the same consent, not another
    assert len(load(desk, case.head.id).consents) == 3


def test_a_guard_says_why_a_state_may_not_follow(
    qtbot: QtBot, frame: FakeFrame, case: Case
) -> None:
    page = shown(qtbot, frame, case)
    actions = [a.text() for a in page._head.more.menu().actions() if a.text()]
    assert any("state" in text for text in actions), (case.head.status, actions)
    if case.head.status is CaseStatus.DRAFT:
        move = next(a for a in page._head.more.menu().actions() if "Active" in a.text())
        move.trigger()
        assert len(frame.errors) == 1


def test_tabs_are_walked_with_keys(qtbot: QtBot, frame: FakeFrame, case: Case) -> None:
    page = shown(qtbot, frame, case)
    before = page._bar.currentIndex()
    page.act("next_tab")
    assert page._bar.currentIndex() == before + 1
    page.act("previous_tab")
    assert page._bar.currentIndex() == before


def test_the_timeline_tells_who_did_what_and_shows_values_when_asked(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    amend(desk, case.head.id, "client", replace(case.client, other_names="Chị Mẫu"))
    page = shown(qtbot, frame, case, "timeline")
    timeline = page._pages.currentWidget()
    assert isinstance(timeline, Timeline)
    lines = timeline.findChildren(EventLine)
    assert "Name the person wants to be called by" in texts(lines[0])
    assert "Chị Mẫu" not in texts(lines[0])
    next(b for b in lines[0].findChildren(QPushButton)).click()
    assert "Chị Mẫu" in texts(lines[0])


def test_an_earlier_value_is_taken_back_from_the_timeline(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    amend(desk, case.head.id, "client", replace(case.client, other_names="Chị Mẫu"))
    page = shown(qtbot, frame, case, "timeline")
    line = page._pages.currentWidget().findChildren(EventLine)[0]
    line.findChildren(QPushButton)[0].click()
    (back,) = [one for one in line.findChildren(QPushButton) if "back" in one.text()]
    assert "called" in back.accessibleName()
    back.click()
    assert frame.errors == []
    assert "called" in frame.notes[-1]
    now = load(desk, case.head.id)
    assert now.client.other_names == case.client.other_names
    assert now.client.revision == case.client.revision + 2
    assert page.where()["tab"] == "timeline"


def test_steps_of_a_case_are_not_gone_back_by_a_value(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    consent = replace(case.consents[0], given_at=frame.desk.now())
    amend(desk, case.head.id, "consents", consent, 0)
    page = shown(qtbot, frame, case, "timeline")
    line = page._pages.currentWidget().findChildren(EventLine)[0]
    line.findChildren(QPushButton)[0].click()
    assert not [one for one in line.findChildren(QPushButton) if "back" in one.text()]


def test_what_was_saved_is_undone_by_name(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    page = shown(qtbot, frame, case, "client")
    form_of(page).form.row("other_names").set_typed("Chị Mẫu")
    page.act("save")
    assert load(desk, case.head.id).client.other_names == "Chị Mẫu"
    assert page.act("undo")
    assert frame.errors == []
    assert load(desk, case.head.id).client.other_names == case.client.other_names
    assert "called" in frame.notes[-1]
    assert not page.act("undo"), "nothing else was saved here"


def test_every_word_of_a_case_is_shown_as_plain_text(
    qtbot: QtBot, frame: FakeFrame, desk: Desk, case: Case
) -> None:
    nasty = '<img src="file:///etc/hostname">&b'
    amend(desk, case.head.id, "client", replace(case.client, full_name=nasty))
    for tab in ("overview", "client", "timeline", "consents", "referrals"):
        page = shown(qtbot, frame, case, tab)
        for found in page.findChildren(QLabel):
            assert found.textFormat() == Qt.TextFormat.PlainText
        assert page.findChildren(QDialog) == []


def test_the_overview_tells_the_last_events_and_leads_to_the_story(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    for name in ("Một", "Hai", "Ba", "Bốn"):
        amend(desk, case.head.id, "client", replace(case.client, other_names=name))
    page = shown(qtbot, frame, case)
    said = texts(page._pages.currentWidget())
    assert said.count("changed Person") == 3
    (link,) = [one for one in page.findChildren(QPushButton) if "whole story" in one.text()]
    link.click()
    assert page._tab().name == "timeline"


def test_what_was_urgent_is_said_before_the_rest(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    assert "Urgent:" not in texts(shown(qtbot, frame, case)._pages.currentWidget())
    check = replace(case.intake.urgent_check, suicide_risk=YesNo.YES, action_taken="Mẫu")
    amend(desk, case.head.id, "intake", replace(case.intake, urgent_check=check))
    said = texts(shown(qtbot, frame, case)._pages.currentWidget())
    assert said.index("Urgent:") < said.index("Safe contact")


def test_a_form_can_be_paused_by_its_button_and_gone_on_with(
    qtbot: QtBot, frame: FakeFrame, case: Case
) -> None:
    page = shown(qtbot, frame, case, "client")
    (pause,) = [one for one in page.footer if "Pause" in one.text()]
    pause.click()
    assert page._stack.currentWidget() is page._paused
    page._paused.go_on.click()
    assert page._stack.currentIndex() == 0


def test_an_incident_is_said_to_be_a_mistake_and_taken_back(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(case_voiding, "ask_why", lambda *_: VoidReason.DUPLICATE)
    page = shown(qtbot, frame, case, "incidents0")

    def actions(words: str) -> list[QAction]:
        return [one for one in page._head.more.menu().actions() if words in one.text()]

    (mistake,) = actions("Entered by mistake: Incident 1")
    mistake.trigger()
    assert load(desk, case.head.id).incidents[0].void is True
    assert page._tab().title == "Incident 1 (entered by mistake)"
    assert actions("count again")
    undo = frame.actions[-1]
    assert undo is not None
    undo()
    assert not load(desk, case.head.id).incidents[0].void
    page._go_to("client", None, "")
    assert not actions("mistake")


def test_who_came_with_a_referral_mark_is_left_to_the_sender(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, frame, case)
    asked: list[case_token.TokenDialog] = []

    def typed(dialog: case_token.TokenDialog) -> int:
        asked.append(dialog)
        dialog.line.setText("4f1d 0c9a")
        dialog._keep()
        assert "32" in dialog.problem.text()
        assert not dialog.token
        dialog.line.setText("4F1D 0C9A B2E7 5836 17C0 D94E 2AB8 6F35")
        dialog._keep()
        return dialog.result()

    monkeypatch.setattr(case_token.TokenDialog, "exec", typed)
    (came,) = [one for one in page._head.more.menu().actions() if "referral mark" in one.text()]
    came.trigger()
    assert asked
    assert came_with_token(desk, case.head.id)
    known = ReportedElsewhere.NETWORK_MEMBER
    assert [one.reported_elsewhere for one in load(desk, case.head.id).incidents] == [known]
    page._add("incidents")  # a later incident says the same, and it can be seen
    form = page._pages.currentWidget().form
    assert form.record().reported_elsewhere is known
