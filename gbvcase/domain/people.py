"""The people of a case: the survivor, those around her or him, and who is said to have done it."""

import datetime

from gbvcase.domain.codes import (
    Authority,
    CaregiverRelation,
    ChildStatus,
    ContactRule,
    Disability,
    Education,
    Ethnicity,
    GenderIdentity,
    HeardFrom,
    HouseholdStatus,
    Income,
    Language,
    LivingWith,
    MaritalStatus,
    Nationality,
    Occupation,
    PerpetratorAge,
    PerpetratorRole,
    PerpMeasure,
    Pregnancy,
    Relationship,
    Religion,
    SchoolStatus,
    Sex,
    Vulnerability,
    YesNo,
)
from gbvcase.domain.fields import (
    IDENTIFYING,
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
from gbvcase.domain.sharing import (
    ACCESS,
    CHILDREN,
    CONTACT,
    ECONOMIC,
    HEALTH,
    LANGUAGE,
    PERPETRATOR_IDENTITY,
    PERPETRATOR_RELATION,
    PERSON,
    PERSONAL_ID,
)
from gbvcase.domain.values import PartialDate, Place

OLDEST = 120


@record
class TrustedPerson(Record):
    name: Answer[str] = entry(mark("Full name"), IDENTIFYING)
    relation: Answer[str] = entry(mark("Relation to the survivor"), IDENTIFYING)
    phone: Answer[str] = entry(mark("Phone"), IDENTIFYING, limit=60, check="phone")
    knows: Answer[bool] = entry(mark("Knows what happened"), IDENTIFYING)


@record
class Child(Record):
    birth_year: Answer[int] = entry(
        mark("Birth year"), INDIRECT, low=1900, high=2200, sharing=CHILDREN
    )
    sex: Answer[Sex] = entry(mark("Sex"), INDIRECT)
    lives_with_client: Answer[bool] = entry(mark("Lives with the survivor"), INDIRECT)
    witnessed_violence: Answer[bool] = entry(mark("Saw or heard violence"), INDIRECT)
    was_harmed: Answer[bool] = entry(mark("Was harmed"), INDIRECT)
    at_risk_now: Answer[bool] = entry(mark("Is at risk now"), INDIRECT)


@record
class Caregiver(Record):
    name: Answer[str] = entry(mark("Full name"), IDENTIFYING)
    relation: Answer[CaregiverRelation] = entry(mark("Relation to the child"), INDIRECT)
    age: Answer[int] = entry(mark("Age"), INDIRECT, low=0, high=OLDEST)
    occupation: Answer[Occupation] = entry(mark("Occupation"), INDIRECT)
    marital_status: Answer[MaritalStatus] = entry(mark("Marital status"), INDIRECT)
    is_alleged_perpetrator: Answer[bool] = entry(
        mark("Is said to have used violence"),
        SENSITIVE,
        help=mark("If so, another adult whom the child trusts agrees in the caregiver's place."),
    )
    supportive: Answer[bool] = entry(mark("Supports the child"), SENSITIVE)
    aware_of_incident: Answer[bool] = entry(mark("Knows what happened"), SENSITIVE)


@record
class Guardian(Record):
    name: Answer[str] = entry(mark("Full name"), IDENTIFYING)
    legal_basis: Answer[str] = entry(mark("Legal basis"), IDENTIFYING)


@record
class MeasureTaken(Record):
    measure: Answer[PerpMeasure] = entry(mark("Measure"), SENSITIVE)
    date: Answer[datetime.date] = entry(mark("Date"), SENSITIVE)
    authority: Answer[Authority] = entry(mark("Authority"), SENSITIVE)


@record
class Client(Kept):
    """The survivor, with what is needed to reach her or him safely, and to help."""

    client_code: Answer[str] = entry(
        mark("Code of the survivor"), IDENTIFYING, searchable=True, hidden=True, declinable=False
    )
    full_name: Answer[str] = entry(
        mark("Full name"),
        IDENTIFYING,
        sharing=PERSON,
        searchable=True,
        help=mark("Write it as the person says it, in one line."),
    )
    other_names: Answer[str] = entry(
        mark("Name the person wants to be called by"), IDENTIFYING, searchable=True
    )
    sex: Answer[Sex] = entry(mark("Sex"), STATISTICAL, required=True, sharing=PERSON)
    dob: Answer[PartialDate] = entry(
        mark("Date of birth"),
        INDIRECT,
        condition="no_age",
        sharing=PERSON,
        band=Band.AGE,
        help=mark("A year is enough. It tells which help and which law apply."),
    )
    dob_estimated: Answer[bool] = entry(
        mark("The date of birth is an estimate"), INDIRECT, declinable=False
    )
    age_at_registration: Answer[int] = entry(
        mark("Age when registered"),
        INDIRECT,
        condition="no_dob",
        low=0,
        high=OLDEST,
        unit=mark("years"),
        band=Band.AGE,
        help=mark("Only if the date of birth is not known."),
    )
    address_current: Answer[Place] = entry(
        mark("Where the person lives now"), IDENTIFYING, sharing=CONTACT, band=Band.AREA
    )
    contact_rule: Answer[ContactRule] = entry(
        mark("How to make contact safely"),
        IDENTIFYING,
        required=True,
        help=mark("A call at the wrong moment can bring danger; we follow what you say here."),
    )
    contact_hours: Answer[str] = entry(mark("Safe hours"), IDENTIFYING, sharing=CONTACT)
    contact_code_word: Answer[str] = entry(
        mark("What to say if another person answers"), IDENTIFYING, sharing=CONTACT
    )
    phone_safe: Answer[str] = entry(
        mark("Safe phone"),
        IDENTIFYING,
        sharing=CONTACT,
        searchable=True,
        limit=60,
        check="phone",
    )
    phone_owner: Answer[str] = entry(mark("Whose phone it is"), IDENTIFYING, sharing=CONTACT)
    trusted_person: TrustedPerson = group(mark("Trusted person"), IDENTIFYING, TrustedPerson)
    languages: Answer[frozenset[Language]] = entry(
        mark("Languages"),
        STATISTICAL,
        required=True,
        sharing=LANGUAGE,
        help=mark("So that someone can speak with the person in her or his own language."),
    )
    interpreter_needed: Answer[bool] = entry(
        mark("Needs an interpreter"), STATISTICAL, required=True, sharing=LANGUAGE
    )
    ethnicity: Answer[Ethnicity] = entry(
        mark("Ethnicity"),
        INDIRECT,
        required=True,
        band=Band.ETHNIC_GROUP,
        help=mark("It helps to find support that fits, and is counted only in large groups."),
    )
    marital_status: Answer[MaritalStatus] = entry(
        mark("Marital status"), INDIRECT, required=True, band=Band.AS_CODED
    )
    marriage_registered: Answer[bool] = entry(
        mark("The marriage is registered"),
        STATISTICAL,
        condition="in_union",
        help=mark("It decides which protection the law gives."),
    )
    age_at_first_union: Answer[int] = entry(
        mark("Age when first married or living together"),
        STATISTICAL,
        condition="ever_in_union",
        low=0,
        high=OLDEST,
        unit=mark("years"),
    )
    living_with: Answer[frozenset[LivingWith]] = entry(mark("Lives with"), STATISTICAL)
    children: tuple[Child, ...] = groups(mark("Children and dependants"), INDIRECT)
    education: Answer[Education] = entry(mark("Education"), INDIRECT, band=Band.AS_CODED)
    occupation: Answer[Occupation] = entry(
        mark("Occupation"), INDIRECT, sharing=ECONOMIC, band=Band.AS_CODED
    )
    income_source: Answer[Income] = entry(
        mark("Source of income"), INDIRECT, sharing=ECONOMIC, band=Band.AS_CODED
    )
    household_poverty: Answer[HouseholdStatus] = entry(
        mark("Household status"),
        STATISTICAL,
        sharing=ECONOMIC,
        help=mark("Some support is given only to poor and near-poor households."),
    )
    health_insurance: Answer[YesNo] = entry(mark("Has health insurance"), STATISTICAL)
    heard_from: Answer[HeardFrom] = entry(
        mark("How the person learned of the service"), STATISTICAL
    )
    religion: Answer[Religion] = entry(mark("Religion"), INDIRECT)
    nationality: Answer[Nationality] = entry(mark("Nationality"), INDIRECT)
    address_registered: Answer[Place] = entry(mark("Registered residence"), IDENTIFYING)
    personal_id_no: Answer[str] = entry(
        mark("Personal ID number"),
        IDENTIFYING,
        sharing=PERSONAL_ID,
        limit=40,
        covered=True,
        check="citizen_number",
        help=mark("Keep it only if a service needs it."),
    )
    disability: Answer[frozenset[Disability]] = entry(
        mark("Disability"),
        STATISTICAL,
        required=True,
        sharing=ACCESS,
        help=mark("So that places and ways of help can be used by the person."),
    )
    vulnerability: Answer[frozenset[Vulnerability]] = entry(
        mark("Circumstances that need special care"), STATISTICAL, required=True
    )
    pregnant: Answer[Pregnancy] = entry(
        mark("Pregnant, or raising a child under 36 months"),
        SENSITIVE,
        sharing=HEALTH,
        help=mark("The law and the health service give special protection."),
    )
    gender_identity: Answer[GenderIdentity] = entry(
        mark("Gender identity"),
        SENSITIVE,
        help=mark("Ask only if it matters for the support and it is safe."),
    )
    child_status: Answer[ChildStatus] = entry(
        mark("Whom the child lives with"), STATISTICAL, condition="under_18"
    )
    lives_alone: Answer[bool] = entry(mark("Lives alone"), STATISTICAL, condition="under_18")
    school_status: Answer[SchoolStatus] = entry(mark("School"), STATISTICAL, condition="under_18")
    caregiver: Caregiver = group(mark("Caregiver"), SENSITIVE, Caregiver, condition="under_18")
    guardian: Guardian = group(mark("Legal guardian"), IDENTIFYING, Guardian)
    trusted_adult_for_consent: Answer[str] = entry(
        mark("Trusted adult who agrees with the child"),
        IDENTIFYING,
        condition="caregiver_unsafe",
        help=mark("When the caregiver is said to have used violence, another adult agrees."),
    )
    household_key: Answer[str] = entry(
        mark("Household number"),
        INDIRECT,
        hidden=True,
        declinable=False,
        help=mark("The same for people of one household, so that households can be counted."),
    )
    linkage_key: Answer[str] = entry(
        mark("Matching key"), IDENTIFYING, hidden=True, made=True, declinable=False
    )


@record
class AllegedPerpetrator(Kept):
    """A person who is said to have used violence."""

    role: Answer[PerpetratorRole] = entry(mark("Part in what happened"), STATISTICAL, required=True)
    relationship: Answer[Relationship] = entry(
        mark("Relationship to the survivor"),
        STATISTICAL,
        required=True,
        sharing=PERPETRATOR_RELATION,
        help=mark("It decides whether the law on domestic violence applies."),
    )
    sex: Answer[Sex] = entry(mark("Sex"), STATISTICAL, required=True, sharing=PERPETRATOR_IDENTITY)
    age_band: Answer[PerpetratorAge] = entry(
        mark("Age band"), STATISTICAL, required=True, sharing=PERPETRATOR_IDENTITY
    )
    known_identity: Answer[YesNo] = entry(
        mark("It is known who this is"), STATISTICAL, required=True
    )
    name: Answer[str] = entry(
        mark("Full name"),
        IDENTIFYING,
        sharing=PERPETRATOR_IDENTITY,
        help=mark("Only if it is needed for safety or for legal steps."),
    )
    id_hint: Answer[str] = entry(
        mark("Other marks by which to know the person"),
        IDENTIFYING,
        sharing=PERPETRATOR_IDENTITY,
    )
    address: Answer[str] = entry(
        mark("Where this person lives"), IDENTIFYING, sharing=PERPETRATOR_IDENTITY
    )
    workplace: Answer[str] = entry(
        mark("Where this person works"), IDENTIFYING, sharing=PERPETRATOR_IDENTITY
    )
    lives_with_client: Answer[YesNo] = entry(
        mark("Lives with the survivor now"),
        SENSITIVE,
        required=True,
        sharing=PERPETRATOR_RELATION,
    )
    access: Answer[YesNo] = entry(
        mark("Knows where the survivor is now"),
        SENSITIVE,
        gate="risk",
        help=mark("It decides how quickly a safe place is needed."),
    )
    prior_violence: Answer[YesNo] = entry(
        mark("Has used violence before"), SENSITIVE, required=True
    )
    occupation: Answer[Occupation] = entry(mark("Occupation"), INDIRECT, band=Band.AS_CODED)
    ethnicity: Answer[Ethnicity] = entry(mark("Ethnicity"), INDIRECT)
    nationality: Answer[Nationality] = entry(mark("Nationality"), INDIRECT)
    handling: tuple[MeasureTaken, ...] = groups(
        mark("Measures taken towards this person"), SENSITIVE
    )
    counselling: Answer[YesNo] = entry(mark("Was counselled to change behaviour"), STATISTICAL)
    counselling_meetings: Answer[int] = entry(
        mark("Number of meetings"), STATISTICAL, low=0, high=1000
    )
