"""Where the cabinets of this computer's user lie; light, for the lock page reads it first."""

from pathlib import Path

from platformdirs import user_data_path

NEUTRAL = "Workbook"
"""The name of our folder: nothing that lies about on a computer says what it is for."""

PRACTICE = "0"
"""The practice cabinet: the others count from one."""


def cabinets_folder() -> Path:
    """Return the per-user folder that holds the cabinets: local, not roaming, not synced."""
    return user_data_path(NEUTRAL, appauthor=False, roaming=False)


def is_cabinet(folder: Path) -> bool:
    """Tell whether a folder holds a vault, or the remains of one that a copy can still open."""
    return (folder / "data.key").exists() or (folder / "data.key2").exists()


def is_stopped(folder: Path) -> bool:
    """Tell whether damage was met in a cabinet, so that it is not written any more."""
    return (folder / "data.stop").exists()


def cabinets(root: Path | None = None) -> tuple[Path, ...]:
    """Return the cabinets in our folder in the order of their names, damaged ones at the end."""
    home = root or cabinets_folder()
    if is_cabinet(home):
        return (home,)
    if not home.is_dir():
        return ()
    found = (entry for entry in home.iterdir() if _is_worked_in(entry))
    return tuple(sorted(found, key=lambda entry: (is_stopped(entry), entry.name)))


def _is_worked_in(entry: Path) -> bool:
    return entry.name != PRACTICE and entry.is_dir() and is_cabinet(entry)


def practice_folder(root: Path | None = None) -> Path:
    """Return the folder of the practice cabinet, which lies apart from those that are worked in."""
    return (root or cabinets_folder()) / PRACTICE


def next_cabinet(root: Path | None = None) -> Path:
    """Return the folder that a new cabinet would get: numbered, for a name would tell."""
    home = root or cabinets_folder()
    number = 1
    while (home / str(number)).exists():
        number += 1
    return home / str(number)


def is_place_code(code: str) -> bool:
    """Tell whether this is the code of a province or a commune of today's list."""
    from gbvcase.domain.codes import rows_of  # the lock page does not wait for the code lists

    names = ("provinces-2025.csv", "communes-2025.csv")
    return any(code == row["code"] for name in names for row in rows_of(name))
