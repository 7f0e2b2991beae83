"""Programmes are data: their targets, and the figures that somebody must type in."""

from datetime import date
from pathlib import Path

from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.speaking import speaker
from gbvcase.reports.targets import (
    Target,
    Typed,
    figures_between,
    programmes,
    target_rows,
    targets,
    targets_between,
)

YEAR = (date(2025, 1, 1), date(2025, 12, 31))
NEXT = (date(2027, 1, 1), date(2027, 12, 31))

A_PROGRAMME = """
[[programme]]
id = "mau_2026_2030"
document = "Quyết định mẫu"
en = "A made-up programme 2026-2030"
vi = "Chương trình mẫu giai đoạn 2026 - 2030"
valid_from = 2026-01-01
valid_to = 2030-12-31

[[indicator]]
id = "mau_handled"
programme = "mau_2026_2030"
en = "Share of incidents handled"
vi = "Tỷ lệ vụ việc được xử lý"
unit = "percent"
computable = "case"
confidence = "source"
target_2028 = 60
target_2030 = 90
target_wording = "at least"
counts = "incidents"
part = [{ en = "Handled", vi = "Đã xử lý", where = { handled = ["handled"] } }]

[[indicator]]
id = "mau_events"
programme = "mau_2026_2030"
en = "Village talks a year"
vi = "Số buổi nói chuyện ở thôn, làng mỗi năm"
unit = "count"
computable = "manual"
confidence = "source"
target_per_year = 12

[[figure]]
id = "mau_budget"
programme = "mau_2026_2030"
en = "Budget"
vi = "Kinh phí"
unit = "million đồng"
"""


def test_a_programme_is_data_with_its_days() -> None:
    known = {programme.id: programme for programme in programmes()}
    gbv = known["gbv_2021_2025"]
    assert gbv.is_valid(date(2025, 1, 1), date(2025, 3, 31))
    assert not gbv.is_valid(date(2026, 1, 1), date(2026, 12, 31))
    later = {target.programme for target in targets_between(date(2026, 1, 1), date(2026, 12, 31))}
    assert "gbv_2021_2025" not in later
    assert "gender_equality_2021_2030" in later
    assert {t.programme for t in targets()} <= set(known)


def wanted(name: str) -> Target:
    return next(target for target in targets() if target.id == name)


def test_a_missing_figure_is_shown_as_missing_and_no_share_is_made_of_it() -> None:
    target = wanted("gbv25_seek_help")
    (row,) = target_rows([target], {target.id: (214, None)}, {})
    assert row.share is None
    assert row.said(ENGLISH) == ("214", "not entered", "-")


def test_a_typed_figure_stands_beside_the_counted_one_with_its_source() -> None:
    target = wanted("gbv25_seek_help")
    typed = {f"{target.id}.denominator": Typed(1000, "Điều tra 2024")}
    (row,) = target_rows([target], {target.id: (214, None)}, typed)
    assert row.said(ENGLISH) == ("214", "1,000", "21 %")
    assert row.source == "Điều tra 2024"
    typed[f"{target.id}.numerator"] = Typed(999, "không dùng")
    (row,) = target_rows([target], {target.id: (214, None)}, typed)
    assert row.numerator == 214


def test_a_share_of_nobody_is_a_dash_and_never_nought() -> None:
    target = wanted("ge30_basic_support")
    (row,) = target_rows([target], {target.id: (0, 0)}, {})
    assert row.said(ENGLISH) == ("0", "0", "-")


def test_a_programme_of_2026_to_2030_is_a_new_file_and_no_code(tmp_path: Path) -> None:
    (tmp_path / "programme-mau.toml").write_text(A_PROGRAMME, encoding="utf-8")
    handled, events = targets_between(*NEXT, tmp_path)
    assert targets_between(*YEAR, tmp_path) == ()
    assert handled.goals == {2028: 60, 2030: 90}
    assert handled.goal(2028, ENGLISH) == "≥ 60"
    assert handled.rule is not None
    (part,) = handled.rule.parts
    assert part.where == {"handled": ["handled"]}
    assert events.goal(2027, ENGLISH) == "12"
    assert [f.id for f in figures_between(*NEXT, tmp_path)] == ["mau_events.value", "mau_budget"]
    assert figures_between(*YEAR, tmp_path) == ()


def test_every_target_that_cases_know_is_counted_or_says_why_not() -> None:
    for target in targets():
        if target.computable in ("case", "mixed"):
            assert target.rule or target.no_data, target.id
        else:
            assert target.rule is None


def test_every_figure_that_must_be_typed_has_one_name() -> None:
    names = [figure.id for figure in figures_between(*YEAR)]
    assert len(names) == len(set(names))
    assert {"budget", "trainings", "communication_events", "population"} <= set(names)
    assert "gbv25_seek_help.estimated_people_affected" in names


def test_what_others_counted_is_added_and_what_is_missing_is_named() -> None:
    target = wanted("ge30_perpetrator_counselling")
    (row,) = target_rows([target], {target.id: (4, 20)}, {})
    assert row.share == 20
    assert len(row.missing) == 2
    typed = {
        f"{target.id}.perpetrators_counselled_by_other_agencies": Typed(6, "Công an tỉnh (mẫu)"),
        f"{target.id}.perpetrators_detected_by_other_agencies": Typed(20, "Công an tỉnh (mẫu)"),
    }
    (row,) = target_rows([target], {target.id: (4, 20)}, typed)
    assert (row.numerator, row.denominator, row.missing) == (10, 40, ())
    assert row.source == "Công an tỉnh (mẫu)"


def test_a_figure_of_a_survey_stands_as_it_was_published() -> None:
    target = wanted("gso_gbv_prevalence")
    (row,) = target_rows([target], {}, {f"{target.id}.value": Typed(31.6, "Điều tra 2019")})
    assert row.said(speaker("vi")) == ("chưa nhập", "chưa nhập", "31,6 %")


def test_households_are_never_guessed() -> None:
    target = wanted("dvs_households_with_violence")
    (row,) = target_rows([target], {}, {})
    assert row.said(speaker("vi")) == ("không có dữ liệu về hộ", "-", "-")
    (row,) = target_rows([target], {}, {f"{target.id}.value": Typed(12, "UBND xã (mẫu)")})
    assert row.said(speaker("vi"))[0] == "12"


def test_goals_are_written_as_the_document_words_them() -> None:
    assert wanted("ge30_basic_support").goal(2030, ENGLISH) == "≥ 90"
    assert wanted("ge30_care_hours").goal(2025, speaker("vi")) == "≤ 1,7"
    assert wanted("dv25_equipped").goal(2025, ENGLISH) == "> 70"
    assert wanted("gc30_awareness").goal(2030, ENGLISH) == "10 - 15"
    assert wanted("gbv25_helped").goal(2030, ENGLISH) == ""
