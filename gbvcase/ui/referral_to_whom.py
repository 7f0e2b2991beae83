"""The first step of a referral: to whom, for what, how urgently."""

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from gbvcase.domain.codes import Sector, ServiceType
from gbvcase.domain.fields import given
from gbvcase.domain.marking import mark
from gbvcase.domain.provider import ServiceProvider, is_unchecked
from gbvcase.domain.referral import Referral
from gbvcase.domain.text import written, written_date
from gbvcase.ui.choice_editors import ComboEditor, ManyEditor
from gbvcase.ui.editing import Around, Choice
from gbvcase.ui.find_editors import FindEditor
from gbvcase.ui.form import RecordForm
from gbvcase.ui.language import say
from gbvcase.ui.widgets import repolish

TO_WHOM = (
    "sector",
    "provider",
    "service_requested",
    "urgency",
    "reason_short",
    "focal_person",
    "escort",
    "appointment_at",
)


class ToWhom(RecordForm[Referral]):
    """Offers the providers of the chosen sector, and knows the sector of a provider of only one."""

    def __init__(
        self, referral: Referral, around: Around, directory: Mapping[str, ServiceProvider]
    ) -> None:
        super().__init__(referral, around, only=TO_WHOM, folded=False)
        self._directory = directory
        self.offer()

    def offer(self) -> None:
        """Offer what fits the answers so far."""
        sector = self.row("sector").typed()
        editor = self.row("provider").editor
        fitting = [
            provider
            for provider in self._directory.values()
            if sector is None or sector in {s.code for s in given(provider.sectors) or ()}
        ]
        if isinstance(editor, ComboEditor | FindEditor):
            editor.set_choices(names_in(fitting))
        services = self.row("service_requested").editor
        if isinstance(services, ManyEditor):
            services.set_choices(services_of(sector, self._around.today()))
        chosen = self._directory.get(_id_in(editor.typed()))
        sectors = given(chosen.sectors) if chosen else None
        if sector is None and sectors and len(sectors) == 1:
            self.row("sector").set_typed(next(iter(sectors)).code)


class AboutProvider(QLabel):
    """How the chosen provider is reached, and whether somebody has looked at that lately."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def show_for(self, provider: ServiceProvider | None, today: date) -> None:
        """Say it of a provider, or hide."""
        self.setVisible(provider is not None)
        if provider is None:
            return
        checked, is_stale = given(provider.checked_on), is_unchecked(provider, today)
        when = say(mark("checked on {date}")).format(date=written_date(checked)) if checked else ""
        parts = (
            written(provider.type, say) if given(provider.type) else "",
            str(given(provider.hours) or ""),
            str(given(provider.phones) or ""),
            when,
            say(mark("Please check these before you refer.")) if is_stale else "",
        )
        self.setText(" - ".join(part for part in parts if part))
        self.setProperty("kind", "warn" if is_stale else "note")
        repolish(self)


def services_of(sector: object, day: date) -> list[Choice]:
    """Return the services of a sector, and those of none, as a field offers them; else all."""
    fitting = (sector, Sector.OTHER.code)
    return [
        (one.code, one.said(say))
        for one in ServiceType.offered(day)
        if not sector or one.group in fitting
    ]


def names_in(directory: Iterable[ServiceProvider]) -> list[Choice]:
    """Return providers as a field offers them: their ids and names."""
    return [(str(provider.id), str(given(provider.name) or "")) for provider in directory]


def _id_in(raw: object) -> str:
    return str(raw.get("code") if isinstance(raw, dict) else raw)
