import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gbvcase.sealing.canonical import NotCanonical, dumps, loads

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=8),
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(st.text(max_size=4), parts),
    max_leaves=8,
)


@given(VALUES)
def test_what_was_written_is_read_back_the_same(value: object) -> None:
    assert loads(dumps(value)) == value
    assert dumps(loads(dumps(value))) == dumps(value)


def test_there_is_one_spelling() -> None:
    assert dumps({"b": [1, True, None], "a": "ế"}) == b'{"a":"\\u1ebf","b":[1,true,null]}'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b' {"a":1}',
        b'{"a": 1}',
        b'{"b":1,"a":1}',
        b'{"a":1,"a":1}',
        b"1.0",
        b"1e3",
        b"-0",
        b"01",
        b"NaN",
        b"Infinity",
        b"9007199254740992",
        b"1" * 10_000,
        b'"\xe1\xba\xbf"',
        b'"\\u1EBF"',
        b'"\\/"',
        b'"\\ud800"',
        b"[" * 17 + b"]" * 17,
        b"[" * 10_000 + b"]" * 10_000,
        b"\xff\xfe",
        b"\xef\xbb\xbf1",
    ],
)
def test_any_other_spelling_is_refused(data: bytes) -> None:
    with pytest.raises(NotCanonical):
        loads(data)


@pytest.mark.parametrize("value", [1.5, 2**53, {1: 2}, {"a": b"x"}, "\udc80", float("nan"), {1}])
def test_a_value_without_a_spelling_is_refused(value: object) -> None:
    with pytest.raises(NotCanonical):
        dumps(value)


def test_sixteen_levels_are_read_and_seventeen_are_not() -> None:
    deep = json.loads("[" * 16 + "]" * 16)
    assert loads(dumps(deep)) == deep
    with pytest.raises(NotCanonical):
        dumps([deep])
