"""Figures that are no cases, and the table of targets, as a person types them."""

from pathlib import Path

import pytest

from tests.casework.conftest import PASSWORD
from tests.command_line import Run, read, secret_in, typing


@pytest.fixture
def run(cabinet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    secret = secret_in(tmp_path, PASSWORD)
    words = ("--language", "vi", "report", "figures", cabinet, "--password-file", secret)
    return typing(capsys, *words)


def test_a_figure_is_typed_in_and_shown_with_its_source(run: Run) -> None:
    given = ("--set", "population=3.583.693", "--source", "Cục Thống kê (mẫu)")
    code, out, _ = run("--period", "2025", *given)
    assert code == 0
    assert out.strip() == "Dân số địa bàn: 3.583.693 (Cục Thống kê (mẫu))"
    told = read(run, "--period", "2025")
    (kept,) = (one for one in told["figures"] if one["id"] == "population")
    assert (kept["value"], kept["source"]) == (3583693, "Cục Thống kê (mẫu)")
    assert kept["by"]
    assert kept["at"]


def test_what_is_missing_is_said_and_no_percentage_is_made_of_it(run: Run) -> None:
    code, out, _ = run("--period", "2025")
    assert code == 0
    assert "chưa nhập" in out
    assert "chưa công bố" in out
    assert "không có dữ liệu về hộ" in out
    assert "Mạng lưới cơ sở trợ giúp" in out
    for row in read(run, "--period", "2025")["targets"]:
        assert row["share"] == "-"
        assert row["goals"].keys() == {"2025", "2030"}


def test_targets_are_those_of_the_programmes_in_force(run: Run) -> None:
    def asked(period: str) -> set[str]:
        return {row["programme"] for row in read(run, "--period", period)["targets"]}

    assert "gbv_2021_2025" in asked("2025")
    assert "gbv_2021_2025" not in asked("2027")
    assert "gender_equality_2021_2030" in asked("2027")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--set", "population"), "Hãy viết --set"),
        (("--set", "population=1"), "Hãy ghi nguồn số liệu"),
        (("--set", "population=nhiều", "--source", "x"), "không phải là số"),
        (("--set", "people=1", "--source", "x"), "không có số liệu nào tên people"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(
    run: Run, given: tuple[str, ...], said: str
) -> None:
    code, _, err = run("--period", "2025", *given)
    assert code != 0
    assert said in err
    figures = read(run, "--period", "2025")["figures"]
    assert all(one["value"] is None for one in figures)
