"""How fast a cabinet opens: against the stretching of its password, which is slow on purpose,
and the opening of its file by the driver alone."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

from gbvcase.casework.cases import lines, list_cases
from gbvcase.casework.tasks import due_tasks
from gbvcase.casework.upkeep import open_desk
from gbvcase.sealing.slots import FLOOR, stretch
from gbvcase.vault import engine
from gbvcase.vault.lists import View
from tests.benchmarks.cabinets import PASSWORD, a_cabinet
from tests.benchmarks.measure import Row, compared, timed, within

TIMES = 9
SHOWN = 50
connect = engine.connect


def rows(sizes: Sequence[int] = (1_000, 20_000, 100_000)) -> Iterator[Row]:
    """Open cabinets of several sizes up to what the start page and the list show."""
    for size in sizes:
        with a_cabinet(size) as folder:
            yield from opening(folder, f"{size:,} cases")


def opening(folder: Path, size: str) -> Iterator[Row]:
    """Open a cabinet and its file alone by turns."""
    seen: list[tuple[Path, bytes]] = []

    def noticed(path: Path, key: Any, **more: Any) -> Any:
        seen.append((path, bytes(key)))
        return connect(path, key, **more)

    with patch.object(engine, "connect", noticed):
        open_desk(folder, PASSWORD).vault.lock()
    path, key = seen[0]
    opened, stretched, raw, shown = [], [], [], []
    for _ in range(TIMES):
        stretched.append(timed(lambda: stretch(PASSWORD.encode(), bytes(16), FLOOR)))
        raw.append(timed(lambda: connect(path, key).close()))
        kept: list[Any] = []
        opened.append(timed(lambda: kept.append(open_desk(folder, PASSWORD))))  # noqa: B023
        shown.append(timed(lambda: _start_page(kept[0])))  # noqa: B023
        kept[0].vault.lock()
    bound = median(stretched) + median(raw)
    yield compared("unlock", median(opened), bound, "Argon2 (its floor) and SQLCipher", 1.5, size)
    beyond = median(opened) - median(stretched) + median(shown)
    yield within("unlock to the start page, without Argon2", beyond, 0.6, size)


def _start_page(desk: Any) -> None:
    due_tasks(desk)
    lines(desk, list_cases(desk, View())[:SHOWN])
