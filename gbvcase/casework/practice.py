"""A cabinet of made-up people to practise in; it lies apart and can never be mixed with work."""

import shutil
from dataclasses import replace
from pathlib import Path

from gbvcase.casework.cabinets import is_cabinet, practice_folder
from gbvcase.casework.demo import OFFICE, PASSWORD, make_office
from gbvcase.casework.desk import Desk, Progress, unheard
from gbvcase.casework.upkeep import open_desk

PEOPLE = 30
SEED = 7


def open_practice(root: Path | None = None, progress: Progress = unheard) -> Desk:
    """Open the practice cabinet, and make it first if there is none yet."""
    folder = practice_folder(root)
    if is_cabinet(folder):
        return open_desk(folder, PASSWORD)
    office = replace(OFFICE, is_practice=True)
    return make_office(folder, cases=PEOPLE, seed=SEED, office=office, progress=progress)


def reset_practice(root: Path | None = None) -> None:
    """Throw the practice cabinet away; the next opening makes a fresh one. It must be locked."""
    folder = practice_folder(root)
    if folder.exists():
        shutil.rmtree(folder)
