"""Keeps the table of all months up with the project, and what is filtered out of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Protocol, get_args

from workbench.base.texts import Text, plural, text
from workbench.document.metric import Metric
from workbench.document.value import Key
from workbench.presenters.actuals.awake import Awake
from workbench.presenters.actuals.entered import Keys
from workbench.presenters.actuals.grid.cells import GridCells
from workbench.presenters.actuals.grid.picture import FilterLine, GridTable
from workbench.presenters.actuals.grid.rows import Rows
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import Option
from workbench.presenters.plan.choice import Choice

Shown = Literal["kpis", "funnel", "all"]
_SHOWN: dict[Shown, Text] = {
    "kpis": text("KPIs only"), "funnel": text("Funnel"), "all": text("All metrics"),
}  # fmt: skip
EVERYBODY = ""


class GridView(Protocol):
    """What can be shown in the tab."""

    def show_emptiness(self, *, metrics: bool, actuals: bool) -> None:
        """Show what is missing: metrics, or actuals."""

    def show_filter(self, line: FilterLine) -> None:
        """Show which metrics are listed."""

    def show_table(self, table: GridTable) -> None:
        """Show plan and fact."""


class GridPresenter(Awake):
    """Works only while its tab can be seen."""

    def __init__(self, desk: Desk, choice: Choice, view: GridView) -> None:
        self._desk = desk
        self._view = view
        self._kind: Shown | None = None
        self._role = EVERYBODY
        self._table = GridTable()
        self.cells = GridCells(desk, self.order)
        super().__init__(choice)
        self.cells.changed.connect(self._refresh)
        desk.session.opened.connect(self._on_opened)

    def order(self) -> Keys:
        """The metrics from top to bottom."""
        return self._table.keys

    def show_kind(self, kind: str) -> None:
        """List KPIs, the funnel, or every metric."""
        self._kind = next((one for one in get_args(Shown) if one == kind), None)
        self._refresh()

    def show_role(self, role: Key) -> None:
        """List only what a role has a part in; nobody's key lists what all have."""
        self._role = role
        self._refresh()

    def select(self, keys: Iterable[Key]) -> None:
        """Let the inspector show metrics."""
        self._desk.selection.metrics(keys)

    def open_funnel(self) -> None:
        """Go where metrics are made."""
        self._desk.go("funnel")

    def first_free(self) -> int:
        """The month where typing goes on: the one after the last with actuals."""
        months = self._desk.project.calendar.all_months
        entered = {actual.month for actual in self._desk.project.actuals}
        last = max((at for at, month in enumerate(months) if month in entered), default=-1)
        return min(last + 1, len(months) - 1)

    @property
    def kind(self) -> Shown:
        """What is listed: until somebody says so KPIs, where there are any."""
        if self._kind is not None:
            return self._kind
        return "kpis" if any(kpi.is_measured for kpi in self._desk.project.kpis) else "all"

    def _show(self) -> None:
        project = self._desk.project
        if self._role not in project.role_by_key:
            self._role = EVERYBODY
        self._view.show_emptiness(metrics=bool(project.metrics), actuals=bool(project.actuals))
        listed = self._listed()
        self._table = Rows(self._choice.numbers().chosen, self.cells, self._desk.language).table(
            listed
        )
        self._view.show_filter(self._line(len(listed)))
        self._view.show_table(self._table)

    def _listed(self) -> list[Metric]:
        return [metric for metric in self._desk.project.metrics if self._is_listed(metric)]

    def _is_listed(self, metric: Metric) -> bool:
        kpis = self._desk.project.kpis_of_metric(metric.key)
        if self._role and not any(kpi.role == self._role for kpi in kpis):
            return False
        match self.kind:
            case "kpis":
                return any(kpi.is_measured for kpi in kpis)
            case "funnel":
                return metric.kind in ("stage", "conversion")
        return True

    def _line(self, count: int) -> FilterLine:
        say, project = self._desk.say, self._desk.project
        roles = tuple(Option(role.key, role.name) for role in project.roles)
        everybody = Option(EVERYBODY, say(text("All roles")))
        return FilterLine(
            tuple(Option(kind, say(words)) for kind, words in _SHOWN.items()),
            self.kind,
            (everybody, *roles) if roles else (),
            self._role,
            say(plural("{n} metric of {all}", "{n} metrics of {all}", count,
                       all=len(project.metrics))),
        )  # fmt: skip

    def _on_opened(self) -> None:
        self._kind = None
        self._role = EVERYBODY
