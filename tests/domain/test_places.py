from datetime import date

import pytest

from gbvcase.domain.codes import rows_of
from gbvcase.domain.folding import folded
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.places import (
    HOME,
    LAST_OLD_DAY,
    NEW_UNITS,
    choices_of,
    commune,
    communes,
    current_of,
    current_province,
    former_province,
    is_known,
    is_urban,
    named,
    place_in,
    predecessors,
    province,
    provinces,
    search,
    shown,
)
from gbvcase.domain.values import Place

OLD = date(2024, 5, 1)
NEW = date(2026, 1, 1)
SPLIT = {"21634": {"21622", "21628"}, "22000": {"21994", "22006"}, "21997": {"21997", "22006"}}


def test_the_mapping_is_whole_and_no_commune_is_lost() -> None:
    old = (*communes("52", OLD), *communes("64", OLD))
    new = communes(HOME, NEW)
    assert (len(old), len(new)) == (373, 135)
    reached = {code for c in old for code in c.replaced_by}
    assert reached == {c.code for c in new}
    split = {c.code: set(c.replaced_by) for c in old if len(c.replaced_by) > 1}
    assert split == SPLIT
    assert sum(is_urban(place_in(c)) is True for c in new) == 25


def test_every_commune_of_today_is_made_of_those_of_one_former_province() -> None:
    counted = {
        row["code"]: int(row["predecessor_count"]) for row in rows_of("gia-lai-communes.csv")
    }
    for new in communes(HOME, NEW):
        before = predecessors(new.code)
        assert len(before) == counted[new.code]
        assert {c.province for c in before} == {former_province(new.code)}


def test_the_district_of_every_old_commune_is_listed() -> None:
    districts = {
        (row["name_vi"], row["province_code"]) for row in rows_of("gia-lai-old-districts.csv")
    }
    old = (*communes("52", OLD), *communes("64", OLD))
    assert {(c.district, c.province) for c in old} == districts


def test_all_provinces_have_their_communes() -> None:
    assert (len(provinces(OLD)), len(provinces(NEW))) == (63, 34)
    for row in rows_of("provinces-2025.csv"):
        assert len(communes(row["code"], NEW)) == int(row["commune_count"])
    assert {p.replaced_by[0] for p in provinces(OLD)} == {p.code for p in provinces(NEW)}


def test_the_lists_of_gia_lai_agree() -> None:
    national = {c.code: c for c in communes(HOME)}
    for row in rows_of("gia-lai-communes.csv"):
        assert national[row["code"]].full_name == row["full_name_vi"]


def test_a_code_means_what_it_meant_on_its_day() -> None:
    before, after = commune("21583", OLD), commune("21583", NEW)
    assert before is not None
    assert after is not None
    assert before.full_name == "Phường Thị Nại"
    assert after.full_name == "Phường Quy Nhơn"
    assert province("52", OLD) != province("52", NEW)
    assert province("64", NEW) is None
    assert commune("21583", date(2025, 6, 30)) == before
    assert commune("21583", NEW_UNITS) == after


def test_an_old_place_counts_where_it_lies_today() -> None:
    assert current_of(Place(province="64", commune="23905", as_of=OLD)) == "23908"
    assert current_of(Place(province="52", commune="21583", as_of=NEW)) == "21583"
    assert current_province(Place(province="64", as_of=OLD)) == "52"
    assert current_province(Place(province="64", as_of=NEW)) is None


@pytest.mark.parametrize("code", SPLIT)
def test_a_split_commune_counts_nowhere_until_someone_chooses(code: str) -> None:
    place = Place(province="52", commune=code, as_of=OLD)
    assert current_of(place) is None
    assert set(choices_of(place)) == SPLIT[code]


def test_an_unknown_place_counts_nowhere() -> None:
    assert current_of(Place(commune="99999")) is None
    assert current_of(Place(typed="làng Mẫu")) is None
    assert current_province(Place()) is None


def test_codes_must_stand_in_the_list_of_their_day_and_belong_together() -> None:
    assert is_known("52", "23905", NEW) is False
    assert is_known("64", "23905", OLD)
    assert is_known("52", None, None)
    assert not is_known("01", "21583", NEW)
    assert not is_known("ZZ", None, NEW)
    assert is_known(None, "21583", NEW)


def test_only_a_place_of_before_is_shown_with_its_district() -> None:
    old = Place(province="64", commune="23905", as_of=OLD, village="Làng Mẫu")
    assert shown(old) == "Làng Mẫu, Xã Ia Băng, Huyện Chư Prông, Tỉnh Gia Lai"
    new = Place(province="52", commune="23908", as_of=NEW)
    assert shown(new) == "Xã Ia Tôr, Tỉnh Gia Lai"
    assert shown(Place(province="01", typed="gần chợ")) == "gần chợ, Thành phố Hà Nội"
    assert shown(Place(village="Làng Mẫu", typed="Làng Mẫu, Ia Băng")) == "Làng Mẫu, Ia Băng"
    assert shown(Place()) == ""


def test_a_name_is_found_in_both_meanings_with_what_tells_them_apart() -> None:
    found = search("ia bang")
    lines = {(r.commune.full_name, r.second_line(ENGLISH)) for r in found}
    assert ("Xã Ia Băng", "Tỉnh Gia Lai, in the former Gia Lai") in lines
    assert (
        "Xã Ia Băng",
        "Huyện Chư Prông, Tỉnh Gia Lai until June 2025; now Xã Ia Tôr",
    ) in lines
    assert (
        "Xã Ia Bang",
        "Huyện Chư Prông, Tỉnh Gia Lai until June 2025; now Xã Ia Tôr",
    ) in lines
    assert found[0].commune.valid_to is None


def test_a_search_with_accents_keeps_them() -> None:
    assert {r.commune.name for r in search("Ia Băng")} == {"Ia Băng"}
    assert "Ia Bang" in {r.commune.name for r in search("ia bang")}


def test_the_word_for_its_kind_is_no_part_of_a_name() -> None:
    for typed in ("xã Ia Grai", "Xa ia grai", "ia grai", "X. Ia Grai"):
        assert search(typed)[0].commune.full_name == "Xã Ia Grai"
    assert search("TP. Pleiku")[0].commune.full_name == "Phường Pleiku"
    assert search("phường Pleiku")[0].commune.full_name == "Phường Pleiku"
    assert "Xã Xuân An" in {r.commune.full_name for r in search("xuan an")}


def test_the_district_may_be_typed_with_the_name() -> None:
    assert search("ia bang chu prong")[0].commune.code in ("23905", "23924")
    assert search("   ") == ()


def test_names_of_today_are_unique_without_accents() -> None:
    names = [folded(c.name) for c in communes()]
    assert len(set(names)) == len(names)


def test_an_exact_name_finds_one_commune_of_today() -> None:
    assert [c.code for c in named("xã Ia Tôr")] == ["23908"]
    assert len(named("Ia Băng", OLD, "64")) == 2


def test_the_list_of_home_has_the_communes_that_the_whole_list_gives_home() -> None:
    listed = {
        row["code"]: (row["level_code"], row["province_code"])
        for row in rows_of("communes-2025.csv")
        if row["province_code"] == HOME
    }
    assert {one.code: (one.kind, one.province) for one in communes(HOME)} == listed


def test_a_commune_is_called_as_its_list_calls_it() -> None:
    for row in rows_of("gia-lai-communes.csv"):
        now = commune(row["code"])
        assert now is not None
        assert now.full_name == row["full_name_vi"]
    for row in rows_of("gia-lai-commune-mapping.csv"):
        was = commune(row["old_code"], LAST_OLD_DAY)
        assert was is not None
        assert was.full_name == row["old_full_name_vi"]


def test_a_commune_far_from_home_is_found_by_its_code() -> None:
    far = commune("00004")
    assert far is not None
    assert (far.full_name, far.province) == ("Phường Ba Đình", "01")
    assert commune("nowhere") is None
