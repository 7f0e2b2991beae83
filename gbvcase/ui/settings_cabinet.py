"""Settings of the cabinet: its password, its recovery sheet, whether it is whole, where it lies."""

from datetime import datetime

from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from gbvcase.casework.checking import LastCheck, check_now, last_check
from gbvcase.casework.purging import MAY_PURGE, Purged, purged, waits_for_new_keys
from gbvcase.casework.recovery_sheet import Reminder, recovery_reminder
from gbvcase.casework.upkeep import CabinetCheck, change_password
from gbvcase.domain.errors import VaultDamaged
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_date, written_moment
from gbvcase.ui.jobs import Progress
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end, in_a_line
from gbvcase.ui.lock_page import PasswordField
from gbvcase.ui.pages import Frame
from gbvcase.ui.password_choice import PasswordChoice
from gbvcase.ui.recovery_dialogs import make_new_sheet, try_sheet
from gbvcase.ui.settings_parts import Section
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Card, button, label, repolish

KEYS_ARE_DUE = mark(
    "The cabinet still has the keys of before the last removal, for the disk was full. Free some "
    "room, lock, and unlock again."
)


class CabinetSection(Section):
    """What keeps the cases safe, and whether it still does."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.put(self._password(), self._sheet(), self._whole(), self._place())
        self.removing = RemovingCard(frame)
        if frame.desk.profile.role in MAY_PURGE:
            self.put(self.removing)
        self._read()

    def first_field(self) -> QWidget:
        """Return the change of the password."""
        return self.change

    # --- the cards

    def _password(self) -> Card:
        card = Card(say(mark("Password")))
        note = mark("After a change the old password opens nothing. Takes some seconds.")
        card.add(label(say(note), "note"))
        self.change = button(say(mark("Change the password...")), "lock")
        self.change.clicked.connect(self._change_password)
        card.add(in_a_line(self.change))
        return card

    def _sheet(self) -> Card:
        card = Card(say(mark("Recovery sheet")))
        self.sheet_state = label("", "warn")
        self.sheet_state.hide()
        card.add(self.sheet_state)
        note = mark(
            "The paper that opens the cabinet when the password is forgotten. Trying changes "
            "nothing; after a new sheet the old one opens nothing any more."
        )
        card.add(label(say(note), "note"))
        self.rehearse = button(say(mark("Try the sheet...")), "package-check")
        self.rehearse.clicked.connect(lambda: try_sheet(self, self.frame, self._read))
        self.renew = button(say(mark("Make a new sheet...")), "printer")
        self.renew.clicked.connect(lambda: make_new_sheet(self, self.frame, self._read))
        card.add(in_a_line(self.rehearse, self.renew))
        return card

    def _whole(self) -> Card:
        card = Card(say(mark("Check")))
        note = mark("Reads every page and the whole journal; it changes nothing.")
        card.add(label(say(note), "note"))
        self.checked_at = label("", "note")
        card.add(self.checked_at)
        self.check = button(say(mark("Check the cabinet now")), "shield-check")
        self.check.clicked.connect(self._start_check)
        card.add(in_a_line(self.check))
        self.found = label("", "ok")
        self.found.hide()
        card.add(self.found)
        return card

    def _place(self) -> Card:
        card = Card(say(mark("Where it lies")))
        note = mark("To take a copy elsewhere, close the program and copy this whole folder.")
        card.add(label(str(self.frame.desk.vault.folder)))
        card.add(label(say(note), "note"))
        return card

    # --- what they do

    def _read(self) -> None:
        desk = self.frame.desk

        def work(_progress: Progress) -> tuple[LastCheck | None, Reminder | None]:
            return last_check(desk), recovery_reminder(desk)

        self.frame.jobs.start(work, done=self._show, failed=self.frame.failed)
        self.removing.read()

    def _show(self, read: tuple[LastCheck | None, Reminder | None]) -> None:
        last, reminder = read
        self._say_checked(last.at if last else None)
        self.sheet_state.setText(reminder.said(say) if reminder else "")
        self.sheet_state.setVisible(reminder is not None)

    def _say_checked(self, at: datetime | None) -> None:
        text = say(mark("Last found whole: {moment}"))
        never = say(mark("It was not checked yet."))
        self.checked_at.setText(text.format(moment=written_moment(at)) if at else never)

    def _change_password(self) -> None:
        dialog = PasswordDialog(self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            desk, old, new = self.frame.desk, *dialog.passwords()

            def work(progress: Progress) -> None:
                change_password(desk, old, new, progress)

            self.frame.jobs.start(
                work,
                done=self._password_changed,
                failed=self.frame.failed,
                words=say(mark("Changing the password:")),
            )
        dialog.deleteLater()

    def _password_changed(self, _result: None) -> None:
        self.frame.note(say(mark("The password is changed. The old one opens nothing any more.")))

    def _start_check(self) -> None:
        desk = self.frame.desk
        self.check.setEnabled(False)
        self.found.hide()
        self.frame.jobs.start(
            lambda progress: check_now(desk, progress),
            done=self._checked,
            failed=self._not_checked,
            words=say(mark("Checking the cabinet:")),
        )

    def _checked(self, found: CabinetCheck) -> None:
        self.check.setEnabled(True)
        self.check.setFocus()
        self.found.setProperty("kind", "ok" if found.is_whole else "error")
        self.found.setText("\n".join(found.said(say)))
        repolish(self.found)
        self.found.show()
        if found.is_whole:
            self._say_checked(self.frame.desk.now())
        elif found.is_damaged:
            self.frame.failed(VaultDamaged())

    def _not_checked(self, error: Exception) -> None:
        self.check.setEnabled(True)
        self.frame.failed(error)


class RemovingCard(Card):
    """The way to remove cases for good; how many were, and whether new keys are still due."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(say(mark("Remove cases for good")))
        self._frame = frame
        note = mark(
            "For cases whose time of keeping is over, and for a person who wants to be forgotten. "
            "It is not the trash: nobody can take it back."
        )
        self.add(label(say(note), "note"))
        self.due = label("", "warn")
        self.due.hide()
        self.add(self.due)
        self.gone = label("", "note")
        self.gone.hide()
        self.add(self.gone)
        self.remove = button(say(mark("Remove cases for good...")), "trash-2", "danger")
        self.remove.clicked.connect(self._ask)
        self.add(in_a_line(self.remove))

    def read(self) -> None:
        """Find out what was removed so far."""
        desk = self._frame.desk

        def work(_progress: Progress) -> tuple[tuple[Purged, ...], bool]:
            return purged(desk), waits_for_new_keys(desk)

        self._frame.jobs.start(work, done=self._show, failed=self._frame.failed)

    def _show(self, read: tuple[tuple[Purged, ...], bool]) -> None:
        gone, is_due = read
        if gone:
            last = datetime.fromisoformat(gone[-1].at).astimezone(self._frame.desk.now().tzinfo)
            text = say(mark("Removed so far: {count}, the last on {date}"))
            self.gone.setText(text.format(count=len(gone), date=written_date(last.date())))
        self.gone.setVisible(bool(gone))
        self.due.setText(say(KEYS_ARE_DUE) if is_due else "")
        self.due.setVisible(is_due)

    def _ask(self) -> None:
        from gbvcase.ui.purge_dialog import PurgeDialog

        PurgeDialog(self, self._frame, self.read).open()


class PasswordDialog(QDialog):
    """The old password, and a new one."""

    def __init__(self, section: Section) -> None:
        super().__init__(section.window())
        self.setWindowTitle(say(mark("Workbook")))
        self.setMinimumWidth(space(520))
        self._old = PasswordField(say(mark("The password until now")))
        self._new = PasswordChoice(lambda: section.frame.desk.profile)
        self._taken = ("", "")
        words = QLabel(say(mark("The &password until now")))
        words.setBuddy(self._old.line)
        change = button(say(mark("Change the password")), kind="main")
        change.clicked.connect(self._try)
        cancel = button(say(mark("Cancel")))
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(16))
        column.setSpacing(space(10))
        column.addWidget(words)
        column.addWidget(self._old)
        column.addSpacing(space(8))
        column.addWidget(self._new)
        column.addLayout(at_the_end(cancel, change))
        self._old.line.setFocus()

    def passwords(self) -> tuple[str, str]:
        """Return the old and the new password."""
        return self._taken

    def _try(self) -> None:
        new = self._new.password()
        if not self._old.text():
            self._old.line.setFocus()
        elif new is not None:
            self._taken = (self._old.text(), new)
            self.accept()
