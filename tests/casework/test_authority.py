"""An exact form goes sealed to one authority, is remembered, and is no publication."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from gbvcase.casework import authority
from gbvcase.casework.authority import ExitPurpose, NoReceiver, SealedForm, handed_over, seal_form
from gbvcase.casework.cases import add_cases
from gbvcase.casework.desk import Desk
from gbvcase.casework.ledgers import ledger_of, shared_ledger
from gbvcase.casework.made_up import made_up_cases
from gbvcase.casework.office_figures import count_report
from gbvcase.casework.publishing import all_releases, publish
from gbvcase.domain.speaking import speaker
from gbvcase.reports.indicators import plan_named
from gbvcase.reports.ledger import State
from gbvcase.sealing.parcels import ParcelShut, unseal
from tests.casework.test_publishing import LATER, SAY, TODAY, seeded

PLAN = plan_named("incidents")
SECRET = "năm từ để mở biểu mẫu"


@pytest.fixture
def full(desk: Desk) -> Iterator[Desk]:
    later = replace(desk, clock=lambda: LATER)
    add_cases(later, [("made-up", one.document) for one in made_up_cases(40, 6, TODAY)])
    yield later


def sealed(desk: Desk, period: str = "2025", say: str = "vi") -> SealedForm:
    return seal_form(
        desk,
        "incidents",
        period,
        receiver="Sở Y tế tỉnh (mẫu)",
        purpose=ExitPurpose.LAW,
        say=speaker(say),
        approved_by="Bình (mẫu)",
        password=SECRET,
    )


@pytest.fixture
def unsealed_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the sealing out, which takes seconds; it is tried once below."""
    monkeypatch.setattr(authority, "seal", lambda content, _secret: content)


def test_the_exact_form_is_sealed_and_opens_with_its_password_only(full: Desk) -> None:
    form = sealed(full)
    assert form.content.startswith(b"age-encryption.org/v1")
    book = unseal(form.content, SECRET)
    assert zipfile.is_zipfile(io.BytesIO(book))
    with pytest.raises(ParcelShut):
        unseal(form.content, SECRET + "x")
    assert SECRET not in repr(form)


@pytest.mark.usefixtures("unsealed_forms")
def test_its_figures_are_those_of_the_office_and_every_sheet_says_not_to_publish(
    full: Desk,
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(sealed(full).content))
    exact = {grid.id: grid for grid in count_report(full, "incidents", "2025").tables}
    for name, grid in exact.items():
        cells = [cell for row in book[name].iter_rows() for cell in row]
        numbers = [cell.value for cell in cells if isinstance(cell.value, int)]
        assert numbers == [c.figure.value for row in grid.rows for c in row.cells]
        texts = [str(cell.value) for cell in cells]
        assert any("KHÔNG PHỔ BIẾN" in text and "Sở Y tế tỉnh (mẫu)" in text for text in texts)
        assert not [t for t in texts if "≤" in t or "làm tròn" in t]
        assert not [c for c in cells if "≤" in c.number_format]
    assert "KHÔNG PHỔ BIẾN" in str(book["Ghi chú"]["A1"].value)


@pytest.mark.usefixtures("unsealed_forms")
def test_it_is_a_line_of_the_ledger_and_no_release(full: Desk) -> None:
    sealed(full)
    (line,) = ledger_of(full).lines
    assert (line.state, line.release) == (State.HANDED_OVER, "incidents-2025-authority")
    assert line.signature
    assert all_releases(full) == ()
    assert not ledger_of(full).facts(PLAN).facts
    assert not ledger_of(full).truth(PLAN)
    assert not ledger_of(full).frozen(PLAN)
    (told,) = handed_over(full)
    assert told.as_json()["audience"] == "authority"
    assert (told.receiver, told.approved_by) == ("Sở Y tế tỉnh (mẫu)", "Bình (mẫu)")


@pytest.mark.usefixtures("unsealed_forms")
def test_publishing_before_and_after_is_the_same(full: Desk, tmp_path: Path) -> None:
    sealed(full)
    made = publish(full, "incidents", "2025", folder=tmp_path, say=SAY, random=seeded())
    rounded = dict(made.release.figures)
    sealed(full)
    assert {one.id for one in all_releases(full)} == {"incidents-2025"}
    again = publish(full, "incidents", "2025", folder=tmp_path, say=SAY)
    assert again.release.figures == rounded
    assert all(figure.value % 5 == 0 for figure in rounded.values())


@pytest.mark.usefixtures("unsealed_forms")
def test_fewer_than_ten_are_counted_exactly_all_the_same(desk: Desk) -> None:
    later = replace(desk, clock=lambda: LATER)
    add_cases(later, [("made-up", one.document) for one in made_up_cases(4, 6, TODAY)])
    book = openpyxl.load_workbook(io.BytesIO(sealed(later).content))
    numbers = [c.value for row in book["A1"].iter_rows() for c in row if isinstance(c.value, int)]
    (grid,) = [g for g in count_report(later, "incidents", "2025").tables if g.id == "A1"]
    assert numbers == [cell.figure.value for row in grid.rows for cell in row.cells]


@pytest.mark.usefixtures("unsealed_forms")
def test_no_copy_of_the_ledger_has_an_exact_figure(full: Desk) -> None:
    sealed(full)
    with full.vault.begin() as db:
        content = shared_ledger(db, full.unit)
    assert b'"exact"' not in content
    assert ledger_of(full).lines[0].headline


@pytest.mark.usefixtures("unsealed_forms")
def test_nobody_in_particular_receives_no_form(full: Desk) -> None:
    with pytest.raises(NoReceiver):
        seal_form(
            full, "incidents", "2025", receiver="  ", purpose=ExitPurpose.LAW, say=speaker("vi")
        )
    assert not ledger_of(full).lines
