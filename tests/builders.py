"""Made-up people, who look made up: a test names only what it is about."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from gbvcase.domain.case import Case, CaseHead
from gbvcase.domain.codes import (
    Abduction,
    CaseStatus,
    ConsentDecision,
    ConsentForm,
    ConsentGiver,
    ConsentPurpose,
    ContactRule,
    Direction,
    Disability,
    Ethnicity,
    HarmfulPractice,
    InfoItem,
    InformationGiven,
    Injury,
    Language,
    MaritalStatus,
    Pattern,
    PerpetratorAge,
    PerpetratorRole,
    PlaceType,
    PointExplained,
    ProviderStatus,
    ProviderType,
    ReferralStatus,
    ReferredFrom,
    Relationship,
    ReportChannel,
    ReportedElsewhere,
    Reporter,
    Sector,
    ServiceType,
    Sex,
    TaskKind,
    TaskState,
    Urgency,
    VnForm,
    Vulnerability,
    YesNo,
    YesNoUndecided,
)
from gbvcase.domain.consent import Consent
from gbvcase.domain.incident import Incident
from gbvcase.domain.intake import Intake, UrgentCheck
from gbvcase.domain.people import AllegedPerpetrator, Client
from gbvcase.domain.provider import ServiceProvider
from gbvcase.domain.referral import Referral
from gbvcase.domain.tasks import Task
from gbvcase.domain.values import PartialDate, Place
from gbvcase.domain.written_values import VIETNAM

TODAY = date(2025, 9, 15)
NOW = datetime(2025, 9, 15, 9, 0, tzinfo=VIETNAM)
WORKER, SUPERVISOR = "Cán bộ Mẫu", "Giám sát Mẫu"

IA_GRAI = Place(province="52", commune="23764", village="Làng Mẫu", as_of=date(2025, 7, 1))

CLIENT = Client(
    full_name="Trần Thị Mẫu",
    sex=Sex.FEMALE,
    dob=PartialDate(1990, 3, 8),
    contact_rule=ContactRule.CALL_HOURS,
    contact_hours="9-10 giờ",
    phone_safe="0900 000 001",
    address_current=IA_GRAI,
    languages=frozenset({Language.VI}),
    interpreter_needed=False,
    ethnicity=Ethnicity.of("kinh"),
    marital_status=MaritalStatus.of("married"),
    marriage_registered=True,
    age_at_first_union=20,
    disability=frozenset({Disability.NONE}),
    vulnerability=frozenset({Vulnerability.NONE}),
)
INTAKE = Intake(
    urgent_check=UrgentCheck(
        immediate_danger=YesNo.NO,
        medical_emergency=YesNo.NO,
        suicide_risk=YesNo.NO,
        child_unsafe=YesNo.NO,
    ),
    first_report_date=date(2025, 9, 10),
    channel=ReportChannel.IN_PERSON,
    reported_by=Reporter.SURVIVOR,
    referred_from=ReferredFrom.SELF_REFERRAL,
    information_given=frozenset({InformationGiven.RIGHTS, InformationGiven.HOTLINE}),
)
PERPETRATOR = AllegedPerpetrator(
    role=PerpetratorRole.PRIMARY,
    relationship=Relationship.SPOUSE,
    sex=Sex.MALE,
    age_band=PerpetratorAge.AGE_26_40,
    known_identity=YesNo.YES,
    name="Nguyễn Văn Thử",
    lives_with_client=YesNo.YES,
    prior_violence=YesNo.YES,
)
INCIDENT = Incident(
    incident_date=PartialDate(2025, 9, 8),
    pattern=Pattern.REPEATED,
    place=IA_GRAI,
    place_type=PlaceType.SHARED_HOME,
    setting_online=YesNo.NO,
    account="Lời kể mẫu.",
    q1=False,
    q2=False,
    q3=True,
    q4=False,
    q5=False,
    q6=True,
    is_gbv=True,
    vn_forms=frozenset({VnForm.THE_CHAT, VnForm.TINH_THAN}),
    harmful_practice=HarmfulPractice.NONE,
    goods_exchanged=YesNo.NO,
    abduction=Abduction.NONE,
    injury=Injury.MINOR,
    injury_detail="Vết thương mẫu.",
    previous_incidents=YesNo.YES,
    alleged_perpetrators=(PERPETRATOR,),
    reported_elsewhere=ReportedElsewhere.NO,
    wants_legal_action=YesNoUndecided.UNDECIDED,
)


def a_consent(purpose: ConsentPurpose = ConsentPurpose.SERVICES, **said: Any) -> Consent:
    """Return a consent that holds; name only what the test is about."""
    return replace(
        Consent(
            purpose=purpose,
            decision=ConsentDecision.GIVEN,
            given_by=ConsentGiver.CLIENT,
            form=ConsentForm.SIGNATURE,
            explained=frozenset(PointExplained),
            given_at=datetime(2025, 9, 10, 9, 30, tzinfo=VIETNAM),
        ),
        **said,
    )


def a_sharing_consent(sector: Sector = Sector.POLICE, **said: Any) -> Consent:
    """Return a consent to share everything with one sector."""
    items = {"recipient_sector": sector, "items_allowed": frozenset(InfoItem)}
    return a_consent(ConsentPurpose.REFERRAL, **items | said)


def a_referral(sector: Sector = Sector.POLICE, **said: Any) -> Referral:
    """Return a draft of a referral out; name only what the test is about."""
    return replace(
        Referral(
            direction=Direction.OUT,
            referral_no="PC-MAU-1",
            sector=sector,
            provider="provider-1",
            service_requested=frozenset({ServiceType.of("protection")}),
            urgency=Urgency.URGENT,
            reason_short="Cần được bảo vệ (mẫu).",
            status=ReferralStatus.DRAFT,
        ),
        **said,
    )


def a_task(**said: Any) -> Task:
    """Return something to do; name only what the test is about."""
    task = Task(kind=TaskKind.FOLLOW_UP, due=TODAY, assignee=WORKER, state=TaskState.OPEN)
    return replace(task, **said)


def a_provider(kind: str = "commune_police", **said: Any) -> ServiceProvider:
    """Return a provider of the directory; name only what the test is about."""
    return replace(
        ServiceProvider(
            id="provider-1",
            name="Công an xã Mẫu",
            type=ProviderType.of(kind),
            sectors=frozenset({Sector.POLICE}),
            status=ProviderStatus.ACTIVE,
        ),
        **said,
    )


def an_incident(**said: Any) -> Incident:
    """Return an incident that is complete; name only what the test is about."""
    return replace(INCIDENT, **said)


def a_perpetrator(
    relationship: Relationship = Relationship.SPOUSE, **said: Any
) -> AllegedPerpetrator:
    """Return an alleged perpetrator; name only what the test is about."""
    return replace(PERPETRATOR, relationship=relationship, **said)


def a_case(
    *,
    head: CaseHead | None = None,
    intake: Intake = INTAKE,
    consents: tuple[Consent, ...] | None = None,
    incidents: tuple[Incident, ...] = (INCIDENT,),
    referrals: tuple[Referral, ...] = (),
    tasks: tuple[Task, ...] = (),
    **client: Any,
) -> Case:
    """Return a complete, registered case; the names that are left over are the survivor's."""
    agreed = (
        a_consent(id="consent-services"),
        a_consent(ConsentPurpose.STATISTICS, id="consent-statistics"),
        a_sharing_consent(id="consent-police"),
    )
    registered = CaseHead(
        code="GL-MAU-1",
        status=CaseStatus.OPEN,
        opened_on=date(2025, 9, 10),
        registered_on=date(2025, 9, 10),
        owner=WORKER,
    )
    return Case(
        head=registered if head is None else head,
        client=replace(CLIENT, **client),
        intake=intake,
        consents=agreed if consents is None else consents,
        incidents=incidents,
        referrals=referrals,
        tasks=tasks,
    )


def a_draft(**said: Any) -> Case:
    """Return a case that is complete and was not registered yet."""
    return a_case(head=CaseHead(opened_on=date(2025, 9, 10), owner=WORKER), **said)
