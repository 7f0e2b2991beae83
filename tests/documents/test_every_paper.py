"""Every paper, with the longest names and all answers: nothing cut, lost or in a wrong place."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from unicodedata import normalize

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from gbvcase.casework.samples import DAY, made_up_providers, sample_case, sample_papers
from gbvcase.documents.consent_form import consent_form
from gbvcase.documents.envelope import envelope_label
from gbvcase.documents.letterhead import Letterhead
from gbvcase.documents.page import LEFT, RIGHT, Sheet, print_pdf
from gbvcase.documents.recovery_sheet import recovery_sheet
from gbvcase.documents.referral_form import referral_form
from gbvcase.documents.rows import answers
from gbvcase.domain import codes
from gbvcase.domain.codes import Code
from gbvcase.domain.disclosure import disclose
from gbvcase.domain.marking import ENGLISH, Say
from gbvcase.domain.speaking import speaker
from tests.documents.reading import pages_of, plain, text_of

VIETNAMESE = speaker("vi")
LANGUAGES = pytest.mark.parametrize("say", [ENGLISH, VIETNAMESE], ids=["en", "vi"])
FOOT = 8 * mm  # nothing stands lower: a printer cannot reach there
LAST_THIRD = A4[1] / 3

# syllables of Vietnamese, Jrai and Bahnar names, composed and not, and one that never ends
SYLLABLES = (
    *(
        "Nguyễn",
        "Thị",
        "Đặng",
        "Ngọc",
        "Rơ",
        "Châm",
        "H'Blơ\u0306",
        "Ksor",
        "Bŭp",
        "Ƀlĭ",
        "Byơ\u0306ng",
    ),
    *(
        "Kpă",
        "Hmư\u0306nh",
        normalize("NFD", "Trường"),
        "H\u2019Ƀư\u0306",
        "Mẫu",
        "&",
        "<b>",
        "Ẫ" * 70,
    ),
)
names = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=25).map(" ".join)
seldom = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def outside(pdf: bytes) -> list[str]:
    """Return the letters that stand in a margin or off the sheet."""
    paper = pypdfium2.PdfDocument(pdf)
    try:
        return [
            f"{number}: {letter}"
            for number, page in enumerate(paper, start=1)
            for letter, (left, bottom, right, top) in letters(page)
            if left < LEFT - 3 or right > A4[0] - RIGHT + 3 or bottom < FOOT or top > A4[1] - 8 * mm
        ]
    finally:
        paper.close()


def letters(page: pypdfium2.PdfPage) -> Iterator[tuple[str, tuple[float, ...]]]:
    found = page.get_textpage()
    whole = found.get_text_range()
    for place, letter in enumerate(whole[: found.count_chars()]):
        if letter.strip():
            yield letter, found.get_charbox(place)


@pytest.mark.parametrize(("x", "y"), [(60, 400), (550, 400), (200, 10), (200, 830)])
def test_a_letter_in_a_margin_is_seen(x: int, y: int) -> None:
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.drawString(200, 400, "a")
    canvas.drawString(x, y, "b")
    canvas.save()
    assert outside(out.getvalue()) == ["1: b"]


def solid(text: str) -> str:
    """Return a text without the places where a line may end."""
    return plain(text).replace(" ", "").replace("-", "")


@pytest.mark.parametrize("language", ["en", "vi"])
def test_no_letter_of_a_paper_stands_in_its_margin(language: str) -> None:
    for name, pdf in sample_papers(language):
        assert outside(pdf) == [], name


@LANGUAGES
@seldom
@given(name=names, office=names, signs=names, account=names)
def test_a_referral_form_has_room_for_every_name(
    say: Say, name: str, office: str, signs: str, account: str
) -> None:
    case = sample_case()
    incident = replace(case.incidents[0], injury_detail=account)
    case = replace(case, client=replace(case.client, full_name=name), incidents=(incident,))
    referral = replace(
        case.referrals[0], focal_person=signs, reason_short=account, created_by=signs
    )
    provider = replace(made_up_providers()[0], name=office)
    head = Letterhead(
        office=office, upper_body=name, place="Gia Lai", address=account, title=signs, head=name
    )
    told = disclose(replace(case, referrals=(referral,)), referral, DAY, provider)
    pdf = referral_form(told, provider, head, DAY, say)
    assert outside(pdf) == []
    text = solid(text_of(pdf))
    for value in (name, office, signs, account, office.upper(), name.upper()):
        assert solid(value) in text
    assert pdf == referral_form(told, provider, head, DAY, say)
    _slip_and_signatures_stand_where_they_belong(pdf, say)


def _slip_and_signatures_stand_where_they_belong(pdf: bytes, say: Say) -> None:
    pages = pages_of(pdf)
    title, charge = say("Reply slip").upper(), say("Person in charge").upper()
    assert [number for number, page in enumerate(pages) if title in page] == [len(pages) - 1]
    (signed,) = (page for page in pages if charge in page)
    assert signed.count(say("Date:")) == 2
    paper = pypdfium2.PdfDocument(pdf)
    try:
        last = paper[len(paper) - 1].get_textpage()
        place, _count = last.search(title).get_next()
        assert last.get_charbox(place)[3] < LAST_THIRD
    finally:
        paper.close()


@LANGUAGES
@seldom
@given(name=names, office=names, where=names)
def test_the_other_papers_have_room_for_every_name(
    say: Say, name: str, office: str, where: str
) -> None:
    letterhead = Letterhead(office=office, place="Gia Lai", phone="0269 000 0000")
    consent = replace(sample_case().consents[0], limits=where, witness=name)
    provider = replace(made_up_providers()[0], name=office, address=where)
    made: tuple[tuple[Callable[[], bytes], tuple[str, ...]], ...] = (
        (
            lambda: consent_form(
                letterhead, DAY, say, consent=consent, name=name, recipient=office, age=12
            ),
            (name, office, where),
        ),
        (
            lambda: envelope_label(
                "PC-2026-7K4MXR-P", letterhead, DAY, say, provider=provider, focal_person=name
            ),
            (name, office, where),
        ),
        (lambda: recovery_sheet("-".join(["000011"] * 9), name, DAY, say), (name,)),
    )
    for make, values in made:
        pdf = make()
        assert outside(pdf) == []
        text = solid(text_of(pdf))
        for value in values:
            assert solid(value) in text
        assert pdf == make()


def test_an_envelope_stands_on_one_page_whatever_its_address() -> None:
    provider = replace(made_up_providers()[0], name="Trạm " * 40, address="Đường Mẫu " * 30)
    letterhead = Letterhead(office="Phòng Mẫu", phone="0269 000 0000")
    (page,) = pages_of(envelope_label("PC-1", letterhead, DAY, VIETNAMESE, provider=provider))
    assert "xin gọi 0269 0000 000" in page


@LANGUAGES
def test_every_answer_of_every_list_can_be_printed_and_copied(say: Say) -> None:
    lists = [
        one
        for one in vars(codes).values()
        if isinstance(one, type) and issubclass(one, Code) and one is not Code and list(one)
    ]
    assert len(lists) > 60
    labels = [code.said(say) for one in lists for code in one]

    def story() -> list[Flowable]:
        return list(answers([("?", label) for label in labels], say))

    pdf = print_pdf(Sheet(title="x", day=DAY), story, say)
    text = solid(text_of(pdf))
    assert [label for label in labels if solid(label) not in text] == []
    assert outside(pdf) == []
