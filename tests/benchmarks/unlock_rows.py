"""How fast a cabinet opens beyond the stretching of its password, which is slow on purpose."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from gbvcase.casework.cases import lines, list_cases
from gbvcase.casework.desk import Profile
from gbvcase.casework.tasks import due_tasks
from gbvcase.casework.upkeep import create_cabinet, open_desk
from gbvcase.domain.codes import ProviderType, Role
from gbvcase.sealing.slots import FLOOR, stretch
from gbvcase.vault.lists import View
from tests.benchmarks.vault_rows import fill

Row = tuple[str, str, float, float, str]
TIMES = 5
PASSWORD = "sáu từ không của ai"
PROFILE = Profile(
    worker="Lan (mẫu)",
    role=Role.CASEWORKER,
    agency=ProviderType.of("social_work_centre"),
    office="Văn phòng mẫu",
)


def rows(sizes: Sequence[int] = (1_000, 20_000, 100_000)) -> Iterator[Row]:
    """Open cabinets of several sizes up to what the start page and the list show."""
    for size in sizes:
        with TemporaryDirectory() as folder:
            cabinet = Path(folder) / "1"
            desk, _ = create_cabinet(cabinet, PROFILE, PASSWORD, cost=FLOOR)
            fill(desk.vault, size)
            desk.vault.lock()
            opened, stretched = [], []
            for _ in range(TIMES):
                stretched.append(_stretching())
                opened.append(_opening(cabinet))
            beyond = median(opened) - median(stretched)
            told = f"{size:,} cases: {beyond:.2f} s, Argon2 {median(stretched):.2f} s"
            yield ("unlock to the start page, without Argon2", "0.6 s", beyond / 0.6, 1.0, told)


def _stretching() -> float:
    start = perf_counter()
    stretch(PASSWORD.encode(), bytes(16), FLOOR)
    return perf_counter() - start


def _opening(cabinet: Path) -> float:
    start = perf_counter()
    desk = open_desk(cabinet, PASSWORD)
    due_tasks(desk)
    lines(desk, list_cases(desk, View())[:50])
    taken = perf_counter() - start
    desk.vault.lock()
    return taken
