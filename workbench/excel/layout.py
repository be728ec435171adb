"""Which cell of the Model sheet holds what; every other sheet refers to these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from workbench.base.texts import Text, text, verbatim
from workbench.document.metric import Metric, OverTime
from workbench.excel.addresses import fixed, fixed_range, relative, row_range
from workbench.excel.formulas import own_numbers
from workbench.excel.plan import Area
from workbench.formula.syntax import Call, Node, Number, walk
from workbench.planning.forecast import Forecast

HEADER_ROW = 4
NAME, UNIT, OWNER, INFLUENCE, FIRST_MONTH = range(5)
ROLE_COLUMNS = ("people", "salary", "bonus", "payroll_tax", "cost")
CONSTANT_VALUE = 1
Fact = Literal["people", "salary", "bonus", "payroll_tax", "cost"]


@dataclass(frozen=True, slots=True)
class Band:
    """A row that names what stands below it."""

    row: int
    name: Text


@dataclass(frozen=True, slots=True)
class Constant:
    """A number of a metric's formula that stands in a cell of its own; `initial` starts a lag."""

    metric: str
    value: float
    initial: bool = field(compare=False)


@dataclass(frozen=True)
class ModelLayout:
    """Rows of the Model sheet by what they hold; `workdays_row` only if a formula asks for it."""

    sheet: str
    months: int
    rows: Mapping[str, int]
    bands: tuple[Band, ...]
    workdays_row: int | None
    team_row: int
    team: Mapping[str, int]
    constants_row: int
    constants: Mapping[Constant, int]
    summaries: Mapping[str, OverTime]

    @property
    def last_month(self) -> int:
        """The column of the plan's last month."""
        return FIRST_MONTH + self.months - 1

    @property
    def total_column(self) -> int:
        """The column of totals."""
        return FIRST_MONTH + self.months

    def month(self, metric: str, month: int) -> str:
        """A metric in a month."""
        return relative(self.rows[metric], FIRST_MONTH + month)

    def span(self, metric: str, first: int, last: int) -> str:
        """A metric over neighbouring months."""
        if first == last:
            return self.month(metric, first)
        return row_range(self.rows[metric], FIRST_MONTH + first, FIRST_MONTH + last)

    def total(self, metric: str) -> str:
        """A metric's total."""
        return relative(self.rows[metric], self.total_column)

    def workdays(self, month: int | None) -> str:
        """Working days of a month, or of all."""
        column = self.total_column if month is None else FIRST_MONTH + month
        return relative(self.workdays_row or 0, column)

    def people(self, role: str) -> str:
        """People in a role."""
        return self.role(role, "people")

    def cost(self, role: str) -> str:
        """A role's monthly cost."""
        return self.role(role, "cost")

    def role(self, role: str, fact: Fact, sheet: str = "") -> str:
        """One fact about a role, for a formula on another sheet where one is named."""
        return fixed(self.team[role], 1 + ROLE_COLUMNS.index(fact), sheet)

    def all_months(self) -> str:
        """The cells of the header that name the months."""
        return fixed_range(self.months_area(HEADER_ROW))

    def constant(self, metric: str, value: float, sheet: str = "") -> str | None:
        """The cell of a number of a metric's formula, if it has one."""
        row = self.constants.get(Constant(metric, value, initial=False))
        return None if row is None else fixed(row, CONSTANT_VALUE, sheet)

    def over_time(self, metric: str) -> OverTime:
        """How a metric adds up."""
        return self.summaries[metric]

    def months_area(self, row: int) -> Area:
        """The cells of all months in a row."""
        return Area(row, FIRST_MONTH, row, self.last_month)

    def series(self, metric: str) -> str:
        """A metric over the whole plan, for a formula on another sheet."""
        return fixed_range(self.months_area(self.rows[metric]), self.sheet)

    def header(self) -> str:
        """The names of the months, for a formula on another sheet."""
        return fixed_range(self.months_area(HEADER_ROW), self.sheet)


def model_layout(forecast: Forecast, sheet: str) -> ModelLayout:
    """Give every metric, role and number of the project its row."""
    project = forecast.project
    trees = live_trees(forecast)
    row = HEADER_ROW + 1
    bands: list[Band] = []
    workdays_row = None
    if any(_asks_workdays(tree) for tree in trees.values()):
        bands.append(Band(row, text("Calendar")))
        workdays_row, row = row + 1, row + 2
    rows: dict[str, int] = {}
    for name, metrics in groups(forecast):
        bands.append(Band(row, name))
        rows |= {metric.key: row + 1 + index for index, metric in enumerate(metrics)}
        row += 1 + len(metrics)
    team_row = row + 1
    team = {role.key: team_row + 2 + index for index, role in enumerate(project.roles)}
    constants_row = team_row + (3 + len(team) if team else 0)
    constants = {
        constant: constants_row + 2 + index for index, constant in enumerate(_constants(trees))
    }
    summaries = {metric.key: metric.over_time for metric in project.metrics}
    return ModelLayout(
        sheet, project.calendar.months, rows, tuple(bands), workdays_row,
        team_row, team, constants_row, constants, summaries,
    )  # fmt: skip


def live_trees(forecast: Forecast) -> dict[str, Node]:
    """The formulas that are really computed: a scenario's values stand for a metric as an input."""
    given = forecast.scenario.values if forecast.scenario else {}
    return {key: tree for key, tree in forecast.model.trees.items() if key not in given}


def groups(forecast: Forecast) -> list[tuple[Text, list[Metric]]]:
    """The metrics of each phase under its name, then those that belong to none."""
    project = forecast.project
    phases = [
        (verbatim(phase.name), [one for one in project.metrics if one.phase == phase.key])
        for phase in project.phases
    ]
    rest = [metric for metric in project.metrics if metric.phase is None]
    title = text("Common to all phases") if any(found for _, found in phases) else text("Metrics")
    return [(name, found) for name, found in (*phases, (title, rest)) if found]


def _asks_workdays(tree: Node) -> bool:
    return any(isinstance(part, Call) and part.function == "workdays" for part in walk(tree))


def _constants(trees: Mapping[str, Node]) -> list[Constant]:
    return [
        Constant(metric, value, _starts_lag(tree, value))
        for metric, tree in trees.items()
        for value in own_numbers(tree)
    ]


def _starts_lag(tree: Node, value: float) -> bool:
    return any(
        isinstance(call, Call) and call.function == "lag" and call.arguments[2:] == (Number(value),)
        for call in walk(tree)
    )
