"""Many offices, as their coordinator types: sealed counts come in, three kinds of report go out."""

import csv
import io
import json
from pathlib import Path

import pytest

from gbvcase.casework.demo import PASSWORD
from gbvcase.casework.desk import local_now
from gbvcase.reports.counts_package import packed
from gbvcase.reports.indicators import plan_named
from gbvcase.reports.tables import count
from tests.command_line import Run, read, secret_in, typing
from tests.light_sealing import seal, seal_lightly
from tests.reports.made_up import answers, seeded

YEAR = local_now().year - 1
PLAN = plan_named("incidents")
WEST, EAST = "Phía tây (mẫu)", "Phía đông (mẫu)"
KEY = "năm từ để mở tệp này"


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return secret_in(tmp_path_factory.mktemp("secret"), PASSWORD)


@pytest.fixture(scope="module")
def key_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return secret_in(tmp_path_factory.mktemp("key"), KEY)


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    seal_lightly(monkeypatch)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return typing(capsys, "--language", "en")


def sent(folder: Path, office: str, number: int, edition: int = 1, **changes: object) -> Path:
    """Return the file that an office has sent: its counts, sealed."""
    counts = count(answers(number, seeded(number), [YEAR]), PLAN, str(YEAR))
    told = json.loads(packed(counts, office, edition)) | changes
    path = folder / f"{office} {edition} {number}.age"
    path.write_bytes(seal(json.dumps(told).encode(), KEY))
    return path


@pytest.fixture
def province(run: Run, secret: Path, tmp_path: Path) -> Path:
    place = tmp_path / "province"
    words = ("--worker", "Hoa (mẫu)", "--agency", "womens_union", "--role", "caseworker")
    there = ("--place", "52", "--office", "Tỉnh (mẫu)")
    assert run("vault", "create", place, *words, *there, "--password-file", secret)[0] == 0
    return place


def test_what_is_not_the_counts_of_a_known_office_is_named_and_adds_nothing(
    run: Run, province: Path, secret: Path, key_file: Path, tmp_path: Path
) -> None:
    both = ("--password-file", secret, "--sealing-password-file", key_file)
    west = sent(tmp_path, WEST, 30)
    code, _, err = run("counts", "merge", province, west, *both)
    assert (code, "not in the directory" in err) == (1, True)
    leaning = json.loads(packed(count(answers(8, seeded(8), [YEAR]), PLAN, str(YEAR)), EAST, 1))
    cells = leaning["tables"]["area,sex"]
    cells[next(iter(cells))] += 1
    crooked = sent(tmp_path, EAST, 8, tables=leaning["tables"])
    known = ("--office", WEST, "--office", EAST)
    code, _, err = run("counts", "merge", province, west, crooked, *known, *both)
    assert (code, crooked.name in err, "not the sum of its parts" in err) == (1, True, True)
    asked = ("counts", "merge", province, west, west, west, "--sealing-password-file", key_file)
    code, _, err = run(*asked, *both)
    assert (code, "one for each" in err) == (1, True)
    listed = read(run, "counts", "list", province, "--password-file", secret)
    assert listed == {"counts": []}


def test_counts_of_offices_become_the_reports_of_all_by_office_and_of_one(
    run: Run, province: Path, secret: Path, key_file: Path, tmp_path: Path
) -> None:
    with_password = ("--password-file", secret)
    files = [sent(tmp_path, *one) for one in ((EAST, 70, 2), (EAST, 60, 1), (WEST, 90, 1))]
    known = ("--office", WEST, "--office", EAST, "--sealing-password-file", key_file)
    told = read(run, "counts", "merge", province, *files, *known, *with_password)
    assert [one["result"] for one in told["files"]] == ["added", "older", "added"]
    assert [(one["office"], one["edition"]) for one in told["counts"]] == [(EAST, 2), (WEST, 1)]

    about = ("--report", "incidents", "--period", YEAR)
    out = ("--out", tmp_path / "out", "--approved-by", "Bình (mẫu)")
    code, _, err = run("report", "publish", province, *about, "--by-office", *out, *with_password)
    assert (code, "not settled yet" in err) == (1, True)
    offices = read(run, "counts", "offices", province, *with_password)
    assert all(one["line"] and one["line_with_types"] for one in offices["offices"])
    assert (offices["shown"], set(offices["proposed"]["units"])) == (None, {EAST, WEST})
    lines = ("--line", WEST, "--line", f"Đông (mẫu)={EAST}")
    settled = read(run, "counts", "divide", province, *lines, *with_password)
    assert settled["units"] == {WEST: [WEST], "Đông (mẫu)": [EAST]}
    code, text, _ = run("counts", "offices", province, *with_password)
    assert (code, f"Đông (mẫu): {EAST}" in text) == (0, True)

    made = [
        read(run, "report", "publish", province, *about, *how, *out, *with_password)["release"]
        for how in ((), ("--by-office",), ("--of-office", EAST))
    ]
    names = ("incidents", "incidents-offices", "incidents-office-dong_mau")
    assert made == [f"{name}-{YEAR}" for name in names]
    found: dict[tuple[str, ...], set[str]] = {}
    for row in (row for name in made for row in rows_of(tmp_path / "out" / f"{name}.csv")):
        if row["table"] in ("A1", "O1"):
            codes = (row["sex"], row["gbv_type"], row["area"], row.get("office", ""))
            found.setdefault(codes, set()).add(row["value"])
    assert all(len(values) == 1 for values in found.values())  # one figure, wherever it stands
    verdict = read(run, "report", "audit", province, *with_password)
    assert (verdict["safe"], [one["report"] for one in verdict["releases"]]) == (
        True,
        ["incidents", "incidents-offices"],
    )
    shown = read(run, "report", "show", province, "incidents", "--period", YEAR, *with_password)
    assert shown["release"] == f"incidents-{YEAR}"


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
