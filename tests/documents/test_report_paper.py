"""The report on paper: whole, the same twice, with its note at the foot of every page."""

from dataclasses import replace
from datetime import date

import pytest

from gbvcase.documents.letterhead import Letterhead
from gbvcase.documents.report_paper import PaperBar, PaperRow, PaperTable, Report, report_paper
from gbvcase.domain.speaking import speaker
from tests.documents.reading import pages_of, plain, text_of

DAY = date(2026, 1, 20)
OFFICE = Letterhead(
    office="Phòng Mẫu xã Mẫu",
    upper_body="Ủy ban nhân dân xã Mẫu",
    symbol="PM",
    place="Xã Mẫu",
)
COLUMNS = tuple(f"Cột {number}" for number in range(1, 15))
ROWS = tuple(
    PaperRow(f"Dòng {number}", number % 3, tuple(str(5 * number + c) for c in range(14)))
    for number in range(70)
)
TABLE = PaperTable(
    "A1",
    "Bảng thử rộng và dài",
    "vụ",
    COLUMNS,
    (PaperRow("Tổng số", 0, ("5000",) * 14, is_total=True), PaperRow("Khối", 0, ()), *ROWS),
    (PaperBar("Ngắn", "≤ 4", 0), PaperBar("Dài " * 20, "1.250", 1250), PaperBar("Che", "..", None)),
)
REPORT = Report(
    release="incidents-2025",
    title="Vụ việc mẫu",
    period="Năm 2025",
    opening="Văn phòng mẫu báo cáo.",
    tables=(TABLE,),
    headline=(("Tổng số", "1.234"),),
    exclusions=(("không đồng ý", "10"),),
    notes=("Cách lập.",),
    footnote="Số liệu được làm tròn để thử.",
    made_by="Lan (mẫu)",
    approved_by="Hà (mẫu)",
)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_report_has_all_its_parts_and_its_note_on_every_page(language: str) -> None:
    pdf = report_paper(REPORT, OFFICE, DAY, speaker(language))
    pages = pages_of(pdf)
    assert len(pages) > 2
    assert all("làm tròn để thử" in plain(page) for page in pages)
    words = plain(text_of(pdf))
    for part in ("/BC-PM", "Lan (mẫu)", "Hà (mẫu)", "Cột 14", "Dòng 69", "1.250", "Cách lập."):
        assert part in words, part


def test_a_page_of_a_long_table_repeats_its_head() -> None:
    pages = pages_of(report_paper(REPORT, OFFICE, DAY, speaker("vi")))
    assert sum("Cột 2" in plain(page) for page in pages) > 1


def test_the_same_report_is_the_same_bytes_and_practice_says_so() -> None:
    say = speaker("en")
    once = report_paper(REPORT, OFFICE, DAY, say)
    assert once == report_paper(REPORT, OFFICE, DAY, say)
    assert "PRACTICE" in text_of(report_paper(REPORT, OFFICE, DAY, say, stamp="PRACTICE"))


def test_a_report_of_fewer_than_ten_has_one_sentence_and_no_table() -> None:
    few = replace(REPORT, tables=(), headline=(), exclusions=(), footnote="", opening="Dưới 10.")
    pages = pages_of(report_paper(few, OFFICE, DAY, speaker("vi")))
    assert len(pages) == 1
    assert "Dưới 10." in pages[0]
