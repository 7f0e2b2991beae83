"""A day's moves in a real window, each timed: what `screen_rows.py` starts as a process of its own.

    python -m tests.benchmarks.window_moves FOLDER PASSWORD

It imports nothing at its top that the program does not, and does not search the screen by means of
the toolkit, which would prepare every kind of widget: what it holds in memory is measured too.
"""

import gc
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gbvcase.domain.case import Case
    from gbvcase.ui.window import Window
    from gbvcase.ui.workplace import Workplace

LIST, REPORT = "memory with the list", "memory after printing and a report"
FRAMES = 200
ROWS_A_FRAME = 7
PATIENCE = 60  # seconds


def main(folder: Path, password: str) -> None:
    """Do a day's moves in a window on a cabinet, and print how long each took, in seconds."""
    from gbvcase.ui.app import dress, make_app
    from gbvcase.ui.settings import Settings
    from gbvcase.ui.window import Window

    dress(make_app([]), Settings())
    window = Window()
    window.begin(folder)
    window.show()
    place = _unlocked(window, password)
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the most at once, from here
    measured = dict(_moves(window, place, folder))
    print(json.dumps(measured), flush=True)
    os._exit(0)  # the window is hidden and its cabinet closed: nothing is left to be done


def _moves(window: "Window", place: "Workplace", folder: Path) -> Iterator[tuple[str, float]]:
    _go(place, "cases", view="all")
    yield "one frame while scrolling the list (95 %)", _scrolled(place)
    yield from _memory(place, LIST)
    yield from _duplicate_hint(place)
    case = _referred(place)
    yield "preview of a referral form, the first", _preview(window, place, case)
    _go(place, "cases", view="all")
    yield "preview of a referral form, after that", _preview(window, place, case)
    _print(place, folder)
    yield "a quarter's report on the screen", _report(window, place)
    yield from _memory(place, REPORT)
    yield "memory, the most at once", _most_memory()
    yield "quick hide", _hide(window)


def _unlocked(window: "Window", password: str) -> "Workplace":
    from gbvcase.ui.lock_page import LockPage

    page = window.centralWidget()
    assert isinstance(page, LockPage)
    page.unlock_with(password)
    _wait_until(lambda: window.workplace is not None and window.workplace.page is not None)
    assert window.workplace is not None
    return window.workplace


def _go(place: "Workplace", page: str, **where: object) -> None:
    place.go(page, **where)
    _wait_until(lambda: place.here == page and not place.jobs.is_busy())


def _scrolled(place: "Workplace") -> float:
    """Return the longest of 95 % of the frames while the list is turned from its top down."""
    from PySide6.QtCore import QPoint, QRect
    from PySide6.QtWidgets import QApplication

    from gbvcase.ui.case_list import CaseListPage

    page, window = place.page, place.window()
    assert isinstance(page, CaseListPage)
    table = page._table
    bar, taken = table.verticalScrollBar(), []
    rows = QRect(table.mapTo(window, QPoint()), table.size())
    assert bar.maximum() > FRAMES
    for frame in range(FRAMES):
        start = perf_counter()
        bar.setValue(min(bar.maximum(), frame * ROWS_A_FRAME))
        QApplication.processEvents()
        window.repaint(rows)
        taken.append(perf_counter() - start)
    return sorted(taken)[FRAMES * 95 // 100]


def _duplicate_hint(place: "Workplace") -> Iterator[tuple[str, float]]:
    from gbvcase.casework.cases import View, list_cases, load
    from gbvcase.casework.likeness import alike
    from gbvcase.domain.values import PartialDate, Place
    from gbvcase.ui.alike_strip import AlikeStrip

    clients = (load(place.desk, one).client for one in list_cases(place.desk, View()))
    person = next(
        one
        for one in clients
        if isinstance(one.full_name, str)
        and isinstance(one.dob, PartialDate)
        and isinstance(one.address_current, Place)
        and one.address_current.commune
    )
    name, born, home = str(person.full_name), person.dob, person.address_current
    assert isinstance(born, PartialDate)
    assert isinstance(home, Place)
    tries = sorted(
        _taken(lambda: alike(place.desk, name, born.year, home.commune)) for _ in range(9)
    )
    strip = AlikeStrip(place, lambda: person)
    strip.setParent(place)
    start = perf_counter()
    strip.touch()
    _wait_until(lambda: not strip.isHidden())
    yield "duplicate hint: from the last letter on", perf_counter() - start
    yield "duplicate hint: the work", tries[len(tries) // 2]
    strip.setParent(None)


def _referred(place: "Workplace") -> "Case":
    """Return a case with a referral that may be printed: consent, provider and all."""
    from gbvcase.casework.cases import new_case
    from gbvcase.casework.providers import providers, save_provider
    from gbvcase.casework.referrals import add_referral, make_ready
    from gbvcase.casework.samples import made_up_providers
    from gbvcase.domain.codes import Sector
    from tests.builders import a_case, a_sharing_consent

    desk = place.desk
    for provider in made_up_providers():
        save_provider(desk, provider)
    made = a_case()
    consents = (*made.consents, a_sharing_consent(Sector.HEALTH))
    case = new_case(desk, made.client, made.intake, consents, made.incidents)
    document = {
        "direction": "out",
        "sector": "health",
        "provider": providers(desk, Sector.HEALTH)[0].id,
        "service_requested": ["treatment"],
        "urgency": "normal",
        "reason_short": "Đề nghị khám (mẫu).",
    }
    number = str(add_referral(desk, case.head.id, document).referral_no)
    make_ready(desk, case.head.id, number)
    return case


def _preview(window: "Window", place: "Workplace", case: "Case") -> float:
    """Return how long it takes from the wish to see a form until it is painted."""
    from gbvcase.casework.cases import load
    from gbvcase.casework.papers import referral_paper
    from gbvcase.ui.case_papers import provider_of, show_referral_paper
    from gbvcase.ui.language import say

    start = perf_counter()
    case = load(place.desk, case.head.id)
    (referral,) = case.referrals
    paper = referral_paper(place.desk, case.head.id, str(referral.referral_no), say)
    show_referral_paper(place, case, referral, provider_of(place.desk, referral), paper)
    _wait_until(lambda: place.here == "preview")
    window.repaint()
    return perf_counter() - start


def _print(place: "Workplace", folder: Path) -> None:
    """Print the form that is shown, into a file in place of a printer."""
    from PySide6.QtPrintSupport import QPrinter

    from gbvcase.ui.paper_images import print_paper, printer_named
    from gbvcase.ui.preview import PreviewPage

    page = place.page
    assert isinstance(page, PreviewPage)
    printer = printer_named("")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder.parent / "printed.pdf"))
    print_paper(page.where()["paper"], printer)


def _report(window: "Window", place: "Workplace") -> float:
    from gbvcase.casework.publishing import reports

    start = perf_counter()
    last = place.desk.today().year - 1
    _go(place, "report", report=reports()[0].id, period=f"{last}-Q1")
    window.repaint()
    return perf_counter() - start


def _hide(window: "Window") -> float:
    """Return how long it takes from the key until no window is seen any more."""
    from PySide6.QtWidgets import QApplication

    window.open_palette()
    _wait_until(lambda: QApplication.activeModalWidget() is not None)
    start = perf_counter()
    window.press("hide")
    seen = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    took = perf_counter() - start
    assert seen == []
    return took


def _wait_until(true: Callable[[], bool]) -> None:
    from PySide6.QtCore import QThread
    from PySide6.QtWidgets import QApplication

    end = perf_counter() + PATIENCE
    while not true():
        QApplication.processEvents()
        QThread.msleep(1)
        assert perf_counter() < end


def _taken(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _memory(place: "Workplace", job: str) -> Iterator[tuple[str, float]]:
    """Yield what this process holds in memory when its work is done, and what of it is its own.

    In megabytes. The rest is libraries, which the system reads from their files and may share; the
    task manager of Windows leaves it out.
    """
    from gbvcase.ui.resting import Resting

    (resting,) = (one for one in gc.get_objects() if isinstance(one, Resting))
    _wait_until(lambda: not place.jobs.is_busy() and not resting.is_due())
    yield job, _told("smaps_rollup", "Rss")
    yield f"{job}, its own", _told("smaps_rollup", "Anonymous")


def _most_memory() -> float:
    return _told("status", "VmHWM")


def _told(file: str, name: str) -> float:
    lines = Path(f"/proc/self/{file}").read_text(encoding="ascii").splitlines()
    (kilobytes,) = (line.split()[1] for line in lines if line.startswith(f"{name}:"))
    return int(kilobytes) / 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
