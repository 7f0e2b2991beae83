"""Collects the texts of the program for translation, and compiles the translations."""

import subprocess
import sys
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


def compile_all() -> list[Path]:
    """Compile each list of texts into what Qt reads, beside it, where it is out of date."""
    compiled = []
    for source in sorted(TRANSLATIONS.glob("*.ts")):
        target = source.with_suffix(".qm")
        if not target.exists() or target.stat().st_mtime_ns < source.stat().st_mtime_ns:
            subprocess.run([_tool("lrelease"), "-silent", source, "-qm", target], check=True)
        compiled.append(target)
    return compiled


def _tool(name: str) -> Path:
    # the tool itself, not its script: a build without an environment of its own has no scripts
    import PySide6

    folder = Path(PySide6.__file__).parent
    for candidate in (folder / name, folder / f"{name}.exe"):
        if candidate.exists():
            return candidate
    raise FileNotFoundError(f"{name} of PySide6-Essentials")


if __name__ == "__main__":
    {"collect": collect, "compile": compile_all}[sys.argv[1]]()
