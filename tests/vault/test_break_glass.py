"""Catalogue row R02: a cabinet is opened without this program, by the steps of SECURITY.md.

The programs that stand there are taken out of the page and run as they are, by Python alone, with
the `age` command and another engine. Nothing of ours is loaded in them.
"""

import json
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import apsw
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gbvcase.sealing.slots import FLOOR
from gbvcase.vault.vault import Vault
from tests.builders import a_case
from tests.vault.conftest import PASSWORD
from tests.vault.keeping import save

PAGE = Path(__file__).parents[2] / "SECURITY.md"
NAME = "Quỷnhxươz Thửvàng"
AGE = pytest.mark.skipif(
    shutil.which("age") is None, reason="no age command: packaging/set_up.sh test installs it"
)
VECTOR = "000187-096305-192423-288541-384659-480777-576895-673013-435413"
IDENTITY = "AGE-SECRET-KEY-1ENMVHQSKSF4GLSNHW9UCEK2FHR5HWLLJA5WJ5DCA4F6SD25RAUNQ6WJJXQ"
"""Of section 10 of the design."""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with the two programs of the page."""
    text = PAGE.read_text(encoding="utf-8")
    section = text.split("## Opening a cabinet without this program")[1].split("\n## ")[0]
    unlock, rows = re.findall(r"```python\n(.*?)```", section, re.DOTALL)
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "unlock.py").write_text(unlock, encoding="utf-8")
    (folder / "rows.py").write_text(rows, encoding="utf-8")
    assert "gbvcase" not in unlock + rows
    return folder


Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(place: Path) -> Run:
    def started(name: str, *words: object, typed: str = "") -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-X", "utf8", "-I", name, *map(str, words)],
            cwd=place,
            input=typed,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return started


def in_our_engine(folder: Path, password: str) -> dict[str, int]:
    """Return how many rows each table has, read by the program itself."""
    vault = Vault.open(folder, password)
    try:
        with vault.begin() as db:
            query = (
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
            )
            names = db.exec_driver_sql(query).scalars().all()
            return {
                name: db.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()  # noqa: S608
                for name in names
            }
    finally:
        vault.lock()


def read_by_others(run: Run, folder: Path, number: str) -> list[list[object]]:
    unlocked = run("unlock.py", folder, typed=number + "\n")
    assert unlocked.returncode == 0, unlocked.stderr
    read = run("rows.py", *unlocked.stdout.split())
    assert read.returncode == 0, read.stderr
    return [json.loads(line) for line in read.stdout.splitlines()]


@AGE
def test_by_the_written_steps_alone_every_row_is_read(
    vault: Vault, cabinet: Path, recovery_number: str, run: Run
) -> None:
    for number in range(30):
        case = a_case(full_name=f"{NAME} {number}")
        save(vault, replace(case, head=replace(case.head, code=f"GL-{number}")))
    vault.lock()
    rows = read_by_others(run, cabinet, recovery_number)
    counted: dict[str, int] = {}
    for name, *_ in rows:
        counted[str(name)] = counted.get(str(name), 0) + 1
    ours = {name: count for name, count in in_our_engine(cabinet, PASSWORD).items() if count}
    assert ours["cases"] == 30
    same = {name for name in ours if name not in ("journal", "settings", "meta")}
    assert {name: counted.get(name) for name in same} == {name: ours[name] for name in same}
    told = {str(value) for row in rows for value in row}
    assert {f"{NAME} {number}" for number in range(30)} <= told
    assert {path.name for path in cabinet.iterdir()} >= {"data.key", "data.key2"}


@AGE
def test_the_same_paper_opens_it_after_a_new_password(
    vault: Vault, cabinet: Path, recovery_number: str, run: Run
) -> None:
    save(vault, a_case(full_name=NAME))
    vault.change_password("another password of nobody", cost=FLOOR)
    vault.lock()
    rows = read_by_others(run, cabinet, recovery_number)
    assert NAME in {str(value) for row in rows for value in row}


@AGE
@pytest.mark.parametrize("place_of_fault", [0, 9, 30, 61])
def test_a_mistyped_number_is_said_to_be_mistyped(
    cabinet: Path, recovery_number: str, run: Run, place_of_fault: int
) -> None:
    digit = recovery_number[place_of_fault]
    wrong = str((int(digit) + 1) % 10) if digit.isdigit() else "1"
    typed = recovery_number[:place_of_fault] + wrong + recovery_number[place_of_fault + 1 :]
    told = run("unlock.py", cabinet, typed=typed + "\n")
    assert told.returncode != 0
    assert "mistyped" in told.stderr
    assert told.stdout == ""


@AGE
def test_the_paper_of_another_cabinet_opens_nothing(cabinet: Path, run: Run) -> None:
    told = run("unlock.py", cabinet, typed=VECTOR + "\n")
    assert told.returncode != 0
    assert told.stdout == ""


def test_the_written_steps_make_the_key_of_the_design(place: Path) -> None:
    program = (place / "unlock.py").read_text(encoding="utf-8").split("raw = ")[0]
    shown = subprocess.run(
        [sys.executable, "-I", "-c", f"{program}\nprint(identity)", "."],
        input=VECTOR + "\n",
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout.strip() == IDENTITY


def by_password(folder: Path, password: str) -> bytes:
    """Derive the key of the database from the password, with nothing of ours."""
    raw = (folder / "data.key").read_bytes()
    body = json.loads(raw[12 : 12 + int.from_bytes(raw[8:12], "big")])
    vault = bytes.fromhex(body["vault_id"])
    (slot,) = [one for one in body["slots"] if one["type"] == "password"]
    kdf, wrap = slot["kdf"], slot["wrap"]
    salt, own = bytes.fromhex(kdf["salt"]), bytes.fromhex(slot["id"])
    typed = unicodedata.normalize("NFKC", password).encode()
    stretched = Argon2id(
        salt=salt, length=32, iterations=kdf["t"], lanes=kdf["p"], memory_cost=kdf["m"]
    ).derive(typed)

    def derived(secret: bytes, with_salt: bytes, info: bytes) -> bytes:
        return HKDF(SHA256(), 32, with_salt, info).derive(secret)

    assert derived(stretched, salt, b"cv1/commit" + vault + own).hex() == slot["commit"]
    kek = derived(stretched, salt, b"cv1/kek" + vault + own)
    bare = slot | {"wrap": {name: wrap[name] for name in wrap if name != "ct"}}
    told = json.dumps(bare, sort_keys=True, separators=(",", ":")).encode()
    nonce, sealed = bytes.fromhex(wrap["nonce"]), bytes.fromhex(wrap["ct"])
    root = AESGCMSIV(kek).decrypt(nonce, sealed, b"cv1/slot\0" + vault + told)
    return derived(root, vault, b"cv1/db" + int(body["gen"]).to_bytes(4, "big"))


def test_by_the_password_another_program_reads_it_too(vault: Vault, cabinet: Path) -> None:
    save(vault, a_case(full_name=NAME))
    vault.lock()
    (path,) = cabinet.glob("*.db")
    other = apsw.Connection(str(path))
    other.pragma("cipher", "sqlcipher")
    other.pragma("legacy", 4)
    other.pragma("key", f"raw:{by_password(cabinet, PASSWORD).hex()}")
    assert other.execute("SELECT count(*) FROM cases").fetchall() == [(1,)]
    other.close()
