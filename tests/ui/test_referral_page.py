from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gbvcase.casework.cases import amend, load
from gbvcase.casework.desk import Desk
from gbvcase.casework.drafts import drafts
from gbvcase.casework.papers import Purpose, note_print
from gbvcase.casework.referrals import add_later_note, begin_referral, move_referral, numbered
from gbvcase.domain.case import Case
from gbvcase.domain.codes import Direction, DisclosureLine, ReferralStatus
from gbvcase.domain.referral import Referral, ReferralFeedback
from gbvcase.domain.stepping import NotAllowed
from gbvcase.ui import referral_steps
from gbvcase.ui.choice_editors import CODE
from gbvcase.ui.paper_images import PaperImages
from gbvcase.ui.referral_answer import AnswerForm
from gbvcase.ui.referral_page import ReferralPage
from tests.ui.desks import EXPLAINED, FakeFrame


def shown(qtbot: QtBot, frame: FakeFrame, case: Case, number: str | None = None) -> ReferralPage:
    page = ReferralPage(frame)
    qtbot.addWidget(page)
    page.resize(1130, 640)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open(case_id=case.head.id, number=number)
    assert frame.errors == []
    return page


def fill(page: ReferralPage, sector: str) -> None:
    assert page._form is not None
    assert page._how is not None
    for name, raw in (
        ("sector", sector),
        ("service_requested", ["treatment"]),
        ("urgency", "urgent"),
        ("reason_short", "Đề nghị khám và điều trị (mẫu)."),
    ):
        page._form.row(name).set_typed(raw)
    page._changed()
    provider = page._form.row("provider").editor.input
    provider.setCurrentIndex(1)
    page._how.row("handover").set_typed("worker_delivers")
    page._changed()


def texts(widget: QLabel) -> str:
    QApplication.processEvents()
    return "\n".join(w.text() for w in widget.findChildren(QLabel) if w.isVisibleTo(widget))


def test_only_the_providers_of_the_sector_are_offered(
    qtbot: QtBot, frame: FakeFrame, case: Case
) -> None:
    page = shown(qtbot, frame, case)
    fill(page, "health")
    provider = page._form.row("provider").editor.input
    names = [provider.itemText(n) for n in range(provider.count())]
    assert names == ["", "Trạm Y tế Mẫu"]


def test_what_goes_and_what_does_not_is_said_with_its_reason(
    qtbot: QtBot, frame: FakeFrame, case: Case
) -> None:
    page = shown(qtbot, frame, case)
    fill(page, "health")
    ticks = set(page._what._ticks)
    assert DisclosureLine.PERSON in ticks
    assert DisclosureLine.ACCOUNT not in ticks  # never to a clinic, though the survivor agreed
    said = texts(page._what)
    assert "Account of what happened" in said.partition("Does not go:")[2]
    assert "never receives" not in said
    (why,) = [one for one in page._what.findChildren(QPushButton) if one.text() == "Why?"]
    why.click()
    said = texts(page._what)
    account = next(line for line in said.splitlines() if "✕  Account of what happened" in line)
    assert "never receives" in account


def test_without_agreement_nothing_can_be_handed_over(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    page = shown(qtbot, frame, case)
    fill(page, "police")
    assert not page._send.isEnabled()
    assert not page._look.isEnabled()
    page.act("main")
    page.act("print")
    assert not any(r.sent_at for r in load(desk, case.head.id).referrals)
    assert all(name != "preview" for name, _ in frame.gone)


def test_the_agreement_is_asked_for_in_its_place(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    page = shown(qtbot, frame, case)
    fill(page, "police")
    page._what.ask()
    asking = page._what._asking
    assert asking is not None
    for name, raw in (
        ("decision", "given"),
        ("items_allowed", ["identity"]),
        ("form", "signature"),
        ("explained", EXPLAINED),
    ):
        asking.form.row(name).set_typed(raw)
    page.act("main")
    assert frame.errors == []
    kept = load(desk, case.head.id).consents[-1]
    assert kept.recipient_sector is not None
    assert page._send.isEnabled()
    assert set(page._what._ticks) == {DisclosureLine.PERSON, DisclosureLine.PERSONAL_ID}


def test_a_paper_shows_only_what_is_ticked(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    page = shown(qtbot, frame, case)
    fill(page, "health")
    page._what._ticks[DisclosureLine.CONTACT].setChecked(False)
    page.act("print")
    assert frame.errors == []
    name, where = frame.gone[-1]
    assert name == "preview"
    images = PaperImages(where["paper"])
    words = " ".join(images.text(n) for n in range(len(images)))
    assert "H'Thử" in words
    assert "0990000001" not in words
    assert "Lời kể" not in words
    assert all(check.is_well for check in where["checks"])


def test_what_the_paper_leaves_empty_can_be_filled_in(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    page = shown(qtbot, frame, case)
    fill(page, "health")
    page._form.row("reason_short").set_typed("")
    page._changed()
    page.act("print")
    _name, where = frame.gone[-1]
    (empty,) = [check for check in where["checks"] if not check.is_well]
    assert "Short reason" in empty.sentence
    empty.do()
    name, where = frame.gone[-1]
    assert (name, where["field"]) == ("referral", "reason_short")
    page.open(**where)
    assert page._form.focused() == "reason_short"


def test_handing_over_sets_the_state_and_the_task(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    page = shown(qtbot, frame, case)
    fill(page, "health")
    page.act("main")
    assert frame.errors == []
    now = load(desk, case.head.id)
    referral = numbered(now, str(page._number))
    assert referral.status is ReferralStatus.SENT
    assert now.tasks
    assert not page._is_open
    assert not drafts(desk) or not any(d.case_id == case.head.id for d in drafts(desk))


def test_an_answer_by_phone_is_recorded(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    page = shown(qtbot, frame, case)
    fill(page, "health")
    page.act("main")
    page._show_answer()
    form = page.findChildren(AnswerForm)[-1]
    form._asked.row("to").set_typed("acknowledged")
    form._react()
    form._slip.row("source").set_typed("phone")
    form._keep()
    assert frame.errors == []
    referral = numbered(load(desk, case.head.id), str(page._number))
    assert referral.status is ReferralStatus.ACKNOWLEDGED
    assert len(referral.feedback) == 1


def test_a_refusal_needs_its_reason(qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk) -> None:
    page = shown(qtbot, frame, case)
    fill(page, "health")
    page.act("main")
    page._show_answer()
    form = page.findChildren(AnswerForm)[-1]
    form._asked.row("to").set_typed("declined_provider")
    form._react()
    form._keep()
    assert len(frame.errors) == 1
    form._asked.row("decline_reason").set_typed("no_capacity")
    form._keep()
    referral = numbered(load(desk, case.head.id), str(page._number))
    assert referral.status is ReferralStatus.DECLINED_PROVIDER


def test_a_referral_is_withdrawn_with_a_reason(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, frame, case)
    fill(page, "health")
    page.act("main")
    monkeypatch.setattr(referral_steps, "ask_for_reason", lambda *_: "Đổi ý (mẫu)")
    next(b for b in page.footer if b is page._withdraw).click()
    referral = numbered(load(desk, case.head.id), str(page._number))
    assert referral.status is ReferralStatus.REVOKED


def test_a_half_filled_referral_comes_back(qtbot: QtBot, frame: FakeFrame, case: Case) -> None:
    page = shown(qtbot, frame, case)
    page._form.row("reason_short").set_typed("Nửa chừng (mẫu)")
    page._changed()
    page.flush()
    again = shown(qtbot, frame, case)
    assert again._form.typed() == {}
    assert not again._rescue.isHidden()
    again._rescue.findChildren(QPushButton)[0].click()
    assert again._form.row("reason_short").typed() == "Nửa chừng (mẫu)"


def test_leaving_everything_out_sends_nothing_beyond_the_base(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    page = shown(qtbot, frame, case)
    fill(page, "health")
    for line in list(page._what._ticks):
        page._what._ticks[line].setChecked(False)
    page.act("main")
    referral = numbered(load(desk, case.head.id), str(page._number))
    assert referral.status is ReferralStatus.SENT
    assert referral.disclosure == frozenset()


def test_a_provider_that_nobody_checked_lately_is_said_so(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    page = shown(qtbot, frame, case)
    fill(page, "health")
    health = next(one for one in page._directory.values() if "Y tế" in str(one.name))
    page._form.row("provider").set_answer(health.id)
    page._changed()
    assert "check these" in page._whom.text()
    page._directory[str(health.id)] = replace(health, checked_on=desk.today(), hours="7-17")
    page._changed()
    assert "7-17" in page._whom.text() and "check these" not in page._whom.text()


def sent(qtbot: QtBot, frame: FakeFrame, case: Case) -> ReferralPage:
    page = shown(qtbot, frame, case)
    fill(page, "health")
    page.act("main")
    assert frame.errors == []
    return page


def press(page: ReferralPage, words: str) -> None:
    (found,) = [b for b in page._after.findChildren(QPushButton) if words in b.text()]
    found.click()


def test_after_the_handover_the_page_tells_deadline_task_and_answers(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    page = sent(qtbot, frame, case)
    said = texts(page._after)
    assert "Handed over on 24/11/2026" in said
    assert "An answer is expected by 27/11/2026" in said
    assert "Task: Referral reply, until 27/11/2026" in said
    page._show_answer()
    form = page.findChildren(AnswerForm)[-1]
    form._asked.row("to").set_typed("acknowledged")
    form._slip.row("source").set_typed("phone")
    form._keep()
    assert "Answer of 24/11/2026" in texts(page._after)


def test_an_answer_that_is_refused_leaves_nothing_behind(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    page = sent(qtbot, frame, case)
    number = str(page._number)
    for state in (ReferralStatus.ACKNOWLEDGED, ReferralStatus.IN_SERVICE):
        move_referral(desk, case.head.id, number, state)
    with pytest.raises(NotAllowed):
        move_referral(
            desk, case.head.id, number, ReferralStatus.COMPLETED, feedback=ReferralFeedback()
        )
    assert numbered(load(desk, case.head.id), number).feedback == ()


def test_copies_that_came_back_are_ticked(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    page = sent(qtbot, frame, case)
    number = str(page._number)
    note_print(desk, case.head.id, Purpose.FOR_THE_RECEIVER, number=number, copies=2)
    page.open(case_id=case.head.id, number=number)
    (tick,) = page._after.findChildren(QCheckBox)
    assert "2 copies" in tick.text()
    tick.click()
    assert numbered(load(desk, case.head.id), number).print_log[0].destroyed is True


def test_a_correction_stands_beside_what_was_handed_over(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = sent(qtbot, frame, case)
    monkeypatch.setattr(referral_steps, "ask_for_reason", lambda *_, **__: "Số điện thoại khác.")
    press(page, "correction")
    referral = numbered(load(desk, case.head.id), str(page._number))
    assert [one.text for one in referral.notes] == ["Số điện thoại khác."]
    assert "Số điện thoại khác." in texts(page._after)


def test_a_draft_is_corrected_itself(case: Case, desk: Desk) -> None:
    referral = begin_referral(desk, case.head.id, Referral(direction=Direction.OUT))
    with pytest.raises(NotAllowed):
        add_later_note(desk, case.head.id, str(referral.referral_no), "Mẫu")


def test_a_referral_that_has_ended_is_begun_anew_in_its_place(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    page = sent(qtbot, frame, case)
    old = str(page._number)
    move_referral(desk, case.head.id, old, ReferralStatus.REVOKED, reason="Mẫu")
    page.open(case_id=case.head.id, number=old)
    press(page, "anew")
    name, where = frame.gone[-1]
    assert (name, where["replaces"]) == ("referral", old)
    page.open(**where)
    assert page._form.row("sector").typed() == "health"
    assert [b for b in page._after.findChildren(QPushButton) if old in b.text()]
    assert page.where()["replaces"] == old
    page.act("save")
    case = load(desk, case.head.id)
    new = numbered(case, str(page._number))
    assert new.replaces == numbered(case, old).id
    page.open(case_id=case.head.id, number=old)
    taken = f"{new.referral_no} has taken its place"
    assert [b for b in page._after.findChildren(QPushButton) if taken in b.text()]
    assert not [b for b in page._after.findChildren(QPushButton) if "anew" in b.text()]


def test_the_draft_of_one_referral_is_never_offered_in_another(
    qtbot: QtBot, frame: FakeFrame, case: Case
) -> None:
    page = sent(qtbot, frame, case)
    number = str(page._number)
    page.open(case_id=case.head.id, number=None)
    page._form.row("reason_short").set_typed("Nửa chừng (mẫu)")
    page._changed()
    page.flush()
    page.open(case_id=case.head.id, number=None)
    assert not page._rescue.isHidden()
    page.open(case_id=case.head.id, number=number)
    assert page._rescue.isHidden()


def test_only_the_services_of_the_sector_are_offered_and_a_tick_stays(
    qtbot: QtBot, frame: FakeFrame, case: Case
) -> None:
    page = shown(qtbot, frame, case)
    editor = page._form.row("service_requested").editor
    every = editor.input.count()
    fill(page, "health")
    offered = {item.data(CODE) for item in editor._items()}
    assert "treatment" in offered and "legal_aid" not in offered
    assert editor.input.count() < every
    fill(page, "legal")
    page._form.row("service_requested").set_typed(["treatment"])
    page._changed()
    assert {"legal_aid", "treatment"} <= {item.data(CODE) for item in editor._items()}
    assert editor.typed() == ["treatment"]


def test_a_consent_is_told_without_what_was_not_recorded_of_it(
    qtbot: QtBot, frame: FakeFrame, desk: Desk, case: Case
) -> None:
    page = shown(qtbot, frame, case)
    fill(page, "health")
    assert "✓  Agreed on 20/11/2026, Signature" in texts(page).splitlines()
    whole = load(desk, case.head.id).consents[-1]
    amend(desk, case.head.id, "consents", replace(whole, form=None), 1)
    page.open(case_id=case.head.id)
    fill(page, "health")
    assert "✓  Agreed on 20/11/2026" in texts(page).splitlines()
