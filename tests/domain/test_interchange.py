import json
import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gbvcase.domain.case import LATER, Case
from gbvcase.domain.codes import NotAnswered, Sex
from gbvcase.domain.errors import Refused
from gbvcase.domain.interchange import (
    case_from_json,
    case_to_json,
    record_from_json,
    record_to_json,
)
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.people import Client
from gbvcase.domain.provider import ServiceProvider
from gbvcase.domain.referral import Referral
from gbvcase.domain.values import PartialDate, Place
from tests.builders import a_case, a_provider, a_referral, a_sharing_consent
from tests.strategies import cases

DOCUMENT: dict[str, Any] = {
    "client": {
        "full_name": "Rơ Châm H'Thử",
        "sex": "female",
        "dob": "1990-03",
        "dob_estimated": True,
        "age_at_first_union": {"not_answered": "no_answer"},
        "religion": "unknown",
        "languages": ["vi", "jarai"],
        "disability": "no_answer",
        "address_current": {
            "province": "52",
            "commune": "23764",
            "village": "Làng Mẫu",
            "as_of": "2025-07-01",
        },
        "trusted_person": {"name": "Siu H'Mẫu", "knows": True},
        "children": [{"birth_year": 2015, "sex": "male"}, {"birth_year": 2018}],
        "contact_rule": "never_contact",
    },
    "intake": {
        "urgent_check": {"immediate_danger": "no", "suicide_risk": "no_answer"},
        "first_report_date": "2025-09-10",
        "information_given": ["rights", "hotline"],
        "hotline_offered": ["111"],
    },
    "consents": [
        {"id": "c1", "purpose": "referral", "given_at": "2025-09-10T09:30:00+07:00"},
    ],
    "incidents": [
        {
            "incident_date": "2025",
            "q1": False,
            "q2": {"not_answered": "unknown"},
            "vn_forms": ["the_chat"],
            "alleged_perpetrators": [
                {"role": "primary", "relationship": "spouse", "handling": [{"measure": "fined"}]}
            ],
            "reported_to": [{"sector": "police", "date": "2025-08", "same_incident": True}],
            "service_matrix": {"health": "referred", "police": "not_needed"},
        }
    ],
    "referrals": [
        {
            "direction": "in",
            "from": "police",
            "consent": "c1",
            "disclosure": ["person", "contact"],
            "feedback": [{"received_at": "2025-09-12T10:00:00+07:00", "source": "phone"}],
        }
    ],
    "tasks": [{"kind": "follow_up", "due": "2025-10-01", "assignee": "Cán bộ Mẫu"}],
}


def refused(document: Any) -> tuple[str, str]:
    with pytest.raises(Refused) as caught:
        case_from_json(document)
    return caught.value.where, caught.value.said(ENGLISH)


def client(**said: Any) -> dict[str, Any]:
    return {"client": said}


def test_a_document_comes_back_as_it_was_taken() -> None:
    assert case_to_json(case_from_json(DOCUMENT)) == DOCUMENT


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_every_case_survives_the_way_through_a_document(case: Case) -> None:
    document = json.loads(json.dumps(case_to_json(case)))
    again = case_from_json(document)
    assert again == case
    assert case_to_json(again) == document


def test_the_part_that_is_worked_out_is_passed_over_when_a_shown_case_is_taken_again() -> None:
    shown = DOCUMENT | {"derived": {"client_code": "x", "findings": [{}]}}
    assert case_from_json(shown) == case_from_json(DOCUMENT)


def test_what_is_absent_was_not_asked_and_the_other_ways_of_not_answering_are_kept_apart() -> None:
    case = case_from_json(DOCUMENT)
    assert case.client.education is None
    assert case.client.religion is NotAnswered.UNKNOWN
    assert case.client.disability is NotAnswered.NO_ANSWER
    assert case.client.age_at_first_union is NotAnswered.NO_ANSWER
    assert case.incidents[0].q1 is False


def test_an_empty_list_of_parts_is_the_same_as_none() -> None:
    assert case_from_json({"consents": [], "client": {"caregiver": {}}}) == Case()


@pytest.mark.parametrize("part", LATER)
def test_a_part_of_later_is_refused_by_name(part: str) -> None:
    where, sentence = refused({part: []})
    assert where == part
    assert part in sentence
    assert "yet" in sentence


def test_an_unknown_part_or_field_is_refused_with_the_one_that_was_meant() -> None:
    assert refused({"clients": {}}) == (
        "",
        "There is no field “clients” here. Was “client” meant?",
    )
    where, sentence = refused({"incidents": [{"alleged_perpetrators": [{}, {"sexe": "male"}]}]})
    assert where == "incidents[0].alleged_perpetrators[1]"
    assert "Was “sex” meant?" in sentence
    assert "Was" not in refused(client(zzzz=1))[1]


def test_what_the_program_works_out_is_not_taken() -> None:
    for part, field in (
        ("client", "created_at"),
        ("client", "linkage_key"),
        ("client", "source"),
        ("client", "status_history"),
        ("intake", "first_point_of_contact"),
    ):
        where, sentence = refused({part: {field: "x"}})
        assert where == f"{part}.{field}"
        assert "worked out by the program" in sentence
    assert "worked out" in refused({"incidents": [{"domestic": True}]})[1]
    assert "worked out" in refused({"referrals": [{"ack_due": "2025-09-10T09:30:00Z"}]})[1]


BAD = [
    (client(sex="femal"), "client.sex", "Was “female” meant?"),
    (client(sex="qqq"), "client.sex", "not in the list"),
    (client(sex=1), "client.sex", "code of the list, as text"),
    (client(sex={"not_answered": "unknown"}), "client.sex", "code of the list"),
    (client(sex=["female"]), "client.sex", "code of the list"),
    (client(sex=None), "client.sex", "Null is no answer"),
    (client(languages="vi"), "client.languages", "list of codes"),
    (client(languages=["vi", "vi"]), "client.languages", "twice"),
    (client(languages=["vi", "vy"]), "client.languages[1]", "not in the list"),
    (client(languages=["unknown"]), "client.languages[0]", "not in the list"),
    (client(dob="1990-02-30"), "client.dob", "not a date"),
    (client(dob="1990-13"), "client.dob", "not a date"),
    (client(dob="8/3/1990"), "client.dob", "1990-03-08"),
    (client(dob="0001"), "client.dob", "between 1880 and 2100"),
    (client(dob=1990), "client.dob", "not a date"),
    (client(dob="1990\n"), "client.dob", "not a date"),
    (client(dob="١٩٩٠"), "client.dob", "not a date"),
    (client(dob_estimated=1), "client.dob_estimated", "true or false"),
    (client(dob_estimated={"not_answered": "unknown"}), "client.dob_estimated", "left out"),
    (client(age_at_registration=121), "client.age_at_registration", "between 0 and 120"),
    (client(age_at_registration=-1), "client.age_at_registration", "between 0 and 120"),
    (client(age_at_registration=30.0), "client.age_at_registration", "whole number"),
    (client(age_at_registration=True), "client.age_at_registration", "whole number"),
    (client(age_at_registration="30"), "client.age_at_registration", "whole number"),
    (client(age_at_registration=float("nan")), "client.age_at_registration", "whole number"),
    (client(age_at_registration=10**400), "client.age_at_registration", "between"),
    (client(full_name="x" * 1_000_000), "client.full_name", "At most 300"),
    (client(full_name="x" * 301), "client.full_name", "This text has 301 characters"),
    (client(full_name="  "), "client.full_name", "empty"),
    (client(full_name=""), "client.full_name", "empty"),
    (client(full_name=5), "client.full_name", "must be text"),
    (client(full_name="a\x00b"), "client.full_name", "U+0000"),
    (client(full_name="a\x1bb"), "client.full_name", "U+001B"),
    (client(full_name="a\ud800b"), "client.full_name", "U+D800"),
    (client(full_name="a\u202eb"), "client.full_name", "U+202E"),
    (client(full_name="a\uffffb"), "client.full_name", "U+FFFF"),
    (client(full_name={"not_answered": "no"}), "client.full_name", "not in the list"),
    (client(full_name={"not_answered": ["unknown"]}), "client.full_name", "as text"),
    (client(full_name={"not_answered": "unknown", "x": 1}), "client.full_name", "no other key"),
    (client(trusted_person=[]), "client.trusted_person", "object with named fields"),
    (client(children={}), "client.children", "must be a list"),
    (client(children=[{}] * 1001), "client.children", "too long"),
    (client(children=[[[[[]]]]]), "client.children[0]", "object with named fields"),
    (client(address_current="Ia Grai"), "client.address_current", "object with named"),
    (client(address_current={}), "client.address_current", "empty"),
    (client(address_current={"town": "x"}), "client.address_current", "no field “town”"),
    (
        client(address_current={"province": "99"}),
        "client.address_current.province",
        "“99” is not in the list of places",
    ),
    (
        client(address_current={"province": "52", "commune": "00001"}),
        "client.address_current.commune",
        "“00001” is not in the list",
    ),
    (
        client(address_current={"commune": "23764", "as_of": "2025-06-31"}),
        "client.address_current.as_of",
        "not a date",
    ),
    ({"intake": {"first_report_date": "2025-02-29"}}, "intake.first_report_date", "not a date"),
    ({"intake": {"first_report_date": "2025"}}, "intake.first_report_date", "not a date"),
    ({"consents": [{"given_at": "2025-09-10"}]}, "consents[0].given_at", "not a time"),
    ({"consents": [{"given_at": "2025-09-10T25:00:00Z"}]}, "consents[0].given_at", "not a time"),
    ({"consents": [{"signed_copy": {"media": "x"}}]}, "consents[0].signed_copy", "its sha256"),
    ({"consents": [{"id": "a b"}]}, "consents[0].id", "plain letters"),
    ({"consents": [{"id": "a"}, {"id": "a"}]}, "consents[1].id", "twice"),
    ({"referrals": [{"consent": "c9"}]}, "referrals[0].consent", "no consent with this number"),
    ({"referrals": [{"reason_short": "x" * 301}]}, "referrals[0].reason_short", "At most 300"),
    ({"referrals": [{"from_": "police"}]}, "referrals[0]", "Was “from” meant?"),
    ({"consents": "none"}, "consents", "must be a list"),
    ({"client": []}, "client", "object with named fields"),
    ([], "", "object with named parts"),
    ("case", "", "object with named parts"),
]


@pytest.mark.parametrize(("document", "where", "words"), BAD)
def test_what_cannot_be_read_is_refused_with_its_place_and_a_sentence(
    document: Any, where: str, words: str
) -> None:
    found, sentence = refused(document)
    assert found == where
    assert words in sentence


def test_a_refusal_does_not_carry_a_whole_document_or_an_escape_to_the_terminal() -> None:
    _, sentence = refused({"client": {"\x1b[31m" + "k" * 500: 1}})
    assert len(sentence) < 150
    assert "\x1b" not in sentence


def test_the_text_of_a_refusal_that_ends_in_logs_holds_no_value() -> None:
    with pytest.raises(Refused) as caught:
        case_from_json(client(sex="Trần Thị Mẫu"))
    assert str(caught.value) == "Refused"


def test_text_is_composed_and_trimmed_and_keeps_its_lines() -> None:
    decomposed = unicodedata.normalize("NFD", "  Trần Thị Mẫu ")
    case = case_from_json(client(full_name=decomposed))
    assert case.client.full_name == "Trần Thị Mẫu"
    told = case_from_json({"incidents": [{"account": "Dòng một.\r\n\tDòng hai."}]})
    assert told.incidents[0].account == "Dòng một.\n\tDòng hai."


def test_a_time_without_an_offset_is_the_time_of_vietnam() -> None:
    case = case_from_json({"consents": [{"given_at": "2025-09-10T09:30"}]})
    written = case_to_json(case)["consents"][0]["given_at"]
    assert written == "2025-09-10T09:30:00+07:00"


def test_mark_up_and_formulas_are_text_and_stay_what_they_are() -> None:
    for text in ("=1+1", "<script>alert(1)</script>", "{field}", "%s", "'; DROP TABLE x;--"):
        document = client(full_name=text)
        assert case_to_json(case_from_json(document)) == document


def test_a_place_of_before_july_2025_is_read_by_the_list_of_its_day() -> None:
    def known(province: str | None, commune: str | None, as_of: object) -> bool:
        return str(as_of) == "2020-01-01"

    found = {"province": "64", "commune": "23563", "as_of": "2020-01-01"}
    case = case_from_json(client(address_current=found), known)
    assert isinstance(case.client.address_current, Place)
    assert case_to_json(case) == client(address_current=found)
    with pytest.raises(Refused):
        case_from_json(client(address_current=found | {"as_of": "2025-07-01"}), known)


def test_numbers_that_were_drawn_are_shown_apart_unless_something_refers_to_them() -> None:
    drawn, other = "0" * 32, "1" * 32
    case = a_case(
        consents=(a_sharing_consent(id=drawn), a_sharing_consent(id=other)),
        referrals=(a_referral(id="2" * 32, consent=drawn, referral_no=None),),
    )
    document = case_to_json(case)
    assert [one.get("id") for one in document["consents"]] == [drawn, None]
    assert "id" not in document["referrals"][0]


def test_a_whole_record_can_be_kept_with_what_the_program_made() -> None:
    record = replace(a_provider(), revision=3, created_by="Cán bộ Mẫu")
    document = record_to_json(record, whole=True)
    assert document["revision"] == 3
    assert record_from_json(ServiceProvider, document, "", whole=True) == record
    assert "revision" not in record_to_json(record)


def test_a_referral_is_read_by_itself() -> None:
    document = record_to_json(a_referral())
    assert record_from_json(Referral, document, "") == a_referral()


def test_partial_dates_keep_how_exactly_they_are_known() -> None:
    for text, day in (
        ("1990", PartialDate(1990)),
        ("1990-03", PartialDate(1990, 3)),
        ("1990-03-08", PartialDate(1990, 3, 8)),
    ):
        case = case_from_json(client(dob=text))
        assert case.client.dob == day
        assert case_to_json(case) == client(dob=text)


@settings(max_examples=150, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    (
                        "client",
                        "sex",
                        "dob",
                        "incidents",
                        "q1",
                        "id",
                        "consents",
                        "place",
                        "derived",
                    )
                )
                | st.text(max_size=5),
                inner,
                max_size=3,
            )
        ),
        max_leaves=8,
    )
)
def test_any_document_is_either_read_or_refused_with_a_sentence(document: Any) -> None:
    try:
        case = case_from_json(document)
    except Refused as refusal:
        assert refusal.said(ENGLISH)
    else:
        assert case_from_json(case_to_json(case)) == case


def test_a_client_may_say_nothing_at_all() -> None:
    assert case_from_json({}) == Case()
    assert case_to_json(Case(client=Client(sex=Sex.MALE))) == client(sex="male")
