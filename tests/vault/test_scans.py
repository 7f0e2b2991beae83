import pytest

from gbvcase.domain.values import Scan
from gbvcase.vault.scans import keep_scan, scan_content
from gbvcase.vault.vault import Vault
from tests.builders import NOW

CONTENT = b"%PDF-1.7 \x00\xff a signed paper"


def test_the_bytes_of_a_file_are_kept_once(vault: Vault) -> None:
    with vault.begin() as db:
        first = keep_scan(db, CONTENT, media="application/pdf", at=NOW, title="Bản mẫu")
        second = keep_scan(db, CONTENT, media="application/pdf", at=NOW)
        assert (first.size, first.title, first.sha256) == (len(CONTENT), "Bản mẫu", second.sha256)
        assert scan_content(db, second) == CONTENT
        assert db.exec_driver_sql("SELECT count(*) FROM scans").scalar_one() == 1


def test_a_file_that_is_not_there_is_said_so(vault: Vault) -> None:
    with vault.begin() as db, pytest.raises(KeyError):
        scan_content(db, Scan(media="image/png", size=1, sha256="0" * 64))
