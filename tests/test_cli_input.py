"""What is typed or handed to the command line and cannot be read as it is: a sentence, no trace."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

PASSWORD = "la mo xanh be cau thu"
CASE = {"client": {"full_name": "Trần Thị Mẫu"}}

Typed = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def typed(tmp_path: Path) -> Typed:
    """Run the program as a system does whose own encoding is not UTF-8, away from a terminal."""

    def run(*arguments: object, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "gbvcase", "--language", "en", *map(str, arguments)],
            env=os.environ | {"PYTHONIOENCODING": "latin-1"},
            input=given,
            capture_output=True,
            check=False,
            start_new_session=True,
        )

    return run


def _secret(folder: Path, content: bytes = PASSWORD.encode()) -> Path:
    path = folder / "password.txt"
    path.write_bytes(content)
    return path


def _create(folder: Path, secret: Path, worker: str = "Lan (mẫu)") -> tuple[object, ...]:
    words = ("--worker", worker, "--agency", "womens_union", "--role", "caseworker")
    return ("vault", "create", folder, *words, "--place", "52", "--password-file", secret)


def _is_told(done: subprocess.CompletedProcess[bytes], sentence: str) -> bool:
    told = done.stderr.decode()
    return done.returncode == 1 and sentence in told and "Traceback" not in told


def test_a_case_that_is_handed_over_by_a_pipe_keeps_its_letters(
    typed: Typed, tmp_path: Path
) -> None:
    secret, cabinet = _secret(tmp_path), tmp_path / "cabinet"
    assert typed(*_create(cabinet, secret)).returncode == 0
    given = b"\xef\xbb\xbf" + json.dumps(CASE, ensure_ascii=False).encode()
    added = typed("case", "add", cabinet, "-", "--password-file", secret, given=given)
    assert added.returncode == 0, added.stderr.decode()
    listed = typed("case", "list", cabinet, "--password-file", secret, "--json").stdout
    assert [line["name"] for line in json.loads(listed)] == ["Trần Thị Mẫu"]
    refused = typed("case", "add", cabinet, "-", "--password-file", secret, given=b'{"a": "\xff"}')
    assert _is_told(refused, "This file is not UTF-8 text.")


def test_a_password_file_may_begin_with_the_mark_of_an_editor_and_is_told_when_it_is_no_text(
    typed: Typed, tmp_path: Path
) -> None:
    secret, cabinet = _secret(tmp_path), tmp_path / "cabinet"
    assert typed(*_create(cabinet, secret)).returncode == 0
    marked = _secret(tmp_path, b"\xef\xbb\xbf" + PASSWORD.encode() + b"\r\n")
    assert typed("case", "list", cabinet, "--password-file", marked).returncode == 0
    wide = _secret(tmp_path, PASSWORD.encode("utf-16"))
    assert _is_told(
        typed("case", "list", cabinet, "--password-file", wide), "This file is not UTF-8 text."
    )


def test_a_password_that_nobody_is_there_to_type_is_told(typed: Typed, tmp_path: Path) -> None:
    assert _is_told(typed("case", "list", tmp_path), "Nothing was typed. Nothing was changed.")


@pytest.mark.parametrize("worker", ["", "  ", "x" * 161, "Lan\u202e", "Lan\x07"])
def test_a_name_that_papers_could_not_print_makes_no_cabinet(
    typed: Typed, tmp_path: Path, worker: str
) -> None:
    refused = typed(*_create(tmp_path / "cabinet", _secret(tmp_path), worker))
    assert refused.returncode == 2
    assert b"--worker" in refused.stderr
    assert not (tmp_path / "cabinet").exists()


@pytest.mark.parametrize("cases", ["0", "-1", "many", "1.5"])
def test_a_number_of_made_up_cases_is_a_number(typed: Typed, tmp_path: Path, cases: str) -> None:
    refused = typed("demo", tmp_path / "office", "--no-window", f"--cases={cases}")
    assert refused.returncode == 2
    assert b"must be a number from 1" in refused.stderr


def test_a_file_where_a_folder_is_meant_and_a_folder_where_a_file_is_meant_are_told(
    typed: Typed, tmp_path: Path
) -> None:
    secret, file = _secret(tmp_path), tmp_path / "a-file"
    file.write_text("kept", encoding="utf-8")
    told = f"This is a file, not a folder: {file}"
    assert _is_told(typed(*_create(file, secret)), told)
    assert _is_told(typed(*_create(file / "below", secret)), told)
    assert _is_told(typed("papers", file), told)
    assert _is_told(typed("demo", file, "--no-window", "--cases=1"), told)
    assert file.read_text(encoding="utf-8") == "kept"
    cabinet = tmp_path / "cabinet"
    assert typed(*_create(cabinet, secret)).returncode == 0
    refused = typed("case", "add", cabinet, tmp_path, "--password-file", secret)
    assert _is_told(refused, f"This is a folder, not a file: {tmp_path}")


def test_a_referral_that_cannot_be_read_is_told_with_its_file_and_place_and_its_number_is_found(
    typed: Typed, tmp_path: Path
) -> None:
    secret, cabinet, file = _secret(tmp_path), tmp_path / "cabinet", tmp_path / "referral.json"
    password = ("--password-file", secret)
    assert typed(*_create(cabinet, secret)).returncode == 0
    given = json.dumps(CASE).encode()
    added = json.loads(typed("case", "add", cabinet, "-", *password, "--json", given=given).stdout)
    code = added["added"][0]["client_code"]
    for document, place in (
        ({"sector": "helth"}, f"{file}: sector"),
        ({"nothing": 1}, str(file)),
        ([], str(file)),
    ):
        file.write_text(json.dumps(document), encoding="utf-8")
        refused = typed("referral", "add", cabinet, code, file, *password, "--json")
        assert refused.returncode == 1
        assert json.loads(refused.stdout)["where"] == place
    file.write_text('{"sector": "health"}', encoding="utf-8")
    kept = typed("referral", "add", cabinet, code.lower(), file, *password)
    number = kept.stdout.decode().strip()
    found = typed("referral", "token", cabinet, number.lower(), *password)
    assert found.returncode == 0, found.stderr.decode()
