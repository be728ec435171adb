"""A goal that the plan does not reach

Finds a goal that the present numbers of the plan miss: by how much, and the cheapest lever, which
is the input somebody can move directly that needs the smallest change to reach it alone. An input
goes no further than its market range, or 30% where there is none, and a conversion no further
than 100%. Where a scenario reaches the goal, that is only a hint.

A plan that does not reach its goal is a wish. With the conversions and the goal one knows today
which lever has to move, whose it is, and by how much; finding out at the end of the year is too
late.

Agree with the owner of the lever on moving it, take over the scenario that reaches the goal, or
agree on a goal that the plan can reach.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.base.texts import Argument, Figure, Text, joined, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.goals import set_goal
from workbench.checks.system import System
from workbench.checks.wording import figure, goal_period, small_percent
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.plan import Goal, Scenario
from workbench.formula.values import Problem
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate
from workbench.planning.goals import meets, progress
from workbench.planning.levers import Levers, Move, Ways, beyond
from workbench.planning.payroll import paid_roles

# A calculation is what takes longest here: so many are spent on levers, so many on scenarios.
_CALCULATIONS, _SCENARIOS = 6, 3


@dataclass(frozen=True, slots=True)
class _Missed:
    """A goal beside what the plan gives for it."""

    goal: Goal
    forecast: float


def find(system: System) -> Iterator[Finding]:
    """Goals that are missed."""
    missed = tuple(_missed(system))
    levers = Levers(system.forecast, system.control)
    others = tuple(_scenarios(system)) if missed else ()
    for number, one in enumerate(missed):
        reaching = next((other for other in others if _reaches(system, other, one.goal)), None)
        if reaching is not None and reaching.scenario is not None:
            yield _planned(system, one, reaching.scenario)
        else:
            yield _finding(system, one, levers.ways(one.goal, _spent(number, len(missed))))


def _spent(number: int, goals: int) -> int:
    """How many calculations are spent on a goal, so that all of them stay quick."""
    return max(1, _CALCULATIONS // goals) if number < _CALCULATIONS else 0


def _missed(system: System) -> Iterator[_Missed]:
    for goal in system.project.goals:
        metric, reached = system.metric(goal.metric), progress(system.forecast, goal).forecast
        if metric.better == "within" or isinstance(reached, Problem):
            continue
        if paid_roles(system.forecast, goal.metric) and metric.better == "lower":
            continue
        if not meets(metric, reached, goal.value):
            yield _Missed(goal, reached)


def _scenarios(system: System) -> Iterator[Forecast]:
    for scenario in system.project.scenarios[:_SCENARIOS]:
        yield calculate(system.project, scenario)


def _reaches(system: System, forecast: Forecast, goal: Goal) -> bool:
    reached = progress(forecast, goal).forecast
    if isinstance(reached, Problem):
        return False
    return meets(system.metric(goal.metric), reached, goal.value)


def _planned(system: System, missed: _Missed, scenario: Scenario) -> Finding:
    """The finding about a goal that a scenario reaches."""
    reaches = text("The scenario “{name}” reaches it", name=scenario.name)
    changes = tuple(
        ChangeMetric(key, {"value": value}, system.metric(key).name)
        for key, value in scenario.values.items()
    )
    computed = any(system.metric(key).is_computed for key in scenario.values)
    mend = Mend(text("Take the values of the scenario “{name}” into the plan", name=scenario.name),
                changes)  # fmt: skip
    return Finding(
        "hint",
        joined([_gap(system, missed), reaches], ". "),
        metric=missed.goal.metric,
        place="plan",
        basis=_basis(missed),
        mends=() if computed else (mend,),
    )


def _finding(system: System, missed: _Missed, ways: Ways) -> Finding:
    mends = [_move(system, move) for move in ways.moves]
    return Finding(
        "warning",
        joined([_gap(system, missed), *_lever(system, ways)], ". "),
        metric=missed.goal.metric,
        place="plan",
        basis=_basis(missed),
        mends=tuple(mends or [_agreed(system, missed)]),
    )


def _basis(missed: _Missed) -> tuple[object, ...]:
    """The goal, and coarsely how much of it is missed."""
    gap = abs(missed.forecast - missed.goal.value)
    part = round(gap / abs(missed.goal.value), 1) if missed.goal.value else None
    return missed.goal.value, missed.goal.period, part


def _gap(system: System, missed: _Missed) -> Text:
    """By how much a goal is missed; over a period only what adds up over one."""
    goal, metric = missed.goal, system.metric(missed.goal.metric)
    said: dict[str, Argument] = {
        "metric": metric.name,
        "forecast": figure(missed.forecast, metric, system.project),
        "goal": figure(goal.value, metric, system.project),
        "gap": _difference(system, missed),
    }
    match (metric.over_time == "sum", missed.forecast < goal.value):
        case (True, True):
            return text(
                "The plan does not reach the goal of “{metric}”: {forecast} instead of {goal} "
                "{period}, {gap} less", period=goal_period(goal), **said,
            )  # fmt: skip
        case (True, False):
            return text(
                "The plan does not keep to the goal of “{metric}”: {forecast} instead of {goal} "
                "{period}, {gap} more", period=goal_period(goal), **said,
            )  # fmt: skip
        case (False, True):
            return text(
                "The plan does not reach the goal of “{metric}”: {forecast} instead of {goal}, "
                "{gap} less", **said,
            )  # fmt: skip
        case _:
            return text(
                "The plan does not keep to the goal of “{metric}”: {forecast} instead of {goal}, "
                "{gap} more", **said,
            )  # fmt: skip


def _difference(system: System, missed: _Missed) -> Figure:
    """The gap as a part of the goal; of a goal of nothing, as it is."""
    gap = abs(missed.forecast - missed.goal.value)
    if missed.goal.value:
        return small_percent(gap / abs(missed.goal.value))
    return figure(gap, system.metric(missed.goal.metric), system.project)


def _lever(system: System, ways: Ways) -> Iterator[Text]:
    """What would do, or that nothing does; nothing at all where it was not sought."""
    if ways.moves:
        said = _moved(system, ways.moves[0])
        if isinstance(ways.moves[0].value, tuple):
            yield text("The cheapest lever is “{lever}”: {after} on average, now {before}", **said)
        else:
            yield text("The cheapest lever is “{lever}”: {after}, now {before}", **said)
    elif ways.sought:
        yield text("No lever reaches it alone within its bounds")


def _move(system: System, move: Move) -> Mend:
    """The lever moved; its owner has to agree."""
    owner = system.role(move.owner).name if move.owner else ""
    return Mend(
        _move_title(system, move),
        (ChangeMetric(move.metric.key, {"value": move.value}, move.metric.name),),
        text("Agree on it with {role}", role=owner)
        if owner
        else text("Nobody owns this lever yet"),
    )


def _move_title(system: System, move: Move) -> Text:
    said = _moved(system, move)
    match (move.factor > 1, isinstance(move.value, tuple)):
        case (True, False):
            return text("Raise “{lever}” from {before} to {after}", **said)
        case (False, False):
            return text("Lower “{lever}” from {before} to {after}", **said)
        case (True, True):
            return text("Raise “{lever}” from {before} to {after} on average", **said)
        case _:
            return text("Lower “{lever}” from {before} to {after} on average", **said)


def _moved(system: System, move: Move) -> dict[str, Argument]:
    """What a sentence about a lever says: its name and what it is before and after."""
    before = _average(move.metric.value)
    return {
        "lever": move.metric.name,
        "before": figure(before, move.metric, system.project),
        "after": figure(_average(move.value), move.metric, system.project),
    }


def _average(value: float | tuple[float | None, ...] | None) -> float:
    numbers = [one for one in value if one is not None] if isinstance(value, tuple) else [value]
    return math.fsum(one or 0.0 for one in numbers) / max(1, len(numbers))


def _agreed(system: System, missed: _Missed) -> Mend:
    """The goal set to what the plan gives, in round figures."""
    goal, metric = missed.goal, system.metric(missed.goal.metric)
    value = beyond(missed.forecast, upwards=missed.forecast > goal.value)
    title = text(
        "Set the goal of “{metric}” to what the plan gives: {value}",
        metric=metric.name, value=figure(value, metric, system.project),
    )  # fmt: skip
    return set_goal(system, goal, value, title)


CHECK = Check("KPI602", find, __doc__)
