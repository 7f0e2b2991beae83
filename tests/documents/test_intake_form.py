import pytest

from gbvcase.documents.intake_form import MOST_BOXES, PARTS, asked, intake_form, offered
from gbvcase.documents.letterhead import Letterhead
from gbvcase.domain.fields import Record
from gbvcase.domain.marking import ENGLISH, Say
from gbvcase.domain.speaking import speaker
from tests.builders import TODAY
from tests.documents.reading import plain, text_of

OFFICE = Letterhead(office="Phòng Mẫu", place="Xã Mẫu")


def _labels(kind: type[Record], number: str, say: Say) -> list[str]:
    """Return the numbered questions in the order of the records, as the screen asks them."""
    found = []
    for place, entry in enumerate(asked(kind), start=1):
        found.append(f"{number}.{place}. {say(entry.about.label)}")
        if entry.is_group and not entry.many:
            found += _labels(entry.kind, f"{number}.{place}", say)
    return found


def _unbroken(text: str) -> str:
    """Return a text without the places at which a line may end."""
    return plain(text).replace(" ", "").replace("-", "")


@pytest.mark.parametrize("say", [ENGLISH, speaker("vi")], ids=["en", "vi"])
def test_every_question_and_every_offered_answer_is_there_in_order(say: Say) -> None:
    text = text_of(intake_form(OFFICE, TODAY, say))
    at = 0
    for number, (_, kind) in enumerate(PARTS, start=1):
        for label in _labels(kind, str(number), say):
            found = text.find(plain(label), at)
            assert found >= at, label
            at = found
        for entry in asked(kind):
            if entry.is_coded and len(offered(entry, TODAY)) <= MOST_BOXES:
                for code in offered(entry, TODAY):
                    assert _unbroken(code.said(say)) in _unbroken(text)
    assert "CỘNG HÒA" not in text


def test_the_same_day_prints_the_same_bytes() -> None:
    assert intake_form(OFFICE, TODAY, ENGLISH) == intake_form(OFFICE, TODAY, ENGLISH)
