"""Which communes of today lie near each other, as far as our lists can tell."""

from functools import cache

from gbvcase.domain.places import communes, predecessors


def neighbours(commune: str) -> frozenset[str]:
    """Return the communes of today that lie around one, without itself.

    There are no borders in our lists. Two communes count as neighbours if each was made, in whole
    or in part, of communes of the same old district: they are at most one small town apart. Of
    other provinces nothing is known of before, and no commune has a neighbour.
    """
    return _around().get(commune, frozenset())


@cache
def _around() -> dict[str, frozenset[str]]:
    districts: dict[tuple[str, str], set[str]] = {}
    for one in communes():
        for old in predecessors(one.code):
            if old.district:
                districts.setdefault((old.province, old.district), set()).add(one.code)
    around: dict[str, set[str]] = {}
    for together in districts.values():
        for code in together:
            around.setdefault(code, set()).update(together - {code})
    return {code: frozenset(others) for code, others in around.items()}
