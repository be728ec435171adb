"""The funnel as a graph: its stages in order, and how much of what goes through passes each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.document.value import Key
from workbench.formula.syntax import Binary, Call, Node, Ref
from workbench.formula.values import Problem
from workbench.planning.forecast import Forecast


@dataclass(frozen=True, slots=True)
class Inflow:
    """What comes into a stage out of another one; without a conversion all of it does."""

    before: Key
    conversion: Key | None


class Stages:
    """The stages of a plan; where a result is given, only those that it is computed from."""

    def __init__(self, plan: Forecast, result: Key | None = None) -> None:
        self._plan = plan
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
        """The part of what comes out at the end that passes each stage, by the plan of a month."""
        found = dict.fromkeys(self.order, 0.0)
        fed = {inflow.before for inflows in self.into.values() for inflow in inflows}
        for stage in reversed(self.order):
            if stage not in fed:
                found[stage] = 1.0
            for inflow in self.into[stage]:
                passed = self.share(inflow, stage, month) * found[stage]
                found[inflow.before] = min(1.0, found[inflow.before] + passed)
        return found


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
