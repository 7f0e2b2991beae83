"""What happened: one event, or one course of acts by the same people, against one person."""

from gbvcase.domain.codes import (
    Abduction,
    ChildrenPresent,
    DvAct,
    Evidence,
    GbvType,
    HarmfulPractice,
    Injury,
    Pattern,
    PlaceType,
    ReportedElsewhere,
    Sector,
    ServiceStatus,
    Substance,
    TimeOfDay,
    VnForm,
    Weapon,
    YesNo,
    YesNoUndecided,
)
from gbvcase.domain.fields import (
    ADMINISTRATIVE,
    INDIRECT,
    SENSITIVE,
    STATISTICAL,
    Answer,
    Band,
    Record,
    entry,
    group,
    groups,
    record,
)
from gbvcase.domain.kept import Kept
from gbvcase.domain.marking import mark
from gbvcase.domain.people import AllegedPerpetrator
from gbvcase.domain.sharing import ACCOUNT, HEALTH, INCIDENT_TIME, VIOLENCE_TYPE
from gbvcase.domain.values import PartialDate, Place


@record
class ReportedTo(Record):
    sector: Answer[Sector] = entry(mark("Sector"), SENSITIVE)
    provider: Answer[str] = entry(
        mark("Provider of the directory"), SENSITIVE, refers_to="provider"
    )
    name: Answer[str] = entry(mark("Name of the place"), SENSITIVE)
    date: Answer[PartialDate] = entry(mark("Date"), SENSITIVE)
    same_incident: Answer[bool] = entry(mark("About the same incident"), SENSITIVE)


@record
class ServiceMatrix(Record):
    """The seven core sectors; the fields are their codes."""

    shelter: Answer[ServiceStatus] = entry(mark("Shelter"), STATISTICAL)
    health: Answer[ServiceStatus] = entry(mark("Health"), STATISTICAL)
    psychosocial: Answer[ServiceStatus] = entry(mark("Psychosocial support"), STATISTICAL)
    legal: Answer[ServiceStatus] = entry(mark("Legal help"), STATISTICAL)
    police: Answer[ServiceStatus] = entry(mark("Police, security"), STATISTICAL)
    livelihood: Answer[ServiceStatus] = entry(mark("Livelihood"), STATISTICAL)
    child_protection: Answer[ServiceStatus] = entry(
        mark("Child protection, education"), STATISTICAL
    )


@record
class Incident(Kept):
    incident_code: Answer[str] = entry(
        mark("Incident code"), ADMINISTRATIVE, searchable=True, hidden=True, declinable=False
    )
    event_key: Answer[str] = entry(
        mark("Shared event"),
        ADMINISTRATIVE,
        hidden=True,
        declinable=False,
        help=mark("The same for all survivors of one event."),
    )
    incident_date: Answer[PartialDate] = entry(
        mark("When it happened"),
        INDIRECT,
        required=True,
        sharing=INCIDENT_TIME,
        band=Band.PERIOD,
        help=mark("A month or a year is enough. Some health care helps only in the first days."),
    )
    time_of_day: Answer[TimeOfDay] = entry(mark("Time of day"), STATISTICAL)
    pattern: Answer[Pattern] = entry(mark("Once or more often"), STATISTICAL, required=True)
    place: Answer[Place] = entry(
        mark("Province, commune, village"), INDIRECT, required=True, band=Band.AREA
    )
    place_type: Answer[PlaceType] = entry(mark("Kind of place"), STATISTICAL, required=True)
    setting_online: Answer[YesNo] = entry(
        mark("Through phone or internet"), STATISTICAL, required=True
    )
    account: Answer[str] = entry(
        mark("What happened, in the survivor's own words"),
        SENSITIVE,
        lines=8,
        sharing=ACCOUNT,
        help=mark("Ask once. Write the words as they are said."),
    )
    q1: Answer[bool] = entry(
        mark(
            "Was any part of the body or an object put into the vagina, anus or mouth without "
            "consent, or while the person was unable to consent?"
        ),
        STATISTICAL,
        required=True,
        help=mark("An attempt without penetration: no here, yes to the next question."),
    )
    q2: Answer[bool] = entry(
        mark(
            "Was there any unwanted sexual touching or contact, including attempted rape or "
            "genital cutting?"
        ),
        STATISTICAL,
        required=True,
        condition="ask_q2",
        help=mark("Sexual words or gestures alone belong to the last question."),
    )
    q3: Answer[bool] = entry(
        mark("Was there physical force or injury that was not sexual?"),
        STATISTICAL,
        required=True,
        condition="ask_q3",
    )
    q4: Answer[bool] = entry(
        mark(
            "Was the person made to marry or live as married against their will, or married "
            "below the legal age?"
        ),
        STATISTICAL,
        required=True,
        condition="ask_q4",
        help=mark("Not a marriage that adults chose freely."),
    )
    q5: Answer[bool] = entry(
        mark(
            "Was the person denied money, property, work, schooling, health care, documents or "
            "services that are theirs by right?"
        ),
        STATISTICAL,
        required=True,
        condition="ask_q5",
        help=mark("Not general poverty."),
    )
    q6: Answer[bool] = entry(
        mark(
            "Was there mental or emotional harm: threats, insults, stalking, isolation, unwanted "
            "sexual remarks, destroying belongings?"
        ),
        STATISTICAL,
        required=True,
        condition="ask_q6",
    )
    is_gbv: Answer[bool] = entry(
        mark("Did it happen because of gender or unequal power?"),
        STATISTICAL,
        required=True,
        condition="ask_is_gbv",
        help=mark("If all six answers are no and this is yes, ask again with the supervisor."),
    )
    gbv_type: Answer[GbvType] = entry(
        mark("Main type, if it differs from the answers"),
        STATISTICAL,
        help=mark("The first yes decides. Choose here only to change that, with the reason."),
    )
    type_override_reason: Answer[str] = entry(
        mark("Why the type was changed"), ADMINISTRATIVE, condition="type_changed"
    )
    type_override_reviewer: Answer[str] = entry(
        mark("Who reviewed the change"),
        ADMINISTRATIVE,
        refers_to="worker",
        condition="type_changed",
    )
    non_gbv_note: Answer[str] = entry(
        mark("Why it is not gender-based violence"), SENSITIVE, lines=2, condition="non_gbv"
    )
    also_present: Answer[frozenset[GbvType]] = entry(
        mark("Other types that were present"), STATISTICAL
    )
    vn_forms: Answer[frozenset[VnForm]] = entry(
        mark("Forms of violence in Vietnamese law"),
        STATISTICAL,
        required=True,
        sharing=VIOLENCE_TYPE,
    )
    dv_acts: Answer[frozenset[DvAct]] = entry(
        mark("Acts named in the law on domestic violence"), STATISTICAL, condition="domestic"
    )
    harmful_practice: Answer[HarmfulPractice] = entry(
        mark("Harmful practice"),
        STATISTICAL,
        required=True,
        help=mark("What the person reports; it never judges a people."),
    )
    goods_exchanged: Answer[YesNo] = entry(
        mark("Money, goods or favours were exchanged"), STATISTICAL, required=True
    )
    abduction: Answer[Abduction] = entry(
        mark("Taken away or trafficked at the time"), STATISTICAL, required=True
    )
    perp_influence: Answer[Substance] = entry(mark("Alcohol or drugs"), STATISTICAL)
    weapon: Answer[frozenset[Weapon]] = entry(mark("Weapon"), SENSITIVE)
    children_present: Answer[ChildrenPresent] = entry(
        mark("Children present or harmed"), STATISTICAL
    )
    injury: Answer[Injury] = entry(
        mark("Injury"),
        SENSITIVE,
        sharing=HEALTH,
        help=mark("To find the right care, and a certificate if one is wanted."),
    )
    injury_detail: Answer[str] = entry(mark("About the injury"), SENSITIVE, lines=3, sharing=HEALTH)
    pregnant_then: Answer[YesNo] = entry(mark("Pregnant at the time"), SENSITIVE, sharing=HEALTH)
    previous_incidents: Answer[YesNo] = entry(
        mark("Has suffered violence before"), STATISTICAL, required=True
    )
    alleged_perpetrators: tuple[AllegedPerpetrator, ...] = groups(
        mark("Alleged perpetrators"), SENSITIVE
    )
    perpetrators_unknown: Answer[bool] = entry(
        mark("Nothing is known about a perpetrator"), STATISTICAL, declinable=False
    )
    reported_elsewhere: Answer[ReportedElsewhere] = entry(
        mark("Already reported elsewhere"),
        STATISTICAL,
        required=True,
        help=mark("So that one event is not counted twice."),
    )
    reported_to: tuple[ReportedTo, ...] = groups(
        mark("Where it was reported"), SENSITIVE, condition="reported_elsewhere"
    )
    service_matrix: ServiceMatrix = group(
        mark("Services in the seven sectors"), STATISTICAL, ServiceMatrix, gate="close_intake"
    )
    wants_legal_action: Answer[YesNoUndecided] = entry(
        mark("Wants legal action"), SENSITIVE, required=True
    )
    evidence_kept: Answer[frozenset[Evidence]] = entry(mark("Evidence kept"), SENSITIVE)
