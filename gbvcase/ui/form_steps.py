"""What was changed in a form, question by question, so that it can be taken back by name."""

from typing import Any

LIMIT = 100


class Steps:
    """The last hundred changes, each with the name of its field."""

    def __init__(self) -> None:
        self._steps: list[tuple[str, Any, Any]] = []
        self._at = 0
        self._standing: dict[str, Any] = {}

    def begin_anew(self) -> None:
        """Forget what was changed: it is saved, and is taken back as a whole."""
        self._steps.clear()
        self._at = 0

    def settle(self, name: str, raw: Any) -> None:
        """Take what stands in a field as it is: nothing that a person did."""
        self._standing[name] = raw

    def note(self, name: str, raw: Any) -> None:
        """Remember what a person made of a field, if it differs from what stood there."""
        old = self._standing.get(name)
        if raw == old:
            return
        self._standing[name] = raw
        del self._steps[self._at :]
        self._steps.append((name, old, raw))
        del self._steps[:-LIMIT]
        self._at = len(self._steps)

    def undo(self) -> tuple[str, Any] | None:
        """Go one change back: the field and what stood in it, or None."""
        if self._at == 0:
            return None
        self._at -= 1
        name, old, _ = self._steps[self._at]
        self._standing[name] = old
        return name, old

    def redo(self) -> tuple[str, Any] | None:
        """Go one change forward again: the field and what was made of it, or None."""
        if self._at == len(self._steps):
            return None
        name, _, new = self._steps[self._at]
        self._at += 1
        self._standing[name] = new
        return name, new

    @property
    def next_back(self) -> str:
        """Return the field whose change would be taken back, or an empty text."""
        return self._steps[self._at - 1][0] if self._at else ""
