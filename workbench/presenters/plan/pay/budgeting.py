"""The pay budget of the department: by scenario, and by role in the one that is shown."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.base.texts import Text, joined, plural, text, verbatim
from workbench.document.value import Key
from workbench.formula.values import Problem, Result
from workbench.planning.pay import times
from workbench.planning.pay_budget import PayBudget, PayLine, RoleBudget
from workbench.presenters.measures import NOTHING, currency_sign, sign_of, signed_percent
from workbench.presenters.plan.pay.picture import Cell, Line, Table
from workbench.presenters.plan.pay.words import Words

_MOST_REASONS = 3


def scenarios_table(budgets: Sequence[PayBudget], shown: Key | None, words: Words) -> Table:
    """The base, which comes first, and every scenario beside it."""
    say = words.say
    heads = (
        text("Scenario"), text("Bonuses"), text("A month"), text("Over the plan"),
        text("To base"), text("in %"),
    )  # fmt: skip
    keys = [_key(one) for one in budgets]
    lines = tuple(_scenario(one, budgets[0], words) for one in budgets)
    note = say(_note(words, budgets[0].length))
    chosen = keys.index(shown) if shown in keys else 0
    return Table(tuple(say(head) for head in heads), lines, chosen, note)


def by_role_table(budget: PayBudget, chosen: Key | None, words: Words) -> Table:
    """The roles of one scenario with the department as their sum."""
    say = words.say
    heads = (
        text("Role"), text("People"), text("Bonuses"), text("A month"), text("of all"),
    )  # fmt: skip
    lines = [_role(one, budget, words) for one in budget.roles]
    whole = budget.whole
    department = Line(
        None,
        say(text("Department")),
        (
            Cell(words.language.number(sum(one.role.people for one in budget.roles))),
            words.money(whole.bonuses),
            _tipped(words.money(budget.monthly, strong=True), whole, words),
            _part(whole.total, whole.total, words),
        ),
        is_sum=True,
    )
    name = budget.scenario.name if budget.scenario else say(text("Base"))
    keys = [line.key for line in lines]
    at = keys.index(chosen) if chosen in keys else None
    return Table(tuple(say(head) for head in heads), (*lines, department), at, name)


def gaps(budget: PayBudget, words: Words) -> Text | None:
    """Which roles have no number, and why; None where all have theirs."""
    found = [
        text("{metric}: {reason}", metric=one.role.name, reason=words.reason(total))
        for one in budget.roles
        if isinstance(total := one.whole.total, Problem)
    ]
    if not found:
        return None
    parts = found[:_MOST_REASONS]
    left = len(found) - len(parts)
    if left:
        parts.append(plural("and {n} more role", "and {n} more roles", left))
    return text("without a number: {parts}", parts=joined(parts, "; "))


def _scenario(budget: PayBudget, base: PayBudget, words: Words) -> Line:
    whole = budget.whole
    cells = (
        words.money(whole.bonuses),
        words.money(budget.monthly, strong=True),
        _tipped(words.money(whole.total), whole, words),
        *_compared(budget, base, words),
    )
    name = budget.scenario.name if budget.scenario else words.say(text("Base"))
    return Line(_key(budget), name, cells)


def _compared(budget: PayBudget, base: PayBudget, words: Words) -> tuple[Cell, Cell]:
    if budget is base:
        return Cell(""), Cell("")
    versus = budget.against(base)
    if isinstance(versus.amount, Problem):
        return words.money(versus.amount), words.share(versus.amount)
    if round(versus.amount) == 0:
        return Cell("0", tone="muted"), Cell("")
    amount = Cell(sign_of(versus.amount) + words.language.number(abs(round(versus.amount)), 0))
    if versus.share is None:
        return amount, Cell(NOTHING)
    return amount, Cell(signed_percent(versus.share, words.language))


def _role(one: RoleBudget, budget: PayBudget, words: Words) -> Line:
    whole = one.whole
    cells = (
        Cell(words.language.number(one.role.people)),
        words.money(whole.bonuses),
        _tipped(words.money(times(whole.total, 1 / budget.length)), whole, words),
        _part(whole.total, budget.whole.total, words),
    )
    return Line(one.role.key, one.role.name, cells, one.role.color)


def _tipped(cell: Cell, whole: PayLine, words: Words) -> Cell:
    """The figure with what the plan is made of."""
    if isinstance(whole.total, Problem):
        return cell
    tip = text(
        "over the plan: salaries {salaries}, bonuses {bonuses}, payroll tax {tax}",
        salaries=words.money(whole.salaries).words,
        bonuses=words.money(whole.bonuses).words,
        tax=words.money(whole.tax).words,
    )
    return Cell(cell.words, words.say(tip), cell.tone, cell.strong)


def _part(part: Result, whole: Result, words: Words) -> Cell:
    if isinstance(part, Problem):
        return words.share(part)
    if isinstance(whole, Problem):
        return words.share(whole)
    return words.share(part / whole) if whole else Cell(NOTHING)


def _note(words: Words, months: int) -> Text:
    sign = currency_sign(words.project.client.currency)
    over = plural("the plan is {n} month", "the plan is {n} months", months)
    return joined([over, verbatim(sign)] if sign else [over])


def _key(budget: PayBudget) -> Key | None:
    return budget.scenario.key if budget.scenario else None
