"""A ledger that is older than another member's, or forked, stops releases until it is joined."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gbvcase.casework.desk import Desk
from gbvcase.casework.ledgers import (
    Comparison,
    NothingToJoin,
    compare_ledger,
    hand_out_ledger,
    join_ledgers,
    keep_lines,
    ledger_of,
    note_copy,
    note_sent,
    require_joined,
    shared_ledger,
    waiting,
)
from gbvcase.casework.upkeep import open_desk
from gbvcase.reports.ledger import Ledger, LedgerDamaged
from gbvcase.reports.ledger_copies import (
    FrozenElsewhere,
    LedgerBehind,
    NotALedger,
    Standing,
    read_copy,
)
from gbvcase.reports.releases import make_release
from gbvcase.sealing.parcels import ParcelShut, seal, unseal
from gbvcase.vault.release_lines import add_lines, read_lines, signed
from tests.casework.conftest import NOW, PASSWORD
from tests.reports.made_up import MADE, report, seeded
from tests.reports.test_releases import few_people

PLAN = report()
SECRET = "năm từ để mở danh sách"


@pytest.fixture
def colleague(made_cabinet: Path, tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "colleague"
    shutil.copytree(made_cabinet, folder)
    opened = open_desk(folder, PASSWORD)
    profile = replace(opened.profile, office="Tỉnh (mẫu)")
    yield Desk(opened.vault, profile, lambda: NOW)
    opened.vault.lock()


def release(desk: Desk, period: str, seed: int = 1) -> None:
    people = few_people(seeded(5), 60)
    with desk.vault.begin() as db:
        before = Ledger.from_json(read_lines(db))
        made = replace(MADE, office=desk.unit)
        after, _ = make_release(before, people, PLAN, period, made=made, random=seeded(seed))
        keep_lines(db, before, after)


def show(giver: Desk, to: Desk) -> Comparison:
    """Let one member see the ledger of another; sealing it takes seconds and is tried below."""
    with giver.vault.begin() as db:
        content = shared_ledger(db, giver.unit)
    with to.vault.begin() as db:
        return note_copy(db, read_copy(content))


def require(desk: Desk, period: str) -> None:
    with desk.vault.begin() as db:
        require_joined(db, ledger_from(db), PLAN, period)


def ledger_from(db: object) -> Ledger:
    return Ledger.from_json(read_lines(db))  # type: ignore[arg-type]


def test_what_is_kept_is_signed_by_the_owner(desk: Desk) -> None:
    release(desk, "2025-Q1")
    (line,) = ledger_of(desk).lines
    assert len(bytes.fromhex(line.signature)) == 64
    release(desk, "2025-Q2")
    assert len({line.signer for line in ledger_of(desk).lines}) == 1


def test_a_signature_that_does_not_fit_is_noticed(desk: Desk) -> None:
    people = few_people(seeded(5), 60)
    ledger, _ = make_release(Ledger(), people, PLAN, "2025-Q1", made=MADE, random=seeded(1))
    with desk.vault.begin() as db:
        signer, _ = signed(db, ledger.head)
        add_lines(db, [ledger.as_json()[0] | {"signer": signer, "signature": "00" * 64}])
    with pytest.raises(LedgerDamaged):
        ledger_of(desk)


def test_an_older_ledger_stops_releases_until_it_is_joined(desk: Desk, colleague: Desk) -> None:
    release(colleague, "2025-Q1")
    handed = hand_out_ledger(colleague, SECRET)
    require(desk, "2025-Q1")
    found = compare_ledger(desk, handed.content, SECRET)
    assert found.standing is Standing.BEHIND
    assert (found.office, found.missing, found.unsigned) == ("Tỉnh (mẫu)", ("small-2025-Q1",), 0)
    for period in ("2025-Q1", "2024"):  # whatever the period: the attack needs all facts
        with pytest.raises(LedgerBehind):
            require(desk, period)
    assert [one.office for one in waiting(desk)] == ["Tỉnh (mẫu)"]
    join_ledgers(desk)
    assert waiting(desk) == ()
    assert ledger_of(desk).head == ledger_of(colleague).head
    require(desk, "2024")
    with pytest.raises(FrozenElsewhere):
        require(desk, "2025-Q1")


def test_a_fork_is_joined_with_every_fact_of_both(desk: Desk, colleague: Desk) -> None:
    release(colleague, "2025-Q1")
    show(colleague, desk)
    join_ledgers(desk)
    release(desk, "2024", 2)
    release(colleague, "2025-Q2", 3)
    found = show(colleague, desk)
    assert found.standing is Standing.FORKED
    with pytest.raises(LedgerBehind):
        require(desk, "2024")
    join_ledgers(desk)
    ledger = ledger_of(desk)
    assert len(ledger.ends) == 1
    theirs = set(ledger_of(colleague).facts(PLAN).facts)
    assert theirs < set(ledger.facts(PLAN).facts)
    back = show(desk, colleague)
    assert back.standing is Standing.BEHIND
    join_ledgers(colleague)
    assert ledger_of(colleague).head == ledger.head


def test_an_older_copy_that_comes_later_lets_nobody_forget_the_newer(
    desk: Desk, colleague: Desk
) -> None:
    with colleague.vault.begin() as db:
        older = shared_ledger(db, colleague.unit)
    release(colleague, "2025-Q1")
    show(colleague, desk)
    with desk.vault.begin() as db:
        note_sent(db, older)
    with pytest.raises(LedgerBehind):
        require(desk, "2024")


def test_a_sealed_copy_holds_no_true_count_and_is_refused_if_changed(
    desk: Desk, colleague: Desk
) -> None:
    release(colleague, "2025-Q1")
    assert ledger_of(colleague).truth(PLAN)
    handed = hand_out_ledger(colleague, SECRET)
    told = json.loads(unseal(handed.content, SECRET))
    assert [line["truth"] for line in told["lines"]] == [{}]
    told["lines"][0]["signature"] = told["lines"][0]["signature"][::-1]
    with pytest.raises(NotALedger):
        compare_ledger(desk, seal(json.dumps(told).encode(), SECRET), SECRET)
    with pytest.raises(ParcelShut):
        compare_ledger(desk, handed.content, "sai mật khẩu")
    require(desk, "2024")


def test_there_is_nothing_to_join_where_nothing_is_missing(desk: Desk, colleague: Desk) -> None:
    release(desk, "2025-Q1")
    show(colleague, desk)
    with pytest.raises(NothingToJoin):
        join_ledgers(desk)
