"""The system of KPIs under examination: a project with its numbers, and look-ups all checks use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from workbench.checks.method.homes import Homes
from workbench.checks.method.terms import is_called
from workbench.document.kpi import PARTS, Kpi
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.formula.syntax import metrics_in
from workbench.formula.terms import terms
from workbench.formula.values import Problem
from workbench.planning.control import Control
from workbench.planning.factors import influenceable_factors
from workbench.planning.forecast import Forecast
from workbench.planning.team import Load, load


class System:
    """What a check looks at; nothing in it changes, everything is computed once and on demand."""

    def __init__(self, forecast: Forecast) -> None:
        self.forecast = forecast
        self.project: Project = forecast.project
        self.control = Control(forecast)
        self._beneath: dict[Key, frozenset[Key]] = {}
        self._factors: dict[Key, tuple[Key, ...]] = {}
        self._neighbours: dict[Key, tuple[Key, ...]] = {}

    def metric(self, key: Key) -> Metric:
        """The metric of a key."""
        return self.project.metric_by_key[key]

    def role(self, key: Key) -> Role:
        """The role of a key."""
        return self.project.role_by_key[key]

    def names(self, *, metric: Key = "", role: Key = "") -> dict[str, str]:
        """The names for a sentence that has `{metric}` and `{role}` in it."""
        found = {}
        if metric:
            found["metric"] = self.metric(metric).name
        if role:
            found["role"] = self.role(role).name
        return found

    @cached_property
    def measured(self) -> tuple[Kpi, ...]:
        """Every KPI that somebody is measured by: all but those a role only helps with."""
        return tuple(kpi for kpi in self.project.kpis if kpi.is_measured)

    @cached_property
    def kpis_by_metric(self) -> Mapping[Key, tuple[Kpi, ...]]:
        """All KPIs of each metric that has any, owner first."""
        found: dict[Key, list[Kpi]] = defaultdict(list)
        for kpi in sorted(self.project.kpis, key=lambda kpi: PARTS.index(kpi.part)):
            found[kpi.metric].append(kpi)
        return {key: tuple(kpis) for key, kpis in found.items()}

    @cached_property
    def measured_by_role(self) -> Mapping[Key, tuple[Kpi, ...]]:
        """The KPIs every role is measured by, none for some."""
        found: dict[Key, list[Kpi]] = {role.key: [] for role in self.project.roles}
        for kpi in self.measured:
            found[kpi.role].append(kpi)
        return {key: tuple(kpis) for key, kpis in found.items()}

    @cached_property
    def owners(self) -> Mapping[Key, Key]:
        """The role that owns each owned metric; of several the first."""
        return {
            metric: kpis[0].role
            for metric, kpis in self.kpis_by_metric.items()
            if kpis[0].part == "owner"
        }

    @cached_property
    def staff(self) -> tuple[Role, ...]:
        """The roles that are employed."""
        return tuple(role for role in self.project.roles if role.employment == "staff")

    @cached_property
    def contractors(self) -> frozenset[Key]:
        """The roles that are hired from outside."""
        return frozenset(r.key for r in self.project.roles if r.employment == "contractor")

    @cached_property
    def marketers(self) -> frozenset[Key]:
        """The employed roles of marketing alone: one that sells as well answers for sales, too."""
        return frozenset(
            role.key
            for role in self.staff
            if is_called(role, "marketer") and not is_called(role, "sales")
        )

    @cached_property
    def homes(self) -> Homes:
        """Where in the funnel each role works."""
        return Homes(self.project, self.marketers, self.beneath)

    @cached_property
    def users(self) -> Mapping[Key, tuple[Key, ...]]:
        """What is computed from each metric at once, in the order of the project."""
        found: dict[Key, list[Key]] = defaultdict(list)
        for user, tree in self.forecast.model.trees.items():
            for key in sorted(metrics_in(tree)):
                found[key].append(user)
        return {key: tuple(users) for key, users in found.items()}

    @cached_property
    def arrows(self) -> Mapping[Key, tuple[Key, ...]]:
        """The conversions drawn at each stage, those into it before those out of it."""
        found: dict[Key, list[Key]] = defaultdict(list)
        for end in ("to_stage", "from_stage"):
            for metric in self.project.metrics:
                if metric.is_arrow:
                    found[getattr(metric, end)].append(metric.key)
        return {key: tuple(arrows) for key, arrows in found.items()}

    @cached_property
    def guarded_by(self) -> Mapping[Key, tuple[Metric, ...]]:
        """The metrics that each counter-metric watches."""
        found: dict[Key, list[Metric]] = defaultdict(list)
        for metric in self.project.metrics:
            for guard in metric.guards:
                found[guard].append(metric)
        return {key: tuple(metrics) for key, metrics in found.items()}

    @cached_property
    def loads(self) -> Mapping[Key, Load]:
        """The load of the employed roles that have a capacity, as far as it has numbers."""
        found = {role.key: load(self.forecast, role) for role in self.staff if role.capacity}
        return {key: one for key, one in found.items() if one.peak_month is not None}

    def factors(self, metric: Key) -> tuple[Key, ...]:
        """What somebody can move beneath a result, the nearest first."""
        if metric not in self._factors:
            self._factors[metric] = influenceable_factors(self.forecast, metric)
        return self._factors[metric]

    def own_levers(self, role: Key, metric: Key) -> tuple[Key, ...]:
        """What a role owns and moves beneath a result, the strongest first."""
        levers = self.control.levers(metric)
        return tuple(one.metric for one in levers if one.owner == role and one.metric != metric)

    def neighbours(self, metric: Key) -> tuple[Key, ...]:
        """What is computed from a metric, with the factors beside it there, and what it comes from.

        A conversion stands between its stages, and a stage between its conversions.
        """
        if metric not in self._neighbours:
            self._neighbours[metric] = tuple(dict.fromkeys(self._beside(metric)))
        return self._neighbours[metric]

    def _beside(self, metric: Key) -> Iterator[Key]:
        for user in self.users.get(metric, ()):
            yield user
            for term in terms(self.forecast.model.trees[user]):
                mentioned = metrics_in(term)
                yield from sorted(mentioned) if metric in mentioned else ()
        yield from sorted(self.mentioned(metric))
        found = self.metric(metric)
        yield from (key for key in (found.from_stage, found.to_stage) if key is not None)
        yield from self.arrows.get(metric, ())

    def mentioned(self, metric: Key) -> frozenset[Key]:
        """What stands in the formula of a metric; nothing where there is none that works."""
        tree = self.forecast.model.trees.get(metric)
        return metrics_in(tree) if tree is not None else frozenset()

    def is_broken(self, metric: Key) -> bool:
        """Whether a metric has no number in any month because some formula gives none."""
        return all(
            isinstance(one, Problem) and self.metric(one.metric or metric).is_computed
            for one in self.forecast.values[metric]
        )

    def beneath(self, metric: Key) -> frozenset[Key]:
        """Everything a metric is computed from, directly or not, in any month."""
        if metric not in self._beneath:
            found: set[Key] = set()
            waiting = [metric]
            while waiting:
                fresh = self.mentioned(waiting.pop()) - found
                found |= fresh
                waiting.extend(fresh)
            self._beneath[metric] = frozenset(found)
        return self._beneath[metric]
