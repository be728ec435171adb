"""Which cell of the sheet of actuals holds what; the sheets of roles refer to these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.excel.addresses import fixed, fixed_range, relative
from workbench.excel.plan import Area

HEADER_ROW = 5
NAME, UNIT, RECORDED, FIRST_MONTH = range(4)
# Names in the workbook by which the way back finds the table.
MONTHS_NAME, FACTS_NAME = "actuals_months", "fact_"


@dataclass(frozen=True)
class ActualsLayout:
    """Three tables with the same rows: what was, what was planned, and the gap between."""

    sheet: str
    months: int
    metrics: tuple[Metric, ...]

    @cached_property
    def facts(self) -> Mapping[str, int]:
        """The row of each metric where actuals are entered."""
        return self._rows(HEADER_ROW + 1)

    @cached_property
    def plans(self) -> Mapping[str, int]:
        """The row of each metric's plan."""
        return self._rows(self.plan_header + 1)

    @cached_property
    def gaps(self) -> Mapping[str, int]:
        """The row of each metric's gap."""
        return self._rows(self.gap_header + 1)

    @property
    def plan_header(self) -> int:
        """The row above the plans."""
        return HEADER_ROW + len(self.metrics) + 3

    @property
    def gap_header(self) -> int:
        """The row above the gaps."""
        return self.plan_header + len(self.metrics) + 3

    @property
    def last_month(self) -> int:
        """The column of the plan's last month."""
        return FIRST_MONTH + self.months - 1

    @property
    def total_column(self) -> int:
        """The column of totals; plan, gap and completion stand behind it."""
        return self.last_month + 1

    @property
    def amber(self) -> str:
        """The cell that says from which completion on a month is nearly as planned."""
        return fixed(3, self.total_column + 3)

    def area(self, row: int) -> Area:
        """The months of a row."""
        return Area(row, FIRST_MONTH, row, self.last_month)

    def months_of(self, row: int) -> str:
        """The months of a row, for a formula of this sheet."""
        return fixed_range(self.area(row))

    def total(self, row: int) -> str:
        """The total of a row."""
        return relative(row, self.total_column)

    def series(self, metric: str) -> str:
        """The actuals of a metric, for a formula on another sheet."""
        return fixed_range(self.area(self.facts[metric]), self.sheet)

    def header(self) -> str:
        """The names of the months, for a formula on another sheet."""
        return fixed_range(self.area(HEADER_ROW), self.sheet)

    def _rows(self, first: int) -> dict[str, int]:
        return {metric.key: first + at for at, metric in enumerate(self.metrics)}


def actuals_layout(project: Project, sheet: str) -> ActualsLayout:
    """Give every metric whose actuals are asked for its rows, phase after phase."""
    phases = {phase.key: at for at, phase in enumerate(project.phases)}
    wanted = [metric for metric in project.metrics if _is_asked(metric, project)]
    wanted.sort(key=lambda metric: phases.get(metric.phase or "", len(phases)))
    return ActualsLayout(sheet, project.calendar.months, tuple(wanted))


def _is_asked(metric: Metric, project: Project) -> bool:
    """Steps of the funnel, KPIs, what a goal is about, and what has actuals already."""
    return (
        metric.kind in ("stage", "conversion")
        or any(kpi.is_measured for kpi in project.kpis_of_metric(metric.key))
        or any(goal.metric == metric.key for goal in project.goals)
        or any(actual.metric == metric.key for actual in project.actuals)
    )
