"""Keeps the toolkit from reading the source of every module that is loaded after it.

It looks there for its own name, because names may be spelled in two ways where it is used. Nothing
of ours asks for that; the texts would stay in memory, 17 MB of them, and each is read in the time
that somebody waits for a page.
"""

import sys
from types import ModuleType

import shiboken6  # brings in what asks

_FEATURE, _ASKED = "shibokensupport.feature", "_mod_uses_pyside"


def leave_sources_unread() -> None:
    """Let the toolkit know by its name whether a module uses it; call it before it is loaded.

    A toolkit that does not ask, or asks otherwise, is left alone: then it reads.
    """
    assert shiboken6.__version__, "the toolkit is not there"
    feature = sys.modules.get(_FEATURE)
    if hasattr(feature, _ASKED):
        setattr(feature, _ASKED, _is_of_the_screen)


def _is_of_the_screen(module: ModuleType) -> bool:
    return module.__name__.startswith("gbvcase.ui")
