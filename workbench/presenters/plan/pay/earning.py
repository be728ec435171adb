"""The table of roles: what one person earns, from the worst month to the best."""

from __future__ import annotations

from workbench.base.texts import Text, text
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.assignment import adds_up, total_weight
from workbench.planning.earnings import LEVELS, Earnings, best_case, earnings_at, worst_case
from workbench.planning.pay import paid_kpis
from workbench.presenters.measures import currency_sign
from workbench.presenters.plan.pay.picture import Cell, Line, Table
from workbench.presenters.plan.pay.words import Words

_ENDLESS = "∞"


def roles_table(words: Words, chosen: Key | None) -> Table:
    """Every role with salary, bonus, and a person's month at 80, 100, 120 %, worst and best."""
    project, say = words.project, words.say
    heads = (
        say(text("Role")), say(text("Salary")), say(text("Bonus at 100%")), say(text("Worst")),
        *(words.language.percent(level) for level in LEVELS), say(text("Best")),
    )  # fmt: skip
    keys = [role.key for role in project.roles]
    return Table(
        heads,
        tuple(_line(role, words) for role in project.roles),
        keys.index(chosen) if chosen in keys else None,
        say(_note(words)),
    )


def _note(words: Words) -> Text:
    sign = currency_sign(words.project.client.currency)
    if not sign:
        return text("one person, a month")
    return text("one person, a month, {currency}", currency=sign)


def _line(role: Role, words: Words) -> Line:
    project = words.project
    at = [earnings_at(project, role, level) for level in LEVELS]
    cells = (
        words.money(role.salary),
        _bonus(role, words),
        _earned(worst_case(project, role), words),
        *(_earned(one, words, strong=level == 1) for one, level in zip(at, LEVELS, strict=True)),
        _best(best_case(project, role), words),
    )
    return Line(role.key, role.name, cells, role.color)


def _bonus(role: Role, words: Words) -> Cell:
    """The agreed bonus; marked where the KPIs cannot bring just that at their plans."""
    cell = words.money(role.bonus)
    kpis = paid_kpis(words.project, role.key)
    if not role.bonus:
        return Cell(cell.words, words.say(text("no bonus is set")), "muted")
    if not kpis:
        return Cell(cell.words, words.say(text("no KPI brings it")), "warn")
    total = total_weight(kpis)
    if not adds_up(total):
        share = words.language.percent(total)
        tip = text("the weights of the KPIs add up to {share}", share=share)
        return Cell(cell.words, words.say(tip), "warn")
    return cell


def _earned(earned: Earnings, words: Words, *, strong: bool = False) -> Cell:
    cell = words.money(earned.total, strong=strong)
    bonus, cost = earned.bonus, earned.cost
    if isinstance(bonus, Problem) or isinstance(cost, Problem):
        return cell
    tip = text(
        "salary {salary} + bonus {bonus}; with payroll tax {cost}",
        salary=words.priced(earned.salary), bonus=words.priced(bonus), cost=words.priced(cost),
    )  # fmt: skip
    return Cell(cell.words, words.say(tip), cell.tone, strong)


def _best(best: Earnings, words: Words) -> Cell:
    cell = _earned(best, words)
    if not isinstance(best.bonus, Problem):
        return cell
    return Cell(_ENDLESS, words.say(best.bonus.reason), "warn")
