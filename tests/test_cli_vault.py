"""Looking after a cabinet on the command line: go on, purge, salvage; over real cabinets."""

import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from gbvcase.casework.cases import new_case
from gbvcase.casework.upkeep import create_cabinet, open_desk
from gbvcase.sealing.slots import FLOOR
from gbvcase.vault import files
from tests.builders import a_case
from tests.casework.conftest import PASSWORD, PROFILE
from tests.command_line import Run, secret_in, typing

PAGE = 4096


@pytest.fixture(autouse=True)
def floor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not measure this computer for each cabinet that is made."""
    monkeypatch.setattr("gbvcase.vault.salvage.measured", lambda: FLOOR)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], secret: Path) -> Run:
    return typing(capsys, "--language", "en", "vault", after=("--password-file", secret))


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    return secret_in(tmp_path, PASSWORD)


@pytest.fixture
def codes(tmp_path: Path) -> tuple[str, ...]:
    """The codes of two cases in a cabinet that is locked again."""
    desk, _ = create_cabinet(tmp_path / "1", PROFILE, PASSWORD, cost=FLOOR)
    plain = a_case()
    made = [
        new_case(desk, plain.client, plain.intake, plain.consents, plain.incidents)
        for _ in range(2)
    ]
    desk.vault.lock()
    (tmp_path / "1" / files.BALLAST).unlink()
    return tuple(str(case.head.code) for case in made)


class Keyboard(io.StringIO):
    """Somebody who types at a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_purge_is_confirmed_by_a_word_or_by_yes(
    run: Run, codes: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = codes
    code, _, err = run("purge", tmp_path / "1", first)
    assert code == 1  # nobody is at the keyboard
    assert first in err
    assert "Nothing was changed" in err
    monkeypatch.setattr(sys, "stdin", Keyboard("yes\n"))
    assert run("purge", tmp_path / "1", first)[0] == 1
    assert run("purge", tmp_path / "1", "BT-26-XXXX-X", "--yes")[0] == 1
    monkeypatch.setattr(sys, "stdin", Keyboard(" Purge \n"))
    code, out, _ = run("purge", tmp_path / "1", first)
    assert code == 0
    assert "Purged: 1." in out
    code, out, _ = run("purge", tmp_path / "1", second, "--yes", "--json")
    assert (code, json.loads(out)["has_new_keys"]) == (0, True)
    code, out, _ = run("purged", tmp_path / "1", "--json")
    assert len(json.loads(out)) == 2
    assert "Cases purged from this cabinet: 2" in run("purged", tmp_path / "1")[1]


def test_going_on_with_an_older_copy_is_confirmed(
    run: Run, codes: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "1" / files.database_name(1)
    older = database.read_bytes()
    assert run("confirm", tmp_path / "1", "--yes")[0] == 1  # there is nothing to confirm
    desk = open_desk(tmp_path / "1", PASSWORD)
    plain = a_case()
    new_case(desk, plain.client, plain.intake, plain.consents)
    desk.vault.lock()
    database.write_bytes(older)
    code, _, err = run("confirm", tmp_path / "1")
    assert code == 1
    assert "older than what this computer has seen" in err
    monkeypatch.setattr(sys, "stdin", Keyboard("go on\n"))
    code, out, _ = run("confirm", tmp_path / "1")
    assert (code, "can be written to again" in out) == (0, True)
    desk = open_desk(tmp_path / "1", PASSWORD)
    assert desk.vault.notices == ()
    desk.vault.lock()


def test_what_can_be_read_of_a_damaged_cabinet_is_saved_and_the_rest_listed(
    run: Run, codes: tuple[str, ...], tmp_path: Path
) -> None:
    whole = Path(shutil.copytree(tmp_path / "1", tmp_path / "whole"))
    code, out, _ = run("salvage", whole, "--out", tmp_path / "again", "--json")
    found = json.loads(out)
    assert (code, found["cases"], found["lost"], found["damaged_pages"]) == (0, 2, [], [])
    assert found["saved_rows"]["clients"] == 2

    database = tmp_path / "1" / files.database_name(1)
    data = bytearray(database.read_bytes())
    for number in range(len(data) // PAGE - 1):  # all but the last and the first
        if number:
            data[number * PAGE + 99] ^= 1
    database.write_bytes(data)
    code, out, err = run("check", tmp_path / "1")
    assert code == 1
    code, out, err = run("salvage", tmp_path / "1", "--out", tmp_path / "new")
    assert code == 0 or "damaged" in err
    code, out, err = run("salvage", tmp_path / "1", "--out", tmp_path / "again")
    assert code == 1
    assert "already a cabinet" in err
    assert run("check", tmp_path / "again")[0] == 0


def test_a_damaged_page_is_told_and_stops_the_writing(
    run: Run, codes: tuple[str, ...], tmp_path: Path
) -> None:
    database = tmp_path / "1" / files.database_name(1)
    data = bytearray(database.read_bytes())
    data[-PAGE + 9] ^= 1
    database.write_bytes(data)
    code, out, _ = run("check", tmp_path / "1", "--json")
    assert (code, json.loads(out.split("\n{")[0])["whole"]) == (1, False)
    code, out, err = run("confirm", tmp_path / "1", "--yes")
    assert code == 1
    assert "damaged" in err
    code, out, _ = run("salvage", tmp_path / "1", "--out", tmp_path / "new")
    assert code == 0
    assert "Damaged pages: 1." in out
    assert "Recovery number" in out
    assert run("check", tmp_path / "new")[0] == 0
