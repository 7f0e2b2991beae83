"""How the program looks: colours by name, one typeface, sizes that grow together."""

from dataclasses import dataclass, fields

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from gbvcase.domain.marking import mark
from gbvcase.resources import resource
from gbvcase.ui.style_sheet import style_sheet

LOOKS = (("system", mark("As the system")), ("light", mark("Light")), ("dark", mark("Dark")))
PERCENTS = (100, 115, 130, 150, 175, 200)
FAMILY = "Noto Sans"
FACES = ("Regular", "SemiBold", "Bold", "Italic")
POINTS = 10.5


@dataclass(frozen=True)
class Tokens:
    """The colours of one look, by what they are for."""

    window: str
    surface: str
    alt: str
    divider: str  # lines that carry no meaning
    border: str
    text: str
    text2: str
    disabled: str
    primary: str
    primary_hover: str
    on_primary: str
    select: str
    on_select: str
    focus: str
    ok: str
    ok_bg: str
    warn: str
    warn_bg: str
    bad: str
    bad_bg: str
    info: str
    info_bg: str
    neutral: str
    neutral_bg: str


LIGHT = Tokens(
    window="#F5F7F9",
    surface="#FFFFFF",
    alt="#EDF1F5",
    divider="#D3DAE2",
    border="#7B8794",
    text="#1B2430",
    text2="#4A5565",
    disabled="#626D7B",
    primary="#0F5C7A",
    primary_hover="#0B4A63",
    on_primary="#FFFFFF",
    select="#D3E7F0",
    on_select="#0B2A38",
    focus="#0B63CE",
    ok="#1E6B3A",
    ok_bg="#E3F2E8",
    warn="#7A4A00",
    warn_bg="#FFF1D6",
    bad="#A3242B",
    bad_bg="#FBE8E8",
    info="#2A4E8A",
    info_bg="#E6EEF9",
    neutral="#39434F",
    neutral_bg="#E6EAEF",
)
DARK = Tokens(
    window="#14181D",
    surface="#1C2229",
    alt="#252D37",
    divider="#37414D",
    border="#8793A2",
    text="#E8ECF1",
    text2="#B8C2CE",
    disabled="#97A2B0",
    primary="#7CC4DE",
    primary_hover="#9AD4E8",
    on_primary="#06222D",
    select="#1F4355",
    on_select="#EAF6FB",
    focus="#8AB8FF",
    ok="#93D7A9",
    ok_bg="#1D3526",
    warn="#F3CB80",
    warn_bg="#3B2F17",
    bad="#F6AEB0",
    bad_bg="#402325",
    info="#AECBF7",
    info_bg="#20304A",
    neutral="#D2D9E1",
    neutral_bg="#323B46",
)

BACKS = ("window", "surface", "alt")
STATES = ("ok", "warn", "bad", "info", "neutral")
TEXT_PAIRS = (
    *((front, back) for front in ("text", "text2", "disabled", "primary") for back in BACKS),
    *((state, f"{state}_bg") for state in STATES),
    *(("text", f"{state}_bg") for state in STATES),
    *(("text2", f"{state}_bg") for state in STATES),
    ("bad", "surface"),
    ("bad", "window"),
    ("warn", "surface"),
    ("ok", "surface"),
    ("info", "surface"),
    ("on_primary", "primary"),
    ("on_primary", "primary_hover"),
    ("on_select", "select"),
    ("primary", "select"),
    ("text", "select"),
)
"""Every pair in which words stand on a ground; a test computes 4.5:1 for each."""
EDGE_PAIRS = (
    *(("border", back) for back in BACKS),
    *(("focus", back) for back in BACKS),
    ("focus", "select"),
)
"""Every pair in which an edge or a ring stands on a ground; a test computes 3:1 for each."""


class Changes(QObject):
    changed = Signal()


changes = Changes()


@dataclass
class _Now:
    tokens: Tokens = LIGHT
    percent: int = 100


_now = _Now()


def tokens() -> Tokens:
    """Return the colours of the look that is shown now."""
    return _now.tokens


def percent() -> int:
    """Return the size of text, where 100 is as the pages were drawn."""
    return _now.percent


def space(pixels: float) -> int:
    """Return how many pixels a length of the 100 % design has at today's text size."""
    return round(pixels * _now.percent / 100)


def load_fonts() -> None:
    """Load the bundled typeface: the system's may lack Jrai letters or pile marks badly."""
    for face in FACES:
        QFontDatabase.addApplicationFont(str(resource(f"fonts/NotoSans-{face}.ttf")))


def apply(app: QApplication, *, look: str = "system", percent: int = 100) -> None:
    """Dress the whole program in a look and a text size, and tell those who draw themselves."""
    hints = QGuiApplication.styleHints()
    dark = look == "dark" or (look == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
    _now.tokens = DARK if dark else LIGHT
    _now.percent = percent
    font = QFont(FAMILY)
    font.setPointSizeF(POINTS * percent / 100)
    app.setFont(font)
    if look == "system" and _wants_contrast():
        app.setPalette(QPalette())  # a person who set such colours needs exactly those
        app.setStyleSheet("")
    else:
        app.setPalette(palette(_now.tokens))
        app.setStyleSheet(style_sheet(_values(_now.tokens), dark=dark, percent=percent))
    changes.changed.emit()


def palette(colours: Tokens) -> QPalette:
    """Return the colours as Qt's own widgets know them."""
    roles = QPalette.ColorRole
    every = {
        roles.Window: colours.window,
        roles.WindowText: colours.text,
        roles.Base: colours.surface,
        roles.AlternateBase: colours.alt,
        roles.Text: colours.text,
        roles.PlaceholderText: colours.disabled,
        roles.Button: colours.surface,
        roles.ButtonText: colours.text,
        roles.BrightText: colours.bad,
        roles.Highlight: colours.select,
        roles.HighlightedText: colours.on_select,
        roles.ToolTipBase: colours.surface,
        roles.ToolTipText: colours.text,
        roles.Link: colours.primary,
        roles.LinkVisited: colours.primary,
        roles.Accent: colours.primary,
        roles.Light: colours.surface,
        roles.Midlight: colours.alt,
        roles.Mid: colours.divider,
        roles.Dark: colours.border,
        roles.Shadow: colours.border,
    }
    made = QPalette()
    for role, colour in every.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled))
    return made


def contrast(front: str, back: str) -> float:
    """Return how far two colours stand apart, as the accessibility guidelines count it."""
    light, dark = sorted((_luminance(front), _luminance(back)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    dark = 0.04045
    return channel / 12.92 if channel <= dark else float(((channel + 0.055) / 1.055) ** 2.4)


def _values(colours: Tokens) -> dict[str, str]:
    return {f.name: getattr(colours, f.name) for f in fields(colours)}


def _wants_contrast() -> bool:
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is None:
        return False
    return bool(accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)
