"""What Ctrl+K offers, group by group: people and cases, papers, tasks, pages, commands, help."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from gbvcase.casework.cases import CaseLine
from gbvcase.casework.help_pages import HelpPage
from gbvcase.casework.tasks import TaskBoard, TaskLine
from gbvcase.domain.folding import folded
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_date
from gbvcase.ui.language import say
from gbvcase.ui.pages import pages_for
from gbvcase.ui.settings_page import sections_for

if TYPE_CHECKING:
    from gbvcase.ui.window import Window
    from gbvcase.ui.workplace import Workplace

MOST_TASKS = 4
MOST_HELP = 6


@dataclass(frozen=True)
class Choice:
    """One line of the list: what it says, and what it does."""

    words: str
    icon: str
    do: Callable[[], object]


@dataclass(frozen=True)
class Group:
    """Choices under a heading."""

    head: str
    choices: Sequence[Choice]


def case_group(place: "Workplace", found: Sequence[CaseLine], *, typed: bool) -> Group:
    """Return the cases that were found, or those that were opened lately."""
    choices = [
        Choice(
            "   ".join(part for part in (line.code, line.name, line.commune) if part),
            "file-text",
            partial(place.go, "case", case_id=line.id),
        )
        for line in found
    ]
    return Group(say(mark("People and cases") if typed else mark("Opened lately")), choices)


def task_group(place: "Workplace", board: TaskBoard, text: str) -> Group:
    """Return the open tasks that fit what was typed, the latest due first in their order."""
    lines: Iterable[TaskLine] = (*board.overdue, *board.today, *board.coming, *board.later)
    choices = [
        Choice(_task_words(line), "clock", partial(place.go, "case", case_id=line.case_id))
        for line in lines
    ]
    return Group(say(mark("Tasks")), fitting(text, choices)[:MOST_TASKS])


def paper_group(place: "Workplace", text: str) -> Group:
    """Return the empty forms that can be printed without a case."""
    if not place.offers("intake"):
        return Group("", [])
    offered = [
        Choice(say(mark("Print an empty intake form")), "printer", partial(_show, place, "intake")),
        Choice(
            say(mark("Print an empty consent form")), "printer", partial(_show, place, "consent")
        ),
    ]
    return Group(say(mark("Papers to print")), fitting(text, offered))


def page_group(place: "Workplace", text: str) -> Group:
    """Return the pages that this person is offered."""
    role = place.desk.profile.role.code
    offered = [
        Choice(say(page.title), page.icon, partial(place.go, page.name))
        for page in pages_for(role)
        if page.in_navigation or page.name in ("intake", "directory", "trash", "help")
    ]
    return Group(say(mark("Pages")), fitting(text, offered))


def command_group(window: "Window", place: "Workplace", text: str) -> Group:
    """Return what can be done from anywhere; single settings only when they are looked for."""
    offered = [
        Choice(say(mark("Lock")), "lock", window.lock),
        Choice(say(mark("Larger text")), "zoom-in", partial(window.change_size, 1)),
        Choice(say(mark("Smaller text")), "zoom-out", partial(window.change_size, -1)),
        Choice(say(mark("Sheet of keys")), "keyboard", window.show_keys),
        Choice(say(mark("Messages of this sitting")), "history", place.show_messages),
    ]
    if text.strip():
        words = say(mark("Settings: {section}"))
        offered += [
            Choice(
                words.format(section=say(one.title)),
                one.icon,
                partial(place.go, "settings", section=one.name),
            )
            for one in sections_for(place.desk.profile)
        ]
    return Group(say(mark("Commands")), fitting(text, offered))


def help_group(place: "Workplace", found: Sequence[HelpPage]) -> Group:
    """Return the help pages that were found."""
    choices = [
        Choice(page.title, "circle-help", partial(place.go, "help", name=page.name))
        for page in found[:MOST_HELP]
    ]
    return Group(say(mark("Help pages")), choices)


def fitting(text: str, choices: Sequence[Choice]) -> list[Choice]:
    """Return the choices in which each typed word begins a word; nothing typed fits everything."""
    wanted = folded(text).split()
    return [one for one in choices if _fits(wanted, one.words)]


def _fits(wanted: list[str], words: str) -> bool:
    known = folded(words).split()
    return all(any(one.startswith(part) for one in known) for part in wanted)


def _task_words(line: TaskLine) -> str:
    return f"{line.kind.said(say)}   {line.code}   {written_date(line.due)}"


def _show(place: "Workplace", kind: str) -> None:
    from gbvcase.casework.papers import consent_paper, intake_paper
    from gbvcase.ui.case_papers import on_paper

    desk = place.desk
    make = partial(intake_paper if kind == "intake" else consent_paper, desk)
    title = mark("Empty intake form") if kind == "intake" else mark("Empty consent form")
    place.jobs.start(
        lambda _progress: make(on_paper()),
        done=lambda pdf: place.go(
            "preview", paper=pdf, again=make, title=say(title), of_nobody=f"empty.{kind}"
        ),
        failed=place.failed,
    )
