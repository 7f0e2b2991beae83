"""Made-up answers and small plans for the tests of reports."""

from collections.abc import Iterable
from random import Random

from gbvcase.reports.indicators import ReportPlan, ShownTable, counted_tables, plan_named
from gbvcase.reports.population import REASONS
from gbvcase.reports.releases import Made
from gbvcase.reports.tables import Answer, Dimension, Plan, Table, Unit

MADE = Made("2026-01-20T08:00:00+07:00", "Trần Thị Mẫu", office="Phòng Văn hóa - Xã hội xã Mẫu")
AGES = ("0_11", "12_15", "16_17", "18_19", "20_24", "25_49", "50_59", "60_plus", "unknown")
TYPES = (
    "rape",
    "sexual_assault",
    "physical_assault",
    "forced_marriage",
    "denial_of_resources",
    "psychological_abuse",
)
FORMS = ("the_chat", "tinh_than", "tinh_duc", "kinh_te")


def seeded(seed: int) -> Random:
    """Return made-up chance that can be repeated."""
    return Random(seed)  # noqa: S311 - a test


def communes() -> list[str]:
    plan = plan_named("incidents")
    return [code for code in plan.dimension["area"].folds if code.isdigit()]


def answers(
    number: int, random: Random, years: Iterable[int] = (2025,), *, in_one_cell: bool = False
) -> list[Answer]:
    """Return the answers of some incidents of a made-up province, skewed as real ones are."""
    places = communes()
    weights = [random.paretovariate(1.2) for _ in places]
    quarters = [f"{year}-Q{quarter}" for year in years for quarter in (1, 2, 3, 4)]
    found: list[Answer] = []
    for _ in range(number):
        answer: dict[str, str | tuple[str, ...]] = {
            "sex": random.choices(["female", "male", ""], [90, 9, 1])[0],
            "age_band": random.choices(AGES, [3, 4, 4, 6, 12, 50, 10, 8, 3])[0],
            "marital_status": random.choice(["single", "married", "married", "divorced", ""]),
            "ethnic_group": random.choices(["kinh", "gia_rai", "ba_na", "foreign"], [5, 3, 1, 1])[
                0
            ],
            "gbv_type": random.choices(TYPES, [3, 4, 30, 3, 8, 20])[0],
            "vn_forms": tuple(random.sample(FORMS, random.choice([1, 1, 2, 3]))),
            "commune": random.choices(places, weights)[0],
            "quarter": random.choice(quarters),
        }
        if in_one_cell and found:
            answer = dict(found[0])
        if random.random() < 0.08:
            answer["excluded"] = random.choice([r for r in REASONS if r != "late"])
        found.append(answer)
    return found


def flat(name: str, *codes: str, sensitive: bool = False) -> Dimension:
    """Return a characteristic without levels."""
    return Dimension(name, {"": codes}, sensitive=sensitive)


def small_plan(
    *tables: Table, dimensions: tuple[Dimension, ...], base: int = 5, threshold: int = 5
) -> Plan:
    """Return a plan for a test."""
    return Plan("small", Unit.PEOPLE, base, threshold, dimensions, tables, digest="small")


def report(base: int = 5, headline: tuple[Table, ...] = ()) -> ReportPlan:
    """Return a small report of two characteristics, with their layout."""
    sex = Dimension("sex", {"": ("f", "m")}, titles={"en": "Sex", "vi": "Giới tính"})
    kind = Dimension(
        "kind",
        {"": ("hit", "word", "sex_act")},
        sensitive=True,
        titles={"en": "Kind", "vi": "Loại"},
    )
    shown = (ShownTable("T1", {"en": "Table", "vi": "Bảng"}, ("kind",), ("sex",)),)
    return ReportPlan(
        "small",
        Unit.PEOPLE,
        base,
        base,
        (kind, sex),
        counted_tables(shown),
        digest=f"small-{base}-{len(headline)}",
        headline=headline,
        titles={"en": "Small report", "vi": "Báo cáo nhỏ"},
        province="52",
        shown=shown,
    )
