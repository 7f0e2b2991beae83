"""Reports and counts, as a person types them."""

from pathlib import Path

import pytest

from gbvcase.casework.demo import PASSWORD, make_office
from gbvcase.domain.errors import Refused
from gbvcase.domain.marking import ENGLISH
from gbvcase.reports.explain import Refusal, Remedy
from gbvcase.reports.indicators import plan_named
from gbvcase.reports.proofs import Danger, Disclosure
from gbvcase.reports.tables import key
from gbvcase.sealing.parcels import unseal
from tests.command_line import Run, read, secret_in, typing


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return secret_in(tmp_path_factory.mktemp("secret"), PASSWORD)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office") / "vault"
    make_office(folder, cases=60, seed=4).vault.lock()
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return typing(capsys, "--language", "en")


def last_year() -> int:
    from gbvcase.casework.desk import local_now

    return local_now().year - 1


def test_reports_and_indicators_are_listed_without_a_cabinet(run: Run) -> None:
    plans = read(run, "report", "list")
    assert all(plan["tables"] and plan["periods"] for plan in plans)
    found = {one["id"]: one for one in read(run, "report", "list", "--indicators")}
    assert {"A1", "A23", "B1", "B15", "C1", "C8", "D1", "D9"} <= set(found)
    assert any(one["standing"] == "waiting" and one["missing"] for one in found.values())
    assert "A1" in run("report", "list", "--indicators")[1]


def test_the_whole_life_of_a_release(run: Run, office: Path, secret: Path, tmp_path: Path) -> None:
    with_password = ("--password-file", secret)
    year = f"{last_year()}"
    about = ("--report", "incidents", "--period", year)
    tried = read(run, "report", "audit", office, *about, *with_password)
    assert tried == {"safe": True, "releases": []}
    out = tmp_path / "out"
    options = ("--out", out, "--approved-by", "Hà (mẫu)", "--leave-out", "A6")
    made = read(run, "report", "publish", office, *about, *options, *with_password)
    assert made["left_out"] == ["A6"]
    assert not made["alone"]
    name = made["release"]
    again = read(run, "report", "files", office, name, "--out", tmp_path / "b", *with_password)
    for one, other in zip(made["files"], again["files"], strict=True):
        assert Path(one).read_bytes() == Path(other).read_bytes()
    shown = read(run, "report", "show", office, name, *with_password)
    columns = list(shown["rows"][0])
    assert columns[:5] == ["release", "plan", "table", "unit", "period"]
    assert columns[-5:] == ["value", "low", "high", "status", "note"]
    same = read(run, "report", "show", office, "incidents", "--period", year, *with_password)
    assert same == shown
    assert "A6" not in {row["table"] for row in shown["rows"]}
    code, text, _ = run("report", "show", office, name, *with_password)
    assert code == 0
    assert "approved by Hà (mẫu)" in text
    (audited,) = read(run, "report", "audit", office, *with_password)["releases"]
    assert audited["safe"]
    assert audited["facts"] > 50
    taken_back = ("report", "withdraw", office, name, "--reason", "Sai tên cơ quan")
    assert read(run, *taken_back, *with_password) == {"withdrawn": name}
    (listed,) = read(run, "report", "releases", office, *with_password)
    assert (listed["state"], listed["withdrawn_because"]) == ("withdrawn", "Sai tên cơ quan")
    assert "withdrawn" in run("report", "releases", office, *with_password)[1]
    code, text, err = run("report", "show", office, name, *with_password)
    assert (code, text) == (1, "")
    assert "withdrawn" in err


def test_counts_are_sealed_sent_and_added(
    run: Run, office: Path, secret: Path, tmp_path: Path
) -> None:
    with_password = ("--password-file", secret)
    about = ("--report", "incidents-decree", "--period", f"{last_year() - 1}-Q1")
    words = ("--worker", "Hoa (mẫu)", "--agency", "womens_union", "--role", "caseworker")
    place = ("--place", "52", "--office", "Xã Mẫu")
    other = tmp_path / "other"
    assert run("vault", "create", other, *words, *place, *with_password)[0] == 0
    file = tmp_path / "counts.age"
    told = read(run, "counts", "export", other, *about, "--out", file, *with_password)
    assert (told["office"], told["edition"]) == ("Xã Mẫu", 1)
    key_file = tmp_path / "key.txt"
    key_file.write_text(told["password"], encoding="utf-8")
    merge = ("counts", "merge", office, file, "--sealing-password-file", key_file, *with_password)
    code, _, err = run(*merge)
    assert code == 1
    assert "not in the directory" in err
    (added,) = read(run, *merge, "--office", "Xã Mẫu")["counts"]
    assert (added["office"], added["report"]) == ("Xã Mẫu", "incidents-decree")


def test_a_report_without_its_period_is_no_question(run: Run, office: Path, secret: Path) -> None:
    code, _, err = run(
        "report", "audit", office, "--report", "incidents", "--password-file", secret
    )
    assert code == 1
    assert "a report and a period" in err


def test_a_refusal_says_its_proofs_and_what_would_pass_to_programs_too() -> None:
    plan = plan_named("incidents")
    cell = key([("sex", "male"), ("period", "2025-Q4")])
    found = Disclosure(Danger.EXACT, cell, row=None, low=1, high=1, proofs=())
    remedies = (Remedy(period="2025"), Remedy(leave_out=("A3",)))
    told = Refusal((found,), plan, remedies).as_json(ENGLISH)
    assert told["reason"] == "Refusal"
    assert "exactly 1" in str(told["refused"])
    assert [(r["period"], r["leave_out"]) for r in told["remedies"]] == [  # type: ignore[attr-defined]
        ("2025", []),
        ("", ["A3"]),
    ]
    assert Refused("No.", where="a.b").as_json(ENGLISH)["where"] == "a.b"


def test_what_leaves_sealed_is_written_and_said_once(
    run: Run, office: Path, secret: Path, tmp_path: Path
) -> None:
    with_password = ("--password-file", secret, "--sealing-password-file", secret)
    year = f"{last_year()}"
    form = tmp_path / "form"
    told = read(
        run,
        *("report", "authority", office, "--report", "incidents", "--period", year),
        *("--to", "Sở Y tế (mẫu)", "--out", form, *with_password),
    )
    assert told["form"] == f"incidents-{year}-authority"
    assert "password" not in told
    assert unseal(form.read_bytes(), PASSWORD).startswith(b"PK")
    listed = read(run, "report", "releases", office, "--password-file", secret)
    assert told["form"] not in {one["release"] for one in listed}
    looked = read(run, "report", "incidents", office, "--period", year, *with_password)
    rows = tmp_path / "rows"
    sealed = read(
        run, "report", "incidents", office, "--period", year, "--out", rows, *with_password
    )
    assert sealed["rows"] == looked["rows"] >= len(looked["first"])
    assert len(unseal(rows.read_bytes(), PASSWORD).decode("utf-8-sig").splitlines()) == (
        2 + sealed["rows"]
    )


def test_ledgers_are_copied_compared_and_joined(
    run: Run, office: Path, secret: Path, tmp_path: Path
) -> None:
    with_password = ("--password-file", secret, "--sealing-password-file", secret)
    copy = tmp_path / "copy"
    assert read(run, "ledger", "export", office, "--out", copy, *with_password)
    same = read(run, "ledger", "compare", office, copy, *with_password)
    assert (same["standing"], same["missing"]) == ("same", [])
    shown = read(run, "ledger", "show", office, "--password-file", secret)
    assert (len(shown["ends"]) <= 1, shown["waiting"]) == (True, [])
    code, _, err = run("ledger", "join", office, copy, *with_password)
    assert code != 0
    assert "nothing to join" in err


def test_a_mark_that_is_none_is_refused_as_it_is_typed(
    run: Run, office: Path, secret: Path
) -> None:
    code, _, err = run("referral", "token", office, "XX", "--password-file", secret)
    assert code != 0
    assert "no referral" in err
    code, _, err = run("referral", "take", office, "XX", "ab", "--password-file", secret)
    assert code != 0
    assert err
