"""The files of a case, for the forms of its page."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gbvcase.casework.files import keep_file, show_file
from gbvcase.domain.marking import mark
from gbvcase.domain.values import Scan
from gbvcase.ui.file_editors import show_picture
from gbvcase.ui.language import say
from gbvcase.ui.pages import Frame


class CaseFiles:
    """Keeps and shows files beside the screen."""

    def __init__(self, frame: Frame, case_id: str) -> None:
        self._frame, self._case_id = frame, case_id

    def keep(self, path: Path, done: Callable[[Scan], object]) -> None:
        """Keep a file in the cabinet, then hand on what the record holds of it."""
        desk, case_id = self._frame.desk, self._case_id

        def kept(scan: Scan) -> None:
            done(scan)
            said = mark("The picture lies in the cabinet, without place and time of the camera.")
            self._frame.note(say(said))

        self._frame.jobs.start(
            lambda _progress: keep_file(desk, case_id, path), done=kept, failed=self._frame.failed
        )

    def show(self, parent: QWidget, scan: Scan) -> None:
        """Show a file that is kept."""
        desk, case_id = self._frame.desk, self._case_id
        self._frame.jobs.start(
            lambda _progress: show_file(desk, case_id, scan),
            done=lambda points: show_picture(parent.window(), points),
            failed=self._frame.failed,
        )
