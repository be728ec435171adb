"""The words of the panel that stand for severities and counts."""

from __future__ import annotations

from workbench.base.texts import Text, plural, text
from workbench.checks.finding import Severity

SEVERITIES: dict[Severity, Text] = {
    "error": text("error"),
    "warning": text("warning"),
    "hint": text("hint"),
}


def counted(severity: Severity, count: int) -> Text:
    """So many findings of a severity: “3 warnings”."""
    match severity:
        case "error":
            return plural("{n} error", "{n} errors", count)
        case "warning":
            return plural("{n} warning", "{n} warnings", count)
        case "hint":
            return plural("{n} hint", "{n} hints", count)
