"""What leaves from the page of reports sealed, and never as a publication: each step asked."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from gbvcase.casework.authority import ExitPurpose, seal_form
from gbvcase.casework.counting import hand_out
from gbvcase.casework.incident_recorder import Preview, look_at_rows, seal_rows
from gbvcase.casework.ledgers import hand_out_ledger
from gbvcase.casework.publishing import period_of
from gbvcase.casework.ways_out import require_way
from gbvcase.casework.whole_files import write_whole
from gbvcase.domain.errors import Cancelled, GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_number
from gbvcase.ui.file_dialogs import ask_where_to_save
from gbvcase.ui.jobs import Progress
from gbvcase.ui.language import say
from gbvcase.ui.password_once import show_password_once
from gbvcase.ui.report_sealing import SealDialog
from gbvcase.ui.widgets import ask

if TYPE_CHECKING:
    from gbvcase.ui.report_page import ReportPage

SEALED = mark("Sealed file")
FORM = (
    mark("Every sheet says that it is not to be published, and for whom it was sealed."),
    mark("The list of releases remembers that it was made; its figures are in no copy of it."),
)
NEVER = mark("Exact figures. They are sealed for this authority and are never published.")
ROWS = (
    mark("One row for each incident, without a name, a number, a date or a village."),
    mark("Only incidents of people who agreed that they are used in figures."),
    mark("Only for a member who keeps to the protocol on sharing information."),
)
COUNTS = (
    mark("The exact counts of this office, to be added to those of others and to nothing else."),
    mark("From then on this office does not publish this period by itself."),
    mark("Counted again later, what is handed out is a new edition and takes its place."),
)
LIST = (
    mark("All that was released, so that the other office can see what it lacks."),
    mark("It has no true count and no exact form, and no case."),
)


class Sealed(Protocol):
    """Something that was sealed."""

    @property
    def content(self) -> bytes:
        """Return the sealed file."""
        ...

    @property
    def password(self) -> str:
        """Return what opens it."""
        ...


class NotKept(GbvcaseError):
    """A sealed file that the disk did not take; it is still here."""

    sentence = mark("The file could not be written there. It is not lost: choose another place.")

    def __init__(self, sealed: Sealed) -> None:
        super().__init__()
        self.sealed = sealed


class Handing:
    """The acts of the page by which something leaves sealed."""

    def __init__(self, page: "ReportPage") -> None:
        self._page = page

    # --- the four that leave

    def form(self) -> None:
        """Seal the exact form of the report and period for an authority."""
        if_open(self._page, "report.authority", self._form)

    def _form(self) -> None:
        page = self._page
        desk, plan, days = page.frame.desk, page.plan(), period_of(page.plan(), page.period.code)
        dialog = SealDialog(
            page,
            say(mark("Seal an exact form for an authority?")),
            f"{plan.said(say)}\n{days.label(say)}",
            FORM,
            desk.profile,
            warning=say(NEVER),
            receiver=True,
            purpose=ExitPurpose.LAW,
        )
        told = self._asked(dialog, f"{days.code}.age")
        if told is None:
            return
        path, secret = told
        to, why, by = dialog.to_whom(), dialog.why(), dialog.approved_by()

        def work(progress: Progress) -> Sealed:
            return seal_form(
                desk,
                plan.id,
                days.code,
                receiver=to,
                purpose=why,
                say=say,
                approved_by=by,
                password=secret or None,
                progress=progress,
            )

        text = say(mark("Sealed for {receiver}. The list of releases tells of it."))
        self._seal(work, path, secret, text.format(receiver=to))

    def look_at_rows(self) -> None:
        """Show what rows of incidents would leave, before anything is asked."""
        page = self._page
        desk, code = page.frame.desk, page.period.code
        page.refusal.hide()
        words = say(mark("Looking which rows are alike..."))

        def look() -> None:
            page.frame.jobs.start(
                lambda _progress: look_at_rows(desk, code, say),
                done=page.show_rows,
                failed=page.frame.failed,
                words=words,
            )

        if_open(page, "incidents.export", look)

    def rows(self, found: Preview) -> None:
        """Seal the rows of incidents that were looked at."""
        page = self._page
        desk, days = page.frame.desk, period_of(page.plan(), page.period.code)
        number = written_number(found.number, say)
        dialog = SealDialog(
            page,
            say(mark("Seal incidents as rows?")),
            say(mark("{number} rows, {period}")).format(number=number, period=days.label(say)),
            ROWS,
            desk.profile,
            purpose=ExitPurpose.PROTOCOL,
        )
        told = self._asked(dialog, f"{days.code}.age")
        if told is None:
            return
        path, secret = told
        why = dialog.why()

        def work(progress: Progress) -> Sealed:
            return seal_rows(
                desk, days.code, purpose=why, say=say, password=secret or None, progress=progress
            )

        self._seal(work, path, secret, say(mark("The rows are sealed and saved.")))

    def counts(self) -> None:
        """Seal the counts of this office, to be added by another."""
        if_open(self._page, "counts.export", self._counts)

    def _counts(self) -> None:
        page = self._page
        desk, plan, days = page.frame.desk, page.plan(), period_of(page.plan(), page.period.code)
        dialog = SealDialog(
            page,
            say(mark("Hand out the counts of this office?")),
            f"{plan.said(say)}\n{days.label(say)}",
            COUNTS,
            desk.profile,
        )
        told = self._asked(dialog, f"{days.code}.age")
        if told is None:
            return
        path, secret = told

        def work(progress: Progress) -> Sealed:
            progress(0, 1)
            return hand_out(desk, plan.id, days.code, secret or None)

        self._seal(work, path, secret, say(mark("The counts are sealed and saved.")))

    def list_of_releases(self) -> None:
        """Seal a copy of the list of releases for another member."""
        if_open(self._page, "ledger.export", self._list)

    def _list(self) -> None:
        page = self._page
        desk = page.frame.desk
        dialog = SealDialog(
            page,
            say(mark("Hand out a copy of the list of releases?")),
            desk.unit,
            LIST,
            desk.profile,
        )
        told = self._asked(dialog, "1.age")
        if told is None:
            return
        path, secret = told

        def work(progress: Progress) -> Sealed:
            progress(0, 1)
            return hand_out_ledger(desk, secret or None)

        self._seal(work, path, secret, say(mark("The copy of the list is sealed and saved.")))

    # --- how each of them leaves

    def _asked(self, dialog: SealDialog, name: str) -> tuple[Path, str] | None:
        """Ask, and ask where; None if the person has thought better of it."""
        path = None
        if dialog.exec():
            path = ask_where_to_save(self._page, mark("Save the sealed file"), name, SEALED)
        dialog.deleteLater()
        return None if path is None else (path, dialog.secret)

    def _seal(self, work: Callable[[Progress], Sealed], path: Path, secret: str, text: str) -> None:
        page = self._page

        def both(progress: Progress) -> Sealed:
            return _kept(work(progress), path)

        def done(sealed: Sealed) -> None:
            page.frame.note(text)
            if not secret:
                show_password_once(page, sealed.password)
            page.look()

        def failed(error: Exception) -> None:
            if isinstance(error, NotKept):
                self._elsewhere(error, secret, text)
            elif isinstance(error, Cancelled) or not isinstance(error, GbvcaseError):
                page.frame.failed(error)
            else:
                page.refusal.show_error(error)

        page.refusal.hide()
        page.frame.jobs.start(
            both, done=done, failed=failed, words=say(mark("Counting and sealing..."))
        )

    def _elsewhere(self, error: NotKept, secret: str, text: str) -> None:
        """Ask for another place for what is sealed already."""
        ways = [say(mark("Throw it away")), say(mark("Choose another place..."))]
        if ask(self._page, error.said(say), ways) != 1:
            return
        path = ask_where_to_save(self._page, mark("Save the sealed file"), "1.age", SEALED)
        if path is not None:
            self._seal(lambda _progress: error.sealed, path, secret, text)


def if_open(page: "ReportPage", act: str, go: Callable[[], object]) -> None:
    """Go on if this office lets something leave by this way; else say so before it is asked."""
    desk = page.frame.desk

    def failed(error: Exception) -> None:
        if isinstance(error, GbvcaseError):
            page.refusal.show_error(error)
        else:
            page.frame.failed(error)

    page.frame.jobs.start(
        lambda _progress: require_way(desk, act), done=lambda _nothing: go(), failed=failed
    )


def _kept(sealed: Sealed, path: Path) -> Sealed:
    """Write what was sealed; NotKept, with it, if the disk refuses."""
    try:
        write_whole(path, sealed.content)
    except OSError as cause:
        raise NotKept(sealed) from cause
    return sealed
