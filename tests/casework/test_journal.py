"""Every change has its entry in the journal, and no entry says anything of a person (A03, A08)."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from random import Random

import pytest

from gbvcase.casework.cases import amend, load, load_for_change, move_case, new_case, remove_part
from gbvcase.casework.desk import Desk
from gbvcase.casework.providers import save_provider
from gbvcase.casework.tasks import add_task, finish_task
from gbvcase.domain.case import Case
from gbvcase.domain.codes import CaseStatus, TaskKind
from gbvcase.domain.errors import GbvcaseError
from gbvcase.vault import journal
from tests.builders import a_case, a_perpetrator, a_provider, an_incident

CANARY = "Quỷnhxươz"
PHONE = "0999 888 777"


def entries(desk: Desk) -> list[str]:
    with desk.vault.begin() as db:
        assert journal.verify(db) is None
        return list(db.exec_driver_sql("SELECT entry FROM journal ORDER BY seq").scalars())


def savings(desk: Desk) -> int:
    with desk.vault.begin() as db:
        query = "SELECT count(DISTINCT saving) FROM revisions"
        return int(db.exec_driver_sql(query).scalar_one())


def a_beginning(desk: Desk, number: int) -> Case:
    case = a_case(full_name=f"{CANARY} {number}", phone_safe=PHONE)
    return new_case(desk, case.client, case.intake, case.consents, case.incidents)


def renamed(desk: Desk, case: Case, number: int) -> None:
    amend(desk, case.head.id, "client", replace(case.client, full_name=f"{CANARY} {number}"))


def with_incident(desk: Desk, case: Case, number: int) -> None:
    people = (a_perpetrator(name=f"{CANARY} {number}"),)
    incident = an_incident(account=f"{CANARY} {number}", alleged_perpetrators=people)
    amend(desk, case.head.id, "incidents", incident)


def without_incident(desk: Desk, case: Case, number: int) -> None:
    if case.incidents:
        remove_part(desk, case.head.id, "incidents", number % len(case.incidents))


def moved(desk: Desk, case: Case, number: int) -> None:
    to = (CaseStatus.ON_HOLD, CaseStatus.OPEN)[number % 2]
    with suppress(GbvcaseError):
        move_case(desk, case.head.id, to, f"{CANARY} {number}", desk.today())


def unchanged(desk: Desk, case: Case, number: int) -> None:
    amend(desk, case.head.id, "client", case.client)


def broken_off(desk: Desk, case: Case, number: int) -> None:
    with (
        suppress(ZeroDivisionError),
        load_for_change(desk, case.head.id, "case.amend") as change,
    ):
        change.case = replace(change.case, client=replace(case.client, full_name="Ai"))
        raise ZeroDivisionError


def tasks(desk: Desk, case: Case, number: int) -> None:
    task = add_task(desk, case.head.id, TaskKind.FOLLOW_UP, desk.today())
    finish_task(desk, case.head.id, task.id)


def provider(desk: Desk, case: Case, number: int) -> None:
    save_provider(desk, a_provider(id=None, name=f"{CANARY} {number}"))


WHAT_PEOPLE_DO: tuple[Callable[[Desk, Case, int], None], ...] = (
    renamed,
    with_incident,
    without_incident,
    moved,
    unchanged,
    broken_off,
    tasks,
    provider,
)


def do_at_random(desk: Desk, rounds: int) -> None:
    random = Random(11)  # noqa: S311 - a test
    ids = [a_beginning(desk, number).head.id for number in range(3)]
    for number in range(rounds):
        case = load(desk, random.choice(ids))
        random.choice(WHAT_PEOPLE_DO)(desk, case, number)


@pytest.fixture
def beginning(desk: Desk) -> int:
    """How many entries there were before anybody worked."""
    return len(entries(desk)) - savings(desk)


def test_every_change_has_its_entry(desk: Desk, beginning: int) -> None:
    do_at_random(desk, 120)
    assert len(entries(desk)) - savings(desk) == beginning


@pytest.mark.long
def test_ten_thousand_changes_have_their_entries(desk: Desk, beginning: int) -> None:
    do_at_random(desk, 10_000)
    assert len(entries(desk)) - savings(desk) == beginning


def test_the_journal_says_nothing_of_a_person(desk: Desk) -> None:
    do_at_random(desk, 60)
    text = "\n".join(entries(desk))
    for secret in (CANARY, PHONE, "0999", "Mẫu", "1990-03-08", "spouse"):
        assert secret not in text
