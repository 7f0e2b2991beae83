"""Where files that are not code are found, in the repository and in an installed program."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """Return the path of a resource such as ``fonts/NotoSans-Regular.ttf``.

    Raises FileNotFoundError if there is none of that name.
    """
    for root in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        path = root / name
        if path.exists():
            return path
    raise FileNotFoundError(name)
