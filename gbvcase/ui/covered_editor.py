"""A line that is covered but for its end until somebody asks to see it."""

from collections.abc import Callable

from gbvcase.domain.fields import Entry
from gbvcase.domain.marking import mark
from gbvcase.domain.numbers import masked
from gbvcase.ui.language import say
from gbvcase.ui.typed_editors import LineEditor
from gbvcase.ui.widgets import button


class CoveredEditor(LineEditor):
    """What was kept is read only when it is asked for; that it was is told to `uncovered`."""

    def __init__(self, entry: Entry, uncovered: Callable[[str], object] | None) -> None:
        super().__init__(entry)
        self._told = uncovered
        self._kept: str | None = None  # while it is covered
        self._show = button(say(mark("Uncover")), "eye", "quiet")
        name = say(mark("Uncover: {field}")).format(field=say(entry.about.label))
        self._show.setAccessibleName(name)
        self._show.clicked.connect(self.uncover)
        self._show.hide()
        self.line.addWidget(self._show)

    def value(self) -> object:
        """Return the text, or None."""
        return super().value() if self._kept is None else self._kept

    def set_value(self, value: object) -> None:
        """Show a text covered; where there is none, one can be typed."""
        self._cover(None if value is None else str(value))

    def typed(self) -> object:
        """Return the text as it stands, uncovered."""
        return super().typed() if self._kept is None else self._kept

    def set_typed(self, raw: object) -> None:
        """Show the text of a draft, covered too."""
        self._cover(None if raw is None else str(raw))

    def tidy(self) -> None:
        """Put the spaces in order, if there is anything to read."""
        if self._kept is None:
            super().tidy()

    def uncover(self) -> None:
        """Show what is covered, so that it can be read and changed."""
        text, self._kept = self._kept, None
        if text is None:
            return
        self._show.hide()
        self.input.setReadOnly(False)
        super().set_value(text)
        self.input.setFocus()
        if self._told is not None:
            self._told(self.entry.name)

    def _cover(self, text: str | None) -> None:
        self._kept = text or None
        super().set_value(masked(text) if text else None)
        self.input.setReadOnly(self._kept is not None)
        self._show.setVisible(self._kept is not None)
