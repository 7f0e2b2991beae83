from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from gbvcase.domain.codes import Injury, NotAnswered, Sex
from gbvcase.domain.fields import Record, entry, record
from gbvcase.domain.fields import Sensitivity as Sens
from gbvcase.domain.marking import ENGLISH, Speaker
from gbvcase.domain.text import official_date, written, written_number, written_weekday
from gbvcase.domain.values import PartialDate, Place, Scan

VIETNAMESE = Speaker("vi", {"Yes": "Có", "Thursday": "Thứ Năm"}.get)  # type: ignore[arg-type]


@record
class Pet(Record):
    name: str | None = entry("Name", Sens.IDENTIFYING)
    tame: bool | None = entry("Tame", Sens.STATISTICAL)
    number: int | None = entry("Number", Sens.ADMINISTRATIVE, hidden=True)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "Not asked"),
        (NotAnswered.UNKNOWN, "Unknown"),
        (Sex.FEMALE, "Female"),
        (True, "Yes"),
        (False, "No"),
        (1234, "1,234"),
        ("<b>A & B", "<b>A & B"),
        (date(1990, 3, 8), "08/03/1990"),
        (PartialDate(1990, 3), "03/1990"),
        (PartialDate(1990), "1990"),
        (datetime(2026, 3, 5, 7, 30, tzinfo=UTC), "05/03/2026 14:30"),
        (Place(province="52", commune="23908"), "Xã Ia Tôr, Tỉnh Gia Lai"),
        (Scan(media="image/png", size=2_000_000, sha256="0" * 64), "Picture (1.9 MB)"),
        (Pet(name="Mực", tame=True, number=3), "Name: Mực; Tame: Yes"),
        ((Pet(name="Mực"), Pet(name="Vện")), "Name: Mực\nName: Vện"),
        ((), ""),
    ],
)
def test_every_kind_of_value_has_words(value: object, words: str) -> None:
    assert written(value, ENGLISH) == words


def test_a_set_is_written_in_the_order_of_its_list() -> None:
    codes = list(Injury)
    backwards = frozenset(reversed(codes))
    assert written(backwards, ENGLISH) == "; ".join(c.label for c in codes)


def test_numbers_are_written_as_the_language_does() -> None:
    assert written_number(1234.5, VIETNAMESE) == "1.234,5"
    assert written_number(Decimal("12.5"), VIETNAMESE, 2) == "12,50"
    assert written_number(1_200_000, VIETNAMESE) == "1.200.000"
    assert written_number(1234.5, ENGLISH) == "1,234.5"


def test_official_dates_take_a_zero_where_the_rules_ask_for_it() -> None:
    assert official_date(date(2026, 3, 5), VIETNAMESE) == "ngày 05 tháng 3 năm 2026"
    assert official_date(date(2026, 2, 15), VIETNAMESE) == "ngày 15 tháng 02 năm 2026"
    assert official_date(date(2026, 12, 1), VIETNAMESE) == "ngày 01 tháng 12 năm 2026"
    assert official_date(date(2026, 3, 5), ENGLISH) == "5 March 2026"


def test_a_typed_date_is_shown_with_its_weekday() -> None:
    assert written_weekday(date(1990, 3, 8), VIETNAMESE) == "Thứ Năm, 08/03/1990"


def test_a_label_comes_in_the_language() -> None:
    assert written(True, VIETNAMESE) == "Có"
    assert written(Sex.FEMALE, VIETNAMESE) == "Nữ"
