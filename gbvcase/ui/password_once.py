"""The short question that shows the password of a saved paper: once, to be told another way."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import label


class PasswordOnce(QDialog):
    """Shows a password that is kept nowhere."""

    def __init__(self, parent: QWidget, password: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(say(mark("Workbook")))
        self.setMinimumWidth(space(420))
        words = label(password, "words")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        words.setAccessibleName(say(mark("Password: {password}")).format(password=password))
        buttons = QDialogButtonBox()
        close = buttons.addButton(
            say(mark("I have written it down")), QDialogButtonBox.ButtonRole.AcceptRole
        )
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setSpacing(space(12))
        column.addWidget(label(say(mark("Password of the file")), "section"))
        column.addWidget(label(say(mark("The file is saved and locked with this password:"))))
        column.addWidget(words)
        column.addWidget(
            label(
                say(
                    mark(
                        "It is shown only once. Tell it to the recipient by phone or in person, "
                        "never together with the file."
                    )
                ),
                "note",
            )
        )
        column.addWidget(buttons)


def show_password_once(parent: QWidget, password: str) -> None:
    """Show a password until the person says that it is written down."""
    PasswordOnce(parent, password).exec()
