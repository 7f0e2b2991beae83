from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gbvcase.domain.agreement import ConsentMissing
from gbvcase.domain.case import Case
from gbvcase.domain.codes import (
    ConsentException,
    ConsentGiver,
    ContactRule,
    Disability,
    DisclosureLine,
    InfoItem,
    Injury,
    ProviderType,
    Sector,
)
from gbvcase.domain.consent import SharingException
from gbvcase.domain.disclosure import BY_PROVIDER, Disclosed, Why, agencies_of, disclose
from gbvcase.domain.fields import EVERY_AGENCY, Agency, Sensitivity, entries_of
from gbvcase.domain.people import Child, TrustedPerson
from gbvcase.domain.provider import ServiceProvider
from gbvcase.domain.values import PartialDate
from tests.builders import (
    CLIENT,
    NOW,
    TODAY,
    a_case,
    a_perpetrator,
    a_provider,
    a_referral,
    a_sharing_consent,
    an_incident,
)
from tests.strategies import cases

L = DisclosureLine
PROFILE = {  # section 26 of the dictionary, line by line
    L.PERSON: "health police womens_union legal_aid social",
    L.CONTACT: "health police womens_union legal_aid social",
    L.PERSONAL_ID: "police legal_aid social",
    L.LANGUAGE_ACCESS: "health police womens_union legal_aid social",
    L.INCIDENT_TIME: "health police legal_aid",
    L.VIOLENCE_TYPE: "health police womens_union legal_aid social",
    L.HEALTH: "health",
    L.ACCOUNT: "police legal_aid",
    L.PERPETRATOR_IDENTITY: "police legal_aid",
    L.PERPETRATOR_RELATION: "police womens_union legal_aid social",
    L.RISK: "health police womens_union social",
    L.CHILDREN: "police womens_union social",
    L.ECONOMIC: "womens_union social",
}
SECTOR = {
    Agency.HEALTH: Sector.HEALTH,
    Agency.POLICE: Sector.POLICE,
    Agency.WOMENS_UNION: Sector.SHELTER,
    Agency.LEGAL_AID: Sector.LEGAL,
    Agency.SOCIAL: Sector.CHILD_PROTECTION,
}
TICKED = frozenset({L.ACCOUNT})
EVERYTHING = frozenset(L)


def full_case(sector: Sector, **consent: Any) -> Case:
    return a_case(
        consents=(a_sharing_consent(sector, **consent),),
        personal_id_no="001190000001",
        disability=frozenset({Disability.VISION}),
        children=(Child(birth_year=2015, was_harmed=True),),
        incidents=(an_incident(injury=Injury.SEVERE),),
        trusted_person=TrustedPerson(name="Người tin cậy Mẫu"),
    )


def shown(
    sector: Sector,
    provider: ServiceProvider | None = None,
    chosen: frozenset[DisclosureLine] | None = None,
    **consent: Any,
) -> Disclosed:
    referral = a_referral(sector, disclosure=chosen)
    return disclose(full_case(sector, **consent), referral, TODAY, provider)


def names(disclosed: Disclosed) -> set[str]:
    return {entry.name for section in disclosed.sections for entry, _ in section.answers}


@pytest.mark.parametrize("agency", list(Agency))
@pytest.mark.parametrize("line", list(L))
def test_the_profiles_are_those_of_the_dictionary(agency: Agency, line: DisclosureLine) -> None:
    allowed = agency.value in PROFILE[line].split()
    disclosed = shown(SECTOR[agency], chosen=EVERYTHING)
    assert (line in disclosed.lines) is allowed
    assert (disclosed.withheld.get(line) is Why.PROFILE) is not allowed


@pytest.mark.parametrize("agency", [Agency.POLICE, Agency.LEGAL_AID])
def test_the_account_goes_only_with_a_tick_of_its_own(agency: Agency) -> None:
    assert shown(SECTOR[agency]).withheld == {
        line: why for line, why in shown(SECTOR[agency]).withheld.items() if why is Why.PROFILE
    } | {L.ACCOUNT: Why.TICK}
    assert "account" not in names(shown(SECTOR[agency]))
    assert "account" in names(shown(SECTOR[agency], chosen=TICKED))
    without = frozenset(InfoItem) - {InfoItem.INCIDENT_ACCOUNT}
    refused = shown(SECTOR[agency], chosen=TICKED, items_allowed=without)
    assert refused.withheld[L.ACCOUNT] is Why.CONSENT


def test_only_what_the_survivor_allowed_is_shown() -> None:
    disclosed = shown(Sector.POLICE, items_allowed=frozenset({InfoItem.IDENTITY}))
    assert names(disclosed) == {"full_name", "sex", "dob", "personal_id_no"}
    assert disclosed.withheld[L.CONTACT] is Why.CONSENT
    nothing = shown(Sector.POLICE, items_allowed=frozenset())
    assert nothing.sections == ()
    assert shown(Sector.POLICE, items_allowed=None).sections == ()


def test_language_is_contact_and_disability_is_health_on_the_same_line() -> None:
    contact = shown(Sector.POLICE, items_allowed=frozenset({InfoItem.CONTACT}))
    assert "languages" in names(contact)
    assert "disability" not in names(contact)
    health = shown(Sector.POLICE, items_allowed=frozenset({InfoItem.HEALTH}))
    assert names(health) == {"disability"}


def test_what_the_worker_leaves_out_is_not_shown() -> None:
    disclosed = shown(Sector.POLICE, chosen=frozenset({L.CONTACT}))
    assert disclosed.lines == {L.CONTACT}
    assert disclosed.withheld[L.PERSON] is Why.CHOICE
    assert shown(Sector.POLICE, chosen=frozenset()).sections == ()


def test_of_the_birth_only_the_year_is_shown() -> None:
    (section,) = (s for s in shown(Sector.HEALTH).sections if s.line is L.PERSON)
    told = {entry.name: value for entry, value in section.answers}
    assert told["dob"] == PartialDate(1990)


def test_of_children_only_number_and_ages_are_shown() -> None:
    (section,) = (s for s in shown(Sector.SHELTER).sections if s.line is L.CHILDREN)
    assert [(entry.name, value) for entry, value in section.answers] == [("birth_year", 2015)]


def test_the_health_service_learns_no_word_about_the_perpetrator() -> None:
    disclosed = shown(Sector.HEALTH)
    perpetrator = {"name", "relationship", "lives_with_client", "age_band"}
    assert names(disclosed).isdisjoint(perpetrator)
    assert {"injury", "injury_detail", "incident_date"} <= names(disclosed)


def test_the_safe_way_of_contact_is_on_every_form() -> None:
    nothing = shown(Sector.POLICE, items_allowed=frozenset())
    assert nothing.contact_rule is ContactRule.CALL_HOURS


def test_its_shown_text_holds_no_value() -> None:
    assert repr(shown(Sector.POLICE)) == "<Disclosed>"
    assert "Mẫu" not in repr(shown(Sector.POLICE).sections)


def test_records_entered_by_mistake_are_not_shown() -> None:
    case = full_case(Sector.POLICE)
    wrong = an_incident(alleged_perpetrators=(a_perpetrator(void=True, name="Tên Mẫu"),))
    void = an_incident(void=True)
    disclosed = disclose(replace(case, incidents=(wrong, void)), a_referral(), TODAY)
    assert "name" not in names(disclosed)


def test_without_a_consent_that_holds_today_nothing_is_disclosed() -> None:
    for said in ({"withdrawn_at": NOW}, {"explained": None}, {"void": True}):
        with pytest.raises(ConsentMissing):
            disclose(full_case(Sector.POLICE, **said), a_referral(), TODAY)
    with pytest.raises(ConsentMissing):
        disclose(full_case(Sector.POLICE), a_referral(Sector.HEALTH), TODAY)


def test_in_immediate_danger_only_what_saves_a_life_is_shown() -> None:
    danger = SharingException(basis=ConsentException.IMMINENT_DANGER, reason="Lý do mẫu")
    excused = {
        "given_by": ConsentGiver.NONE_EXCEPTION,
        "exception": danger,
        "items_allowed": None,
    }
    disclosed = shown(Sector.POLICE, **excused)
    assert {"full_name", "phone_safe"} <= names(disclosed)
    assert "incident_date" not in names(disclosed)
    court = replace(danger, basis=ConsentException.COURT_ORDER, approver="Giám sát Mẫu")
    assert shown(Sector.POLICE, **excused | {"exception": court}).sections == ()


def test_the_kind_of_provider_narrows_what_the_sector_allows() -> None:
    assert agencies_of(Sector.POLICE) == {Agency.POLICE}
    assert agencies_of(Sector.LIVELIHOOD) == {Agency.WOMENS_UNION, Agency.SOCIAL}
    assert agencies_of(Sector.OTHER) == agencies_of(None) == EVERY_AGENCY
    hospital = ProviderType.of("hospital")
    assert agencies_of(Sector.HEALTH, hospital) == {Agency.HEALTH}
    assert agencies_of(Sector.OTHER, hospital) == {Agency.HEALTH}
    assert agencies_of(None, hospital) == {Agency.HEALTH}
    assert agencies_of(Sector.POLICE, hospital) == {Agency.HEALTH, Agency.POLICE}
    assert agencies_of(Sector.POLICE, ProviderType.of("ngo")) == EVERY_AGENCY
    mixed = shown(Sector.POLICE, a_provider("hospital"), EVERYTHING)
    assert L.PERPETRATOR_RELATION not in mixed.lines
    assert L.HEALTH not in mixed.lines
    assert L.INCIDENT_TIME in mixed.lines


def test_every_profile_belongs_to_a_known_kind_of_provider() -> None:
    assert set(BY_PROVIDER) <= {one.code for one in ProviderType}
    assert set(BY_PROVIDER.values()) == set(Agency)


def test_the_code_of_the_survivor_is_never_shared() -> None:
    for entry in entries_of(type(CLIENT)):
        if entry.name in ("client_code", "household_key", "linkage_key", "trusted_person"):
            assert entry.about.sharing is None, entry.name


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    cases(),
    st.sampled_from(Sector),
    st.frozensets(st.sampled_from(InfoItem)),
    st.none() | st.frozensets(st.sampled_from(L)),
)
def test_nothing_is_shown_that_profile_consent_or_choice_do_not_allow(
    case: Case,
    sector: Sector,
    items: frozenset[InfoItem],
    chosen: frozenset[DisclosureLine] | None,
) -> None:
    adult = replace(case.client, dob=PartialDate(1990), age_at_registration=None)
    consent = a_sharing_consent(sector, items_allowed=items)
    case = replace(case, client=adult, consents=(consent,))
    disclosed = disclose(case, a_referral(sector, disclosure=chosen), TODAY)
    for section in disclosed.sections:
        assert section.line in disclosed.lines
        for entry, _ in section.answers:
            sharing = entry.about.sharing
            assert sharing is not None
            assert disclosed.agencies <= sharing.agencies
            assert sharing.item in items
            assert sharing.line is section.line
            assert chosen is None or section.line in chosen
            assert entry.about.sensitivity is not Sensitivity.ADMINISTRATIVE
    assert disclosed.lines.isdisjoint(disclosed.withheld)
    assert disclosed.lines | set(disclosed.withheld) == EVERYTHING
