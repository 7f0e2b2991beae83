"""What the code never does: a look at every line of it."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).parent.parent
SOURCES = sorted((HOUSE / "gbvcase").rglob("*.py"))
READ_AS_TEXT = {".py", ".md", ".toml", ".txt", ".sh", ".ps1", ".csv", ".ts", ".sql", ".svg"}
BANNED_MODULES = {
    *("tempfile", "pickle", "marshal", "shelve", "dbm", "sqlite3", "logging", "random"),
    *("socket", "ssl", "urllib", "http", "ftplib", "smtplib", "xmlrpc", "webbrowser"),
    "subprocess",
}
BANNED_BY_NAME = {"eval", "exec", "compile", "__import__"}
BANNED_CALLS = {
    *("system", "popen", "startfile"),
    *("setHtml", "insertHtml", "appendHtml", "toHtml", "setMarkdown", "QSettings"),
    "itemAt",  # of a layout: see `tab_as_read` in ui/laying.py
    *("QTemporaryFile", "QTemporaryDir", "QTextBrowser", "openUrl"),
}
REVIEWED = {
    # starts this same program with a window, and gives it no data
    ("cli/__init__.py", "subprocess"),
    # starts the helper that decodes pictures, under limits, and gives it their bytes
    ("documents/pictures.py", "subprocess"),
    ("casework/made_up.py", "random"),  # people who do not exist, the same for the same seed
    ("casework/made_up_help.py", "random"),  # likewise: what was done for them
    ("casework/province.py", "random"),  # likewise: a made-up province, the same for the same seed
    ("casework/publishing.py", "random"),  # SystemRandom, which the system seeds
    ("casework/incident_recorder.py", "random"),  # likewise: the order of the rows that leave
    ("reports/incident_rows.py", "random"),  # is handed the generator that its caller chose
    ("reports/members.py", "random"),  # likewise
    ("reports/protection.py", "random"),  # is handed the generator that its caller chose
    ("reports/releases.py", "random"),
    ("reports/population.py", "sqlite3"),  # counts in memory, without a file
    ("ui/file_dialogs.py", "QSettings"),  # only to forget what Qt remembers of file dialogs
}


def test_the_code_does_nothing_that_would_leave_a_trace_or_run_what_was_typed() -> None:
    used = {
        (path.relative_to(HOUSE / "gbvcase").as_posix(), name)
        for path in SOURCES
        for name in (*_imported(path), *_called(path))
    }
    assert used - REVIEWED == set()


def test_nothing_is_handed_to_a_shell() -> None:
    for path in SOURCES:
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.keyword):
                assert node.arg != "shell", path


def test_no_label_reads_what_was_typed_as_mark_up() -> None:
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        assert "RichText" not in text, path
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Call) and _name(node.func) == "QLabel" and node.args:
                # given at once: our own text, or none; a person's words go through plain labels
                first = node.args[0]
                assert isinstance(first, ast.Constant) or "say(" in ast.unparse(first), path
            if isinstance(node, ast.Call) and _name(node.func) == "QLabel" and not node.args:
                assert "setTextFormat" in text or "setPixmap" in text, path


def test_only_the_edges_catch_what_nobody_expected() -> None:
    broad = {
        path.relative_to(HOUSE / "gbvcase").as_posix()
        for path in SOURCES
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
        and not isinstance(node.body[-1], ast.Raise)  # one that only tidies up lets it pass on
    }
    assert broad <= {"ui/jobs.py", "ui/app.py"}


def test_no_path_of_a_computer_and_no_address_of_a_registry_is_kept() -> None:
    told = re.compile(r"(?<![\w.])/(?:work|root|Users)/|(?<!emit-)index-url|find-links|/simple\b")
    folders = ("gbvcase", "tests", "packaging", "resources", ".ci")
    files = [path for folder in folders for path in (HOUSE / folder).rglob("*")]
    for path in (*files, *HOUSE.iterdir()):
        if path.suffix in READ_AS_TEXT and path != Path(__file__):
            assert not told.search(path.read_text(encoding="utf-8")), path


def test_every_module_says_why_it_exists() -> None:
    for path in SOURCES:
        if path.name != "__init__.py":
            assert ast.get_docstring(_tree(path)), path


def test_no_file_grows_beyond_what_can_be_read_at_once() -> None:
    long = {
        path.relative_to(HOUSE / "gbvcase").as_posix(): lines
        for path in SOURCES
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 450
    }
    assert set(long) <= {"domain/codes.py"}  # lists of codes, two lines of thought


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(_tree(path)):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        yield from {name.partition(".")[0] for name in names} & BANNED_MODULES


def _called(path: Path) -> Iterator[str]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Call):
            is_bare = isinstance(node.func, ast.Name)
            banned = BANNED_CALLS | BANNED_BY_NAME if is_bare else BANNED_CALLS
            yield from {_name(node.func)} & banned


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
