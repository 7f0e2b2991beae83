"""A real encrypted vault, made once, for each test to copy."""

import os
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

import pytest

from gbvcase.sealing import slots
from gbvcase.sealing.slots import FLOOR, Cost
from gbvcase.vault import files, upgrade
from gbvcase.vault.vault import Vault

PASSWORD = "một mật khẩu của không ai"


@pytest.fixture(scope="session")
def empty_cabinet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a vault in which nothing was written yet; not to be changed."""
    folder = tmp_path_factory.mktemp("empty") / "cabinet"
    vault, number = Vault.create(folder, PASSWORD, cost=FLOOR)
    vault.lock()
    (folder / files.BALLAST).unlink()  # 32 MiB less to copy
    (folder.parent / "number").write_text(number, encoding="ascii")
    return folder


@pytest.fixture(scope="session")
def recovery_number(empty_cabinet: Path) -> str:
    """The number on paper of that vault."""
    return (empty_cabinet.parent / "number").read_text(encoding="ascii")


@pytest.fixture
def cabinet(empty_cabinet: Path, tmp_path: Path) -> Path:
    """A vault's folder of one's own, locked."""
    return Path(shutil.copytree(empty_cabinet, tmp_path / "cabinet"))


@pytest.fixture
def vault(cabinet: Path) -> Iterator[Vault]:
    """A vault of one's own, open."""
    opened = Vault.open(cabinet, PASSWORD)
    yield opened
    opened.lock()


def quick_stretch(password: bytes, salt: bytes, cost: Cost) -> bytearray:
    """A key in no time, where something else than the password is tested many times."""
    del cost
    return bytearray(sha256(password + salt).digest())


def make_quick(patch: pytest.MonkeyPatch) -> None:
    """Take no time for a key, and only the first step: keys and crashes know no cases."""
    first = upgrade.steps_of()[:1]
    patch.setattr(slots, "stretch", quick_stretch)
    patch.setattr(upgrade, "steps_of", lambda folder=upgrade.STEPS: first)


@pytest.fixture(scope="session")
def quick_empty_cabinet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as the empty cabinet, for a key that takes no time."""
    folder = tmp_path_factory.mktemp("quick") / "cabinet"
    with pytest.MonkeyPatch.context() as patch:
        make_quick(patch)
        vault, _ = Vault.create(folder, PASSWORD, cost=FLOOR)
        vault.lock()
    (folder / files.BALLAST).unlink()
    return folder


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Open and change vaults in no time."""
    make_quick(monkeypatch)


@pytest.fixture
def quick_path(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: a flush costs nothing there, and is counted here."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder inside it is ours alone
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    folder = Path(mkdtemp(dir=memory))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def quick_cabinet(quick: None, quick_empty_cabinet: Path, quick_path: Path) -> Path:
    """A vault's folder of one's own that opens in no time."""
    return Path(shutil.copytree(quick_empty_cabinet, quick_path / "quick"))
