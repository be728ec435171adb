"""The straight way from a plan to what really was, up to one month of one metric."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.compile import compiled
from workbench.formula.gradient import Mention, slopes
from workbench.formula.syntax import Binary, Node, Ref
from workbench.formula.values import Result, demand
from workbench.planning.forecast import Forecast
from workbench.planning.forward import Months
from workbench.planning.slopes import Slopes

Facts = Mapping[tuple[Key, int], float]
# Marks of the two factors that a computed metric may have of its own; no key has such letters.
_TIMES, _PLUS = "*", "+"
_CLOSE = 1e-9


def facts_of(project: Project, month: int) -> Facts:
    """The actual values by metric and month of the plan, up to a month."""
    numbers = {name: at for at, name in enumerate(project.calendar.all_months[: month + 1])}
    return {
        (actual.metric, numbers[actual.month]): actual.value
        for actual in project.actuals
        if actual.month in numbers
    }


class Way:
    """Inputs go from the plan at 0 to the fact at 1, and so do the own factors of results.

    A result that was not what its formula makes of the facts is formula × factor, planned as 1;
    where the formula gives 0, it is formula + amount, planned as 0.
    """

    def __init__(self, plan: Forecast, metric: Key, month: int, facts: Facts) -> None:
        self.plan = plan
        self.metric = metric
        self.month = month
        beneath = plan.beneath(metric)
        self._trees = {key: tree for key, tree in plan.trees.items() if key in beneath}
        self._start: dict[Key, list[Result]] = {
            key: list(plan.values[key]) for key in beneath if key not in self._trees
        }
        self._end = {key: list(column) for key, column in self._start.items()}
        self._outcomes: dict[Key, list[Result]] = {}
        self._go(facts)
        self._own()
        self._formulas = [(key, compiled(tree)) for key, tree in self._trees.items()]
        self._moving = tuple(key for key in self._start if self._start[key] != self._end[key])

    @property
    def factors(self) -> tuple[Key, ...]:
        """The metrics that were not as planned, in any month."""
        return tuple(dict.fromkeys(self.factor(key) for key in self._moving))

    @property
    def size(self) -> int:
        """How many values one look at a place of the way computes."""
        return max(len(self._trees), 1) * (self.month + 1)

    def factor(self, key: Key) -> Key:
        """The metric that an input or an own factor belongs to."""
        return key.rstrip(_TIMES + _PLUS)

    def ends(self, metric: Key) -> tuple[float, float]:
        """Plan and fact of a factor in the month."""
        plan = demand(self.plan.values[metric][self.month])
        if metric in self._trees:
            return plan, demand(self._outcomes[metric][self.month])
        return plan, demand(self._end[metric][self.month])

    def outcome(self) -> tuple[float, ...]:
        """The metric at the end of the way, for each month up to that of the way."""
        column = self._outcomes.get(self.metric) or self._end[self.metric]
        return tuple(demand(value) for value in column[: self.month + 1])

    def length(self, mention: Mention) -> float:
        """How far an input of a month goes."""
        key, month = mention
        return demand(self._end[key][month]) - demand(self._start[key][month])

    def value(self, share: float) -> float:
        """The metric when so much of the way is gone."""
        return self._at(share).value(self.metric, self.month)

    def slopes(self, share: float) -> Mapping[Mention, float]:
        """Its derivatives there, by every input that moves."""
        found = Slopes(self._at(share), self._trees).down({(self.metric, self.month): 1.0})
        moving = set(self._moving)
        return {mention: slope for mention, slope in found.items() if mention[0] in moving}

    def _at(self, share: float) -> Months:
        frame = Months(self.plan.project)
        frame.columns = {key: list(column) for key, column in self._start.items()}
        for key in self._moving:
            for month in range(self.month + 1):
                start = frame.columns[key][month]
                if start != self._end[key][month]:
                    frame.columns[key][month] = demand(start) + share * self.length((key, month))
        frame.columns |= {key: [0.0] * (self.month + 1) for key in self._trees}
        for month in range(self.month + 1):
            for key, formula in self._formulas:
                frame.columns[key][month] = float(formula(frame, month))
        return frame

    def _go(self, facts: Facts) -> None:
        """Compute the months with the facts, and find what differed where a result was another."""
        frame = Months(self.plan.project)
        frame.columns = self._end
        for (key, month), fact in facts.items():
            if key in self._start:
                self._end[key][month] = fact
        results: dict[Key, list[Result]] = {key: [0.0] * (self.month + 1) for key in self._trees}
        frame.columns = self._end | results
        for month in range(self.month + 1):
            for key, tree in self._trees.items():
                value = float(compiled(tree)(frame, month))
                frame.columns[key][month] = value
                fact = facts.get((key, month), value)
                if fact != value:
                    self._differ((key, month), value, fact, frame, facts)
                frame.columns[key][month] = fact
        self._outcomes = results

    def _differ(
        self, place: Mention, value: float, fact: float, frame: Months, facts: Facts
    ) -> None:
        """Give the difference to the one conversion that feeds a stage, else to the result.

        To the conversion only where it is known what came in; else either may have differed.
        """
        key, month = place
        if self._goes_to_conversion(place, fact - value, frame, facts):
            return
        mark, neutral = (_TIMES, 1.0) if value else (_PLUS, 0.0)
        own = self._column(key + mark, neutral)
        own[month] = fact / value if value else fact

    def _column(self, key: Key, neutral: float) -> list[Result]:
        """The column of an own factor, which is neutral in the plan."""
        months: list[Result] = [neutral] * (self.month + 1)
        self._start.setdefault(key, months)
        return self._end.setdefault(key, list(months))

    def _goes_to_conversion(
        self, place: Mention, difference: float, frame: Months, facts: Facts
    ) -> bool:
        """Move the only conversion on an arrow into a stage, if that makes all the difference."""
        key, month = place
        arrows = [m.key for m in self.plan.project.metrics if m.to_stage == key]
        if len(arrows) != 1 or arrows[0] not in self._start or (arrows[0], month) in facts:
            return False
        found = dict(slopes(self._trees[key], frame, month))
        slope = found.pop((arrows[0], month), 0.0)
        if not slope or any(mention not in facts for mention in found):
            return False
        column, wanted = self._end[arrows[0]], demand(frame.columns[key][month]) + difference
        before = demand(column[month])
        column[month] = before + difference / slope
        after = float(compiled(self._trees[key])(frame, month))
        if abs(after - wanted) <= _CLOSE * abs(wanted):
            return True
        column[month] = before
        return False

    def _own(self) -> None:
        """Put the own factors into the formulas of their results."""
        for key, tree in self._trees.items():
            self._trees[key] = _with_own(key, tree, self._start)


def _with_own(key: Key, tree: Node, columns: Mapping[Key, object]) -> Node:
    if key + _TIMES in columns:
        tree = Binary("*", tree, Ref(key + _TIMES))
    if key + _PLUS in columns:
        tree = Binary("+", tree, Ref(key + _PLUS))
    return tree
