"""A real, encrypted cabinet for each test to copy, and a desk whose clock stands still."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from gbvcase.casework.desk import Desk, Profile
from gbvcase.casework.upkeep import create_cabinet, open_desk
from gbvcase.domain.codes import ProviderType, Role
from gbvcase.sealing.slots import FLOOR

PASSWORD = "la mo xanh be cau thu"
NOW = datetime(2025, 9, 15, 9, 0, tzinfo=timezone(timedelta(hours=7)))
PROFILE = Profile(
    worker="Lan (mẫu)",
    role=Role.CASEWORKER,
    agency=ProviderType.of("social_work_centre"),
    office="Văn phòng mẫu",
    commune="23602",
)


@pytest.fixture(scope="session")
def made_cabinet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cabinet") / "1"
    desk, _ = create_cabinet(folder, PROFILE, PASSWORD, cost=FLOOR)
    desk.vault.lock()
    return folder


@pytest.fixture
def cabinet(made_cabinet: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "cabinet"
    shutil.copytree(made_cabinet, folder)
    return folder


@pytest.fixture
def desk(cabinet: Path) -> Iterator[Desk]:
    opened = open_desk(cabinet, PASSWORD)
    yield Desk(opened.vault, opened.profile, lambda: NOW)
    opened.vault.lock()
