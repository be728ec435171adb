"""What each function of the formula language does and takes, in one line."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.texts import Text, context, text
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.formula_words import Call


@dataclass(frozen=True, slots=True)
class Function:
    """A function with the names of its arguments; those after `needed` may be left out."""

    name: str
    arguments: tuple[Text, ...]
    about: Text
    needed: int = 99


_VALUE = context("argument", "value")
_METRIC = context("argument", "metric")
_ROLE = context("argument", "role")
_DECIMALS = context("argument", "decimals")
_CONDITION = context("argument", "condition")
_THEN = context("argument", "then")
_ELSE = context("argument", "else")
_MANY = (_VALUE, context("argument", "value…"))
FUNCTIONS = (
    Function("sum", _MANY, text("adds up values")),
    Function("min", _MANY, text("the smallest of the values")),
    Function("max", _MANY, text("the largest of the values")),
    Function("mean", _MANY, text("the average of the values")),
    Function("round", (_VALUE, _DECIMALS), text("rounds to decimals"), needed=1),
    Function("ceil", (_VALUE,), text("rounds up to a whole number")),
    Function("floor", (_VALUE,), text("rounds down to a whole number")),
    Function("abs", (_VALUE,), text("the value without its sign")),
    Function(
        "if",
        (_CONDITION, _THEN, _ELSE),
        text("one of two values, by a condition such as a > b"),
    ),
    Function(
        "lag",
        (_METRIC, context("argument", "months"), context("argument", "at first")),
        text("the metric some months before; “at first” stands where there is none yet"),
        needed=2,
    ),
    Function("cumulative", (_METRIC,), text("the metric added up since the start of the plan")),
    Function("workdays", (), text("working days of the month in the client's country")),
    Function("people", (_ROLE,), text("how many people the role has")),
    Function("cost", (_ROLE,), text("what the role costs in a month, bonus and taxes included")),
)
BY_NAME = {function.name: function for function in FUNCTIONS}


def usage(desk: Desk, function: Function) -> str:
    """The function with the names of its arguments, such as “lag(metric; months; [at first])”."""
    return f"{function.name}({_separator(desk).join(_arguments(desk, function))})"


def help_line(desk: Desk, call: Call | None) -> str:
    """What the function round the cursor takes, the argument being typed in angle brackets."""
    function = BY_NAME.get(call.function) if call else None
    if call is None or function is None:
        return ""
    names = _arguments(desk, function)
    if names:
        at = min(call.argument, len(names) - 1)
        names[at] = f"‹{names[at]}›"
    listed = _separator(desk).join(names)
    return f"{function.name}({listed}): {desk.say(function.about)}"


def _arguments(desk: Desk, function: Function) -> list[str]:
    names = [desk.say(argument) for argument in function.arguments]
    return [f"[{name}]" if at >= function.needed else name for at, name in enumerate(names)]


def _separator(desk: Desk) -> str:
    return "; " if desk.language.decimal == "," else ", "
