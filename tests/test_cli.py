"""The command line, as a person types it: over real cabinets, with files for passwords."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from gbvcase.domain.speaking import speaker
from tests.command_line import Run, secret_in, typing

CASE = {
    "client": {"full_name": "Trần Thị Mẫu", "sex": "female", "dob": "1990-03", "ethnicity": "kinh"},
    "intake": {"first_report_date": "2025-03-08", "channel": "in_person"},
    "incidents": [{"incident_date": "2025-03-01", "account": "Lời kể mẫu."}],
}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return typing(capsys)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    return secret_in(tmp_path, "la mo xanh be cau thu")


@pytest.fixture
def cabinet(tmp_path: Path, secret: Path, run: Run) -> Path:
    folder = tmp_path / "cabinet"
    words = ("--worker", "Lan (mẫu)", "--agency", "womens_union", "--role", "caseworker")
    code, out, err = run(
        "vault", "create", folder, *words, "--place", "52", "--password-file", secret
    )
    assert code == 0, err
    assert "-" in out
    return folder


def _file(folder: Path, content: Any, name: str = "case.json") -> Path:
    path = folder / name
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    path.write_text(text, encoding="utf-8")
    return path


def _added(run: Run, cabinet: Path, secret: Path, file: Path) -> list[dict[str, Any]]:
    code, out, err = run("case", "add", cabinet, file, "--password-file", secret, "--json")
    assert code == 0, err
    added: list[dict[str, Any]] = json.loads(out)["added"]
    return added


def test_a_case_that_was_added_is_shown_as_it_was(
    run: Run, cabinet: Path, secret: Path, tmp_path: Path
) -> None:
    (derived,) = _added(run, cabinet, secret, _file(tmp_path, CASE))
    code, out, _ = run(
        "case", "show", cabinet, derived["client_code"], "--password-file", secret, "--json"
    )
    shown = json.loads(out)
    assert code == 0
    assert shown.pop("derived")["client_code"] == derived["client_code"]
    assert shown == CASE


def test_a_list_and_lines_of_cases_are_added_whole(
    run: Run, cabinet: Path, secret: Path, tmp_path: Path
) -> None:
    assert len(_added(run, cabinet, secret, _file(tmp_path, [CASE, CASE]))) == 2
    lines = "\n".join(json.dumps(CASE) for _ in range(3))
    assert len(_added(run, cabinet, secret, _file(tmp_path, lines, "cases.jsonl"))) == 3
    _, out, _ = run("case", "list", cabinet, "--password-file", secret, "--json")
    assert len(json.loads(out)) == 5


def test_one_bad_line_keeps_all_out_and_is_named(
    run: Run, cabinet: Path, secret: Path, tmp_path: Path
) -> None:
    bad = {"client": {"sex": "femal"}}
    lines = _file(tmp_path, "\n".join(map(json.dumps, (CASE, bad))), "cases.jsonl")
    code, _, err = run("case", "add", cabinet, lines, "--password-file", secret)
    assert code == 1
    assert "cases.jsonl:2" in err
    assert "client.sex" in err
    _, out, _ = run("case", "list", cabinet, "--password-file", secret, "--json")
    assert json.loads(out) == []


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('{"client": {"full_name": "A", "full_name": "B"}}', "case.json"),
        ('{"client": {"dob": "1990-02-31"}}', "client.dob"),
        ('{"intake": {"first_report_date": "2025-13-01"}}', "intake.first_report_date"),
        ('{"needs_assessments": []}', "needs_assessments"),
        ('{"cliant": {}}', "cliant"),
        ('{"client": {"age_at_registration": NaN}}', "case.json"),
        ("[" * 100_000, "case.json"),
        ("", "case.json"),
        ("{", "case.json"),
        ('{"client": {"full_name": "' + "A" * 1_000_000 + '"}}', "client.full_name"),
    ],
    ids=lambda value: value[:24],
)
def test_what_cannot_be_read_is_refused_with_its_place(
    run: Run, cabinet: Path, secret: Path, tmp_path: Path, text: str, where: str
) -> None:
    code, _, err = run("case", "add", cabinet, _file(tmp_path, text), "--password-file", secret)
    assert code == 1
    assert where in err
    assert "Traceback" not in err


def test_a_wrong_password_is_refused_in_the_language_of_the_user(
    run: Run, cabinet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("khong phai mat khau nay", encoding="utf-8")
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    code, _, err = run("case", "list", cabinet, "--password-file", wrong)
    assert code == 1
    assert err.strip() == speaker("vi")("The password is not right.")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    _, _, err = run("case", "list", cabinet, "--password-file", wrong)
    assert err.strip() == "The password is not right."


def test_a_whole_cabinet_is_called_whole(run: Run, cabinet: Path, secret: Path) -> None:
    code, out, _ = run("vault", "check", cabinet, "--password-file", secret, "--json")
    assert code == 0
    assert json.loads(out)["whole"] is True


def test_wrong_usage_has_its_own_exit_code(run: Run, cabinet: Path) -> None:
    assert run("case")[0] == 2
    assert run("case", "frobnicate")[0] == 2
    assert run("vault", "create", cabinet, "--worker", "A")[0] == 2


def test_the_schema_is_printed(run: Run) -> None:
    code, out, _ = run("schema")
    assert code == 0
    assert "client" in json.loads(out)["properties"]


def test_the_reports_are_listed(run: Run) -> None:
    code, out, _ = run("report", "list", "--json")
    assert code == 0
    assert all({"id", "title"} <= set(plan) for plan in json.loads(out))


def test_every_form_is_printed_with_made_up_people(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("papers", tmp_path / "papers")
    papers = sorted((tmp_path / "papers").glob("*.pdf"))
    assert code == 0
    assert len(papers) == len(out.split())
    for paper in papers:
        with pypdfium2.PdfDocument(paper) as pdf:
            assert len(pdf) >= 1


def test_the_program_starts_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "gbvcase", "schema"], capture_output=True, check=False
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)["type"] == "object"


def test_an_older_copy_in_its_place_is_said_before_anything_is_read(
    run: Run, cabinet: Path, secret: Path, tmp_path: Path
) -> None:
    older = (cabinet / "data-00000001.db").read_bytes()
    _added(run, cabinet, secret, _file(tmp_path, CASE))
    (cabinet / "data-00000001.db").write_bytes(older)
    code, _, err = run("case", "list", cabinet, "--password-file", secret)
    assert code == 0  # it may be read
    assert err.strip()
    code, _, err = run("case", "add", cabinet, tmp_path / "case.json", "--password-file", secret)
    assert code == 1
    assert len(err.strip().splitlines()) == 2  # what was noticed, and why nothing is added


def test_a_cabinet_is_not_made_where_other_programs_look(
    run: Run, secret: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    words = ("--worker", "Lan (mẫu)", "--agency", "womens_union", "--role", "caseworker")
    for place in (tmp_path / "Documents" / "v", tmp_path / "OneDrive" / "v"):
        code, _, err = run(
            "vault", "create", place, *words, "--place", "52", "--password-file", secret
        )
        assert code == 1
        assert err.strip()
        assert not place.exists()
