"""Pieces that mends are made of: KPIs given, exchanged, shared, and weights that still add up."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.base.texts import text
from workbench.checks.finding import Mend
from workbench.checks.method.levels import improved, leads_on, out_of_order
from workbench.checks.system import System
from workbench.document.edits.edit import Edit
from workbench.document.edits.kpis import Assign, ChangeKpi, Unassign
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.kpi import Kpi, Part
from workbench.document.metric import Horizon, Metric
from workbench.document.value import Key
from workbench.document.weights import LEAST, felt
from workbench.planning.assignment import proposed, rounded


def give(system: System, metric: Key, role: Key, part: Part = "owner") -> tuple[Edit, ...]:
    """A metric given to a role: agreed as the matrix proposes it, with room made for its weight.

    A metric that nobody could move before is marked as moved directly, once it has an owner.
    """
    kpi = as_noted(system, proposal(system, metric, role, part))
    kpis = tuple(one for one in system.measured_by_role[role] if one.metric != metric)
    room: tuple[Edit, ...] = ()
    if kpi.is_measured and not kpi.weight:
        kpi = kpi.having(weight=LEAST)
        room = weigh(system, kpis, 1 - LEAST)
    moved = moved_directly(system, metric) if part == "owner" else ()
    names = system.names(metric=metric, role=role)
    return (*room, *moved, Assign(kpi, names["metric"], names["role"]))


def share(system: System, metric: Key, role: Key) -> Mend:
    """A role that shares a metric with its owner."""
    names = system.names(metric=metric, role=role)
    return Mend(text("Share “{metric}” with {role}", **names), give(system, metric, role, "shared"))


def lead(system: System, metric: Key, role: Key) -> Mend:
    """A role that answers for a metric through the people it leads."""
    names = system.names(metric=metric, role=role)
    return Mend(text("Let {role} lead “{metric}”", **names), give(system, metric, role, "leader"))


def lead_instead(system: System, kpi: Kpi) -> Mend:
    """An owner that answers for the metric through the people it leads."""
    names = system.names(metric=kpi.metric, role=kpi.role)
    title = text("Let {role} lead “{metric}” instead of owning it", **names)
    return Mend(title, (change_part(system, kpi, "leader"),))


def share_instead(system: System, kpi: Kpi) -> Mend:
    """An owner that answers for the metric only together with others."""
    names = system.names(metric=kpi.metric, role=kpi.role)
    title = text("Let {role} share “{metric}” instead of owning it", **names)
    return Mend(title, (change_part(system, kpi, "shared"),))


def take_away(system: System, kpi: Kpi) -> Iterator[Mend]:
    """A KPI taken away and its weight shared out, where the role has others to be measured by."""
    others = others_of(system, kpi)
    if others:
        names = system.names(metric=kpi.metric, role=kpi.role)
        yield Mend(
            text("Take “{metric}” away from {role}, give its weight to the other KPIs", **names),
            (Unassign(frozenset({kpi.place})), *weigh(system, others)),
        )


def others_of(system: System, kpi: Kpi) -> tuple[Kpi, ...]:
    """What else the role of a KPI is measured by."""
    return tuple(one for one in system.measured_by_role[kpi.role] if one.metric != kpi.metric)


def exchange(system: System, kpi: Kpi, metric: Key) -> Mend:
    """A KPI replaced by one of another metric, with its weight, scale and ambition.

    The period comes with the plan: of a flow a plan for a month is none for a quarter.
    """
    new = _as_ambitious(system, proposal(system, metric, kpi.role, "owner"), kpi)
    new = new.having(weight=kpi.weight, scale=kpi.scale)
    names = system.names(metric=metric, role=kpi.role)
    edits = (Unassign(frozenset({kpi.place})), Assign(new, names["metric"], names["role"]))
    return Mend(text("Replace it with “{metric}”", metric=names["metric"]), edits)


def change_part(system: System, kpi: Kpi, part: Part) -> Edit:
    """Another part in the same KPI; one who only helps has no weight."""
    changes: dict[str, object] = {"part": part}
    if part == "contributor":
        changes["weight"] = 0.0
    return ChangeKpi(*kpi.place, changes, system.metric(kpi.metric).name)


def weigh(system: System, kpis: Iterable[Kpi], whole: float = 1.0) -> tuple[Edit, ...]:
    """Weights in their proportions that add up to the whole, none too light if there is room."""
    changing = tuple(kpis)
    weights = [kpi.weight for kpi in changing]
    wanted = _part(weights, whole)
    return tuple(
        ChangeKpi(*kpi.place, {"weight": weight}, system.metric(kpi.metric).name)
        for kpi, weight in zip(changing, wanted, strict=True)
        if weight != kpi.weight
    )


def change_levels(
    metric: Metric, kpis: Sequence[Kpi], changes: Mapping[str, float]
) -> tuple[ChangeKpi, ...]:
    """The same changes of base, plan and maximum for several roles."""
    return tuple(ChangeKpi(*kpi.place, changes, metric.name) for kpi in kpis)


def moved_directly(
    system: System, metric: Key, horizon: Horizon | None = "week"
) -> tuple[Edit, ...]:
    """A metric marked as one that can be moved directly, if it is not yet."""
    found = system.metric(metric)
    if found.influence.direct:
        return ()
    influence = found.influence.having(direct=True, horizon=found.influence.horizon or horizon)
    return (ChangeMetric(metric, {"influence": influence}, found.name),)


def proposal(system: System, metric: Key, role: Key, part: Part) -> Kpi:
    """What the matrix proposes; where that is no better than the forecast, a tenth more than that.

    A KPI goes from a base to a target: one without either is the next finding, and so is a
    conversion that is planned over 100%.
    """
    kpi = proposed(system.project, system.forecast, (metric, role), part)
    found = system.metric(metric)
    if found.kind == "conversion" and found.is_share and kpi.plan is not None:
        kpi = kpi.having(plan=min(kpi.plan, 1.0))
    base = kpi.plan if kpi.base is None else kpi.base
    if base is None or (kpi.base is not None and leads_on(found, kpi, {})):
        return kpi
    plan = improved(found, base, kpi.period)
    return kpi if plan is None else kpi.having(base=base, plan=plan)


def as_noted(system: System, kpi: Kpi) -> Kpi:
    """A KPI with what people have written in the cell it comes to."""
    held = system.project.kpi_by_place.get(kpi.place)
    if held is None:
        return kpi
    written = ("standards", "actions", "condition", "how")
    return kpi.having(**{member: getattr(held, member) for member in written})


def _as_ambitious(system: System, new: Kpi, agreed: Kpi) -> Kpi:
    """A KPI with as far to go, in proportion, as was agreed for the one it takes the place of."""
    metric, better = system.metric(new.metric), system.metric(agreed.metric).better
    base, levels = new.base, {"base": agreed.base or 0.0, "plan": agreed.plan or 0.0}
    if base is None or min(levels.values()) <= 0 or "within" in (better, metric.better):
        return new
    times = levels["plan"] / levels["base"]
    plan = rounded(base * times if better == metric.better else base / times)
    plan = min(plan, 1.0) if metric.is_share else plan
    wrong = out_of_order({"base": base, "plan": plan}, metric.better)
    return new if wrong or not math.isfinite(plan) else new.having(plan=plan)


def _part(weights: Sequence[float], whole: float) -> Sequence[float]:
    """Whole per cents of a part of the whole; the largest takes what is no whole one of it."""
    found = list(felt(weights, round(whole * 100)))
    if found:
        largest = found.index(max(found))
        found[largest] = round(found[largest] + whole - sum(found), 6)
    return found
