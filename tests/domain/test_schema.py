import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from gbvcase.domain import codes
from gbvcase.domain.case import PARTS, Case
from gbvcase.domain.fields import Record, entries_of
from gbvcase.domain.interchange import case_to_json, record_to_json
from gbvcase.domain.provider import ServiceProvider
from gbvcase.domain.schema import case_schema, record_schema
from tests.builders import a_case, a_provider
from tests.domain.test_interchange import BAD, DOCUMENT
from tests.strategies import cases

SCHEMA = case_schema()
VALIDATOR = Draft202012Validator(SCHEMA)

BEYOND_A_SCHEMA = (  # look-ups, references between records, days that a month does not have
    "client.dob: not a date",
    "client.address_current.province",
    "client.address_current.commune",
    "client.address_current.as_of",
    "client.age_at_registration: whole number",  # JSON does not tell 30.0 from 30
    "intake.first_report_date: not a date",
    "consents[1].id",
    "referrals[0].consent",
    "client.full_name: U+D800",
)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


def test_what_is_taken_is_valid() -> None:
    VALIDATOR.validate(DOCUMENT)
    VALIDATOR.validate(case_to_json(a_case()))
    VALIDATOR.validate(DOCUMENT | {"derived": {"anything": 1}})


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_every_case_that_can_be_written_is_valid(case: Case) -> None:
    VALIDATOR.validate(case_to_json(case))


@pytest.mark.parametrize(("document", "where", "words"), BAD)
def test_what_is_refused_is_invalid_where_a_schema_can_say_it(
    document: Any, where: str, words: str
) -> None:
    if where in BEYOND_A_SCHEMA or f"{where}: {words}" in BEYOND_A_SCHEMA:
        return
    assert not VALIDATOR.is_valid(document), where


def test_its_keys_are_the_fields_and_its_codes_the_codes() -> None:
    for part, kind in PARTS.items():
        named = SCHEMA["$defs"][kind.__name__]["properties"]
        assert set(named) == {e.key for e in entries_of(kind) if not e.about.made}, part
    assert SCHEMA["$defs"]["Sex"]["enum"] == [one.code for one in codes.Sex]
    assert "from" in SCHEMA["$defs"]["Referral"]["properties"]


def test_it_says_the_class_and_the_label_of_each_field_in_both_languages() -> None:
    name = SCHEMA["$defs"]["Client"]["properties"]["full_name"]
    assert name["title"] == "Full name"
    assert set(name["x-title"]) == {"vi", "en"}
    assert name["x-class"] == "ID"
    assert SCHEMA["$defs"]["Sex"]["x-labels"]["female"] == {"vi": "Nữ", "en": "Female"}


def test_a_provider_can_be_checked_by_itself() -> None:
    schema = record_schema(ServiceProvider)
    Draft202012Validator(schema).validate(record_to_json(a_provider()))
    assert not Draft202012Validator(schema).is_valid({"name": 1})


def test_no_part_is_described_twice() -> None:
    kinds: set[type[Record]] = {ServiceProvider, *PARTS.values()}
    assert {kind.__name__ for kind in kinds} <= set(SCHEMA["$defs"])
