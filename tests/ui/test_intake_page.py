from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gbvcase.casework.cases import View, list_cases, load
from gbvcase.casework.drafts import drafts
from gbvcase.domain.codes import CaseStatus, ConsentDecision, ConsentPurpose, Role
from gbvcase.domain.gates import may_open
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.values import PartialDate
from gbvcase.ui.intake_page import IntakePage
from tests.ui.desks import FakeFrame, new_desk, one_case


@pytest.fixture
def page(qtbot: QtBot, frame: FakeFrame) -> IntakePage:
    page = IntakePage(frame)
    qtbot.addWidget(page)
    page.resize(1100, 640)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open()
    return page


def answer(page: IntakePage, form: str, name: str, raw: object) -> None:
    page._forms[form].row(name).set_typed(raw)
    page._changed()


def the_case(frame: FakeFrame):
    page, where = frame.gone[-1]
    assert page == "case", (frame.gone, frame.errors)
    return load(frame.desk, where["case_id"])


def test_only_the_agreement_must_be_answered(page: IntakePage, frame: FakeFrame) -> None:
    assert page.act("save")
    assert frame.gone == []
    assert not page._problem.isHidden()
    answer(page, "agreement", "agreement", "agrees")
    page.act("save")
    case = the_case(frame)
    assert case.head.status is CaseStatus.DRAFT
    assert case.consents[0].decision is ConsentDecision.GIVEN


def test_a_refusal_keeps_nothing(page: IntakePage, frame: FakeFrame) -> None:
    before = list_cases(frame.desk, View())
    answer(page, "client", "full_name", "Trần Thị Mẫu")
    page.flush()
    answer(page, "agreement", "agreement", "refuses")
    page.act("save")
    assert list_cases(frame.desk, View()) == before
    assert not [d for d in drafts(frame.desk) if "Mẫu" in str(d.values)]
    assert page._forms["client"].typed() == {}


def test_only_a_number_keeps_no_name(page: IntakePage, frame: FakeFrame) -> None:
    answer(page, "client", "full_name", "Trần Thị Mẫu")
    answer(page, "client", "phone_safe", "0990000000")
    answer(page, "client", "sex", "female")
    answer(page, "agreement", "agreement", "numbers_only")
    page.act("save")
    case = the_case(frame)
    assert case.client.full_name is None
    assert case.client.phone_safe is None
    assert case.client.sex is not None
    decisions = {c.purpose: c.decision for c in case.consents}
    assert decisions == {
        ConsentPurpose.SERVICES: ConsentDecision.REFUSED,
        ConsentPurpose.STATISTICS: ConsentDecision.GIVEN,
    }


def test_a_whole_intake_is_a_registered_case_with_its_next_step(
    page: IntakePage, frame: FakeFrame
) -> None:
    page._answer_no_to_all()
    answer(page, "agreement", "agreement", "agrees")
    answer(page, "how", "form", "signature")
    points = [item.data(256) for item in page._forms["how"].row("explained").editor._items()]
    answer(page, "how", "explained", points)
    answer(page, "how", "statistics", "yes")
    answer(page, "client", "full_name", "Rơ Châm H'Thử")
    answer(page, "client", "dob", "khoảng 1990")
    answer(page, "client", "sex", "female")
    for name, raw in (
        ("channel", "in_person"),
        ("reported_by", "survivor"),
        ("referred_from", "self_referral"),
    ):
        answer(page, "intake", name, raw)
    told = page._forms["intake"].row("information_given").editor._items()
    answer(page, "intake", "information_given", [told[0].data(256)])
    answer(page, "next", "kind", "follow_up")
    answer(page, "next", "due", "01/12/2026")
    page.act("save")
    assert frame.errors == []
    case = the_case(frame)
    assert [need.said(ENGLISH) for need in may_open(case, frame.desk.today())] == []
    assert case.head.status is CaseStatus.OPEN
    assert any(f"{task.due}" == "2026-12-01" for task in case.tasks)
    assert case.client.dob == PartialDate(1990)
    assert case.client.dob_estimated is True  # she said "about"
    assert page._forms["client"].typed() == {}
    assert not [d for d in drafts(frame.desk) if "H'Thử" in str(d.values)]


def test_what_is_still_needed_is_said_when_a_case_stays_a_draft(
    page: IntakePage, frame: FakeFrame
) -> None:
    answer(page, "agreement", "agreement", "agrees")
    answer(page, "incident", "account", "Lời kể mẫu.")
    page.act("save")
    case = the_case(frame)
    assert case.incidents[0].account == "Lời kể mẫu."
    assert "draft" in frame.notes[-1]
    assert len(frame.notes[-1]) > len("Case GL-2026-000000-0 is kept as a draft. ")


def test_what_cannot_be_read_keeps_the_case_from_being_made(
    page: IntakePage, frame: FakeFrame
) -> None:
    answer(page, "agreement", "agreement", "agrees")
    answer(page, "client", "dob", "31/02/1990")
    page.act("save")
    assert frame.gone == []
    assert "31/02/1990" in page._problem.text()


def test_a_draft_is_offered_and_never_put_in_unasked(
    qtbot: QtBot, page: IntakePage, frame: FakeFrame
) -> None:
    page._forms["client"].focus_field("full_name")
    QTest.keyClicks(page._forms["client"].row("full_name").editor.field, "Tran Thi Mau")
    page.flush()
    where = page.where()
    again = IntakePage(frame)
    qtbot.addWidget(again)
    again.show()
    again.open(**where)
    assert again._forms["client"].row("full_name").typed() is None
    assert not again._rescue.isHidden()
    again._rescue._go_on.click()
    assert again._forms["client"].row("full_name").typed() == "Tran Thi Mau"
    assert again._cursor().startswith("client.full_name") or again._forms["client"].focused() in (
        "",
        "full_name",
    )


def test_two_intakes_have_two_drafts(page: IntakePage, frame: FakeFrame) -> None:
    before = len(drafts(frame.desk))
    answer(page, "client", "full_name", "Người thứ nhất (mẫu)")
    page.flush()
    page.open()
    assert page._forms["client"].typed() == {}
    answer(page, "client", "full_name", "Người thứ hai (mẫu)")
    page.flush()
    assert len(drafts(frame.desk)) == before + 2


def test_a_field_that_is_gone_to_is_in_sight(qtbot: QtBot, page: IntakePage) -> None:
    page._forms["client"].focus_field("phone_safe")
    field = page._forms["client"].row("phone_safe").editor.field

    def is_in_sight() -> bool:
        return not field.visibleRegion().isEmpty()

    qtbot.waitUntil(is_in_sight)


def test_a_pause_shows_nothing_and_comes_back_to_the_same_field(
    qtbot: QtBot, page: IntakePage
) -> None:
    page._forms["client"].focus_field("full_name")
    field = page._forms["client"].row("full_name").editor.field
    QTest.keyClicks(field, "Mau")
    page.act("pause")
    visible = [w.text() for w in page.findChildren(QLabel) if w.isVisible()]
    assert len(visible) == 2
    page._paused.go_on.click()
    qtbot.waitUntil(field.hasFocus)
    assert field.text() == "Mau"


def test_not_safe_means_stop_and_agree_on_a_way(page: IntakePage) -> None:
    assert page._stop.isHidden()
    answer(page, "safety", "safe_to_talk", "no")
    assert not page._stop.isHidden()


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[FakeFrame]:
    """A cabinet of its own: nobody in it is alike but who the test is about."""
    desk = new_desk(tmp_path)
    yield FakeFrame(desk)
    desk.vault.lock()


def opened(qtbot: QtBot, frame: FakeFrame) -> IntakePage:
    page = IntakePage(frame)
    qtbot.addWidget(page)
    page.resize(1100, 640)
    page.show()
    page.open()
    return page


def noticed(qtbot: QtBot, page: IntakePage) -> None:
    answer(page, "client", "full_name", "Ro Cham H'Thu")
    answer(page, "client", "dob", "1990")
    qtbot.waitUntil(lambda: not page._alike.isHidden(), timeout=2000)


def answer_soon(*words: str) -> None:
    """Press these buttons, one after another, each as soon as its dialog is open."""

    def press(left: tuple[str, ...]) -> None:
        dialog = QApplication.activeModalWidget()
        found = [] if dialog is None else dialog.findChildren(QPushButton)
        wanted = [one for one in found if one.text() == left[0]]
        after = left[1:] if wanted else left
        if after:
            QTimer.singleShot(10, lambda: press(after))
        if wanted:
            wanted[0].click()

    QTimer.singleShot(0, lambda: press(words))


def test_the_same_person_is_noticed_and_the_words_can_move_to_that_case(
    qtbot: QtBot, alone: FakeFrame
) -> None:
    page, frame, desk = opened(qtbot, alone), alone, alone.desk
    known = one_case(desk)
    noticed(qtbot, page)
    answer(page, "incident", "account", "Chuyện mới (mẫu).")
    page.flush()
    before = len(drafts(desk))
    answer_soon("It is the same person", "Move it, and open the case")
    page._alike.compare.click()
    case = the_case(frame)
    assert case.head.id == known.head.id
    assert case.incidents[-1].account == "Chuyện mới (mẫu)."
    assert len(drafts(desk)) == before - 1
    undo = frame.actions[-1]
    assert undo is not None
    undo()
    assert load(desk, known.head.id).incidents == known.incidents
    assert len(drafts(desk)) == before
    assert frame.gone[-1][0] == "intake"
    assert frame.errors == []


def test_the_case_can_be_opened_alone_and_the_draft_stays(qtbot: QtBot, alone: FakeFrame) -> None:
    page, frame, desk = opened(qtbot, alone), alone, alone.desk
    known = one_case(desk)
    noticed(qtbot, page)
    answer(page, "incident", "account", "Chuyện mới (mẫu).")
    answer_soon("It is the same person", "Only open the case")
    page._alike.compare.click()
    assert frame.gone[-1] == ("case", {"case_id": known.head.id})
    assert load(desk, known.head.id).incidents == known.incidents
    assert any("account" in draft.values.get("incident", {}) for draft in drafts(desk))


def test_another_person_is_not_asked_about_again_and_closing_decides_nothing(
    qtbot: QtBot, alone: FakeFrame
) -> None:
    page, frame, desk = opened(qtbot, alone), alone, alone.desk
    one_case(desk)
    noticed(qtbot, page)
    answer_soon("Close")
    page._alike.compare.click()
    assert not page._alike.isHidden()
    answer_soon("Not the same")
    page._alike.compare.click()
    assert page._alike.isHidden()
    assert frame.gone == []
    page._alike._asked = ()
    page._alike._look()
    assert page._alike.isHidden()


def test_whoever_receives_people_learns_that_there_is_a_case_and_nothing_of_it(
    qtbot: QtBot, alone: FakeFrame
) -> None:
    desk = alone.desk
    known = one_case(desk)
    profile = replace(desk.profile, role=Role.RECEPTION)
    page = opened(qtbot, FakeFrame(replace(desk, profile=profile)))
    noticed(qtbot, page)
    assert not page._alike.compare.isVisible()
    assert str(known.head.code) not in page._alike._text.text()
