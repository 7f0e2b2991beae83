"""Catalogue row D15: whatever the clock of the computer says, nothing is lost, moved or deleted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gbvcase.casework.cases import amend, history, load, new_case
from gbvcase.casework.checking import check_now, is_check_due
from gbvcase.casework.desk import Desk
from gbvcase.casework.drafts import Draft, drafts, drop_draft, dropped_drafts, keep_draft
from gbvcase.casework.purging import purge_cases, purged
from gbvcase.casework.upkeep import open_desk
from gbvcase.vault import journal
from tests.builders import NOW, a_case
from tests.casework.conftest import PASSWORD

CLOCKS = (
    NOW,
    datetime(1970, 1, 1, tzinfo=UTC),
    NOW + timedelta(days=1),
    datetime(2099, 12, 31, 23, 59, 59, tzinfo=UTC),
    NOW - timedelta(days=1),
    NOW + timedelta(minutes=1),
)


def at(desk: Desk, now: datetime) -> Desk:
    """The same desk, with its vault, by another clock."""
    clock: Callable[[], datetime] = lambda: now  # noqa: E731 - a clock that stands still
    desk.vault._clock = clock
    return replace(desk, clock=clock)


def test_a_clock_that_jumps_loses_nothing_and_changes_no_order(desk: Desk, cabinet: Path) -> None:
    plain = a_case()
    case = new_case(desk, plain.client, plain.intake, plain.consents)
    dropped = keep_draft(desk, Draft(form="intake", values={"name": "dropped"}))
    assert dropped.id is not None
    drop_draft(desk, dropped.id)
    for number, now in enumerate(CLOCKS):
        here = at(desk, now)
        client = load(here, case.head.id).client
        amend(here, case.head.id, "client", replace(client, full_name=f"Mẫu {number}"))
        keep_draft(here, Draft(form=f"form {number}", values={"word": number}))
        assert check_now(here).is_whole
        here.vault.lock()
        desk = at(open_desk(cabinet, PASSWORD), now)
        assert desk.vault.notices == ()
        assert not is_check_due(desk)
    names = [
        change.new
        for change in history(desk, case.head.id)
        if change.new and "Mẫu" in str(change.new)
    ]
    assert sorted(names) in (names, names[::-1])  # as it was done, not as the clock said
    assert load(desk, case.head.id).client.full_name == f"Mẫu {len(CLOCKS) - 1}"
    assert {draft.form for draft in drafts(desk)} == {f"form {n}" for n in range(len(CLOCKS))}
    assert [draft.values for draft in dropped_drafts(desk)] == [{"name": "dropped"}]
    with desk.vault.begin() as db:
        assert journal.verify(db) is None
        assert journal.head(db).seq > len(CLOCKS)
    desk.vault.lock()


@pytest.mark.parametrize("now", CLOCKS)
def test_a_purge_is_written_down_by_any_clock(desk: Desk, now: datetime) -> None:
    plain = a_case()
    case = new_case(desk, plain.client, plain.intake, plain.consents)
    here = at(desk, now)
    purge_cases(here, [str(case.head.code)], PASSWORD)
    (gone,) = purged(here)
    assert gone.at == journal.instant(now)
