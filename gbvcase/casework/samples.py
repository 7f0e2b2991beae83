"""Every paper with made-up people, to look at; and the made-up directory of a made-up office."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

from gbvcase.casework.cases import list_cases
from gbvcase.casework.desk import Desk
from gbvcase.casework.made_up import NOBODYS
from gbvcase.casework.papers import referral_paper
from gbvcase.casework.summaries import summary_of
from gbvcase.casework.whole_files import write_whole
from gbvcase.domain.case import Case, CaseHead
from gbvcase.domain.codes import (
    CaseStatus,
    DisclosureLine,
    ProviderStatus,
    ProviderType,
    ReferralStatus,
    Sector,
    ServiceType,
)
from gbvcase.domain.dates import VIETNAM
from gbvcase.domain.disclosure import disclose
from gbvcase.domain.interchange import case_from_json
from gbvcase.domain.provider import ServiceProvider
from gbvcase.domain.speaking import LANGUAGES, speaker
from gbvcase.vault.lists import View

DAY = date(2026, 3, 5)
AT = datetime.combine(DAY, time(9, 30), VIETNAM)

PROVIDERS = (
    ("health", "commune_health", "Trạm Y tế xã (mẫu)", ("treatment", "post_rape_care")),
    ("police", "commune_police", "Công an xã (mẫu)", ("protection",)),
    ("shelter", "womens_union", "Hội Liên hiệp Phụ nữ xã (mẫu)", ("temporary_shelter",)),
    ("legal", "legal_aid_centre", "Trung tâm Trợ giúp pháp lý nhà nước (mẫu)", ("legal_aid",)),
    ("psychosocial", "social_work_centre", "Trung tâm Công tác xã hội (mẫu)", ("counselling",)),
    (
        "child_protection",
        "commune_culture_social",
        "Phòng Văn hóa - Xã hội xã (mẫu)",
        ("child_protection_plan",),
    ),
)

STORY = {
    "client": {
        "full_name": "Rơ Châm H'Bŭp Mẫu",
        "sex": "female",
        "dob": "1994",
        "dob_estimated": True,
        "contact_rule": "call_hours",
        "contact_hours": "9-10 giờ, nói là Trạm Y tế",
        "phone_safe": f"{NOBODYS} 000 123",
        "phone_owner": "của chị gái",
        "address_current": {
            "province": "52",
            "commune": "23722",
            "village": "làng Mẫu",
            "as_of": "2025-07-01",
        },
        "ethnicity": "gia_rai",
        "languages": ["jarai", "vi"],
        "interpreter_needed": True,
        "marital_status": "married",
        "disability": ["none"],
        "children": [
            {"birth_year": 2016, "sex": "female"},
            {"birth_year": 2020, "sex": "male"},
        ],
        "household_poverty": "near_poor",
        "pregnant": "no",
        "personal_id_no": "064194000000",
    },
    "intake": {
        "first_report_date": "2026-03-04",
        "channel": "in_person",
        "reported_by": "survivor",
    },
    "incidents": [
        {
            "incident_date": "2026-03-03",
            "pattern": "repeated",
            "account": "Lời kể mẫu: việc xảy ra buổi tối, tại nhà.",
            "q1": False,
            "q2": False,
            "q3": True,
            "q6": True,
            "vn_forms": ["the_chat", "tinh_than"],
            "injury": "moderate",
            "injury_detail": "Đau vai trái, bầm tay (mẫu).",
            "alleged_perpetrators": [
                {
                    "role": "primary",
                    "name": "Siu Y Thử",
                    "sex": "male",
                    "age_band": "26_40",
                    "relationship": "spouse",
                    "lives_with_client": "yes",
                    "access": "yes",
                }
            ],
        }
    ],
}
MADE_UP_MARK = "4f1d0c9ab2e7583617c0d94e2ab86f35"


def made_up_providers() -> tuple[ServiceProvider, ...]:
    """Return a made-up directory: one provider for each kind of referral."""
    return tuple(
        ServiceProvider(
            name=name,
            type=ProviderType.of(kind),
            sectors=frozenset({Sector.of(sector)}),
            province="52",
            address="Xã Mẫu, tỉnh Gia Lai",
            phones="0269 000 0000",
            hours="7:30-17:00",
            services=frozenset(ServiceType.of(service) for service in services),
            checked_on=DAY,
            status=ProviderStatus.ACTIVE,
        )
        for sector, kind, name, services in PROVIDERS
    )


def sample_case() -> Case:
    """Return a made-up case with a referral, and the consent for it, to each kind of agency."""
    consent = {
        "purpose": "referral",
        "decision": "given",
        "given_by": "client",
        "form": "thumbprint",
        "explained": [
            "purpose",
            "recipients",
            "limits_explained",
            "mandatory_report",
            "right_refuse",
            "right_withdraw",
            "risks",
        ],
        "given_at": AT.isoformat(),
        "items_allowed": [
            "identity",
            "contact",
            "incident_summary",
            "incident_account",
            "health",
            "perpetrator",
            "risk",
            "children",
            "economic",
        ],
    }
    document = STORY | {
        "consents": [consent | {"recipient_sector": sector} for sector, *_ in PROVIDERS],
        "referrals": [
            {
                "direction": "out",
                "referral_no": f"PC-MAU-{number:02}",
                "sector": sector,
                "service_requested": list(services),
                "urgency": "urgent",
                "reason_short": "Đề nghị khám, hỗ trợ và giữ kín (mẫu).",
            }
            for number, (sector, _, _, services) in enumerate(PROVIDERS, start=1)
        ],
    }
    case = case_from_json(document)
    referrals = tuple(
        replace(
            one,
            status=ReferralStatus.READY,
            disclosure=frozenset(DisclosureLine) - {DisclosureLine.ACCOUNT},
        )
        for one in case.referrals
    )
    head = CaseHead(code="GL-MAU", status=CaseStatus.OPEN, opened_on=DAY)
    return replace(case, head=head, referrals=referrals)


def sample_papers(language: str) -> Iterator[tuple[str, bytes]]:
    """Yield every paper with made-up people: (neutral name, PDF)."""
    from gbvcase.documents.case_summary import case_summary
    from gbvcase.documents.consent_form import consent_form
    from gbvcase.documents.envelope import envelope_label
    from gbvcase.documents.intake_form import intake_form
    from gbvcase.documents.letterhead import Letterhead
    from gbvcase.documents.recovery_sheet import recovery_sheet
    from gbvcase.documents.referral_form import referral_form

    say = speaker(language)
    letterhead = Letterhead(
        office="Trung tâm Công tác xã hội (mẫu)",
        upper_body="Sở Y tế tỉnh Gia Lai (mẫu)",
        symbol="TTCTXH",
        place="Gia Lai",
        phone="0269 000 0000",
        address="Số 0 đường Mẫu, tỉnh Gia Lai",
        power="KT. GIÁM ĐỐC",
        title="PHÓ GIÁM ĐỐC",
        head="Đinh Văn Mẫu",
    )
    case = sample_case()
    providers = made_up_providers()
    for referral, provider, (sector, *_) in zip(case.referrals, providers, PROVIDERS, strict=True):
        told = disclose(case, referral, DAY, provider)
        form = referral_form(told, provider, letterhead, DAY, say, token=MADE_UP_MARK)
        yield f"referral-{sector}", form
    yield "envelope", envelope_label("PC-MAU-01", letterhead, DAY, say, provider=providers[0])
    name = str(case.client.full_name)
    receiver = str(providers[0].name)
    filled = consent_form(
        letterhead, DAY, say, consent=case.consents[0], name=name, age=32, recipient=receiver
    )
    yield "consent", filled
    yield "consent-empty", consent_form(letterhead, DAY, say)
    yield "summary", case_summary(summary_of(case, DAY, say), letterhead, DAY, say)
    yield "intake-empty", intake_form(letterhead, DAY, say)
    number = "000187-096305-192423-288541-384659-480777-576895-673013-435413"
    yield "recovery", recovery_sheet(number, "1", DAY, say)


def write_sample_papers(folder: Path) -> tuple[Path, ...]:
    """Write every paper, in both languages, into a folder; return the paths."""
    made: list[Path] = []
    for language in LANGUAGES:
        for name, pdf in sample_papers(language):
            path = folder / f"{name}-{language}.pdf"
            write_whole(path, pdf)
            made.append(path)
    return tuple(made)


def write_referral_papers(desk: Desk, folder: Path, most: int = 6) -> tuple[Path, ...]:
    """Write the forms of the newest referrals of a made-up office, as a person would print them."""
    from gbvcase.casework.cases import load

    made: list[Path] = []
    for case_id in list_cases(desk, View(order="opened", descending=True)):
        for referral in load(desk, case_id).referrals:
            if referral.status is ReferralStatus.SENT and len(made) < most:
                number = str(referral.referral_no)
                path = folder / f"{number}.pdf"
                write_whole(path, referral_paper(desk, case_id, number, speaker("vi")))
                made.append(path)
    return tuple(made)
