from datetime import date

import pytest

from gbvcase.casework.cases import new_case
from gbvcase.casework.desk import Desk
from gbvcase.casework.likeness import COMMUNE, NEAR, alike
from gbvcase.domain.neighbours import neighbours
from gbvcase.domain.people import Client
from gbvcase.domain.places import communes, predecessors
from gbvcase.domain.values import PartialDate, Place
from tests.builders import a_case

DAY = date(2025, 7, 1)
PLEIKU, IA_GRAI = "23575", "23728"


def a_person(
    desk: Desk, name: str, year: int | None = None, commune: str | None = None, phone: str = ""
) -> str:
    client = Client(
        full_name=name,
        dob=PartialDate(year) if year else None,
        address_current=Place(province="52", commune=commune, as_of=DAY) if commune else None,
        phone_safe=phone or None,
    )
    return str(new_case(desk, client, a_case().intake).head.code)


def found(desk: Desk, *asked: object) -> dict[str, tuple[str, ...]]:
    return {one.code: one.matched for one in alike(desk, *asked)}  # type: ignore[arg-type]


def test_a_second_case_of_the_same_person_is_noticed_with_what_matched(desk: Desk) -> None:
    code = a_person(desk, "Nguyễn Thị Ước Mẫu", 1990, PLEIKU)
    assert found(desk, "Nguyen Thi Uoc Mau", 1991, PLEIKU) == {
        code: ("name", "year of birth", "commune")
    }
    assert found(desk, "Rơ Châm H'Khác", 1990, PLEIKU) == {}


def test_y_and_i_are_one_sound_after_a_consonant_and_not_in_a_diphthong(desk: Desk) -> None:
    code = a_person(desk, "Lý Thị Mỹ", 1990)
    assert found(desk, "Lí Thị Mĩ", 1990, None) == {code: ("name", "year of birth")}


@pytest.mark.parametrize(("year", "is_found"), [(1987, False), (1988, True), (1992, True)])
def test_years_two_apart_are_near_and_three_are_not(desk: Desk, year: int, is_found: bool) -> None:
    a_person(desk, "Trần Thị Mẫu", 1990)
    assert bool(found(desk, "Trần Thị Mẫu", year, None)) is is_found


def test_a_neighbouring_commune_speaks_for_it_and_a_far_one_against(desk: Desk) -> None:
    near = next(iter(sorted(neighbours(PLEIKU))))
    code = a_person(desk, "Trần Thị Mẫu", 1990, near)
    assert found(desk, "Trần Thị Mẫu", 1990, PLEIKU)[code][-1] == NEAR
    assert found(desk, "Trần Thị Mẫu", 1990, near)[code][-1] == COMMUNE
    assert found(desk, "Trần Thị Mẫu", 1990, IA_GRAI) == {}


def test_what_is_not_known_speaks_against_nothing(desk: Desk) -> None:
    without_year = a_person(desk, "Trần Thị Mẫu", None, PLEIKU)
    without_place = a_person(desk, "Trần Thị Mẫu", 1990)
    bare = a_person(desk, "Trần Thị Mẫu")
    assert set(found(desk, "Trần Thị Mẫu", 1990, PLEIKU)) == {without_year, without_place}
    assert set(found(desk, "Trần Thị Mẫu", None, None)) == {without_year, without_place, bare}


def test_the_same_safe_telephone_is_enough(desk: Desk) -> None:
    code = a_person(desk, "Siu H'Mẫu", 1980, IA_GRAI, "0900 000 001")
    assert found(desk, "", None, None, "+84 900000001") == {code: ("telephone",)}
    assert found(desk, "Trần Thị Khác", 1990, PLEIKU, "0900000001") == {code: ("telephone",)}
    assert found(desk, "", None, None, "0900000002") == {}
    assert found(desk, "", None, None, "0900") == {}


def test_nothing_is_alike_where_nothing_was_typed(desk: Desk) -> None:
    a_person(desk, "Trần Thị Mẫu")
    assert found(desk, "", None, None) == {}


def test_neighbours_are_mutual_of_one_old_district_and_never_oneself() -> None:
    for one in communes():
        districts = {old.district for old in predecessors(one.code)}
        for other in neighbours(one.code):
            assert one.code in neighbours(other) and other != one.code
            assert districts & {old.district for old in predecessors(other)}
    assert neighbours("00004") == frozenset()  # of another province
