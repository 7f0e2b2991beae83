"""The database of a count holds bands and codes, and nothing else can be asked of it."""

import pytest

from gbvcase.reports import population
from gbvcase.reports.indicators import reports
from gbvcase.reports.population import QUARTER, base_population, open_store, tally
from gbvcase.reports.tables import count

REVIEWED = {  # what may stand in the database: looked at by a person, one by one
    "incidents": [
        *("age_band", "area", "ethnic_group", "form_economic", "form_mental", "form_physical"),
        *("form_sexual", "gbv_type", "marital_status", "referred_from", "sex", "quarter"),
    ],
    "incidents-wide": [
        *("age_band", "ethnic_group", "form_economic", "form_mental", "form_physical"),
        *("form_sexual", "gbv_type", "marital_status", "referred_from"),
        *("sex", "wide_area", "quarter"),
    ],
}
REVIEWED["incidents-decree"] = REVIEWED["incidents-then"] = REVIEWED["incidents"]
REVIEWED["incidents-headline"] = REVIEWED["incidents"]
PRESENT = {"context": 8, "vulnerability": 12, "act": 16}  # yes and no questions of long lists
IN_PART = {"incidents-full": PRESENT, "incidents-tables": {"context": 1, "act": 16}}
IN_PART["incidents-tables-decree"] = IN_PART["incidents-tables"]
REVIEWED |= {
    "incidents-form": [
        *("age_band", "form_economic", "form_mental", "form_physical", "form_sexual", "gbv_type"),
        *("referred_from", "sex", "quarter"),
    ],
    "incidents-tables": [
        *("age_group", "domestic_in_law", "form_count", "form_economic", "form_mental"),
        *("form_physical", "form_sexual", "gbv_type", "handled"),
        *("referred_from", "sex", "urban", "quarter"),
    ],
    "people": [
        *("age_group", "area", "basic_support", "ethnic_group", "form_economic", "form_mental"),
        *("form_physical", "form_sexual", "referred_from"),
        *("sex", "support_child_protection", "support_health"),
        *("support_legal", "support_livelihood", "support_other", "support_police"),
        *("support_psychosocial", "support_shelter", "quarter"),
    ],
    "perpetrators": [
        *("age_of_perpetrator", "counselled", "criminal", "measure", "measure_admin"),
        *("measure_contact_ban", "measure_criminal", "measure_criticism", "measure_education"),
        *("measure_other", "perpetrator_group_of", "sex", "quarter"),
    ],
    "cases": ["age_band", "area", "referrals", "referred_from", "sex", "quarter"],
    "closings": ["days_open", "sex", "quarter"],
    "referrals": [
        *("acknowledged", "exception", "sector", "seen", "slip", "urgency", "quarter"),
    ],
    "outcomes": ["sector", "why_not", "quarter"],
}
for _name in ("people", "incidents-tables"):
    REVIEWED[f"{_name}-decree"] = REVIEWED[_name]
REVIEWED["incidents-full"] = [
    *("age_band", "area", "disability", "ethnic_group", "form_economic", "form_mental"),
    *("form_physical", "form_sexual", "gbv_type", "marital_status", "perpetrator_age"),
    *("perpetrator_group", "perpetrator_occupation", "perpetrator_sex", "perpetrators"),
    *("previous_incidents", "referred_from", "report_delay_band"),
    *("service_child_protection", "service_health", "service_legal", "service_livelihood"),
    *("service_police", "service_psychosocial", "service_shelter", "sex", "quarter"),
]


def test_s01_the_columns_are_those_of_the_reviewed_list() -> None:
    for report in reports():
        store = open_store([d.name for d in report.dimensions])
        tables = [row[0] for row in store.execute("SELECT name FROM sqlite_schema")]
        assert tables == ["counted", "left_out"]
        counted = [row[1] for row in store.execute("PRAGMA table_info(counted)")]
        left_out = [row[1] for row in store.execute("PRAGMA table_info(left_out)")]
        lists = {n: sum(c.startswith(f"{n}_") for c in counted) for n in PRESENT}
        assert {n: m for n, m in lists.items() if m} == IN_PART.get(report.name, {})
        assert [c for c in counted if not c.startswith(tuple(PRESENT))] == REVIEWED[report.name]
        assert left_out == ["reason", "quarter"]
        store.close()


def test_s07_a_text_in_an_answer_is_refused_and_reaches_no_table() -> None:
    canary = "Rơ Châm H'Thử, 0900 000 000"
    for name in ("sex", "gbv_type", "age_band", "marital_status"):
        with pytest.raises(ValueError, match="not a code"):
            count([{"quarter": "2025-Q1", name: canary}], reports()[0], "2025-Q1")
    counts = count([{"quarter": "2025-Q1", "full_name": canary}], reports()[0], "2025-Q1")
    assert canary not in repr(counts.cells)


@pytest.mark.parametrize(
    "attempt",
    [
        'sex"; DROP TABLE counted; --',
        "sex FROM (SELECT 1)",
        "sex UNION SELECT sql FROM sqlite_schema",
        "PRAGMA database_list",
        "WITH x AS (SELECT 1) SELECT",
    ],
)
def test_s06_a_column_is_a_plain_name_or_there_is_no_database(attempt: str) -> None:
    with pytest.raises(ValueError, match="plain name"):
        open_store([attempt])
    with pytest.raises(ValueError, match="plain name"):
        tally({attempt: ["x"], QUARTER: ["2025-Q1"]}, [], [])


def test_s06_a_period_that_is_sql_counts_nobody() -> None:
    counts = count([{"quarter": "2025-Q1"}], reports()[0], "2025' OR '1'='1")
    assert sum(counts.cells.values()) == 0


def test_a_reason_must_be_one_of_ours() -> None:
    assert base_population({}) == ""
    assert base_population({"excluded": "void"}) == "void"
    with pytest.raises(ValueError, match="not a reason"):
        base_population({"excluded": "because"})


def test_the_module_says_why_each_is_left_out() -> None:
    assert all(population.REASONS.values())
