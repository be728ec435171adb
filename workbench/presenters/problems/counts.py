"""How many findings there are, for the window as a whole and for each work place."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.texts import Text, joined, text
from workbench.checks.finding import SEVERITIES
from workbench.checks.runner import Report
from workbench.presenters.desk import Place
from workbench.presenters.problems.picture import place_of
from workbench.presenters.problems.words import counted


@dataclass(frozen=True, slots=True)
class Counts:
    """Open findings by severity."""

    errors: int = 0
    warnings: int = 0
    hints: int = 0

    @property
    def words(self) -> Text:
        """The counts as a sentence: “1 error, 3 warnings”."""
        numbers = zip(SEVERITIES, (self.errors, self.warnings, self.hints), strict=True)
        parts = [counted(severity, number) for severity, number in numbers if number]
        return joined(parts) if parts else text("nothing found")


def counts(report: Report, place: Place | None = None) -> Counts:
    """The open findings, all of them or those of one work place."""
    found = [one for one in report.findings if place is None or place_of(one) == place]
    return Counts(*(sum(one.severity == severity for one in found) for severity in SEVERITIES))
