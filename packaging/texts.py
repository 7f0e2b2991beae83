"""Collects the texts of the program for translation; the program reads the file as it is."""

import subprocess
from pathlib import Path

HOUSE = Path(__file__).parent.parent
TRANSLATIONS = HOUSE / "resources/translations"
OURS = TRANSLATIONS / "gbvcase_vi.ts"


def collect(target: Path = OURS) -> None:
    """Bring the list of texts up to date with the code; new ones are marked unfinished."""
    subprocess.run(
        [
            *(_tool("lupdate"), "-tr-function-alias", "tr+=mark,tr+=say"),
            *("-locations", "none", "-no-obsolete", "-extensions", "py"),
            *("-source-language", "en", "-target-language", "vi", "-silent"),
            *(HOUSE / "gbvcase", "-ts", target),
        ],
        check=True,
    )


def _tool(name: str) -> Path:
    # the tool itself: a script of the environment is not always on the path
    import PySide6

    folder = Path(PySide6.__file__).parent
    for candidate in (folder / name, folder / f"{name}.exe"):
        if candidate.exists():
            return candidate
    raise FileNotFoundError(f"{name} of PySide6-Essentials")


if __name__ == "__main__":
    collect()
