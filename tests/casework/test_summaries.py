from gbvcase.casework.cases import load, new_case
from gbvcase.casework.desk import Desk
from gbvcase.casework.notes import add_note
from gbvcase.casework.summaries import summary_paper
from gbvcase.domain.speaking import speaker
from tests.builders import a_case
from tests.documents.reading import pages_of, plain


def test_the_summary_of_a_case_leaves_out_what_a_paper_must_not_hold(desk: Desk) -> None:
    made = a_case()
    case = new_case(desk, made.client, made.intake, made.consents, made.incidents)
    add_note(desk, case.head.id, "Ghi riêng (mẫu).")
    (page,) = pages_of(summary_paper(desk, case.head.id, speaker("vi")))
    case = load(desk, case.head.id)
    assert plain(str(case.client.full_name)) in page
    assert str(case.head.code) in page
    (incident,) = case.incidents
    for secret in (
        incident.account,
        incident.alleged_perpetrators[0].name,
        case.client.personal_id_no,
        case.client.phone_safe,
        "Ghi riêng",
    ):
        assert secret is None or plain(str(secret)) not in page


def test_a_summary_without_the_name_names_nobody(desk: Desk) -> None:
    made = a_case()
    case = new_case(desk, made.client, made.intake, made.consents, made.incidents)
    (page,) = pages_of(summary_paper(desk, case.head.id, speaker("vi"), named=False))
    assert plain(str(case.client.full_name)) not in page
    assert str(case.head.code) in page
