"""How fast a referral form is made: against reportlab alone setting the same words."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.platypus import SimpleDocTemplate

from gbvcase.documents.letterhead import Letterhead
from gbvcase.documents.page import TEXT, text
from gbvcase.documents.referral_form import referral_form
from gbvcase.domain.codes import Sector
from gbvcase.domain.disclosure import disclose
from gbvcase.domain.speaking import speaker
from tests.benchmarks.measure import Row, compared, in_turns, within
from tests.builders import (
    TODAY,
    a_case,
    a_perpetrator,
    a_provider,
    a_referral,
    a_sharing_consent,
    an_incident,
)

HOUSE = Path(__file__).parents[2]
FIRST = """
from time import perf_counter
start = perf_counter()
from tests.benchmarks.papers_rows import a_form
a_form()()
print(perf_counter() - start)
"""


def rows(sizes: Sequence[int] = ()) -> Iterator[Row]:
    """Make the form as the program does and as plainly as it can be done; cases do not matter."""
    del sizes
    ours = a_form()
    words = [line for page in pypdfium2.PdfDocument(ours()) for line in _lines(page)]

    def plain() -> bytes:
        out = BytesIO()
        SimpleDocTemplate(out, pagesize=A4).build([text(line, TEXT) for line in words])
        return out.getvalue()

    made, bound = in_turns(ours, plain)
    yield compared("a referral form", made, bound, "reportlab, the same words", 1.5, limit=0.2)
    given = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(2):  # the first leaves the bytecode that an installed program has
        done = subprocess.run(
            [sys.executable, "-c", FIRST],
            cwd=HOUSE,
            env=given,
            check=True,
            capture_output=True,
            text=True,
        )
    yield within("the first form of a day", float(done.stdout), 0.4)


def a_form() -> Callable[[], bytes]:
    """Return what makes a form for the police about made-up people."""
    case = a_case(
        consents=(a_sharing_consent(Sector.POLICE, id="consent-1"),),
        incidents=(an_incident(alleged_perpetrators=(a_perpetrator(),)),),
        full_name="Rơ Châm H'Blơ\u0306 Mẫu",
    )
    referral = a_referral(Sector.POLICE, consent="consent-1")
    provider = a_provider()
    disclosed = disclose(case, referral, TODAY, provider)
    office = Letterhead(office="Phòng Mẫu xã Mẫu", symbol="PM", place="Xã Mẫu")
    say = speaker("vi")
    return lambda: referral_form(disclosed, provider, office, TODAY, say)


def _lines(page: pypdfium2.PdfPage) -> list[str]:
    return [line for line in page.get_textpage().get_text_bounded().splitlines() if line.strip()]
