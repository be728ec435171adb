"""From a formula tree to the text of an Excel formula: English names, commas, cell addresses.

A cell that lacks something it needs stays empty, as the program answers with a problem: what
must be numbers is asked first, and only divisions and the like are caught when they fail.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from workbench.document.metric import Metric, OverTime
from workbench.formula.syntax import (
    Binary,
    Call,
    Comparison,
    Negative,
    Node,
    Number,
    Ref,
    RoleRef,
    walk,
)

_STRENGTH = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 4}
_NEGATIVE, _ATOM = 3, 5
_FUNCTIONS = {"sum": "SUM", "mean": "AVERAGE", "min": "MIN", "max": "MAX", "abs": "ABS"}
_SUMMARIES: dict[OverTime, str] = {"sum": "SUM", "mean": "AVERAGE", "ratio": "AVERAGE"}
# Excel refuses longer formulas and functions nested deeper than 64 levels.
_LONGEST, _DEEPEST = 8_000, 60


class Cells(Protocol):
    """Where the values are that formulas mention; addresses as they stand on the same sheet."""

    @property
    def months(self) -> int: ...
    def month(self, metric: str, month: int) -> str: ...
    def span(self, metric: str, first: int, last: int) -> str: ...
    def total(self, metric: str) -> str: ...
    def workdays(self, month: int | None) -> str: ...
    def people(self, role: str) -> str: ...
    def cost(self, role: str) -> str: ...
    def all_months(self) -> str: ...
    def constant(self, metric: str, value: float) -> str | None: ...
    def over_time(self, metric: str) -> OverTime: ...


@dataclass(frozen=True, slots=True)
class Expression:
    """A piece of a formula; `needs` must hold for it to mean anything, `risky` if it can fail."""

    words: str
    strength: int = _ATOM
    needs: tuple[str, ...] = ()
    risky: bool = False

    def inside(self, strength: int) -> str:
        """The piece as part of something that holds together as tightly as `strength`."""
        return self.words if self.strength >= strength else f"({self.words})"


@dataclass(frozen=True, slots=True)
class Place:
    """Which metric's formula is written, and for which month; None is the total of the plan."""

    cells: Cells
    metric: str
    month: int | None = None


def month_formula(tree: Node, cells: Cells, metric: str, month: int) -> str:
    """The formula of a computed metric in one month."""
    return guarded(_written(tree, Place(cells, metric, month)))


def total_formula(tree: Node | None, cells: Cells, metric: Metric) -> str:
    """The total of a metric over the plan; a ratio is computed again from its parts."""
    if metric.over_time == "ratio" and metric.from_stage is not None:
        return guarded(_weighted(metric.key, metric.from_stage, cells))
    if metric.over_time == "ratio" and tree is not None:
        return guarded(_written(tree, Place(cells, metric.key)))
    if metric.over_time == "last":
        return guarded(_cell(cells.month(metric.key, cells.months - 1)))
    whole = cells.span(metric.key, 0, cells.months - 1)
    summary = _SUMMARIES[metric.over_time]
    return guarded(Expression(f"{summary}({whole})", needs=(_filled(whole),)))


def guarded(expression: Expression) -> str:
    """The formula of a cell that stays empty where a number is missing or a division fails."""
    words = expression.words
    if expression.needs:
        words = f'IF({_all(expression.needs)},{words},"")'
    return f'IFERROR({words},"")' if expression.risky else words


def fits(formula: str) -> bool:
    """Whether Excel takes a formula of this length and depth."""
    depth = deepest = 0
    for sign in formula:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        deepest = max(deepest, depth)
    return len(formula) <= _LONGEST and deepest <= _DEEPEST


def own_numbers(tree: Node) -> tuple[float, ...]:
    """Numbers of a formula that deserve a cell: not 0, 1, a lag's months or places of rounding."""
    settings = {
        id(argument)
        for call in walk(tree)
        if isinstance(call, Call) and call.function in {"lag", "round"}
        for argument in call.arguments[1:2]
    }
    numbers = (part for part in walk(tree) if isinstance(part, Number))
    amounts = (amount(number) for number in numbers if id(number) not in settings)
    return tuple(value for value in dict.fromkeys(amounts) if value not in {0, 1})


def amount(number: Number) -> float:
    """What a number of a formula is worth: 80% is 0.8."""
    return number.value / 100 if number.percent else number.value


def is_number(cell: str) -> str:
    """The condition that a cell is filled."""
    return f"ISNUMBER({cell})"


def _filled(cells: str) -> str:
    return f"COUNT({cells})=COLUMNS({cells})" if ":" in cells else is_number(cells)


def _all(needs: tuple[str, ...]) -> str:
    return needs[0] if len(needs) == 1 else f"AND({','.join(needs)})"


def _joined(parts: Iterable[Expression]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(need for part in parts for need in part.needs))


def _cell(address: str) -> Expression:
    return Expression(address, needs=(_filled(address),))


def _weighted(conversion: str, stage: str, cells: Cells) -> Expression:
    last = cells.months - 1
    volumes, shares = cells.span(stage, 0, last), cells.span(conversion, 0, last)
    words = f"SUMPRODUCT({volumes},{shares})/SUM({volumes})"
    return Expression(words, 2, (_filled(volumes), _filled(shares)), risky=True)


def _written(node: Node, place: Place) -> Expression:
    match node:
        case Number():
            return _number(node, place)
        case Ref(key):
            return _cell(_metric(key, place))
        case Negative(operand):
            inner = _written(operand, place)
            return replace(inner, words=f"-{inner.inside(_ATOM)}", strength=_NEGATIVE)
        case Binary():
            return _binary(node, place)
        case Comparison(relation, left, right):
            one, two = _written(left, place), _written(right, place)
            words = f"{one.words}{relation}{two.words}"
            return Expression(words, 0, _joined((one, two)), one.risky or two.risky)
        case Call():
            return _call(node, place)
        case RoleRef():
            raise TypeError(node)


def _number(node: Number, place: Place) -> Expression:
    cell = place.cells.constant(place.metric, amount(node))
    return Expression(f"{amount(node):.15g}") if cell is None else _cell(cell)


def _metric(key: str, place: Place) -> str:
    return place.cells.total(key) if place.month is None else place.cells.month(key, place.month)


def _binary(node: Binary, place: Place) -> Expression:
    one, two = _written(node.left, place), _written(node.right, place)
    own = _STRENGTH[node.operator]
    # In Excel a ^ b ^ c is read from the left, and a minus holds tighter than a power.
    left, right = (_ATOM, _ATOM) if node.operator == "^" else (own, own + 1)
    after = two.inside(right)
    if after.startswith("-"):
        after = f"({after})"
    risky = one.risky or two.risky or node.operator in "/^"
    words = f"{one.inside(left)}{node.operator}{after}"
    return Expression(words, own, _joined((one, two)), risky)


def _call(call: Call, place: Place) -> Expression:
    first: Any = call.arguments[0] if call.arguments else None
    match call.function:
        case "lag":
            return _lag(call, place)
        case "cumulative":
            last = place.cells.months - 1 if place.month is None else place.month
            whole = place.cells.span(first.key, 0, last)
            return Expression(f"SUM({whole})", needs=(_filled(whole),))
        case "workdays":
            return _cell(place.cells.workdays(place.month))
        case "people":
            return _cell(place.cells.people(first.key))
        case "cost":
            return _cost(place.cells.cost(first.key), place)
        case "if":
            return _if(call, place)
        case _:
            return _plain(call, place)


def _cost(cell: str, place: Place) -> Expression:
    cost = _cell(cell)
    if place.month is not None:
        return cost
    return replace(cost, words=f"{cell}*COLUMNS({place.cells.all_months()})", strength=2)


def _plain(call: Call, place: Place) -> Expression:
    parts = [_written(argument, place) for argument in call.arguments]
    value = parts[0]
    whole = Expression("", needs=_joined(parts), risky=any(part.risky for part in parts))
    match call.function:
        case "ceil":
            return replace(whole, words=f"-INT(-{value.inside(_ATOM)})", strength=_NEGATIVE)
        case "floor":
            return replace(whole, words=f"INT({value.words})")
        case "round":
            places = parts[1].words if len(parts) > 1 else "0"
            return replace(whole, words=f"ROUND({value.words},{places})")
        case name:
            listed = ",".join(part.words for part in parts)
            return replace(whole, words=f"{_FUNCTIONS[name]}({listed})")


def _if(call: Call, place: Place) -> Expression:
    """Only the branch that holds must mean something; the other one may lack its numbers."""
    condition, yes, no = (_written(argument, place) for argument in call.arguments)
    branches = [_branch(branch, condition.needs) for branch in (yes, no)]
    words = f"IF({condition.words},{branches[0].words},{branches[1].words})"
    risky = condition.risky or any(branch.risky for branch in branches)
    return Expression(words, needs=condition.needs, risky=risky)


def _branch(branch: Expression, known: tuple[str, ...]) -> Expression:
    needs = tuple(need for need in branch.needs if need not in known)
    if not needs:
        return branch
    return replace(branch, words=f"IF({_all(needs)},{branch.words},NA())", risky=True)


def _lag(call: Call, place: Place) -> Expression:
    metric: Any = call.arguments[0]
    months: Any = call.arguments[1]
    lag = Lag(metric.key, int(months.value), next(iter(call.arguments[2:]), None))
    return _total_of_lag(lag, place) if place.month is None else _lagged(lag, place)


@dataclass(frozen=True, slots=True)
class Lag:
    """A metric some months before, with what stands for it before the plan."""

    metric: str
    months: int
    initial: Node | None


def _lagged(lag: Lag, place: Place) -> Expression:
    month = place.month or 0
    if month >= lag.months:
        return _cell(place.cells.month(lag.metric, month - lag.months))
    if lag.initial is None:
        return _cell(place.cells.month(lag.metric, 0))
    return _written(lag.initial, place)


def _total_of_lag(lag: Lag, place: Place) -> Expression:
    """The total of a metric moved by some months: what came before the plan, and the rest."""
    cells, before = place.cells, min(lag.months, place.cells.months)
    parts = [_lagged(lag, replace(place, month=month)) for month in range(before)]
    if before < cells.months:
        rest = cells.span(lag.metric, 0, cells.months - 1 - lag.months)
        parts.append(Expression(rest, needs=(_filled(rest),)))
    summary = _SUMMARIES.get(cells.over_time(lag.metric))
    whole = Expression("", needs=_joined(parts), risky=any(part.risky for part in parts))
    if summary is None:
        last = _lagged(lag, replace(place, month=cells.months - 1))
        return replace(whole, words=last.words, strength=last.strength)
    listed = ",".join(part.words for part in parts)
    return replace(whole, words=f"{summary}({listed})")
