"""Help: pages of ours, one screen each, in both languages; read as plain blocks, found by words."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from gbvcase.domain.folding import folded
from gbvcase.resources import resource

CONTENTS = "help/contents.txt"
FIRST = "start"


class Kind(Enum):
    """What a block of a help page is."""

    TEXT = ""
    SECTION = "## "
    POINT = "- "
    STEP = "1. "


@dataclass(frozen=True)
class Block:
    """One paragraph, heading, point or step; a step knows its number."""

    kind: Kind
    text: str
    number: int = 0


@dataclass(frozen=True)
class HelpPage:
    """One screen of help; `name` is that of the page of the program, or of a matter."""

    name: str
    title: str
    blocks: tuple[Block, ...]

    @property
    def words(self) -> str:
        """Return all that the page says, for searching and for screen readers."""
        return "\n".join((self.title, *(block.text for block in self.blocks)))


@cache
def help_names() -> tuple[str, ...]:
    """Return the names of all help pages, in the order in which they are listed."""
    return tuple(resource(CONTENTS).read_text(encoding="utf-8").split())


def help_page(name: str, language: str) -> HelpPage:
    """Return a help page in a language; KeyError if there is none of that name."""
    return _pages(language)[name]


def help_pages(language: str) -> tuple[HelpPage, ...]:
    """Return every help page in a language, in their order."""
    return tuple(_pages(language).values())


def find_help(text: str, language: str) -> tuple[HelpPage, ...]:
    """Return the pages in which each typed word begins a word, those whose title fits first."""
    wanted = folded(text).split()
    if not wanted:
        return help_pages(language)
    found = [page for page in help_pages(language) if _holds(page.words, wanted)]
    return tuple(sorted(found, key=lambda page: not _holds(page.title, wanted)))


def _holds(text: str, wanted: list[str]) -> bool:
    words = _bare(text).split()
    return all(any(word.startswith(part) for word in words) for part in wanted)


def _bare(text: str) -> str:
    return "".join(one if one.isalnum() else " " for one in folded(text))


@cache
def _pages(language: str) -> dict[str, HelpPage]:
    return {name: _read(name, language) for name in help_names()}


def _read(name: str, language: str) -> HelpPage:
    text = resource(f"help/{language}/{name}.md").read_text(encoding="utf-8")
    title, _, rest = text.partition("\n")
    return HelpPage(name, title.removeprefix("# ").strip(), tuple(_blocks(rest)))


def _blocks(text: str) -> Iterator[Block]:
    """Read the few signs that our pages use; whatever has none of them is a paragraph."""
    number = 0
    for line in filter(None, map(str.strip, text.splitlines())):
        sign, _, rest = line.partition(" ")
        number = number + 1 if sign.removesuffix(".").isdigit() and sign.endswith(".") else 0
        if number:
            yield Block(Kind.STEP, rest, number)
        elif sign in ("##", "-"):
            yield Block(Kind(f"{sign} "), rest)
        else:
            yield Block(Kind.TEXT, line)
