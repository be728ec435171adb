"""Counter-metrics that a project has already for a metric that is easily gamed."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.method.gaming import Gaming
from workbench.checks.system import System
from workbench.document.metric import Metric
from workbench.document.value import Key


class Counters:
    """The counter-metrics of a system; which metrics hold a kind of gaming is found once."""

    def __init__(self, system: System) -> None:
        self._system = system
        self._holding: dict[str, tuple[Metric, ...]] = {}

    def of(self, metric: Metric, kind: Gaming | None) -> tuple[Key, ...]:
        """What could watch a metric, the best first: what is known to, then what follows.

        What another role owns comes before what the owner of the metric owns itself.
        """
        ahead = tuple(_ahead(self._system, metric))
        known = self._known(kind) if kind else ()
        near = (one.key for one in known if not (ahead and one.is_arrow) or one.key in ahead)
        found = (
            key
            for key in dict.fromkeys((*near, *ahead))
            if key != metric.key and not _same(self._system, metric.key, key)
        )
        owner = self._system.owners.get(metric.key, "")
        return tuple(sorted(found, key=lambda key: owns(self._system, owner, key)))

    def _known(self, kind: Gaming) -> tuple[Metric, ...]:
        if kind.key not in self._holding:
            project = self._system.project
            self._holding[kind.key] = tuple(
                metric for metric in project.metrics if kind.is_held_by(project, metric)
            )
        return self._holding[kind.key]


def owns(system: System, role: Key, metric: Key) -> bool:
    """Whether a role is the owner of a metric."""
    return system.owners.get(metric) == role


def is_held(system: System, metric: Metric) -> bool:
    """Whether the step that a metric belongs to is watched: a stage and what it is computed by."""
    stage = metric.to_stage or metric.key
    step = {stage, *(key for key in system.mentioned(stage) if _is_factor(system, key))}
    return any(system.metric(key).guards for key in step)


def _is_factor(system: System, metric: Key) -> bool:
    return system.metric(metric).kind in ("conversion", "driver")


def _same(system: System, one: Key, other: Key) -> bool:
    """Whether one of two metrics is computed from the other alone."""
    return system.mentioned(one) == {other} or system.mentioned(other) == {one}


def _ahead(system: System, metric: Metric) -> Iterator[Key]:
    """The conversions that lead on from a metric, or from the stages made of it; nearest first."""
    level = [metric.to_stage or metric.key]
    seen: set[Key] = set()
    while level:
        seen.update(level)
        after: list[Key] = []
        for stage in level:
            arrows = [key for key in system.arrows.get(stage, ()) if _leaves(system, key, stage)]
            yield from arrows
            ends = [system.metric(key).to_stage for key in arrows]
            after += [end for end in ends if end] or _stages_of(system, stage)
        level = [key for key in dict.fromkeys(after) if key not in seen]


def _leaves(system: System, arrow: Key, stage: Key) -> bool:
    return system.metric(arrow).from_stage == stage


def _stages_of(system: System, metric: Key) -> list[Key]:
    """The stages computed from a metric."""
    users = system.users.get(metric, ())
    return [key for key in users if system.metric(key).kind == "stage"]
