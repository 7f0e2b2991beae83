"""Every promise about numbers has its test, and every test that is named is there."""

import re
from pathlib import Path

import pytest

from tests.reports.catalogue import ATTACKS, INVARIANTS, SECURITY

HERE = Path(__file__).parent
PLACES = (HERE, HERE.parent / "casework")


def names_of_tests() -> set[str]:
    texts = (path.read_text(encoding="utf-8") for place in PLACES for path in place.glob("test_*"))
    return {name for text in texts for name in re.findall(r"^def (test_\w+)", text, re.MULTILINE)}


@pytest.mark.parametrize(
    ("catalogue", "number"),
    [(INVARIANTS, 13), (ATTACKS, 15), (SECURITY, 8)],
    ids=("always", "attacks", "security"),
)
def test_each_line_of_the_catalogue_has_names_of_tests(
    catalogue: dict[str, tuple[str, ...]], number: int
) -> None:
    assert len(catalogue) == number
    there = names_of_tests()
    for line, names in catalogue.items():
        assert names, line
        assert set(names) <= there, line
