"""On which pages the owner of a cabinet has hidden names: kept inside the cabinet, page by page."""

from gbvcase.casework.desk import Desk
from gbvcase.casework.upkeep import keep_setting, read_setting

SETTING = "screen.names_hidden"


def hides_names(desk: Desk, page: str) -> bool:
    """Tell whether names were hidden on a page when it was left."""
    return page in _pages(desk)


def keep_hidden(desk: Desk, page: str, hidden: bool) -> None:
    """Remember whether names are hidden on a page; where nothing may be written, they show."""
    if desk.vault.is_read_only:
        return
    pages = _pages(desk)
    keep_setting(desk, SETTING, sorted(pages | {page} if hidden else pages - {page}) or None)


def _pages(desk: Desk) -> set[str]:
    kept = read_setting(desk, SETTING)
    return {one for one in kept if isinstance(one, str)} if isinstance(kept, list) else set()
