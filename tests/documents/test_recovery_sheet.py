from datetime import date

from gbvcase.documents.recovery_sheet import recovery_sheet
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.speaking import speaker
from tests.documents.reading import pages_of, text_of

NUMBER = "-".join(f"{n:06}" for n in range(111111, 1_000_000, 111111))


def test_the_sheet_holds_the_number_the_label_and_the_day_and_no_more() -> None:
    for say in (ENGLISH, speaker("vi")):
        paper = recovery_sheet(NUMBER, "Tủ số 1", date(2026, 3, 5), say)
        (page,) = pages_of(paper)
        for place, group in enumerate(NUMBER.split("-"), start=1):
            assert f"{place} {group}" in page
        assert "Tủ số 1" in page
        assert "05/03/2026" in page
        for word in ("violence", "survivor", "bạo lực", "hồ sơ ca", "gbvcase", "nạn nhân"):
            assert word not in text_of(paper).lower()


def test_the_same_number_prints_the_same_bytes() -> None:
    one, other = (recovery_sheet(NUMBER, "Tủ", date(2026, 3, 5), ENGLISH) for _ in range(2))
    assert one == other
