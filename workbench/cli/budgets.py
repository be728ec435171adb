"""The pay budget of the department by scenario, as JSON and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from workbench.base.texts import text
from workbench.cli.output import new_table, write_table
from workbench.cli.results import number, with_problem
from workbench.cli.speaker import Speaker
from workbench.cli.streams import tell
from workbench.document.project import Project
from workbench.formula.values import Problem, Result
from workbench.planning.pay_budget import PayBudget, PayLine, RoleBudget
from workbench.presenters.measures import NOTHING, amount


def budgets_tree(
    budgets: Sequence[PayBudget], project: Project, speaker: Speaker
) -> dict[str, Any]:
    """The JSON of the base, whose scenario is null, and of every scenario."""
    return {
        "months": list(project.calendar.all_months),
        "budgets": [_budget_tree(one, budgets[0], speaker) for one in budgets],
    }


def show_budgets(budgets: Sequence[PayBudget], project: Project, speaker: Speaker) -> None:
    """A table with a line for the base and for each scenario."""
    heads = (
        text("Pay of the department"), text("Salaries"), text("Bonuses"), text("Payroll tax"),
        text("A month"), text("Over the plan"), text("To base"), "%",
    )  # fmt: skip
    table = new_table(speaker, heads, numbers_from=1)

    def money(result: Result) -> str:
        if isinstance(result, Problem):
            return NOTHING
        return amount(result, project.client.currency, speaker.language)

    for one in budgets:
        whole, versus = one.whole, one.against(budgets[0])
        name = one.scenario.name if one.scenario else speaker.say(text("Base"))
        shown = (whole.salaries, whole.bonuses, whole.tax, one.monthly, whole.total)
        compared = ("", "")
        if one.scenario:
            share = NOTHING if versus.share is None else speaker.language.percent(versus.share)
            compared = (money(versus.amount), share)
        table.add_row(name, *map(money, shown), *compared)
    write_table(table)


def tell_gaps(budgets: Sequence[PayBudget], project: Project, file: Path, speaker: Speaker) -> None:
    """Say on standard error which roles have no number in the base, and why."""
    for role in budgets[0].roles:
        total = role.whole.total
        if isinstance(total, Problem):
            what = total.reason
            if total.metric in project.metric_by_key:
                name = project.metric(total.metric).name
                what = text("“{metric}”: {reason}", metric=name, reason=what)
            words = text("{metric}: {reason}", metric=role.role.name, reason=what)
            tell(speaker.say(text("{name}: {reason}", name=file.name, reason=words)))


def _budget_tree(budget: PayBudget, base: PayBudget, speaker: Speaker) -> dict[str, Any]:
    versus = budget.against(base)
    tree: dict[str, Any] = {
        "scenario": budget.scenario.key if budget.scenario else None,
        "monthly": number(budget.monthly),
        **_whole_tree(budget.whole),
        "difference": number(versus.amount),
        "share": None if versus.share is None else number(versus.share),
        **_months_tree(budget.months),
    }
    with_problem(tree, budget.whole.total, speaker)
    tree["roles"] = [_role_tree(one, speaker) for one in budget.roles]
    return tree


def _role_tree(budget: RoleBudget, speaker: Speaker) -> dict[str, Any]:
    tree: dict[str, Any] = {
        "role": budget.role.key,
        "people": number(budget.role.people),
        **_whole_tree(budget.whole),
        **_months_tree(budget.months),
    }
    return with_problem(tree, budget.whole.total, speaker)


def _whole_tree(line: PayLine) -> dict[str, Any]:
    return {
        "salaries": number(line.salaries),
        "bonuses": number(line.bonuses),
        "tax": number(line.tax),
        "total": number(line.total),
    }


def _months_tree(lines: Sequence[PayLine]) -> dict[str, Any]:
    return {
        "bonuses_by_month": [number(line.bonuses) for line in lines],
        "by_month": [number(line.total) for line in lines],
    }
