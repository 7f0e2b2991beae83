"""Rows of incidents: bands only, nobody stands alone, the order tells nothing."""

import csv
import io
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from gbvcase.reports.incident_rows import (
    ALIKE,
    COLUMNS,
    FINDABLE,
    alike,
    incident_rows,
    rows_as_csv,
)
from gbvcase.reports.indicators import plan_named
from tests.reports.made_up import answers, seeded

AREA = plan_named("incidents").dimension["area"]
TITLES = {name: f"=title of {name}" for name in COLUMNS}


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), size=st.sampled_from([0, 1, 4, 5, 9, 40, 150]))
def test_at_least_five_rows_look_alike_in_what_a_neighbour_may_know(seed: int, size: int) -> None:
    random = seeded(seed)
    people = answers(size, random)
    found = incident_rows(people, AREA, random)
    groups = Counter(tuple(row[name] for name in FINDABLE) for row in found.rows)
    assert all(number >= ALIKE for number in groups.values())
    consented = sum("excluded" not in answer for answer in people)
    assert len(found.rows) + found.left_out == consented
    assert all(set(row) == set(COLUMNS) for row in found.rows)


def test_whoever_did_not_agree_is_in_no_row() -> None:
    people = [{**answer, "excluded": "no_consent"} for answer in answers(60, seeded(1))]
    assert incident_rows(people, AREA, seeded(1)).rows == ()


def test_a_commune_a_name_and_a_day_are_in_no_row() -> None:
    people = [
        {**a, "commune": "23602", "person": "77", "age": "34", "day": "2025-03-04"}
        for a in answers(80, seeded(2))
    ]
    content = rows_as_csv(incident_rows(people, AREA, seeded(2)), TITLES).decode("utf-8-sig")
    assert not any(told in content for told in ("23602", "77", "34", "2025-03-04"))
    assert set(next(csv.reader(io.StringIO(content, newline="")))) == set(COLUMNS)


def test_rows_that_many_share_keep_their_detail() -> None:
    row = dict.fromkeys(COLUMNS, "x") | {
        "reported_in": "2025-Q1",
        "area": "quy_nhon",
        "sex": "female",
        "age_group": "25_49",
    }
    assert alike([row] * ALIKE) == [row] * ALIKE
    assert alike([row] * (ALIKE - 1)) == []
    lone = row | {"area": "phu_my"}
    assert alike([*[row] * 9, *[lone] * 4]) == [row] * 9


def test_a_place_is_given_up_before_the_time_and_the_time_before_the_age() -> None:
    row = dict.fromkeys(COLUMNS, "x") | {
        "reported_in": "2025-Q1",
        "sex": "female",
        "age_group": "25_49",
    }
    places = [row | {"area": area} for area in ("a", "b", "c", "d", "e")]
    assert {(r["area"], r["reported_in"]) for r in alike(places)} == {("province", "2025-Q1")}
    times = [row | {"area": "a", "reported_in": f"2025-Q{q}"} for q in (1, 2, 3, 4, 1)]
    assert {(r["area"], r["reported_in"]) for r in alike(times)} == {("province", "2025")}
    ages = [row | {"area": "a", "age_group": age} for age in ("18_24", "25_49", "50_59") * 2]
    assert {r["age_group"] for r in alike(ages)} == {"18_plus"}


def test_the_order_of_the_rows_is_not_that_of_the_cabinet() -> None:
    people = [{**a, "gbv_type": "rape"} for a in answers(200, seeded(3))]
    one = incident_rows(people, AREA, seeded(4)).rows
    other = incident_rows(people, AREA, seeded(5)).rows
    assert one != other
    assert Counter(tuple(r.values()) for r in one) == Counter(tuple(r.values()) for r in other)


def test_no_cell_is_a_formula() -> None:
    found = incident_rows(answers(60, seeded(6)), AREA, seeded(6))
    rows = list(csv.reader(io.StringIO(rows_as_csv(found, TITLES).decode("utf-8-sig"), newline="")))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
