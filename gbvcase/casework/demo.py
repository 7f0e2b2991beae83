"""A made-up office: the main job done once, through the same functions that people use."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from gbvcase.casework.cases import add_cases, load, move_case
from gbvcase.casework.desk import Desk, Profile, Progress, local_now, unheard
from gbvcase.casework.made_up import MadeUpCase, made_up_cases
from gbvcase.casework.notes import add_note
from gbvcase.casework.providers import providers, save_provider
from gbvcase.casework.province import make_province
from gbvcase.casework.publishing import publish, reports
from gbvcase.casework.recovery_sheet import confirm_recovery_sheet
from gbvcase.casework.referrals import (
    add_referral,
    hand_over,
    make_ready,
    move_referral,
    record_feedback,
)
from gbvcase.casework.samples import made_up_providers, write_referral_papers, write_sample_papers
from gbvcase.casework.tasks import add_task, finish_task
from gbvcase.casework.upkeep import create_cabinet
from gbvcase.casework.whole_files import write_whole
from gbvcase.domain.codes import (
    CaseStatus,
    ProviderType,
    ReferralStatus,
    Role,
    Sector,
    TaskKind,
)
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.fields import given
from gbvcase.domain.marking import mark
from gbvcase.domain.speaking import speaker
from gbvcase.domain.task_states import is_open
from gbvcase.sealing.slots import FLOOR

PASSWORD = "na bo xanh le may mau"  # noqa: S105 - of made-up data, and it lies beside it
PASSWORD_FILE = "password.txt"  # noqa: S105

OFFICE = Profile(
    worker="Lan (mẫu)",
    role=Role.CASEWORKER,
    agency=ProviderType.of("social_work_centre"),
    office="Trung tâm Công tác xã hội (mẫu)",
    upper_body="Sở Y tế tỉnh Gia Lai (mẫu)",
    province="52",
    commune=None,
    phone="0269 000 0000",
    symbol="TTCTXH",
    address="Số 0 đường Mẫu, tỉnh Gia Lai",
    power="KT. GIÁM ĐỐC",
    title="PHÓ GIÁM ĐỐC",
    head="Đinh Văn Mẫu",
)
SUPERVISOR = "Hà (mẫu)"
OVERDUE_AT_MOST = 5  # days
NOTED_EVERY = 3
NOTES = (
    "Gọi lại lúc 9 giờ như đã hẹn: tuần này yên, hẹn gặp thứ Năm ở trạm (mẫu).",
    "Đã nhờ người phiên dịch tiếng Jrai cho lần gặp sau (mẫu).",
    "Chưa gặp được, không để lại lời nhắn; thử lại vào giờ an toàn (mẫu).",
    "Chị gái đưa con đi học thay tuần này (mẫu).",
)

Told = Callable[..., None]


def silent(text: str, **details: object) -> None:
    """Tell nobody."""


def make_demo(  # noqa: PLR0913 - what an office may be like
    folder: Path,
    *,
    cases: int = 120,
    seed: int = 1,
    told: Told = silent,
    progress: Progress = unheard,
    today: date | None = None,
    years: bool = False,
) -> Desk:
    """Make an office in `folder`: `vault/`, `papers/`, `tables/`; the vault is locked at the end.

    With `years` there is also a `province/`, whose last five years are published.
    Raises DemoThere if the folder holds a vault already: nothing is written over.
    """
    if (folder / "vault").exists():
        raise DemoThere(folder=folder / "vault")
    day = today or local_now().date()
    desk = make_office(folder / "vault", cases=cases, seed=seed, progress=progress, today=day)
    for place in (folder, folder / "vault"):
        write_whole(place / PASSWORD_FILE, (PASSWORD + "\n").encode())
    told(mark("Made-up cases: {count}, in {folder}"), count=cases, folder=folder / "vault")
    papers = [
        *write_sample_papers(folder / "papers"),
        *write_referral_papers(desk, folder / "papers"),
    ]
    told(mark("Papers: {count}, in {folder}"), count=len(papers), folder=folder / "papers")
    tables = _publish_everything(desk, folder / "tables", day, told)
    told(mark("Tables: {count}, in {folder}"), count=len(tables), folder=folder / "tables")
    if years:
        province = make_province(
            folder / "province", folder / "tables" / "province", PASSWORD, seed=seed, today=day
        )
        files = sum(len(made.files) for made in province)
        told(mark("Tables: {count}, in {folder}"), count=files, folder=folder / "tables/province")
    desk.vault.lock()
    return desk


class DemoThere(GbvcaseError):
    """A demonstration is never made over another."""

    sentence = mark("There is a cabinet already: {folder}. Name an empty folder.")


def make_office(  # noqa: PLR0913 - what an office may be like
    folder: Path,
    *,
    cases: int,
    seed: int,
    progress: Progress = unheard,
    today: date | None = None,
    office: Profile = OFFICE,
) -> Desk:
    """Make a cabinet of made-up cases, referrals, providers and tasks; return its open desk."""
    day = today or local_now().date()
    desk, _ = create_cabinet(folder, office, PASSWORD, cost=FLOOR, anywhere=True)
    confirm_recovery_sheet(desk)  # nobody has a sheet of these people, and none is asked for
    for provider in made_up_providers():
        save_provider(desk, provider)
    for number, made_up in enumerate(made_up_cases(cases, seed, day)):
        progress(number, cases)
        _live(desk, number, made_up)
    return desk


@dataclass
class Calendar:
    """The clock of a made-up case: it goes on a minute at each look, and can be set forward."""

    now: datetime

    def look(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now

    def go_on(self, days: int) -> None:
        """Let some days pass."""
        self.now += timedelta(days=days)


def _live(desk: Desk, number: int, made_up: MadeUpCase) -> None:
    """Let one made-up case happen: written, referred, answered, at the times it would have been."""
    today = desk.today()
    calendar = Calendar(made_up.written_on)
    then = replace(desk, clock=calendar.look)
    (case,) = add_cases(then, [(f"made-up[{number}]", made_up.document)])
    case_id = case.head.id
    if case.head.status is not CaseStatus.OPEN:
        if made_up.fate == "voided":
            _as_supervisor(then, case_id, CaseStatus.VOIDED)
        return
    for sector, fate in zip(made_up.refer_to, made_up.referral_fates, strict=True):
        _refer(then, calendar, case_id, sector, fate)
    if number % NOTED_EVERY == 0:
        calendar.go_on(days=1)
        add_note(then, case_id, NOTES[number // NOTED_EVERY % len(NOTES)])
    if made_up.fate == "on_hold":
        review_on = calendar.now.date() + timedelta(days=30)
        move_case(then, case_id, CaseStatus.ON_HOLD, reason="Đi làm xa (mẫu)", review_on=review_on)
        return
    _finish_old_tasks(then, case_id, today - timedelta(days=OVERDUE_AT_MOST))
    if number % 4 == 0 or calendar.now.date() > today - timedelta(days=OVERDUE_AT_MOST):
        due = today + timedelta(days=number % 11 - 2)
        add_task(then, case_id, TaskKind.FOLLOW_UP, due=due)


def _finish_old_tasks(desk: Desk, case_id: str, before: date) -> None:
    """Finish what would have been done long ago: nobody keeps a task open for years."""
    for task in load(desk, case_id).tasks:
        due = given(task.due)
        if is_open(task) and due is not None and due < before:
            finish_task(desk, case_id, str(task.id))


def _as_supervisor(desk: Desk, case_id: str, to: CaseStatus) -> None:
    second = replace(desk, profile=replace(desk.profile, worker=SUPERVISOR, role=Role.SUPERVISOR))
    move_case(second, case_id, to, reason="Nhập nhầm (mẫu)")


def _refer(desk: Desk, calendar: Calendar, case_id: str, sector: str, fate: str) -> None:
    services = {
        "health": ["treatment"],
        "police": ["protection"],
        "psychosocial": ["counselling"],
        "legal": ["legal_advice"],
        "shelter": ["temporary_shelter"],
        "child_protection": ["child_protection_plan"],
    }
    receiver = providers(desk, Sector.of(sector))[0]
    referral = add_referral(
        desk,
        case_id,
        {
            "direction": "out",
            "sector": sector,
            "provider": receiver.id,
            "service_requested": services[sector],
            "urgency": "urgent" if sector == "health" else "normal",
            "reason_short": "Đề nghị phối hợp hỗ trợ (mẫu).",
        },
    )
    number = str(referral.referral_no)
    if fate == "draft":
        return
    make_ready(desk, case_id, number)
    hand_over(desk, case_id, number, how="worker_delivers")
    if fate == "no_response":
        calendar.go_on(days=15)
        move_referral(desk, case_id, number, ReferralStatus.NO_RESPONSE)
    if fate in ("acknowledged", "completed"):
        calendar.go_on(days=1)
        move_referral(desk, case_id, number, ReferralStatus.ACKNOWLEDGED)
    if fate == "completed":
        move_referral(desk, case_id, number, ReferralStatus.IN_SERVICE)
        calendar.go_on(days=6)
        record_feedback(
            desk,
            case_id,
            number,
            {"source": "slip", "result": "received_full", "services_given": services[sector]},
        )
        move_referral(desk, case_id, number, ReferralStatus.COMPLETED, outcome="received_full")
    if fate == "declined_provider":
        move_referral(
            desk, case_id, number, ReferralStatus.DECLINED_PROVIDER, decline_reason="no_capacity"
        )


def _publish_everything(desk: Desk, folder: Path, today: date, told: Told) -> list[Path]:
    """Publish the last whole year with its quarters and half-years, as an office would."""
    year = today.year - 1
    plan = reports()[0]
    made: list[Path] = []
    for period in (
        *(f"{year}-Q{number}" for number in range(1, 5)),
        f"{year}-H1",
        f"{year}-H2",
        f"{year}",
    ):
        try:
            release = publish(
                desk,
                plan.id,
                period,
                folder=folder,
                say=speaker("vi"),
                approved_by=SUPERVISOR,
            )
        except GbvcaseError as error:
            told(
                mark("Not published: {report}. {why}"), report=period, why=error.said(speaker("vi"))
            )
            continue
        made += release.files
    return made
