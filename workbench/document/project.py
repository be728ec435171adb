"""The project: the root of one client's file, its look-ups and its invariants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal, Self, TypeVar

from pydantic import model_validator

from workbench.base.errors import WorkbenchError
from workbench.base.texts import text
from workbench.document.client import Calendar, Channel, Client, Phase
from workbench.document.growth import Growth
from workbench.document.kpi import PARTS, Kpi, Task
from workbench.document.metric import Metric
from workbench.document.plan import Actual, Approval, Goal, Journey, Scenario
from workbench.document.refusal import Place, Refused
from workbench.document.role import Role
from workbench.document.rules import broken_rules
from workbench.document.value import Key, Value

FORMAT: Literal["kpi-workbench"] = "kpi-workbench"
VERSION: Literal[1] = 1
V = TypeVar("V")


class Project(Value):
    """One client engagement; every reference in it leads somewhere and every key is unique."""

    format: Literal["kpi-workbench"] = FORMAT
    version: Literal[1] = VERSION
    language: Literal["ru", "en"] = "en"
    client: Client = Client()
    calendar: Calendar
    phases: tuple[Phase, ...] = ()
    channels: tuple[Channel, ...] = ()
    metrics: tuple[Metric, ...] = ()
    roles: tuple[Role, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    tasks: tuple[Task, ...] = ()
    goals: tuple[Goal, ...] = ()
    growth: Growth | None = None
    scenarios: tuple[Scenario, ...] = ()
    actuals: tuple[Actual, ...] = ()
    journeys: tuple[Journey, ...] = ()
    approvals: tuple[Approval, ...] = ()

    @cached_property
    def metric_by_key(self) -> dict[Key, Metric]:
        """Look-up of metrics; not to be changed."""
        return {metric.key: metric for metric in self.metrics}

    @cached_property
    def role_by_key(self) -> dict[Key, Role]:
        """Look-up of roles; not to be changed."""
        return {role.key: role for role in self.roles}

    @cached_property
    def kpi_by_place(self) -> dict[tuple[Key, Key], Kpi]:
        """Look-up of KPIs by (metric, role); not to be changed."""
        return {kpi.place: kpi for kpi in self.kpis}

    def metric(self, key: Key) -> Metric:
        """The metric of a key; raises `Unknown`."""
        return _found(self.metric_by_key, key)

    def role(self, key: Key) -> Role:
        """The role of a key; raises `Unknown`."""
        return _found(self.role_by_key, key)

    def kpis_of_role(self, role: Key) -> tuple[Kpi, ...]:
        """A role's KPIs in the order of the project."""
        return tuple(kpi for kpi in self.kpis if kpi.role == role)

    def kpis_of_metric(self, metric: Key) -> tuple[Kpi, ...]:
        """The KPIs made of a metric, owner first."""
        found = (kpi for kpi in self.kpis if kpi.metric == metric)
        return tuple(sorted(found, key=lambda kpi: PARTS.index(kpi.part)))

    @model_validator(mode="after")
    def _hold_together(self) -> Self:
        for member in ("phases", "channels", "metrics", "roles", "scenarios"):
            _demand_unique(member, (item.key for item in getattr(self, member)))
        _demand_unique("kpis", (f"{kpi.metric} × {kpi.role}" for kpi in self.kpis))
        known = {
            member: {item.key for item in getattr(self, member)}
            for member in ("phases", "channels", "metrics", "roles")
        }
        for place, member, key in _references(self):
            if key not in known[member]:
                raise Refused(
                    place, text("“{key}” is not one of the {member}", key=key, member=member)
                )
        for place, reason in broken_rules(self):
            raise Refused(place, reason)
        return self


class Unknown(WorkbenchError):
    """A key that nothing in the project has."""


def _found(things: dict[Key, V], key: Key) -> V:
    if key not in things:
        raise Unknown(text("there is no “{key}” in this project", key=key))
    return things[key]


def _demand_unique(member: str, keys: Iterable[str]) -> None:
    seen = set()
    for index, key in enumerate(keys):
        if key in seen:
            raise Refused((member, index), text("“{key}” is there twice", key=key))
        seen.add(key)


def _references(project: Project) -> Iterator[tuple[Place, str, Key]]:
    """Every place that names something else: (place, member it must be in, key)."""
    for index, metric in enumerate(project.metrics):
        for name in ("phase", "channel", "from_stage", "to_stage"):
            key = getattr(metric, name)
            if key is not None:
                member = {"phase": "phases", "channel": "channels"}.get(name, "metrics")
                yield ("metrics", index, name.removesuffix("_stage")), member, key
        for at, key in enumerate(metric.guards):
            yield ("metrics", index, "guards", at), "metrics", key
    for index, role in enumerate(project.roles):
        for at, capacity in enumerate(role.capacity):
            yield ("roles", index, "capacity", at, "metric"), "metrics", capacity.metric
    for index, kpi in enumerate(project.kpis):
        yield ("kpis", index, "metric"), "metrics", kpi.metric
        yield ("kpis", index, "role"), "roles", kpi.role
    for index, task in enumerate(project.tasks):
        yield ("tasks", index, "role"), "roles", task.role
    for member in ("goals", "actuals"):
        for index, item in enumerate(getattr(project, member)):
            yield (member, index, "metric"), "metrics", item.metric
    for index, scenario in enumerate(project.scenarios):
        for key in scenario.values:
            yield ("scenarios", index, "values", key), "metrics", key
    yield from _touched(project)
    yield from _grown(project)


def _touched(project: Project) -> Iterator[tuple[Place, str, Key]]:
    members = {"channel": "channels", "role": "roles", "stage": "metrics"}
    for index, journey in enumerate(project.journeys):
        for at, touch in enumerate(journey.touches):
            for name, member in members.items():
                key = getattr(touch, name)
                if key is not None:
                    yield ("journeys", index, "touches", at, name), member, key


def _grown(project: Project) -> Iterator[tuple[Place, str, Key]]:
    if project.growth is None:
        return
    if project.growth.metric is not None:
        yield ("growth", "metric"), "metrics", project.growth.metric
    for index, source in enumerate(project.growth.sources):
        yield ("growth", "sources", index, "channel"), "channels", source.channel
