"""How the owner of a cabinet likes the list of cases: kept inside it, and it names no case."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from gbvcase.casework.desk import Desk
from gbvcase.casework.upkeep import keep_setting, read_setting

SETTING = "screen.case_list"
FIRST = "code"
"""A row begins with its code, which a screen reader says first: it is not moved or hidden."""


@dataclass(frozen=True)
class Manner:
    """The columns in their order, those that are hidden, and whether names are shown."""

    columns: tuple[str, ...]
    hidden: frozenset[str] = frozenset()
    with_names: bool = True

    def moved(self, column: str, step: int) -> "Manner":
        """Return it with a column some places further to the right, never before the first."""
        others = [one for one in self.columns if one != column]
        place = self.columns.index(column) + step
        if column == FIRST:
            return self
        others.insert(min(max(place, 1), len(others)), column)
        return replace(self, columns=tuple(others))

    def shown(self, column: str, shown: bool) -> "Manner":
        """Return it with a column shown or hidden; the first always is."""
        hidden = self.hidden - {column} if shown else self.hidden | {column}
        return replace(self, hidden=hidden - {FIRST})

    def ordered(self, columns: Iterable[str]) -> "Manner":
        """Return it with the columns in another order."""
        return replace(self, columns=_whole(list(columns), self.columns))


def read_manner(desk: Desk, known: Sequence[str]) -> Manner:
    """Read how the list was left; new columns stand at the end, unknown ones are dropped."""
    kept: Any = read_setting(desk, SETTING)
    if not isinstance(kept, dict):
        return Manner(tuple(known))
    hidden = frozenset(one for one in _list(kept.get("hidden")) if one in known) - {FIRST}
    columns = _whole(_list(kept.get("columns")), known)
    return Manner(columns, hidden, kept.get("with_names") is not False)


def keep_manner(desk: Desk, manner: Manner) -> None:
    """Remember how the list is left; where nothing may be written, it is as it was next time."""
    if desk.vault.is_read_only:
        return
    keep_setting(
        desk,
        SETTING,
        {
            "columns": list(manner.columns),
            "hidden": sorted(manner.hidden),
            "with_names": manner.with_names,
        },
    )


def _list(kept: Any) -> list[str]:
    return [one for one in kept if isinstance(one, str)] if isinstance(kept, list) else []


def _whole(columns: list[str], known: Sequence[str]) -> tuple[str, ...]:
    """Return each known column once, the first before all others."""
    wanted = dict.fromkeys([FIRST, *columns, *known])
    return tuple(one for one in wanted if one in known)
