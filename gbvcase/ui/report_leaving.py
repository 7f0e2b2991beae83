"""What leaves from the page of reports, and what is done with it afterwards: each step asked."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from gbvcase.casework.authority import handed_over
from gbvcase.casework.dividing import Division
from gbvcase.casework.gathering import Gathering
from gbvcase.casework.publishing import (
    Audited,
    Manner,
    NotAMapping,
    NotWritten,
    PublishedReport,
    Remedy,
    ReportPlan,
    all_releases,
    audit,
    correct,
    files_again,
    period_of,
    publish,
    span_of,
    withdraw,
)
from gbvcase.domain.errors import Cancelled, GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.domain.period import Level, Period
from gbvcase.domain.text import written_date
from gbvcase.ui.file_dialogs import ask_for_folder
from gbvcase.ui.jobs import Progress
from gbvcase.ui.language import say, speaker
from gbvcase.ui.publish_dialog import (
    CORRECTION,
    FIXED_FORM,
    POINTS,
    FilesDialog,
    OfWhom,
    PublishDialog,
)
from gbvcase.ui.report_handing import if_open
from gbvcase.ui.report_history import Left, WithdrawDialog, made_at

if TYPE_CHECKING:
    from gbvcase.ui.report_page import ReportPage

FOLDER = mark("Choose a folder for the files")
BEFORE = mark("Published before, on {day}. The same figures are given out again, nobody is added.")
ATTACKING = mark("Rounding and trying to work it back...")


class Leaving:
    """The acts of the page; it asks first, works beside the screen, and says what came of it."""

    def __init__(self, page: "ReportPage") -> None:
        self._page = page
        self._folder: Path | None = None
        self._approved_by = ""
        self._of_whom: OfWhom = (False, "")

    # --- publishing

    def ask(self, period: str = "", leave_out: Sequence[str] = ()) -> None:
        """Ask who approved it and where the files go, and publish."""
        if_open(self._page, "report.publish", lambda: self._ask(period, leave_out))

    def _ask(self, period: str, leave_out: Sequence[str]) -> None:
        page = self._page
        plan, days = page.plan(), period_of(page.plan(), period or page.period.code)
        dialog = PublishDialog(
            page,
            plan.said(say),
            days.label(say),
            made_by=page.frame.desk.worker,
            approved_by=self._approved_by,
            leave_out=leave_out,
            points=FIXED_FORM if plan.manner is Manner.HIDE else POINTS,
            gathering=self._gathering(days.code),
            division=self._division(plan, days),
            of_whom=self._of_whom if leave_out or period else (False, ""),
            before=self._before(days.code),
        )
        accepted, self._approved_by = dialog.exec(), dialog.approved_by()
        self._of_whom = dialog.of_whom()
        folder = self._folder if leave_out or period else None
        if accepted and folder is None:
            folder = ask_for_folder(page, say(FOLDER))
        dialog.deleteLater()
        if not accepted or folder is None:
            return
        self._folder = folder
        self._publish(days.code, tuple(leave_out), folder, dialog)

    def take_remedy(self, remedy: Remedy) -> None:
        """Publish in the way that was found to pass."""
        self.ask(remedy.period, remedy.leave_out)

    def _gathering(self, period: str) -> Gathering | None:
        """Return whose counts are here for a period, as far as the page has read it."""
        found = self._page.gathering
        return found if found is not None and found.period.code == span_of(period) else None

    def _before(self, period: str) -> str:
        """Return that a period was published before, where it was: nobody is added any more."""
        made = self._page.published
        if made is None or not made.is_standing or made.release.line.period != period:
            return ""
        day = written_date(datetime.fromisoformat(made.release.line.made_at).date())
        return say(BEFORE).format(day=day)

    def _division(self, plan: ReportPlan, days: Period) -> Division | None:
        """Return how offices are shown, for a report and a period that can show them."""
        whole = days.level in (Level.YEAR, Level.PROGRAMME)
        return self._page.division if whole and plan.manner is not Manner.HIDE else None

    def _publish(
        self, period: str, leave_out: tuple[str, ...], folder: Path, dialog: PublishDialog
    ) -> None:
        page, approved_by = self._page, self._approved_by
        desk, plan = page.frame.desk, page.plan().id
        by_office, office = self._of_whom
        audience, language = dialog.audience(), speaker(dialog.chosen_language())
        mapping = dialog.mapping()

        def work(progress: Progress) -> PublishedReport:
            return publish(
                desk,
                plan,
                period,
                folder=folder,
                say=language,
                approved_by=approved_by,
                leave_out=leave_out,
                mapping=_read(mapping),
                audience=audience,
                progress=progress,
                by_office=by_office,
                office=office,
            )

        page.refusal.hide()
        page.publish.setEnabled(False)
        page.frame.jobs.start(
            work, done=self._is_published, failed=self._is_not_published, words=say(ATTACKING)
        )

    def _is_published(self, made: PublishedReport) -> None:
        page, line = self._page, made.release.line
        text = say(mark("Published. Files written: {count}."))
        page.frame.note(text.format(count=len(made.files)))
        self._approved_by = ""
        if line.period == page.period.code:
            page.take_published(made)
        else:
            page.open(report=line.plan, period=line.period, published=True)

    def _is_not_published(self, error: Exception) -> None:
        page = self._page
        page.publish.setEnabled(page.is_over())
        if isinstance(error, Cancelled) or not isinstance(error, GbvcaseError):
            page.frame.failed(error)
            return
        if isinstance(error, NotWritten):  # it is released all the same: show it, with its files
            page.open(**page.where() | {"view": "published"})
        page.refusal.show_error(error)

    # --- what was published

    def preview(self, made: PublishedReport | None) -> None:
        """Show the report as paper, drawn in memory from what was frozen."""
        if made is None:
            return
        frame = self._page.frame
        title = f"{made.release.plan.said(say)}, {made.release.line.days.name(say)}"
        frame.jobs.start(
            lambda _progress: made.paper(say),
            done=lambda paper: frame.go("preview", paper=paper, title=title, of_nobody=made.id),
            failed=frame.failed,
        )

    def write_again(self, made: PublishedReport | None) -> None:
        """Make the files of a release again, with the same bytes."""
        page = self._page
        if made is None:
            return
        days = made.release.line.days.label(say)
        dialog = FilesDialog(page, made.release.plan.said(say), days)
        dialog.ask_about_files()
        accepted, mapping = dialog.exec(), dialog.mapping()
        language = speaker(dialog.chosen_language())
        dialog.deleteLater()
        folder = ask_for_folder(page, say(FOLDER)) if accepted else None
        if folder is None:
            return
        desk, name = page.frame.desk, made.id

        def done(written: PublishedReport) -> None:
            text = say(mark("Files written: {count}."))
            page.frame.note(text.format(count=len(written.files)))

        page.frame.jobs.start(
            lambda _progress: files_again(desk, name, folder, language, _read(mapping)),
            done=done,
            failed=self._is_not_published,
        )

    def correct(self, made: PublishedReport | None) -> None:
        """Ask who approved it, and release a second edition of a year."""
        page = self._page
        if made is None:
            return
        line = made.release.line
        dialog = PublishDialog(
            page,
            made.release.plan.said(say),
            line.days.label(say),
            made_by=page.frame.desk.worker,
            points=CORRECTION,
            asks_for_whom=False,
        )
        accepted, approved_by = dialog.exec(), dialog.approved_by()
        language = speaker(dialog.chosen_language())
        dialog.deleteLater()
        folder = ask_for_folder(page, say(FOLDER)) if accepted else None
        if folder is None:
            return
        desk = page.frame.desk

        def work(progress: Progress) -> PublishedReport:
            return correct(
                desk,
                line.plan,
                line.period,
                folder=folder,
                say=language,
                approved_by=approved_by,
                progress=progress,
            )

        def done(second: PublishedReport) -> None:
            text = say(mark("The correction is released. Files written: {count}."))
            page.frame.note(text.format(count=len(second.files)))
            self.list_releases()

        page.refusal.hide()
        page.frame.jobs.start(work, done=done, failed=self._is_not_published, words=say(ATTACKING))

    # --- the history

    def list_releases(self) -> None:
        """List everything that ever left."""
        page = self._page
        desk = page.frame.desk

        def work(_progress: Progress) -> list[Left]:
            left: list[Left] = [*all_releases(desk), *handed_over(desk)]
            return sorted(left, key=made_at, reverse=True)

        page.frame.jobs.start(
            work,
            done=page.history.show_releases,
            failed=page.frame.failed,
        )

    def withdraw(self, made: PublishedReport | None) -> None:
        """Ask for the reason, and take a release back."""
        if made is None:
            return
        page = self._page
        name = f"{made.release.plan.said(say)}, {made.release.line.days.name(say)}"
        dialog = WithdrawDialog(page, name)
        accepted, reason = dialog.exec(), dialog.why()
        dialog.deleteLater()
        if not accepted or not reason:
            return
        desk = page.frame.desk

        def done(_nothing: object) -> None:
            page.frame.note(say(mark("Withdrawn. What it told stays known.")))
            self.list_releases()

        page.frame.jobs.start(
            lambda _progress: withdraw(desk, made.id, reason), done=done, failed=page.frame.failed
        )

    def audit(self) -> None:
        """Attack everything that was released; it takes a while and can be cancelled."""
        page = self._page
        desk = page.frame.desk
        page.history.verdict.hide()
        page.history.audit.setEnabled(False)

        def done(found: tuple[Audited, ...]) -> None:
            page.history.audit.setEnabled(True)
            page.history.show_verdict(found)

        def failed(error: Exception) -> None:
            page.history.audit.setEnabled(True)
            page.frame.failed(error)

        page.frame.jobs.start(
            lambda progress: audit(desk, progress), done=done, failed=failed, words=say(ATTACKING)
        )


def _read(mapping: Path | None) -> bytes | None:
    """Return a mapping file; NotAMapping if it cannot be read."""
    try:
        return None if mapping is None else mapping.read_bytes()
    except OSError as cause:
        raise NotAMapping from cause
