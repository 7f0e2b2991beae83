"""Cabinets of many made-up cases: some are saved one by one, the others are copies of their rows.

A filled cabinet is kept under build/ for the next run; what is measured is a copy of it.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import sqlcipher3.dbapi2 as sqlcipher

from gbvcase.casework.desk import Desk, Profile
from gbvcase.casework.made_up import made_up_cases
from gbvcase.casework.upkeep import create_cabinet, open_desk
from gbvcase.domain.case import Case, CaseHead
from gbvcase.domain.codes import CaseStatus, ProviderType, Role
from gbvcase.domain.folding import heard, sort_key
from gbvcase.domain.interchange import case_from_json
from gbvcase.domain.numbers import draw_client_code
from gbvcase.sealing.slots import FLOOR
from gbvcase.vault import engine
from gbvcase.vault.kept_rows import quoted
from gbvcase.vault.records import save_case
from gbvcase.vault.search import exact_words_of, words_of
from gbvcase.vault.tables import KINDS
from tests.builders import NOW, WORKER

HOUSE = Path(__file__).parents[2]
HOME = HOUSE / "build" / "benchmarks"
PASSWORD = "sáu từ không của ai"
PROFILE = Profile(
    worker=WORKER,
    role=Role.CASEWORKER,
    agency=ProviderType.of("social_work_centre"),
    office="Văn phòng mẫu",
)
REAL = 1_000  # cases that are saved one by one
TODAY = date(2026, 11, 24)
FAMILIES = (
    *("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Bùi"),
    *("Đỗ", "Hồ", "Đinh", "Siu", "Ksor", "Nay", "Rmah"),
)
COMMON = (38, 11, 9, 7, 5, 4, 2, 2, 1, 1, 4, 5, 5, 3, 3)
MIDDLE = (
    *("Thị", "Văn", "Hồng", "Thu", "Ngọc", "Kim", "Minh", "Thanh"),
    *("Xuân", "Bích", "Mỹ", "Phương", "Đức", "Hữu", "Quang"),
)
GIVEN = (
    *("Lan", "Hoa", "Mai", "Đào", "Cúc", "Hạnh", "Hiền", "Hương", "Huệ"),
    *("Loan", "Nga", "Oanh", "Tâm", "Thảo", "Trang", "Vân", "Yến"),
)


@contextmanager
def a_cabinet(size: int) -> Iterator[Path]:
    """Give the folder of a cabinet with some cases, to be worked in and thrown away."""
    with TemporaryDirectory(dir=_kept(size).parent) as folder:
        place = Path(folder) / "1"
        shutil.copytree(_kept(size), place)
        yield place


@contextmanager
def a_desk(size: int) -> Iterator[Desk]:
    """Give an open desk with some cases."""
    with a_cabinet(size) as folder:
        desk = open_desk(folder, PASSWORD)
        try:
            yield desk
        finally:
            desk.vault.lock()


def documents(number: int, seed: int) -> list[dict[str, Any]]:
    """Return the documents of made-up cases."""
    return [made.document for made in made_up_cases(number, seed, TODAY)]


def a_case(document: dict[str, Any]) -> Case:
    """Return a case of an open file."""
    code = draw_client_code(2026)
    head = CaseHead(code=code, status=CaseStatus.OPEN, opened_on=TODAY, owner=WORKER)
    return replace(case_from_json(document), head=head)


def _kept(size: int) -> Path:
    # a cabinet of an earlier structure would have other columns
    structure = b"".join(
        path.read_bytes() for path in sorted((HOUSE / "gbvcase/vault/steps").glob("*.sql"))
    )
    mark = sha256(structure + Path(__file__).read_bytes()).hexdigest()[:12]
    place = HOME / f"{size}-{mark}"
    if not place.exists():
        made = HOME / "in-making"
        shutil.rmtree(made, ignore_errors=True)
        HOME.mkdir(parents=True, exist_ok=True)
        for old in HOME.glob(f"{size}-*"):
            shutil.rmtree(old)
        fill(made / "1", size)
        made.rename(place)
    return place / "1"


def fill(folder: Path, size: int) -> None:
    """Make a cabinet, save some cases, and copy their rows under new numbers and names."""
    seen: list[tuple[Path, bytes]] = []

    def noticed(path: Path, key: Any, **more: Any) -> Any:
        seen.append((path, bytes(key)))
        return connect(path, key, **more)

    connect = engine.connect
    with patch.object(engine, "connect", noticed):
        desk, _ = create_cabinet(folder, PROFILE, PASSWORD, cost=FLOOR)
    with desk.vault.begin() as db:
        for document in documents(min(size, REAL), 1):
            save_case(db, a_case(document), by=WORKER, unit=PROFILE.office, at=NOW)
    desk.vault.lock()
    path, key = seen[0]
    # in a process of its own: what wipes each piece of memory cannot be turned off in this one
    helper = get_context("spawn").Process(target=_multiply, args=(path, key, size // REAL))
    helper.start()
    helper.join()
    assert helper.exitcode == 0


HASTE = (
    "journal_mode = MEMORY",
    "synchronous = OFF",
    "cache_size = -2000000",
    "foreign_keys = OFF",
)


def _multiply(path: Path, key: bytes, copies: int) -> None:
    plain = sqlcipher.connect(str(path), isolation_level=None)
    plain.execute(f"PRAGMA key = \"x'{key.hex()}'\"").fetchall()
    for pragma in HASTE:  # in memory: a power cut would only cost the benchmark
        plain.execute(f"PRAGMA {pragma}").fetchall()
    plain.execute("BEGIN")
    _copy_all(plain, copies)
    plain.execute("COMMIT")
    plain.execute("PRAGMA journal_mode = WAL").fetchall()
    plain.close()


def _copy_all(plain: Any, copies: int) -> None:
    random = Random(2)  # noqa: S311 - made-up people need no secrecy
    first = {table: _read(plain, table) for table in _TABLES}
    words = plain.execute(
        "SELECT case_id, words, case_words.exact, code, list_name FROM case_words"
        " JOIN cases ON id = case_id JOIN case_index ON case_index.rowid = number"
    ).fetchall()
    number, taken = len(words), {row[3] for row in words}
    for copy in range(1, copies):
        ids = {row[0]: f"{row[0][:26]}{copy:06x}" for row in words}
        codes = {row[3]: _free_code(taken, 2020 + copy % 7) for row in words}
        names = {row[0]: _name(random) for row in words}
        for table, (columns, rows) in first.items():
            _copy(plain, table, columns, rows, ids, codes, names)
        found, indexed = [], []
        for row in words:
            number += 1
            case_id, folded, exact, code, name = row
            said = [(code, codes[code]), *([(name, names[case_id])] if name else [])]
            texts = _reworded(folded, exact, said)
            found.append((number, ids[case_id], texts[1]))
            indexed.append((number, *texts))
        query = "INSERT INTO case_words (number, case_id, exact) VALUES (?, ?, ?)"
        plain.executemany(query, found)
        query = "INSERT INTO case_index (rowid, words, exact) VALUES (?, ?, ?)"
        plain.executemany(query, indexed)


_TABLES = (*(kind.table for kind in KINDS), "counted", "revisions")
_OF_CASE = frozenset({"case_id", "record_id"})


def _free_code(taken: set[str], year: int) -> str:
    while (code := draw_client_code(year)) in taken:
        pass
    taken.add(code)
    return code


def _name(random: Random) -> str:
    family = random.choices(FAMILIES, COMMON)[0]
    return f"{family} {random.choice(MIDDLE)} {random.choice(GIVEN)} Mẫu"


def _reworded(folded: str, exact: str, said: list[tuple[str, str]]) -> tuple[str, str]:
    for was, now in said:
        folded = _replaced(folded, words_of(was), words_of(now))
        exact = _replaced(exact, exact_words_of(was), exact_words_of(now))
    return folded, exact


def _replaced(text: str, was: list[str], now: list[str]) -> str:
    return text.replace(" ".join(was), " ".join(now))


def _read(plain: Any, table: str) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    info = plain.execute(f"PRAGMA table_info({table})").fetchall()
    columns = tuple(row[1] for row in info if row[1] != "number")
    return columns, plain.execute(f"SELECT {quoted(columns)} FROM {table}").fetchall()


def _copy(
    plain: Any,
    table: str,
    columns: tuple[str, ...],
    rows: list[tuple[Any, ...]],
    ids: dict[str, str],
    codes: dict[str, str],
    names: dict[str, str],
) -> None:
    place = {column: position for position, column in enumerate(columns)}
    number_of = place["id"] if table == "cases" else place["case_id"]
    renamed = [place[column] for column in ("full_name", "list_name") if column in place]
    at_ids = [place[column] for column in _OF_CASE if column in place] + [number_of]
    fresh = []
    for row in rows:
        values = list(row)
        case_id = row[number_of]
        for at in at_ids:
            values[at] = ids.get(row[at], row[at])
        if "code" in place:
            values[place["code"]] = codes[row[place["code"]]]
        if "client" in place:
            values[place["client"]] = ids[case_id]
        if "referral_no" in place and row[place["referral_no"]]:
            values[place["referral_no"]] = f"{row[place['referral_no']]}{ids[case_id][26:]}"
        for at in renamed:
            values[at] = row[at] and names[case_id]
        if "list_name_key" in place and row[place["list_name_key"]]:
            values[place["list_name_key"]] = sort_key(names[case_id])
        if "list_heard" in place and row[place["list_heard"]]:
            values[place["list_heard"]] = heard(names[case_id])
        fresh.append(values)
    marks = ", ".join("?" * len(columns))
    plain.executemany(f"INSERT INTO {table} ({quoted(columns)}) VALUES ({marks})", fresh)
