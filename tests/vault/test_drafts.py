from datetime import timedelta

import pytest

from gbvcase.vault.drafts import (
    Draft,
    DraftInTheWay,
    drop,
    forget,
    keep,
    living,
    take_back,
    trash,
)
from gbvcase.vault.vault import Vault
from tests.builders import NOW
from tests.vault.keeping import later

TYPED = {"full_name": "Trần Thị Mẫu", "age": 30, "note": "<b>chưa xong'; --"}


def a_draft(form: str = "intake", case_id: str | None = "case-1") -> Draft:
    return Draft(form=form, case_id=case_id, values=TYPED, cursor="client.full_name")


def test_a_draft_is_read_as_it_was_typed(vault: Vault) -> None:
    with vault.begin() as db:
        kept = keep(db, a_draft(), NOW)
    with vault.begin() as db:
        assert living(db) == (kept,)
    assert (kept.values, kept.cursor, kept.kept_at) == (TYPED, "client.full_name", NOW)


def test_a_form_of_a_case_has_one_draft(vault: Vault) -> None:
    with vault.begin() as db:
        first = keep(db, a_draft(), NOW)
        again = keep(db, Draft(form="intake", case_id="case-1", values={"a": 1}), later(1))
        assert living(db) == (again,)
    assert again.id == first.id


def test_forms_and_cases_and_records_have_drafts_of_their_own(vault: Vault) -> None:
    with vault.begin() as db:
        keep(db, a_draft(), NOW)
        keep(db, a_draft("incident"), later(1))
        keep(db, a_draft(case_id="case-2"), later(2))
        keep(db, a_draft(case_id=None), later(3))
        keep(db, Draft(form="intake", case_id="case-1", record_id="r", values={}), later(4))
        found = [(draft.form, draft.case_id, draft.record_id) for draft in living(db)]
    assert found == [
        ("intake", "case-1", "r"),
        ("intake", None, None),
        ("intake", "case-2", None),
        ("incident", "case-1", None),
        ("intake", "case-1", None),
    ]


def test_a_draft_never_appears_in_another_case(vault: Vault) -> None:
    with vault.begin() as db:
        kept = keep(db, a_draft(), NOW)
        other = Draft(id=kept.id, form="intake", case_id="case-2", values={})
        with pytest.raises(KeyError):
            keep(db, other, later(1))
        assert living(db) == (kept,)


def test_what_was_dropped_can_be_taken_back_and_no_writing_empties_the_trash(
    vault: Vault,
) -> None:
    with vault.begin() as db:
        kept = keep(db, a_draft(), NOW)
        drop(db, str(kept.id), NOW)
        assert living(db) == ()
        keep(db, a_draft("incident"), NOW + timedelta(days=3650))  # a clock that has run away
        drop(db, "none", NOW + timedelta(days=3650))
        assert [draft.values for draft in trash(db)] == [TYPED]
        take_back(db, str(kept.id))
        assert kept in living(db)


def test_what_was_dropped_is_not_taken_back_over_a_newer_draft_of_its_form(vault: Vault) -> None:
    with vault.begin() as db:
        first = keep(db, a_draft(), NOW)
        drop(db, str(first.id), NOW)
        second = keep(db, Draft(form="intake", case_id="case-1", values={"a": 1}), later(1))
        keep(db, a_draft(case_id=None), later(1))
        with pytest.raises(DraftInTheWay):
            take_back(db, str(first.id))
        assert second in living(db)
        forget(db, str(second.id))
        take_back(db, str(first.id))
        assert first in living(db)


def test_a_new_draft_does_not_wake_one_in_the_trash(vault: Vault) -> None:
    with vault.begin() as db:
        first = keep(db, a_draft(), NOW)
        drop(db, str(first.id), NOW)
        second = keep(db, a_draft(), later(1))
        assert second.id != first.id
        assert (len(living(db)), len(trash(db))) == (1, 1)


def test_a_draft_that_is_saved_is_gone(vault: Vault) -> None:
    with vault.begin() as db:
        forget(db, str(keep(db, a_draft(), NOW).id))
        assert (living(db), trash(db)) == ((), ())
