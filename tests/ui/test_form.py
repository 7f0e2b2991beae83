from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gbvcase.domain.codes import NotAnswered, Sex
from gbvcase.domain.errors import Unreadable
from gbvcase.domain.fields import entries_of
from gbvcase.domain.incident import Incident
from gbvcase.domain.people import Client
from gbvcase.domain.values import PartialDate
from gbvcase.ui import theme
from gbvcase.ui.choice_editors import CodeButtonsEditor, CodeComboEditor, ManyCodesEditor
from gbvcase.ui.form import RecordForm
from tests.ui.forms import AROUND, FULL, Everything, Neighbour


def shown(qtbot: QtBot, record: object, width: int = 800) -> RecordForm:
    form: RecordForm = RecordForm(record, AROUND)  # type: ignore[type-var]
    qtbot.addWidget(form)
    form.resize(width, 600)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    return form


def test_a_field_of_its_own_gets_its_widget(qtbot: QtBot) -> None:
    form = shown(qtbot, Everything())
    for entry in entries_of(Everything):
        if entry.about.hidden:
            with pytest.raises(KeyError):
                form.row(entry.name)
        else:
            assert form.row(entry.name).label.text() == entry.about.label
    assert isinstance(form.row("name").editor.field, QLineEdit)
    assert isinstance(form.row("account").editor.field, QPlainTextEdit)
    assert isinstance(form.row("sex").editor, CodeButtonsEditor)
    assert isinstance(form.row("injury").editor, CodeComboEditor)
    assert isinstance(form.row("languages").editor, ManyCodesEditor)


@pytest.mark.parametrize("record", [FULL, Everything(), Client(full_name="Mẫu"), Incident()])
def test_a_record_left_alone_comes_back_the_same(qtbot: QtBot, record: Everything) -> None:
    form = shown(qtbot, record)
    for entry in entries_of(type(record)):
        if not entry.about.hidden:
            form.row(entry.name)  # also the sections that nobody opened
    assert form.record() == record
    assert form.typed() == {}


@pytest.mark.parametrize("way", NotAnswered)
def test_every_way_of_not_answering_is_kept(qtbot: QtBot, way: NotAnswered) -> None:
    names = [e.name for e in entries_of(Everything) if e.about.declinable and not e.about.hidden]
    record = replace(Everything(), **dict.fromkeys(names, way))
    form = shown(qtbot, record)
    assert form.record() == record


def test_what_is_typed_is_in_the_record(qtbot: QtBot) -> None:
    form = shown(qtbot, Everything())
    with qtbot.waitSignal(form.changed):
        QTest.keyClicks(form.row("name").editor.field, "Nguyen Van Thu")
    QTest.keyClicks(form.row("age").editor.field, "31")
    QTest.keyClicks(form.row("born").editor.field, "3/1990")
    QTest.keyClicks(form.row("due").editor.field, "011226")
    QTest.keyClick(form.row("sex").editor.field, Qt.Key.Key_Space)
    record = form.record()
    assert record.name == "Nguyen Van Thu"
    assert (record.age, record.born, record.due) == (31, PartialDate(1990, 3), date(2026, 12, 1))
    assert record.sex is Sex.FEMALE


def test_a_date_that_is_none_is_not_silently_lost(qtbot: QtBot) -> None:
    form = shown(qtbot, Everything(born=PartialDate(1990)))
    form.row("born").editor.field.setText("31/02/1990")
    with pytest.raises(Unreadable):
        form.record()
    row = form.row("born")
    assert "31/02/1990" in row.problem
    assert "31/02/1990" in row.editor.field.accessibleDescription()
    assert form.typed() == {"born": "31/02/1990"}


def test_an_error_is_said_on_leaving_and_not_while_typing(qtbot: QtBot) -> None:
    form = shown(qtbot, Everything())
    form.focus_field("age")
    QTest.keyClicks(form.row("age").editor.field, "abc")
    assert form.row("age").problem == ""
    form.focus_field("name")
    assert form.row("age").problem != ""
    form.focus_field("age")
    form.row("age").editor.field.setText("12")
    form.focus_field("name")
    assert form.row("age").problem == ""


def test_a_way_of_not_answering_is_one_key_away_and_an_answer_takes_its_place(
    qtbot: QtBot,
) -> None:
    form = shown(qtbot, Everything(name="Mẫu"))
    form.focus_field("name")
    field = form.row("name").editor.field
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = form.row("name").findChild(QMenu)
    assert menu is not None
    assert menu.actions()[0].text().replace("&", "") == "Not asked"
    QTest.keyClick(menu, Qt.Key.Key_P)
    assert form.record().name is NotAnswered.NO_ANSWER
    QTest.keyClicks(field, "x")
    assert form.record().name == "x"


def test_what_stands_on_the_screen_comes_back_from_a_draft(qtbot: QtBot) -> None:
    form = shown(qtbot, Everything())
    form.restore(
        {
            "name": "Trần Thị Mẫu",
            "born": "31/02/1990",
            "sex": Sex.FEMALE.code,
            "age": {"not_answered": "unknown"},
            "nearest": {"name": "Ông Thử"},
            "neighbours": [{"base": None, "typed": {"name": "Bà Mẫu"}}],
            "gone": "a field of an older program",
        }
    )
    draft = form.typed()
    again = shown(qtbot, Everything())
    again.restore(draft)
    assert again.typed() == draft
    assert again.row("born").editor.field.text() == "31/02/1990"
    again.restore({"born": None})
    record = again.record()
    assert record.neighbours == (Neighbour(name="Bà Mẫu"),)
    assert record.nearest.name == "Ông Thử"
    assert record.age is NotAnswered.UNKNOWN


def test_a_draft_of_many_groups_remembers_which_of_them_was_removed(qtbot: QtBot) -> None:
    form = shown(qtbot, FULL)
    editor = form.row("neighbours").editor
    first = editor._parts[0]
    editor._remove(first)
    assert form.record().neighbours == FULL.neighbours[1:]
    again = shown(qtbot, FULL)
    again.restore(form.typed())
    assert again.record().neighbours == FULL.neighbours[1:]


def test_changes_are_taken_back_one_by_one(qtbot: QtBot) -> None:
    form = shown(qtbot, Everything())
    form.focus_field("name")
    QTest.keyClicks(form.row("name").editor.field, "Mau")
    form.focus_field("age")
    QTest.keyClicks(form.row("age").editor.field, "31")
    form.focus_field("account")
    assert form.steps.next_back == "age"
    assert form.act("undo")
    assert form.record().age is None
    assert form.record().name == "Mau"
    assert form.act("undo")
    assert form.record().name is None
    assert not form.act("undo")
    assert form.act("redo")
    assert form.record().name == "Mau"


def test_tab_leaves_a_long_text(qtbot: QtBot) -> None:
    form = shown(qtbot, Everything())
    form.focus_field("account")
    text = form.row("account").editor.field
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert not text.hasFocus()
    assert text.toPlainText() == ""


def test_labels_stand_left_where_there_is_room_and_above_where_there_is_not(
    qtbot: QtBot,
) -> None:
    form = shown(qtbot, Everything(), width=900)
    row = form.row("name")
    assert row.label.geometry().right() < row.editor.x()
    form.resize(500, 600)
    qtbot.waitUntil(lambda: row.label.geometry().bottom() <= row.editor.y())


def test_fields_grow_with_the_text_without_losing_words(qtbot: QtBot) -> None:
    form = shown(qtbot, FULL)
    form.row("name").editor.field.setText("Nửa chừng (mẫu)")
    before = form.row("due").editor.field.width(), form.row("account").editor.field.height()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    font = app.font()
    try:
        theme.apply(app, look="light", percent=200)
        QApplication.processEvents()
        after = form.row("due").editor.field.width(), form.row("account").editor.field.height()
        assert after[0] == 2 * before[0]
        assert after[1] > before[1]
        assert form.row("name").typed() == "Nửa chừng (mẫu)"
    finally:
        theme.apply(app, look="light", percent=100)
        app.setStyleSheet("")
        app.setFont(font)


def test_no_width_makes_the_page_swing_to_and_fro(qtbot: QtBot) -> None:
    form: RecordForm = RecordForm(Everything(), AROUND)
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(form)
    area.show()
    for width in range(300, 900, 7):
        for height in (300, 900, 1400):
            area.resize(width, height)
            QApplication.processEvents()


def test_every_label_shows_plain_text_and_every_field_has_a_name(qtbot: QtBot) -> None:
    form = shown(qtbot, FULL)
    for found in form.findChildren(QLabel):
        assert found.textFormat() == Qt.TextFormat.PlainText
    for entry in entries_of(Everything):
        if not entry.about.hidden and not entry.is_group and entry.name != "copy":
            field = form.row(entry.name).editor.field
            named = field.accessibleName() or field.accessibleDescription()
            assert say_label(entry.about.label) in named


def say_label(text: str) -> str:
    return text


def test_a_long_form_shows_at_most_forty_controls(qtbot: QtBot) -> None:
    for record in (Client(), Incident()):
        form = shown(qtbot, record)
        form.resize(820, 1000)
        for section in form._sections:
            form._open(section)
            controls = [
                w
                for w in form.findChildren(QWidget)
                if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
            ]
            assert len(controls) <= 46, (section.names, len(controls))


def test_help_comes_with_a_key_and_is_read_with_the_field(qtbot: QtBot) -> None:
    form = shown(qtbot, Everything())
    form.focus_field("name")
    QTest.keyClick(form.row("name").editor.field, Qt.Key.Key_F1)
    assert "As the person says it." in form.row("name").editor.field.accessibleDescription()


def test_a_birth_said_to_be_about_a_year_stays_so_and_answers_that_it_is_an_estimate(
    qtbot: QtBot,
) -> None:
    form = RecordForm(Client(), AROUND, folded=False)
    qtbot.addWidget(form)
    row = form.row("dob")
    row.set_typed("khoảng 1990")
    form.leave()
    assert row.typed() == "about 1990"
    assert form.row("dob_estimated").typed() is None  # only when the keyboard leaves it
    record = form.record()
    assert (record.dob, record.dob_estimated) == (PartialDate(1990), True)
    form.row("dob_estimated").set_answer(False)
    assert form.record().dob_estimated is False, "what the person says herself counts"
    form.row("dob_estimated").set_answer(None)
    row.set_typed("8/3/1990")
    form.leave()
    assert form.record().dob_estimated is None


def test_a_form_that_does_not_ask_whether_it_is_an_estimate_keeps_it_all_the_same(
    qtbot: QtBot,
) -> None:
    form = RecordForm(Client(), AROUND, only=("full_name", "dob"), folded=False)
    qtbot.addWidget(form)
    form.row("dob").set_typed("about 1990")
    assert form.record().dob_estimated is True


def test_leaving_a_birth_that_is_an_estimate_ticks_on_the_screen_that_it_is_one(
    qtbot: QtBot,
) -> None:
    form = shown(qtbot, Client())
    form.focus_field("dob")
    QTest.keyClicks(form.row("dob").editor.field, "about 1990")
    QTest.keyClick(form.row("dob").editor.field, Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert form.row("dob_estimated").answer() is True
    assert form.typed()["dob_estimated"] is not None
