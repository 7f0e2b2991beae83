"""Settings that are none: practising, what this program is, and under which licences its parts."""

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from gbvcase.casework.licences import FONTS_AND_ICONS, Part, licence_text, parts, version
from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end, in_a_line
from gbvcase.ui.pages import Frame
from gbvcase.ui.settings_parts import Section
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Card, button, label


class PracticeSection(Section):
    """In the practice cabinet: begin it anew. In a real one: how to come there."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        card = Card(say(mark("Practice")))
        if frame.desk.profile.is_practice:
            note = mark("Everything that was tried out goes, and thirty made-up people come anew.")
            self.begin = button(say(mark("Make the made-up data anew")), "refresh-cw")
            self.begin.clicked.connect(frame.practise_anew)
        else:
            note = mark(
                "The practice cabinet holds thirty made-up people and lies apart from this one. "
                "Lock this cabinet, then press Practise on the lock page."
            )
            self.begin = button(say(mark("More about practising")), "circle-help")
            self.begin.clicked.connect(lambda: frame.go("help", name="practice"))
        card.add(label(say(note), "note"))
        card.add(in_a_line(self.begin))
        self.put(card)

    def first_field(self) -> QWidget:
        """Return what can be done."""
        return self.begin


class AboutSection(Section):
    """The version, what the program promises, and the licences."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        card = Card(say(mark("About this program")))
        text = say(mark("Version {version}. Free software under the GNU GPL, version 3 or later."))
        card.add(label(text.format(version=version())))
        card.add(label(say(mark("It uses no network and sends nothing to anybody.")), "note"))
        self.promise = button(say(mark("What is protected, and what is not")), "shield-check")
        self.promise.clicked.connect(lambda: frame.go("help", name="promise"))
        self.licences = button(say(mark("Licences...")), "file-text")
        self.licences.clicked.connect(lambda: LicenceDialog(self).open())
        for one in (self.promise, self.licences):  # below each other: large text fills a line
            card.add(in_a_line(one))
        self.put(card)

    def first_field(self) -> QWidget:
        """Return what is promised."""
        return self.promise


class LicenceDialog(QDialog):
    """Every library with its version and licence, and the whole texts of fonts and icons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setWindowTitle(say(mark("Workbook")))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(say(mark("Licences")))
        self.text.setPlainText(_all_licences())
        close = button(say(mark("Close")), kind="main")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(16))
        column.setSpacing(space(12))
        column.addWidget(label(say(mark("Licences")), "title"))
        column.addWidget(self.text, 1)
        column.addLayout(at_the_end(close))
        room = parent.window().size()
        self.resize(min(space(760), room.width() - 40), min(space(600), room.height() - 40))
        self.text.setFocus()


def _all_licences() -> str:
    lines = [_line(part) for part in parts()]
    for title, name in FONTS_AND_ICONS:
        lines += ["", f"== {title} ==", "", licence_text(name)]
    return "\n".join(lines)


def _line(part: Part) -> str:
    unknown = say(mark("see its own files"))
    return f"{part.name} {part.version}  -  {part.licence or unknown}"
