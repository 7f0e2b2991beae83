"""What help reached a person, by sector: from what we gave ourselves and from referrals.

A referral that is under way is not help, and no answer is not a refusal.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from gbvcase.domain.answers import RECEIVED, UNKNOWN, Said, truth_said
from gbvcase.domain.case import Case
from gbvcase.domain.codes import (
    ReferralOutcome,
    ReferralStatus,
    Sector,
    ServiceStatus,
    ServiceType,
    rows_of,
)
from gbvcase.domain.counted_referrals import sent_of
from gbvcase.domain.fields import entries_of, given
from gbvcase.domain.incident import ServiceMatrix
from gbvcase.domain.referral import Referral
from gbvcase.domain.referral_states import referral_status

HELPED, DECLINED, ANSWERED, WAITING = "helped", "declined", "answered", "waiting"
NOT_CONNECTED, HELPED_BY_US, NONE = "not_connected", "helped_by_us", "none"
_ORDER = (HELPED, WAITING, ANSWERED, DECLINED, NOT_CONNECTED)

_STOPPED = frozenset({ReferralStatus.DECLINED_CLIENT, ReferralStatus.REVOKED})
_LOST = frozenset({ReferralStatus.DECLINED_PROVIDER, ReferralStatus.NO_RESPONSE})


def help_answers(case: Case) -> Iterator[tuple[str, Said]]:
    """Yield what became of the help in each sector, and whether any reached the person."""
    sent = sent_of(case)
    ours = _given_by_us(case)
    helped = []
    for sector in Sector:
        state = _state(sector, sent, ours)
        yield f"support_{sector.code}", state
        if state in (HELPED, HELPED_BY_US):
            helped.append(sector.code)
    yield "in_need", _in_need(case, sent)
    declined = sent and not helped and all(outcome_of(one) == DECLINED for one in sent)
    yield "declined_all", truth_said(bool(declined))
    yield "helped_sectors", tuple(sorted(helped))
    yield "helped", truth_said(bool(helped))
    yield "basic_support", truth_said(_is_basic(sent, ours))
    yield "referred", truth_said(bool(sent))


def outcome_of(referral: Referral) -> str:
    """Return what came of a referral that was handed over."""
    status, outcome = referral_status(referral), given(referral.outcome)
    answers = [one for one in referral.feedback if not one.void]
    results = {outcome, *(given(one.result) for one in answers)}
    if results & RECEIVED or (outcome is None and any(given(a.services_given) for a in answers)):
        return HELPED
    if status in _STOPPED or ReferralOutcome.CLIENT_STOPPED in results:
        return DECLINED
    if status in _LOST or ReferralOutcome.NOT_RECEIVED in results:
        return NOT_CONNECTED
    return ANSWERED if answers else WAITING


def _state(sector: Sector, sent: Iterable[Referral], ours: frozenset[Sector]) -> str:
    found = {outcome_of(one) for one in sent if given(one.sector) is sector}
    if HELPED not in found and sector in ours:
        return HELPED_BY_US if not found else HELPED
    return next((state for state in _ORDER if state in found), NONE)


def _given_by_us(case: Case) -> frozenset[Sector]:
    """Return the sectors in which the matrix of an incident says that we gave the service."""
    given_here = {
        sector
        for incident in case.incidents
        if not incident.void
        for sector in Sector
        if getattr(incident.service_matrix, sector.code, None) is ServiceStatus.PROVIDED_BY_US
    }
    return frozenset(given_here)


def _in_need(case: Case, sent: Iterable[Referral]) -> str:
    """Tell whether a need was recorded: by a referral, or in the matrix of an incident."""
    answers = {
        given(getattr(one.service_matrix, entry.name))
        for one in case.incidents
        if not one.void
        for entry in entries_of(ServiceMatrix)
    }
    if tuple(sent) or answers - {None, ServiceStatus.NOT_NEEDED}:
        return "yes"
    return "no" if ServiceStatus.NOT_NEEDED in answers else UNKNOWN


def _is_basic(sent: Iterable[Referral], ours: frozenset[Sector]) -> bool:
    """Tell whether a service reached the person that counts as basic support."""
    if ours & {sector_of(service) for service in basic_services()}:
        return True
    for one in sent:
        if outcome_of(one) != HELPED:
            continue
        told = {service for a in one.feedback for service in given(a.services_given) or ()}
        asked = given(one.service_requested) or frozenset()
        if (told or asked) & basic_services():
            return True
    return False


@cache
def basic_services() -> frozenset[ServiceType]:
    """Return the services that count as basic support by default [legal: 28/NQ-CP, goal 3.2]."""
    return frozenset(
        ServiceType.of(row["code"])
        for row in rows_of("service-types.csv")
        if row["counts_as_basic_support_default"] == "yes"
    )


@cache
def sector_of(service: ServiceType) -> Sector:
    """Return the sector to which a service belongs."""
    sectors = {row["code"]: row["sector"] for row in rows_of("service-types.csv")}
    return Sector.of(sectors[service.code])
