"""What is covered until it is asked for, files of a form, and what a form remarks."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gbvcase.casework.cases import amend, load
from gbvcase.casework.desk import Desk
from gbvcase.casework.drafts import drafts
from gbvcase.documents.pictures import NotAPicture
from gbvcase.domain.case import Case
from gbvcase.domain.values import Place
from gbvcase.ui import file_editors
from gbvcase.ui.case_page import CasePage
from gbvcase.ui.case_part import PartForm
from gbvcase.ui.covered_editor import CoveredEditor
from gbvcase.ui.file_editors import FileEditor
from tests.documents.test_pictures import a_picture
from tests.ui.desks import FakeFrame

NUMBER = "064190001234"


def form_of(qtbot: QtBot, frame: FakeFrame, case: Case, tab: str) -> PartForm:
    page = CasePage(frame)
    qtbot.addWidget(page)
    page.resize(1130, 640)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open(case_id=case.head.id, tab=tab)
    form = page._pages.currentWidget()
    assert isinstance(form, PartForm)
    form.of_page = page  # type: ignore[attr-defined] # it lives as long as its page
    return form


def said(widget: QWidget) -> str:
    return "\n".join(w.text() for w in widget.findChildren(QLabel) if not w.isHidden())


def journal(desk: Desk) -> str:
    with desk.vault.begin() as db:
        return str(db.exec_driver_sql("SELECT group_concat(entry) FROM journal").scalar_one())


def test_a_number_of_identity_is_covered_until_it_is_asked_for_and_that_is_remembered(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    amend(desk, case.head.id, "client", replace(case.client, personal_id_no=NUMBER))
    part = form_of(qtbot, frame, case, "client")
    editor = part.form.row("personal_id_no").editor
    assert isinstance(editor, CoveredEditor)
    assert editor.input.text() == "••••••••1234"
    assert editor.input.isReadOnly()
    assert part.form.typed() == {}
    before = journal(desk).count("case.uncover")
    editor._show.click()
    assert editor.input.text() == NUMBER
    assert journal(desk).count("case.uncover") == before + 1
    assert NUMBER not in journal(desk)
    part.save()
    assert load(desk, case.head.id).client.personal_id_no == NUMBER


def test_a_covered_number_stays_as_it_is_when_the_form_is_saved(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    amend(desk, case.head.id, "client", replace(case.client, personal_id_no=NUMBER))
    part = form_of(qtbot, frame, case, "client")
    part.form.row("personal_id_no")
    part.form.row("other_names").set_typed("Mẫu")
    part.save()
    assert load(desk, case.head.id).client.personal_id_no == NUMBER


def test_a_new_number_is_typed_in_the_open_and_remarked_upon(
    qtbot: QtBot, frame: FakeFrame, case: Case
) -> None:
    part = form_of(qtbot, frame, case, "client")
    part.form.focus_field("personal_id_no")
    row = part.form.row("personal_id_no")
    QTest.keyClicks(row.editor.field, "064091001234")
    assert row.editor.field.text() == "064091001234"
    part.form.leave()
    assert "another birth year" in said(row)
    assert "another sex" in said(row)
    assert row.problem == ""


def test_a_telephone_number_that_may_be_mistyped_is_remarked_upon_and_kept(
    qtbot: QtBot, frame: FakeFrame, case: Case, desk: Desk
) -> None:
    part = form_of(qtbot, frame, case, "client")
    part.form.focus_field("phone_safe")
    row = part.form.row("phone_safe")
    row.set_typed("0912 345 67")
    part.form.leave()
    assert "10 digits" in said(row)
    part.save()
    assert frame.errors == []
    assert load(desk, case.head.id).client.phone_safe == "0912 345 67"


def test_how_to_make_contact_stands_above_every_number_of_the_form(
    qtbot: QtBot, frame: FakeFrame, case: Case
) -> None:
    part = form_of(qtbot, frame, case, "client")
    part.form.focus_field("phone_safe")
    for name in ("phone_safe", "trusted_person"):
        row = part.form.row(name)
        above = [one for one in row.findChildren(QLabel) if "9-10 giờ" in one.text()]
        assert [one.property("kind") for one in above] == ["warn"], name


def test_a_commune_of_today_says_the_names_it_had_before(
    qtbot: QtBot, frame: FakeFrame, case: Case
) -> None:
    part = form_of(qtbot, frame, case, "client")
    row = part.form.row("address_current")
    row.set_answer(Place(province="52", commune="23722"))
    assert "Before July 2025: " in row.editor.understood()


def test_a_signed_paper_is_chosen_looked_at_and_taken_out(
    qtbot: QtBot,
    frame: FakeFrame,
    case: Case,
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "paper.jpg"
    path.write_bytes(a_picture())
    monkeypatch.setattr(file_editors, "ask_for_file", lambda *_: path)
    part = form_of(qtbot, frame, case, "consents0")
    part.form.focus_field("signed_copy")
    editor = part.form.row("signed_copy").editor
    assert isinstance(editor, FileEditor)
    assert editor._look.isHidden() and editor._drop.isHidden()
    editor.choose.click()
    assert frame.errors == []
    assert "KB" in said(editor)
    part.flush()
    (draft,) = [one for one in drafts(desk) if one.case_id == case.head.id]
    assert "signed_copy" in draft.values
    part.save()
    scan = load(desk, case.head.id).consents[0].signed_copy
    assert scan is not None
    editor._look.click()
    (dialog,) = editor.window().findChildren(QDialog)
    assert any(not one.pixmap().isNull() for one in dialog.findChildren(QLabel))
    dialog.close()
    editor._drop.click()
    part.save()
    assert load(desk, case.head.id).consents[0].signed_copy is None


def test_a_file_that_is_no_picture_is_refused_with_a_sentence(
    qtbot: QtBot,
    frame: FakeFrame,
    case: Case,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "paper.jpg"
    path.write_bytes(b"%PDF-1.7")
    monkeypatch.setattr(file_editors, "ask_for_file", lambda *_: path)
    part = form_of(qtbot, frame, case, "consents0")
    editor = part.form.row("signed_copy").editor
    assert isinstance(editor, FileEditor)
    editor.choose.click()
    (error,) = frame.errors
    assert isinstance(error, NotAPicture)
    assert editor.value() is None
