"""Catalogue row X01: whatever leaves has its entry in the journal, and obeys this office.

`exits.py` names every place of the code that could let something out. Here each act that the
journal knows is done for real, on an encrypted cabinet, with real windows, files and a printer.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gbvcase.casework import demo
from gbvcase.casework.cases import View, add_cases, lines, list_cases, load
from gbvcase.casework.code_lists import code_list_paper, note_code_list
from gbvcase.casework.desk import Desk
from gbvcase.casework.made_up import made_up_cases
from gbvcase.casework.papers import Purpose, consent_paper, intake_paper
from gbvcase.casework.publishing import correct, files_again, publish
from gbvcase.casework.upkeep import open_desk
from gbvcase.casework.ways_out import COPYING, WAYS_OUT, WayClosed, open_ways, set_open, way_of
from gbvcase.cli import main
from gbvcase.domain.codes import PaperKind
from gbvcase.domain.speaking import speaker
from gbvcase.sealing import slots
from gbvcase.ui import paper_images, preview
from gbvcase.ui.app import dress, make_app
from gbvcase.ui.case_papers import note_for
from gbvcase.ui.lock_page import LockPage
from gbvcase.ui.preview import PreviewPage
from gbvcase.ui.recovery_step import RecoveryStep
from gbvcase.ui.settings import Settings
from gbvcase.ui.settings_leaving import LeavingSection
from gbvcase.ui.window import Window
from gbvcase.vault import files, journal
from tests.stories.exits import EXITS, places
from tests.ui.desks import FakeFrame
from tests.vault.conftest import quick_stretch

SAY = speaker("vi")
TODAY = date(2026, 1, 20)
YEAR, QUARTER = "2025", "2025-Q1"


@dataclass
class Leaving:
    """Somebody at a cabinet who takes something out, and the folder where it arrives."""

    cabinet: Path
    secret: Path
    out: Path
    qtbot: QtBot
    patch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """Open the cabinet."""
        opened = open_desk(self.cabinet, demo.PASSWORD)
        try:
            yield opened
        finally:
            opened.vault.lock()

    def typed(self, *words: object) -> str:
        """Type a command; return what it showed, or raise what it refused as the window would."""
        self.capsys.readouterr()
        group, command, *more = (str(word) for word in words)
        password = ("--password-file", str(self.secret))
        done = main(["--language", "en", group, command, str(self.cabinet), *more, *password])
        shown, refused = self.capsys.readouterr()
        if done != 0:
            assert not shown or json.loads(shown)["reason"] == "WayClosed"
            assert "closed in this cabinet" in refused, refused
            raise WayClosed
        return shown

    def preview(self, desk: Desk, paper: bytes, **more: Any) -> PreviewPage:
        """Show a paper, with a printer that a test can look at."""
        self.patch.setattr(preview, "printers", lambda: ("Máy in mẫu",))
        self.patch.setattr(preview, "printer_named", self.printer)
        self.patch.setattr(preview, "ask_where_to_save", lambda *_: self.out / "a.pdf")
        self.patch.setattr(preview, "show_password_once", lambda *_: None)
        page = PreviewPage(frame := FakeFrame(desk))
        self.qtbot.addWidget(page)
        page.open(paper=paper, title="Paper", **more)
        self.frame = frame
        return page

    def printer(self, _name: str) -> QPrinter:
        """Return a printer whose paper is a file."""
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.out / "printed.pdf"))
        printer.setResolution(72)
        return printer

    def told(self) -> None:
        """Raise what the window was told."""
        for error in self.frame.errors:
            raise error


def a_case(desk: Desk) -> str:
    return list_cases(desk, View())[0]


def code_of(desk: Desk) -> str:
    return lines(desk, [a_case(desk)])[0].code


# --- each act that the journal knows, done by a person ------------------------------------------


def paper_of_a_case(one: Leaving, *, saved: bool) -> None:
    with one.desk() as desk:
        case_id = a_case(desk)
        paper, frame = consent_paper(desk, SAY, case_id), FakeFrame(desk)
        note = note_for(frame, case_id, PaperKind.CONSENT_FORM)
        page = one.preview(desk, paper, note=note, purpose=Purpose.FOR_THE_FILE)
        page._save_locked() if saved else page.act("print")
    one.told()


def list_of_codes(one: Leaving, *, saved: bool) -> None:
    with one.desk() as desk:
        ids = list_cases(desk, View())[:2]

        def note(purpose: Purpose, copies: int, is_saved: bool) -> None:
            note_code_list(desk, ids, purpose, copies, is_saved)

        paper = code_list_paper(desk, ids, SAY)
        page = one.preview(desk, paper, note=note, purpose=Purpose.FOR_THE_FILE)
        page._save_locked() if saved else page.act("print")
    one.told()


def sheet_of_nobody(one: Leaving, *, saved: bool) -> None:
    with one.desk() as desk:
        page = one.preview(desk, intake_paper(desk, SAY), of_nobody="empty.intake")
        page._save_locked() if saved else page.act("print")
    one.told()


def recovery_number(one: Leaving) -> None:
    one.patch.setattr(paper_images, "printers", lambda: ("Máy in mẫu",))
    one.patch.setattr(paper_images, "printer_named", one.printer)
    with one.desk() as desk:
        step = RecoveryStep("-".join(["000187"] * 9), desk)
        one.qtbot.addWidget(step)
        step._take.click()
        if not (one.out / "printed.pdf").exists():
            assert step._printed.text()
            raise WayClosed


def published(one: Leaving) -> None:
    with one.desk() as desk:
        publish(desk, "incidents", QUARTER, folder=one.out, say=SAY)


def files_of_a_release(one: Leaving) -> None:
    with one.desk() as desk:
        was_open = "publish" in open_ways(desk)
        way = way_of("report.publish")
        assert way is not None
        set_open(desk, way, True)
        elsewhere = one.out.with_name("before")
        made = publish(desk, "incidents", QUARTER, folder=elsewhere, say=SAY)
        set_open(desk, way, was_open)
        files_again(desk, made.id, one.out, SAY)


def published_once_more(one: Leaving) -> None:
    """The same release asked for again is its files once more."""
    with one.desk() as desk:
        publish(desk, "incidents", QUARTER, folder=one.out.with_name("before"), say=SAY)
        publish(desk, "incidents", QUARTER, folder=one.out, say=SAY)


def corrected(one: Leaving) -> None:
    with one.desk() as opened:
        desk = replace(opened, clock=lambda: opened.now().replace(year=2026, month=1, day=20))
        way = way_of("report.publish")
        assert way is not None
        was_open = "publish" in open_ways(desk)
        set_open(desk, way, True)
        publish(desk, "incidents", YEAR, folder=one.out.with_name("before"), say=SAY)
        set_open(desk, way, was_open)
        late = [("late", made.document) for made in made_up_cases(60, 9, TODAY)]
        for where, told in late:
            told["client"].pop("client_code", None)
            add_cases(desk, [(where, told)])
        correct(desk, "incidents", YEAR, folder=one.out, say=SAY)


def sealed(*words: str) -> Callable[[Leaving], None]:
    def typed(one: Leaving) -> None:
        one.typed(*words, "--out", one.out / "sealed.age")

    return typed


def rows_looked_at(one: Leaving) -> None:
    one.out.joinpath("shown").write_text(one.typed("report", "incidents", "--period", YEAR))


def read_out(command: str) -> Callable[[Leaving], None]:
    def typed(one: Leaving) -> None:
        with one.desk() as desk:
            code = code_of(desk)
        shown = one.typed("case", command, *([] if command == "list" else [code]), "--json")
        assert json.loads(shown)
        one.out.joinpath("shown").write_text(shown)

    return typed


def mark_of_a_referral(one: Leaving) -> None:
    with one.desk() as desk:
        cases = [load(desk, case_id) for case_id in list_cases(desk, View())]
        number = next(str(one.referrals[0].referral_no) for one in cases if one.referrals)
    one.out.joinpath("shown").write_text(one.typed("referral", "token", number))


def words_copied(one: Leaving) -> None:
    dress(make_app([]), Settings(language="en", look="light"))
    board = QApplication.clipboard()
    window = Window()
    window._clipboard._owns = lambda: True  # nobody else is at this screen
    one.qtbot.addWidget(window)
    window.begin(one.cabinet)
    window.show()
    page = window.centralWidget()
    assert isinstance(page, LockPage)
    page.unlock_with(demo.PASSWORD)
    one.qtbot.waitUntil(lambda: window.workplace is not None, timeout=20_000)
    place = window.workplace
    assert place is not None
    try:
        place.go("case", case_id=a_case(place.desk), tab="client")
        one.qtbot.waitUntil(lambda: not window.jobs.is_busy(), timeout=20_000)
        line = QLineEdit("Quỷnhxươz", place)
        line.selectAll()
        line.copy()
        one.qtbot.waitUntil(lambda: not window.jobs.is_busy(), timeout=20_000)
        copied = board.text()
    finally:
        window.end_sitting()
        shiboken6.delete(window._clipboard)  # now: a later window would find its hand there
    assert board.text() == ""  # locking forgets it
    if copied != "Quỷnhxươz":
        raise WayClosed
    one.out.joinpath("shown").write_text(copied)


ACTS: dict[str, Callable[[Leaving], None]] = {
    "paper.print": lambda one: paper_of_a_case(one, saved=False),
    "paper.save": lambda one: paper_of_a_case(one, saved=True),
    "list.print": lambda one: list_of_codes(one, saved=False),
    "list.save": lambda one: list_of_codes(one, saved=True),
    "sheet.print": lambda one: sheet_of_nobody(one, saved=False),
    "sheet.save": lambda one: sheet_of_nobody(one, saved=True),
    "recovery.print": recovery_number,
    "report.publish": published,
    "report.files": files_of_a_release,
    "report.correct": corrected,
    "counts.export": sealed("counts", "export", "--report", "incidents", "--period", YEAR),
    "ledger.export": sealed("ledger", "export"),
    "incidents.export": sealed("report", "incidents", "--period", YEAR),
    "report.authority": sealed(
        *("report", "authority", "--report", "incidents", "--period", YEAR, "--to", "Sở Mẫu")
    ),
    "incidents.read": rows_looked_at,
    "referral.token": mark_of_a_referral,
    "case.read": read_out("show"),
    "history.read": read_out("history"),
    "list.read": read_out("list"),
    "words.copy": words_copied,
}

SLOW = {"report.correct"}


@pytest.fixture(scope="module", autouse=True)
def _quick() -> Iterator[None]:
    """Take no time for a key: cabinets are opened a hundred times here, and not to test that."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(slots, "stretch", quick_stretch)
        yield


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office's cabinet, locked; not to be changed."""
    folder = tmp_path_factory.mktemp("office")
    demo.make_office(folder / "v", cases=70, seed=3, today=TODAY).vault.lock()
    (folder / "v" / files.BALLAST).unlink(missing_ok=True)  # 32 MiB less to copy
    return folder / "v"


@pytest.fixture
def one(
    office: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Leaving:
    secret = tmp_path / "password.txt"
    secret.write_text(demo.PASSWORD, encoding="utf-8")
    (tmp_path / "out").mkdir()
    cabinet = Path(shutil.copytree(office, tmp_path / "cabinet"))
    return Leaving(cabinet, secret, tmp_path / "out", qtbot, monkeypatch, capsys)


def entries(desk: Desk, act: str) -> list[dict[str, Any]]:
    with desk.vault.begin() as db:
        assert journal.verify(db) is None
        rows = db.exec_driver_sql("SELECT entry FROM journal ORDER BY seq").scalars()
        return [entry for entry in map(json.loads, rows) if entry["act"] == act]


def left(one: Leaving) -> list[Path]:
    """What has arrived outside."""
    return [path for path in one.out.rglob("*") if path.is_file() and path.stat().st_size]


# --- the list, and the program ------------------------------------------------------------------


def test_every_place_that_lets_something_out_is_named_with_its_act_or_its_reason() -> None:
    found = set(places())
    assert found - set(EXITS) == set(), "name it in exits.py, with its entry in the journal"
    assert set(EXITS) - found == set(), "it lets nothing out any more"


def test_every_act_that_is_named_belongs_to_a_way_that_can_be_closed() -> None:
    named = {act for acts in EXITS.values() if not isinstance(acts, str) for act in acts}
    known = {act for way in WAYS_OUT for act in way.acts}
    assert named == known == set(ACTS)
    assert sum(len(way.acts) for way in WAYS_OUT) == len(known)  # each belongs to one way


@pytest.mark.parametrize(
    "act", [pytest.param(act, marks=pytest.mark.long if act in SLOW else ()) for act in ACTS]
)
def test_what_leaves_is_in_the_journal_and_a_closed_way_lets_nothing_out(
    one: Leaving, act: str
) -> None:
    way = way_of(act)
    assert way is not None
    with one.desk() as desk:
        before = len(entries(desk, act))
        set_open(desk, way, False)
    with pytest.raises(WayClosed):
        ACTS[act](one)
    with one.desk() as desk:
        assert left(one) == []
        assert len(entries(desk, act)) == before
        set_open(desk, way, True)
    ACTS[act](one)
    assert left(one)
    with one.desk() as desk:
        made = entries(desk, act)[before:]
        assert made
        known = {line.name for line in lines(desk, list_cases(desk, View())) if line.name}
        told = json.dumps(made, ensure_ascii=False)
        assert not [name for name in known if name in told]


def test_a_release_that_is_asked_for_again_is_in_the_journal_again(one: Leaving) -> None:
    published_once_more(one)
    with one.desk() as desk:
        assert len(entries(desk, "report.publish")) == 1
        assert len(entries(desk, "report.files")) == 1


def test_opening_and_closing_a_way_is_in_the_journal_once(one: Leaving) -> None:
    with one.desk() as desk:
        set_open(desk, COPYING, True)
        set_open(desk, COPYING, True)
        set_open(desk, COPYING, False)
        assert [entry["ref"] for entry in entries(desk, "way.open")] == ["copy"]
        assert [entry["ref"] for entry in entries(desk, "way.close")] == ["copy"]


def test_at_first_everything_may_leave_but_words_that_are_copied(one: Leaving) -> None:
    with one.desk() as desk:
        assert open_ways(desk) == {way.name for way in WAYS_OUT} - {"copy"}


def test_a_cabinet_that_cannot_be_written_to_lets_no_paper_out(one: Leaving) -> None:
    database = one.cabinet / files.database_name(1)
    older = database.read_bytes()
    with one.desk() as desk:
        set_open(desk, COPYING, True)
    database.write_bytes(older)
    with one.desk() as desk:
        assert desk.vault.is_read_only
    with pytest.raises(Exception, match="VaultHeld"):
        sheet_of_nobody(one, saved=False)
    assert left(one) == []


def test_the_switches_show_and_keep_what_may_leave(one: Leaving, qtbot: QtBot) -> None:
    with one.desk() as desk:
        section = LeavingSection(FakeFrame(desk))
        qtbot.addWidget(section)
        on = {name for name, switch in section.switches.items() if switch.isChecked()}
        assert on == open_ways(desk)
        section.switches["print"].click()
        section.switches["copy"].click()
        assert open_ways(desk) == on - {"print"} | {"copy"}
        again = LeavingSection(FakeFrame(desk))
        qtbot.addWidget(again)
        assert not again.switches["print"].isChecked()
        assert again.switches["copy"].isChecked()


def test_commands_that_have_no_entry_name_nobody(one: Leaving) -> None:
    with one.desk() as desk:
        names = {line.name for line in lines(desk, list_cases(desk, View())) if line.name}
        codes = {line.code for line in lines(desk, list_cases(desk, View()))}
    assert len(names) > 10
    shown = [
        one.typed("report", "releases"),
        one.typed("report", "figures", "--period", YEAR),
        one.typed("report", "audit"),
        one.typed("ledger", "show"),
        one.typed("vault", "check"),
        one.typed("vault", "purged"),
    ]
    assert not [word for word in names | codes for text in shown if word in text]
