"""Targets of what is counted along the funnel, paired where one implies a conversion to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations

from workbench.checks.method.flow import Flow, is_volume
from workbench.checks.system import System
from workbench.document.kpi import Kpi
from workbench.document.metric import Metric
from workbench.document.value import Key
from workbench.formula.syntax import Binary, Call, Node, Ref, metrics_in

# A conversion that changes by less than this part of itself is the same conversion.
_SAME = 0.005


@dataclass(frozen=True, slots=True)
class Target:
    """A count that is to go from a base to a plan in some period."""

    metric: Metric
    base: float
    plan: float
    kpi: Kpi


@dataclass(frozen=True, slots=True)
class Pair:
    """Two targets along the funnel; `base` → `plan` is the conversion they imply.

    `conversions` are those on the way from the first to the second. Of a whole pair the second
    comes out of the first by nothing but these.
    """

    first: Target
    second: Target
    conversions: tuple[Key, ...]
    is_whole: bool = False

    @property
    def base(self) -> float:
        """The conversion of today."""
        return self.second.base / self.first.base

    @property
    def plan(self) -> float:
        """The conversion that both plans need."""
        return self.second.plan / self.first.plan

    @property
    def changes(self) -> bool:
        """Whether it is a conversion, and not today's one."""
        return max(self.base, self.plan) <= 1 and abs(self.plan / self.base - 1) > _SAME

    @property
    def is_impossible(self) -> bool:
        """Whether more is to come out of the first count than goes into it."""
        return self.is_whole and self.base <= 1 < self.plan - _SAME


class Targets:
    """Every pair of neighbouring targets of one system."""

    def __init__(self, system: System, flow: Flow) -> None:
        self._system = system
        self._flow = flow
        self._parts: dict[Key, frozenset[Key]] = {}
        self._inputs: dict[Key, frozenset[Key]] = {}

    def pairs(self) -> Iterator[Pair]:
        """Pairs of one period with no third target between them, nor beside the first.

        Where two targets flow into a third side by side, neither alone implies a conversion.
        """
        for period in dict.fromkeys(target.kpi.period for target in self._all):
            yield from self._pairs([one for one in self._all if one.kpi.period == period])

    def _pairs(self, targets: list[Target]) -> Iterator[Pair]:
        beyond = {
            one.metric.key: {
                two.metric.key
                for two in targets
                if one is not two and self._is_upstream(one.metric.key, two.metric.key)
            }
            for one in targets
        }
        for one, two in permutations(targets, 2):
            first, last = one.metric.key, two.metric.key
            leading = {key for key, ahead in beyond.items() if last in ahead}
            before = {key for key in leading if first in beyond[key]}
            if first in leading and leading <= before | {first}:
                yield Pair(
                    one, two, self._conversions(first, last), self._comes_out_of(first, last)
                )

    @cached_property
    def _all(self) -> tuple[Target, ...]:
        """The targets, one for each metric and period: its owner's where there is one."""
        found: dict[tuple[Key, object], Target] = {}
        for kpi in (kpi for kpis in self._system.kpis_by_metric.values() for kpi in kpis):
            metric, base, plan = self._system.metric(kpi.metric), kpi.base or 0.0, kpi.plan or 0.0
            flows = is_volume(metric) and metric.over_time == "sum"
            if flows and kpi.is_measured and min(base, plan) > 0:
                found.setdefault((metric.key, kpi.period), Target(metric, base, plan, kpi))
        return tuple(found.values())

    def _is_upstream(self, one: Key, two: Key) -> bool:
        """Whether one count flows into another, by itself or with everything it is made of.

        A count of the same things from fewer sources is made of less, too, but of the same last
        conversions: it is a part of the other and not upstream of it.
        """
        if one in self._made_of(two):
            return True
        last = self._flow.into.get(two, ())
        return (
            bool(last)
            and self._made_of(one).isdisjoint(last)
            and self._inputs_of(one) < self._inputs_of(two)
        )

    def _comes_out_of(self, one: Key, two: Key) -> bool:
        """Whether a count is another one times conversions, and nothing else."""
        passed: set[Key] = set()
        key: Key | None = two
        while key is not None and key != one and key not in passed:
            passed.add(key)
            key = self._multiplied(key)
        return key == one

    def _multiplied(self, count: Key) -> Key | None:
        """The count that another one is a part of by conversions alone, be it some months later."""
        tree = self._system.forecast.model.trees.get(count)
        if tree is None or self._is_source(count):
            return None
        factors = tuple(_factors(tree))
        counts = [key for key in factors if key is None or not self._system.metric(key).is_share]
        return counts[0] if len(counts) == 1 else None

    def _conversions(self, one: Key, two: Key) -> tuple[Key, ...]:
        """The conversions on the way between two counts, in the order of the project."""
        passed, ahead = self._made_of(one), self._made_of(two)
        stages = {key for key in passed if self._system.metric(key).kind == "stage"}
        # What does not flow through the first count flows beside it, from what that is made of.
        sources = {one} if one in ahead else {one} | stages
        return tuple(
            conversion
            for source, conversion, _ in self._flow.arrows
            if conversion in ahead and conversion not in passed
            if source in sources or not self._made_of(source).isdisjoint(sources)
        )

    def _inputs_of(self, count: Key) -> frozenset[Key]:
        """The inputs and stocks a count is computed from; itself, where it is an input."""
        if count not in self._inputs:
            made_of = {count, *self._made_of(count)}
            self._inputs[count] = frozenset(key for key in made_of if self._is_source(key))
        return self._inputs[count]

    def _made_of(self, count: Key) -> frozenset[Key]:
        """Everything that flows into a count; a stock is a source, whatever filled it before."""
        if count not in self._parts:
            trees = self._system.forecast.model.trees
            found: set[Key] = set()
            waiting = [count]
            while waiting:
                key = waiting.pop()
                fresh = (frozenset() if self._is_source(key) else metrics_in(trees[key])) - found
                found |= fresh
                waiting += fresh
            self._parts[count] = frozenset(found)
        return self._parts[count]

    def _is_source(self, key: Key) -> bool:
        is_stock = self._system.metric(key).over_time == "last"
        return is_stock or key not in self._system.forecast.model.trees


def _factors(tree: Node) -> Iterator[Key | None]:
    """The metrics that a product is made of, whatever their month; None for anything else in it."""
    match tree:
        case Binary("*", left, right):
            yield from _factors(left)
            yield from _factors(right)
        case Ref(key) | Call("lag", (Ref(key), *_)):
            yield key
        case _:
            yield None
