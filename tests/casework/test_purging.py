"""Catalogue row R09 and design 6.3: what is purged is gone from every page, and stays gone."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gbvcase.casework.cases import NoSuchCase, View, amend, list_cases, load, new_case
from gbvcase.casework.desk import Desk
from gbvcase.casework.drafts import Draft, keep_draft
from gbvcase.casework.purging import purge_cases, purged
from gbvcase.casework.upkeep import open_desk
from gbvcase.domain.case import Case
from gbvcase.domain.errors import DiskFull, VaultHeld, WrongPassword
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.notes import Note
from gbvcase.vault import files, journal, purge_list, rotation
from gbvcase.vault.scans import keep_scan, scan_content
from tests.builders import NOW, a_case, a_consent
from tests.casework.conftest import PASSWORD
from tests.vault.pages import database_key, readable

CANARY = "Chimhoamimau"
OTHER = "Nguoikhacmau"


def made(desk: Desk, word: str, scan: bytes) -> Case:
    """A case with a history, a draft and a scan, each with a word that can be looked for."""
    with desk.vault.begin() as db:
        held = keep_scan(db, scan, media="image/png", at=NOW, title=word)
    plain = a_case(consents=(replace(a_consent(), signed_copy=held),))
    client = replace(plain.client, full_name=f"Trần Thị {word}")
    case = new_case(desk, client, plain.intake, plain.consents, plain.incidents)
    case = amend(desk, case.head.id, "client", replace(case.client, full_name=f"Lê Thị {word}"))
    case = amend(desk, case.head.id, "notes", Note(noted_at=NOW, text=f"{word} gọi lại."))
    keep_draft(desk, Draft(form="client", case_id=case.head.id, values={"full_name": f"{word} dở"}))
    return case


@pytest.fixture
def cases(desk: Desk) -> Iterator[tuple[Case, Case]]:
    yield (
        made(desk, CANARY, CANARY.encode() * 500),
        made(desk, OTHER, OTHER.encode() * 500),
    )


def pages_with(folder: Path, word: str) -> int:
    """How many pages of the locked vault, read by hand, hold a word in any spelling."""
    key = database_key(folder, PASSWORD)
    (database,) = files.databases(folder)
    spellings = [form.encode() for form in (word, word.lower(), word.encode().hex())]
    return sum(any(form in page for form in spellings) for page in readable(database, key))


def test_what_is_purged_is_in_no_page_and_the_rest_is_whole(
    desk: Desk, cabinet: Path, cases: tuple[Case, Case]
) -> None:
    gone, stays = cases
    desk.vault.lock()
    assert pages_with(cabinet, CANARY) > 3
    opened = replace(open_desk(cabinet, PASSWORD), clock=lambda: NOW)
    done = purge_cases(opened, [gone.head.code], PASSWORD)
    assert [one.id for one in done.gone] == [gone.head.id]
    assert done.has_new_keys
    assert "new keys" in done.said(ENGLISH)
    assert opened.vault.gen == 2
    assert list_cases(opened, View(text=CANARY)) == ()
    assert list_cases(opened, View(text=OTHER)) == (stays.head.id,)
    assert load(opened, stays.head.id).client.full_name == f"Lê Thị {OTHER}"
    (consent,) = load(opened, stays.head.id).consents
    with opened.vault.begin() as db:
        assert scan_content(db, consent.signed_copy) == OTHER.encode() * 500
        last = journal.entry_at(db, journal.head(db).seq - 1)
    assert last is not None
    assert (last[1]["act"], last[1]["ref"]) == ("case.purge", gone.head.id)
    assert opened.vault.check().is_whole
    opened.vault.lock()
    assert [path.name for path in files.databases(cabinet)] == ["data-00000002.db"]
    assert pages_with(cabinet, CANARY) == 0
    assert pages_with(cabinet, OTHER) > 3


def test_a_scan_that_another_case_holds_too_stays(desk: Desk) -> None:
    scan = b"the same paper" * 100
    gone, stays = made(desk, CANARY, scan), made(desk, OTHER, scan)
    purge_cases(desk, [gone.head.code], PASSWORD)
    (consent,) = load(desk, stays.head.id).consents
    with desk.vault.begin() as db:
        assert scan_content(db, consent.signed_copy) == scan


def test_all_are_purged_or_none(desk: Desk, cases: tuple[Case, Case]) -> None:
    gone, stays = cases
    with pytest.raises(NoSuchCase):
        purge_cases(desk, [gone.head.code, "BT-26-0000-X"], PASSWORD)
    with pytest.raises(WrongPassword):
        purge_cases(desk, [gone.head.code], "khong phai day nhe ban")
    assert set(list_cases(desk, View())) == {gone.head.id, stays.head.id}
    assert purged(desk) == ()
    assert desk.vault.gen == 1


def test_an_older_copy_that_is_put_back_is_purged_again(
    desk: Desk, cabinet: Path, cases: tuple[Case, Case], tmp_path: Path
) -> None:
    gone, stays = cases
    desk.vault.lock()
    older = Path(shutil.copytree(cabinet, tmp_path / "older"))
    opened = open_desk(cabinet, PASSWORD)
    purge_cases(opened, [gone.head.code], PASSWORD)
    listed = purged(opened)
    opened.vault.lock()
    for name in (files.PURGED, files.MARK):  # what lies beside the vault is newer than the copy
        shutil.copy(cabinet / name, older / name)

    held = open_desk(older, PASSWORD)
    assert held.vault.is_read_only
    with pytest.raises(VaultHeld):
        purge_cases(held, [stays.head.code], PASSWORD)
    assert purged(held) == listed
    held.vault.go_on()
    assert set(list_cases(held, View())) == {stays.head.id}
    held.vault.lock()
    again = open_desk(older, PASSWORD)  # which takes the new keys that the purge asks for
    assert again.vault.gen == 2
    assert [one.id for one in purged(again)] == [gone.head.id]
    again.vault.lock()
    assert pages_with(older, CANARY) == 0


def test_a_list_that_the_owner_did_not_sign_purges_nothing(
    desk: Desk, cabinet: Path, cases: tuple[Case, Case]
) -> None:
    gone, stays = cases
    vault_id = desk.vault.vault_id
    forged = (purge_list.Purged(stays.head.id, "2026-01-01T00:00:00Z"),)
    for secret, of in ((bytes(32), vault_id), (None, bytes(16))):
        with desk.vault.begin() as db:
            own = purge_list.owner_key(db)
        raw = purge_list.written(forged, secret or own, of)
        for data in (raw, raw[:-1], raw[:-64] + bytes(64), b"", b"x" * 500):
            (cabinet / files.PURGED).write_bytes(data)
            assert purged(desk) == ()
    purge_cases(desk, [gone.head.code], PASSWORD)
    assert [one.id for one in purged(desk)] == [gone.head.id]
    assert set(list_cases(desk, View())) == {stays.head.id}


def test_without_room_for_new_keys_the_next_unlock_takes_them(
    desk: Desk, cabinet: Path, cases: tuple[Case, Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(rotation, "_copy", full)
        done = purge_cases(desk, [cases[0].head.code], PASSWORD)
    assert not done.has_new_keys
    assert "free some room" in done.said(ENGLISH)
    assert desk.vault.gen == 1
    desk.vault.lock()
    assert pages_with(cabinet, CANARY) == 0  # overwritten all the same
    again = open_desk(cabinet, PASSWORD)
    assert again.vault.gen == 2
    again.vault.lock()
    last = open_desk(cabinet, PASSWORD)
    assert last.vault.gen == 2
    last.vault.lock()
