"""Made-up people of a made-up office, for learning, tests and pictures; they look made up.

Everything is drawn from one seed, so that the same seed gives the same office. The cases are
documents as `gbvcase case add` takes them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from gbvcase.casework.made_up_help import what_was_done
from gbvcase.domain.codes import rows_of
from gbvcase.domain.dates import VIETNAM

OLDEST_REPORT = 3 * 365  # days before today
NOBODYS = "0950"
"""How telephone numbers of made-up people begin: no operator has 095, so nobody is ever called."""

KINH = ("Nguyễn", "Trần", "Lê", "Phạm", "Võ", "Đặng", "Bùi", "Hồ", "Đỗ", "Huỳnh", "Phan", "Ngô")
JRAI = ("Rơ Châm", "Siu", "Ksor", "Kpă", "Nay", "Rmah", "Puih", "Rah Lan", "Rơ Mah")
BAHNAR = ("Đinh", "Yă", "A", "Hmưnh")
KINH_GIVEN = (
    "Mẫu",
    "Thử",
    "Ví Dụ",
    "Tập",
    "Nháp",
    "Ước",
    "Giả Định",
    "Minh Họa",
    "Phỏng",
    "Đặt Tên",
)
JRAI_GIVEN = ("Mẫu", "Thử", "Bŭp Mẫu", "Nĭ Thử", "Lơ̆p Mẫu", "Ƀlĭ Thử", "Wĕn Mẫu", "Ngŏ Thử")
BAHNAR_GIVEN = ("Mơ̆u Mẫu", "Thưh Mẫu", "Byơ̆ng Thử", "Ƀrưn Mẫu", "Lŭ Thử")

COMMUNES = (  # of Gia Lai, with how many of ten cases come from there
    ("Ia Grai", 5),
    ("Pleiku", 6),
    ("Đak Đoa", 4),
    ("Chư Prông", 3),
    ("Mang Yang", 3),
    ("Ia Hrung", 2),
    ("Kông Chro", 2),
    ("Quy Nhơn", 3),
    ("Tuy Phước", 2),
    ("An Lão", 1),
)
VILLAGES = ("làng Mẫu", "làng Thử", "thôn 1 mẫu", "thôn 2 mẫu", "tổ dân phố 3 mẫu")

SAYINGS = (
    "Lời kể mẫu: người này kể lại việc đã xảy ra tại nhà, bằng lời của mình.",
    "Lời kể mẫu: chuyện xảy ra nhiều lần, lần gần nhất vào buổi tối, có người hàng xóm biết.",
    "Lời kể mẫu: người này mong được yên ổn, chưa muốn đi xa nhà vì còn nương rẫy và con nhỏ.",
)

TYPES = (  # answers to q1..q6, a share, and the forms of Vietnamese law that go with them
    ("physical_assault", 38, ("the_chat", "tinh_than")),
    ("psychological_abuse", 30, ("tinh_than",)),
    ("denial_of_resources", 12, ("kinh_te",)),
    ("sexual_assault", 8, ("tinh_duc",)),
    ("rape", 5, ("tinh_duc", "the_chat")),
    ("forced_marriage", 5, ("tinh_than",)),
    ("non_gbv", 2, ()),
)
QUESTIONS = (
    "rape",
    "sexual_assault",
    "physical_assault",
    "forced_marriage",
    "denial_of_resources",
    "psychological_abuse",
)

ACTS = {
    "physical_assault": "a_harm_health",
    "psychological_abuse": "b_insult",
    "denial_of_resources": "n_property",
    "sexual_assault": "i_force_sex_spouse",
    "rape": "i_force_sex_spouse",
    "forced_marriage": "l_marriage",
}
FAMILY = ("spouse", "spouse", "spouse", "cohabiting", "ex_spouse", "in_law", "parent", "sibling")
OTHERS = ("dating", "ex_dating", "neighbor", "stranger", "employer", "online_contact")


@dataclass(frozen=True)
class MadeUpCase:
    """One document, the day on which it would have been written, and what then became of it."""

    document: dict[str, Any]
    written_on: datetime
    fate: str  # registered, draft, on_hold or voided
    refer_to: tuple[str, ...]  # sectors; with the state each referral reaches
    referral_fates: tuple[str, ...]


def made_up_cases(
    count: int, seed: int, today: date, oldest: int = OLDEST_REPORT
) -> Iterator[MadeUpCase]:
    """Yield made-up cases in the order of their days, from three years before `today` to now."""
    random = Random(seed)  # noqa: S311 - made-up people need no secrecy
    communes = _communes()
    days = sorted(today - timedelta(days=random.randrange(1, oldest)) for _ in range(count))
    for number, day in enumerate(days):
        yield _case(random, number, day, communes, today)


def _communes() -> tuple[tuple[str, int], ...]:
    codes = {row["name_vi"]: row["code"] for row in rows_of("gia-lai-communes.csv")}
    return tuple((codes[name], weight) for name, weight in COMMUNES if name in codes)


def _case(
    random: Random, number: int, day: date, communes: tuple[tuple[str, int], ...], today: date
) -> MadeUpCase:
    written = datetime.combine(day, time(random.randrange(8, 17), random.randrange(60)), VIETNAM)
    people = random.choices(("kinh", "gia_rai", "ba_na"), (45, 38, 17))[0]
    sex = random.choices(("female", "male"), (93, 7))[0]
    age = random.choices((13, 17, 19, 23, 31, 44, 55, 67), (2, 4, 6, 17, 34, 22, 9, 6))[0]
    age += random.randrange(-1, 3)
    commune = random.choices([c for c, _ in communes], [w for _, w in communes])[0]
    kind, _, forms = random.choices(TYPES, [weight for _, weight, _ in TYPES])[0]
    fate = random.choices(("registered", "draft", "on_hold", "voided"), (82, 10, 5, 3))[0]
    sparse = fate == "draft"
    happened = day - timedelta(days=random.choice((0, 1, 2, 4, 9, 20, 45, 120)))
    counted = random.choices(("given", "refused", None), (84, 9, 7))[0]
    shares = [] if sparse else _sectors(random, kind, age)
    document: dict[str, Any] = {
        "client": _client(random, people, sex, age, day, commune, sparse),
        "intake": _intake(random, day, sparse),
        "consents": _consents(random, written, age, counted, shares, sparse),
        "incidents": [_incident(random, kind, forms, happened, commune, sparse, age)],
    }
    recent = (today - day).days < 60  # noqa: PLR2004 - days in which an answer is still awaited
    answered = ("completed", "completed", "completed", "no_response", "declined_provider")
    fates = ("draft", "sent", "acknowledged") if recent else answered
    return MadeUpCase(
        document,
        written,
        fate,
        tuple(shares),
        tuple(random.choice(fates) for _ in shares),
    )


def _name(random: Random, people: str, sex: str) -> str:
    female = sex == "female"
    if people == "gia_rai":
        mark = "H'" if female else "Y "
        return f"{random.choice(JRAI)} {mark}{random.choice(JRAI_GIVEN)}"
    if people == "ba_na":
        middle = "Thị " if female and random.random() < 0.5 else ""  # noqa: PLR2004
        return f"{random.choice(BAHNAR)} {middle}{random.choice(BAHNAR_GIVEN)}"
    return f"{random.choice(KINH)} {'Thị' if female else 'Văn'} {random.choice(KINH_GIVEN)}"


def _client(  # noqa: PLR0913, PLR0917 - a person is all of these
    random: Random, people: str, sex: str, age: int, day: date, commune: str, sparse: bool
) -> dict[str, Any]:
    year = day.year - age
    born = random.choice((f"{year}", f"{year}-{random.randrange(1, 13):02}"))
    client: dict[str, Any] = {
        "full_name": _name(random, people, sex),
        "sex": sex,
        "dob": born,
        "dob_estimated": len(born) == 4,  # noqa: PLR2004 - a year alone
        "contact_rule": random.choice(
            ("call_freely", "call_hours", "via_trusted", "never_contact")
        ),
        "address_current": {
            "province": "52",
            "commune": commune,
            "village": random.choice(VILLAGES),
            "as_of": "2025-07-01",
        },
        "ethnicity": people,
    }
    if sparse:
        return client
    adult = age >= 18  # noqa: PLR2004
    client |= {
        "phone_safe": f"{NOBODYS}00{random.randrange(10)}{random.randrange(1000):03}",
        "phone_owner": random.choice(("của người ấy", "của chị gái", "của hàng xóm")),
        "languages": {"kinh": ["vi"], "gia_rai": ["jarai", "vi"], "ba_na": ["bahnar", "vi"]}[
            people
        ],
        "interpreter_needed": people != "kinh" and random.random() < 0.2,  # noqa: PLR2004
        "education": random.choice(("primary", "lower_secondary", "upper_secondary", "none")),
        "occupation": "farmer"
        if people != "kinh"
        else random.choice(("trader", "farmer", "casual_labour")),
        "marital_status": random.choice(("married", "married", "cohabiting", "separated", "single"))
        if adult
        else "single",
        "disability": random.choices((["none"], ["mobility"], ["vision"]), (94, 4, 2))[0],
        "vulnerability": ["none"] if adult else ["child"],
        "household_poverty": random.choice(("poor", "near_poor", "none")),
    }
    hours = random.choice(("9-10 giờ", "buổi chiều", "sau 17 giờ"))
    if client["contact_rule"] == "call_hours":
        client["contact_hours"] = hours
    if client["marital_status"] in ("married", "cohabiting"):
        client["marriage_registered"] = client["marital_status"] == "married"
        client["age_at_first_union"] = min(age, random.randrange(17, 26))
        client["living_with"] = ["spouse", "children"]
        client["children"] = [
            {
                "birth_year": day.year - random.randrange(1, 12),
                "sex": random.choice(("female", "male")),
            }
            for _ in range(random.randrange(1, 4))
        ]
    if not adult:
        client |= {
            "child_status": "with_one_parent",
            "lives_alone": False,
            "school_status": random.choice(("in_school", "dropped_out")),
            "caregiver": {
                "name": _name(random, people, "female"),
                "relation": "mother",
                "age": 41,
                "is_alleged_perpetrator": False,
                "supportive": True,
                "aware_of_incident": True,
            },
        }
    return client


def _intake(random: Random, day: date, sparse: bool) -> dict[str, Any]:
    intake: dict[str, Any] = {
        "first_report_date": day.isoformat(),
        "channel": random.choice(("in_person", "in_person", "phone", "outreach", "hotline")),
        "reported_by": random.choice(("survivor", "survivor", "family", "neighbor", "official")),
        "referred_from": random.choice(
            (
                "self_referral",
                "self_referral",
                "family_neighbor",
                "commune_pc",
                "health",
                "village_head",
            )
        ),
    }
    if not sparse:
        hurt = random.random() < 0.2  # noqa: PLR2004
        intake |= {
            "urgent_check": {
                "immediate_danger": random.choice(("no", "no", "no", "yes")),
                "medical_emergency": "yes" if hurt else "no",
                "suicide_risk": "no",
                "child_unsafe": random.choice(("no", "no", "not_applicable")),
                "action_taken": "Gọi Trạm Y tế (mẫu)." if hurt else None,
            },
            "information_given": ["rights", "services", "safety_tips", "hotline"],
            "hotline_offered": ["111"],
        }
        intake["urgent_check"] = {k: v for k, v in intake["urgent_check"].items() if v is not None}
    return intake


def _sectors(random: Random, kind: str, age: int) -> list[str]:
    wanted = {"rape": ["health", "police"], "sexual_assault": ["health", "police"]}.get(
        kind, random.choice(([], ["health"], ["police"], ["psychosocial"], ["legal"], ["shelter"]))
    )
    return wanted if age >= 18 else [*wanted[:1], "child_protection"]  # noqa: PLR2004


def _consents(  # noqa: PLR0913, PLR0917 - what is agreed depends on all of these
    random: Random, at: datetime, age: int, counted: str | None, sectors: list[str], sparse: bool
) -> list[dict[str, Any]]:
    if sparse and random.random() < 0.4:  # noqa: PLR2004
        return []
    child = age < 18  # noqa: PLR2004
    base: dict[str, Any] = {
        "given_by": "caregiver" if child and age < 15 else "client",  # noqa: PLR2004
        "form": random.choice(("signature", "thumbprint", "verbal_witnessed")),
        "explained": [
            "purpose",
            "recipients",
            "limits_explained",
            "mandatory_report",
            "right_refuse",
            "right_withdraw",
            "risks",
        ],
        "given_at": at.isoformat(),
    }
    if child:
        base["child_assent"] = "yes"
    if base["form"] == "verbal_witnessed":
        base |= {"interpreter_used": False, "witness": "Cán bộ Mẫu"}
    consents = [base | {"purpose": "services", "decision": "given"}]
    if counted:
        consents.append(base | {"purpose": "statistics", "decision": counted})
    items = ["identity", "contact", "incident_summary", "health", "perpetrator", "risk", "children"]
    consents += [
        base
        | {
            "purpose": "referral",
            "decision": "given",
            "recipient_sector": sector,
            "items_allowed": items if random.random() < 0.7 else items[:3],  # noqa: PLR2004
        }
        for sector in sectors
    ]
    return consents


def _incident(  # noqa: PLR0913, PLR0917
    random: Random,
    kind: str,
    forms: tuple[str, ...],
    happened: date,
    commune: str,
    sparse: bool,
    age: int,
) -> dict[str, Any]:
    place = {"province": "52", "commune": commune, "as_of": "2025-07-01"}
    exact = random.random() < 0.8  # noqa: PLR2004
    incident: dict[str, Any] = {
        "incident_date": happened.isoformat() if exact else happened.isoformat()[:7],
        "pattern": random.choice(("single", "repeated", "ongoing")),
        "place_type": random.choice(("shared_home", "client_home", "field_forest", "road")),
        "place": place,
        "setting_online": "no",
        "account": random.choice(SAYINGS),
    }
    if sparse:
        return incident
    relation = random.choice(FAMILY if age >= 18 and random.random() < 0.8 else OTHERS)  # noqa: PLR2004
    domestic = relation in FAMILY
    for number, question in enumerate(QUESTIONS, start=1):
        incident[f"q{number}"] = question == kind or (
            question in ("psychological_abuse",) and kind != "non_gbv"
        )
    incident |= {
        "is_gbv": kind != "non_gbv",
        "harmful_practice": "child_marriage" if kind == "forced_marriage" and age < 18 else "none",  # noqa: PLR2004
        "goods_exchanged": "no",
        "abduction": "none",
        "perp_influence": random.choice(("none", "alcohol", "alcohol", "unknown")),
        "injury": random.choice(("none", "minor", "moderate"))
        if kind != "psychological_abuse"
        else "none",
        "children_present": random.choice(("no", "present", "witnessed")),
        "previous_incidents": random.choice(("yes", "no", "unknown")),
        "reported_elsewhere": random.choices(
            ("no", "network_member", "outside_network"), (88, 4, 8)
        )[0],
        "wants_legal_action": random.choice(("yes", "no", "undecided")),
        "time_of_day": random.choice(("morning", "afternoon", "evening_night", "evening_night")),
    }
    if kind not in ("psychological_abuse", "non_gbv"):
        incident["also_present"] = ["psychological_abuse"]
    if forms:
        incident["vn_forms"] = list(forms)
    if domestic and kind in ACTS:
        incident["dv_acts"] = [ACTS[kind]]
    if incident["reported_elsewhere"] != "no":
        incident["reported_to"] = [
            {"sector": "police", "name": "Công an xã (mẫu)", "same_incident": True}
        ]
    incident["alleged_perpetrators"] = [
        {
            "role": "primary",
            "known_identity": "yes",
            "sex": random.choices(("male", "female"), (92, 8))[0],
            "age_band": random.choice(("18_25", "26_40", "26_40", "41_59", "60_plus")),
            "relationship": relation,
            "lives_with_client": "yes" if relation in ("spouse", "cohabiting") else "no",
            "prior_violence": incident["previous_incidents"],
        }
    ]
    services, done = what_was_done(happened, kind, commune)
    incident["alleged_perpetrators"][0] |= done
    if services:
        incident["service_matrix"] = services
    return incident
