"""Too many KPIs, or none

Finds an employed role that is measured by more KPIs than one can mind (five, for a manager seven)
or by none, and a contractor with neither a task nor a KPI. What a role only helps with does not
count.

Attention is what a KPI buys. Ten KPIs buy none: a person minds the easiest of them. A role without
KPIs answers for nothing, and nobody can say whether it is needed.

Keep the KPIs that matter most and let the role help with the others; give a role without KPIs
something that it moves, or do without the role. Agree on tasks with a contractor.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.base.texts import Text, plural, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.kpis import change_part, give, lead, weigh
from workbench.checks.method.candidates import candidates
from workbench.checks.method.money import is_money_coming_in
from workbench.checks.system import System
from workbench.checks.wording import named
from workbench.document.kpi import Kpi
from workbench.document.metric import Metric
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.formula.staffing import RemoveRole
from workbench.planning.assignment import most_kpis

_MOST_OFFERS = 2


def find(system: System) -> Iterator[Finding]:
    """Roles with more KPIs than they can mind, and roles that answer for nothing."""
    busy = {task.role for task in system.project.tasks}
    for role in system.project.roles:
        kpis = system.measured_by_role[role.key]
        if role.key in system.contractors:
            if not kpis and role.key not in busy:
                yield _idle_contractor(role)
        elif not kpis:
            yield _without(system, role)
        elif len(kpis) > most_kpis(system.project, role.key):
            yield _too_many(system, role, kpis)


def _idle_contractor(role: Role) -> Finding:
    message = text("{role} is a contractor without a single task to deliver", role=role.name)
    return Finding("warning", message, role=role.key)


def _without(system: System, role: Role) -> Finding:
    offers = [*_leading(system, role), *(_own(system, key, role) for key in _nearest(system, role))]
    return Finding(
        "warning",
        text("{role} has no KPIs and answers for nothing", role=role.name),
        role=role.key,
        mends=tuple(offers[:_MOST_OFFERS]) or (_removed(system, role),),
    )


def _too_many(system: System, role: Role, kpis: Sequence[Kpi]) -> Finding:
    most = most_kpis(system.project, role.key)
    return Finding(
        "warning",
        plural(
            "{role} is measured by {n} KPI: nobody can mind more than {most}",
            "{role} is measured by {n} KPIs: nobody can mind more than {most}",
            len(kpis), role=role.name, most=most,
        ),
        role=role.key,
        basis=(len(kpis), most),
        mends=(_fewer(system, role, kpis, most),),
    )  # fmt: skip


def _fewer(system: System, role: Role, kpis: Sequence[Kpi], most: int) -> Mend:
    ranked = _worthiest_first(system, kpis)
    kept, others = ranked[:most], ranked[most:]
    helped = (change_part(system, kpi, "contributor") for kpi in others)
    title = text(
        "Let {role} only help with: {metrics}",
        role=role.name, metrics=named(system, (kpi.metric for kpi in others)),
    )  # fmt: skip
    return Mend(title, (*helped, *weigh(system, kept)), _ownerless(system, others))


def _worthiest_first(system: System, kpis: Sequence[Kpi]) -> list[Kpi]:
    """What nobody else would move, then by weight.

    What a manager leads comes first once, because it makes the manager.
    """
    ranked = sorted(kpis, key=lambda kpi: (not _is_needed(system, kpi), -kpi.weight))
    led = next((kpi for kpi in ranked if kpi.part == "leader"), None)
    return ranked if led is None else [led, *(kpi for kpi in ranked if kpi is not led)]


def _is_needed(system: System, kpi: Kpi) -> bool:
    """Whether it is the owner's alone to move, and without the owner nobody is measured by it."""
    measured = (one for one in system.kpis_by_metric[kpi.metric] if one.is_measured)
    is_alone = all(one.role == kpi.role or one.role in system.contractors for one in measured)
    return kpi.part == "owner" and system.metric(kpi.metric).influence.direct and is_alone


def _ownerless(system: System, kpis: Sequence[Kpi]) -> Text | None:
    owned = [kpi.metric for kpi in kpis if kpi.part == "owner"]
    if not owned:
        return None
    return text("Left without an owner: {metrics}", metrics=named(system, owned))


def _nearest(system: System, role: Role) -> list[Key]:
    """What can be moved and nobody owns, the nearest to the work of a role first.

    Where it is known what a role does, what has nothing to do with that is left out, and so is what
    would rather be given to others, if there is anything else.
    """
    free = [
        metric.key
        for metric in system.project.metrics
        if metric.influence.direct and metric.kind != "standard" and metric.key not in system.owners
    ]
    circles = _circles(system, role)
    distance = {key: at for at, circle in reversed([*enumerate(circles)]) for key in circle}
    near = [key for key in free if key in distance] if any(circles) else free
    near = [key for key in near if system.homes.is_home(role.key, key) is not False]
    fitting = [key for key in near if candidates(system, key)[:1] == (role.key,)]

    def rank(key: Key) -> tuple[int, float]:
        return distance.get(key, 0), system.homes.way(role.key, key)

    return sorted(fitting or near, key=rank)


def _circles(system: System, role: Role) -> tuple[set[Key], ...]:
    """What a role does and what is ever further: helped with, handled, beside that, alike."""
    helped = {kpi.metric for kpi in system.project.kpis_of_role(role.key)}
    handled = {capacity.metric for capacity in role.capacity}
    beside = {arrow for key in handled for arrow in system.arrows.get(key, ())}
    beneath = {factor for key in handled for factor in system.factors(key)}
    phases = {system.metric(key).phase for key in helped | handled} - {None}
    alike = {metric.key for metric in system.project.metrics if metric.phase in phases}
    return helped, handled, beside, beneath, alike


def _leading(system: System, role: Role) -> Iterator[Mend]:
    """What who leads sales answers for through people: the money that sales bring."""
    if role.key in system.homes.leaders:
        results = (one for one in system.project.metrics if one.is_computed and _is_earned(one))
        moved = [one for one in results if system.factors(one.key)]
        moved.sort(key=is_money_coming_in, reverse=True)
        yield from (lead(system, one.key, role.key) for one in moved[:1])


def _is_earned(metric: Metric) -> bool:
    return metric.unit == "money" and metric.better == "higher"


def _own(system: System, metric: Key, role: Role) -> Mend:
    names = system.names(metric=metric, role=role.key)
    return Mend(
        text("Make {role} the owner of “{metric}”", **names), give(system, metric, role.key)
    )


def _removed(system: System, role: Role) -> Mend:
    edit = RemoveRole(role.key, role.name, system.forecast.known)
    note = text("Its people and their cost leave the formulas, too")
    return Mend(edit.title, (edit,), note, is_claim=True)


CHECK = Check("KPI202", find, __doc__)
