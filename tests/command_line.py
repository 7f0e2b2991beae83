"""The command line as tests type it: what it printed, how it ended, what it says to programs."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gbvcase.cli import main

Run = Callable[..., tuple[int, str, str]]
"""Types a command; gives its exit code and what it wrote to both streams."""


def typing(
    capsys: pytest.CaptureFixture[str], *before: object, after: tuple[object, ...] = ()
) -> Run:
    """Return what types commands, always with some words before and after them."""

    def typed(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            code = main([str(word) for word in (*before, *arguments, *after)])
        except SystemExit as ended:
            code = int(ended.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return typed


def read(run: Run, *arguments: object) -> Any:
    """Return what a command tells a program; it must have been done."""
    code, out, err = run(*arguments, "--json")
    assert code == 0, err
    return json.loads(out)


def secret_in(folder: Path, password: str) -> Path:
    """Return the file of a password."""
    path = folder / "password.txt"
    path.write_text(password + "\n", encoding="utf-8")
    return path
