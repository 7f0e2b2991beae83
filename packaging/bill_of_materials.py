"""Writes what the program is made of: every library it needs, its version and its licence."""

import json
import sys
import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

HOUSE = Path(__file__).parent.parent
SAID_ELSEWHERE = {"pyrage": "MIT", "sqlcipher3": "Zlib"}
"""Licences that a library states in its source but not in its wheel."""


def libraries() -> dict[str, Distribution]:
    """Return what is installed for the program, each by its name, without what only tests need."""
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: dict[str, Distribution] = {}
    waiting = [Requirement(text) for text in project["dependencies"]]
    while waiting:
        wanted = waiting.pop()
        name = wanted.name.lower().replace("_", "-")
        applies = wanted.marker is None or wanted.marker.evaluate({"extra": ""})
        if applies and name not in found:
            found[name] = distribution(wanted.name)
            waiting += [Requirement(text) for text in found[name].requires or ()]
    return dict(sorted(found.items()))


def licence(library: Distribution) -> str:
    """Return what a library says of its licence, in the shortest form in which it says it."""
    about = library.metadata
    if said := about.get("License-Expression"):
        return said
    classes = [c for c in about.get_all("Classifier") or () if c.startswith("License ::")]
    return "; ".join(c.rpartition(" :: ")[2] for c in classes) or (
        about.get("License") or SAID_ELSEWHERE.get(about["Name"].lower(), "")
    )


def bill() -> dict[str, Any]:
    """Return the bill in the CycloneDX form that scanners read."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "gbvcase"}},
        "components": [
            {
                "type": "library",
                "name": name,
                "version": library.version,
                "purl": f"pkg:pypi/{name}@{library.version}",
                "licenses": [{"license": {"name": licence(library)}}],
            }
            for name, library in libraries().items()
        ],
    }


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(bill(), indent=2) + "\n", encoding="utf-8")
