"""Fixed forms one after the other: each thinks of those before, and none gives anybody away."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gbvcase.domain.marking import ENGLISH
from gbvcase.reports import suppression
from gbvcase.reports.audited import audited
from gbvcase.reports.explain import Refusal
from gbvcase.reports.facts import Facts
from gbvcase.reports.indicators import ReportPlan, plan_named
from gbvcase.reports.knowledge import Knowledge
from gbvcase.reports.lattice import atoms, within
from gbvcase.reports.ledger import Ledger
from gbvcase.reports.proofs import Disclosed, NotDecided
from gbvcase.reports.protection import Manner, Status, everybody
from gbvcase.reports.registers import World
from gbvcase.reports.releases import make_release
from gbvcase.reports.sheets import tidy
from gbvcase.reports.shown import release_tables
from gbvcase.reports.tables import Answer, Counts, count
from tests.reports.made_up import MADE, answers, report, seeded

FORM = replace(report(), manner=Manner.HIDE, digest="small-form")
PERIODS = within("2025")


def people(random: Random, most: int) -> list[Answer]:
    """Return the answers of an office whose quarters are of very different size."""
    found: list[Answer] = []
    for quarter in range(1, 5):
        for _ in range(random.choice([0, 5, 9, 10, 11, most])):
            sex = random.choices("fm", [5, 1])[0]
            kind = random.choices(["hit", "word", "sex_act"], [5, 3, 1])[0]
            found.append({"sex": sex, "kind": kind, "quarter": f"2025-Q{quarter}"})
    return found


def in_order(
    plan: ReportPlan, some: list[Answer], periods: list[str]
) -> tuple[Ledger, list[str], list[Refusal | NotDecided]]:
    """Release the periods one after the other; a refusal lets nothing out."""
    ledger, made, refused = Ledger(), list[str](), list[Refusal | NotDecided]()
    for period in periods:
        try:
            ledger, release = make_release(
                ledger, some, plan, period, made=MADE, random=seeded(len(made))
            )
            made.append(release.line.period)
        except (Refusal, NotDecided) as refusal:
            refused.append(refusal)
    return ledger, made, refused


def nothing_small_is_known(ledger: Ledger, counts: Counts) -> None:
    """Ask the solver, in whole numbers and for each small count of every period, what is known."""
    facts = Facts(ledger.facts(counts.plan).facts)  # without what only we imagine
    known = Knowledge(World.of(counts.plan, counts.period, facts))
    for cell, number in counts.cells.items():
        if 1 <= number < 5:
            low, high = known.whole_interval({cell: 1})
            assert low <= 0 or high is None or high >= 5, cell


def shown_as_they_are(ledger: Ledger, counts: Counts) -> None:
    """A figure is the true one or is hidden; none is small, and the total always stands there."""
    for line in ledger.lines:
        for cell, figure in line.figures.items():
            if figure.status is not Status.HIDDEN:
                assert figure.value == counts.cells[cell]
                assert not 1 <= figure.value < 5
        if not line.few:
            assert line.figures[everybody(line.period)].status is Status.EXACT


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_no_series_of_forms_lets_anybody_work_out_a_small_count(seed: int) -> None:
    random = seeded(seed)
    some = people(random, random.choice([12, 25, 60]))
    periods = random.sample(PERIODS, random.randint(2, 5))
    ledger, made, _ = in_order(FORM, some, periods)
    counts = count(some, FORM, "2025")
    shown_as_they_are(ledger, counts)
    nothing_small_is_known(ledger, counts)
    if made:
        assert all(one.is_safe for one in audited(ledger))


@pytest.mark.long
@pytest.mark.parametrize("turn", range(60))
def test_no_series_of_many_lets_anybody_work_out_a_small_count(turn: int) -> None:
    random = seeded(7_000 + turn)
    some = people(random, random.choice([12, 25, 60]))
    ledger, _, _ = in_order(FORM, some, random.sample(PERIODS, len(PERIODS)))
    counts = count(some, FORM, "2025")
    shown_as_they_are(ledger, counts)
    nothing_small_is_known(ledger, counts)


@pytest.mark.parametrize(
    "periods",
    [
        ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2025"],
        ["2025", "2025-H1", "2025-Q1", "2025-Q3"],
        ["2025-H1", "2025-Q1", "2025-H2", "2025-Q4", "2025"],
    ],
)
def test_a_year_after_its_quarters_is_released_and_quarters_after_their_year(
    periods: list[str],
) -> None:
    random = seeded(5)
    some = [answer for answer in people(random, 60) for _ in range(2)]
    while any(sum(a["quarter"] == q for a in some) < 20 for q in atoms("2025")):
        some = [answer for answer in people(random, 60) for _ in range(2)]
    ledger, made, refused = in_order(FORM, some, periods)
    assert made == periods
    assert refused == []
    nothing_small_is_known(ledger, count(some, FORM, "2025"))


def test_the_form_of_a_province_is_released_for_a_quarter_its_neighbour_and_their_half() -> None:
    plan, random = plan_named("incidents-form"), seeded(3)
    sources = ["hotline", "self_referral", "police", "health", "womens_union", ""]
    some = [{**one, "referred_from": random.choice(sources)} for one in answers(300, random)]
    periods = ["2025-Q1", "2025-Q2", "2025-H1"]
    ledger, made, _ = in_order(plan, some, periods)
    assert made == periods
    (verdict,) = audited(ledger)
    assert verdict.is_safe
    counts = count(some, plan, "2025-H1")
    for line in ledger.lines:
        primary = sum(1 <= counts.cells[c] < 5 for c in line.figures)
        hidden = [c for c, f in line.figures.items() if f.status is Status.HIDDEN]
        assert sum(counts.cells[c] > 0 for c in hidden) <= 3.5 * primary


def test_a_total_that_betrays_one_person_is_refused_with_the_sum_and_a_way_that_works() -> None:
    some: list[Answer] = [
        {"sex": "fm"[n % 2], "kind": ("hit", "word")[n % 3 > 0], "quarter": f"2025-Q{quarter}"}
        for quarter, number in enumerate((24, 26, 20, 1), 1)
        for n in range(number)
    ]
    ledger, made, refused = in_order(FORM, some, ["2025", "2025-Q1", "2025-Q2", "2025-Q3"])
    assert made == ["2025", "2025-Q1", "2025-Q2"]
    (refusal,) = refused
    assert isinstance(refusal, Refusal)
    text = refusal.said(ENGLISH)
    assert "“Quarter 4 of 2025” would be known to be exactly 1" in text
    assert "Taking Quarter 1 of 2025 (24) + Quarter 2 of 2025 (26)" in text
    assert [(one.period, one.leave_out) for one in refusal.remedies] == [("2025-H2", ())]
    ledger, _ = make_release(ledger, some, FORM, "2025-H2", made=MADE, random=seeded(1))
    assert all(one.is_safe for one in audited(ledger))
    year, *_ = in_order(FORM, some, ["2025", "2025-Q1", "2025-Q2", "2025-H2"])
    with pytest.raises(Disclosed) as again:
        make_release(year, some, FORM, "2025-Q3", made=MADE, random=seeded(1))
    assert "No smaller change passes." in again.value.said(ENGLISH)


@pytest.mark.parametrize("seed", range(3))
def test_a_cell_that_is_shown_again_was_hidden_for_nothing(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = people(seeded(seed), 60) + people(seeded(seed + 1), 60)
    periods = ["2025-H1", "2025-Q1", "2025"]

    def hidden(attempts: int) -> int:
        monkeypatch.setattr(suppression, "ATTEMPTS", attempts)
        ledger, made, _ = in_order(FORM, some, periods)
        nothing_small_is_known(ledger, count(some, FORM, "2025"))
        assert made == periods
        return sum(
            figure.status is Status.HIDDEN
            for line in ledger.lines
            for figure in line.figures.values()
        )

    assert hidden(suppression.ATTEMPTS) <= hidden(0)


def test_what_is_hidden_is_in_no_sum_that_leaves() -> None:
    some = people(seeded(11), 60) + people(seeded(12), 60)
    _, release = make_release(Ledger(), some, FORM, "2025", made=MADE, random=seeded(1))
    counts = count(some, FORM, "2025")
    hidden = {c for c, f in release.figures.items() if f.status is Status.HIDDEN}
    assert hidden
    for grid in release_tables(release):
        for bar in grid.bars(ENGLISH):
            assert bar.value == 0 or not bar.hidden
        for row in grid.rows:
            for cell in row.cells:
                shown = cell.figure.value
                assert cell.key in hidden or shown == counts.cells[cell.key]
                assert cell.key not in hidden or (shown, cell.figure.low, cell.figure.high) == (
                    *(0, 0, 0),
                )
    for *_, value, low, high, status, _ in tidy(release):
        assert (status == "hidden") == (value == "" and low == "" and high == "")


def test_the_ledger_keeps_no_number_of_a_form_that_was_not_shown() -> None:
    some = people(seeded(11), 60)
    ledger, _, _ = in_order(FORM, some, ["2025-Q1", "2025"])
    for line in ledger.lines:
        assert {figure.status for figure in line.held.values()} <= {Status.HIDDEN}
        assert {figure.value for figure in line.held.values()} <= {0}


@pytest.mark.parametrize("size", [0, 1, 4, 9, 10, 11, 40])
@pytest.mark.parametrize("are_alike", [False, True])
@pytest.mark.parametrize("times", [1, 5])
def test_an_office_of_any_size_has_a_form_or_a_sentence(
    size: int, are_alike: bool, times: int
) -> None:
    random = seeded(size)
    some = people(random, 60)[:size]
    some = [dict(some[0]) for _ in some] if are_alike else some
    some = [one for one in some for _ in range(times)]
    ledger, made, refused = in_order(FORM, some, ["2025-Q1", "2025-H1", "2025-Q4", "2025"])
    assert len(made) + len(refused) == 4
    assert all(refusal.said(ENGLISH) for refusal in refused)
    counts = count(some, FORM, "2025")
    shown_as_they_are(ledger, counts)
    nothing_small_is_known(ledger, counts)
    for line in ledger.lines:
        assert line.few == (counts.cells[everybody(line.period)] < 10)
        assert bool(line.figures) != line.few
