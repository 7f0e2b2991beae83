from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gbvcase.domain.case import Case, CaseHead
from gbvcase.domain.codes import CaseStatus, TaskState, YesNo
from gbvcase.domain.intake import UrgentCheck
from gbvcase.domain.people import Client
from gbvcase.domain.values import Place
from gbvcase.vault.lists import (
    ORDERS,
    View,
    communes_of_cases,
    counts_by_status,
    lines_of,
    open_tasks,
    ordered_ids,
    owners,
)
from gbvcase.vault.tables import list_index
from gbvcase.vault.vault import Vault
from tests.builders import IA_GRAI, INTAKE, TODAY, WORKER, a_case, a_task
from tests.vault.conftest import PASSWORD
from tests.vault.keeping import later, save

PLEIKU = Place(province="52", commune="23575", as_of=date(2025, 7, 1))
URGENT = replace(INTAKE, urgent_check=UrgentCheck(immediate_danger=YesNo.YES))
OPEN, HOLD, DRAFT = CaseStatus.OPEN, CaseStatus.ON_HOLD, CaseStatus.DRAFT


@pytest.fixture(scope="module")
def office(empty_cabinet: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """A vault with six cases; these tests only look."""
    folder = tmp_path_factory.mktemp("lists") / "cabinet"
    folder.mkdir()
    for path in empty_cabinet.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    vault = Vault.open(folder, PASSWORD)
    for case in (
        a_line("GL-1", "Trần Thị Ước", OPEN, date(2025, 9, 3), due=date(2025, 9, 20)),
        a_line("GL-2", "Lê Thị An", HOLD, date(2025, 9, 1), address=IA_GRAI),
        a_line("GL-3", "Đỗ Thị Ân", OPEN, date(2025, 9, 2), due=date(2025, 9, 10), owner="Khác"),
        a_line("GL-4", None, DRAFT, date(2025, 9, 6)),
        a_line("GL-5", "Bùi Thị Ăn", CaseStatus.VOIDED, date(2025, 9, 5)),
        a_line("GL-6", "An Thị Ước", OPEN, date(2025, 9, 4), intake=URGENT),
    ):
        save(vault, case)
    yield vault
    vault.lock()


def a_line(
    code: str,
    name: str | None,
    status: CaseStatus,
    opened_on: date,
    due: date | None = None,
    address: Place = PLEIKU,
    owner: str = WORKER,
    **parts: object,
) -> Case:
    head = CaseHead(code=code, status=status, opened_on=opened_on, owner=owner)
    case = replace(a_case(head=head, incidents=()), consents=(), **parts)
    tasks = () if due is None else (a_task(due=due), a_task(due=TODAY, state=TaskState.DONE))
    return replace(case, client=Client(full_name=name, address_current=address), tasks=tasks)


def codes(vault: Vault, view: View) -> str:
    with vault.begin() as db:
        ids = ordered_ids(db, view, worker=WORKER, today=TODAY)
        return "".join(line.code.removeprefix("GL-") for line in lines_of(db, ids))


@pytest.mark.parametrize(
    ("order", "up", "down"),
    [
        ("code", "123456", "654321"),
        ("name", "253614", "163524"),  # by the last word: An Ăn Ân Ước
        ("opened", "231654", "456132"),
        ("status", "413625", "526314"),
        ("due", "312456", "136542"),
        ("urgent", "631245", "631245"),
        ("owner", "312456", "654213"),  # Khác before the others
    ],
)
def test_a_list_is_ordered_with_the_empty_at_its_end(
    office: Vault, order: str, up: str, down: str
) -> None:
    assert codes(office, View(order=order)) == up
    assert codes(office, View(order=order, descending=True)) == down


def test_communes_are_ordered_by_their_names(office: Vault) -> None:
    assert codes(office, View(order="commune"))[0] == "2"  # Ia Grai before Pleiku
    assert codes(office, View(order="commune", descending=True))[-1] == "2"


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View(status=OPEN), "136"),
        (View(with_voided=False), "12346"),
        (View(mine=True), "12456"),
        (View(overdue=True), "3"),
        (View(urgent=True), "6"),
        (View(commune=IA_GRAI.commune), "2"),
        (View(owner="Khác"), "3"),
        (View(owner="Không ai"), ""),
        (View(text="thi uoc"), "16"),
        (View(text="thi", order="name", descending=True), "16352"),
        (View(text="thi", status=OPEN, order="due"), "316"),
        (View(text="ăn"), "5236"),
        (View(text="gl-4"), "4"),
        (View(text="không có ai"), ""),
        (View(text="không có ai", order="name"), ""),
        (View(text='"'), ""),
        (View(text=" "), "123456"),
        (View(status=OPEN, mine=True, order="name"), "61"),
    ],
)
def test_a_view_shows_what_it_says(office: Vault, view: View, expected: str) -> None:
    assert "".join(sorted(codes(office, view))) == "".join(sorted(expected))
    if view.order != "code" or not view.text.strip():
        assert codes(office, view) == expected


def test_those_that_match_to_the_letter_come_first(office: Vault) -> None:
    assert codes(office, View(text="ăn"))[0] == "5"


def test_a_line_shows_what_the_case_says(office: Vault) -> None:
    with office.begin() as db:
        ids = ordered_ids(db, View(), worker=WORKER, today=TODAY)
        first, *_, last = lines_of(db, ids)
        assert lines_of(db, ("nobody", ids[3]))[0].name is None
    assert (first.code, first.name, first.status) == ("GL-1", "Trần Thị Ước", OPEN)
    assert (first.next_due, first.opened_on) == (date(2025, 9, 20), date(2025, 9, 3))
    assert first.commune is not None
    assert "Pleiku" in first.commune
    assert (first.urgent, last.urgent) == (False, True)
    assert "Mẫu" not in repr(first)
    assert first.as_json()["client_code"] == "GL-1"


def test_the_cases_of_each_state_are_counted(office: Vault) -> None:
    with office.begin() as db:
        found = counts_by_status(db)
    assert found == {OPEN: 3, HOLD: 1, DRAFT: 1, CaseStatus.VOIDED: 1}


def test_open_tasks_come_by_day(office: Vault) -> None:
    with office.begin() as db:
        assert [(task.code, task.due) for task in open_tasks(db)] == [
            ("GL-3", date(2025, 9, 10)),
            ("GL-1", date(2025, 9, 20)),
        ]


def test_a_list_follows_a_change(vault: Vault) -> None:
    saved = save(vault, a_line("GL-1", "Trần Thị Mẫu", OPEN, TODAY, due=date(2025, 9, 1)))
    done = tuple(replace(task, state=TaskState.DONE) for task in saved.tasks)
    client = replace(saved.client, full_name="Lê Thị Thử", address_current=IA_GRAI)
    save(vault, replace(saved, client=client, tasks=done), at=later(1))
    with vault.begin() as db:
        (line,) = lines_of(db, (saved.head.id,))
        assert open_tasks(db) == ()
    assert (line.name, line.next_due) == ("Lê Thị Thử", None)
    assert codes(vault, View(commune=IA_GRAI.commune)) == "1"


def test_every_order_is_read_from_its_index_alone(office: Vault) -> None:
    with office.begin() as db:
        for column in ORDERS.values():
            indexed = f"SELECT id FROM cases INDEXED BY {list_index(column)}"  # noqa: S608
            order = ", ".join(dict.fromkeys((column, "code")))
            query = f"{indexed} WHERE {column} IS NOT NULL ORDER BY {order}"
            (step,) = db.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}").all()
            assert "COVERING INDEX" in step[3]


def test_the_workers_and_communes_of_the_cases_are_known(office: Vault) -> None:
    with office.begin() as db:
        assert set(owners(db)) == {WORKER, "Khác"}
        assert set(communes_of_cases(db)) == {"23575", IA_GRAI.commune}
