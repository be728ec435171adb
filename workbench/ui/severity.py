"""The signs of severities: a shape and a colour each."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from workbench.checks.finding import Severity
from workbench.ui.theme import Colors, Theme

_ICONS: dict[Severity, str] = {
    "error": "alert-octagon",
    "warning": "alert-triangle",
    "hint": "info-circle",
}
TONES: dict[Severity, str] = {"error": "bad", "warning": "warn", "hint": ""}


def sign(severity: Severity, theme: Theme, size: int, *, faded: bool = False) -> QIcon:
    """The icon of a severity in its colour, grey where it does not count."""
    color = theme.colors.faint if faded else ink(severity, theme.colors)
    return theme.icon(_ICONS[severity], color, size)


def ink(severity: Severity, colors: Colors) -> str:
    """The colour of a severity."""
    return {"error": colors.bad, "warning": colors.warn, "hint": colors.muted}[severity]
