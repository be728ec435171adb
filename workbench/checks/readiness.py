"""Whether a workbook is ready to send: if not, and it leaves all the same, it is a draft."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from workbench.base.texts import Text, joined, plural, text
from workbench.checks.gaps import Gap, gaps
from workbench.checks.runner import Report
from workbench.document.value import Key
from workbench.planning.forecast import Forecast


@dataclass(frozen=True)
class Readiness:
    """What the checks found about what is sent, and what is missing in it."""

    report: Report
    gaps: tuple[Gap, ...]

    @property
    def is_ready(self) -> bool:
        """Whether no error is open and nothing is missing."""
        return self.report.is_sound and not self.gaps

    @property
    def counts(self) -> tuple[Text, ...]:
        """How much of each kind is in the way."""
        errors, missing = self.report.count("error"), len(self.gaps)
        said = (
            (errors, plural("{n} error", "{n} errors", errors)),
            (missing, plural("{n} gap", "{n} gaps", missing)),
        )
        return tuple(words for count, words in said if count)

    @property
    def reasons(self) -> tuple[Text, ...]:
        """A sentence about the errors, and one about each gap."""
        errors = self.report.count("error")
        said = plural(
            "{n} error is open in the checks", "{n} errors are open in the checks", errors
        )
        return (*((said,) if errors else ()), *(gap.message for gap in self.gaps))

    @property
    def draft(self) -> Text | None:
        """Why the workbook is a draft, if it is one, in no more than a line of its cover."""
        if len(self.reasons) > 1:
            return text("Not ready: {what}", what=joined(self.counts))
        return self.reasons[0] if self.reasons else None


def readiness(
    report: Report, forecast: Forecast, roles: Collection[Key] | None = None
) -> Readiness:
    """Whether the workbook of some roles is ready, of all if none is named."""
    about = report if roles is None else report.about(roles)
    return Readiness(about, gaps(forecast, roles))
