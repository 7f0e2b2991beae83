from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gbvcase.ui.language import say, speak


@pytest.fixture(autouse=True)
def english_again(qtbot: QtBot) -> Iterator[None]:
    yield
    speak("en")


def test_the_screen_speaks_what_it_is_told_to() -> None:
    speak("vi")
    assert (say.language, say("Cancel")) == ("vi", "Hủy")
    speak("en")
    assert (say.language, say("Cancel")) == ("en", "Cancel")


def test_qt_speaks_vietnamese_in_its_own_texts(qtbot: QtBot) -> None:
    speak("vi")
    field = QLineEdit("Mẫu")
    qtbot.addWidget(field)
    texts = {action.text().split("\t")[0] for action in field.createStandardContextMenu().actions()}
    assert not {"&Undo", "&Copy", "Select All"} & texts
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Hủy"
    speak("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_language_that_we_do_not_speak_is_refused() -> None:
    with pytest.raises(KeyError):
        speak("fr")
