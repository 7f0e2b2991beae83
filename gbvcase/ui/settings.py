"""How this person likes the screen: a small file that says nothing of whom the work is about."""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from platformdirs import user_config_path
from PySide6.QtCore import QObject, Signal

from gbvcase.casework.cabinets import NEUTRAL
from gbvcase.ui.keys import HIDE_KEYS

SHORTEST_IDLE, LONGEST_IDLE = 1, 15


@dataclass(frozen=True)
class Settings:
    """What is known before a cabinet is open. No names, no numbers, no paths of cabinets."""

    language: str = "vi"
    look: str = "system"
    percent: int = 100
    idle_minutes: int = 5
    capture_allowed: bool = False  # magnifiers and remote helpers need it
    names_on_start: bool = False  # people walk past the start page
    hide_key: str = HIDE_KEYS[0]


def settings_file() -> Path:
    """Return where the settings of this computer's user lie."""
    return user_config_path(NEUTRAL, appauthor=False) / "settings.json"


def read_settings() -> Settings:
    """Read the settings; what is missing, damaged or no longer known is as it is by itself."""
    try:
        found = json.loads(settings_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    usual = Settings()
    taken = {
        one.name: _fitting(getattr(usual, one.name), found.get(one.name)) for one in fields(usual)
    }
    return _bounded(Settings(**taken))


def _fitting(usual: object, value: object) -> Any:
    return value if type(value) is type(usual) else usual


def _bounded(settings: Settings) -> Settings:
    minutes = min(max(settings.idle_minutes, SHORTEST_IDLE), LONGEST_IDLE)
    language = settings.language if settings.language in ("vi", "en") else "vi"
    look = settings.look if settings.look in ("system", "light", "dark") else "system"
    percent = min(max(settings.percent, 100), 200)
    hide_key = settings.hide_key if settings.hide_key in HIDE_KEYS else HIDE_KEYS[0]
    kept = asdict(settings) | {
        "idle_minutes": minutes,
        "language": language,
        "look": look,
        "percent": percent,
        "hide_key": hide_key,
    }
    return Settings(**kept)


def keep_settings(settings: Settings) -> None:
    """Write the settings; a disk that is full or closed to us is no reason to stop working."""
    path = settings_file()
    beside = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
        beside.replace(path)
    except OSError:
        return


class Preferences(QObject):
    """The settings that hold now; a page changes them, the window follows."""

    changed = Signal(object, object)  # Settings: those before, and those from now on

    def __init__(self) -> None:
        super().__init__()
        self.current = Settings()

    def begin(self, settings: Settings) -> None:
        """Hold settings that were just read."""
        self.current = settings

    def take(self, **changes: Any) -> None:
        """Change some settings, remember them, and tell who follows."""
        before, self.current = self.current, replace(self.current, **changes)
        if before != self.current:
            keep_settings(self.current)
            self.changed.emit(before, self.current)


preferences = Preferences()
"""The one set of preferences of this process."""
