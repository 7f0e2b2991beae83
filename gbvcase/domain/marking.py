"""Marks an English text for translation, without knowing who will translate it."""

from collections.abc import Callable
from typing import Protocol


def mark(text: str) -> str:
    """Return the text unchanged; the collector of texts finds it by this call."""
    return text


class Say(Protocol):
    """Finds a marked text in one language, for a screen or for a paper."""

    @property
    def language(self) -> str:
        """Return the language spoken: ``vi`` or ``en``."""
        ...

    def __call__(self, text: str) -> str:
        """Return the text in this language; an unknown text comes back as it is."""
        ...


class Speaker:
    """A `Say` made of a language and a look-up; English needs none."""

    def __init__(self, language: str, look_up: Callable[[str], str] = mark) -> None:
        self.language = language
        self._look_up = look_up

    def __call__(self, text: str) -> str:
        return self._look_up(text)


ENGLISH = Speaker("en")
