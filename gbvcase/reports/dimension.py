"""A characteristic of what is counted: its codes as a tree, and how answers are read into it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

Said = str | tuple[str, ...]
Answer = Mapping[str, Said]
"""What is known of one counted thing: dimension -> code, or codes where several are possible."""

UNKNOWN = "unknown"
OFFICE = "office"
"""The offices of a province, as their coordinator shows them in tables."""
MEMBER = "member"
"""The offices that have released figures of their own, as an attacker tells them apart."""
Read = TypeVar("Read")


Pattern = tuple[tuple[str, str], ...]
"""Codes that somebody has, by the names of the characteristics."""


@dataclass(frozen=True)
class Implied:
    """Something that follows: whoever is in some of the one kind is in as many of the other."""

    some: tuple[Pattern, ...]
    within: tuple[Pattern, ...]


@dataclass(frozen=True, eq=False)
class Dimension:
    """One characteristic: its codes as a tree, and how answers are read into it."""

    name: str
    tree: Mapping[str, tuple[str, ...]]  # code -> parts; the root is ""
    source: str = ""  # the answer it is read from, if it has another name
    folds: Mapping[str, str] = field(default_factory=dict)  # an answer's code -> code of the tree
    asks: str = ""  # for a list of which several are possible: is this code among them?
    sensitive: bool = False  # an answer that no group may be known to share
    place: bool = False
    unsure: str = ""  # the answer that lists the codes that could not be worked out
    empty: str = UNKNOWN  # what an empty list means
    other: str = ""  # what any other code is read as
    titles: Mapping[str, str] = field(default_factory=dict)  # language -> name
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # code -> language: name

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """Return all codes, each before its parts, the root first."""

        def below(code: str) -> Iterable[str]:
            yield code
            for part in self.tree.get(code, ()):
                yield from below(part)

        return tuple(below(""))

    @cached_property
    def leaves(self) -> tuple[str, ...]:
        """Return the codes without parts."""
        return tuple(code for code in self.codes if not self.tree.get(code))

    @cached_property
    def above(self) -> Mapping[str, tuple[str, ...]]:
        """Return for each code itself and all codes that contain it, the root last."""
        chains: dict[str, tuple[str, ...]] = {"": ("",)}
        for code in self.codes:
            for part in self.tree.get(code, ()):
                chains[part] = (part, *chains[code])
        return chains

    @cached_property
    def leaves_of(self) -> Mapping[str, tuple[str, ...]]:
        """Return for each code the finest codes inside it."""
        return {code: tuple(x for x in self.leaves if code in self.above[x]) for code in self.codes}

    def read(self, answer: Answer) -> str:
        """Return the finest code of an answer; ValueError if it is none of ours."""
        given = answer.get(self.source or self.name)
        if self.unsure:
            return self.finest(given, answer.get(self.unsure) or ())
        return self._known[given]

    def column(self, answers: Iterable[Answer]) -> list[int]:
        """Return for each answer the place of its code among the finest ones."""
        if self.unsure:
            return [self._place[self.read(answer)] for answer in answers]
        known, name = self._places, self.source or self.name
        return [known[answer.get(name)] for answer in answers]

    @cached_property
    def _known(self) -> "_Known[str]":
        return _Known(self.finest)  # the same few answers come again and again

    @cached_property
    def _place(self) -> Mapping[str, int]:
        return {code: place for place, code in enumerate(self.leaves)}

    @cached_property
    def _places(self) -> "_Known[int]":
        return _Known(lambda given: self._place[self._known[given]])

    def finest(self, given: Said | None, unsure: Said = ()) -> str:
        """Return the finest code that an answer is read as."""
        if self.asks and given is not None and not isinstance(given, str):
            if self.asks in unsure:
                return UNKNOWN
            return self.empty if not given else ("yes" if self.asks in given else "no")
        code = given if isinstance(given, str) else ""
        code = self.folds.get(code, code or UNKNOWN)
        if code not in self.above:
            code = self.other
        if not code or self.tree.get(code):
            raise ValueError(f"not a code of {self.name}")
        return code

    def said(self, code: str, language: str) -> str:
        """Return the name of a code in a language."""
        labels = self.labels.get(code, {})
        return labels.get(language) or labels.get("vi") or code


class _Known(dict[Said | None, Read], Generic[Read]):
    """What answers are read as, each worked out once."""

    def __init__(self, work_out: Callable[[Said | None], Read]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, given: Said | None) -> Read:
        found = self[given] = self._work_out(given)
        return found
