"""A desk with a real cabinet, and a frame that does at once what a page asks of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from gbvcase.casework.cases import add_cases
from gbvcase.casework.desk import Desk, Profile
from gbvcase.casework.providers import save_provider
from gbvcase.casework.upkeep import create_cabinet
from gbvcase.domain.case import Case
from gbvcase.domain.codes import ProviderType, Role, Sector
from gbvcase.domain.provider import ServiceProvider
from gbvcase.sealing.slots import FLOOR
from tests.ui.forms import NOW

PASSWORD = "na bo xanh le may mau"
PROFILE = Profile(
    worker="Lan (mẫu)",
    role=Role.CASEWORKER,
    agency=ProviderType.of("social_work_centre"),
    office="Trung tâm (mẫu)",
)
EXPLAINED = [
    "purpose",
    "recipients",
    "limits_explained",
    "mandatory_report",
    "right_refuse",
    "right_withdraw",
    "risks",
]


def consent(purpose: str, **more: Any) -> dict[str, Any]:
    return {
        "purpose": purpose,
        "decision": "given",
        "given_by": "client",
        "form": "signature",
        "explained": EXPLAINED,
        "given_at": "2026-11-20T08:30:00+07:00",
        **more,
    }


CASE = {
    "client": {
        "full_name": "Rơ Châm H'Thử",
        "sex": "female",
        "dob": "1990",
        "contact_rule": "call_hours",
        "contact_hours": "9-10 giờ",
        "phone_safe": "0990000001",
        "address_current": {"typed": "xã Không Có", "village": "Làng Mẫu"},
    },
    "intake": {
        "urgent_check": {
            "immediate_danger": "no",
            "medical_emergency": "no",
            "suicide_risk": "no",
            "child_unsafe": "no",
        },
        "first_report_date": "2026-11-20",
        "channel": "in_person",
        "reported_by": "survivor",
        "referred_from": "self_referral",
        "information_given": ["services"],
    },
    "consents": [
        consent("services"),
        consent(
            "referral",
            recipient_sector="health",
            items_allowed=["identity", "contact", "health", "incident_account"],
        ),
    ],
    "incidents": [{"incident_date": "2026-11-18", "account": "Lời kể mẫu.", "injury": "minor"}],
}


def new_desk(folder: Path) -> Desk:
    desk, _number = create_cabinet(folder / "v", PROFILE, PASSWORD, cost=FLOOR)
    desk = replace(desk, clock=lambda: NOW)
    for name, kind, sector in (
        ("Trạm Y tế Mẫu", "commune_health", Sector.HEALTH),
        ("Công an xã Mẫu", "commune_police", Sector.POLICE),
    ):
        provider = ServiceProvider(
            name=name, type=ProviderType.of(kind), sectors=frozenset({sector})
        )
        save_provider(desk, provider)
    return desk


def one_case(desk: Desk) -> Case:
    (case,) = add_cases(desk, [("test", CASE)])
    return case


class AtOnce:
    """Does a job where it stands, so that a test need not wait."""

    def start(
        self,
        work: Callable[[Any], Any],
        *,
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
        words: str = "",
    ) -> None:
        del words  # nobody waits for it
        try:
            result = work(lambda _done, _total: None)
        except Exception as error:  # noqa: BLE001 - as the real jobs do
            failed(error)
            return
        done(result)


class FakeFrame:
    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.jobs = AtOnce()
        self.gone: list[tuple[str, dict[str, Any]]] = []
        self.notes: list[str] = []
        self.actions: list[Callable[[], object] | None] = []
        self.errors: list[Exception] = []

    def go(self, page: str, **where: Any) -> None:
        self.gone.append((page, where))

    def back(self) -> None:
        self.gone.append(("back", {}))

    def note(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        self.notes.append(text)
        self.actions.append(do)

    def failed(self, error: Exception) -> None:
        self.errors.append(error)

    def refresh_counts(self) -> None:
        pass

    def forget_pages(self) -> None:
        self.gone.append(("forgotten", {}))

    def practise_anew(self) -> None:
        self.gone.append(("practice", {}))
