"""The made-up office: what a newcomer sees first, and what practice is done in."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gbvcase.casework.cabinets import cabinets, practice_folder
from gbvcase.casework.cases import View, lines, list_cases, load
from gbvcase.casework.demo import OFFICE, PASSWORD, DemoThere, make_demo
from gbvcase.casework.papers import consent_paper
from gbvcase.casework.practice import make_practice
from gbvcase.casework.upkeep import open_desk
from gbvcase.domain.codes import CaseStatus
from gbvcase.domain.speaking import speaker

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    make_demo(folder, cases=40, seed=3, today=TODAY)
    return folder


def test_the_office_has_cases_of_several_states_and_referrals_that_were_answered(
    office: Path,
) -> None:
    desk = open_desk(office / "vault", PASSWORD)
    found = lines(desk, list_cases(desk, View()))
    cases = [load(desk, line.id) for line in found]
    desk.vault.lock()
    assert len(found) == 40
    assert {CaseStatus.OPEN, CaseStatus.DRAFT} <= {line.status for line in found}
    referrals = [referral for case in cases for referral in case.referrals]
    assert any(referral.feedback for referral in referrals)


def test_papers_tables_and_the_password_lie_beside_the_vault(office: Path) -> None:
    assert (office / "password.txt").read_text(encoding="utf-8").strip() == PASSWORD
    assert len(list((office / "papers").glob("*.pdf"))) > 20
    assert list((office / "tables").glob("*.xlsx"))
    assert list((office / "tables").glob("*.csv"))


def test_a_demonstration_is_never_made_over_another(office: Path) -> None:
    with pytest.raises(DemoThere):
        make_demo(office, cases=1)


def test_practice_lies_apart_says_so_on_its_papers_and_is_made_anew(tmp_path: Path) -> None:
    folder = practice_folder(tmp_path)
    desk = make_practice(folder=folder)
    stamped = consent_paper(desk, speaker("vi"))
    real = consent_paper(replace(desk, profile=OFFICE), speaker("vi"))
    before = list_cases(desk, View())
    desk.vault.lock()
    assert desk.profile.is_practice
    assert cabinets(tmp_path) == ()
    assert stamped != real
    again = make_practice(folder=folder)
    assert set(list_cases(again, View())).isdisjoint(before)
    again.vault.lock()
