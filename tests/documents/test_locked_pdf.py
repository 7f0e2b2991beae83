from datetime import date
from io import BytesIO

import pikepdf
import pytest

from gbvcase.documents.locked_pdf import locked
from gbvcase.documents.recovery_sheet import recovery_sheet
from gbvcase.domain.marking import ENGLISH
from tests.documents.reading import pages_of

PASSWORD = "năm từ dễ nhớ mẫu"
PAPER = recovery_sheet("-".join(["000011"] * 9), "Tủ mẫu", date(2026, 3, 5), ENGLISH)


def test_a_saved_paper_is_locked_with_aes_256_revision_6() -> None:
    shut = locked(PAPER, PASSWORD)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(shut))
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(shut), password="wrong")
    with pikepdf.open(BytesIO(shut), password=PASSWORD) as paper:
        assert (paper.encryption.R, paper.encryption.bits) == (6, 256)
        assert paper.encryption.stream_method is pikepdf.models.EncryptionMethod.aesv3
        assert not paper.docinfo


def test_another_reader_opens_it_and_finds_the_same_text() -> None:
    assert pages_of(locked(PAPER, PASSWORD), PASSWORD) == pages_of(PAPER)


def test_what_is_locked_cannot_be_read_in_the_file() -> None:
    shut = locked(PAPER, PASSWORD)
    for part in (b"Recovery", b"LiberationSerif", PASSWORD.encode()):
        assert part not in shut
