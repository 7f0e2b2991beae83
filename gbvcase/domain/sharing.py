"""The disclosure profiles: which line of a referral form which agency may receive (section 26)."""

from gbvcase.domain.codes import DisclosureLine, InfoItem
from gbvcase.domain.fields import EVERY_AGENCY, Agency, Sharing

PERSON = Sharing(InfoItem.IDENTITY, line=DisclosureLine.PERSON)
CONTACT = Sharing(InfoItem.CONTACT, line=DisclosureLine.CONTACT)
PERSONAL_ID = Sharing(
    InfoItem.IDENTITY,
    frozenset({Agency.POLICE, Agency.LEGAL_AID, Agency.SOCIAL}),
    line=DisclosureLine.PERSONAL_ID,
)
LANGUAGE = Sharing(InfoItem.CONTACT, line=DisclosureLine.LANGUAGE_ACCESS)
ACCESS = Sharing(InfoItem.HEALTH, line=DisclosureLine.LANGUAGE_ACCESS)  # disability is health
INCIDENT_TIME = Sharing(
    InfoItem.INCIDENT_SUMMARY,
    frozenset({Agency.HEALTH, Agency.POLICE, Agency.LEGAL_AID}),
    line=DisclosureLine.INCIDENT_TIME,
)
VIOLENCE_TYPE = Sharing(InfoItem.INCIDENT_SUMMARY, line=DisclosureLine.VIOLENCE_TYPE)
HEALTH = Sharing(InfoItem.HEALTH, frozenset({Agency.HEALTH}), line=DisclosureLine.HEALTH)
ACCOUNT = Sharing(
    InfoItem.INCIDENT_ACCOUNT,
    frozenset({Agency.POLICE, Agency.LEGAL_AID}),
    separate_tick=frozenset({Agency.POLICE, Agency.LEGAL_AID}),
    line=DisclosureLine.ACCOUNT,
)
PERPETRATOR_IDENTITY = Sharing(
    InfoItem.PERPETRATOR,
    frozenset({Agency.POLICE, Agency.LEGAL_AID}),
    line=DisclosureLine.PERPETRATOR_IDENTITY,
)
PERPETRATOR_RELATION = Sharing(
    InfoItem.PERPETRATOR,
    EVERY_AGENCY - {Agency.HEALTH},
    line=DisclosureLine.PERPETRATOR_RELATION,
)
RISK = Sharing(InfoItem.RISK, EVERY_AGENCY - {Agency.LEGAL_AID}, line=DisclosureLine.RISK)
CHILDREN = Sharing(
    InfoItem.CHILDREN,
    frozenset({Agency.POLICE, Agency.WOMENS_UNION, Agency.SOCIAL}),
    line=DisclosureLine.CHILDREN,
)
ECONOMIC = Sharing(
    InfoItem.ECONOMIC,
    frozenset({Agency.WOMENS_UNION, Agency.SOCIAL}),
    line=DisclosureLine.ECONOMIC,
)

PROFILE = (
    PERSON,
    CONTACT,
    PERSONAL_ID,
    LANGUAGE,
    ACCESS,
    INCIDENT_TIME,
    VIOLENCE_TYPE,
    HEALTH,
    ACCOUNT,
    PERPETRATOR_IDENTITY,
    PERPETRATOR_RELATION,
    RISK,
    CHILDREN,
    ECONOMIC,
)
"""The whole table; no field is shared in another way."""
