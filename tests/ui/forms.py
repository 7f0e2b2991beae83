"""What tests of forms share: a clock that stands still, and records of their own."""

from datetime import date, datetime, timedelta, timezone

from gbvcase.domain.codes import Injury, Language, Sex, YesNo
from gbvcase.domain.fields import (
    IDENTIFYING,
    SENSITIVE,
    STATISTICAL,
    Answer,
    Record,
    entry,
    group,
    groups,
    record,
)
from gbvcase.domain.marking import mark
from gbvcase.domain.values import PartialDate, Place, Scan
from gbvcase.ui.editing import Around

NOW = datetime(2026, 11, 24, 9, 41, tzinfo=timezone(timedelta(hours=7)))
AROUND = Around(
    now=lambda: NOW,
    choices={"provider": (("p1", "Trạm Y tế Mẫu"), ("p2", "Công an xã Mẫu"))},
)


@record
class Neighbour(Record):
    name: Answer[str] = entry(mark("Neighbour"), IDENTIFYING)
    helps: Answer[YesNo] = entry(mark("Helps"), STATISTICAL)


@record
class Everything(Record):
    """A field of every kind that there is, known to no code but this test's."""

    name: Answer[str] = entry(mark("Name"), IDENTIFYING, help=mark("As the person says it."))
    account: Answer[str] = entry(mark("Account"), SENSITIVE, lines=4)
    age: Answer[int] = entry(mark("Age"), STATISTICAL, low=0, high=120, unit=mark("years"))
    registered: Answer[bool] = entry(mark("Registered"), STATISTICAL)
    sex: Answer[Sex] = entry(mark("Sex"), STATISTICAL)
    injury: Answer[Injury] = entry(mark("Injury"), SENSITIVE)
    languages: Answer[frozenset[Language]] = entry(mark("Languages"), STATISTICAL)
    born: Answer[PartialDate] = entry(mark("Born"), STATISTICAL)
    due: Answer[date] = entry(mark("Due"), STATISTICAL)
    given_at: Answer[datetime] = entry(mark("Given at"), STATISTICAL)
    place: Answer[Place] = entry(mark("Place"), IDENTIFYING)
    provider: Answer[str] = entry(mark("Provider"), STATISTICAL, refers_to="provider")
    nearest: Neighbour = group(mark("Nearest"), IDENTIFYING, Neighbour)
    neighbours: tuple[Neighbour, ...] = groups(mark("Neighbours"), IDENTIFYING)
    copy: Answer[Scan] = entry(mark("Copy"), IDENTIFYING, declinable=False)
    made_by: Answer[str] = entry(mark("Made by"), STATISTICAL, hidden=True)


FULL = Everything(
    name="Rơ Châm H'Thử",
    account="Một câu.\nHai câu.",
    age=31,
    registered=False,
    sex=Sex.FEMALE,
    injury=Injury.MINOR,
    languages=frozenset({next(iter(Language))}),
    born=PartialDate(1990, 3),
    due=date(2026, 12, 1),
    given_at=datetime(2026, 11, 20, 8, 30, 15, tzinfo=timezone(timedelta(hours=7))),
    place=Place(village="Làng Mẫu", typed="xã Không Có"),
    provider="p2",
    nearest=Neighbour(name="Trần Thị Mẫu", helps=YesNo.YES),
    neighbours=(Neighbour(name="Nguyễn Văn Thử"), Neighbour(helps=YesNo.NO)),
    copy=Scan(media="image/png", size=10, sha256="0" * 64, title="trang 1"),
    made_by="Lan",
)
