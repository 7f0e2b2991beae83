"""What holds for every field of every record."""

from collections.abc import Iterator
from datetime import date
from typing import get_type_hints

import pytest

from gbvcase.domain import codes
from gbvcase.domain.case import LATER, MANY, PARTS, Case, CaseHead, records_of
from gbvcase.domain.codes import Code, InfoItem, NotAnswered, rows_of
from gbvcase.domain.conditions import CONDITIONS
from gbvcase.domain.fields import (
    EVERY_AGENCY,
    STATISTICAL,
    Agency,
    Answer,
    Band,
    Entry,
    Record,
    Sensitivity,
    entries_of,
    entry,
    entry_named,
    given,
    group,
    groups,
    is_answered,
    record,
)
from gbvcase.domain.interchange import record_from_json, record_to_json
from gbvcase.domain.people import Caregiver, Client
from gbvcase.domain.provider import ServiceProvider
from gbvcase.domain.schema import record_schema
from gbvcase.domain.sharing import PROFILE
from gbvcase.domain.tasks import Task

GATES = {"", "leave_intake", "close_intake", "consent", "risk", "ready", "sent", "completed"}


def kinds() -> Iterator[type[Record]]:
    waiting: list[type[Record]] = [*PARTS.values(), CaseHead, ServiceProvider]
    seen: set[type[Record]] = set()
    while waiting:
        kind = waiting.pop()
        if kind not in seen:
            seen.add(kind)
            yield kind
            waiting += [e.kind for e in entries_of(kind) if e.is_group]


def fields() -> list[tuple[type[Record], Entry]]:
    return [(kind, e) for kind in kinds() for e in entries_of(kind)]


def lists() -> list[type[Code]]:
    return [
        one
        for one in vars(codes).values()
        if isinstance(one, type) and issubclass(one, Code) and one is not Code
    ]


def test_every_field_is_described() -> None:
    for kind in kinds():
        assert len(entries_of(kind)) == len(get_type_hints(kind)), kind


def test_every_named_condition_and_gate_exists() -> None:
    for kind, one in fields():
        assert one.about.condition == "" or one.about.condition in CONDITIONS, one.name
        assert one.about.gate in GATES, (kind, one.name)


def test_a_field_is_shared_only_as_a_line_of_the_disclosure_table() -> None:
    for _, one in fields():
        assert one.about.sharing is None or one.about.sharing in PROFILE, one.name


def test_what_identifies_a_person_is_counted_only_as_an_age_or_an_area() -> None:
    for _, one in fields():
        if one.about.sensitivity is Sensitivity.IDENTIFYING:
            assert one.band in (None, Band.AREA), one.name
        if one.about.sensitivity is Sensitivity.SENSITIVE:
            assert one.band is None, one.name


def test_text_is_never_counted() -> None:
    for _, one in fields():
        assert one.kind is not str or one.band is None, one.name


def test_every_condition_can_be_asked_of_an_empty_case() -> None:
    case = Case()
    for kind, one in fields():
        if one.about.condition:
            assert CONDITIONS[one.about.condition](case, kind()) in (True, False), one.name


def test_labels_are_said_without_a_full_stop_and_help_with_one() -> None:
    for _, one in fields():
        label, told = one.about.label, one.about.help
        assert label[0].isupper() and not label.endswith("."), label
        assert told == "" or told.endswith("."), told


def test_every_code_has_a_label_in_both_languages_and_is_plain() -> None:
    for kind in lists():
        assert len(kind) > 1, kind
        for one in kind:
            assert one.label and one.label_vi, one
            assert one.code == one.code.lower() and one.code.isascii(), one
            assert kind is NotAnswered or one.code not in {n.code for n in NotAnswered}, one


def test_codes_of_files_are_those_of_the_files() -> None:
    assert [one.code for one in codes.DvAct] == [r["code"] for r in rows_of("dv-acts.csv")]
    assert len(codes.DvAct) == 16
    assert len(codes.ProtectiveMeasure) == 11
    assert len(codes.Ethnicity) == 55
    assert next(iter(codes.Nationality)).code == "vn"


def test_the_common_ways_of_not_answering_never_count_as_an_answer() -> None:
    assert given(NotAnswered.UNKNOWN) is None
    assert is_answered(NotAnswered.UNKNOWN)
    assert not is_answered(None)
    assert not is_answered(())
    assert not is_answered(frozenset())
    assert not is_answered(Caregiver())
    assert is_answered(Caregiver(age=40))
    assert is_answered(False)


def test_a_hidden_or_retired_code_is_not_offered_and_stays_valid() -> None:
    offered = set(codes.Abduction.offered(date(2025, 9, 1)))
    assert codes.Abduction.FORCED_CONSCRIPTION not in offered
    assert codes.Abduction.of("forced_conscription") is codes.Abduction.FORCED_CONSCRIPTION


def test_parts_and_later_parts_are_the_names_of_the_dictionary() -> None:
    assert set(PARTS).isdisjoint(LATER)
    assert len(PARTS) + len(LATER) == 19
    for part in PARTS:
        assert len(records_of(Case(), part)) == (0 if part in MANY else 1)


def test_the_shown_text_of_a_record_never_holds_a_value() -> None:
    assert repr(Client(full_name="Trần Thị Mẫu")) == "<Client>"
    assert repr(Case(client=Client(full_name="Trần Thị Mẫu"))) == "<Case>"


def test_a_record_can_be_hashed_and_compared() -> None:
    assert len({Client(), Client(), Client(full_name="Trần Thị Mẫu")}) == 2


def test_the_source_of_a_task_stands_in_the_place_of_the_common_field() -> None:
    assert entry_named(Task, "source").kind is str
    assert entry_named(Client, "source").kind is codes.RecordSource


def test_every_agency_may_learn_who_the_survivor_is() -> None:
    sharing = entry_named(Client, "full_name").about.sharing
    assert sharing is not None
    assert sharing.agencies == EVERY_AGENCY == frozenset(Agency)
    assert sharing.item is InfoItem.IDENTITY


# --- a new field is one line: the domain draws it everywhere by itself ------------------------


@record
class Pet(Record):
    kind: Answer[str] = entry("Kind of animal", STATISTICAL)


@record
class Household(Record):
    animals: Answer[int] = entry("Number of animals", STATISTICAL, low=0, high=99)
    languages: Answer[frozenset[codes.Language]] = entry("Languages", STATISTICAL)
    moved_in: Answer[date] = entry("Moved in on", STATISTICAL, required=True)
    dog: Pet = group("The dog", STATISTICAL, Pet)
    others: tuple[Pet, ...] = groups("Other animals", STATISTICAL)


HOUSEHOLD = Household(
    animals=3,
    languages=frozenset({codes.Language.JARAI}),
    moved_in=NotAnswered.UNKNOWN,
    dog=Pet(kind="chó"),
    others=(Pet(kind="mèo"), Pet()),
)


def test_a_new_field_is_listed_with_its_type() -> None:
    listed = [(e.name, e.kind, e.many) for e in entries_of(Household)]
    assert listed == [
        ("animals", int, False),
        ("languages", codes.Language, True),
        ("moved_in", date, False),
        ("dog", Pet, False),
        ("others", Pet, True),
    ]


def test_a_new_field_is_written_and_read() -> None:
    document = record_to_json(HOUSEHOLD)
    assert document == {
        "animals": 3,
        "languages": ["jarai"],
        "moved_in": {"not_answered": "unknown"},
        "dog": {"kind": "chó"},
        "others": [{"kind": "mèo"}, {}],
    }
    assert record_from_json(Household, document, "") == HOUSEHOLD


def test_a_new_field_is_in_the_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(record_schema(Household))
    assert validator.is_valid(record_to_json(HOUSEHOLD))
    assert not validator.is_valid({"animals": 100})
    assert not validator.is_valid({"cats": 1})
