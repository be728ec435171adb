"""Keeps the table of actuals and what it explains up with the project."""

from __future__ import annotations

from typing import Protocol

from workbench.base.texts import MonthName, Text, joined, text
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.router import route
from workbench.planning.variance import explain
from workbench.presenters.actuals.awake import Awake
from workbench.presenters.actuals.cells import FactCells
from workbench.presenters.actuals.difference.difference import Difference
from workbench.presenters.actuals.difference.picture import DifferencePicture, VariancePicture
from workbench.presenters.actuals.difference.subject import Subjects
from workbench.presenters.actuals.difference.trend import Trend, months_known
from workbench.presenters.actuals.entered import Keys
from workbench.presenters.actuals.look_first import LookPicture, look_first
from workbench.presenters.actuals.months import MonthChoice
from workbench.presenters.actuals.picture import FactsTable, MonthLine
from workbench.presenters.actuals.table import Facts, facts_table
from workbench.presenters.desk import Desk
from workbench.presenters.months.tips import reason
from workbench.presenters.plan.choice import Choice
from workbench.presenters.selection import Selected

_HINTS = 3


class DifferenceView(Protocol):
    """What can be shown in the tab."""

    def show_month(self, line: MonthLine) -> None:
        """Show which month it is about."""

    def show_facts(self, table: FactsTable) -> None:
        """Show the actuals of the month."""

    def show_look(self, look: LookPicture | None) -> None:
        """Show which step of the funnel to look at first, where anything was counted."""

    def show_variance(self, picture: VariancePicture) -> None:
        """Show what made the difference, or why that is not known."""


class DifferencePresenter(Awake):
    """Works only while its tab can be seen."""

    def __init__(
        self, desk: Desk, choice: Choice, month: MonthChoice, view: DifferenceView
    ) -> None:
        self._desk = desk
        self._view = view
        self._whole = False
        self._table = FactsTable()
        self.month = month
        self.cells = FactCells(desk, self.month, self.order)
        self._subjects = Subjects(desk, choice)
        super().__init__(choice)
        self.month.changed.connect(self._refresh)
        self.cells.changed.connect(self._show_facts)

    def order(self) -> Keys:
        """The metrics from top to bottom."""
        return self._table.keys

    @property
    def whole(self) -> bool:
        """Whether metrics are listed that are neither KPIs nor in the funnel."""
        return self._whole

    def show_whole(self, whole: bool) -> None:
        """List every metric, or KPIs and the funnel only."""
        self._whole = whole
        self._show_facts()

    def explain(self, key: Key) -> None:
        """Explain another metric than that of the goal."""
        self._subjects.pick(key)
        self._refresh()

    def select(self, key: Key) -> None:
        """Let the inspector show a metric."""
        self._desk.selection.metrics([key])

    def visit_role(self, key: Key) -> None:
        """Go to a role."""
        self._desk.look_at("roles", Selected(role=key))

    def _show(self) -> None:
        self._view.show_month(self.month.line())
        self._show_facts()
        self._view.show_look(self._look())
        self._view.show_variance(self._variance())

    def _show_facts(self) -> None:
        if self._visible:
            plan = self._choice.numbers().chosen
            facts = Facts(plan, self.month.at, self.cells, self._desk.language)
            self._table = facts_table(facts, whole=self._whole)
            self._view.show_facts(self._table)

    def _look(self) -> LookPicture | None:
        if not self.month.is_known:
            return None
        plan = self._choice.numbers().chosen
        found = route(plan, self.month.at, self._subjects.metric)
        return look_first(found, plan, self._desk.language)

    def _variance(self) -> VariancePicture:
        line, key = self._subjects.line(), self._subjects.metric
        if key is None:
            return VariancePicture(line, why=self._desk.say(_CHOOSE if line.options else _NO_GOAL))
        plan = self._choice.numbers().chosen
        trend = Trend(plan, plan.project.metric(key), self._desk.language)
        found = self._difference(key)
        picture = None if isinstance(found, Text) else found
        why = self._desk.say(found) if isinstance(found, Text) else ""
        return VariancePicture(line, picture, why, trend.picture(self._choice.goal))

    def _difference(self, key: Key) -> DifferencePicture | Text:
        """The difference in the month, or why there is none."""
        plan = self._choice.numbers().chosen
        if self.month.at not in months_known(plan, key):
            return self._unknown(key)
        found = explain(plan.project, key, self.month.at, plan.scenario)
        if isinstance(found, Problem):
            metric = plan.project.metric(key)
            return reason(found, metric, plan.project, self._desk.language)
        return Difference(found, plan, self._desk.language).picture()

    def _unknown(self, key: Key) -> Text:
        """What has to be typed so that something can be explained."""
        project, month = self._desk.project, MonthName(self.month.month)
        name, hints = project.metric(key).name, self._hints(key)
        if self.month.is_known:
            return text(
                "None of the actuals of {month} goes into “{metric}”. Type in what really was of: "
                "{hints}.", month=month, metric=name, hints=hints,
            )  # fmt: skip
        return text(
            "There are no actuals of {month} yet. Type into the table what really was of: {hints}. "
            "Then it is shown here how far the fact is from the plan, what made the difference and "
            "whose it is.", month=month, hints=hints,
        )  # fmt: skip

    def _hints(self, key: Key) -> Text:
        """The metric itself and some of the table that it is computed from."""
        beneath = self._choice.numbers().chosen.beneath(key)
        below = [one for one in self._table.keys if one in beneath and one != key]
        names = [self._desk.project.metric(one).name for one in (key, *below[:_HINTS])]
        return joined([text("“{name}”", name=name) for name in names])


_NO_GOAL = text(
    "No goal is set. Set one in the plan and type into the table what really was: then it is shown "
    "here how far the fact is from the plan, what made the difference and whose it is."
)
_CHOOSE = text(
    "No goal is set. Set one in the plan, or choose a metric here: then it is shown how far its "
    "fact is from the plan, what made the difference and whose it is."
)
