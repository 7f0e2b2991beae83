from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gbvcase.domain.errors import Cancelled
from gbvcase.ui.jobs import Job, Jobs

Progress = Callable[[int, int], None]


@pytest.fixture
def jobs(qtbot: QtBot) -> Jobs:
    return Jobs()


def count_to(total: int, progress: Progress) -> int:
    for done in range(total):
        progress(done, total)
    return total


def fail(unexpected: object) -> None:
    raise AssertionError(unexpected)


def test_a_job_gives_its_result_to_the_screen(qtbot: QtBot, jobs: Jobs) -> None:
    results: list[int] = []
    jobs.start(lambda progress: count_to(3, progress), done=results.append, failed=fail)
    qtbot.waitUntil(lambda: results == [3])


def test_a_cancelled_job_stops_at_its_next_step(qtbot: QtBot, jobs: Jobs) -> None:
    errors: list[Exception] = []
    job = jobs.start(lambda progress: count_to(10**9, progress), done=fail, failed=errors.append)
    job.cancel()
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert isinstance(errors[0], Cancelled)


def test_jobs_are_done_one_after_another(qtbot: QtBot, jobs: Jobs) -> None:
    inside: list[int] = []
    most: list[int] = []

    def work(progress: Progress) -> None:
        inside.append(1)
        most.append(len(inside))
        count_to(1000, progress)
        inside.pop()

    done: list[None] = []
    for _ in range(5):
        jobs.start(work, done=done.append, failed=fail)
    qtbot.waitUntil(lambda: len(done) == 5)
    assert max(most) == 1


def test_a_page_that_is_gone_hears_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    import shiboken6

    page = QObject()
    heard: list[str] = []
    jobs.start(lambda _progress: "Mẫu", done=lambda _: heard.append(page.objectName()), failed=fail)
    shiboken6.delete(page)
    qtbot.waitUntil(lambda: not jobs.is_busy())
    assert heard == []


def test_closing_stops_what_runs_and_refuses_what_comes(qtbot: QtBot, jobs: Jobs) -> None:
    errors: list[Exception] = []
    jobs.start(lambda progress: count_to(10**9, progress), done=fail, failed=errors.append)
    assert jobs.close()
    jobs.start(fail, done=fail, failed=fail)
    qtbot.waitUntil(lambda: not jobs.is_busy())


def test_somebody_who_watches_hears_that_even_a_short_job_ends(qtbot: QtBot, jobs: Jobs) -> None:
    ended: list[int] = []
    watched: list[Job] = []

    def watch(job: Job) -> None:
        watched.append(job)
        job.ended.connect(lambda: ended.append(1))

    jobs.began.connect(watch)
    for _ in range(20):
        jobs.start(lambda _progress: None, done=lambda _: None, failed=fail)
    qtbot.waitUntil(lambda: len(ended) == 20)


def test_a_job_whose_work_is_done_runs_no_more_when_the_screen_hears_of_it(
    qtbot: QtBot, jobs: Jobs
) -> None:
    seen: list[tuple[Job, ...]] = []
    jobs.start(lambda _p: None, done=lambda _r: seen.append(jobs.running()), failed=seen.append)
    qtbot.waitUntil(lambda: seen == [()])
