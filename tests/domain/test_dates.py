from datetime import date

import pytest

from gbvcase.domain.dates import NoSuchDay, NotADate, NotBornYet, understand

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8/3/1990", "1990-03-08"),
        ("08031990", "1990-03-08"),
        ("8-3-90", "1990-03-08"),
        ("08.03.1990", "1990-03-08"),
        ("8 3 1990", "1990-03-08"),
        ("080390", "1990-03-08"),
        ("031990", "1990-03"),
        ("3/1990", "1990-03"),
        ("tháng 3 năm 1990", "1990-03"),
        ("ngày 08 tháng 3 năm 1990", "1990-03-08"),
        ("1990", "1990"),
        ("khoảng 1990", "1990"),
        ("about 3/1990", "1990-03"),
        ("1990-03-08", "1990-03-08"),
        ("1990-03", "1990-03"),
        ("hôm nay", "2026-11-24"),
        ("Hôm qua", "2026-11-23"),
        ("today", "2026-11-24"),
        ("-3", "2026-11-21"),
        ("29/2/2024", "2024-02-29"),
    ],
)
def test_a_date_is_understood_as_it_was_typed(typed: str, meant: str) -> None:
    assert str(understand(typed, TODAY)) == meant


@pytest.mark.parametrize(
    ("typed", "birth", "year"),
    [
        ("1/1/27", True, 1927),
        ("1/1/27", False, 2027),
        ("1/1/26", True, 2026),
        ("25/11/26", True, 1926),
        ("1/1/47", False, 1947),
        ("1/1/46", False, 2046),
        ("1/1/00", True, 2000),
    ],
)
def test_a_short_year_of_a_birth_is_never_in_the_future(typed: str, birth: bool, year: int) -> None:
    assert understand(typed, TODAY, birth=birth).year == year


@pytest.mark.parametrize("typed", ["31/02/1990", "32/1/1990", "8/13/1990", "29/2/2023", "0/1990"])
def test_a_day_that_does_not_exist_is_refused_with_its_text(typed: str) -> None:
    with pytest.raises(NoSuchDay) as refused:
        understand(typed, TODAY)
    assert refused.value.details["typed"] == typed


@pytest.mark.parametrize(
    "typed", ["", "mùa rẫy", "90", "1/2/3/4", "1/2/199", "9999", "0000", "8/3/", "1e3", "٣/1990"]
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(NotADate):
        understand(typed, TODAY)


def test_a_birth_in_the_future_is_refused() -> None:
    with pytest.raises(NotBornYet):
        understand("25/11/2026", TODAY, birth=True)
    assert understand("2026", TODAY, birth=True).year == 2026
