"""Records what a run writes, and builds what a disk may hold when the power goes at any moment.

What was flushed is there. What was not may be there, or not, or in part: of each write every
512-byte sector survives or not by itself. Names change in their order, as file systems keep it.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

_SECTOR = 512


@dataclass
class _File:
    """What is certainly on the disk, and what was written since."""

    safe: bytearray = field(default_factory=bytearray)
    open: list[tuple[int | None, bytes | int]] = field(default_factory=list)

    def flush(self) -> None:
        for offset, data in self.open:
            _apply(self.safe, offset, data)
        self.open.clear()

    def after_a_cut(self, chance: Random) -> bytes:
        image = bytearray(self.safe)
        mode = chance.randrange(3)
        for offset, data in self.open:
            if mode == 0:
                break
            if mode == 1:
                _apply(image, offset, data)
            elif isinstance(data, int):
                if chance.random() < 0.5:
                    _apply(image, offset, data)
            else:
                begin = len(image) if offset is None else offset
                for start in range(0, len(data), _SECTOR):
                    if chance.random() < 0.5:
                        _apply(image, begin + start, data[start : start + _SECTOR])
        return bytes(image)


def _apply(image: bytearray, offset: int | None, data: bytes | int) -> None:
    if isinstance(data, int):
        if data < len(image):
            del image[data:]
        else:
            image.extend(bytes(data - len(image)))
        return
    begin = len(image) if offset is None else offset
    if begin > len(image):
        image.extend(bytes(begin - len(image)))
    image[begin : begin + len(data)] = data


class PowerCutter:
    """Hears every step of a run; afterwards gives the states it could have been cut in."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._base = {path.name: path.read_bytes() for path in folder.iterdir()}
        self._heard: list[tuple[str, str, Any]] = []

    def step(self, kind: str, path: str, data: Any) -> None:
        """Take note of a step."""
        if kind == "rename":
            data = Path(data).name
        name = "" if Path(path) == self._folder else Path(path).name
        self._heard.append((kind, name, data))

    def acknowledge(self, number: int) -> None:
        """Take note that a person was told that something is saved."""
        self._heard.append(("told", "", number))

    def states(self, scratch: Path, count: int, chance: Random) -> Iterator[int]:
        """Lay out so many states, one after another; yield what was acknowledged before each."""
        moments = sorted(chance.randrange(len(self._heard) + 1) for _ in range(count))
        names = {name: _File(bytearray(data)) for name, data in self._base.items()}
        on_disk = dict(names)
        renames: list[tuple[str, str, str]] = []
        told = -1
        done = 0
        for moment in moments:
            for kind, name, data in self._heard[done:moment]:
                match kind:
                    case "told":
                        told = data
                    case "write":
                        offset, written = data
                        if name not in names:
                            names[name] = on_disk[name] = _File()
                        names[name].open.append((offset, written))
                    case "truncate":
                        names[name].open.append((None, data))
                    case "sync" if name:
                        names.setdefault(name, _File()).flush()
                        on_disk.setdefault(name, names[name])
                    case "sync":
                        _carry_out(on_disk, renames)
                        renames.clear()
                    case "rename":
                        names[data] = names.pop(name)
                        renames.append((kind, name, data))
                    case "delete":
                        names.pop(name, None)
                        renames.append((kind, name, ""))
            done = moment
            there = dict(on_disk)
            _carry_out(there, renames[: chance.randrange(len(renames) + 1)])
            shutil.rmtree(scratch, ignore_errors=True)
            scratch.mkdir(mode=0o700)
            for name, file in there.items():
                (scratch / name).write_bytes(file.after_a_cut(chance))
            yield told


def _carry_out(there: dict[str, _File], renames: list[tuple[str, str, str]]) -> None:
    for kind, name, target in renames:
        file = there.pop(name, None)
        if kind == "rename" and file is not None:
            there[target] = file
