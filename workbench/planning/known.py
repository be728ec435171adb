"""What is known of a metric from actuals alone, with nothing of the plan put in between."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.base.texts import text
from workbench.document.value import Key
from workbench.formula.compile import compiled
from workbench.formula.syntax import Node, metrics_in
from workbench.formula.values import Problem, Result
from workbench.planning.forecast import Forecast
from workbench.planning.forward import Months, evaluated
from workbench.planning.way import facts_of

_CLOSE = 1e-9
_UNKNOWN = text("there is no actual value")


class Known:
    """The months of a plan up to one: what was entered, and what follows from that.

    A formula gives a number where all that it mentions is known. A conversion that was not entered
    is what came out of its stage, where it is the only unknown on the way there. `frame` has a
    problem wherever nothing is known.
    """

    def __init__(self, plan: Forecast, month: int) -> None:
        self.plan = plan
        self.month = month
        self._facts = facts_of(plan.project, month)
        self._trees = plan.model.trees
        self.frame = Months(plan.project)
        self.frame.columns = {
            metric.key: [Problem(_UNKNOWN, metric.key)] * (month + 1)
            for metric in plan.project.metrics
        }
        for (key, at), fact in self._facts.items():
            self.frame.columns[key][at] = fact
        for at in range(month + 1):
            while self._found(self._computed(at)) or self._found(self._deduced(at)):
                pass

    def value(self, metric: Key, month: int | None = None) -> float | None:
        """What a metric was in a month, that of the question where none is said."""
        result = self.frame.columns[metric][self.month if month is None else month]
        return None if isinstance(result, Problem) else result

    def is_entered(self, metric: Key) -> bool:
        """Whether a person gave the actual of the month."""
        return (metric, self.month) in self._facts

    def _found(self, numbers: Iterable[tuple[Key, int, float]]) -> bool:
        found = list(numbers)
        for key, at, number in found:
            self.frame.columns[key][at] = number
        return bool(found)

    def _computed(self, at: int) -> Iterable[tuple[Key, int, float]]:
        for key in self.plan.model.order.metrics:
            if key in self._trees and self.value(key, at) is None:
                result = self._evaluated(key, at)
                if not isinstance(result, Problem):
                    self.frame.columns[key][at] = result
                    yield key, at, result

    def _deduced(self, at: int) -> Iterable[tuple[Key, int, float]]:
        for metric in self.plan.project.metrics:
            stage = metric.to_stage
            if metric.from_stage is None or stage is None or self.value(metric.key, at) is not None:
                continue
            if (stage, at) in self._facts and self._is_unknown_alone(metric.key, stage, at):
                share = self._share(metric.key, stage, at)
                if share is not None:
                    yield metric.key, at, share

    def _is_unknown_alone(self, conversion: Key, stage: Key, at: int) -> bool:
        mentioned = metrics_in(self._tree(stage)) if stage in self._trees else frozenset()
        unknown = {key for key in mentioned if self.value(key, at) is None}
        return unknown == {conversion}

    def _share(self, conversion: Key, stage: Key, at: int) -> float | None:
        """The conversion with which the formula of its stage gives the fact; none below zero."""
        fact = self._facts[stage, at]
        nothing, all_of_it = (self._with(conversion, share, stage, at) for share in (0.0, 1.0))
        if nothing is None or all_of_it is None or nothing == all_of_it:
            return None
        share = (fact - nothing) / (all_of_it - nothing)
        again = self._with(conversion, share, stage, at)
        close = again is not None and abs(again - fact) <= _CLOSE * max(abs(fact), 1.0)
        return share if close and share >= 0 else None

    def _with(self, conversion: Key, share: float, stage: Key, at: int) -> float | None:
        column = self.frame.columns[conversion]
        before, column[at] = column[at], share
        result = self._evaluated(stage, at)
        column[at] = before
        return None if isinstance(result, Problem) else result

    def _evaluated(self, key: Key, at: int) -> Result:
        try:
            return evaluated(compiled(self._tree(key)), self.frame, at, key)
        except ArithmeticError:
            return Problem(text("division by zero"), key, at)

    def _tree(self, key: Key) -> Node:
        return self._trees[key]
