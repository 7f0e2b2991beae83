import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from shutil import copytree
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import JaroWinkler

from gbvcase.casework.cases import amend, new_case
from gbvcase.casework.desk import Desk
from gbvcase.casework.likeness import BIRTH_YEAR, COMMUNE, NAME, NEAR, PHONE, alike
from gbvcase.casework.upkeep import open_desk
from gbvcase.domain.case import Case, CaseHead
from gbvcase.domain.codes import CaseStatus
from gbvcase.domain.folding import folded
from gbvcase.domain.neighbours import neighbours
from gbvcase.domain.numbers import phone_digits
from gbvcase.domain.people import Client
from gbvcase.domain.places import communes, current_of, predecessors
from gbvcase.domain.values import PartialDate, Place
from gbvcase.vault.records import save_case
from tests.builders import INTAKE, NOW, WORKER, a_case
from tests.casework.conftest import PASSWORD

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


FAR = "21583"
NEXT = min(neighbours(PLEIKU))
NAMES = (
    *("Nguyễn Thị Lan", "Nguyễn Thị Lân", "Nguyen Thi Lanh", "Nguyễn Thị Lý", "Nguyễn Thị Lí"),
    *("Nguyễn Thị Hoa", "Nguyển Thị Hoa", "Trần Thị Lan", "Siu H'Lan", "Rơ Châm H'Bŭp", "Ƀyơ̆ng"),
)
YEARS = (None, 1988, 1989, 1990, 1991, 1992, 1993)
PLACES = (None, PLEIKU, NEXT, FAR)
PHONES = ("0900 000 001", "+84 900 000 001", "0900000002", *("",) * 12)


@pytest.fixture(scope="module")
def office(made_cabinet: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A cabinet with many people who are much alike; these tests only look."""
    folder = Path(copytree(made_cabinet, tmp_path_factory.mktemp("alike") / "cabinet"))
    desk, random = open_desk(folder, PASSWORD), Random(7)  # noqa: S311 - made-up people
    with desk.vault.begin() as db:
        for number in range(150):
            year, place = random.choice(YEARS), random.choice(PLACES)
            client = Client(
                full_name=random.choice((*NAMES, None)),
                other_names=random.choice((None, NAMES[0])),
                dob=PartialDate(year, random.choice((None, 3))) if year else None,
                address_current=Place(province="52", commune=place, as_of=DAY) if place else None,
                phone_safe=random.choice(PHONES) or None,
            )
            head = CaseHead(code=f"GL-{number}", status=CaseStatus.OPEN, opened_on=DAY)
            case = Case(head=head, client=client, intake=INTAKE)
            save_case(db, case, by=WORKER, unit="Mẫu", at=NOW)
    yield desk
    desk.vault.lock()


def compared_with_all(
    desk: Desk, name: str, year: int | None, commune: str | None, phone: str
) -> list[tuple[str, tuple[str, ...]]]:
    """The rule of the design, asked of every case by itself and of nothing that is kept for it."""

    def spoken(text: str) -> str:
        return re.sub(r"(?<=[^aeiouy\s])y", "i", folded(text))

    def judged(row: Any) -> tuple[int, float, int, str, tuple[str, ...]] | None:
        number, case_id, kept_name, born, address, kept_phone = row
        place = json.loads(address) if address else {}
        if place:
            place = Place(
                **{key: place[key] for key in ("province", "commune")},
                as_of=date.fromisoformat(place["as_of"]),
            )
        lives = current_of(place) if place else None
        typed, kept = spoken(name), spoken(kept_name or "")
        likeness = JaroWinkler.similarity(typed, kept) if typed and kept else 0
        matched = [NAME] if likeness >= 0.92 else []
        if year and born and abs(int(born[:4]) - year) <= 2:
            matched.append(BIRTH_YEAR)
        if commune and lives in neighbours(commune) | {commune}:
            matched.append(COMMUNE if lives == commune else NEAR)
        against = (year and born and BIRTH_YEAR not in matched) or (
            commune and lives and COMMUNE not in matched and NEAR not in matched
        )
        if (
            kept_phone
            and len(phone_digits(phone)) >= 9
            and phone_digits(kept_phone) == phone_digits(phone)
        ):
            matched.append(PHONE)
        elif NAME not in matched or against or len(matched) == 1:
            return None
        return len(matched), likeness if NAME in matched else 0, number, case_id, tuple(matched)

    query = (
        "SELECT cases.rowid, cases.id, full_name, dob, address_current, phone_safe"
        " FROM cases JOIN clients ON case_id = cases.id"
    )
    with desk.vault.begin() as db:
        rows = db.exec_driver_sql(query).all()
    found = sorted(filter(None, map(judged, rows)), reverse=True)
    return [(case_id, matched) for *_, case_id, matched in found[:5]]


@given(
    name=st.sampled_from((*NAMES, "Nguyễn Thị", "Nguyễn Lan Thị", "ngyễn thị lan", "")),
    year=st.sampled_from((*YEARS, 1986, 1995, 2020)),
    commune=st.sampled_from((*PLACES, IA_GRAI)),
    phone=st.sampled_from((*PHONES[:4], "0900", "0900000009")),
)
@example(name="Nguyễn Thị Lý", year=1991, commune=PLEIKU, phone="0900000001")
@settings(max_examples=150, deadline=None)
def test_looking_in_an_index_finds_what_comparing_with_every_case_finds(
    office: Desk, name: str, year: int | None, commune: str | None, phone: str
) -> None:
    if year is None and commune is None and name:
        return  # of a name alone only the same words are looked for
    found = [(one.id, one.matched) for one in alike(office, name, year, commune, phone)]
    assert found == compared_with_all(office, name, year, commune, phone)


def test_a_name_or_a_year_that_was_changed_is_looked_for_as_it_is_now(desk: Desk) -> None:
    made = new_case(desk, Client(full_name="Trần Thị Mẫu", dob=PartialDate(1990)), a_case().intake)
    amend(desk, made.head.id, "client", replace(made.client, full_name="Siu H'Mẫu"))
    assert found(desk, "Trần Thị Mẫu", 1990, None) == {}
    amend(desk, made.head.id, "client", replace(made.client, dob=PartialDate(1970)))
    assert found(desk, "Trần Thị Mẫu", 1990, None) == {}
    assert found(desk, "Trần Thị Mẫu", 1970, None) != {}


def test_of_people_as_like_as_each_other_the_last_come_first(desk: Desk) -> None:
    codes = [a_person(desk, "Trần Thị Mẫu", 1990) for _ in range(7)]
    assert list(found(desk, "Trần Thị Mẫu", 1990, None)) == codes[:1:-1]
