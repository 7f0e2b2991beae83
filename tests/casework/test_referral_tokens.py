"""Nobody is counted twice: whoever came with a token is counted by the office that sent her."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gbvcase.casework.cases import load, load_for_change, new_case
from gbvcase.casework.counting import answers_for
from gbvcase.casework.desk import Desk
from gbvcase.casework.papers import envelope_paper, referral_paper
from gbvcase.casework.referral_tokens import (
    NotAToken,
    OwnToken,
    TokenTaken,
    came_with_token,
    take_token,
    token_of,
)
from gbvcase.casework.referrals import NoSuchReferral, add_referral
from gbvcase.casework.upkeep import open_desk
from gbvcase.documents.referral_form import grouped
from gbvcase.domain.case import Case
from gbvcase.domain.codes import ReportedElsewhere
from gbvcase.domain.marking import ENGLISH
from gbvcase.reports.indicators import plan_named
from gbvcase.vault.answers import STALE
from gbvcase.vault.projecting import bring_answers_up_to_date
from gbvcase.vault.settings import keep_setting
from tests.builders import a_case, an_incident
from tests.casework.conftest import NOW, PASSWORD
from tests.casework.test_referrals import _document, _words, case  # noqa: F401 - a fixture

PLAN = plan_named("incidents")


@pytest.fixture
def receiver(made_cabinet: Path, tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "receiver"
    shutil.copytree(made_cabinet, folder)
    opened = open_desk(folder, PASSWORD)
    profile = replace(opened.profile, office="Nơi nhận (mẫu)")
    yield Desk(opened.vault, profile, lambda: NOW)
    opened.vault.lock()


def came(desk: Desk) -> Case:
    made = a_case()
    return new_case(desk, made.client, made.intake, made.consents, made.incidents)


def counted(desk: Desk) -> list[str]:
    found = answers_for(desk, PLAN, "2025")
    return [str(answer.get("excluded", "counted")) for answer in found]


def test_a_token_is_random_and_stays_that_of_its_referral(desk: Desk, case: Case) -> None:  # noqa: F811
    first = add_referral(desk, case.head.id, _document(desk))
    second = add_referral(desk, case.head.id, _document(desk))
    token = token_of(desk, str(first.referral_no))
    assert len(bytes.fromhex(token)) == 16
    assert token_of(desk, str(first.referral_no)) == token
    assert token_of(desk, str(second.referral_no)) != token  # the same person, another referral
    with pytest.raises(NoSuchReferral):
        token_of(desk, "0000")


def test_who_came_with_a_token_is_left_out_here_and_counted_there(
    desk: Desk,
    receiver: Desk,
    case: Case,  # noqa: F811
) -> None:
    referral = add_referral(desk, case.head.id, _document(desk))
    token = token_of(desk, str(referral.referral_no))
    here = came(receiver)
    assert counted(receiver) == ["counted"]
    typed = " ".join(token[at : at + 4] for at in range(0, 32, 4)).upper()
    take_token(receiver, here.head.id, typed)
    assert counted(receiver) == ["known_to_member"]
    assert counted(desk) == ["counted"]
    assert came_with_token(receiver, here.head.id)
    (incident,) = load(receiver, here.head.id).incidents
    assert incident.reported_elsewhere is ReportedElsewhere.NETWORK_MEMBER
    take_token(receiver, here.head.id, token)  # once more changes nothing
    assert counted(receiver) == ["known_to_member"]


def test_an_incident_that_is_added_later_stays_out_with_the_case(receiver: Desk) -> None:
    here, other = came(receiver), came(receiver)
    take_token(receiver, here.head.id, "ab" * 16)
    for case_id in (here.head.id, other.head.id):
        with load_for_change(receiver, case_id, "case.amend") as change:
            later = an_incident(reported_elsewhere=ReportedElsewhere.NO)
            change.case = replace(change.case, incidents=(*change.case.incidents, later))
    assert sorted(counted(receiver)) == ["counted"] * 2 + ["known_to_member"] * 2
    people = answers_for(receiver, plan_named("people"), "2025")
    assert sorted(str(a.get("excluded", "")) for a in people) == ["", "known_to_member"]


def test_a_case_that_came_with_a_token_before_its_first_incident_is_left_out(
    receiver: Desk,
) -> None:
    made = a_case()
    here = new_case(receiver, made.client, made.intake, made.consents)
    take_token(receiver, here.head.id, "ab" * 16)
    with load_for_change(receiver, here.head.id, "case.amend") as change:
        change.case = replace(change.case, incidents=made.incidents)
    assert counted(receiver) == ["known_to_member"]


def test_the_mark_outlives_working_out_all_answers_anew(receiver: Desk) -> None:
    here = came(receiver)
    take_token(receiver, here.head.id, "ab" * 16)
    with load_for_change(receiver, here.head.id, "case.amend") as change:
        change.case = replace(change.case, incidents=(*change.case.incidents, an_incident()))
    with receiver.vault.begin() as db:
        keep_setting(db, STALE, True)
        assert bring_answers_up_to_date(db, lambda done, of: None)
    assert counted(receiver) == ["known_to_member"] * 2


def test_one_token_leaves_out_one_case_only(receiver: Desk) -> None:
    first, second = came(receiver), came(receiver)
    take_token(receiver, first.head.id, "ab" * 16)
    with pytest.raises(TokenTaken):
        take_token(receiver, second.head.id, "ab" * 16)
    assert sorted(counted(receiver)) == ["counted", "known_to_member"]


def test_the_token_of_our_own_referral_leaves_nobody_out(desk: Desk, case: Case) -> None:  # noqa: F811
    referral = add_referral(desk, case.head.id, _document(desk))
    with pytest.raises(OwnToken):
        take_token(desk, case.head.id, token_of(desk, str(referral.referral_no)))
    assert counted(desk) == ["counted"]


@pytest.mark.parametrize("typed", ["", "123", "g" * 32, "ab" * 17, "ab" * 15])
def test_anything_else_is_no_token(receiver: Desk, typed: str) -> None:
    here = came(receiver)
    with pytest.raises(NotAToken):
        take_token(receiver, here.head.id, typed)
    assert counted(receiver) == ["counted"]


def test_the_form_has_the_token_in_groups_and_neither_the_slip_nor_the_envelope_has_it(
    desk: Desk,
    receiver: Desk,
    case: Case,  # noqa: F811
) -> None:
    number = str(add_referral(desk, case.head.id, _document(desk)).referral_no)
    paper = referral_paper(desk, case.head.id, number, ENGLISH)
    token = token_of(desk, number)
    words = _words(paper)
    printed = grouped(token)
    assert words.count(printed) == 1
    assert words.index(printed) < words.index("Reply slip".upper())
    assert referral_paper(desk, case.head.id, number, ENGLISH) == paper  # drawn once
    assert printed[:9] not in _words(envelope_paper(desk, case.head.id, number, ENGLISH))
    here = came(receiver)
    take_token(receiver, here.head.id, printed)  # as it is read from the paper
    assert counted(receiver) == ["known_to_member"]
