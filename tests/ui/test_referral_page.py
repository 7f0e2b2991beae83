from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gbvcase.casework.cases import load
from gbvcase.casework.desk import Desk
from gbvcase.casework.drafts import drafts
from gbvcase.casework.referrals import numbered
from gbvcase.domain.case import Case
from gbvcase.domain.codes import DisclosureLine, ReferralStatus
from gbvcase.ui import referral_page
from gbvcase.ui.paper_images import PaperImages
from gbvcase.ui.referral_answer import AnswerForm
from gbvcase.ui.referral_page import ReferralPage
from tests.ui.desks import EXPLAINED, FakeFrame, new_desk, one_case


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = new_desk(Path(tmp_path_factory.mktemp("cabinet")))
    yield desk
    desk.vault.lock()


@pytest.fixture
def frame(desk: Desk) -> FakeFrame:
    return FakeFrame(desk)


@pytest.fixture
def case(desk: Desk) -> Case:
    return one_case(desk)


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
    return "\n".join(w.text() for w in widget.findChildren(QLabel) if not w.isHidden())


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
    account = next(line for line in said.splitlines() if "Account of what happened" in line)
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
    page._ask_consent()
    asking = page._asking
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
    monkeypatch.setattr(referral_page, "ask_for_reason", lambda *_: "Đổi ý (mẫu)")
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
