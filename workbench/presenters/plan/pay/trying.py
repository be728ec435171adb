"""One role tried with facts: completion, payout and money of each KPI; nothing is stored."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.base.texts import Text, joined, text
from workbench.document.kpi import Kpi
from workbench.document.metric import Metric
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.forecast import Forecast
from workbench.planning.pay import KpiPay, RolePay, paid_kpis, pay
from workbench.planning.pay_budget import expected_fact
from workbench.presenters.measures import PERIODS, shown_value
from workbench.presenters.plan.pay.picture import Fact, KpiLine, Trial
from workbench.presenters.plan.pay.scale_words import scale_words
from workbench.presenters.plan.pay.words import Words

Typed = Mapping[Key, float | None]


def tried(forecast: Forecast, role: Role, typed: Typed) -> RolePay:
    """The pay of a role: the average month of the forecast, with what was typed over it."""
    facts = {}
    for kpi in paid_kpis(forecast.project, role.key):
        expected = expected_fact(forecast, kpi)
        fact = typed.get(kpi.metric, None if isinstance(expected, Problem) else expected)
        if fact is not None:
            facts[kpi.metric] = fact
    return pay(forecast.project, role.key, facts)


def trial(earned: RolePay, typed: Typed, chosen: Key | None, words: Words) -> Trial:
    """What there is to see of a role that is tried."""
    role = earned.role
    mine = {part.kpi.metric for part in earned.kpis} & typed.keys()
    earns = earned.amount if isinstance(earned.amount, Problem) else role.salary + earned.amount
    return Trial(
        role.key,
        role.name,
        role.color,
        words.say(text("what such facts would bring in a month; nothing of this is stored")),
        tuple(_line(part, part.kpi.metric == chosen, typed, words) for part in earned.kpis),
        words.share(earned.total),
        words.money(earned.amount, strong=True),
        "" if isinstance(earns, Problem) else _with_salary(earned, earns, words),
        words.say(note) if (note := _note(earned)) else "",
        bool(mine),
    )


def _line(part: KpiPay, chosen: bool, typed: Typed, words: Words) -> KpiLine:
    kpi, metric = part.kpi, words.project.metric(part.kpi.metric)
    return KpiLine(
        metric.key,
        metric.name,
        words.say(joined([_plan(kpi, metric, words), scale_words(kpi, metric)], " · ")),
        words.language.percent(kpi.weight),
        _fact(part, metric, metric.key in typed, words),
        words.share(part.completion),
        words.share(part.payout),
        words.money(part.amount),
        words.say(_agreed(kpi, metric, words)),
        chosen,
    )


def _fact(part: KpiPay, metric: Metric, typed: bool, words: Words) -> Fact:
    money = words.project.client.currency if metric.unit == "money" else ""
    return Fact(part.fact, metric.is_share, money, "", metric.unit == "yes_no", typed)


def _plan(kpi: Kpi, metric: Metric, words: Words) -> Text:
    """The plan; that of a flow with its period, where that is no month."""
    if kpi.plan is None:
        return text("no plan")
    plan = shown_value(metric, kpi.plan, words.project, words.language)
    if kpi.period in (None, "month") or metric.over_time != "sum":
        return text("plan {plan}", plan=plan)
    return text("plan {plan} ({period})", plan=plan, period=PERIODS[kpi.period])


def _agreed(kpi: Kpi, metric: Metric, words: Words) -> Text:
    """Base, plan and maximum with their period, as far as they are set."""
    levels = (
        (text("base"), kpi.base), (text("plan"), kpi.plan), (text("maximum"), kpi.maximum),
    )  # fmt: skip
    found = [
        f"{words.say(name)} {shown_value(metric, value, words.project, words.language)}"
        for name, value in levels
        if value is not None
    ]
    if not found:
        return text("neither base nor plan is set")
    listed = ", ".join(found)
    return text("{levels} ({period})", levels=listed, period=PERIODS[kpi.period or "month"])


def _with_salary(earned: RolePay, total: float, words: Words) -> str:
    return words.say(
        text(
            "with the salary of {salary}: {total}",
            salary=words.priced(earned.role.salary), total=words.priced(total),
        )
    )  # fmt: skip


def _note(earned: RolePay) -> Text | None:
    role = earned.role
    if not earned.kpis and role.employment == "contractor":
        return text("{role} is paid for accepted tasks, not by KPIs.", role=role.name)
    if not earned.kpis:
        return text("{role} has no KPI to be paid by: give it one in Roles.", role=role.name)
    if not role.bonus:
        return text("{role} has no bonus: set it in the inspector, under Pay.", role=role.name)
    return None
