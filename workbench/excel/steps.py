"""How the stages of a funnel follow each other, and in what order they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.document.project import Project
from workbench.formula.syntax import metrics_in
from workbench.planning.forecast import Forecast


@dataclass(frozen=True)
class Steps:
    """The arrows of the funnel: from a stage to the next, by the conversion where there is one."""

    arrows: tuple[tuple[str, str, str | None], ...]

    def before(self, stages: Iterable[str]) -> frozenset[str]:
        """The stages and everything that leads to them."""
        return _reached(stages, self._sources)

    def after(self, stages: Iterable[str]) -> frozenset[str]:
        """The stages and everything that follows from them."""
        return _reached(stages, self._targets)

    @cached_property
    def _sources(self) -> Mapping[str, list[str]]:
        return _grouped((end, start) for start, end, _ in self.arrows)

    @cached_property
    def _targets(self) -> Mapping[str, list[str]]:
        return _grouped((start, end) for start, end, _ in self.arrows)

    def depth(self, stage: str) -> int:
        """How many stages lead to one, itself included."""
        return len(self.before([stage]))

    def conversion(self, start: str, end: str) -> str | None:
        """The conversion into a stage, if this is the only way into it."""
        into = [(one, key) for one, two, key in self.arrows if two == end]
        return into[0][1] if [one for one, _ in into] == [start] else None


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
    return found


def _reached(stages: Iterable[str], steps: Mapping[str, list[str]]) -> frozenset[str]:
    known: set[str] = set()
    waiting = list(stages)
    while waiting:
        stage = waiting.pop()
        if stage not in known:
            known.add(stage)
            waiting += steps.get(stage, ())
    return frozenset(known)


def steps_of(forecast: Forecast) -> Steps:
    """The arrows of a project: its conversions, and stages that a stage's formula mentions."""
    project, trees = forecast.project, forecast.model.trees
    arrows = {
        (metric.from_stage, metric.to_stage): metric.key
        for metric in project.metrics
        if metric.from_stage is not None and metric.to_stage is not None
    }
    stages = all_stages(project)
    plain = {
        (start, end): None
        for end, tree in trees.items()
        for start in sorted(metrics_in(tree) & stages)
        if end in stages and start != end
    }
    return Steps(tuple((start, end, key) for (start, end), key in (plain | arrows).items()))


def all_stages(project: Project) -> frozenset[str]:
    """The stages of a project."""
    return frozenset(metric.key for metric in project.metrics if metric.kind == "stage")


def in_order(steps: Steps, stages: Iterable[str], project: Project) -> list[str]:
    """Stages in the order of the funnel, those at one depth in that of the project."""
    places = {metric.key: at for at, metric in enumerate(project.metrics)}
    return sorted(stages, key=lambda key: (steps.depth(key), places[key]))
