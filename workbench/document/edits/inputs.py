"""Inputs of the plan by where they stand: reading one, and setting several as one edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from workbench.base.errors import WorkbenchError
from workbench.base.texts import Text, plural
from workbench.document.kpi import Scale
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.role import Role

InputKind = Literal["metric", "role", "kpi", "scale", "capacity", "ramp", "goal"]
KINDS: tuple[InputKind, ...] = get_args(InputKind)
ROLE_MEMBERS = ("people", "salary", "bonus", "payroll_tax", "absence", "attrition")
KPI_MEMBERS = ("base", "plan", "maximum", "weight")
SCALE_MEMBERS = ("threshold", "cap", "points", "payouts")
_LEAST_OF_SCALE = 3
_KEYS = {
    "metric": 1,
    "role": 2,
    "kpi": 3,
    "scale": _LEAST_OF_SCALE,
    "capacity": 2,
    "ramp": 1,
    "goal": 2,
}


@dataclass(frozen=True, slots=True)
class InputPlace:
    """Where an input stands: (metric), (member, role), (member, role, metric), (role, metric) for
    a capacity, (role) for a ramp, (number from one, metric) for a goal, (member, role, metric and
    further ones of the same scale) for a scale; `at` is the month from zero, the step of the ramp
    or the point of the scale."""

    kind: InputKind
    keys: tuple[str, ...]
    at: int = 0


def is_there(project: Project, place: InputPlace) -> bool:
    """Whether a project has the input; a computed metric has none."""
    try:
        held(project, place)
    except (WorkbenchError, LookupError):
        return False
    return True


def held(project: Project, place: InputPlace) -> float | None:
    """What an input holds; raises `Unknown`, or a `LookupError` where the project has none."""
    keys = place.keys
    if len(keys) != _KEYS[place.kind] and not (
        place.kind == "scale" and len(keys) > _LEAST_OF_SCALE
    ):
        raise LookupError(place)
    match place.kind:
        case "metric":
            return _in_month(project, project.metric(keys[0]), place.at)
        case "role":
            return _member(project.role(keys[1]), keys[0], ROLE_MEMBERS)
        case "kpi":
            return _member(project.kpi_by_place[keys[2], keys[1]], keys[0], KPI_MEMBERS)
        case "scale":
            return _of_scales(project, place)
        case "capacity":
            return _capacities(project.role(keys[0]))[keys[1]]
        case "ramp":
            return project.role(keys[0]).ramp[place.at]
        case "goal":
            return project.goals[_goal(project, place)].value


@dataclass(frozen=True)
class SetInputs:
    """Inputs of the plan set to other values; all or none."""

    values: Mapping[InputPlace, float]

    @property
    def title(self) -> Text:
        """Counts the inputs."""
        return plural("Change {n} input of the plan", "Change {n} inputs of the plan",
                      len(self.values))  # fmt: skip

    def apply(self, project: Project) -> Project:
        """The project with the inputs; raises `Unknown`, `Refused` or `LookupError`."""
        scales: dict[InputPlace, float] = {}
        for place, value in self.values.items():
            held(project, place)
            if place.kind == "scale":
                scales[place] = value
            else:
                project = _SETTERS[place.kind](project, place, value)
        return _with_scales(project, scales) if scales else project


def _in_month(project: Project, metric: Metric, month: int) -> float | None:
    if metric.is_computed or not 0 <= month < project.calendar.months:
        raise LookupError(metric.key)
    if not isinstance(metric.value, tuple):
        return metric.value
    return metric.value[month] if month < len(metric.value) else None


def _member(of: object, name: str, known: tuple[str, ...]) -> float | None:
    if name not in known:
        raise LookupError(name)
    value: float | None = getattr(of, name)
    return value


def _of_scales(project: Project, place: InputPlace) -> float | None:
    """What the first of the KPIs has; all must have such a point."""
    member, role, *metrics = place.keys
    scales = [project.kpi_by_place[metric, role].scale for metric in metrics]
    first, *_ = [_of_scale(scale, member, place.at) for scale in scales]
    return first


def _of_scale(scale: Scale, member: str, at: int) -> float | None:
    match member:
        case "points" | "payouts":
            return scale.points[at][member == "payouts"]
        case _:
            return _member(scale, member, SCALE_MEMBERS)


def _capacities(role: Role) -> dict[str, float]:
    return {one.metric: one.per_person for one in role.capacity}


def _goal(project: Project, place: InputPlace) -> int:
    at = int(place.keys[0]) - 1 if place.keys[0].isdecimal() else -1
    if not 0 <= at < len(project.goals) or project.goals[at].metric != place.keys[1]:
        raise LookupError(place)
    return at


def _set_metric(project: Project, place: InputPlace, value: float) -> Project:
    metric = project.metric(place.keys[0])
    months = project.calendar.months
    held_now = metric.value if isinstance(metric.value, tuple) else (metric.value,) * months
    listed = [*held_now, *(None,) * (months - len(held_now))]
    listed[place.at] = value
    same = len(set(listed)) == 1
    changed = metric.having(value=listed[0] if same else tuple(listed))
    return project.having(
        metrics=tuple(changed if one is metric else one for one in project.metrics)
    )


def _set_role(project: Project, place: InputPlace, value: float) -> Project:
    return _with_role(project, place.keys[1], **{place.keys[0]: value})


def _set_kpi(project: Project, place: InputPlace, value: float) -> Project:
    kpi = project.kpi_by_place[place.keys[2], place.keys[1]]
    changed = kpi.having(**{place.keys[0]: value})
    return project.having(kpis=tuple(changed if one is kpi else one for one in project.kpis))


def _with_scales(project: Project, values: Mapping[InputPlace, float]) -> Project:
    """All at once: half of the points of a scale may break the order of the others."""
    kpis = dict(project.kpi_by_place)
    for place, value in values.items():
        member, role, *metrics = place.keys
        for metric in metrics:
            kpi = kpis[metric, role]
            scale = _scaled(kpi.scale, member, place.at, value)
            kpis[metric, role] = kpi.having(scale=scale)
    return project.having(kpis=tuple(kpis[kpi.place] for kpi in project.kpis))


def _scaled(scale: Scale, member: str, at: int, value: float) -> Scale:
    if member not in ("points", "payouts"):
        return scale.having(**{member: value})
    points = list(scale.points)
    done, paid = points[at]
    points[at] = (value, paid) if member == "points" else (done, value)
    return scale.having(points=tuple(points))


def _set_capacity(project: Project, place: InputPlace, value: float) -> Project:
    role, metric = project.role(place.keys[0]), place.keys[1]
    capacity = tuple(
        one.having(per_person=value) if one.metric == metric else one for one in role.capacity
    )
    return _with_role(project, role.key, capacity=capacity)


def _set_ramp(project: Project, place: InputPlace, value: float) -> Project:
    ramp = list(project.role(place.keys[0]).ramp)
    ramp[place.at] = value
    return _with_role(project, place.keys[0], ramp=tuple(ramp))


def _set_goal(project: Project, place: InputPlace, value: float) -> Project:
    goals = list(project.goals)
    at = _goal(project, place)
    goals[at] = goals[at].having(value=value)
    return project.having(goals=tuple(goals))


def _with_role(project: Project, key: str, **changes: object) -> Project:
    changed = project.role(key).having(**changes)
    return project.having(roles=tuple(changed if one.key == key else one for one in project.roles))


_SETTERS: Mapping[str, Callable[[Project, InputPlace, float], Project]] = {
    "metric": _set_metric,
    "role": _set_role,
    "kpi": _set_kpi,
    "capacity": _set_capacity,
    "ramp": _set_ramp,
    "goal": _set_goal,
}
