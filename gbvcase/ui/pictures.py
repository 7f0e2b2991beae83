"""Photographs every page of a made-up office: `python -m gbvcase.ui.pictures DIR`."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from gbvcase.casework.cases import View, list_cases, load
from gbvcase.casework.demo import PASSWORD_FILE
from gbvcase.casework.office_figures import count_report
from gbvcase.casework.papers import referral_paper
from gbvcase.casework.publishing import releases, reports
from gbvcase.domain.case import Case
from gbvcase.domain.codes import CaseStatus
from gbvcase.ui.app import dress, make_app
from gbvcase.ui.case_papers import provider_of, show_referral_paper
from gbvcase.ui.first_run import FirstRun
from gbvcase.ui.language import speaker
from gbvcase.ui.lock_page import LockPage
from gbvcase.ui.report_periods import YEARS
from gbvcase.ui.settings import Settings, preferences
from gbvcase.ui.window import Window
from gbvcase.ui.workplace import HOME, Workplace

SIZE = (1366, 768)
SETTLE = 120
PATIENCE = 30_000
ENOUGH = 40
"""Cases that are looked through for one with a referral to show."""


@dataclass(frozen=True)
class Manner:
    """How the pages look on one set of pictures."""

    language: str
    look: str
    percent: int

    @property
    def name(self) -> str:
        return f"{self.language}-{self.look}-{self.percent}"


MANNERS = (
    Manner("vi", "light", 100),
    Manner("en", "light", 100),
    Manner("vi", "dark", 100),
    Manner("vi", "light", 200),
)


def main(arguments: list[str]) -> int:
    """Photograph the office in a demonstration folder into its `pictures`."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder = Path(arguments[0])
    app = make_app([])
    for manner in MANNERS:
        photograph(app, folder, manner)
    return 0


def photograph(app: QApplication, folder: Path, manner: Manner) -> list[Path]:
    """Take the pictures of every page in one manner; return where they are."""
    preferences.begin(Settings(manner.language, manner.look, manner.percent))
    dress(app, preferences.current)
    camera = Camera(folder / "pictures", manner.name)
    with _window(folder / "vault") as window:
        camera.take("00-lock", window)
        _first_start(camera)
        place = _unlock(window, (folder / PASSWORD_FILE).read_text(encoding="utf-8").strip())
        _walk(camera, window, place)
        place.go(HOME)  # whoever opens this office next begins there
    return camera.taken


class Camera:
    """Takes a picture once nothing moves any more."""

    def __init__(self, folder: Path, manner: str) -> None:
        self._folder, self._manner = folder, manner
        self.taken: list[Path] = []
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, name: str, widget: QWidget) -> None:
        """Take one picture."""
        wait(SETTLE)
        path = self._folder / f"{self._manner}-{name}.png"
        widget.grab().save(str(path))
        self.taken.append(path)


def wait(milliseconds: int) -> None:
    """Let the screen live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(true: Callable[[], bool]) -> None:
    """Let the screen live until something is so."""
    for _ in range(PATIENCE // 20):
        if true():
            return
        wait(20)
    raise TimeoutError


@contextmanager
def _window(vault: Path) -> Iterator[Window]:
    window = Window()
    window.begin(vault)
    window.resize(*SIZE)
    window.show()
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        wait(SETTLE)


def _first_start(camera: Camera) -> None:
    """The pages of the first start, in a window of their own; no cabinet is made."""
    window = Window()
    page = FirstRun(window.jobs)
    window.setCentralWidget(page)
    window.resize(*SIZE)
    window.show()
    camera.take("01-first-start-language", window)
    page.go_on()
    camera.take("02-first-start-office", window)
    page.show_step(2, page.password_step)
    camera.take("03-first-start-password", window)
    window.close()
    window.deleteLater()


def _unlock(window: Window, password: str) -> Workplace:
    page = window.centralWidget()
    assert isinstance(page, LockPage)
    page.unlock_with(password)
    wait_until(lambda: window.workplace is not None and window.workplace.page is not None)
    assert window.workplace is not None
    return window.workplace


def _walk(camera: Camera, window: Window, place: Workplace) -> None:
    case = _case_to_show(place)
    case_id, number = case.head.id, str(case.referrals[0].referral_no)
    stops: tuple[tuple[str, str, dict[str, object]], ...] = (
        ("04-today", "today", {}),
        ("05-cases", "cases", {"view": "all"}),
        ("06-new-case", "intake", {}),
        ("07-case", "case", {"case_id": case_id}),
        ("08-case-person", "case", {"case_id": case_id, "tab": "client"}),
        ("09-case-incident", "case", {"case_id": case_id, "tab": "incidents"}),
        ("10-case-consents", "case", {"case_id": case_id, "tab": "consents"}),
        ("11-case-timeline", "case", {"case_id": case_id, "tab": "timeline"}),
        ("12-refer", "referral", {"case_id": case_id, "number": None}),
        ("13-referral", "referral", {"case_id": case_id, "number": number}),
        ("14-preview", "", {}),
        ("15-report-office", "report", _busiest_year(place)),
        ("16-report-published", "report", {**_newest_release(place), "published": True}),
        ("17-directory", "directory", {}),
        ("18-settings", "settings", {}),
        ("20-report-indicators", "report", {**_busiest_year(place), "view": "indicators"}),
        ("21-report-targets", "report", {**_busiest_year(place), "view": "targets"}),
        ("22-report-releases", "report", {"view": "history"}),
        ("23-trash", "trash", {}),
        ("24-help", "help", {}),
        ("25-report-offices", "report", {**_busiest_year(place), "view": "offices"}),
    )
    for name, page, where in stops:
        if page:
            place.go(page, **where)
        else:
            _preview(place, case)
        wait(SETTLE)
        wait_until(lambda: not place.jobs.is_busy())
        camera.take(name, window)
    window.open_palette()
    wait(SETTLE)
    wait_until(lambda: not place.jobs.is_busy())
    for dialog in window.findChildren(QWidget, "palette"):
        camera.take("19-find", dialog)
        dialog.close()


def _preview(place: Workplace, case: Case) -> None:
    """Show the paper of the first referral, with what is to be looked at before printing."""
    referral = case.referrals[0]
    paper = referral_paper(place.desk, case.head.id, str(referral.referral_no), speaker("vi"))
    show_referral_paper(place, case, referral, provider_of(place.desk, referral), paper)


def _newest_release(place: Workplace) -> dict[str, object]:
    """Return where the newest release with tables is shown, or any release."""
    found = releases(place.desk)
    shown = next((one for one in found if one.tables), next(iter(found), None))
    if shown is None:
        return {}
    return {"report": shown.release.line.plan, "period": shown.release.line.period}


def _busiest_year(place: Workplace) -> dict[str, object]:
    """Return where the year with the most incidents is counted, of those that are offered."""
    this_year, plan = place.desk.today().year, reports()[0].id
    years = [str(this_year - back) for back in range(YEARS)]
    return {
        "report": plan,
        "period": max(years, key=lambda year: count_report(place.desk, plan, year).counted),
    }


def _case_to_show(place: Workplace) -> Case:
    """Return an active case that was referred somewhere: it shows the most."""
    found = list_cases(place.desk, View(status=CaseStatus.OPEN))
    cases = (load(place.desk, case_id) for case_id in found[:ENOUGH])
    return next((case for case in cases if case.referrals), load(place.desk, found[0]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
