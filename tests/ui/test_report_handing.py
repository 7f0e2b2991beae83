"""What leaves sealed from the page of reports: asked first, kept where chosen, never published."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from gbvcase.casework import authority, counting, incident_recorder, ledgers
from gbvcase.casework.authority import handed_over
from gbvcase.casework.cases import add_cases
from gbvcase.casework.desk import Desk
from gbvcase.casework.made_up import made_up_cases
from gbvcase.casework.publishing import all_releases, releases
from gbvcase.casework.ways_out import HANDING_OVER, WayClosed, set_open
from gbvcase.domain.errors import Cancelled
from gbvcase.domain.speaking import speaker
from gbvcase.sealing.parcels import unseal
from gbvcase.ui import report_handing, report_leaving
from gbvcase.ui.report_page import ReportPage
from gbvcase.ui.report_sealing import SealDialog
from tests.ui.desks import FakeFrame, new_desk

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=timezone(timedelta(hours=7)))
YEAR, RECEIVER = "2025", "Sở Y tế tỉnh (mẫu)"
GOOD = "bảy con voi uống trà xanh"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = replace(new_desk(Path(tmp_path_factory.mktemp("office"))), clock=lambda: NOW)
    people = made_up_cases(70, 3, NOW.date())
    add_cases(desk, [("made-up", one.document) for one in people])
    yield desk
    desk.vault.lock()


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Leave the sealing out, which takes seconds; it is tried once."""
    if "password_only" not in request.node.name:
        for room in (authority, counting, incident_recorder, ledgers):
            monkeypatch.setattr(room, "seal", lambda content, secret: secret.encode() + content)


def opened(qtbot: QtBot, desk: Desk, **where: object) -> ReportPage:
    page = ReportPage(FakeFrame(desk))
    qtbot.addWidget(page)
    page.resize(1158, 620)
    page.show()
    page.open(**({"view": "office", "period": YEAR} | where))
    return page


def answering(
    monkeypatch: pytest.MonkeyPatch, path: Path | None, fill: Callable[[SealDialog], object]
) -> list[str]:
    """Fill the dialog as a person would and press its button; return the words shown once."""
    shown: list[str] = []

    def answer(dialog: SealDialog) -> bool:
        fill(dialog)
        dialog.go.click()
        return dialog.result() == QDialog.DialogCode.Accepted

    monkeypatch.setattr(SealDialog, "exec", answer)
    monkeypatch.setattr(report_handing, "ask_where_to_save", lambda *_asked: path)
    monkeypatch.setattr(
        report_handing, "show_password_once", lambda _page, words: shown.append(words)
    )
    return shown


def own(dialog: SealDialog, first: str = GOOD, again: str = GOOD) -> None:
    dialog.receiver.setText(RECEIVER)
    dialog.password.own.setChecked(True)
    dialog.password.first.line.setText(first)
    dialog.password.again.line.setText(again)


def test_the_exact_form_is_saved_where_it_was_chosen_and_opens_with_its_password_only(
    qtbot: QtBot, office: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, path = opened(qtbot, office), tmp_path / "2025.age"
    shown = answering(monkeypatch, path, own)
    page._form_action.trigger()
    assert shown == []  # who has typed it knows it
    assert unseal(path.read_bytes(), GOOD).startswith(b"PK")
    assert RECEIVER in page.frame.notes[-1]  # type: ignore[attr-defined]


def test_an_exact_form_is_listed_and_can_neither_be_shown_nor_withdrawn_nor_published(
    qtbot: QtBot, office: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, before = opened(qtbot, office), len(releases(office))
    answering(monkeypatch, tmp_path / "a.age", own)
    page.handing.form()
    page.open(view="history")
    model = page.history.model
    row = next(n for n in range(model.rowCount()) if model.index(n, 7).data() == RECEIVER)
    assert model.index(row, 2).data() == "sealed for an authority"
    page.history.table.setCurrentIndex(model.index(row, 0))
    assert RECEIVER in page.history.reason.text()
    for one in (page.history.open, page.history.files, page.history.mend, page.history.gone):
        assert not one.isEnabled()
    assert len(releases(office)) == before


def test_it_is_said_that_what_is_sealed_is_never_published_and_every_word_leads_to_its_field(
    qtbot: QtBot, office: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, seen = opened(qtbot, office), []

    def look(dialog: SealDialog) -> None:
        told = [one.text() for one in dialog.findChildren(QLabel)]
        assert any("never published" in text for text in told)
        seen.extend(one.buddy() for one in dialog.findChildren(QLabel) if "&" in one.text())

    answering(monkeypatch, None, look)
    page.handing.form()
    assert len(seen) == 5 and None not in seen


@pytest.mark.parametrize(
    ("fill", "sentence"),
    [
        (lambda dialog: None, "Name the authority"),
        (lambda dialog: own(dialog, "ngắn"), "at least 15"),
        (lambda dialog: own(dialog, "nguyenthihoa1990", "nguyenthihoa1990"), "easy to guess"),
        (lambda dialog: own(dialog, GOOD, GOOD + " khác"), "not the same"),
    ],
)
def test_without_a_receiver_and_a_password_typed_twice_by_the_rules_nothing_is_sealed(
    qtbot: QtBot,
    office: Desk,
    monkeypatch: pytest.MonkeyPatch,
    fill: Callable[[SealDialog], object],
    sentence: str,
) -> None:
    page, before, told = opened(qtbot, office), len(handed_over(office)), []

    def answer(dialog: SealDialog) -> bool:
        fill(dialog)
        dialog.go.click()
        told.extend([dialog.problem.text(), dialog.password.problem.text()])
        return dialog.result() == QDialog.DialogCode.Accepted

    monkeypatch.setattr(SealDialog, "exec", answer)
    page.handing.form()
    assert sentence in " ".join(told)
    assert len(handed_over(office)) == before


def test_words_that_the_program_draws_are_shown_once_and_open_the_file(
    qtbot: QtBot, office: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, path = opened(qtbot, office), tmp_path / "a.age"
    shown = answering(monkeypatch, path, lambda dialog: dialog.receiver.setText(RECEIVER))
    page.handing.form()
    (words,) = shown
    assert len(words.split()) == 5
    assert path.read_bytes().startswith(words.encode())


def test_where_the_disk_refuses_another_place_is_asked_for_and_the_form_is_made_once(
    qtbot: QtBot, office: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, before = opened(qtbot, office), len(handed_over(office))
    in_the_way = tmp_path / "file"
    in_the_way.write_bytes(b"no folder")
    answering(monkeypatch, in_the_way / "a.age", own)
    asked: list[str] = []

    def elsewhere(_parent: object, sentence: str, _ways: object) -> int:
        asked.append(sentence)
        monkeypatch.setattr(report_handing, "ask_where_to_save", lambda *_: tmp_path / "b.age")
        return 1

    monkeypatch.setattr(report_handing, "ask", elsewhere)
    page.handing.form()
    assert "choose another place" in asked[0]
    assert (tmp_path / "b.age").exists()
    assert len(handed_over(office)) == before + 1


def test_rows_are_shown_with_their_warnings_before_they_are_sealed(
    qtbot: QtBot, office: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, path = opened(qtbot, office), tmp_path / "rows.age"
    page._rows_action.trigger()
    assert page.stack.currentWidget() is page.rows
    found = page.rows.may_leave()
    assert found is not None
    told = " ".join(one.text() for one in page.rows.findChildren(QLabel))
    assert f"{found.number} rows would leave" in told and "five rows look alike" in told
    assert page.rows.table.model_.rowCount() == min(10, found.number)
    answering(monkeypatch, path, own)
    assert page.act("main")
    lines = path.read_bytes().removeprefix(GOOD.encode()).splitlines()
    assert len(lines) == found.number + 2  # below the names of the columns, and what they mean
    assert page.act("escape") and page.stack.currentWidget() is page.figures


def test_too_few_alike_are_refused_and_the_longer_period_that_passes_is_one_press_away(
    qtbot: QtBot, office: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = [f"{year}-Q{quarter}" for year in (2024, 2025, 2026) for quarter in range(1, 5)]
    seen = {
        code: incident_recorder.look_at_rows(office, code, report_leaving.say) for code in codes
    }
    code = next(c for c, one in seen.items() if not one.may_leave and one.instead)
    page = opened(qtbot, office, period=code)
    page.handing.look_at_rows()
    assert page.rows.may_leave() is None and page.rows.table.isHidden()
    told = " ".join(one.text() for one in page.rows.findChildren(QLabel))
    assert "too few incidents that look alike" in told
    ways = [o for o in page.rows.findChildren(QPushButton) if o.text().startswith("Take instead")]
    assert len(ways) == len(seen[code].instead)
    ways[-1].click()
    assert page.period.code == seen[code].instead[-1].code
    assert page.rows.may_leave() is not None
    assert page.stack.currentWidget() is page.rows


def test_rows_are_looked_at_without_a_way_to_copy_them(qtbot: QtBot, office: Desk) -> None:
    page = opened(qtbot, office)
    page.handing.look_at_rows()
    assert not page.rows.table.dragEnabled()
    page.buttons()["published"].click()
    assert page.stack.currentWidget() is page.figures  # another view leaves them


def test_only_what_has_a_period_that_is_over_is_sealed(qtbot: QtBot, office: Desk) -> None:
    page = opened(qtbot, office, period="2026")
    assert not page._form_action.isEnabled() and not page._counts_action.isEnabled()
    page.period.choose("2025-08")
    assert page.hand.isHidden()
    page.open(view="office", report="people", period=YEAR)
    assert not page._rows_action.isVisible()  # rows are incidents
    assert page._form_action.isEnabled()


def test_a_release_for_the_network_is_listed_as_such_in_the_language_that_was_chosen(
    qtbot: QtBot, office: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(qtbot, office)

    def accept(dialog: report_leaving.PublishDialog) -> bool:
        dialog.whom.setCurrentIndex(1)
        dialog.language.setCurrentIndex(dialog.language.findData("vi"))
        return True

    monkeypatch.setattr(report_leaving.PublishDialog, "exec", accept)
    monkeypatch.setattr(report_leaving, "ask_for_folder", lambda parent, title: tmp_path)
    page.publish.click()
    page.open(view="history")
    told = [page.history.model.index(row, 7).data() for row in range(2)]
    assert "members of the network" in told
    assert any(one.id.endswith("-network") for one in all_releases(office))


def test_a_dialog_is_no_higher_than_its_window_and_scrolls_only_up_and_down(
    qtbot: QtBot, office: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(qtbot, office)
    page.resize(700, 420)
    seen: list[SealDialog] = []

    def look(dialog: SealDialog) -> bool:
        dialog.show()
        own(dialog)
        dialog.fit()
        assert dialog.height() <= page.window().height()
        assert dialog.width() <= page.window().width()
        assert not dialog.around.horizontalScrollBar().isVisible()
        assert dialog.go.isVisible()
        seen.append(dialog)
        dialog.hide()
        return False

    monkeypatch.setattr(SealDialog, "exec", look)
    page.handing.form()
    assert seen


@pytest.mark.parametrize("act", ["form", "look_at_rows", "counts", "list_of_releases"])
def test_what_an_office_lets_nobody_hand_over_is_refused_before_anything_is_asked(
    qtbot: QtBot, office: Desk, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    page = opened(qtbot, office)
    monkeypatch.setattr(SealDialog, "exec", lambda dialog: pytest.fail("it was asked"))
    set_open(office, HANDING_OVER, False)
    try:
        getattr(page.handing, act)()
    finally:
        set_open(office, HANDING_OVER, True)
    assert "This way out is closed" in page.refusal.sentence.text()
    assert page.stack.currentWidget() is page.figures


def test_where_the_way_is_closed_no_exact_form_is_in_the_list_either(office: Desk) -> None:
    before = len(handed_over(office))
    set_open(office, HANDING_OVER, False)
    try:
        with pytest.raises(WayClosed):
            authority.seal_form(
                office,
                "incidents",
                YEAR,
                receiver=RECEIVER,
                purpose=authority.ExitPurpose.LAW,
                say=speaker("vi"),
            )
        with pytest.raises(WayClosed):
            incident_recorder.seal_rows(
                office, YEAR, purpose=authority.ExitPurpose.PROTOCOL, say=speaker("vi")
            )
    finally:
        set_open(office, HANDING_OVER, True)
    assert len(handed_over(office)) == before


def test_the_keyboard_alone_reaches_what_is_sealed(
    qtbot: QtBot, office: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, path = opened(qtbot, office), tmp_path / "keys.age"
    answering(monkeypatch, path, own)
    page.hand.setParent(page)  # as the window shows the buttons of a page
    page.hand.show()
    page.hand.setFocus()
    assert page.hand.focusPolicy() & Qt.FocusPolicy.TabFocus

    QTest.keyClick(page.hand, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    while menu.activeAction() is not page._form_action:
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(path.exists)


@pytest.mark.parametrize("step", [0, 1, 2])
def test_giving_up_until_the_last_moment_leaves_no_trace_of_a_form(office: Desk, step: int) -> None:
    before = len(handed_over(office))

    def stop(done: int, _total: int) -> None:
        if done == step:
            raise Cancelled

    with pytest.raises(Cancelled):
        authority.seal_form(
            office,
            "incidents",
            YEAR,
            receiver=RECEIVER,
            purpose=authority.ExitPurpose.LAW,
            say=speaker("vi"),
            progress=stop,
        )
    with pytest.raises(Cancelled):
        incident_recorder.seal_rows(
            office,
            YEAR,
            purpose=authority.ExitPurpose.PROTOCOL,
            say=speaker("vi"),
            progress=stop,
        )
    assert len(handed_over(office)) == before
