"""Which form a draft belongs to, in words that name nobody, and the way to it."""

from gbvcase.casework.drafts import Draft
from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.pages import Frame


def form_name(draft: Draft) -> str:
    """Return which form a draft belongs to."""
    if draft.case_id is None:
        return say(mark("New case"))
    if draft.form == "referral":
        return say(mark("Referral"))
    return say(mark("Case"))


def go_on_writing(frame: Frame, draft: Draft, _checked: bool = False) -> None:
    """Go to the form of a draft, which takes its words."""
    if draft.case_id is None:
        frame.go("intake", draft=draft)
    elif draft.form == "referral":
        frame.go("referral", case_id=draft.case_id, number=_number_of(draft), draft=draft)
    else:
        frame.go("case", case_id=draft.case_id, draft=draft)


def _number_of(draft: Draft) -> str | None:
    return draft.record_id if draft.record_id not in (None, "", "-") else None
