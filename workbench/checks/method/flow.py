"""How stages follow each other: what leads into one, and what crosses the border of two phases.

An arrow is a conversion between two stages. A stage flows whole into another one when it is a term
of its formula by itself, as confirmed leads are of all leads.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from workbench.checks.system import System
from workbench.document.client import Phase
from workbench.document.metric import Metric
from workbench.document.value import Key
from workbench.formula.syntax import Call, Node, Ref, metrics_in
from workbench.formula.terms import terms


def is_volume(metric: Metric) -> bool:
    """Whether it counts what goes through the funnel in a month."""
    countable = metric.unit == "count" and metric.kind in ("stage", "result")
    return countable and metric.over_time != "ratio"


@dataclass(frozen=True, slots=True)
class Junction:
    """The border of two phases that something crosses.

    `crossing` are the conversions on the border, `handed` what stands before it, `received` what
    comes first after it.
    """

    before: Phase
    after: Phase
    crossing: tuple[Key, ...]
    handed: tuple[Key, ...]
    received: tuple[Key, ...]


class Flow:
    """The funnel of a system as a graph."""

    def __init__(self, system: System) -> None:
        self._system = system

    @cached_property
    def arrows(self) -> tuple[tuple[Key, Key, Key], ...]:
        """Every arrow as (stage, conversion, stage)."""
        return tuple(
            (metric.from_stage, metric.key, metric.to_stage)
            for metric in self._system.project.metrics
            if metric.from_stage is not None and metric.to_stage is not None
        )

    @cached_property
    def into(self) -> Mapping[Key, tuple[Key, ...]]:
        """The conversions that lead into each stage that has any."""
        return _grouped((to, conversion) for _, conversion, to in self.arrows)

    @cached_property
    def poured(self) -> Mapping[Key, tuple[Key, ...]]:
        """Where each stage flows whole."""
        metrics = self._system.project.metric_by_key
        return _grouped(
            (source, target)
            for target, tree in self._system.forecast.model.trees.items()
            if metrics[target].kind == "stage"
            for source in _whole_terms(tree)
            if metrics[source].kind == "stage"
        )

    @cached_property
    def junctions(self) -> tuple[Junction, ...]:
        """The borders of neighbouring phases that something crosses, in the order of the phases."""
        found = (self._junction(*phases) for phases in pairwise(self._system.project.phases))
        return tuple(junction for junction in found if junction.handed)

    def _junction(self, before: Phase, after: Phase) -> Junction:
        phase = {metric.key: metric.phase for metric in self._system.project.metrics}
        over = [
            (source, conversion, to)
            for source, conversion, to in self.arrows
            if (phase[source], phase[to]) == (before.key, after.key)
        ]
        steps = [(source, to) for source, _, to in over] or list(self._mentions(before, after))
        return Junction(
            before, after,
            crossing=tuple(conversion for _, conversion, _ in over),
            handed=tuple(dict.fromkeys(source for source, _ in steps)),
            received=tuple(dict.fromkeys(to for _, to in steps)),
        )  # fmt: skip

    def _mentions(self, before: Phase, after: Phase) -> Iterator[tuple[Key, Key]]:
        """What is counted before a border and stands in a formula after it; ratios only compare."""
        metrics = self._system.project.metric_by_key
        for target, tree in self._system.forecast.model.trees.items():
            if metrics[target].phase == after.key and metrics[target].over_time != "ratio":
                for source in sorted(metrics_in(tree)):
                    if metrics[source].phase == before.key and is_volume(metrics[source]):
                        yield source, target


def _whole_terms(tree: Node) -> Iterator[Key]:
    """What is added up as it is, perhaps some months later."""
    for term in terms(tree):
        match term:
            case Ref(key) | Call("lag", (Ref(key), *_)):
                yield key


def _grouped(pairs: Iterable[tuple[Key, Key]]) -> dict[Key, tuple[Key, ...]]:
    found: dict[Key, dict[Key, None]] = defaultdict(dict)
    for key, one in pairs:
        found[key][one] = None
    return {key: tuple(ones) for key, ones in found.items()}
