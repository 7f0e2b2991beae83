"""A quarter that would betray one survivor is refused on the screen, with a way that works."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gbvcase.casework.cases import add_cases
from gbvcase.casework.publishing import all_releases, audit, publish
from gbvcase.casework.upkeep import open_desk
from gbvcase.domain.speaking import speaker
from gbvcase.ui import report_leaving
from gbvcase.ui.report_page import ReportPage
from tests.stories.keyboard import at_work
from tests.ui.desks import CASE, PASSWORD, consent, new_desk

QUARTERS = (("2025-02-10", 16), ("2025-05-12", 17), ("2025-08-11", 12), ("2025-11-03", 1))
BIRTH_YEARS = (2008, 2003, 1990, 1985, 1980, 1960)
QUESTIONS = ("q1", "q2", "q3", "q4", "q5", "q6")
FORM = "incidents-form"


def people() -> Iterator[tuple[str, Any]]:
    """Yield a year of cases: in its last quarter there was one woman alone."""
    for day, number in QUARTERS:
        for place in range(number):
            question = "q6" if place % 3 else "q3"
            yield "made up", case(day, question, "tinh_than", BIRTH_YEARS[place % 6])


def case(day: str, question: str, form: str, born: int) -> dict[str, Any]:
    at = f"{day}T08:30:00+07:00"
    answers = {name: name == question for name in QUESTIONS[: QUESTIONS.index(question) + 1]}
    return {
        "client": CASE["client"] | {"dob": f"{born}-06-01", "full_name": "Người Mẫu"},
        "intake": CASE["intake"] | {"first_report_date": day},
        "consents": [
            consent("services", given_at=at),
            consent("statistics", given_at=at),
        ],
        "incidents": [{"incident_date": day, "is_gbv": True, "vn_forms": [form], **answers}],
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a cabinet from which the year and two of its quarters were published."""
    desk = new_desk(tmp_path)
    add_cases(desk, people())
    for period in ("2025", "2025-Q1", "2025-Q2"):
        publish(desk, FORM, period, folder=tmp_path / "before", say=speaker("vi"))
    desk.vault.lock()
    return tmp_path / "v"


def test_the_sum_that_betrays_is_shown_and_the_remedy_publishes(
    qtbot: QtBot, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    monkeypatch.setattr(report_leaving.PublishDialog, "exec", lambda self: True)
    monkeypatch.setattr(report_leaving, "ask_for_folder", lambda parent, title: out)
    with at_work(qtbot, folder) as (person, window):
        place = window.workplace
        assert place is not None
        place.go("report", report=FORM, period="2025-Q3", view="published")
        page = place.page
        assert isinstance(page, ReportPage)
        person.waits(lambda: not window.jobs.is_busy() and page.publish.isEnabled())
        page.publish.click()
        qtbot.waitUntil(lambda: not page.refusal.isHidden(), timeout=120_000)
        assert not out.exists()
        told = [one.text() for one in page.refusal.findChildren(QLabel) if one.isVisible()]
        assert "would be known to be exactly 1" in page.refusal.known.text()
        words = [text for text in told if "2025" in text]
        for name, figure in (
            ("Year 2025", "46"),
            ("Quarter 1 of 2025", "16"),
            ("Quarter 2 of 2025", "17"),
            ("Quarter 3 of 2025", "12"),
        ):
            assert name in words and figure in told
        assert "leaves exactly" in told and "1" in told
        ways = [
            one
            for one in page.refusal.findChildren(QPushButton)
            if one.isVisible() and one.text() != "Close"
        ]
        (way,) = ways
        way.click()
        qtbot.waitUntil(lambda: page.refusal.isHidden() and out.exists(), timeout=60_000)
        qtbot.waitUntil(lambda: not window.jobs.is_busy(), timeout=60_000)
        assert page.view() == "published"
        assert [grid.id for grid in page.figures._grids] == ["A4", "A9", "A10", "A19"]
    desk = open_desk(folder, PASSWORD)
    try:
        newest = all_releases(desk)[0]
        assert newest.as_json()["period"] == "2025-H2"
        assert {path.suffix for path in out.iterdir()} >= {".pdf", ".xlsx", ".csv"}
        (verdict,) = audit(desk)
        assert verdict.is_safe
    finally:
        desk.vault.lock()
