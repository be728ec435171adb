"""What a contractor is given instead of a metric: drafts of tasks with a date and criteria.

The drafts of both languages are data, `resources/method/deliverables.json`: the first one with the
most of its stems in a name fits it, the last one fits everything.
"""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from workbench.base.places import resource
from workbench.base.texts import Bilingual, Text, text
from workbench.checks.finding import Finding, Mend
from workbench.checks.method.terms import pattern_of
from workbench.checks.system import System
from workbench.document.client import Calendar
from workbench.document.edits.kpis import Unassign
from workbench.document.edits.project import SetMembers
from workbench.document.kpi import Kpi, Task
from workbench.document.metric import Metric, Unit
from workbench.document.project import Project
from workbench.document.value import LONGEST_NAME
from workbench.formula.names import folded

_AGREE = text("Date and criteria are a draft: agree on them before the work begins")


@dataclass(frozen=True, slots=True)
class Deliverable:
    """Work that can be accepted or not; `name` and `criteria` by language.

    `units` are those of metrics that it always stands for, whatever they are called.
    """

    key: str
    pattern: re.Pattern[str]
    units: frozenset[Unit]
    name: Mapping[str, str]
    criteria: Mapping[str, tuple[str, ...]]

    def fits(self, words: str) -> int:
        """How many of its stems are in some words."""
        return len(self.pattern.findall(words))


def into_task(system: System, kpi: Kpi) -> Mend:
    """A contractor's metric exchanged for the work that should move it."""
    metric, project = system.metric(kpi.metric), system.project
    task = task_for(project, metric, kpi)
    title = text("Make it the task “{task}”", task=_name(metric))
    known = any((one.role, one.name) == (task.role, task.name) for one in project.tasks)
    tasks = project.tasks if known else (*project.tasks, task)
    edits = (Unassign(frozenset({kpi.place})), SetMembers({"tasks": tasks}, title))
    return Mend(title, edits, _note(kpi, metric))


def instead_of(system: System, kpi: Kpi, message: Text) -> Finding:
    """The finding about a KPI of a contractor, mended by a task."""
    return Finding(
        "error",
        message,
        metric=kpi.metric,
        role=kpi.role,
        basis=(kpi.part,),
        mends=(into_task(system, kpi),),
    )


def task_for(project: Project, metric: Metric, kpi: Kpi) -> Task:
    """The draft of a task in the language of the project."""
    found = _for_metric(metric)
    return Task(
        role=kpi.role,
        name=str(getattr(_name(metric), project.language)),
        due=due(project.calendar),
        criteria=found.criteria[project.language],
    )


def criteria_for(project: Project, task: Task) -> tuple[str, ...]:
    """Criteria that a task may be accepted by, as far as its name tells what it is."""
    return _most_fitting(folded(task.name)).criteria[project.language]


def due(calendar: Calendar) -> date:
    """The last day of the second month of the plan."""
    year, month = (int(part) for part in calendar.month(min(1, calendar.months - 1)).split("-"))
    return date(year, month, monthrange(year, month)[1])


def _name(metric: Metric) -> Bilingual:
    """What a task instead of a metric is called."""
    names = _for_metric(metric).name
    said = {code: name.format(metric=metric.name) for code, name in names.items()}
    return Bilingual(**{code: name[:LONGEST_NAME] for code, name in said.items()})


def _note(kpi: Kpi, metric: Metric) -> Text:
    if kpi.part != "owner":
        return _AGREE
    return text(
        "Date and criteria are a draft: agree on them before the work begins. “{metric}” needs an "
        "owner among the staff",
        metric=metric.name,
    )


def _for_metric(metric: Metric) -> Deliverable:
    by_unit = next((one for one in deliverables() if metric.unit in one.units), None)
    return by_unit or _most_fitting(folded(f"{metric.name} {metric.key.replace('_', ' ')}"))


def _most_fitting(words: str) -> Deliverable:
    *special, general = deliverables()
    best = max(special, key=lambda one: one.fits(words))
    return best if best.fits(words) else general


@cache
def deliverables() -> tuple[Deliverable, ...]:
    """All drafts, from the special ones to the general one."""
    data = json.loads(resource("method", "deliverables.json").read_text(encoding="utf-8"))
    return tuple(
        Deliverable(
            key=entry["key"],
            pattern=pattern_of(entry["stems"]),
            units=frozenset(entry.get("units", ())),
            name=entry["name"],
            criteria={code: tuple(lines) for code, lines in entry["criteria"].items()},
        )
        for entry in data
    )
