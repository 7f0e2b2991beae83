import pytest

from gbvcase.documents.case_summary import LEFT_OUT, LETTERS, Summary, case_summary
from gbvcase.documents.letterhead import STATE
from gbvcase.domain.marking import ENGLISH, Say
from gbvcase.domain.speaking import speaker
from tests.builders import TODAY
from tests.documents.reading import file_data, pages_of, plain, text_of
from tests.documents.test_referral_form import LONGEST, OFFICE

VIETNAMESE = speaker("vi")
WHOLE = Summary(
    code="GL-2026-7K4MXR-P",
    state="Đang hỗ trợ",
    who=(("Họ và tên", "Rơ Châm H'Bŭp Mẫu"), ("Cách liên lạc an toàn", "Gọi 9-10 giờ")),
    agreed=(("Y tế", "Đã đồng ý"), ("Công an", "Từ chối")),
    happened=("03/03/2026, Bạo lực thể chất",),
    urgent="Nguy hiểm ngay: Không",
    referred=(("PC-MAU-1", "Trạm Y tế (mẫu) - Đã gửi"),),
    tasks=(("Theo dõi", "12/03/2026"),),
    events=(("05/03/2026 09:00", "Lan (mẫu) lập hồ sơ"),),
    missing=4,
)


@pytest.mark.parametrize("say", [VIETNAMESE, ENGLISH], ids=["vi", "en"])
def test_the_summary_says_what_the_overview_says_on_one_page(say: Say) -> None:
    (page,) = pages_of(case_summary(WHOLE, OFFICE, TODAY, say))
    for row in (*WHOLE.who, *WHOLE.agreed, *WHOLE.referred, *WHOLE.tasks, *WHOLE.events):
        for word in row:
            assert plain(str(word)) in page
    assert plain(WHOLE.happened[0]) in page
    assert plain(WHOLE.urgent) in page
    assert plain(say(LEFT_OUT)) in page


def test_a_summary_does_not_look_official_and_its_file_says_nothing() -> None:
    pdf = case_summary(WHOLE, OFFICE, TODAY, VIETNAMESE)
    assert STATE not in text_of(pdf)
    told = " ".join(file_data(pdf).values())
    assert "Mẫu" not in told
    assert "hồ sơ" not in told.lower()


def test_the_same_summary_is_the_same_bytes() -> None:
    made = [case_summary(WHOLE, OFFICE, TODAY, VIETNAMESE) for _ in range(2)]
    assert made[0] == made[1]


def test_what_is_not_there_yet_is_said() -> None:
    empty = Summary(code="GL-MAU", state="Mới tiếp nhận", who=(("Họ và tên", None),))
    (page,) = pages_of(case_summary(empty, OFFICE, TODAY, VIETNAMESE))
    assert plain(VIETNAMESE("Nothing yet")) in page
    assert plain(VIETNAMESE("Not provided")) in page


@pytest.mark.parametrize("rows", [1, 3, 30])
@pytest.mark.parametrize("words", [LONGEST, "<b>&amp;", "dòng\nmới", "W" * 300])
def test_whatever_a_case_holds_its_summary_is_one_page(words: str, rows: int) -> None:
    told = Summary(
        code="GL-MAU",
        state=words,
        who=tuple((f"Nhãn {n}", words) for n in range(5)),
        agreed=((words, words),) * rows,
        happened=(words,) * rows,
        referred=((words, words),) * rows,
        tasks=((words, words),) * rows,
        events=((words, words),) * rows,
        urgent=words,
        missing=12,
    )
    assert len(pages_of(case_summary(told, OFFICE, TODAY, VIETNAMESE, stamp="MẪU"))) == 1


def test_what_did_not_fit_is_counted() -> None:
    many = Summary(
        code="GL-MAU", state="Mẫu", who=(), referred=tuple((f"PC-{n}", "Mẫu") for n in range(20))
    )
    page = text_of(case_summary(many, OFFICE, TODAY, ENGLISH))
    shown = sum(f"PC-{n} " in page for n in range(20))
    assert 0 < shown < 20
    assert f"and {20 - shown} more" in page


def test_a_long_answer_is_shortened_with_three_dots() -> None:
    page = text_of(
        case_summary(
            Summary(code="GL-MAU", state="Mẫu", who=(("Tên", "a " * LETTERS),)),
            OFFICE,
            TODAY,
            ENGLISH,
        )
    )
    assert "…" in page
