"""Our texts in the languages of the program, without a screen: for papers and the command line."""

from functools import cache
from xml.etree import ElementTree

from gbvcase.domain.marking import ENGLISH, Speaker
from gbvcase.resources import resource

LANGUAGES = ("vi", "en")


def speaker(language: str) -> Speaker:
    """Return who says our texts in a language; KeyError if we do not speak it."""
    if language not in LANGUAGES:
        raise KeyError(language)
    if language == "en":
        return ENGLISH
    texts = vietnamese()
    return Speaker("vi", lambda text: texts.get(text, text))


@cache
def vietnamese() -> dict[str, str]:
    """Read the Vietnamese of every marked text from the file that translators keep."""
    root = ElementTree.parse(resource("translations/gbvcase_vi.ts")).getroot()  # noqa: S314 - ours
    pairs = (
        (message.findtext("source") or "", message.findtext("translation") or "")
        for message in root.iter("message")
    )
    return {source: text for source, text in pairs if text}
