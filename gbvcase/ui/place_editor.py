"""The editor for a place: a commune of today or of before, found by name, and the village."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from gbvcase.domain.fields import Entry
from gbvcase.domain.folding import folded
from gbvcase.domain.marking import mark
from gbvcase.domain.places import (
    Commune,
    Reading,
    choices_of,
    commune,
    place_in,
    predecessors,
    search,
    shown,
)
from gbvcase.domain.values import Place
from gbvcase.ui.editing import Editor
from gbvcase.ui.find_editors import Suggestions
from gbvcase.ui.language import say
from gbvcase.ui.theme import space
from gbvcase.ui.typed_editors import tidied

VILLAGE_LIMIT = 120
AS_WRITTEN = mark("Not in the list of communes; kept as it is written.")
SPLIT = mark("This commune was divided in July 2025 and may now lie in: {communes}")


class PlaceEditor(Editor):
    """Two lines: the commune, found by a few letters in either list, and the village, free."""

    def __init__(self, entry: Entry) -> None:
        self.input = QLineEdit()
        self.village = QLineEdit()
        super().__init__(entry, self.input)
        self.village.setObjectName(f"{entry.name}.village")
        self.input.setMaxLength(entry.limit)
        self.village.setMaxLength(VILLAGE_LIMIT)
        self.input.setPlaceholderText(say(mark("Commune or ward: type a few letters")))
        self.village.setPlaceholderText(say(mark("Village, street")))
        self.village.setAccessibleName(
            say(mark("Village, street of: {what}")).format(what=say(entry.about.label))
        )
        self._found: Place | None = None
        self._readings: tuple[Reading, ...] = ()
        self._list = Suggestions(self.input)
        self._list.chosen.connect(self._choose)
        self.input.textEdited.connect(self._edited)
        self.village.textEdited.connect(lambda _: self.changed.emit())
        column = QVBoxLayout()
        column.setSpacing(space(4))
        column.addWidget(self.input)
        column.addWidget(self.village)
        self.line.addLayout(column, 1)

    def value(self) -> Place | None:
        """Return the place, with what was written where no commune is called so; None for none."""
        self._settle()
        village = tidied(self.village.text()) or None
        text = tidied(self.input.text())
        if self._found is not None:
            return replace(self._found, village=village)
        if not text and village is None:
            return None
        return Place(village=village, typed=text or None)

    def set_value(self, value: object) -> None:
        """Show a place as it was entered."""
        self._found = value if isinstance(value, Place) else None
        place = self._found or Place()
        for field, text in ((self.village, place.village), (self.input, self._said(place))):
            field.setMaxLength(max(field.maxLength(), len(text or "")))
            field.setText(text or "")
            field.setCursorPosition(0)

    def typed(self) -> Any:
        """Return both lines, and the codes if the commune was found."""
        found = self._found
        raw = {
            "text": self.input.text(),
            "village": self.village.text(),
            "commune": found.commune if found else None,
            "province": found.province if found else None,
            "as_of": found.as_of.isoformat() if found and found.as_of else None,
            "typed": found.typed if found else None,
        }
        return {key: text for key, text in raw.items() if text} or None

    def set_typed(self, raw: Any) -> None:
        """Show what a draft held."""
        kept = raw if isinstance(raw, dict) else {}
        self.input.setText(kept.get("text", ""))
        self.village.setText(kept.get("village", ""))
        as_of = kept.get("as_of")
        self._found = None
        if kept.get("commune") or kept.get("province") or kept.get("typed"):
            self._found = Place(
                commune=kept.get("commune"),
                province=kept.get("province"),
                as_of=date.fromisoformat(as_of) if as_of else None,
                typed=kept.get("typed"),
            )

    def tidy(self) -> None:
        """Take the only commune that the words can mean."""
        self._list.hide()
        self._settle()

    def understood(self) -> str:
        """Return which commune this is today, or that it is kept as written."""
        if self._found is None:
            settled = self.input.text().strip() and not self._list.isVisible()
            return say(AS_WRITTEN) if settled else ""
        today = [found.full_name for code in choices_of(self._found) if (found := commune(code))]
        if len(today) > 1:
            return say(SPLIT).format(communes=", ".join(today))
        now = commune(self._found.commune, self._found.as_of) if self._found.commune else None
        if now is None:
            return ""
        return ". ".join(part for part in (Reading(now).second_line(say), _made_of(now)) if part)

    def open_choices(self) -> bool:
        """Show what the words may mean."""
        self._offer(self.input.text())
        return bool(self._readings)

    def _said(self, place: Place) -> str:
        found = commune(place.commune, place.as_of) if place.commune else None
        return found.with_district() if found else shown(replace(place, village=None))

    def _edited(self, text: str) -> None:
        self._found = None
        self._offer(text)
        self.changed.emit()

    def _offer(self, text: str) -> None:
        self._readings = search(text) if text.strip() else ()
        self._list.offer([(str(n), _in_a_line(r)) for n, r in enumerate(self._readings)])

    def _choose(self, number: str) -> None:
        self._take(self._readings[int(number)])
        self.changed.emit()

    def _take(self, reading: Reading) -> None:
        self._found = place_in(reading.commune)
        self.input.setText(reading.commune.with_district())
        self.input.setCursorPosition(0)

    def _settle(self) -> None:
        """Take the commune with exactly this name, if there is only one; guess nothing."""
        text = tidied(self.input.text())
        if self._found is None and text:
            found = search(text)
            same = [r for r in found if folded(text) in _names(r)]
            if len(same) == 1:
                self._take(same[0])


def _made_of(now: Commune) -> str:
    """Return of which communes of before one of today was made: people still say those names."""
    before = [] if now.valid_to is not None else [one.name for one in predecessors(now.code)]
    names = list(dict.fromkeys(name for name in before if name != now.name))
    if not names:
        return ""
    return say(mark("Before July 2025: {communes}")).format(communes=", ".join(names))


def _names(reading: Reading) -> tuple[str, ...]:
    commune = reading.commune
    return tuple(map(folded, (commune.name, commune.full_name, commune.with_district())))


def _in_a_line(reading: Reading) -> str:
    parts = (reading.second_line(say), _made_of(reading.commune))
    second = ". ".join(part for part in parts if part)
    return f"{reading.commune.full_name}  -  {second}" if second else reading.commune.full_name
