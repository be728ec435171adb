"""What stands under a role: whether its weights add up, and whether its KPIs are few enough."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.languages import Language
from workbench.base.texts import Text, plural, text
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.planning.assignment import adds_up, measured, most_kpis, total_weight
from workbench.presenters.measures import NOTHING
from workbench.presenters.tones import Tone


@dataclass(frozen=True, slots=True)
class Sum:
    """A figure with its judgement; `sign` says what the tone says, for those who see no colour."""

    caption: str
    tone: Tone = ""
    sign: str = ""
    tip: str = ""


def weight_sum(project: Project, role: Key, language: Language) -> Sum:
    """The sum of a role's weights: ✓ at 100%, else how much is missing or over."""
    kpis = project.kpis_of_role(role)
    if not measured(kpis):
        return Sum(NOTHING, tip=language.say(text("{role} has no KPI", role=_name(project, role))))
    total = total_weight(kpis)
    caption = language.percent(total)
    if adds_up(total):
        return Sum(caption, "good", "✓", language.say(text("the weights add up to 100%")))
    over = total > 1
    why = text("{amount} too much") if over else text("{amount} missing")
    said = language.say(Text(why.id, (("amount", language.percent(abs(total - 1))),)))
    return Sum(caption, "bad", _difference(total, language), said)


def _difference(total: float, language: Language) -> str:
    """How far a sum is from 100%, short: −40 or +12.5."""
    points = (total - 1) * 100
    figure = language.number(abs(points), 0 if abs(points) >= 1 else 1)
    return f"+{figure}" if points > 0 else f"−{figure}"


def kpi_count(project: Project, role: Key, language: Language) -> Sum:
    """How many KPIs a role is paid by, or how many tasks a contractor has."""
    if project.role(role).employment == "contractor":
        return _task_count(project, role, language)
    count = len(measured(project.kpis_of_role(role)))
    most = most_kpis(project, role)
    if not count:
        return Sum("0", "warn", "!", language.say(text("a role without KPIs answers for nothing")))
    if count > most:
        return Sum(str(count), "warn", "!", language.say(_too_many(most)))
    return Sum(str(count), tip=language.say(text("three to five; up to seven for a manager")))


def _task_count(project: Project, role: Key, language: Language) -> Sum:
    count = sum(task.role == role for task in project.tasks)
    caption = language.say(plural("{n} task", "{n} tasks", count))
    if count:
        return Sum(caption, tip=language.say(text("a contractor is given tasks instead of KPIs")))
    none = text("a contractor without tasks delivers nothing")
    return Sum(caption, "warn", "!", language.say(none))


def _too_many(most: int) -> Text:
    return plural("more than {n} KPI: nobody can mind them all",
                  "more than {n} KPIs: nobody can mind them all", most)  # fmt: skip


def _name(project: Project, role: Key) -> str:
    return project.role(role).name
