"""Under which licences the parts of this program stand: read from the parts themselves."""

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from gbvcase.resources import resource

OURS = "gbvcase"
FONTS_AND_ICONS = (
    ("Noto", "fonts/OFL-Noto.txt"),
    ("Liberation", "fonts/OFL-Liberation.txt"),
    ("Lucide", "icons/lucide/LICENSE"),
)
LONGEST = 60  # some packages put the whole text where the name belongs


@dataclass(frozen=True, order=True)
class Part:
    """A library that we stand on; an unknown licence is empty."""

    name: str
    version: str
    licence: str


def version() -> str:
    """Return the version of this program; 0 where it was not installed."""
    found = _found(OURS)
    return found.version if found else "0"


def parts() -> tuple[Part, ...]:
    """Return every library that the program needs, directly or not, in the order of names."""
    waiting, seen = [OURS], dict[str, Distribution]()
    while waiting:
        name = waiting.pop()
        found = _found(name)
        if found is None or name in seen:
            continue
        seen[name] = found
        waiting += [_name(one) for one in found.requires or () if "extra ==" not in one]
    return tuple(
        sorted(
            (
                Part(found.metadata["Name"], found.version, _licence(found))
                for name, found in seen.items()
                if name != OURS
            ),
            key=lambda part: part.name.casefold(),
        )
    )


def licence_text(name: str) -> str:
    """Return the whole text of a licence that lies in our resources."""
    return resource(name).read_text(encoding="utf-8")


def _found(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _name(requirement: str) -> str:
    """Return the name of a required package: `sqlalchemy>=2.1` is `sqlalchemy`."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    return re.sub(r"[-_.]+", "-", found[0]).lower() if found else ""


_NAMED = ("License-Expression", "License")


def _field(found: Distribution, name: str) -> str:
    return str((found.metadata.get_all(name) or [""])[0])


def _licence(found: Distribution) -> str:
    told = next((_field(found, name) for name in _NAMED if _field(found, name)), "")
    first = told.strip().splitlines()[0] if told.strip() else ""
    if first and len(first) <= LONGEST:
        return first
    classed = [
        line.rpartition(" :: ")[2]
        for line in found.metadata.get_all("Classifier") or ()
        if line.startswith("License ::")
    ]
    return ", ".join(classed) or _heading(found) or first[:LONGEST]


def _heading(found: Distribution) -> str:
    """Return the first line of the licence that lies with a library that names none."""
    for path in found.files or ():
        if path.name.upper().startswith(("LICENSE", "LICENCE", "COPYING")):
            lines = path.read_text(encoding="utf-8").split("\n")
            first = next((line.strip() for line in lines if line.strip()), "")
            return "" if first.startswith("Copyright") else first[:LONGEST]
    return ""
