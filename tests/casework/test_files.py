from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from gbvcase.casework.cases import amend, load, new_case
from gbvcase.casework.desk import Desk
from gbvcase.casework.drafts import Draft, keep_draft
from gbvcase.casework.files import UNUSED, FileNotHere, FileUnreadable, keep_file, show_file
from gbvcase.documents.pictures import FileTooLarge
from gbvcase.domain.case import Case
from gbvcase.domain.values import Scan
from tests.builders import a_case
from tests.documents.test_pictures import PLACE, a_picture, with_a_place


@pytest.fixture
def case(desk: Desk) -> Case:
    made = a_case()
    return new_case(desk, made.client, made.intake, made.consents, made.incidents)


def a_file(folder: Path, content: bytes) -> Path:
    path = folder / "DSC_0001.jpg"
    path.write_bytes(content)
    return path


def kept(desk: Desk) -> int:
    with desk.vault.begin() as db:
        return int(db.exec_driver_sql("SELECT count(*) FROM scans").scalar_one())


def test_a_signed_paper_is_kept_in_the_cabinet_and_shown_from_it(
    desk: Desk, case: Case, tmp_path: Path
) -> None:
    path = a_file(tmp_path, with_a_place("JPEG"))
    scan = keep_file(desk, case.head.id, path)
    path.unlink()
    consent = replace(case.consents[0], signed_copy=scan)
    amend(desk, case.head.id, "consents", consent, 0)
    (first, *_) = load(desk, case.head.id).consents
    assert first.signed_copy == scan
    shown = show_file(desk, case.head.id, scan)
    assert (shown.width, shown.height) == (40, 60)
    assert sorted(tmp_path.glob("*.jpg")) == []
    with desk.vault.begin() as db:
        content = db.exec_driver_sql("SELECT content FROM scans").scalar_one()
        told = db.exec_driver_sql("SELECT group_concat(entry) FROM journal").scalar_one()
    assert PLACE not in content
    assert "file.keep" in told and "file.show" in told
    assert "DSC_0001" not in told


def test_what_nothing_names_is_swept_out_after_thirty_days(
    desk: Desk, case: Case, tmp_path: Path
) -> None:
    colours = [a_picture("PNG", (5, 5 + n)) for n in range(4)]
    scans = [keep_file(desk, case.head.id, a_file(tmp_path, one)) for one in colours[:3]]
    consent = replace(case.consents[0], signed_copy=scans[0])
    case = amend(desk, case.head.id, "consents", consent, 0)
    amend(desk, case.head.id, "consents", replace(case.consents[0], signed_copy=None), 0)
    keep_draft(desk, Draft(form="consents", values={"signed_copy": {"sha256": scans[1].sha256}}))
    then = desk.now() + UNUSED + timedelta(seconds=1)
    late = replace(desk, clock=lambda: then)
    keep_file(late, case.head.id, a_file(tmp_path, colours[3]))
    assert kept(desk) == 3
    show_file(desk, case.head.id, scans[0])  # an earlier version names it
    show_file(desk, case.head.id, scans[1])  # a draft does
    with pytest.raises(FileNotHere):
        show_file(desk, case.head.id, scans[2])


def test_a_file_that_cannot_be_had_says_so(desk: Desk, case: Case, tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        keep_file(desk, case.head.id, tmp_path / "gone.jpg")
    with pytest.raises(FileUnreadable):
        keep_file(desk, case.head.id, tmp_path)
    with pytest.raises(FileTooLarge):
        keep_file(desk, case.head.id, a_file(tmp_path, bytes(21 * 1024 * 1024)))
    with pytest.raises(FileNotHere):
        show_file(desk, case.head.id, Scan(media="image/png", size=1, sha256="0" * 64))
    assert kept(desk) == 0
