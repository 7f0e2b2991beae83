"""Ledgers of members: what one shows the other, and how two become one with nothing dropped."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gbvcase.reports.ledger import Audience, Ledger, LedgerDamaged, LedgerForked, Line, State
from gbvcase.reports.ledger_copies import (
    Copy,
    FrozenElsewhere,
    LedgerBehind,
    NotALedger,
    OldLines,
    Standing,
    copied,
    joined,
    missing,
    read_copy,
    require_all,
    require_truth,
    standing,
)
from gbvcase.reports.proofs import Disclosed, NotDecided
from gbvcase.reports.releases import Made, make_release, withdraw
from tests.reports.made_up import MADE, report, seeded
from tests.reports.test_releases import few_people

PLAN = report()
AT = "2026-02-01T08:00:00+07:00"


def released(ledger: Ledger, period: str, seed: int = 1, made: Made = MADE) -> Ledger:
    people = few_people(seeded(5), 60)
    return make_release(ledger, people, PLAN, period, made=made, random=seeded(seed))[0]


def join(ours: Ledger, theirs: Ledger) -> Ledger:
    return joined(ours, theirs, by="Trần Thị Mẫu", office="Văn phòng mẫu", at=AT)


@pytest.fixture(scope="module")
def one() -> Ledger:
    return released(Ledger(), "2025-Q1")


@pytest.fixture(scope="module")
def branches(one: Ledger) -> tuple[Ledger, Ledger]:
    return released(one, "2025-Q2", 2), released(released(one, "2025-Q2", 3), "2025-Q3", 4)


def test_a_copy_has_every_figure_and_no_true_count(one: Ledger) -> None:
    content = copied(one, "A")
    copy = read_copy(content).ledger
    assert copy.head == one.head
    assert copy.facts(PLAN).digest == one.facts(PLAN).digest
    assert copy.frozen(PLAN) == one.frozen(PLAN)
    assert not copy.truth(PLAN)
    assert one.truth(PLAN)
    told = json.loads(content)
    assert all(line["truth"] == {} and line["salt"] == "" for line in told["lines"])
    assert copied(copy, "A") == content


def test_a_true_count_cannot_be_guessed_from_the_name_that_stands_for_it(one: Ledger) -> None:
    line = one.lines[0]
    assert replace(line, salt="00" * 16).secret_name != line.secret
    assert line.secret_name == line.secret
    again = released(Ledger(), "2025-Q1")
    assert again.lines[0].truth == line.truth
    assert again.lines[0].secret != line.secret  # the same counts have another name each time


def test_a_true_count_that_was_changed_in_the_vault_is_noticed(one: Ledger) -> None:
    kept = one.as_json()
    table = next(name for name, numbers in kept[0]["truth"].items() if numbers)
    leaf = next(iter(kept[0]["truth"][table]))
    kept[0]["truth"][table][leaf] += 1
    with pytest.raises(LedgerDamaged):
        Ledger.from_json(kept)


@pytest.mark.parametrize("name", ["figures", "held", "made_by", "period", "secret", "state"])
def test_a_copy_that_was_changed_is_refused(branches: tuple[Ledger, Ledger], name: str) -> None:
    told = json.loads(copied(branches[1], "A"))
    line = told["lines"][0]
    match name:
        case "figures" | "held":
            line[name] = line[name][1:] or [["sex=f;period=2025-Q1", 5, 1, 9, "rounded"]]
        case "state":
            line[name] = "withdrawn"
        case _:
            line[name] = line[name][::-1]
    with pytest.raises(NotALedger):
        read_copy(json.dumps(told).encode())


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"null", b'{"kind": "counts"}', b"\xff"])
def test_any_other_document_is_refused(content: bytes) -> None:
    with pytest.raises(NotALedger):
        read_copy(content)


def test_lines_of_an_earlier_program_are_read_and_never_given_away(one: Ledger) -> None:
    old = replace(one.lines[0], secret="", salt="")
    after = Line.from_json(json.loads(json.dumps(old.as_json())))
    assert after.hash == old.hash
    ledger = Ledger.from_json([old.as_json()])
    assert ledger.truth(PLAN) == one.truth(PLAN)
    with pytest.raises(OldLines):
        copied(ledger, "A")


def test_who_is_behind_who_is_ahead_and_what_is_a_fork(
    one: Ledger, branches: tuple[Ledger, Ledger]
) -> None:
    left, right = branches
    assert standing(one, one) is Standing.SAME
    assert standing(one, left) is Standing.BEHIND
    assert standing(left, one) is Standing.AHEAD
    assert standing(left, right) is Standing.FORKED
    with pytest.raises(LedgerBehind) as told:
        require_all(one, (Copy("A", left),))
    assert told.value.details == {"office": "A", "number": 1}
    require_all(left, (Copy("A", one), Copy("B", left)))


def test_a_fork_in_one_ledger_stops_until_it_is_joined(branches: tuple[Ledger, Ledger]) -> None:
    left, right = branches
    both = Ledger((*left.lines, *missing(left, right)))
    both.verify()
    assert len(both.ends) == 2
    with pytest.raises(LedgerForked):
        both.require_one_end()
    after = join(both, both)
    after.require_one_end()
    assert after.lines[-1].state is State.JOINED
    assert after.lines[-1].made_by == "Trần Thị Mẫu"


def test_joining_keeps_every_fact_of_both(branches: tuple[Ledger, Ledger]) -> None:
    left, right = branches
    after = join(left, right)
    after.require_one_end()
    facts = set(after.facts(PLAN).facts)
    assert facts == set(left.facts(PLAN).facts) | set(right.facts(PLAN).facts)
    assert after.truth(PLAN)["2025-Q2"] == left.truth(PLAN)["2025-Q2"]
    again = Ledger.from_json(json.loads(json.dumps(after.as_json())))
    assert again.ends == after.ends
    assert join(after, right) is after  # nothing new: nothing is written
    assert join(after, left) is after


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_order_and_repeats_of_joining_never_drop_a_fact(seed: int) -> None:
    random = seeded(seed)
    base = released(Ledger(), "2025-Q1", 1)
    ledgers = [
        released(base, random.choice(["2025-Q2", "2025-Q3", "2025"]), random.randint(0, 99))
        for _ in range(3)
    ]
    wanted = {fact for ledger in ledgers for fact in ledger.facts(PLAN).facts}
    after, sent = base, [*ledgers, random.choice(ledgers)]
    random.shuffle(sent)
    for ledger in sent:
        after = join(after, read_copy(copied(ledger, "A")).ledger)
        after.require_one_end()
    assert set(after.facts(PLAN).facts) == wanted
    after.verify()


def test_a_release_of_a_joined_ledger_goes_on_from_its_one_end(one: Ledger) -> None:
    people = [{**answer, "quarter": "2024-Q1"} for answer in few_people(seeded(6), 60)]
    made = replace(MADE, office="Văn phòng khác")
    other, _ = make_release(Ledger(), people, PLAN, "2024", made=made, random=seeded(1))
    after = released(join(one, other), "2025-Q2", 9)
    assert after.lines[-1].previous == after.lines[-2].hash
    after.verify()
    assert len(after.ends) == 1


def test_two_roundings_of_the_same_people_that_are_joined_are_attacked_together(
    branches: tuple[Ledger, Ledger],
) -> None:
    with pytest.raises((Disclosed, NotDecided)):
        released(join(*branches), "2025-Q4", 9)


def test_a_withdrawal_that_is_joined_makes_nothing_unseen(one: Ledger) -> None:
    gone = withdraw(one, one.lines[0].release, "Trần Thị Mẫu", AT)
    other = released(one, "2025-Q2", 2)
    after = join(other, gone)
    assert after.state(one.lines[0].release) is State.WITHDRAWN
    assert set(one.facts(PLAN).facts) <= set(after.facts(PLAN).facts)


def test_figures_whose_counts_another_member_has_are_added_to_only_there(one: Ledger) -> None:
    copy = read_copy(copied(one, "A")).ledger
    with pytest.raises(FrozenElsewhere) as told:
        require_truth(copy, PLAN, "2025")
    assert told.value.details == {"office": MADE.office}
    require_truth(copy, PLAN, "2024")
    require_truth(one, PLAN, "2025")
    require_truth(join(one, copy), PLAN, "2025")


def test_what_an_authority_was_told_is_in_no_copy(one: Ledger) -> None:
    line = one.lines[0]
    told = replace(
        line,
        release="x",
        audience=Audience.AUTHORITY,
        state=State.HANDED_OVER,
        headline=dict(list(line.figures.items())[:3]),
        figures={},
        held={},
        truth={},
    )
    ledger = one.append(told)
    copy = read_copy(copied(ledger, "A")).ledger
    assert copy.lines[-1].hash == ledger.lines[-1].hash
    assert ledger.lines[-1].headline
    assert not copy.lines[-1].headline
    assert ledger.facts(PLAN).digest == one.facts(PLAN).digest
    assert ledger.frozen(PLAN) == one.frozen(PLAN)
