import json
from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from gbvcase.domain.case import Case
from gbvcase.domain.codes import GbvType, ReferralStatus, ReportedElsewhere
from gbvcase.domain.derived import derived_of
from gbvcase.domain.interchange import case_from_json, case_to_json
from gbvcase.domain.referral import PrintLine, ReferralFeedback
from gbvcase.domain.values import PartialDate
from tests.builders import NOW, TODAY, WORKER, a_case, a_draft, a_referral, a_task, an_incident
from tests.strategies import cases


def test_it_says_the_code_and_the_state_in_both_languages() -> None:
    told = derived_of(a_case(), TODAY)
    assert told["client_code"] == "GL-MAU-1"
    assert told["case_status"] == "open"
    assert told["case_status_label"] == {"vi": "Đang hỗ trợ", "en": "Active"}
    assert told["owner"] == WORKER


def test_it_says_what_section_7_derives_of_an_incident() -> None:
    (told,) = derived_of(a_case(), TODAY)["incidents"]
    assert told["age_at_incident"] == 35
    assert told["under_18_at_incident"] is False
    assert told["days_to_report"] == 2
    assert told["report_delay_band"] == "d0_3"
    assert told["number_of_perpetrators"] == "1"
    assert told["domestic"] is True
    assert told["domestic_in_law"] is None
    assert told["contexts"]["intimate_partner_violence"] is True
    assert told["gbv_type"] == "physical_assault"
    assert told["incident_code"] is None


def test_an_incident_is_named_by_its_record_until_it_has_a_code() -> None:
    case = a_case(incidents=(an_incident(id="0123456789abcdef" * 2),))
    assert derived_of(case, TODAY)["incidents"][0]["incident_code"] == "VV-01234567"
    named = a_case(incidents=(an_incident(id="0" * 32, incident_code="VV-MAU"),))
    assert derived_of(named, TODAY)["incidents"][0]["incident_code"] == "VV-MAU"


def test_what_cannot_be_computed_is_null_and_not_false() -> None:
    rape = an_incident(q1=True)
    (told,) = derived_of(a_case(dob=None, incidents=(rape,)), TODAY)["incidents"]
    assert told["age_at_incident"] is None
    assert told["contexts"]["child_sexual_abuse"] is None
    assert told["child_sexual_abuse_under_16"] is None


def test_the_second_flags_for_children_stand_beside_the_contexts() -> None:
    young = PartialDate(2011)
    (told,) = derived_of(a_case(dob=young, incidents=(an_incident(q1=True),)), TODAY)["incidents"]
    assert told["child_sexual_abuse_under_16"] is True
    married = an_incident(q3=False, q4=True)
    (told,) = derived_of(a_case(dob=young, incidents=(married,)), TODAY)["incidents"]
    assert told["gbv_type"] == GbvType.FORCED_MARRIAGE.code
    assert told["early_marriage_under_18"] is True
    assert told["child_sexual_abuse_under_16"] is False


def test_it_lists_what_was_printed_what_is_due_and_what_was_made() -> None:
    referral = a_referral(
        status=ReferralStatus.SENT,
        sent_at=NOW,
        print_log=(PrintLine(at=NOW, by=WORKER, copies=2), PrintLine()),
        feedback=(ReferralFeedback(id="f1"),),
    )
    told = derived_of(a_case(referrals=(referral,), tasks=(a_task(source="rule:report"),)), TODAY)
    (one,) = told["referrals"]
    assert one["ack_due"] == "2025-09-16T09:00:00+07:00"
    assert one["print_log"][0]["copies"] == 2
    assert one["print_log"][1]["at"] is None
    assert one["feedback"] == [{"id": "f1"}]
    (task,) = told["tasks"]
    assert task["made_by_rule"] is True
    assert task["soon"] is True


def test_findings_come_with_their_place_and_a_sentence_in_each_language() -> None:
    elsewhere = an_incident(reported_elsewhere=ReportedElsewhere.OUTSIDE_NETWORK)
    told = derived_of(a_case(incidents=(elsewhere,)), TODAY)["findings"]
    places = {one["where"] for one in told}
    assert "incidents[0].reported_to" in places
    assert all(set(one["sentence"]) == {"vi", "en"} for one in told)


def test_a_draft_says_what_it_needs_to_be_registered() -> None:
    assert derived_of(a_draft(), TODAY)["needed_to_open"] == []
    needed = derived_of(a_draft(consents=()), TODAY)["needed_to_open"]
    assert "Consent to case management" in needed[0]["en"]
    assert derived_of(replace(a_case(), consents=()), TODAY)["needed_to_open"] == []


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_it_can_be_written_for_any_case_and_is_passed_over_when_read(case: Case) -> None:
    document = case_to_json(case) | {"derived": derived_of(case, TODAY)}
    assert case_from_json(json.loads(json.dumps(document))) == case
