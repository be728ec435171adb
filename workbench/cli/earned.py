"""What a role earned as JSON and as tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from workbench.base.texts import Figure, Text, joined, text
from workbench.cli.output import new_table, write_table
from workbench.cli.results import number, with_problem
from workbench.cli.speaker import Speaker
from workbench.cli.streams import tell, write
from workbench.document.project import Project
from workbench.formula.values import Problem, Result
from workbench.planning.earnings import LEVELS, Earnings, best_case, earnings_at, worst_case
from workbench.planning.pay import KpiPay, RolePay
from workbench.presenters.measures import NOTHING, amount, shown_value


def earned_tree(
    earned: RolePay, project: Project, speaker: Speaker, *, cases: bool
) -> dict[str, Any]:
    """The JSON of a month; `cases` adds what is earned at 80, 100, 120 %, at best and at worst."""
    tree: dict[str, Any] = {
        "role": earned.role.key,
        "kpis": [_kpi_tree(part, speaker) for part in earned.kpis],
        "total": number(earned.total),
        "amount": number(earned.amount),
    }
    with_problem(tree, earned.amount, speaker)
    if cases:
        role = earned.role
        tree["at"] = [
            {"completion": level, **_case_tree(earnings_at(project, role, level), speaker)}
            for level in LEVELS
        ]
        tree["best"] = _case_tree(best_case(project, role), speaker)
        tree["worst"] = _case_tree(worst_case(project, role), speaker)
    return tree


def show_earned(earned: RolePay, project: Project, speaker: Speaker, *, cases: bool) -> None:
    """A table of the KPIs with their sum, or of what is earned at 80, 100, 120 % without facts."""
    if cases:
        _show_cases(earned, project, speaker)
        return
    heads = (
        text("KPI"), text("Fact"), text("Completion"), text("Payout"), text("Weight"),
        text("Bonus"),
    )  # fmt: skip
    table = new_table(speaker, heads, numbers_from=1)
    for part in earned.kpis:
        metric = project.metric(part.kpi.metric)
        table.add_row(
            metric.name,
            shown_value(metric, part.fact, project, speaker.language),
            _share(part.completion, speaker),
            _share(part.payout, speaker),
            _share(part.kpi.weight, speaker),
            _money(part.amount, project, speaker),
        )
    table.add_section()
    total, sums = _share(earned.total, speaker), _money(earned.amount, project, speaker)
    table.add_row(speaker.say(text("Total")), "", "", total, "", sums)
    write_table(table)


def tell_missing(earned: RolePay, project: Project, file: Path, speaker: Speaker) -> None:
    """Say on standard error which KPIs have no number, where some facts were given."""
    if all(part.fact is None for part in earned.kpis):
        return
    missing = [
        text("{metric}: {reason}", metric=project.metric(part.kpi.metric).name, reason=why.reason)
        for part in earned.kpis
        if isinstance(why := part.amount, Problem)
    ]
    if missing:
        reason = text("without a number: {parts}", parts=joined(missing, "; "))
        tell(speaker.say(text("{name}: {reason}", name=file.name, reason=reason)))


def _kpi_tree(part: KpiPay, speaker: Speaker) -> dict[str, Any]:
    tree: dict[str, Any] = {
        "metric": part.kpi.metric,
        "fact": None if part.fact is None else number(part.fact),
        "completion": number(part.completion),
        "payout": number(part.payout),
        "weight": part.kpi.weight,
        "amount": number(part.amount),
    }
    return with_problem(tree, part.amount, speaker)


def _case_tree(case: Earnings, speaker: Speaker) -> dict[str, Any]:
    tree: dict[str, Any] = {
        "salary": number(case.salary),
        "bonus": number(case.bonus),
        "total": number(case.total),
        "cost": number(case.cost),
    }
    return with_problem(tree, case.cost, speaker)


def _show_cases(earned: RolePay, project: Project, speaker: Speaker) -> None:
    role = earned.role
    heads = (
        text("A month of {role}", role=role.name), text("Salary"), text("Bonus"),
        text("Together"), text("With payroll tax"),
    )  # fmt: skip
    table = new_table(speaker, heads, numbers_from=1)
    cases: list[tuple[Text, Earnings]] = [
        (text("worst case"), worst_case(project, role)),
        *(
            (text("at {share}", share=Figure(level, "percent")), earnings_at(project, role, level))
            for level in LEVELS
        ),
        (text("best case"), best_case(project, role)),
    ]
    for name, case in cases:
        shown = (case.salary, case.bonus, case.total, case.cost)
        table.add_row(speaker.say(name), *(_money(one, project, speaker) for one in shown))
    write_table(table)
    best = cases[-1][1].total
    if isinstance(best, Problem):
        write(speaker.say(text("best case: {reason}", reason=best.reason)))


def _share(result: Result, speaker: Speaker) -> str:
    return NOTHING if isinstance(result, Problem) else speaker.language.percent(result)


def _money(result: Result, project: Project, speaker: Speaker) -> str:
    if isinstance(result, Problem):
        return NOTHING
    return amount(result, project.client.currency, speaker.language)
