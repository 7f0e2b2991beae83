"""Files kept with a record: their bytes lie in the vault once, under their SHA-256."""

from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection

from gbvcase.domain.values import Scan
from gbvcase.vault.kept_rows import driver


def keep_scan(
    db: Connection, content: bytes, *, media: str, at: datetime, title: str | None = None
) -> Scan:
    """Keep the bytes of a file; return what the field of a record holds of it."""
    digest = sha256(content).hexdigest()
    driver(db).execute(
        "INSERT OR IGNORE INTO scans (sha256, content, kept_at) VALUES (?, ?, ?)",
        (digest, content, at.isoformat()),
    )
    return Scan(media=media, size=len(content), sha256=digest, title=title)


def scan_content(db: Connection, scan: Scan) -> bytes:
    """Return the bytes of a file; KeyError if they do not lie here."""
    query = "SELECT content FROM scans WHERE sha256 = ?"
    found = driver(db).execute(query, (scan.sha256,)).fetchone()
    if found is None:
        raise KeyError(scan.sha256)
    return bytes(found[0])
