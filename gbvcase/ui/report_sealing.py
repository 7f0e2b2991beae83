"""What is asked before something exact leaves sealed: for whom, why, and behind which password."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gbvcase.casework.authority import ExitPurpose
from gbvcase.casework.desk import Profile
from gbvcase.casework.upkeep import judge_password
from gbvcase.domain.marking import mark
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.language import say
from gbvcase.ui.laying import bring_into_sight
from gbvcase.ui.lock_page import PasswordField
from gbvcase.ui.messages import announce
from gbvcase.ui.report_dialog import AskingDialog
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import label

PAUSE = 400
RULE = mark("At least 15 characters, and no name, date, place or common word alone.")


class SealingPassword(QWidget):
    """Five words that the program draws, or one's own, typed twice: nobody can ask for it again."""

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self._profile = profile
        self.drawn = QRadioButton(say(mark("Let the program draw five &words")))
        self.own = QRadioButton(say(mark("Choose a password &yourself")))
        group = QButtonGroup(self)
        for one in (self.drawn, self.own):
            group.addButton(one)
            one.toggled.connect(self._fit)
        self.first = PasswordField(say(mark("Password of the file")))
        self.again = PasswordField(say(mark("The same password again")))
        self._told = label(say(mark("The words are shown once, when the file is saved.")), "note")
        self._rule = label(say(RULE), "note")
        self.problem = label("", "error")
        self.problem.hide()
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._advise)
        self.first.typed.connect(lambda _text: self._soon.start())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        column.addWidget(self.drawn, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._told)
        column.addWidget(self.own, 0, Qt.AlignmentFlag.AlignLeft)
        self._typed = QWidget()
        both = QGridLayout(self._typed)
        both.setContentsMargins(0, 0, 0, 0)
        both.setHorizontalSpacing(space(12))
        both.setVerticalSpacing(space(4))
        both.addWidget(self._rule, 0, 0, 1, 2)
        for place, (text, field) in enumerate(
            (
                (mark("Pass&word of the file"), self.first),
                (mark("The same password a&gain"), self.again),
            )
        ):
            words = QLabel(say(text))
            words.setBuddy(field.line)
            both.addWidget(words, 1, place)
            both.addWidget(field, 2, place, Qt.AlignmentFlag.AlignTop)
            both.setColumnStretch(place, 1)
        column.addWidget(self._typed)
        column.addWidget(self.problem)
        self.drawn.setChecked(True)

    def password(self) -> str | None:
        """Return the password; empty if the program draws it, None with a sentence if it is not
        taken."""
        if self.drawn.isChecked():
            return ""
        self._soon.stop()
        text = self.first.text()
        judged = judge_password(text, self._profile)
        if judged.refusal is not None:
            self._refuse(judged.refusal.said(say), self.first)
            return None
        if text != self.again.text():
            self._refuse(say(mark("The two are not the same.")), self.again)
            return None
        self._tell("")
        return text

    def _refuse(self, text: str, field: PasswordField) -> None:
        self._tell(text)
        field.line.setFocus()
        announce(self, text)

    def _tell(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.first.line.setAccessibleDescription(text)

    def _advise(self) -> None:
        text = self.first.text()
        judged = judge_password(text, self._profile)
        taken = bool(text) and judged.refusal is None
        self._rule.setText(say(judged.advice) if taken else say(RULE))
        if taken:
            self._tell("")

    def _fit(self) -> None:
        own = self.own.isChecked()
        self._typed.setVisible(own)
        self._told.setVisible(not own)
        self._tell("")
        if own and self.isVisible():
            self.first.line.setFocus()


class SealDialog(AskingDialog):
    """Says what leaves and what it is not, and asks what must be known before it is sealed."""

    def __init__(  # noqa: PLR0913 - what leaves, in which words, and what is asked of it
        self,
        parent: QWidget,
        title: str,
        what: str,
        points: Sequence[str],
        profile: Profile,
        *,
        warning: str = "",
        receiver: bool = False,
        purpose: ExitPurpose | None = None,
    ) -> None:
        super().__init__(parent, say(mark("Seal and save...")))
        self.receiver, self.approver = QLineEdit(), QLineEdit()
        self.receiver.setMaxLength(160)
        self.approver.setMaxLength(160)
        self.purpose = CalmComboBox()
        for one in ExitPurpose:
            self.purpose.addItem(say(one.value), one)
        self.purpose.setMinimumContentsLength(20)
        self.password = SealingPassword(profile)
        self.problem = label("", "error")
        self.problem.hide()
        self.secret = ""  # once it is accepted: empty if the program draws it
        self._asks_receiver = receiver
        self.column.addWidget(label(title, "section"))
        self.column.addWidget(label(what, "strong"))
        if warning:
            self.column.addWidget(label(warning, "warn"))
        for point in points:
            self.column.addWidget(label(f"•  {say(point)}"))
        if receiver:
            self.ask(mark("&For which authority"), self.receiver)
            self.column.addWidget(self.problem)
        if purpose is not None:
            self.purpose.setCurrentIndex(self.purpose.findData(purpose))
            self.ask(mark("Wh&y it leaves"), self.purpose)
        if receiver:
            self.ask(mark("&Approved by"), self.approver)
        self.column.addWidget(label(say(mark("How the file is locked")), "strong"))
        self.column.addWidget(self.password)
        self.column.addStretch(1)
        self.password.own.toggled.connect(self.fit_soon)
        self.fit()
        (self.receiver if receiver else self.password.drawn).setFocus()

    def accept(self) -> None:
        """Close only when all that must be known is known."""
        needs = self._asks_receiver and not self.to_whom()
        self.problem.setVisible(needs)
        if needs:
            text = say(mark("Name the authority for which the exact figures are sealed."))
            self.problem.setText(text)
            self.receiver.setAccessibleDescription(text)
            self.receiver.setFocus()
            self.around.ensureWidgetVisible(self.receiver)
            announce(self, text)
            return
        secret = self.password.password()
        if secret is None:
            bring_into_sight(self.password.problem)
            return
        self.secret = secret
        super().accept()

    def to_whom(self) -> str:
        """Return the name of the receiver."""
        return " ".join(self.receiver.text().split())

    def approved_by(self) -> str:
        """Return who has approved it, empty if nobody was named."""
        return " ".join(self.approver.text().split())

    def why(self) -> ExitPurpose:
        """Return the purpose that is chosen."""
        found = self.purpose.currentData()
        assert isinstance(found, ExitPurpose)
        return found
