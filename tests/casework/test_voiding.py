from dataclasses import replace

import pytest

from gbvcase.casework.cases import new_case
from gbvcase.casework.desk import Desk
from gbvcase.casework.providers import save_provider
from gbvcase.casework.referrals import add_referral, make_ready
from gbvcase.casework.samples import made_up_providers
from gbvcase.casework.voiding import is_void, restore_record, void_record
from gbvcase.domain.agreement import ConsentMissing
from gbvcase.domain.answers import answers_of
from gbvcase.domain.case import Case
from gbvcase.domain.codes import ConsentPurpose, ReferralStatus, Sector, VoidReason
from tests.builders import a_case, a_sharing_consent
from tests.casework.test_referrals import _document


def a_kept_case(desk: Desk) -> Case:
    for provider in made_up_providers():
        save_provider(desk, provider)
    made = a_case()
    consents = tuple(c for c in made.consents if c.purpose is not ConsentPurpose.REFERRAL)
    consents = (*consents, replace(a_sharing_consent(Sector.HEALTH), recipient_provider=None))
    return new_case(desk, made.client, made.intake, consents, made.incidents)


def test_an_incident_that_was_a_mistake_stays_and_is_not_counted(desk: Desk) -> None:
    case = a_kept_case(desk)
    before = [one.excluded for one in answers_of(case)]
    voided = void_record(desk, case.head.id, "incidents", 0, VoidReason.DUPLICATE)
    assert voided.incidents[0].account == case.incidents[0].account
    assert is_void(voided, "incidents", 0)
    assert [one.excluded for one in answers_of(voided)] != before
    again = restore_record(desk, case.head.id, "incidents", 0)
    assert [one.excluded for one in answers_of(again)] == before
    assert again.incidents[0].void_reason is None


def test_nothing_is_shared_on_a_consent_that_was_a_mistake(desk: Desk) -> None:
    case = a_kept_case(desk)
    number = str(add_referral(desk, case.head.id, _document(desk)).referral_no)
    place = len(case.consents) - 1
    void_record(desk, case.head.id, "consents", place, VoidReason.WRONG_PERSON)
    with pytest.raises(ConsentMissing):
        make_ready(desk, case.head.id, number)
    restore_record(desk, case.head.id, "consents", place)
    assert make_ready(desk, case.head.id, number).status is ReferralStatus.READY
