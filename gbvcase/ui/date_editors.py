"""Editors for a date, a date that may be known in part only, and a date with its time."""

import re
from datetime import date, datetime, time

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCalendarWidget, QDialog, QLineEdit, QVBoxLayout

from gbvcase.domain.dates import is_about, understand
from gbvcase.domain.errors import GbvcaseError, Unreadable
from gbvcase.domain.fields import Entry
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written, written_date, written_weekday
from gbvcase.domain.values import PartialDate
from gbvcase.ui.editing import Around
from gbvcase.ui.language import say
from gbvcase.ui.theme import space
from gbvcase.ui.typed_editors import LineEditor
from gbvcase.ui.widgets import icon_button

WIDTH, TIME_WIDTH = 150, 224
ABOUT = mark("about {date}")
TIME = re.compile(r"(.*?)\s*\b([0-9]{1,2})\s*(?:[:h]|giờ)\s*([0-9]{2})?$", re.IGNORECASE)
NO_TIME = mark("Type a time such as 09:41.")
FULL_DATE = mark("Type the day too, such as 24/11/2026.")


class PartialDateEditor(LineEditor):
    """A date as people say it: 8/3/1990, 3/1990, 1990, about 1990, yesterday."""

    width_of_text = WIDTH

    def __init__(self, entry: Entry, around: Around) -> None:
        super().__init__(entry)
        self._around = around
        self._birth = entry.name in ("dob", "birth_date")
        self._kept: PartialDate | None = None
        self.fit_text()
        self.input.setPlaceholderText(say(mark("day/month/year")))
        today = QShortcut(QKeySequence("Ctrl+;"), self.input)
        today.setContext(Qt.ShortcutContext.WidgetShortcut)
        today.activated.connect(self._write_today)
        self.calendar_button = icon_button("calendar", say(mark("Calendar")))
        self.calendar_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.calendar_button.clicked.connect(self._open_calendar)
        self.line.setSpacing(space(4))
        self.line.addWidget(self.calendar_button)
        self.line.addStretch(1)
        self.line.setStretch(0, 0)

    def fit_text(self) -> None:
        """Be as wide as a date."""
        self.input.setFixedWidth(space(self.width_of_text))

    def value(self) -> object:
        """Return the date as exactly as it is known; raise Unreadable if it is none."""
        return self._read()

    def set_value(self, value: object) -> None:
        """Write a date as day/month/year, month/year or year."""
        self._kept = value if isinstance(value, PartialDate) else None
        super().set_value("" if self._kept is None else written(self._kept, say))

    def is_estimate(self) -> bool:
        """Tell whether a day of birth was typed as an estimate: about 1990."""
        return self._birth and is_about(self.input.text())

    def tidy(self) -> None:
        """Write the date in full once it is understood, so that everyone reads it alike."""
        super().tidy()
        try:
            read = self._read()
        except GbvcaseError:
            return
        if read is not None:
            self._show(read)

    def understood(self) -> str:
        """Return the date in words."""
        try:
            read = self._read()
        except GbvcaseError:
            return ""
        if read is None:
            return ""
        day = read.exact
        if day is None:
            shape = mark("The year {date}") if read.month is None else mark("The month {date}")
            return say(shape).format(date=written(read, say))
        return written_weekday(day, say)

    def _show(self, read: PartialDate) -> None:
        text = written(read, say)
        if self.is_estimate():
            text = say(ABOUT).format(date=text)
        if self.input.text() != text:
            self.input.setText(text)

    def _read(self) -> PartialDate | None:
        text = self.input.text().strip()
        if not text:
            return None
        return understand(text, self._around.today(), birth=self._birth)

    def _write(self, text: str) -> None:
        self.input.setText(text)
        self.changed.emit()

    def _write_today(self) -> None:
        self._write(written_date(self._around.today()))

    def _open_calendar(self) -> None:
        chosen = _Calendar(self.input, self._start()).ask()
        if chosen is not None:
            self._write(written_date(chosen))
        self.input.setFocus()

    def _start(self) -> date:
        try:
            read = self._read()
        except GbvcaseError:
            read = None
        return read.first if read else self._around.today()


class DateEditor(PartialDateEditor):
    """A date that must be known to the day."""

    def value(self) -> date | None:
        """Return the day; raise Unreadable if it is none, or only a month or a year."""
        read = self._read()
        if read is None:
            return None
        if read.exact is None:
            raise Unreadable(FULL_DATE)
        return read.exact

    def set_value(self, value: object) -> None:
        """Write a date as day/month/year."""
        super().set_value(PartialDate.of(value) if isinstance(value, date) else None)


class DateTimeEditor(PartialDateEditor):
    """A day and a time in one line."""

    width_of_text = TIME_WIDTH

    def __init__(self, entry: Entry, around: Around) -> None:
        super().__init__(entry, around)
        self.input.setPlaceholderText(say(mark("day/month/year hour:minute")))
        self._moment: datetime | None = None

    def value(self) -> datetime | None:
        """Return the moment, at this computer's offset; raise Unreadable if it is none."""
        if not self.input.text().strip():
            return None
        if self._moment is not None and self.input.text() == self._said(self._moment):
            return self._moment  # seconds and offset are not on the screen, and not lost
        day = self._read()
        if day is None or day.exact is None:
            raise Unreadable(FULL_DATE)
        clock = self._time()
        if clock is None:
            raise Unreadable(NO_TIME)
        return datetime.combine(day.exact, clock, self._around.now().tzinfo)

    def set_value(self, value: object) -> None:
        """Write a moment as day/month/year hour:minute."""
        self._moment = value if isinstance(value, datetime) else None
        LineEditor.set_value(self, "" if self._moment is None else self._said(self._moment))

    def tidy(self) -> None:
        """Write the moment in full once it is understood."""
        LineEditor.tidy(self)
        try:
            value = self.value()
        except GbvcaseError:
            return
        if value is not None and self.input.text() != self._said(value):
            self.input.setText(self._said(value))

    def _said(self, moment: datetime) -> str:
        return f"{written_date(moment.date())} {moment:%H:%M}"

    def _read(self) -> PartialDate | None:
        found = TIME.match(self.input.text().strip())
        text = found[1].strip() if found else self.input.text().strip()
        if not text and found:
            return PartialDate.of(self._around.today())  # only a time: today
        return understand(text, self._around.today(), birth=False) if text else None

    def _time(self) -> time | None:
        found = TIME.match(self.input.text().strip())
        try:
            return time(int(found[2]), int(found[3] or 0)) if found else None
        except ValueError:
            return None

    def _write(self, text: str) -> None:
        clock = self._time() or self._around.now().time()
        super()._write(f"{text} {clock:%H:%M}")

    def _write_today(self) -> None:
        super()._write(self._said(self._around.now()))


class _Calendar(QDialog):
    """A month to point at, for those who like it; weeks begin on Monday."""

    def __init__(self, under: QLineEdit, start: date) -> None:
        super().__init__(under, Qt.WindowType.Popup)
        self._under = under
        self._calendar = QCalendarWidget()
        self._calendar.setLocale(QLocale(say.language))
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setVerticalHeaderFormat(
            QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        )
        self._calendar.setSelectedDate(QDate(start.year, start.month, start.day))
        self._calendar.activated.connect(self.accept)
        self._calendar.clicked.connect(self.accept)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self._calendar)

    def ask(self) -> date | None:
        """Show the month under its field and return the chosen day, or None."""
        self.move(self._under.mapToGlobal(QPoint(0, self._under.height() + 2)))
        self._calendar.setFocus()
        if not self.exec():
            return None
        day = self._calendar.selectedDate()
        return date(day.year(), day.month(), day.day())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        else:
            super().keyPressEvent(event)
