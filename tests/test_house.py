"""What holds the house together: its floors, its texts, its wheel, its papers about itself."""

import json
import os
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gbvcase.cli import _parser
from gbvcase.domain.speaking import LANGUAGES, vietnamese

HOUSE = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
VIETNAMESE = HOUSE / "resources/translations/gbvcase_vi.ts"
QT_VIETNAMESE = HOUSE / "resources/translations/qt_vi.ts"
MAY_BE_JOINED = {
    *("0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "GPL-3.0-only"),
    *("LGPL-3.0-only", "MIT", "MIT-0", "MIT-CMU", "MPL-2.0", "PSF-2.0", "Zlib"),
}
"""Licences that a program under GPL-3.0-or-later may be joined with."""
SLOW_TO_LOAD = {
    *("PIL", "cryptography", "highspy", "numpy", "pikepdf", "pypdfium2", "pyrage", "rapidfuzz"),
    *("reportlab", "segno", "sqlalchemy", "uharfbuzz", "xlsxwriter", "zxcvbn"),
}


# floors


def test_no_floor_leans_on_one_above() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_every_outside_library_has_one_home() -> None:
    guarded = {
        module.lower()
        for contract in PROJECT["tool"]["importlinter"]["contracts"]
        for module in contract.get("protected_modules", ())
    }
    homeless = {_name(line) for line in PROJECT["project"]["dependencies"]} - {
        {"pil": "pillow", "pyside6": "pyside6-essentials"}.get(name, name) for name in guarded
    }
    # these hold nothing and do one small thing each, wherever it is wanted
    assert homeless <= {"pillow", "platformdirs", "rapidfuzz", "zxcvbn"}


# texts


def test_every_text_is_collected_and_translated(tmp_path: Path) -> None:
    fresh = tmp_path / VIETNAMESE.name
    shutil.copy(VIETNAMESE, fresh)
    runpy.run_path(str(HOUSE / "packaging/texts.py"))["collect"](fresh)
    found = {source: done for source, _, done in _messages(fresh)}
    assert [source for source, done in found.items() if not done] == [], "run: poe texts"
    assert set(found) == {source for source, _, _ in _messages(VIETNAMESE)}, "run: poe texts"


def test_placeholders_survive_translation() -> None:
    for source, target, _ in _messages(VIETNAMESE):
        assert _placeholders(source) == _placeholders(target), source


def test_a_letter_to_press_is_kept_in_both_languages() -> None:
    for source, target, _ in _messages(VIETNAMESE):
        assert ("&" in source) == ("&" in target), source


def test_the_texts_that_qt_writes_itself_are_translated() -> None:
    for source, target, done in _messages(QT_VIETNAMESE):
        assert done, source
        assert target, source
        assert re.findall(r"%\w", source) == re.findall(r"%\w", target), source


def test_a_paper_is_written_in_composed_letters() -> None:
    from unicodedata import is_normalized

    assert set(LANGUAGES) == {"vi", "en"}
    assert all(is_normalized("NFC", text) for text in vietnamese().values())


# what the house says of itself


def test_the_readme_names_every_command_and_no_other() -> None:
    told = set(re.findall(r"^    gbvcase ([a-z]+(?: [a-z]+)?)", _read("README.md"), re.MULTILINE))
    assert {words for words in told if words != "opens the"} == set(_commands(_parser(), ()))


def _commands(parser: ArgumentParser, words: tuple[str, ...]) -> Iterator[str]:
    inner = [a for a in parser._actions if isinstance(a, _SubParsersAction)]
    if not inner:
        yield " ".join(words)
    for name, one in inner[0].choices.items() if inner else ():
        yield from _commands(one, (*words, name))


def test_what_is_linked_is_there() -> None:
    for path in HOUSE.glob("*.md"):
        for link in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
            assert (HOUSE / link).exists(), f"{path.name}: {link}"


def test_every_task_runs_what_is_there() -> None:
    tasks = PROJECT["tool"]["poe"]["tasks"]
    text = json.dumps(tasks)
    for script in re.findall(r"python (packaging/\S+\.py)", text):
        assert (HOUSE / script).exists(), script
    told = "".join(_read(name) for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md"))
    assert set(re.findall(r"poe ([a-z]+)", told)) <= set(tasks)


def test_each_row_of_the_catalogue_names_a_test_that_is_there() -> None:
    told: set[str] = set()
    for line in _read("SECURITY.md").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if re.fullmatch(r"[A-Z]\d\d(, [A-Z]\d\d)*", cells[0]):
            told |= set(cells[0].split(", "))
            for test in re.findall(r"`(\S+)`", cells[2]):
                assert (HOUSE / "tests" / test).exists(), test
    named = {
        row
        for path in (HOUSE / "tests").rglob("test_*.py")
        for text in re.findall(r'"""(.*?)"""', path.read_text(encoding="utf-8"), re.DOTALL)
        for row in re.findall(r"\b[KDALPRSUX]\d\d\b", text)
    }
    assert named <= told, "a row that a test names is missing in SECURITY.md"


# the wheel


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("elsewhere")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder]
    subprocess.run([*build, HOUSE], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*install, "--target", folder / "there", wheel], check=True, capture_output=True)
    return folder / "there"


def test_an_installed_program_finds_every_resource(installed: Path) -> None:
    ours = HOUSE / "resources"
    names = [p.relative_to(ours).as_posix() for p in _kept_files("resources")]
    assert len(names) > 50
    code = (
        "import json, sys, gbvcase\nfrom gbvcase.resources import resource\n"
        "print(json.dumps([gbvcase.__file__, *(str(resource(n)) for n in json.load(sys.stdin))]))"
    )
    found = json.loads(_in(installed, ["-c", code], text=json.dumps(names)))
    assert all(Path(path).is_relative_to(installed) for path in found)
    for name, path in zip(names, found[1:], strict=True):
        assert Path(path).read_bytes() == (ours / name).read_bytes()


def test_an_installed_program_speaks_for_itself(installed: Path) -> None:
    schema = json.loads(_in(installed, ["-m", "gbvcase", "schema"]))
    assert "client" in schema["properties"]


# what it is made of


def test_everything_is_installed_from_one_list_with_hashes() -> None:
    text = (HOUSE / "packaging/lock.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", re.sub(r"(?m)^\s*#.*\n", "", text).strip())
    for entry in entries:
        assert re.match(r"[a-z0-9-]+==\S+", entry), entry.splitlines()[0]
        assert "--hash=sha256:" in entry, entry.splitlines()[0]
    assert "://" not in text
    assert "index" not in text
    locked = {entry.partition("==")[0] for entry in entries}
    asked = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]
    assert {_name(line) for line in asked} <= locked


def test_every_library_may_be_joined_with_this_program() -> None:
    bill = runpy.run_path(str(HOUSE / "packaging/bill_of_materials.py"))["bill"]()
    components = {c["name"]: c["licenses"][0]["license"]["name"] for c in bill["components"]}
    assert {_name(line) for line in PROJECT["project"]["dependencies"]} <= set(components)
    for name, said in components.items():
        assert _may_be_joined(said), f"{name}: {said or 'says nothing'}"


def test_each_typeface_and_icon_comes_with_its_licence() -> None:
    fonts = {path.name for path in (HOUSE / "resources/fonts").iterdir()}
    assert {"OFL-Noto.txt", "OFL-Liberation.txt"} <= fonts
    assert "ISC" in (HOUSE / "resources/icons/lucide/LICENSE").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in (HOUSE / "LICENSE").read_text(encoding="utf-8")


# the start


def test_the_toolkit_does_not_lose_references(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    before = sys.getrefcount(None)
    for _ in range(1000):
        field.setText("x")
    assert abs(sys.getrefcount(None) - before) < 50


def test_nothing_slow_is_loaded_before_the_lock_page_is_painted(tmp_path: Path) -> None:
    code = """
import json, sys
from pathlib import Path
from gbvcase.ui.app import dress, make_app
from gbvcase.ui.settings import read_settings
from gbvcase.ui.window import Window
app = make_app(["test"])
dress(app, read_settings())
window = Window()
window.begin(Path(sys.argv[1]))
window.show()
window.repaint()
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
sys.stdout.flush()
import os
os._exit(0)
"""
    loaded = json.loads(_in(HOUSE, ["-c", code, str(tmp_path)], home=tmp_path).splitlines()[-1])
    assert SLOW_TO_LOAD & set(loaded) == set()


def _in(folder: Path, arguments: list[str], text: str = "", home: Path | None = None) -> str:
    given = {**os.environ, "PYTHONPATH": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    if home is not None:
        given |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=home or folder,
        env=given,
        input=text,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def _messages(path: Path) -> Iterator[tuple[str, str, bool]]:
    for message in ElementTree.parse(path).iter("message"):  # noqa: S314 - ours
        target = message.find("translation")
        assert target is not None
        yield message.findtext("source") or "", target.text or "", target.get("type") is None


def _read(name: str) -> str:
    return (HOUSE / name).read_text(encoding="utf-8")


def _placeholders(text: str) -> list[str]:
    return sorted(part.split("}")[0] for part in text.split("{")[1:])


def _name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found
    return found[0].lower().replace("_", "-")


def _kept_files(folder: str) -> list[Path]:
    return [path for path in sorted((HOUSE / folder).rglob("*")) if path.is_file()]


def _may_be_joined(said: str) -> bool:
    short = {"BSD License": "BSD", "MIT License": "MIT", "Apache License 2.0": "Apache-2.0"}
    said = short.get(said, said).removesuffix(", dependency licenses")
    choices = [re.split(r" AND |, ", choice) for choice in said.split(" OR ")]
    return any(all(part.strip("() ") in MAY_BE_JOINED for part in parts) for parts in choices)


def test_the_set_up_takes_the_locked_list_as_it_is() -> None:
    # with dependencies worked out anew, a later release of one library stopped every fresh set-up
    for script in ("set_up.sh", "make.ps1"):
        text = (HOUSE / "packaging" / script).read_text(encoding="utf-8")
        commands = re.findall(r"pip install(?:[^\n]*\\\n)*[^\n]*lock\.txt", text)
        assert commands, script
        assert all("--require-hashes" in one and "--no-deps" in one for one in commands)
