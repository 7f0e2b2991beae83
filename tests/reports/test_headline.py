"""A few large figures are exact; small ones never are, and they betray nobody."""

import csv
import io

import openpyxl
import pytest

from gbvcase.domain.marking import ENGLISH
from gbvcase.reports.indicators import plan_named
from gbvcase.reports.ledger import Ledger
from gbvcase.reports.protection import Status
from gbvcase.reports.releases import OtherPlan, make_release
from gbvcase.reports.sheets import rows_file, workbook
from gbvcase.reports.tables import Answer, count
from tests.reports.made_up import MADE, answers, report, seeded

PLAN = report(headline=((), ("sex",), ("kind",)))


def people(**numbers: int) -> list[Answer]:
    found: list[Answer] = []
    for name, number in numbers.items():
        kind, sex = name.rsplit("_", 1)
        for place in range(number):
            found.append({"kind": kind, "sex": sex, "quarter": f"2025-Q{place % 4 + 1}"})
    return found


def test_large_lines_are_exact_and_the_tables_stay_rounded() -> None:
    some = people(hit_f=61, hit_m=13, word_f=33, word_m=4, sex_act_f=21, sex_act_m=3)
    ledger, release = make_release(Ledger(), some, PLAN, "2025", made=MADE, random=seeded(1))
    cells = count(some, PLAN, "2025").cells
    assert {dict(c).get("kind") for c in release.line.headline} == {None, "hit", "word", "sex_act"}
    for cell, figure in release.line.headline.items():
        assert figure.status is Status.EXACT
        assert figure.value == cells[cell] >= 10
    assert all(f.status is Status.ROUNDED and f.value % 5 == 0 for f in release.figures.values())
    again = Ledger.from_json(ledger.as_json())
    assert again.lines[0].headline == release.line.headline
    assert again.facts(PLAN).digest == ledger.facts(PLAN).digest


def test_one_small_figure_keeps_its_whole_line_rounded() -> None:
    some = people(hit_f=61, word_f=30, sex_act_f=20, hit_m=4)
    _, release = make_release(Ledger(), some, PLAN, "2025", made=MADE, random=seeded(1))
    named = {name for cell in release.line.headline for name, _ in cell}
    assert "kind" in named
    assert "sex" not in named


def test_exact_figures_that_would_betray_somebody_are_left_away() -> None:
    some = people(hit_f=24, hit_m=16)  # exact, they would say that all women were hit
    _, release = make_release(Ledger(), some, PLAN, "2025", made=MADE, random=seeded(1))
    assert not release.line.headline
    assert max(f.value for f in release.figures.values()) == 40


def test_fewer_than_ten_have_no_exact_figure() -> None:
    _, release = make_release(Ledger(), people(hit_f=7), PLAN, "2025", made=MADE, random=seeded(1))
    assert not release.line.headline


def test_the_files_show_exact_figures_apart() -> None:
    some = people(hit_f=61, hit_m=13, word_f=33, word_m=4, sex_act_f=21, sex_act_m=3)
    _, release = make_release(Ledger(), some, PLAN, "2025", made=MADE, random=seeded(1))
    rows = list(csv.DictReader(io.StringIO(rows_file(release).decode("utf-8-sig"), newline="")))
    apart = [row for row in rows if row["table"] == "headline"]
    assert {row["status"] for row in apart} == {"exact"}
    assert "135" in {row["value"] for row in apart}
    book = openpyxl.load_workbook(io.BytesIO(workbook(release, ENGLISH)))
    assert "Số chính" in book.sheetnames


def test_the_plan_with_exact_main_figures_is_one_of_its_own() -> None:
    plan, plain = plan_named("incidents-headline"), plan_named("incidents")
    assert plan.headline and not plain.headline
    assert plan.digest != plain.digest
    ledger, release = make_release(
        Ledger(), answers(120, seeded(5)), plan, "2025", made=MADE, random=seeded(1)
    )
    (total,) = [f for c, f in release.line.headline.items() if len(c) == 1]
    assert total.status is Status.EXACT
    assert release.figures[(("period", "2025"),)].status is Status.ROUNDED
    with pytest.raises(OtherPlan):
        make_release(ledger, [], plain, "2025", made=MADE, random=seeded(1))
