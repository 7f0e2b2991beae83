"""Copies of one paper: the same pages, each of which says which copy it is of how many."""

from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from gbvcase.documents.page import FOOT, LEFT, SERIF, SMALL_CENTRE, WIDTH, draw, load_font, text
from gbvcase.domain.marking import Say, mark


def in_copies(pdf: bytes, copies: int, say: Say) -> bytes:
    """Return a paper as often as it is to be printed; a single one stays as it is.

    The pages are those that were looked at: nothing is made anew.
    """
    if copies == 1:
        return pdf
    import pikepdf

    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as paper, pikepdf.open(BytesIO(_marks(copies, say))) as marks:
        pages = list(paper.pages)
        for _ in range(1, copies):
            paper.pages.extend(pages)
        for number, marked in enumerate(marks.pages):
            name = pikepdf.Name(f"/Copy{number}")
            words = paper.copy_foreign(marked.as_form_xobject())
            for page in paper.pages[number * len(pages) : (number + 1) * len(pages)]:
                page.add_resource(words, pikepdf.Name.XObject, name)
                page.contents_add(b"q", prepend=True)
                page.contents_add(b"Q " + bytes(str(name), "ascii") + b" Do")
        paper.save(out, static_id=True)
    return out.getvalue()


def _marks(copies: int, say: Say) -> bytes:
    """Return pages that hold nothing but the number of a copy."""
    load_font(SERIF)
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, initialFontName=SERIF)
    for number in range(1, copies + 1):
        words = say(mark("Copy {number}/{all}")).format(number=number, all=copies)
        draw(canvas, text(words, SMALL_CENTRE), LEFT + WIDTH / 3, FOOT, WIDTH / 3)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
