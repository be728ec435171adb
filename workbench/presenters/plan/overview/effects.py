"""What moves the goal, and who controls which KPI, as charts."""

from __future__ import annotations

from workbench.base.languages import Language
from workbench.base.texts import text
from workbench.document.kpi import Kpi
from workbench.document.plan import Goal
from workbench.document.project import Project
from workbench.formula.values import Problem
from workbench.planning.control import Control
from workbench.planning.drivers import Driver, Drivers, drivers
from workbench.planning.forecast import Forecast
from workbench.presenters.charts import ShareRow, SharesPicture, TornadoPicture, TornadoRow
from workbench.presenters.measures import NOTHING, shown_value, signed_percent

# More than these nobody reads; the weakest are left out.
_MOST = 14
_ALIKE = 5e-4


def tornado(forecast: Forecast, goal: Goal, language: Language) -> TornadoPicture | Problem:
    """The effect of each input, 10 % down and up, in the colour of who moves it."""
    found = drivers(forecast, goal.metric, goal.period)
    if isinstance(found, Problem):
        return found
    strong = [one for one in found.drivers if one.down != found.base or one.up != found.base]
    project = forecast.project
    return TornadoPicture(tuple(_row(one, found, project, language) for one in strong[:_MOST]))


def control(forecast: Forecast, language: Language) -> SharesPicture:
    """For each KPI, the part of its swing that its role controls."""
    known = Control(forecast)
    project = forecast.project
    measured = [kpi for kpi in project.kpis if kpi.is_measured]
    rows = [_share(kpi, known.share(kpi.role, kpi.metric), project, language) for kpi in measured]
    return SharesPicture(tuple(rows))


def _row(one: Driver, found: Drivers, project: Project, language: Language) -> TornadoRow:
    metric, goal = project.metric(one.metric), project.metric(found.goal)
    owner = project.role(one.owner) if one.owner else None
    down, up = (_share_of(end, found.base) for end in (one.down, one.up))
    tip = text(
        "{name}: {goal} becomes {down} when it is 10% lower and {up} when it is 10% higher. "
        "Elasticity {elasticity}. Whose it is: {owner}",
        name=metric.name, goal=goal.name,
        down=shown_value(goal, one.down, project, language, compact=True),
        up=shown_value(goal, one.up, project, language, compact=True),
        elasticity=NOTHING if one.elasticity is None else language.number(one.elasticity),
        owner=owner.name if owner else NOTHING,
    )  # fmt: skip
    return TornadoRow(
        metric.key, metric.name, _words(down, up, language), down, up,
        owner.color if owner else "muted", language.say(tip),
    )  # fmt: skip


def _share_of(end: float, base: float) -> float:
    """The change as a signed share; where the goal is nothing now, as it is."""
    return (end - base) / abs(base) if base else end - base


def _words(down: float, up: float, language: Language) -> str:
    if abs(abs(down) - abs(up)) <= _ALIKE and down * up <= 0:
        return f"{'±' if up >= 0 else '∓'}{language.percent(max(abs(down), abs(up)))}"
    return f"{signed_percent(down, language)} / {signed_percent(up, language)}"


def _share(kpi: Kpi, share: float, project: Project, language: Language) -> ShareRow:
    metric, role = project.metric(kpi.metric), project.role(kpi.role)
    tip = text(
        "{role} moves {share} of the swing of “{metric}” itself",
        role=role.name, share=language.percent(share), metric=metric.name,
    )  # fmt: skip
    return ShareRow(
        f"{role.name}: {metric.name}", language.percent(share), min(share, 1.0), role.color,
        language.say(tip), metric.key,
    )  # fmt: skip
