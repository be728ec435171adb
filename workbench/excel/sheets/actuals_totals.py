"""What actuals come to so far, beside the plan of the same months.

A ratio is computed again from its parts where they were entered for the same months; else it has
no total, since an average of monthly ratios would be another number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum, isfinite
from typing import TYPE_CHECKING, cast

from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.excel.actuals_layout import ActualsLayout
from workbench.excel.addresses import relative
from workbench.excel.book import Book
from workbench.excel.formulas import total_formula
from workbench.excel.layout import ModelLayout, live_trees
from workbench.formula.compile import compiled
from workbench.formula.syntax import Binary, Negative, Node, Number, Ref, metrics_in, walk
from workbench.formula.values import Problem, Stop

if TYPE_CHECKING:
    from workbench.excel.formulas import Cells
    from workbench.formula.compile import Frame

Entered = float | None
Row = Sequence[Entered]


@dataclass(frozen=True, slots=True)
class Total:
    """A formula with what it comes to now; "" where there is nothing to tell."""

    formula: str
    value: float | str


def facts_by_month(project: Project) -> dict[str, list[Entered]]:
    """The actuals of every metric that has some, month by month of the plan."""
    months = {month: at for at, month in enumerate(project.calendar.all_months)}
    found: dict[str, list[Entered]] = {}
    for actual in project.actuals:
        if actual.month in months:
            row = found.setdefault(actual.metric, [None] * len(months))
            row[months[actual.month]] = actual.value
    return found


class Totals:
    """Totals of actuals and of the plan over the months that have actuals."""

    def __init__(self, book: Book) -> None:
        self._at: ActualsLayout = book.actuals
        self._book = book
        self._trees = live_trees(book.forecast)
        facts = facts_by_month(book.project)
        nothing: list[Entered] = [None] * self._at.months
        self.facts: Mapping[str, Row] = {
            metric.key: facts.get(metric.key, nothing) for metric in self._at.metrics
        }
        self.plans: Mapping[str, Row] = {
            metric.key: [
                None if isinstance(one, Problem) else one
                for one in book.forecast.values[metric.key]
            ]
            for metric in self._at.metrics
        }

    def fact(self, metric: Metric) -> Total | None:
        """What the metric came to so far; None where that cannot be said."""
        return self._total(metric, self._at.facts, self.facts)

    def plan(self, metric: Metric) -> Total | None:
        """What was planned for the same months."""
        return self._total(metric, self._at.plans, self.plans)

    def _total(
        self, metric: Metric, rows: Mapping[str, int], numbers: Mapping[str, Row]
    ) -> Total | None:
        match metric.over_time:
            case "sum" | "mean" | "last":
                return self._summary(metric, rows, numbers)
            case _ if metric.from_stage in self._at.facts:
                return self._weighted(metric, str(metric.from_stage), rows, numbers)
            case _ if self._is_plain(metric):
                return self._recomputed(metric, rows, numbers)
            case _:
                return None

    def _summary(
        self, metric: Metric, rows: Mapping[str, int], numbers: Mapping[str, Row]
    ) -> Total:
        known, row = self._at.months_of(self._at.facts[metric.key]), rows[metric.key]
        here = self._at.months_of(row)
        both = f"SUMPRODUCT(--ISNUMBER({known}),--ISNUMBER({here}))=COUNT({known})"
        if metric.over_time == "last":
            # The last month with an actual, found without a search that needs an order.
            place = f"SUMPRODUCT(MAX(ISNUMBER({known})*(COLUMN({known})-MIN(COLUMN({known}))+1)))"
            words = f"INDEX({here},{place})"
            words = f'IF(ISNUMBER({words}),{words},"")'
        else:
            words = f"SUMPRODUCT(--ISNUMBER({known}),{here})"
            words += f"/COUNT({known})" if metric.over_time == "mean" else ""
            words = f'IF({both},{words},"")'
        return Total(f'IF(COUNT({known})=0,"",{words})', self._summed(metric, numbers))

    def _summed(self, metric: Metric, numbers: Mapping[str, Row]) -> float | str:
        months = self._months(metric)
        values = [numbers[metric.key][at] for at in months]
        if not values:
            return ""
        if metric.over_time == "last":
            return _or_empty(values[-1])
        if any(one is None for one in values):
            return ""
        total = fsum(one for one in values if one is not None)
        return total / len(values) if metric.over_time == "mean" else total

    def _weighted(
        self, metric: Metric, stage: str, rows: Mapping[str, int], numbers: Mapping[str, Row]
    ) -> Total:
        """A conversion: what came out of the stage by what went in, in the months of both."""
        known = self._at.months_of(self._at.facts[metric.key])
        shares, volumes = (self._at.months_of(rows[key]) for key in (metric.key, stage))
        given = f"SUMPRODUCT(--ISNUMBER({known}),--ISNUMBER({shares}),--ISNUMBER({volumes}))"
        words = (
            f"SUMPRODUCT(--ISNUMBER({known}),{shares},{volumes})"
            f"/SUMPRODUCT(--ISNUMBER({known}),{volumes})"
        )
        guard = f"AND(COUNT({known})>0,{given}=COUNT({known}))"
        pairs = [(numbers[metric.key][at], numbers[stage][at]) for at in self._months(metric)]
        return Total(f'IFERROR(IF({guard},{words},""),"")', _came_out(pairs))

    def _is_plain(self, metric: Metric) -> bool:
        """Whether a ratio is plain arithmetic of sums that are all in the table."""
        tree = self._trees.get(metric.key)
        if tree is None or not all(isinstance(one, _PLAIN) for one in walk(tree)):
            return False
        parts = [self._book.project.metric(key) for key in metrics_in(tree)]
        return bool(parts) and all(
            one.key in self._at.facts and one.over_time == "sum" for one in parts
        )

    def _recomputed(
        self, metric: Metric, rows: Mapping[str, int], numbers: Mapping[str, Row]
    ) -> Total:
        """A ratio with a formula: the formula of the sums of the same months."""
        tree, months = self._trees[metric.key], self._months(metric)
        parts = sorted(metrics_in(tree))
        known = self._at.months_of(self._at.facts[metric.key])
        others = [self._at.months_of(self._at.facts[key]) for key in parts]
        same = [f"COUNT({one})=COUNT({known})" for one in others]
        same += [
            f"SUMPRODUCT(--ISNUMBER({known}),--ISNUMBER({one}))=COUNT({known})" for one in others
        ]
        column = self._at.total_column + (rows is self._at.plans)
        cells = _Sums(self._book.model, self._at.facts, column)
        words = total_formula(tree, cast("Cells", cells), metric)
        formula = f'IF(AND(COUNT({known})>0,{",".join(same)}),{words},"")'
        if not months or any(
            self._months(self._book.project.metric(key)) != months for key in parts
        ):
            return Total(formula, "")
        sums = {key: self._summed(self._book.project.metric(key), numbers) for key in parts}
        return Total(formula, _computed(tree, sums))

    def _months(self, metric: Metric) -> list[int]:
        return [at for at, one in enumerate(self.facts[metric.key]) if one is not None]


_PLAIN = (Binary, Negative, Number, Ref)


def completion(metric: Metric, fact: float | str, plan: float | str) -> float | str:
    """Fact ÷ plan, or plan ÷ fact where lower is better; "" where that says nothing."""
    if isinstance(fact, str) or isinstance(plan, str):
        return ""
    above, below = (plan, fact) if metric.better == "lower" else (fact, plan)
    return above / below if below > 0 else ""


def completion_formula(metric: Metric, row: int, first: int) -> str:
    """Completion from the cells of a row: total of actuals in a column, the plan beside it."""
    fact, plan = relative(row, first), relative(row, first + 1)
    above, below = (plan, fact) if metric.better == "lower" else (fact, plan)
    both = f"AND(ISNUMBER({fact}),ISNUMBER({plan}))"
    return f'IF({both},IF({below}>0,{above}/{below},""),"")'


def _came_out(pairs: Sequence[tuple[Entered, Entered]]) -> float | str:
    known = [(share, volume) for share, volume in pairs if share is not None and volume is not None]
    went_in = fsum(volume for _, volume in known)
    if len(known) < len(pairs) or went_in == 0:
        return ""
    return fsum(share * volume for share, volume in known) / went_in


def _or_empty(value: Entered) -> float | str:
    return "" if value is None else value


def _computed(tree: Node, sums: Mapping[str, float | str]) -> float | str:
    if any(isinstance(one, str) for one in sums.values()):
        return ""
    frame = cast("Frame", _Known(sums))
    try:
        value = compiled(tree)(frame, 0)
    except (Stop, ArithmeticError):
        return ""
    return float(value) if isfinite(value) else ""


@dataclass(frozen=True)
class _Known:
    """Where plain arithmetic finds its values; nothing else is asked of it."""

    sums: Mapping[str, float | str]

    def value(self, metric: str, _month: int) -> float | str:
        return self.sums[metric]


@dataclass(frozen=True)
class _Sums:
    """Where a formula finds totals of this sheet and its own numbers; nothing else is asked."""

    model: ModelLayout
    rows: Mapping[str, int]
    column: int

    def total(self, metric: str) -> str:
        return relative(self.rows[metric], self.column)

    def constant(self, metric: str, value: float) -> str | None:
        return self.model.constant(metric, value, self.model.sheet)
