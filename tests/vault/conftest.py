"""A real encrypted vault, made once, for each test to copy."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from gbvcase.sealing.slots import FLOOR
from gbvcase.vault import files
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
