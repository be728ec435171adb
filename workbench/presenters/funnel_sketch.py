"""A funnel in small: its main chain of stages as bars in the colours of those who answer."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.forecast import Forecast

NOBODY = "#9AA3B2"
_MOST = 6
_LEAST_HEIGHT = 0.2
_FLATTENING = 0.33  # a thousand visits and ten deals must both be seen


@dataclass(frozen=True, slots=True)
class Bar:
    """A stage; `height` is a share of the highest bar."""

    name: str
    color: str
    height: float


def sketch(forecast: Forecast) -> tuple[Bar, ...]:
    """The last stages of the longest chain."""
    project = forecast.project
    chain = longest_chain(project)[-_MOST:]
    volumes = {key: _volume(forecast, key) for key in chain}
    largest = max(volumes.values(), default=0.0) or 1.0
    return tuple(
        Bar(
            project.metric(key).name,
            _color(project, key),
            max((volumes[key] / largest) ** _FLATTENING, _LEAST_HEIGHT),
        )
        for key in chain
    )


def longest_chain(project: Project) -> tuple[Key, ...]:
    """Stages that conversions lead through, one after another; a circle ends where it began."""
    ways: dict[Key, list[Key]] = {}
    for metric in project.metrics:
        if metric.from_stage is not None and metric.to_stage is not None:
            ways.setdefault(metric.from_stage, []).append(metric.to_stage)
    known: dict[Key, tuple[Key, ...]] = {}
    chains = [_from(stage, ways, known, ()) for stage in ways]
    return max(chains, key=len, default=())


def _from(
    stage: Key,
    ways: dict[Key, list[Key]],
    known: dict[Key, tuple[Key, ...]],
    walked: tuple[Key, ...],
) -> tuple[Key, ...]:
    if stage in known:
        return known[stage]
    walked = (*walked, stage)
    onward = [
        _from(target, ways, known, walked) for target in ways.get(stage, ()) if target not in walked
    ]
    known[stage] = (stage, *max(onward, key=len, default=()))
    return known[stage]


def _volume(forecast: Forecast, key: Key) -> float:
    value = forecast.monthly(key)
    return 0.0 if isinstance(value, Problem) else max(value, 0.0)


def _color(project: Project, key: Key) -> str:
    """The owner's colour of the stage or of a conversion into it."""
    inward = [metric.key for metric in project.metrics if metric.to_stage == key]
    for metric in (key, *inward):
        kpis = project.kpis_of_metric(metric)
        if kpis:
            return project.role(kpis[0].role).color
    return NOBODY
