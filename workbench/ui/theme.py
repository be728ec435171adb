"""Colours, palettes, fonts and icons, light and dark; nothing caches a colour."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from workbench.base.places import resource
from workbench.ui.stylesheet import stylesheet


@dataclass(frozen=True, slots=True)
class Colors:
    """Every colour of the interface by what it is for."""

    dark: bool
    window: str
    surface: str
    raised: str
    border: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    neutral_soft: str
    field: str
    entry: str
    shadow: str
    arrow: str
    grid: str
    bands: tuple[str, ...]


LIGHT = Colors(
    dark=False,
    window="#F4F5F7", surface="#FFFFFF", raised="#FFFFFF", border="#DFE1E8",
    text="#1B1F2A", muted="#666D7E", faint="#888FA0",
    accent="#3D56FF", accent_hover="#2F46E0", accent_soft="#E9EDFF", on_accent="#FFFFFF",
    good="#127A56", good_soft="#E2F5EC", warn="#A65F00", warn_soft="#FFF0D6",
    bad="#C9252D", bad_soft="#FDE6E8", neutral_soft="#ECEEF3", field="#FFFFFF", entry="#FFF9DC",
    shadow="#1B1F2A", arrow="#A4ABBA", grid="#D9DCE4",
    bands=("#F2EFF0", "#ECEFF4", "#E8F1EF", "#F1F0EA", "#EFEDF5"),
)  # fmt: skip
DARK = Colors(
    dark=True,
    window="#14171E", surface="#1C2029", raised="#232834", border="#343A48",
    text="#E8EAF1", muted="#A2A9BA", faint="#848C9E",
    accent="#6F83FF", accent_hover="#8798FF", accent_soft="#2A3158", on_accent="#0D1020",
    good="#5BD3A4", good_soft="#173B2E", warn="#F0B45B", warn_soft="#43321A",
    bad="#FF7F86", bad_soft="#4A2126", neutral_soft="#2B303C", field="#171A22", entry="#322D1B",
    shadow="#000000", arrow="#697185", grid="#262B36",
    bands=("#1D1A1E", "#191D27", "#172120", "#201E19", "#1E1B26"),
)  # fmt: skip


class Theme(QObject):
    """The look that is in force; `changed` tells painters to paint again."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._colors = LIGHT
        app.setStyle("Fusion")
        load_fonts()
        app.setFont(ui_font(13))

    @property
    def colors(self) -> Colors:
        """The colours in force."""
        return self._colors

    def use(self, *, dark: bool) -> None:
        """Switch between light and dark."""
        self._colors = DARK if dark else LIGHT
        self._app.setPalette(_palette(self._colors))
        self._app.setStyleSheet(stylesheet(self._colors))
        self.changed.emit()

    def icon(self, name: str, color: str = "", size: int = 20) -> QIcon:
        """An icon of `resources/icons` in a colour, by default that of text."""
        return _icon(name, color or self._colors.text, size)


def ui_font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Inter in a size, with the figures of equal width that tables need."""
    font = QFont("Inter")
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


def on(color: str) -> str:
    """Black or white, whichever can be read on a colour."""
    c = QColor(color)
    light = 0.299 * c.redF() + 0.587 * c.greenF() + 0.114 * c.blueF()
    return "#FFFFFF" if light < 0.62 else "#14171E"


def tint(color: str, colors: Colors) -> str:
    """A role's colour as a quiet background."""
    return _mixed(QColor(color), QColor(colors.surface), 0.24 if colors.dark else 0.15).name()


def readable(color: str, colors: Colors) -> str:
    """A role's colour as text: lighter on dark, darker on light."""
    toward = QColor("#FFFFFF" if colors.dark else "#000000")
    return _mixed(toward, QColor(color), 0.42 if colors.dark else 0.28).name()


def _mixed(top: QColor, bottom: QColor, share: float) -> QColor:
    rest = 1 - share
    return QColor.fromRgbF(
        top.redF() * share + bottom.redF() * rest,
        top.greenF() * share + bottom.greenF() * rest,
        top.blueF() * share + bottom.blueF() * rest,
    )


@cache
def load_fonts() -> None:
    """Make Inter known to Qt; pictures need it too when no window runs."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


@cache
def _svg(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def _icon(name: str, color: str, size: int) -> QIcon:
    icon = QIcon()
    drawing = _svg(name).replace("currentColor", color)
    for scale in (1, 2, 3):
        sized = drawing.replace('width="24"', f'width="{size * scale}"', 1)
        sized = sized.replace('height="24"', f'height="{size * scale}"', 1)
        pixmap = QPixmap()
        pixmap.loadFromData(QByteArray(sized.encode()), "SVG")
        pixmap.setDevicePixelRatio(scale)
        icon.addPixmap(pixmap)
    return icon


def icon_size(size: int) -> QSize:
    """A square."""
    return QSize(size, size)


def _palette(colors: Colors) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for part, color in {
        role.Window: colors.window, role.WindowText: colors.text, role.Base: colors.field,
        role.AlternateBase: colors.window, role.Text: colors.text, role.Button: colors.surface,
        role.ButtonText: colors.text, role.BrightText: colors.bad, role.Link: colors.accent,
        role.Highlight: colors.accent, role.HighlightedText: colors.on_accent,
        role.ToolTipBase: colors.raised, role.ToolTipText: colors.text,
        role.PlaceholderText: colors.faint, role.Mid: colors.border, role.Dark: colors.border,
        role.Light: colors.raised, role.Midlight: colors.border, role.Shadow: colors.shadow,
        role.Accent: colors.accent,
    }.items():  # fmt: skip
        palette.setColor(part, QColor(color))
    for part in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor(colors.faint))
    return palette


def system_is_dark(app: QApplication) -> bool:
    """Whether the system asks for a dark look, where it says so at all."""
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark
