"""Who controls a result: the levers beneath it, and the part of its swing that a role moves.

What a role can move is what it owns with direct influence, and through that everything computed
from it. A result swings when its levers do; the share of control is how much of that swing comes
from levers of one role (the controllability principle, by degree).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.document.value import Key
from workbench.formula.gradient import swings
from workbench.formula.syntax import metrics_in
from workbench.formula.values import Problem, Stop
from workbench.planning.forecast import Forecast
from workbench.planning.forward import Months


@dataclass(frozen=True, slots=True)
class Lever:
    """An input, or a metric that its owner moves directly; `swing` is its part of the result's.

    A lever that nobody owns, or that nobody can move, has no owner.
    """

    metric: Key
    owner: Key | None
    swing: float


class Control:
    """The levers beneath every result of a forecast; computed on demand and remembered."""

    def __init__(self, forecast: Forecast) -> None:
        self._forecast = forecast
        self._asked: dict[Key, Mapping[Key, float]] = {}
        self._whole: dict[Key, Mapping[Key, float]] = {}

    def controls(self, role: Key, metric: Key) -> bool:
        """Whether a role owns a metric that it can move directly."""
        return self.owner_of.get(metric) == role

    def share(self, role: Key, metric: Key) -> float:
        """The part of a metric's swing that a role controls, from 0 to 1."""
        return sum(lever.swing for lever in self.levers(metric) if lever.owner == role)

    def levers(self, metric: Key) -> tuple[Lever, ...]:
        """What moves a metric, the strongest first; the swings add up to one, or there are none."""
        reach = {metric: 1.0} if metric in self.owner_of else self.elasticities(metric)
        whole = sum(abs(swing) for swing in reach.values())
        found = [
            Lever(key, self.owner_of.get(key), abs(swing) / whole)
            for key, swing in reach.items()
            if whole
        ]
        return tuple(sorted(found, key=lambda lever: (-lever.swing, lever.metric)))

    def elasticities(self, metric: Key) -> Mapping[Key, float]:
        """By lever, how much of its size a metric moves when the lever moves by all of its own."""
        if metric not in self._asked:
            self._asked[metric] = self._reached(metric, {}, frozenset())
        return self._asked[metric]

    @cached_property
    def owner_of(self) -> Mapping[Key, Key]:
        """The owner of each metric that its owner moves directly; of several the first."""
        project = self._forecast.project
        found: dict[Key, Key] = {}
        for kpi in project.kpis:
            if kpi.part == "owner" and project.metric(kpi.metric).influence.direct:
                found.setdefault(kpi.metric, kpi.role)
        return found

    def _reached(
        self, metric: Key, passing: dict[Key, Mapping[Key, float]], above: frozenset[Key]
    ) -> Mapping[Key, float]:
        """The elasticity of a metric to each lever beneath it; a loop through a lag ends here.

        What a loop was cut from holds for one question only, in `passing`: asked from elsewhere,
        the loop is cut at another place.
        """
        known = self._whole.get(metric) or passing.get(metric)
        if known is not None:
            return known
        if metric not in self._forecast.model.trees:
            return {metric: 1.0}
        total: dict[Key, float] = {}
        inside, is_whole = above | {metric}, True
        for key, part in self._elasticities(metric).items():
            if key in inside:
                is_whole = is_whole and key == metric
                continue
            if key in self.owner_of:
                deeper: Mapping[Key, float] = {key: 1.0}
            else:
                deeper = self._reached(key, passing, inside)
                is_whole = is_whole and key not in passing
            for lever, swing in deeper.items():
                total[lever] = total.get(lever, 0.0) + part * swing
        (self._whole if is_whole else passing)[metric] = total
        return total

    def _elasticities(self, metric: Key) -> Mapping[Key, float]:
        """How much of its size a metric moves with each one mentioned; alike without numbers."""
        tree = self._forecast.model.trees[metric]
        value = self._forecast.values[metric][self._last]
        try:
            if isinstance(value, Problem) or value == 0:
                return dict.fromkeys(sorted(metrics_in(tree)), 1.0)
            found = swings(tree, self._frame, self._last)
        except (Stop, ArithmeticError):
            return dict.fromkeys(sorted(metrics_in(tree)), 1.0)
        return {key: swing / value for key, swing in found.items()}

    @property
    def _last(self) -> int:
        """The month that is looked at: by the last one everything has come through its lags."""
        return self._forecast.project.calendar.months - 1

    @cached_property
    def _frame(self) -> Months:
        frame = Months(self._forecast.project)
        frame.columns = {key: list(series) for key, series in self._forecast.values.items()}
        return frame
