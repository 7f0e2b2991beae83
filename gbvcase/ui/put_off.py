"""Puts off modules that libraries name at their top and that nobody here asks for.

The toolkit of the screen brings what writes its own documentation; the one of the database what
waits for networks, and what reads which packages are installed: 5 MB. A module that is put off is
loaded when anything in it is first used, so nothing is missing; it comes later, or never.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from types import ModuleType
from typing import Any

PUT_OFF: Mapping[str, tuple[str, ...]] = {
    "argparse": (),
    "asyncio": ("iscoroutine",),
    "importlib.metadata": (),
    "ipaddress": (),
    "locale": (),
    "urllib.request": (),
}
"""Each with the functions that libraries take from it at their top, and call later or never."""


def put_modules_off(modules: Mapping[str, tuple[str, ...]] = PUT_OFF) -> None:
    """Let these modules wait until they are used; those that are loaded already stay as they are.

    Call it before the libraries that name them are loaded.
    """
    for name, taken in modules.items():
        if name in sys.modules:
            continue
        sys.modules[name] = waiting = _Waiting(name, taken)
        above, _, last = name.rpartition(".")
        if above:
            setattr(import_module(above), last, waiting)


class _Waiting(ModuleType):
    """Stands for a module until something in it is asked for."""

    def __init__(self, name: str, taken: tuple[str, ...]) -> None:
        super().__init__(name)
        for function in taken:
            setattr(self, function, _later(self, function))

    def __getattr__(self, name: str) -> Any:
        """Load the module, and return what was asked for.

        Who looks through all modules for files or the like does not ask for this one.
        """
        if name.startswith("__") and name not in ("__path__", "__all__"):
            raise AttributeError(name)
        return getattr(_loaded(self), name)


def _loaded(waiting: ModuleType) -> ModuleType:
    if sys.modules.get(waiting.__name__) is waiting:
        del sys.modules[waiting.__name__]
    return import_module(waiting.__name__)


def _later(waiting: ModuleType, function: str) -> Callable[..., Any]:
    def call(*given: Any, **named: Any) -> Any:
        return getattr(_loaded(waiting), function)(*given, **named)

    return call
