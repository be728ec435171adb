"""Simple facts about the project that decide whether it can be sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import isclose

from workbench.base.texts import Text, plural, text
from workbench.document.kpi import Kpi
from workbench.document.role import Role
from workbench.planning.forecast import Forecast
from workbench.presenters.desk import Desk
from workbench.presenters.selection import Selected
from workbench.presenters.sheets.picture import Fact

_MOST_NAMED = 12


def facts(desk: Desk, roles: Iterable[Role]) -> tuple[Fact, ...]:
    """What is ready and what is missing, for the roles that get a sheet."""
    chosen = tuple(roles)
    staff = tuple(role for role in chosen if role.employment == "staff")
    return (
        *_client(desk),
        *_weights(desk, staff),
        *_kpis(desk, chosen),
        *_tasks(desk, chosen),
        *_numbers(desk, desk.forecast),
    )


def _client(desk: Desk) -> Iterator[Fact]:
    if not desk.project.client.name:
        said = desk.say(text("The client has no name"))
        yield Fact(good=False, words=said, place="funnel", selected=Selected())


def _weights(desk: Desk, staff: tuple[Role, ...]) -> Iterator[Fact]:
    wrong = False
    for role in staff:
        kpis = desk.project.kpis_of_role(role.key)
        total = sum(kpi.weight for kpi in kpis)
        if isclose(total, 1.0, abs_tol=1e-6):
            continue
        wrong = True
        said = (
            text(
                "{role}: weights add up to {sum}", role=role.name, sum=desk.language.percent(total)
            )
            if kpis
            else text("{role} has no KPI", role=role.name)
        )
        yield Fact(good=False, words=desk.say(said), selected=Selected(role=role.key))
    if staff and not wrong:
        yield Fact(good=True, words=desk.say(text("Weights of every role add up to 100%")))


def _kpis(desk: Desk, roles: tuple[Role, ...]) -> Iterator[Fact]:
    project = desk.project
    measured = [
        kpi
        for role in roles
        if role.employment == "staff"
        for kpi in project.kpis_of_role(role.key)
        if kpi.part != "contributor"
    ]
    plans = [kpi for kpi in measured if kpi.plan is None]
    periods = [kpi for kpi in measured if kpi.period is None]
    sources = [kpi for kpi in measured if not project.metric(kpi.metric).source]
    lacking = (
        (plans, plural("{n} KPI without a plan", "{n} KPIs without a plan", len(plans))),
        (periods, plural("{n} KPI without a period", "{n} KPIs without a period", len(periods))),
        (sources, plural("{n} KPI without a source", "{n} KPIs without a source", len(sources))),
    )
    yield from (_lacking(desk, kpis, said) for kpis, said in lacking if kpis)
    if measured and not (plans or periods or sources):
        yield Fact(good=True, words=desk.say(text("Every KPI has a plan, a period and a source")))


def _lacking(desk: Desk, kpis: list[Kpi], said: Text) -> Fact:
    project = desk.project
    names = [f"{project.role(k.role).name}: {project.metric(k.metric).name}" for k in kpis]
    return Fact(
        good=False,
        words=desk.say(said),
        tip=_listed(names),
        selected=Selected(cell=kpis[0].place),
    )


def _tasks(desk: Desk, roles: tuple[Role, ...]) -> Iterator[Fact]:
    for role in roles:
        if role.employment == "contractor":
            tasks = [task for task in desk.project.tasks if task.role == role.key]
            if not tasks or any(task.due is None or not task.criteria for task in tasks):
                said = text(
                    "{role}: every task needs a due date and quality criteria", role=role.name
                )
                yield Fact(good=False, words=desk.say(said), selected=Selected(role=role.key))


def _numbers(desk: Desk, forecast: Forecast) -> Iterator[Fact]:
    wrong = [metric for metric in desk.project.metrics if forecast.problem(metric.key)]
    if not wrong:
        yield Fact(good=True, words=desk.say(text("The forecast has every number")))
        return
    said = plural("{n} metric has no number", "{n} metrics have no number", len(wrong))
    yield Fact(
        good=False,
        words=desk.say(said),
        tip=_listed([metric.name for metric in wrong]),
        place="plan",
        selected=Selected(metrics=(wrong[0].key,)),
    )


def _listed(names: list[str]) -> str:
    more = ["…"] if len(names) > _MOST_NAMED else []
    return "\n".join((*names[:_MOST_NAMED], *more))
