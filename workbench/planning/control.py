"""Who controls a result: the levers beneath it, and the part of its swing that a role moves.

What a role can move is what it owns with direct influence, and through that everything computed
from it. A result swings when its levers do; the share of control is how much of that swing comes
from levers of one role (the controllability principle, by degree).
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.document.value import Key
from workbench.formula.gradient import Mention
from workbench.formula.syntax import Call, Node, metrics_in, walk
from workbench.formula.values import Stop
from workbench.planning.forecast import Forecast
from workbench.planning.slopes import Slopes


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
        self._project = forecast.project
        self._trees = forecast.model.trees
        self._slopes = Slopes.of(forecast)
        self._levers: dict[Key, tuple[Lever, ...]] = {}

    def controls(self, role: Key, metric: Key) -> bool:
        """Whether a role owns a metric that it can move directly."""
        return self.owner_of.get(metric) == role

    def share(self, role: Key, metric: Key) -> float:
        """The part of a metric's swing that a role controls, from 0 to 1."""
        return sum(lever.swing for lever in self.levers(metric) if lever.owner == role)

    def levers(self, metric: Key) -> tuple[Lever, ...]:
        """What moves a metric, the strongest first; the swings add up to one, or there are none."""
        if metric not in self._levers:
            self._levers[metric] = self._found(metric)
        return self._levers[metric]

    @cached_property
    def owner_of(self) -> Mapping[Key, Key]:
        """The owner of each metric that its owner moves directly; of several the first."""
        found: dict[Key, Key] = {}
        for kpi in self._project.kpis:
            if kpi.part == "owner" and self._project.metric(kpi.metric).influence.direct:
                found.setdefault(kpi.metric, kpi.role)
        return found

    def holders(self, metric: Key) -> Mapping[Key, Key]:
        """Who moves each metric beneath a result: its owner, or that of what it goes into.

        Who owns the result itself moves it only with direct influence: a result is nobody's lever.
        An input that cannot be moved directly is held only by who owns it.
        """
        found: dict[Key, Key] = {}
        seen = {metric}
        owners = {**self._owners, metric: self.owner_of.get(metric)}
        level: list[tuple[Key, Key | None]] = [(metric, None)]
        while level:
            below: list[tuple[Key, Key | None]] = []
            for key, above in level:
                holder = owners.get(key) or above
                if holder is not None and self._can_hold(key):
                    found[key] = holder
                tree = self._trees.get(key)
                fresh = sorted(metrics_in(tree) - seen) if tree is not None else []
                seen.update(fresh)
                below += [(one, holder) for one in fresh]
            level = below
        return found

    def _can_hold(self, metric: Key) -> bool:
        direct = self._project.metric(metric).influence.direct
        return direct or metric in self._trees or metric in self._owners

    @cached_property
    def _owners(self) -> Mapping[Key, Key]:
        """The owner of each metric, whether it can be moved directly or not."""
        owned = (kpi for kpi in self._project.kpis if kpi.part == "owner")
        return {kpi.metric: kpi.role for kpi in reversed(tuple(owned))}

    def elasticities(self, metric: Key) -> Mapping[Key, float]:
        """By input, how much of its size a metric moves when the input moves by all of its own.

        Over all months of the plan, of a stock in the last. Empty where there is no number.
        """
        try:
            whole = sum(self._value(key, month) for key, month in self._seeds(metric))
            swings = self._swings(metric, ())
        except (Stop, ArithmeticError):
            return {}
        return {key: swing / whole for key, swing in swings.items()} if whole else {}

    def _found(self, metric: Key) -> tuple[Lever, ...]:
        reach = {metric: 1.0} if metric in self.owner_of else self._moving(metric)
        whole = sum(abs(swing) for swing in reach.values())
        found = [
            Lever(key, self.owner_of.get(key), abs(swing) / whole) for key, swing in reach.items()
        ]
        return tuple(sorted(found, key=lambda lever: (-lever.swing, lever.metric)))

    def _moving(self, metric: Key) -> Mapping[Key, float]:
        """The swings of the levers beneath a metric; alike where there is no number or no swing."""
        try:
            swings = self._swings(metric, self.owner_of)
        except (Stop, ArithmeticError):
            swings = {}
        return swings if any(swings.values()) else dict.fromkeys(self._beneath(metric), 1.0)

    def _swings(self, metric: Key, levers: Container[Key]) -> Mapping[Key, float]:
        """What each input or lever beneath a metric brings, when it moves by all of its size.

        The derivative of the metric is carried down to where it ends. Raises `Stop`.
        """
        swings: dict[Key, float] = {}
        slopes = self._slopes.down(dict.fromkeys(self._seeds(metric), 1.0), levers)
        for (key, month), slope in slopes.items():
            swings[key] = swings.get(key, 0.0) + slope * self._value(key, month)
        return swings

    def _seeds(self, metric: Key) -> list[Mention]:
        """The months that count: of a stock the last one, else all of them.

        Where nothing beneath differs by month, the last one stands for all.
        """
        last = self._project.calendar.months - 1
        stands = self._project.metric(metric).over_time == "last" or not self._varies(metric)
        return [(metric, month) for month in range(last if stands else 0, last + 1)]

    def _value(self, metric: Key, month: int) -> float:
        return self._slopes.frame.value(metric, month)

    def _varies(self, metric: Key) -> bool:
        """Whether a metric depends on other months than its own, or on values by month."""
        return any(key in self._varying for key in self._down(metric))

    def _beneath(self, metric: Key) -> list[Key]:
        """The inputs and levers that a metric is computed from."""
        down = self._down(metric, self.owner_of)
        return [key for key in down if key not in self._trees or key in self.owner_of]

    def _down(self, metric: Key, levers: Container[Key] = ()) -> list[Key]:
        """A metric and what it is computed from, as far as the first levers."""
        found = {metric: None}
        waiting = [metric]
        while waiting:
            key = waiting.pop()
            if key in self._trees and key not in levers:
                fresh = [one for one in sorted(metrics_in(self._trees[key])) if one not in found]
                found |= dict.fromkeys(fresh)
                waiting += fresh
        return list(found)

    @cached_property
    def _varying(self) -> frozenset[Key]:
        """The inputs with values by month, and the metrics with formulas that differ by month."""
        listed = {m.key for m in self._project.metrics if isinstance(m.value, tuple)}
        scenario = self._forecast.scenario
        if scenario is not None:
            listed |= {key for key, value in scenario.values.items() if isinstance(value, tuple)}
        return frozenset(
            listed | {key for key, tree in self._trees.items() if _depends_on_month(tree)}
        )


def _depends_on_month(tree: Node) -> bool:
    """Whether a formula takes other months, or the days or the people of its own."""
    functions = ("lag", "cumulative", "workdays", "people", "cost")
    return any(isinstance(part, Call) and part.function in functions for part in walk(tree))
