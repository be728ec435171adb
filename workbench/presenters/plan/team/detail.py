"""One role by month, and what there is to say about its people."""

from __future__ import annotations

import math
from collections.abc import Iterator

from workbench.base.languages import Language
from workbench.base.texts import Text, plural, text
from workbench.formula.values import Problem
from workbench.planning.ramp import months_to_full_output
from workbench.planning.staffing_plan import StaffingPlan, makes_own_work
from workbench.planning.team_plan import TeamPlan
from workbench.planning.unit_costs import unit_costs
from workbench.presenters.charts import MonthsPicture, Series
from workbench.presenters.measures import NOTHING, amount
from workbench.presenters.plan.team.picture import Fact, Note, RoleDetail
from workbench.presenters.plan.team.table import people, role_chip
from workbench.presenters.scale import scale
from workbench.presenters.tones import Tone

_Said = tuple[Text, Tone]


def role_detail(team: TeamPlan, plan: StaffingPlan, language: Language) -> RoleDetail:
    """Everything about the people of one role."""
    return RoleDetail(
        role_chip(plan),
        None if isinstance(plan.load.peak, Problem) else _chart(plan, language),
        tuple(Note(language.say(words), tone) for words, tone in _notes(team, plan)),
        tuple(_facts(team, plan, language)),
    )


def _chart(plan: StaffingPlan, language: Language) -> MonthsPicture:
    """The load as bars and the people as lines over it."""
    titles = tuple(language.month(month) for month in plan.project.calendar.all_months)
    load = tuple(None if isinstance(one, Problem) else one for one in plan.load.months)
    lines = [_series(text("people there are"), plan.available_now, language, dashed=True)]
    if plan.hire_by:
        lines.append(_series(text("with the hires"), plan.available, language))
    return MonthsPicture(
        tuple(title[:3] for title in titles),
        titles,
        scale((*load, *plan.available_now, *plan.available), language.number),
        (_series(text("load, people"), load, language, color=plan.role.color),),
        tuple(lines),
    )


def _series(
    name: Text, values: tuple[float | None, ...], language: Language, *,
    color: str = "", dashed: bool = False,
) -> Series:  # fmt: skip
    said = tuple(NOTHING if one is None else people(one, language) for one in values)
    hue = color or ("muted" if dashed else "good")
    return Series(language.say(name), values, said, hue, pale=bool(color), dashed=dashed)


def _notes(team: TeamPlan, plan: StaffingPlan) -> Iterator[_Said]:
    if isinstance(plan.load.peak, Problem):
        yield plan.load.peak.reason, "warn"
        return
    if isinstance(plan.hires, Problem):
        yield plan.hires.reason, "warn"
    yield from _missing(plan)
    if makes_own_work(team.forecast, plan.role):
        yield text("More people as {role} also make more of this work", role=plan.role.name), ""


def _missing(plan: StaffingPlan) -> Iterator[_Said]:
    """Who is missing, who comes too late, and who only takes the place of those who leave."""
    late = sum(n for month, n in plan.hire_by.items() if month < plan.project.calendar.start)
    hired = sum(plan.hire_by.values())
    missing = plan.vacancies
    if isinstance(missing, Problem):
        yield missing.reason, ""
    elif not hired and not missing:
        yield text("The people there are can do all of it"), "good"
    if late:
        words = plural(
            "{n} person should have started before the plan does: until the ramp is over, some of "
            "the work stays undone",
            "{n} people should have started before the plan does: until the ramp is over, some of "
            "the work stays undone",
            late,
        )
        yield words, "bad"
    if not isinstance(missing, Problem) and hired > missing:
        yield plural(
            "{n} of the hires makes up for people who leave",
            "{n} of the hires make up for people who leave",
            hired - missing,
        ), ""  # fmt: skip


def _facts(team: TeamPlan, plan: StaffingPlan, language: Language) -> Iterator[Fact]:
    currency, say = team.project.client.currency, language.say
    average = plan.load.average
    if not isinstance(average, Problem):
        words = text(
            "{average} · peak {peak}",
            average=people(average, language), peak=people(plan.load.peak, language),
        )  # fmt: skip
        yield Fact(say(text("Load, people")), say(words))
    ramp = months_to_full_output(plan.role)
    if plan.role.capacity and ramp:
        yield Fact(say(text("Full output after")), say(plural("{n} month", "{n} months", ramp)))
    payroll = amount(round(math.fsum(plan.payroll)), currency, language)
    tip = say(text("Salary, bonus at 100% and tax of everybody, from the month they start"))
    yield Fact(say(text("Payroll of the plan")), payroll, tip)
    for key, cost in unit_costs(team.forecast, plan).items():
        metric = team.project.metric(key)
        label = text("One of “{metric}”", metric=metric.name)
        if metric.over_time == "last":
            label = text("One of “{metric}” a month", metric=metric.name)
        if isinstance(cost, Problem):
            yield Fact(say(label), NOTHING, say(cost.reason))
        else:
            tip = say(text("The payroll of the plan by its volume"))
            yield Fact(say(label), amount(cost, currency, language), tip)
