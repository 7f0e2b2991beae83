import json
from pathlib import Path

import pytest

from gbvcase.ui.settings import Preferences, Settings, keep_settings, read_settings, settings_file


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


def test_settings_come_back_as_they_were_kept() -> None:
    wished = Settings(language="en", look="dark", percent=150, idle_minutes=9)
    keep_settings(wished)
    assert read_settings() == wished


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"percent": "large"}', '{"percent": true}', '{"nobody": 1}', "\x00"]
)
def test_a_damaged_file_means_the_usual_settings(text: str) -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text(text, encoding="utf-8")
    assert read_settings() == Settings()


def test_values_beyond_what_there_is_are_brought_back() -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    wild = {"percent": 9000, "idle_minutes": 600, "language": "xx", "look": "pink", "hide_key": "A"}
    settings_file().write_text(json.dumps(wild), encoding="utf-8")
    assert read_settings() == Settings(percent=200, idle_minutes=15)


def test_the_file_says_nothing_of_cabinets_or_people() -> None:
    keep_settings(Settings())
    kept = json.loads(settings_file().read_text(encoding="utf-8"))
    assert set(kept) == {
        *("language", "look", "percent", "idle_minutes", "capture_allowed"),
        *("names_on_start", "hide_key"),
    }
    assert "gbv" not in str(settings_file()).lower()


def test_who_follows_is_told_once_and_only_of_a_change() -> None:
    preferences, heard = Preferences(), []
    preferences.changed.connect(lambda old, new: heard.append((old.percent, new.percent)))
    preferences.take(percent=130)
    preferences.take(percent=130)
    assert heard == [(100, 130)]
