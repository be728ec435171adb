"""How a junction is mended: what it lacks is given to the roles beside it, or made first."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.base.languages import language
from workbench.base.texts import Text, text
from workbench.checks.finding import Mend
from workbench.checks.mends.agreeing import Agreed, agree, managers
from workbench.checks.mends.kpis import proposal
from workbench.checks.method.candidates import candidates, guarding, is_full
from workbench.checks.method.flow import Junction
from workbench.checks.method.junction_sides import Side
from workbench.checks.method.levels import improved
from workbench.checks.system import System
from workbench.checks.wording import listed
from workbench.document.edits.edit import Edit
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.keys import slug
from workbench.document.kpi import Kpi, Part
from workbench.document.metric import Influence, Metric
from workbench.document.role import Role
from workbench.document.value import LONGEST_NAME, Key
from workbench.formula.values import Problem
from workbench.planning.assignment import STANDARD_SCALE, rounded


def mend_of(
    system: System, junction: Junction, missing: Mapping[Side, tuple[Key, ...]]
) -> Mend | None:
    """One step that gives a junction all it lacks; None where nobody is employed to get it.

    There is none either where the cost of one would be a division by nothing.
    """
    repair = _Repair(system, junction)
    if not system.staff or (repair.needs_cost(missing) and not repair.has_number):
        return None
    agreed = [repair.agreed(side, metrics) for side, metrics in missing.items()]
    names = listed(f"{metric.name} ({system.role(kpi.role).name})" for metric, kpi in agreed)
    return Mend(
        text("Measure the hand-off by: {names}", names=names),
        (*agree(system, agreed), *repair.guards(agreed)),
        _note(agreed),
    )


def _note(agreed: Iterable[Agreed]) -> Text | None:
    """What is left to do where a KPI has no numbers yet."""
    empty = [metric.name for metric, kpi in agreed if kpi.plan is None]
    return (
        text("Still to be agreed on, base and plan: {names}", names=listed(empty))
        if empty
        else None
    )


@dataclass(frozen=True)
class _Repair:
    system: System
    junction: Junction

    def needs_cost(self, missing: Mapping[Side, tuple[Key, ...]]) -> bool:
        """Whether a cost of one must be made first."""
        return "cost" in missing and self._computed(missing["cost"]) is None

    @property
    def has_number(self) -> bool:
        """Whether what is handed over is never nothing, as far as it is known."""
        return 0 not in self.system.forecast.values[self._stage.key]

    def agreed(self, side: Side, fitting: Iterable[Key]) -> Agreed:
        """The metric of a side and the KPI made of it."""
        match side:
            case "quantity":
                return self._quantity(next(iter(fitting)))
            case "cost":
                return self._cost(fitting)
            case "quality":
                return self._quality(fitting)

    def guards(self, agreed: Iterable[Agreed]) -> tuple[Edit, ...]:
        """A quality that is new made the counter-metric of the quantity."""
        stage = self._stage
        return tuple(
            ChangeMetric(stage.key, {"guards": (*stage.guards, metric.key)}, stage.name)
            for metric, _ in agreed
            if metric.unit == "percent" and metric.key not in self.system.project.metric_by_key
        )

    def _quantity(self, key: Key) -> Agreed:
        metric = self.system.metric(key)
        whole = metric.is_computed and not metric.influence.direct
        return self._given(key, self._with_room(self._staff), "shared" if whole else "owner")

    def _cost(self, fitting: Iterable[Key]) -> Agreed:
        roles = (*managers(self.system), *self._staff)
        computed = self._computed(fitting)
        if computed is None:
            return self._new_cost(self._with_room(roles))
        return self._given(computed, self._with_room(roles, computed), "owner")

    def _computed(self, fitting: Iterable[Key]) -> Key | None:
        return next((key for key in fitting if self.system.metric(key).is_computed), None)

    def _quality(self, fitting: Iterable[Key]) -> Agreed:
        key = next(iter(fitting), None)
        if key is not None:
            roles = (*candidates(self.system, key), *self._staff)
            return self._given(key, self._with_room(roles, key), "owner")
        # It will guard the quantity, and nobody should own a metric and what guards it.
        owner = self.system.owners.get(self._stage.key)
        others = [role for role in self._staff if role != owner] or self._staff
        return self._new_fit(self._with_room(others))

    def _given(self, key: Key, role: Key, part: Part) -> Agreed:
        return self.system.metric(key), proposal(self.system, key, role, part)

    def _new_cost(self, owner: Key) -> Agreed:
        """The cost of the roles that bring about what is handed over, by what is handed over."""
        stage, roles = self._stage, self._makers
        costs = " + ".join(f"cost({role.key})" for role in roles)
        metric = self._beside(text("Cost of one: {stage}", stage=stage.name)).having(
            kind="result",
            unit="money",
            over_time="ratio",
            formula=f"({costs}) / {stage.key}" if len(roles) > 1 else f"{costs} / {stage.key}",
            better="lower",
            influence=Influence(direct=True, horizon="month"),
        )
        volume = self.system.forecast.monthly(stage.key)
        cost = math.fsum(role.monthly_cost for role in roles)
        if isinstance(volume, Problem) or volume <= 0 or cost <= 0:
            return metric, _new_kpi(metric, owner, None)
        return metric, _new_kpi(metric, owner, rounded(cost / volume))

    def _new_fit(self, owner: Key) -> Agreed:
        name = text("Fit with the target profile: {stage}", stage=self._stage.name)
        metric = self._beside(name).having(
            unit="percent", over_time="mean", influence=Influence(direct=True, horizon="week")
        )
        return metric, _new_kpi(metric, owner, None)

    def _beside(self, name: Text) -> Metric:
        """A new metric beside what is handed over, named in the language of the project."""
        project, stage = self.system.project, self._stage
        said = language(project.language).say(name)[:LONGEST_NAME]
        metric = Metric(key=slug(said, project.metric_by_key), name=said)
        return metric.having(
            phase=self.junction.before.key, source=stage.source, recorded_by=stage.recorded_by
        )

    def _with_room(self, roles: Iterable[Key], metric: Key | None = None) -> Key:
        """The first role that can mind one KPI more, and does not own what guards the metric."""

        def rank(role: Key) -> tuple[bool, bool]:
            guards = metric is not None and bool(guarding(self.system, metric, role))
            return guards, is_full(self.system, role)

        return min(roles, key=rank)

    @cached_property
    def _makers(self) -> tuple[Role, ...]:
        """The staff that own anything up to what is handed over, else who hands it over."""
        up_to = {self._stage.key, *self.system.beneath(self._stage.key)}
        owners = {owner for key, owner in self.system.owners.items() if key in up_to}
        makers = tuple(role for role in self.system.staff if role.key in owners)
        return makers or (self.system.role(self._staff[0]),)

    @cached_property
    def _staff(self) -> tuple[Key, ...]:
        """The staff: who owns what is handed over or leads to it, then those beside it."""
        stage, everybody = self._stage.key, [role.key for role in self.system.staff]
        into = [
            key
            for key in self.system.arrows.get(stage, ())
            if self.system.metric(key).to_stage == stage
        ]
        owners = [self.system.owners.get(key) for key in (stage, *into)]
        near = [role for role in owners if role in everybody]
        beside = candidates(self.system, stage)
        return tuple(dict.fromkeys((*near, *beside, *managers(self.system), *everybody)))

    @property
    def _stage(self) -> Metric:
        return self.system.metric(self.junction.handed[0])


def _new_kpi(metric: Metric, role: Key, base: float | None) -> Kpi:
    """A KPI to go on from where things are, if that is known."""
    kpi = Kpi(metric=metric.key, role=role, period="month", scale=STANDARD_SCALE)
    return kpi if base is None else kpi.having(base=base, plan=improved(metric, base))
