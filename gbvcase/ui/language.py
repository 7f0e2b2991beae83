"""The language of the screen: our own texts, and those that Qt writes by itself."""

from collections.abc import Mapping
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from gbvcase.domain.marking import Speaker
from gbvcase.domain.speaking import LANGUAGES, speaker
from gbvcase.resources import resource

__all__ = ["LANGUAGES", "OWN_NAMES", "say", "speak", "speaker"]

OWN_NAMES = {"vi": "Tiếng Việt", "en": "English"}
"""What each language calls itself: a person who reads only one finds it."""


class _Screen:
    """Says our texts in the language that the screen speaks now."""

    def __init__(self) -> None:
        self._speaker = speaker("en")

    @property
    def language(self) -> str:
        return self._speaker.language

    def __call__(self, text: str) -> str:
        return self._speaker(text)

    def take(self, chosen: Speaker) -> None:
        self._speaker = chosen


say = _Screen()
"""Finds a marked text in the language of the screen."""


def speak(language: str) -> None:
    """Let the screen speak a language from now on; what is painted already must be made anew."""
    say.take(speaker(language))
    app = QCoreApplication.instance()
    if app is None:
        return
    if _qt.translator is not None:
        app.removeTranslator(_qt.translator)
        _qt.translator = None
    if language != "en":
        _qt.translator = QtTexts(app, _read_texts_of_qt())
        app.installTranslator(_qt.translator)


class QtTexts(QTranslator):
    """Qt's own texts, from the table that is kept by hand: (context, English) to ours."""

    def __init__(self, parent: QObject, texts: Mapping[tuple[str, str], str]) -> None:
        super().__init__(parent)
        self._texts = texts

    def isEmpty(self) -> bool:
        return not self._texts

    def translate(
        self,
        context: bytes | str,
        sourceText: bytes | str,  # noqa: N803
        disambiguation: bytes | str | None = None,
        n: int = -1,
    ) -> str | None:
        """Return our text; None lets Qt keep its own."""
        del disambiguation, n
        return self._texts.get((_text(context), _text(sourceText)))


class _Qt:
    translator: QtTexts | None = None


_qt = _Qt()


def _text(given: bytes | str) -> str:
    return given.decode() if isinstance(given, bytes) else given


def _read_texts_of_qt() -> dict[tuple[str, str], str]:
    try:
        path = resource("translations/qt_vi.ts")
    except FileNotFoundError:
        return {}
    root = ElementTree.parse(path).getroot()  # noqa: S314 - ours
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): text
        for context in root.iter("context")
        for message in context.iter("message")
        if (text := message.findtext("translation"))
    }
