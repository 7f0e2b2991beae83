"""A made-up province: the counts of two offices over five years, added and published as one.

The offices have no cabinets here: their people are made up, counted, and forgotten.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from gbvcase.casework.counting import add_counts
from gbvcase.casework.desk import Desk, Profile, Progress, unheard
from gbvcase.casework.made_up import made_up_cases
from gbvcase.casework.publishing import PublishedReport, publish, reports
from gbvcase.casework.upkeep import create_cabinet
from gbvcase.domain.answers import answers_of
from gbvcase.domain.codes import ProviderType, Role
from gbvcase.domain.interchange import case_from_json
from gbvcase.domain.period import Calendar, Level, containing
from gbvcase.domain.speaking import speaker
from gbvcase.reports.counts_package import packed
from gbvcase.reports.indicators import ReportPlan
from gbvcase.reports.tables import Answer, count
from gbvcase.sealing.slots import FLOOR

YEARS = 5
PEOPLE = 1500  # of each office
OFFICES = ("Phía tây tỉnh (mẫu)", "Phía đông tỉnh (mẫu)")
PROVINCE = Profile(
    worker="Minh (mẫu)",
    role=Role.CASEWORKER,
    agency=ProviderType.of("social_work_centre"),
    office="Chi cục Dân số và Trẻ em (mẫu)",
    upper_body="Sở Y tế tỉnh Gia Lai (mẫu)",
    province="52",
    symbol="CCDSTE",
)
APPROVER = "Bình (mẫu)"


def make_province(  # noqa: PLR0913 - what a province may be like
    folder: Path,
    tables: Path,
    password: str,
    *,
    seed: int,
    today: date,
    people: int = PEOPLE,
    progress: Progress = unheard,
) -> list[PublishedReport]:
    """Make the cabinet of a province in `folder` and publish its last five years in `tables`.

    The last of what is published is what the five years add up to.
    """
    desk, _ = create_cabinet(folder, PROVINCE, password, cost=FLOOR, anywhere=True)
    plan, last = reports()[0], today.year - 1
    years = [str(year) for year in range(last - YEARS + 1, last + 1)]
    for number, office in enumerate(OFFICES):
        answers = list(_answers(people, 100 * seed + number, last))
        add_counts(desk, _packages(plan, office, answers, years), OFFICES)
    made = []
    together = f"{years[0]}..{years[-1]}"  # what the years add up to
    for done, period in enumerate((*years, together)):
        progress(done, len(years) + 1)
        made.append(_published(desk, plan.id, period, tables, seed))
    desk.vault.lock()
    return made


def _published(desk: Desk, report: str, period: str, folder: Path, seed: int) -> PublishedReport:
    chance = Random(seed)  # noqa: S311 - made-up people need no secrecy
    say = speaker("vi")
    return publish(
        desk, report, period, folder=folder, say=say, approved_by=APPROVER, random=chance
    )


def _packages(
    plan: ReportPlan, office: str, answers: list[Answer], years: list[str]
) -> Iterator[bytes]:
    for year in years:
        some = [answer for answer in answers if str(answer["quarter"]).startswith(year)]
        yield packed(count(some, plan, year), office, 1)


def _answers(people: int, seed: int, last: int) -> Iterator[Answer]:
    """Yield what may be counted of made-up people, as a cabinet would hand it out."""
    end = date(last + 1, 1, 1)
    days = (end - date(last - YEARS + 1, 1, 1)).days
    for number, made_up in enumerate(made_up_cases(people, seed, end, oldest=days + 1)):
        case = case_from_json(made_up.document)
        case = replace(case, head=replace(case.head, code=str(number)))
        for counted in answers_of(case):
            if counted.first_report is None:
                continue
            answer: dict[str, Any] = {
                name: tuple(said) if isinstance(said, list | tuple) else said
                for name, said in counted.answers.items()
            }
            quarter = containing(counted.first_report, Level.QUARTER, Calendar.PLAIN)
            answer |= {"quarter": quarter.code, "person": str(number)}
            if counted.excluded:
                answer["excluded"] = counted.excluded.value
            yield answer
