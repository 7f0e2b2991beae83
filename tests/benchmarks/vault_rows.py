"""How fast the vault is, as ratios to the same work in plain SQL on the same encrypted file.

A row is (job, bound, ratio, at most, what was measured). `python -m tests.benchmarks` prints them;
so does this module by itself.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from sqlalchemy import Connection

from gbvcase.casework.made_up import made_up_cases
from gbvcase.domain.case import Case, CaseHead
from gbvcase.domain.codes import CaseStatus
from gbvcase.domain.interchange import case_from_json
from gbvcase.sealing.slots import FLOOR
from gbvcase.vault.answers import countable_answers
from gbvcase.vault.drafts import Draft, keep
from gbvcase.vault.kept_rows import driver, quoted
from gbvcase.vault.lists import View, lines_of, ordered_ids
from gbvcase.vault.records import case_ids, load_case, save_case
from gbvcase.vault.tables import KINDS
from gbvcase.vault.vault import Vault
from tests.builders import NOW, WORKER

Row = tuple[str, str, float, float, str]
Work = Callable[[Connection], object]

REAL = 250  # cases that are saved one by one; the others are copies of their rows
TODAY = date(2026, 11, 24)
TYPED = ("n", "ng", "nguyen", "nguyễn t", "tran thi mau", "h", "gl-20", "zz", "0", "khong co ai")
PAGE = 256
TIMES = 15


def rows(sizes: Sequence[int] = (1_000, 20_000, 100_000)) -> Iterator[Row]:
    """Measure everything and yield a row for each job."""
    for size in sizes:
        with TemporaryDirectory() as folder:
            vault, _ = Vault.create(Path(folder) / "cabinet", "sáu từ không của ai", cost=FLOOR)
            fill(vault, size)
            vault.lock()
            vault = Vault.open(Path(folder) / "cabinet", "sáu từ không của ai")
            yield from measured(vault, f"{size:,} cases")
            vault.lock()


def a_case(number: int, document: dict[str, Any]) -> Case:
    head = CaseHead(code=f"GL-2026-{number:06}", status=CaseStatus.OPEN, opened_on=TODAY)
    return replace(case_from_json(document), head=replace(head, owner=WORKER))


def fill(vault: Vault, size: int) -> None:
    """Save some cases, and copy their rows until there are enough."""
    documents = [made.document for made in made_up_cases(REAL, 1, TODAY)]
    with vault.begin() as db:
        for number, document in enumerate(documents):
            save_case(db, a_case(number, document), by=WORKER, unit="Văn phòng mẫu", at=NOW)
    with vault.begin() as db:
        for table in (*(kind.table for kind in KINDS), "incident_answers", "revisions"):
            copy_rows(db, table, size // REAL)
        plain = driver(db)
        words = plain.execute(
            "SELECT case_id, words, exact FROM case_words"
            " JOIN case_index ON case_index.rowid = number"
        ).fetchall()
        number = len(words)
        for copy in range(1, size // REAL):
            for case_id, folded, exact in words:
                number += 1
                row = (number, f"{case_id}-{copy}")
                plain.execute("INSERT INTO case_words (number, case_id) VALUES (?, ?)", row)
                row = (number, folded, exact)
                plain.execute("INSERT INTO case_index (rowid, words, exact) VALUES (?, ?, ?)", row)


def copy_rows(db: Connection, table: str, copies: int) -> None:
    ids = {"id", "case_id", "owner_id", "incident_id", "record_id", "code", "referral_no", "client"}
    info = driver(db).execute(f"PRAGMA table_info({table})").fetchall()
    columns = tuple(row[1] for row in info if row[1] != "number")
    first = driver(db).execute(f"SELECT {quoted(columns)} FROM {table}").fetchall()
    named = [column in ids for column in columns]
    marks = ", ".join("?" * len(columns))
    insert = f"INSERT INTO {table} ({quoted(columns)}) VALUES ({marks})"
    for copy in range(1, copies):
        driver(db).executemany(
            insert,
            (
                [
                    f"{value}-{copy}" if is_id and value is not None else value
                    for value, is_id in zip(row, named, strict=True)
                ]
                for row in first
            ),
        )


def measured(vault: Vault, size: str) -> Iterator[Row]:
    with vault.begin() as db:
        ids = case_ids(db)
    ids = ids[:: max(1, len(ids) // 200)]
    yield ratio("open a case", opening(ids), plain_opening(ids), 2, vault, size)
    yield ratio("save a change", saving(ids, vault), plain_saving(ids, vault), 2, vault, size)
    yield within("open a case", opening(ids), 0.3, vault, size)
    yield within("save a change", saving(ids, vault), 0.3, vault, size)
    yield within("write a draft", drafting(), 0.02, vault, size)
    for text in TYPED:
        view = View(text=text)
        yield within(f"search “{text}”", showing(view), 0.15, vault, size)
    yield within("open the list", showing(View()), 0.5, vault, size)
    plain = "SELECT id FROM cases ORDER BY {}, code"
    for order, column in (("name", "list_name_key"), ("due", "list_next_due")):
        view = View(order=order)
        yield ratio(f"order by {order}", ordering(view), sql(plain, column), 1.5, vault, size)
        yield within(f"order by {order}", showing(view), 0.4, vault, size)
    mine = View(order="name", mine=True, with_voided=False)
    yield within("order a filtered list", showing(mine), 0.4, vault, size)
    first, last = date(2000, 1, 1), date(2100, 1, 1)
    yield ratio(
        "read what may be counted",
        lambda db: list(countable_answers(db, first, last)),
        plain_counting,
        1.5,
        vault,
        size,
    )


def plain_counting(db: Connection) -> object:
    query = "SELECT client, answers FROM incident_answers ORDER BY client"
    return [json.loads(answers) for _, answers in driver(db).execute(query)]


def opening(ids: Sequence[str]) -> Work:
    turn = iter(ids * TIMES)
    return lambda db: load_case(db, next(turn))


def plain_opening(ids: Sequence[str]) -> Work:
    turn = iter(ids * TIMES)

    def work(db: Connection) -> object:
        case_id, found = next(turn), []
        for kind in KINDS:
            key = "id" if kind.table == "cases" else "case_id"
            query = f"SELECT * FROM {kind.table} WHERE {key} = ?"
            found += driver(db).execute(query, (case_id,)).fetchall()
        return found

    return work


def saving(ids: Sequence[str], vault: Vault) -> Work:
    with vault.begin() as db:
        cases = [load_case(db, case_id) for case_id in ids[: TIMES + 1]]
    turn = iter(enumerate(cases * 2))

    def work(db: Connection) -> object:
        number, case = next(turn)
        client = replace(case.client, full_name=f"Đỗ Thị Thử {number}")
        return save_case(db, replace(case, client=client), by=WORKER, unit="", at=NOW)

    return work


def plain_saving(ids: Sequence[str], vault: Vault) -> Work:
    """The same rows read and written by hand: the case, the history, the index."""
    read = plain_opening(ids)
    turn = iter(enumerate(ids * TIMES))

    def work(db: Connection) -> object:
        read(db)
        number, case_id = next(turn)
        name, plain = f"Lê Thị Thử {number}", driver(db)
        plain.execute(
            "UPDATE clients SET full_name = ?, revision = revision + 1, updated_at = ?,"
            " updated_by = ? WHERE case_id = ?",
            (name, NOW.isoformat(), WORKER, case_id),
        )
        key = name.encode()
        plain.execute(
            "UPDATE cases SET list_name = ?, list_name_key = ? WHERE id = ?", (name, key, case_id)
        )
        plain.execute(
            "INSERT INTO revisions (saving, case_id, record_table, record_id, revision, at,"
            ' "by", what, replaced) VALUES (1, ?, ?, ?, 2, ?, ?, ?, ?)',
            (case_id, "clients", case_id, NOW.isoformat(), WORKER, "changed", "x" * 1500),
        )
        query = (
            "SELECT number, words, exact FROM case_words"
            " JOIN case_index ON case_index.rowid = number"
        )
        row, words, exact = plain.execute(f"{query} WHERE case_id = ?", (case_id,)).fetchone()
        plain.execute("DELETE FROM case_index WHERE rowid = ?", (row,))
        insert = "INSERT INTO case_index (rowid, words, exact) VALUES (?, ?, ?)"
        plain.execute(insert, (row, f"{words} thu", exact))
        query = "SELECT * FROM incident_answers WHERE case_id = ?"
        return plain.execute(query, (case_id,)).fetchall()

    return work


def drafting() -> Work:
    draft = Draft(form="intake", values={str(n): "Lời kể mẫu. " * 10 for n in range(40)})
    return lambda db: keep(db, draft, NOW)


def ordering(view: View) -> Work:
    return lambda db: ordered_ids(db, view, worker=WORKER, today=TODAY)


def showing(view: View) -> Work:
    def work(db: Connection) -> object:
        ids = ordered_ids(db, view, worker=WORKER, today=TODAY)
        return lines_of(db, ids[:PAGE])

    return work


def sql(query: str, column: str) -> Work:
    return lambda db: driver(db).execute(query.format(column)).fetchall()


def seconds(vault: Vault, work: Work, times: int = TIMES) -> float:
    """Return the usual time of a transaction in which some work is done."""
    taken = []
    for _ in range(times):
        start = perf_counter()
        with vault.begin() as db:
            work(db)
        taken.append(perf_counter() - start)
    return median(taken)


def ratio(job: str, work: Work, bound: Work, most: float, vault: Vault, size: str) -> Row:
    ours, plain = seconds(vault, work), seconds(vault, bound)
    told = f"{size}: {ours * 1000:.1f} ms, plain {plain * 1000:.1f} ms"
    return (job, "the same in plain SQL", ours / plain, most, told)


def within(job: str, work: Work, limit: float, vault: Vault, size: str) -> Row:
    ours = seconds(vault, work, 5)
    return (job, f"{limit:g} s", ours / limit, 1, f"{size}: {ours * 1000:.1f} ms")


if __name__ == "__main__":
    for one in rows():
        print(f"{one[0]:28} {one[1]:24} {one[2]:6.2f} of {one[3]:<5} {one[4]}")
