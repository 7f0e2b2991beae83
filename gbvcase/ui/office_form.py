"""Who works here and for which office: asked at the first start, changed in the settings."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from gbvcase.casework.desk import Profile
from gbvcase.domain.codes import ProviderType, Role
from gbvcase.domain.marking import mark
from gbvcase.domain.places import HOME, communes, provinces
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.language import say
from gbvcase.ui.theme import percent, space
from gbvcase.ui.widgets import label

LARGE = 130
"""From this text size on, labels stand above their fields."""


class OfficeForm(QWidget):
    """The fields of a profile; nothing but the names and the kind of office must be filled.

    What only papers need is not asked at the first start; a profile that is changed has it.
    """

    changed = Signal()

    def __init__(self, profile: Profile | None = None) -> None:
        super().__init__()
        self._before = profile
        self._worker = _line(160)
        self._role = CalmComboBox()
        self._office = _line(200)
        self._upper = _line(200)
        self._agency = CalmComboBox()
        self._province = CalmComboBox()
        self._commune = CalmComboBox()
        self._phone = _line(40)
        self._symbol = _line(20)
        self._address = _line(200)
        self._power = _line(60)
        self._title = _line(120)
        self._head = _line(160)
        self._names_state = QCheckBox(say(mark("The name of the state on official papers")))
        for role in Role:
            self._role.addItem(role.said(say), role.code)
        for agency in ProviderType:
            self._agency.addItem(agency.said(say), agency.code)
        for province in provinces():
            self._province.addItem(province.name, province.code)
        self._province.currentIndexChanged.connect(self._fill_communes)
        self._problem = label("", "error")
        self._problem.hide()
        self._lay_out()
        self._show(profile)
        for field in (self._worker, self._office):
            field.textChanged.connect(self.changed)

    def profile(self) -> Profile | None:
        """Return the profile; None, and a sentence below, if a name is missing."""
        worker, office = _tidy(self._worker.text()), _tidy(self._office.text())
        for field, text in ((self._worker, worker), (self._office, office)):
            if not text:
                self._tell(say(mark("Please write your name and the name of the office.")))
                field.setFocus()
                return None
        self._tell("")
        told = Profile(
            worker=worker,
            role=Role.of(str(self._role.currentData())),
            agency=ProviderType.of(str(self._agency.currentData())),
            office=office,
            upper_body=_tidy(self._upper.text()),
            province=str(self._province.currentData()),
            commune=self._commune.currentData() or None,
            phone=_tidy(self._phone.text()),
            symbol=_tidy(self._symbol.text()),
        )
        if self._before is None:
            return told
        return replace(
            told,
            address=_tidy(self._address.text()),
            power=_tidy(self._power.text()),
            title=_tidy(self._title.text()),
            head=_tidy(self._head.text()),
            names_state=self._names_state.isChecked(),
            is_practice=self._before.is_practice,
        )

    def first_field(self) -> QWidget:
        """Return where typing begins."""
        return self._worker

    def _tell(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._worker.setAccessibleDescription(text)

    def _show(self, profile: Profile | None) -> None:
        province = profile.province if profile else HOME
        self._province.setCurrentIndex(max(0, self._province.findData(province)))
        self._fill_communes()
        if profile is None:
            usual = ProviderType.of("social_work_centre").code
            self._agency.setCurrentIndex(max(0, self._agency.findData(usual)))
            return
        self._worker.setText(profile.worker)
        self._role.setCurrentIndex(self._role.findData(profile.role.code))
        self._office.setText(profile.office)
        self._upper.setText(profile.upper_body)
        self._agency.setCurrentIndex(self._agency.findData(profile.agency.code))
        self._commune.setCurrentIndex(max(0, self._commune.findData(profile.commune or "")))
        self._phone.setText(profile.phone)
        self._symbol.setText(profile.symbol)
        self._address.setText(profile.address)
        self._power.setText(profile.power)
        self._title.setText(profile.title)
        self._head.setText(profile.head)
        self._names_state.setChecked(profile.names_state)

    def _fill_communes(self) -> None:
        self._commune.clear()
        self._commune.addItem(say(mark("The whole province")), "")
        for commune in communes(str(self._province.currentData())):
            self._commune.addItem(commune.full_name, commune.code)

    def _lay_out(self) -> None:
        rows: tuple[tuple[str, QLineEdit | QComboBox], ...] = (
            (mark("&Your name"), self._worker),
            (mark("Your &role"), self._role),
            (mark("Name of the &office"), self._office),
            (mark("Office &above it"), self._upper),
            (mark("&Kind of office"), self._agency),
            (mark("Pro&vince"), self._province),
            (mark("&Commune"), self._commune),
            (mark("Office &telephone"), self._phone),
            (mark("Letters of the office in &numbers of papers"), self._symbol),
        )
        if self._before is not None:
            rows += (
                (mark("Address of the office"), self._address),
                (mark("Who signs: by what right (KT., TL.)"), self._power),
                (mark("Who signs: title"), self._title),
                (mark("Who signs: full name"), self._head),
            )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space(12))
        grid.setVerticalSpacing(space(8))
        above = percent() >= LARGE
        for number, (text, field) in enumerate(rows):
            words = QLabel(say(text))
            words.setWordWrap(True)
            words.setBuddy(field)
            field.setAccessibleName(say(text).replace("&", ""))
            field.setObjectName(f"office_{number}")
            if above:
                grid.addWidget(words, 2 * number, 0)
                grid.addWidget(field, 2 * number + 1, 0)
            else:
                grid.addWidget(words, number, 0)
                grid.addWidget(field, number, 1)
        if self._before is not None:
            grid.addWidget(self._names_state, 2 * len(rows), 0, 1, 2)
        grid.addWidget(self._problem, 2 * len(rows) + 1, 0, 1, 2)
        if not above:
            grid.setColumnMinimumWidth(0, space(180))
            grid.setColumnStretch(1, 1)


def _line(limit: int) -> QLineEdit:
    field = QLineEdit()
    field.setMaxLength(limit)
    return field


def _tidy(text: str) -> str:
    return " ".join(text.split())
