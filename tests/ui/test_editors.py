import time
from unicodedata import normalize

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gbvcase.domain.codes import Ethnicity
from gbvcase.domain.errors import Unreadable
from gbvcase.domain.fields import entry_named
from gbvcase.domain.people import Client
from gbvcase.domain.values import Place
from gbvcase.ui.editors import editor_for
from gbvcase.ui.form import RecordForm
from gbvcase.ui.typed_editors import whole
from tests.ui.forms import AROUND, Everything

DOWN, RETURN, BACK = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Backspace


def editor(qtbot: QtBot, name: str, kind: type = Everything):
    made = editor_for(entry_named(kind, name), AROUND, lambda r: RecordForm(r, AROUND))
    qtbot.addWidget(made)
    made.resize(500, 100)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.field.setFocus()
    return made


def as_unikey(field: QLineEdit | QPlainTextEdit, strokes: str) -> None:
    """Type as Vietnamese input programs do: `<` is the Backspace that they send."""
    for stroke in strokes:
        if stroke == "<":
            QTest.keyClick(field, BACK)
        else:
            press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, stroke)
            QApplication.sendEvent(field, press)


@pytest.mark.parametrize("name", ["name", "account", "place"])
@pytest.mark.parametrize(
    ("strokes", "word"),
    [
        ("d<đa<ă<ặng", "đặng"),
        ("Ru<ươ<ớ<c<<ước", "Rước"),
        ("H'Bu<ŭp", "H'Bŭp"),
        (normalize("NFD", "Trần Thị Mẫu"), "Trần Thị Mẫu"),
    ],
)
def test_vietnamese_arrives_as_it_was_typed(
    qtbot: QtBot, name: str, strokes: str, word: str
) -> None:
    made = editor(qtbot, name)
    as_unikey(made.field, strokes)
    made.tidy()
    value = made.value()
    assert (value.typed if isinstance(value, Place) else value) == word


def test_no_editor_completes_inline(qtbot: QtBot) -> None:
    form = RecordForm(Everything(), AROUND)
    qtbot.addWidget(form)
    for box in form.findChildren(QComboBox):
        assert not box.isEditable()
    for line in form.findChildren(QLineEdit):
        assert line.completer() is None


def test_a_line_is_tidied_on_leaving_only(qtbot: QtBot) -> None:
    made = editor(qtbot, "name")
    QTest.keyClicks(made.field, "Tran   Thi ")
    assert made.field.text() == "Tran   Thi "
    made.tidy()
    assert made.field.text() == "Tran Thi"


def test_too_long_a_name_is_said_and_not_cut_in_silence(qtbot: QtBot) -> None:
    made = editor(qtbot, "name")
    made.field.insert("x" * 1_000_000)
    assert len(made.value()) == 300
    assert "300" in made.understood()


def test_a_flood_does_not_hang(qtbot: QtBot) -> None:
    floods = (
        "x" * 1_000_000,
        "\n" * 10_000,
        "a" + "\u0301" * 50_000,
        "\u202e" + "مرحبا " * 5_000,
        "\U0001f469\u200d\U0001f467" * 5_000,
    )
    for name in ("name", "account", "age", "born", "place"):
        made = editor(qtbot, name)
        for flood in floods:
            begun = time.perf_counter()
            if isinstance(made.field, QPlainTextEdit):
                data = QMimeData()
                data.setText(flood)
                made.field.insertFromMimeData(data)
            else:
                made.field.insert(flood)
            made.grab()
            made.tidy()
            made.understood()
            made.clear()
            assert time.perf_counter() - begun < 1.5, (name, flood[:3], len(flood))


def test_a_kept_flood_is_shown_without_hanging(qtbot: QtBot) -> None:
    made = editor(qtbot, "account")
    begun = time.perf_counter()
    made.set_value("a" + "\u0301" * 59_000)
    made.grab()
    assert time.perf_counter() - begun < 1.5


def test_markup_is_shown_literally(qtbot: QtBot) -> None:
    text = '<img src="file:///etc/hostname"><b>x</b> =1+1 \'; DROP TABLE'
    for name in ("name", "account"):
        made = editor(qtbot, name)
        made.set_value(text)
        assert made.value() == text


@pytest.mark.parametrize("typed", ["12a", "-1", "121", "1/2"])
def test_a_number_out_of_bounds_is_refused(qtbot: QtBot, typed: str) -> None:
    made = editor(qtbot, "age")
    QTest.keyClicks(made.field, typed)
    with pytest.raises(Unreadable):
        made.value()


def test_a_date_says_what_it_understood(qtbot: QtBot) -> None:
    made = editor(qtbot, "born")
    QTest.keyClicks(made.field, "8/3/1990")
    made.tidy()
    assert made.field.text() == "08/03/1990"
    assert made.understood() == "Thursday, 08/03/1990"


def test_today_is_one_key(qtbot: QtBot) -> None:
    made = editor(qtbot, "due")
    keys = QKeySequence("Ctrl+;")[0]
    QTest.keyClick(made.field, keys.key(), keys.keyboardModifiers())
    assert made.field.text() == "24/11/2026"


def test_a_date_in_part_is_no_full_date(qtbot: QtBot) -> None:
    made = editor(qtbot, "due")
    made.field.setText("11/2026")
    with pytest.raises(Unreadable):
        made.value()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("24/11/2026 8:05", "24/11/2026 08:05"),
        ("24/11/2026 8h", "24/11/2026 08:00"),
        ("20/11/2026 14h30", "20/11/2026 14:30"),
        ("9:41", "24/11/2026 09:41"),
    ],
)
def test_a_moment_is_a_date_and_a_time(qtbot: QtBot, typed: str, shown: str) -> None:
    made = editor(qtbot, "given_at")
    QTest.keyClicks(made.field, typed)
    made.tidy()
    assert made.field.text() == shown
    assert f"{made.value():%d/%m/%Y %H:%M}" == shown


def test_a_place_is_found_by_a_few_letters_and_shows_both_readings(qtbot: QtBot) -> None:
    made = editor(qtbot, "place")
    QTest.keyClicks(made.field, "ia grai")
    suggestions = made._list
    texts = [suggestions.item(n).text() for n in range(suggestions.count())]
    assert texts[0].startswith("Xã Ia Grai")
    assert any("2025" in text for text in texts)
    QTest.keyClick(made.field, RETURN)
    place = made.value()
    assert place.commune is not None
    assert place.as_of is not None
    assert not suggestions.isVisible()


def test_a_village_and_an_unknown_commune_are_kept_as_written(qtbot: QtBot) -> None:
    made = editor(qtbot, "place")
    QTest.keyClicks(made.field, "xa khong co dau")
    QTest.keyClicks(made.village, "Lang Mau")
    assert made.value() == Place(village="Lang Mau", typed="xa khong co dau")


def test_a_long_list_is_found_without_accents(qtbot: QtBot) -> None:
    made = editor(qtbot, "ethnicity", Client)
    QTest.keyClicks(made.field, "gia rai")
    made.tidy()
    assert isinstance(made.value(), Ethnicity)
    made.field.setText("")
    QTest.keyClicks(made.field, "zzz")
    with pytest.raises(Unreadable):
        made.value()


@pytest.mark.parametrize("typed", ["jrai", "Gia-rai", "Gia Rai"])
def test_a_people_is_found_by_what_it_calls_itself(qtbot: QtBot, typed: str) -> None:
    made = editor(qtbot, "ethnicity", Client)
    QTest.keyClicks(made.field, typed)
    QTest.keyClick(made.field, RETURN)
    assert made.value() is Ethnicity.of("gia_rai")


def test_arrows_choose_in_the_list_below_a_field(qtbot: QtBot) -> None:
    made = editor(qtbot, "ethnicity", Client)
    QTest.keyClicks(made.field, "b")
    second = made._list.item(1).data(Qt.ItemDataRole.UserRole)
    QTest.keyClick(made.field, DOWN)
    QTest.keyClick(made.field, RETURN)
    assert made.value().code == second


def test_one_of_many_is_ticked_with_the_space_bar(qtbot: QtBot) -> None:
    made = editor(qtbot, "languages")
    made.field.setCurrentRow(1)
    QTest.keyClick(made.field, Qt.Key.Key_Space)
    assert len(made.value()) == 1
    assert made.understood() != ""


def test_the_wheel_changes_nothing_in_passing(qtbot: QtBot) -> None:
    made = editor(qtbot, "injury")
    made.input.setCurrentIndex(1)
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    made.input.wheelEvent(event)
    assert made.input.currentIndex() == 1


def test_half_a_letter_is_dropped_where_it_could_not_be_kept() -> None:
    assert whole("Mẫu \ud83d Thử") == "Mẫu  Thử"
    assert whole("Mẫu 😀") == "Mẫu 😀"
