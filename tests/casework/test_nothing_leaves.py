"""What can go wrong while figures leave: a sentence, nothing half done, and files made again."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import Any

import pytest

from gbvcase.casework import demo
from gbvcase.casework.cases import add_cases
from gbvcase.casework.desk import Desk
from gbvcase.casework.ledgers import ledger_of
from gbvcase.casework.made_up import made_up_cases
from gbvcase.casework.office_figures import cases_behind, count_report, not_counted
from gbvcase.casework.publishing import (
    all_releases,
    audit,
    correct,
    files_again,
    publish,
    releases,
    try_out,
)
from gbvcase.casework.upkeep import open_desk
from gbvcase.domain.errors import Cancelled
from gbvcase.domain.speaking import speaker
from gbvcase.reports import alternatives, protection
from gbvcase.reports import audit as audit_module
from gbvcase.reports.corrections import NoCorrection
from gbvcase.reports.explain import Refusal
from gbvcase.reports.proofs import NotDecided
from gbvcase.reports.releases import Replaced
from gbvcase.reports.solving import SolverFailed, SolverMissing

HOUSE = Path(__file__).parents[2]
LATER = datetime(2026, 1, 20, 9, 0, tzinfo=timezone(timedelta(hours=7)))
TODAY = date(2026, 1, 20)
SAY = speaker("vi")


def seeded(seed: int = 1) -> Random:
    return Random(seed)  # noqa: S311 - a test


@pytest.fixture
def full(desk: Desk) -> Iterator[Desk]:
    later = replace(desk, clock=lambda: LATER)
    add_cases(later, [("made-up", one.document) for one in made_up_cases(70, 5, TODAY)])
    yield later


def late_cases(count: int) -> list[tuple[str, Any]]:
    """Return cases of the year that come in after it was published."""
    found: list[tuple[str, Any]] = []
    for one in made_up_cases(400, 9, TODAY):
        told = one.document
        consents = {c["purpose"]: c["decision"] for c in told["consents"]}
        in_time = told["intake"].get("first_report_date", "").startswith("2025")
        if in_time and consents.get("statistics") == "given" and one.fate == "registered":
            found.append(("late", told))
    return found[:count]


# --- nothing, or almost nothing, to count ------------------------------------------------------


def test_no_cases_and_one_case_are_released_as_a_sentence_only(desk: Desk, tmp_path: Path) -> None:
    later = replace(desk, clock=lambda: LATER)
    nobody = publish(later, "incidents", "2024", folder=tmp_path, say=SAY)
    add_cases(later, late_cases(1))
    one = publish(later, "incidents", "2025", folder=tmp_path, say=SAY)
    for made in (nobody, one):
        assert made.as_json()["few"] and made.tables == ()
        assert {path.suffix for path in made.files} == {".xlsx", ".pdf", ".csv", ".json"}
    assert count_report(later, "incidents", "2025").counted == 1
    assert all(verdict.is_safe for verdict in audit(later))


# --- the solver --------------------------------------------------------------------------------


def test_a_solver_out_of_time_stops_everything(
    full: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protection, "PATIENCE", (0.0, 0.0))
    with pytest.raises(SolverFailed) as stopped:
        publish(full, "incidents", "2025", folder=tmp_path / "out", say=SAY)
    assert stopped.value.said(SAY).startswith("Chưa tính xong số liệu")
    assert all_releases(full) == ()
    assert not (tmp_path / "out").exists()


def test_who_has_had_enough_has_released_nothing(full: Desk, tmp_path: Path) -> None:
    def enough(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        publish(full, "incidents", "2025", folder=tmp_path / "out", say=SAY, progress=enough)
    assert all_releases(full) == ()
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("report", ["incidents", "incidents-form"])
def test_who_has_had_enough_in_the_middle_finds_the_list_of_releases_as_it_was(
    full: Desk, tmp_path: Path, report: str
) -> None:
    publish(full, report, "2025-Q1", folder=tmp_path, say=SAY)
    before = ledger_of(full).as_json()
    calls: list[int] = []

    def counting(_done: int, _total: int) -> None:
        calls.append(1)

    def enough(_done: int, _total: int) -> None:
        calls.pop()
        if not calls:
            raise Cancelled

    try_out(full, report, "2025-Q4", progress=counting)
    del calls[len(calls) // 2 + 1 :]
    with pytest.raises(Cancelled):
        publish(full, report, "2025-Q4", folder=tmp_path / "out", say=SAY, progress=enough)
    assert ledger_of(full).as_json() == before
    assert not (tmp_path / "out").exists()


def test_a_solver_out_of_time_hides_too_little_and_the_form_does_not_leave(
    full: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module, name in ((alternatives, "SECONDS"), (audit_module, "SECONDS_CELL")):
        monkeypatch.setattr(module, name, 0.0)
    monkeypatch.setattr(audit_module, "SECONDS_ROUND", 0.0)
    with pytest.raises((NotDecided, Refusal)) as stopped:
        publish(full, "incidents-form", "2025", folder=tmp_path / "out", say=SAY)
    assert stopped.value.said(SAY)
    assert all_releases(full) == ()
    assert not (tmp_path / "out").exists()


def test_an_attack_on_everything_can_be_stopped(full: Desk, tmp_path: Path) -> None:
    def enough(_done: int, _total: int) -> None:
        raise Cancelled

    publish(full, "incidents", "2025-Q1", folder=tmp_path, say=SAY)
    with pytest.raises(Cancelled):
        audit(full, enough)
    assert all(verdict.is_safe for verdict in audit(full))


WITHOUT_SOLVER = """
import sys
from pathlib import Path
sys.modules["highspy"] = None  # as where the installation lost it
from gbvcase.casework.office_figures import count_report
from gbvcase.casework.publishing import all_releases, publish
from gbvcase.casework.upkeep import open_desk
from gbvcase.domain.speaking import speaker
from gbvcase.reports.solving import SolverMissing

desk = open_desk(Path(sys.argv[1]), sys.argv[2])
print(count_report(desk, "incidents", "2025").counted)
try:
    publish(desk, "incidents", "2025", folder=Path(sys.argv[3]), say=speaker("vi"))
except SolverMissing as error:
    print(error.said(speaker("en")))
print(len(all_releases(desk)), Path(sys.argv[3]).exists())
"""


def test_without_a_solver_the_office_counts_and_nothing_leaves(tmp_path: Path) -> None:
    folder = office_in(tmp_path)
    told = python(WITHOUT_SOLVER, folder, demo.PASSWORD, tmp_path / "out").splitlines()
    assert int(told[0]) > 0
    assert told[1].startswith(SolverMissing.sentence[:40])
    assert told[2] == "0 False"


# --- a kill between freezing and the files ------------------------------------------------------

KILLED = """
import os, signal, sys
from pathlib import Path
from gbvcase.casework import publishing
from gbvcase.casework.upkeep import open_desk
from gbvcase.domain.speaking import speaker

desk = open_desk(Path(sys.argv[1]), sys.argv[2])
publishing.write_release = lambda *_given: os.kill(os.getpid(), signal.SIGKILL)
publishing.publish(desk, "incidents", "2025", folder=Path(sys.argv[3]), say=speaker("vi"))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal that cannot be caught")
def test_killed_after_freezing_the_files_can_be_made_again(tmp_path: Path) -> None:
    folder, out = office_in(tmp_path), tmp_path / "out"
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(folder), demo.PASSWORD, str(out)],
        cwd=HOUSE,
        check=False,
        capture_output=True,
    )
    assert killed.returncode == -signal.SIGKILL
    assert not out.exists()
    desk = open_desk(folder, demo.PASSWORD)
    try:
        (kept,) = releases(desk)
        first = files_again(desk, kept.id, tmp_path / "a", SAY)
        again = publish(desk, "incidents", "2025", folder=tmp_path / "b", say=SAY)
        assert len(all_releases(desk)) == 1
        for one, other in zip(first.files, again.files, strict=True):
            assert one.read_bytes() == other.read_bytes()
    finally:
        desk.vault.lock()


def office_in(folder: Path) -> Path:
    """Make an office's cabinet, and return where it is."""
    desk = demo.make_office(folder / "v", cases=70, seed=3, today=date(2026, 11, 24))
    desk.vault.lock()
    return folder / "v"


def python(program: str, *given: object) -> str:
    """Run a small program of its own; return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, given)],
        cwd=HOUSE,
        env={**os.environ, "PYTHONUTF8": "1"},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


# --- corrections --------------------------------------------------------------------------------


@pytest.mark.long
def test_a_year_is_corrected_once_and_the_first_edition_is_replaced(
    full: Desk, tmp_path: Path
) -> None:
    first = publish(full, "incidents", "2025", folder=tmp_path / "a", say=SAY)
    add_cases(full, late_cases(5))
    with pytest.raises(NoCorrection):
        correct(full, "incidents", "2025", folder=tmp_path / "b", say=SAY)
    add_cases(full, late_cases(30)[5:])
    second = correct(full, "incidents", "2025", folder=tmp_path / "b", say=SAY)
    assert second.as_json()["edition"] == "2" and second.files
    listed = [(one.id, one.state.value) for one in all_releases(full)]
    assert listed == [(second.id, "frozen"), (first.id, "superseded")]
    with pytest.raises(Replaced):
        files_again(full, first.id, tmp_path / "c", SAY)
    assert publish(full, "incidents", "2025", folder=tmp_path / "d", say=SAY).id == second.id
    with pytest.raises(NoCorrection):
        correct(full, "incidents", "2025", folder=tmp_path / "e", say=SAY)


# --- the office's own figures -------------------------------------------------------------------


@pytest.mark.parametrize("period", ["2025", "2025-Q2", "2025-06", "2025-03-05..2025-09-20"])
def test_behind_every_exact_figure_there_are_as_many_cases(full: Desk, period: str) -> None:
    report = count_report(full, "incidents", period)
    assert {grid.id for grid in report.tables} >= {"A1", "A9"}  # places too, for the office
    asked = 0
    for grid in report.tables:
        for row in grid.rows:
            for cell in row.cells[:2]:
                behind = cases_behind(full, "incidents", period, cell.key)
                assert len(behind) == cell.figure.value
                asked += 1
    assert asked > 50
    left = not_counted(full, "incidents", period)
    assert len(left) == sum(number for _, number in report.left_out)
    assert all(one.said(SAY) for one in left)


def test_trying_out_a_hidden_form_keeps_nothing(full: Desk) -> None:
    try_out(full, "incidents-form", "2025")
    assert all_releases(full) == ()


def test_a_hidden_form_has_exact_figures_and_marks_that_are_all_alike(
    full: Desk, tmp_path: Path
) -> None:
    made = publish(full, "incidents-form", "2025", folder=tmp_path, say=SAY)
    statuses = {row["status"] for row in made.rows()}
    assert statuses == {"exact", "hidden"}
    hidden = {
        (row["value"], row["low"], row["high"]) for row in made.rows() if row["status"] == "hidden"
    }
    assert len(hidden) == 1
    small = [row for row in made.rows() if row["status"] == "exact" and 1 <= int(row["value"]) < 5]
    assert small == []
