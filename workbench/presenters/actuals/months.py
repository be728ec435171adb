"""The month whose actuals are shown."""

from __future__ import annotations

from collections import Counter

from psygnal import Signal

from workbench.base.texts import plural, text
from workbench.presenters.actuals.picture import MonthLine
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import Option


class MonthChoice:
    """At first the last month with actuals, or the first of the plan; then what was chosen.

    `leaving` comes before a change, so that what is being typed still goes into its own month.
    """

    leaving = Signal()
    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._month = ""
        desk.session.opened.connect(self._on_opened)

    @property
    def month(self) -> str:
        """The month that is chosen, always one of the plan."""
        if self._month not in self._months:
            counts = self._counts()
            known = [month for month in self._months if counts[month]]
            self._month = known[-1] if known else self._months[0]
        return self._month

    @property
    def at(self) -> int:
        """Its number in the plan, from zero."""
        return self._months.index(self.month)

    @property
    def is_known(self) -> bool:
        """Whether anything was entered for the month."""
        return any(actual.month == self.month for actual in self._desk.project.actuals)

    def choose(self, month: str) -> None:
        """Show another month; one outside the plan changes nothing."""
        if month in self._months and month != self.month:
            self.leaving.emit()
            self._month = month
            self.changed.emit()

    def step(self, months: int) -> None:
        """Go so many months on, as far as the plan goes."""
        last = len(self._months) - 1
        self.choose(self._months[max(0, min(last, self.at + months))])

    def has(self, months: int) -> bool:
        """Whether the plan has a month so many months on."""
        return 0 <= self.at + months < len(self._months)

    def line(self) -> MonthLine:
        """The month to be chosen, with what is known of each."""
        counts = self._counts()
        options = tuple(self._option(month, counts[month]) for month in self._months)
        known = sum(1 for month in self._months if counts[month])
        said = plural(
            "{n} month of {all} has actuals", "{n} months of {all} have actuals", known,
            all=len(self._months),
        )  # fmt: skip
        nothing = text("no month has actuals yet")
        return MonthLine(
            self.month, options, self._desk.say(said if known else nothing), self.has(-1),
            self.has(1),
        )  # fmt: skip

    def _option(self, month: str, count: int) -> Option:
        about = self._desk.say(plural("{n} actual", "{n} actuals", count)) if count else ""
        return Option(month, self._desk.language.month(month, long=True), about)

    def _counts(self) -> Counter[str]:
        return Counter(actual.month for actual in self._desk.project.actuals)

    @property
    def _months(self) -> tuple[str, ...]:
        return self._desk.project.calendar.all_months

    def _on_opened(self) -> None:
        self._month = ""
