"""The words that placeholders are made of, in English and Russian, and what each stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from workbench.base.texts import Text, context, text
from workbench.document.kpi import Kpi, Task
from workbench.document.metric import Metric
from workbench.document.plan import Goal
from workbench.document.role import Role
from workbench.excel.form_values import Meaning
from workbench.planning.goals import progress
from workbench.presenters.forms.grammar import folded
from workbench.presenters.forms.source import Source, lines, words
from workbench.presenters.measures import PARTS, PERIODS, unit_caption

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """A word in both languages, what it stands for, and how that is found."""

    en: str
    ru: str
    about: Text
    find: Callable[[Source, T], Meaning]


Entries = tuple[Entry[Any], ...]


def by_word(entries: Entries) -> Mapping[str, Entry[Any]]:
    """The entries by their words in either language."""
    return {folded(word): entry for entry in entries for word in (entry.en, entry.ru)}


def _period(of: Source, _: None) -> Meaning:
    months = of.project.calendar.all_months
    first, last = (of.language.month(month, long=True) for month in (months[0], months[-1]))
    return Meaning(first if first == last else f"{first} – {last}")


def _scenario(of: Source, _: None) -> Meaning:
    chosen = of.forecast.scenario
    return of.said(text("Base")) if chosen is None else Meaning(chosen.name)


PROJECT: Entries = (
    Entry("client", "клиент", text("name of the client"),
          lambda of, _: words(of.project.client.name)),
    Entry("client.industry", "клиент.отрасль", text("industry of the client"),
          lambda of, _: words(of.project.client.industry)),
    Entry("client.currency", "клиент.валюта", text("code of the currency"),
          lambda of, _: words(of.project.client.currency)),
    Entry("date", "дата", text("the day the form is filled"),
          lambda of, _: of.day(of.today)),
    Entry("period", "период", text("first and last month of the plan, in words"), _period),
    Entry("period.start", "период.начало", text("first month of the plan"),
          lambda of, _: of.month(0)),
    Entry("period.end", "период.конец", text("last month of the plan"),
          lambda of, _: of.month(of.project.calendar.months - 1)),
    Entry("period.months", "период.месяцев", text("how many months the plan has"),
          lambda of, _: of.count(of.project.calendar.months)),
    Entry("scenario", "сценарий", text("name of the scenario the numbers are from"), _scenario),
)  # fmt: skip


def _goal_metric(of: Source, goal: Goal) -> Meaning:
    return words(of.project.metric(goal.metric).name)


_GOAL_PERIODS: Mapping[str, Text] = {
    "month": context("goal", "a month"),
    "quarter": context("goal", "a quarter"),
    "year": context("goal", "a year"),
    "plan": context("goal", "the whole plan"),
}
GOAL: Entries = (
    Entry("name", "название", text("name of the metric of the goal"), _goal_metric),
    Entry("value", "значение", text("what is to be reached"),
          lambda of, goal: of.value(of.project.metric(goal.metric), goal.value)),
    Entry("period", "период", text("in which time it is to be reached"),
          lambda of, goal: of.said(_GOAL_PERIODS[goal.period])),
    Entry("forecast", "прогноз", text("what the plan gives for that time"),
          lambda of, goal: of.value(of.project.metric(goal.metric),
                                    progress(of.forecast, goal).forecast)),
    Entry("share", "доля", text("how much of the goal the plan reaches"),
          lambda of, goal: of.share(progress(of.forecast, goal).share)),
)  # fmt: skip


def _owner(of: Source, metric: Metric) -> Meaning:
    owners = (kpi for kpi in of.project.kpis_of_metric(metric.key) if kpi.part == "owner")
    return lines(of.project.role(kpi.role).name for kpi in owners)


METRIC: Entries = (
    Entry("name", "название", text("name of the metric"), lambda _, metric: words(metric.name)),
    Entry("unit", "единица", text("its unit"),
          lambda of, metric: words(of.language.say(unit_caption(metric, of.project)))),
    Entry("owner", "владелец", text("the role that owns it as a KPI"), _owner),
    Entry("source", "источник", text("where its actual values are read"),
          lambda _, metric: words(metric.source)),
    Entry("recorded_by", "кто вносит", text("who writes them down"),
          lambda _, metric: words(metric.recorded_by)),
    Entry("norm", "норма", text("its norm"), lambda of, metric: of.value(metric, metric.norm)),
    Entry("total", "итог", text("its total over the plan"),
          lambda of, metric: of.value(metric, of.forecast.totals[metric.key])),
    Entry("average", "среднее", text("its average month"),
          lambda of, metric: of.value(metric, of.forecast.monthly(metric.key))),
)  # fmt: skip


def _needed(of: Source, role: Role) -> Meaning:
    return of.count(of.team.plans[of.project.roles.index(role)].load.people_needed)


def _vacancies(of: Source, role: Role) -> Meaning:
    return of.count(of.team.plans[of.project.roles.index(role)].vacancies)


_EMPLOYMENT = {"staff": text("staff"), "contractor": text("contractor")}
ROLE: Entries = (
    Entry("name", "название", text("name of the role"), lambda _, role: words(role.name)),
    Entry("mission", "миссия", text("its mission"), lambda _, role: words(role.mission)),
    Entry("duties", "обязанности", text("its duties, a line each"),
          lambda _, role: lines(role.duties)),
    Entry("not_responsible", "не отвечает", text("what it does not answer for, a line each"),
          lambda _, role: lines(role.not_responsible)),
    Entry("competencies", "компетенции", text("its competencies, a line each"),
          lambda _, role: lines(role.competencies)),
    Entry("employment", "занятость", text("staff or contractor"),
          lambda of, role: of.said(_EMPLOYMENT[role.employment])),
    Entry("people", "людей", text("people there are"), lambda of, role: of.count(role.people)),
    Entry("needed", "нужно", text("people needed in the heaviest month"), _needed),
    Entry("vacancies", "вакансии", text("people missing then"), _vacancies),
    Entry("salary", "оклад", text("salary of one person a month"),
          lambda of, role: of.money(role.salary)),
    Entry("bonus", "премия", text("bonus of one person a month, at 100%"),
          lambda of, role: of.money(role.bonus)),
    Entry("pay", "доход", text("salary and bonus at 100% together"),
          lambda of, role: of.money(role.salary + role.bonus)),
    Entry("payroll_tax", "взносы", text("payroll tax as a share of pay"),
          lambda of, role: of.share(role.payroll_tax)),
    Entry("cost", "стоимость", text("cost of the whole role a month, with tax"),
          lambda of, role: of.money(role.monthly_cost)),
)  # fmt: skip


def _metric(of: Source, kpi: Kpi) -> Metric:
    return of.project.metric(kpi.metric)


def _kpi_bonus(of: Source, kpi: Kpi) -> Meaning:
    return of.money(kpi.weight * of.project.role(kpi.role).bonus)


KPI: Entries = (
    Entry("part", "участие", text("the part of the role in it, such as owner"),
          lambda of, kpi: of.said(PARTS[kpi.part])),
    Entry("weight", "вес", text("its weight in the bonus"), lambda of, kpi: of.share(kpi.weight)),
    Entry("bonus", "премия", text("the bonus a month it brings at 100%"), _kpi_bonus),
    Entry("base", "база", text("where it starts from"),
          lambda of, kpi: of.value(_metric(of, kpi), kpi.base)),
    Entry("plan", "план", text("what it is to be"),
          lambda of, kpi: of.value(_metric(of, kpi), kpi.plan)),
    Entry("maximum", "максимум", text("up to where it is paid"),
          lambda of, kpi: of.value(_metric(of, kpi), kpi.maximum)),
    Entry("period", "срок", text("the period it is counted in"),
          lambda of, kpi: of.said(PERIODS[kpi.period]) if kpi.period else words("")),
    Entry("condition", "условие", text("its condition"), lambda _, kpi: words(kpi.condition)),
    Entry("standards", "стандарты", text("standards behind it, a line each"),
          lambda _, kpi: lines(kpi.standards)),
    Entry("actions", "действия", text("actions behind it, a line each"),
          lambda _, kpi: lines(kpi.actions)),
    Entry("how", "как помогает", text("how a contributor helps"), lambda _, kpi: words(kpi.how)),
)  # fmt: skip

_ACCEPTED = {True: text("accepted"), False: text("not accepted")}


def _accepted(of: Source, task: Task) -> Meaning:
    return words("") if task.accepted is None else of.said(_ACCEPTED[task.accepted])


TASK: Entries = (
    Entry("name", "название", text("name of the task"), lambda _, task: words(task.name)),
    Entry("due", "срок", text("its due date"), lambda of, task: of.day(task.due)),
    Entry("criteria", "критерии", text("its quality criteria, a line each"),
          lambda _, task: lines(task.criteria)),
    Entry("accepted", "принято", text("whether it is accepted"), _accepted),
)  # fmt: skip

# Words that lead on: to a goal, to the tasks of a role, to the times of a metric.
LEADING: Mapping[str, tuple[str, str]] = {
    "goal": ("goal", "цель"),
    "task": ("task", "задача"),
    "plan": ("plan", "план"),
    "fact": ("fact", "факт"),
}


def leads(word: str, where: str) -> bool:
    """Whether a word is one of those that lead on."""
    return folded(word) in LEADING[where]
