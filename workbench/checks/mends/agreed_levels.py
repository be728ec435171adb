"""Base, plan and maximum as they are agreed: alike among roles, and in the order of the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbench.checks.system import System
from workbench.document.edits.kpis import ChangeKpi
from workbench.document.kpi import Kpi
from workbench.document.metric import Metric

Levels = Mapping[str, float]
_ON_THE_WAY = ("base", "plan", "maximum")


def levels_of(kpi: Kpi) -> Levels:
    """The levels that are set, in the order of the way."""
    found = {name: getattr(kpi, name) for name in _ON_THE_WAY}
    return {name: level for name, level in found.items() if level is not None}


def agreed_alike(system: System, metric: Metric) -> Iterator[Sequence[Kpi]]:
    """The KPIs of a metric, those with the same levels together, owners first."""
    groups: dict[object, list[Kpi]] = {}
    for kpi in system.kpis_by_metric.get(metric.key, ()):
        groups.setdefault((kpi.base, kpi.plan, kpi.maximum, kpi.period), []).append(kpi)
    yield from groups.values()


def leads_on(metric: Metric, kpi: Kpi, changes: Levels) -> bool:
    """Whether base, plan and maximum still lead the right way after some changes."""
    levels = {**levels_of(kpi), **changes}
    way = [levels[name] for name in _ON_THE_WAY if name in levels]
    in_order = way == sorted(way, reverse=metric.better == "lower")
    stands_still = "base" in levels and levels["base"] == levels.get("plan")
    return metric.better == "within" or (in_order and not stands_still)


def changed(metric: Metric, kpis: Sequence[Kpi], changes: Levels) -> tuple[ChangeKpi, ...]:
    """The same changes of levels for several roles."""
    return tuple(ChangeKpi(*kpi.place, changes, metric.name) for kpi in kpis)
