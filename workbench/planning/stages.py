"""The funnel as a graph: its stages in order, and how much of what goes through passes each."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.document.value import Key
from workbench.formula.syntax import Binary, Call, Node, Ref
from workbench.formula.values import Problem, Stop
from workbench.planning.forecast import Forecast
from workbench.planning.slopes import Slopes


@dataclass(frozen=True, slots=True)
class Inflow:
    """What comes into a stage out of another one; without a conversion all of it does."""

    before: Key
    conversion: Key | None


class Stages:
    """The stages of a plan; where a result is given, only those that it is computed from."""

    def __init__(self, plan: Forecast, result: Key | None = None) -> None:
        self._plan = plan
        self._result = result
        beneath = plan.beneath(result) if result is not None else plan.project.metric_by_key.keys()
        stages = [m.key for m in plan.project.metrics if m.kind == "stage" and m.key in beneath]
        self._stages = stages or [m.key for m in plan.project.metrics if m.kind == "stage"]

    @cached_property
    def into(self) -> Mapping[Key, tuple[Inflow, ...]]:
        """What each stage is fed by: first what is converted, then what flows in whole."""
        known = set(self._stages)
        found: dict[Key, tuple[Inflow, ...]] = {}
        for stage in self._stages:
            arrows = [
                Inflow(metric.from_stage, metric.key)
                for metric in self._plan.project.metrics
                if metric.to_stage == stage != metric.from_stage and metric.from_stage in known
            ]
            found[stage] = (*arrows, *self._poured(stage, later=False))
        for stage in self._stages:  # what comes a month later, unless it only goes round
            later = [one for one in self._poured(stage, later=True)
                     if stage not in _above(one.before, found)]  # fmt: skip
            found[stage] = (*found[stage], *later)
        return found

    def _poured(self, stage: Key, *, later: bool) -> list[Inflow]:
        tree = self._plan.model.trees.get(stage)
        whole = dict.fromkeys(_whole(tree, later=later)) if tree is not None else {}
        return [Inflow(key, None) for key in whole if key in self._stages and key != stage]

    @cached_property
    def order(self) -> tuple[Key, ...]:
        """Every stage after those that feed it, else in the order of the project."""
        placed: dict[Key, None] = {}
        for stage in self._stages:
            self._place(stage, placed, set())
        return tuple(placed)

    def _place(self, stage: Key, placed: dict[Key, None], above: set[Key]) -> None:
        if stage in placed or stage in above:
            return
        for inflow in self.into[stage]:
            self._place(inflow.before, placed, above | {stage})
        placed[stage] = None

    def share(self, inflow: Inflow, stage: Key, month: int) -> float:
        """The part of a stage that an inflow is planned to bring in a month, from 0 to 1."""
        values = self._plan.values
        feeds = (inflow.before,) + ((inflow.conversion,) if inflow.conversion else ())
        brought, whole = 1.0, values[stage][month]
        for key in feeds:
            value = values[key][month]
            if isinstance(value, Problem):
                return 0.0
            brought *= value
        if isinstance(whole, Problem) or whole <= 0:
            return 0.0
        return min(1.0, max(0.0, brought / whole))

    def reach(self, month: int) -> Mapping[Key, float]:
        """The part of the outcome that passes each stage, by the plan of a month.

        The outcome is the result, where there is one: a last stage weighs as much as the result
        moves with it. Without one every last stage is an outcome of its own.
        """
        found = {**dict.fromkeys(self.order, 0.0), **self._ends(month)}
        for stage in reversed(self.order):
            for inflow in self.into[stage]:
                passed = self.share(inflow, stage, month) * found[stage]
                found[inflow.before] = min(1.0, found[inflow.before] + passed)
        return found

    def _ends(self, month: int) -> Mapping[Key, float]:
        """The stages that feed no other with their weights; whole ones where there is no number."""
        fed = {inflow.before for inflows in self.into.values() for inflow in inflows}
        ends = dict.fromkeys((stage for stage in self.order if stage not in fed), 1.0)
        if self._result is None:
            return ends
        try:
            return {**ends, **self._swings(self._result, ends, month)}
        except (Stop, ArithmeticError):
            return ends

    def _swings(self, result: Key, ends: Container[Key], month: int) -> Mapping[Key, float]:
        """How much of its size a result moves when a stage moves by all of its own, up to 1."""
        slopes = Slopes.of(self._plan)
        whole = slopes.frame.value(result, month)
        found: dict[Key, float] = {}
        for (key, at), slope in slopes.down({(result, month): 1.0}, ends).items():
            if key in ends and slope:
                found[key] = found.get(key, 0.0) + slope * slopes.frame.value(key, at) / whole
        return {key: min(1.0, abs(swing)) for key, swing in found.items() if swing}


def _above(stage: Key, into: Mapping[Key, tuple[Inflow, ...]]) -> set[Key]:
    """A stage and everything that feeds it."""
    found: set[Key] = set()
    waiting = [stage]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += [inflow.before for inflow in into[key]]
    return found


def _whole(tree: Node, *, later: bool) -> Iterator[Key]:
    """What is added as it is, in the same month or some months later; what is taken off is not."""
    match tree:
        case Binary("+", left, right):
            yield from _whole(left, later=later)
            yield from _whole(right, later=later)
        case Binary("-", left, _):
            yield from _whole(left, later=later)
        case Ref(key) if not later:
            yield key
        case Call("lag", (Ref(key), *_)) if later:
            yield key
