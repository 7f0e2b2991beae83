"""How far this computer has seen the vault grow: an older copy put in its place is noticed."""

import hmac
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from gbvcase.sealing import canonical
from gbvcase.sealing.keys import is_bytes
from gbvcase.vault import files

_MAGIC = b"CVWITN\0\x01"
_HEAD = 12
_SUM = 32
_LARGEST_FILE = 4096


@dataclass(frozen=True)
class Mark:
    """The head of the journal when the mark was written."""

    gen: int
    incarnation: int
    seq: int
    hash: bytes


@dataclass(frozen=True)
class Found:
    """A mark as it lay in the folder, whoever wrote it; `mark` is None if it makes no sense."""

    raw: bytes
    mark: Mark | None
    at: datetime

    def is_sealed_with(self, key: bytes | bytearray) -> bool:
        """Tell whether the mark was written by someone who had the key."""
        return hmac.compare_digest(hmac.digest(key, self.raw[:-_SUM], "sha256"), self.raw[-_SUM:])


def written(mark: Mark, key: bytes | bytearray) -> bytes:
    """Return the bytes of a mark, sealed with the witness key of its generation."""
    body = canonical.dumps(
        {
            "gen": mark.gen,
            "hash": mark.hash.hex(),
            "incarnation": mark.incarnation,
            "seq": mark.seq,
        }
    )
    data = _MAGIC + len(body).to_bytes(4, "big") + body
    return data + hmac.digest(key, data, "sha256")


def save(folder: Path, mark: Mark, key: bytes | bytearray) -> None:
    """Write the mark file."""
    files.write_whole(folder / files.MARK, written(mark, key))


def find(folder: Path) -> Found | None:
    """Read the mark file; None if there is none."""
    path = folder / files.MARK
    if not path.exists():
        return None
    raw = files.read_small(path, _LARGEST_FILE) or b""
    at = datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(microsecond=0)
    return Found(raw, _understood(raw), at)


def _understood(raw: bytes) -> Mark | None:
    length = int.from_bytes(raw[8:_HEAD], "big")
    if not raw.startswith(_MAGIC) or len(raw) != _HEAD + length + _SUM:
        return None
    try:
        body = canonical.loads(raw[_HEAD:-_SUM])
    except canonical.NotCanonical:
        return None
    if not isinstance(body, dict) or sorted(body) != ["gen", "hash", "incarnation", "seq"]:
        return None
    numbers = (body["gen"], body["incarnation"], body["seq"])
    if not all(type(number) is int and number >= 0 for number in numbers):
        return None
    if not is_bytes(body["hash"], 32):
        return None
    return Mark(*numbers, bytes.fromhex(body["hash"]))
