from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as some

from gbvcase.ui.packed_ids import BYTES, PackedIds, packed

IDS = some.lists(some.uuids().map(lambda one: one.hex), unique=True)


@given(IDS)
def test_packed_ids_are_the_same_ids_in_the_same_order(ids: list[str]) -> None:
    small = packed(ids)
    assert list(small) == ids
    assert len(small) == len(ids)
    assert bool(small) == bool(ids)


@given(IDS, some.integers(-3, 9), some.integers(-3, 9))
def test_a_page_of_them_is_that_page(ids: list[str], first: int, last: int) -> None:
    assert packed(ids)[first:last] == tuple(ids[first:last])


@given(some.lists(some.sampled_from([bytes(15) + b"\1", b"\1" + bytes(15), bytes(16)])))
def test_an_id_is_found_where_it_stands_and_not_across_two(parts: list[bytes]) -> None:
    ids = [one.hex() for one in parts]
    small = packed(ids)
    for one in (bytes(16).hex(), (b"\1" + bytes(15)).hex(), (bytes(15) + b"\1").hex()):
        assert (one in small) == (one in ids)
        if one in ids:
            assert small.index(one) == ids.index(one)
        else:
            with pytest.raises(ValueError, match=one):
                small.index(one)


@pytest.mark.parametrize("other", ["", "case-1", "A" * 32, "g" * 32, " " * 2 + "a" * 30])
def test_ids_of_another_kind_are_kept_as_they_are(other: str) -> None:
    ids = (uuid4().hex, other)
    assert packed(ids) == ids
    assert other not in packed(ids[:1])


def test_a_place_beyond_the_end_is_none() -> None:
    small = packed([uuid4().hex])
    assert small[-1] == small[0]
    for place in (1, -2):
        with pytest.raises(IndexError):
            small[place]


def test_they_take_sixteen_bytes_each() -> None:
    small = packed([uuid4().hex for _ in range(100)])
    assert isinstance(small, PackedIds)
    assert len(small._content) == 100 * BYTES
