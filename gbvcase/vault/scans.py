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


def sweep(db: Connection, before: datetime) -> int:
    """Take out the files kept before a time that nothing names any more; return how many."""
    old = driver(db).execute("SELECT sha256, kept_at FROM scans").fetchall()
    unused = [
        sha
        for sha, kept_at in old
        if datetime.fromisoformat(kept_at) < before and not _named(db, sha)
    ]
    driver(db).executemany("DELETE FROM scans WHERE sha256 = ?", [(sha,) for sha in unused])
    return len(unused)


def _named(db: Connection, sha: str) -> bool:
    """Tell whether a record, what one was before, or a draft names a file."""
    return any(
        driver(db).execute(query, (sha,)).fetchone() is not None
        for query in (
            "SELECT 1 FROM consents WHERE instr(signed_copy, ?) > 0",
            "SELECT 1 FROM drafts WHERE instr(content, ?) > 0",
            "SELECT 1 FROM revisions WHERE instr(replaced, ?) > 0",
        )
    )
