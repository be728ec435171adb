"""What changed in goals, scenarios, actuals, journeys and approvals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from workbench.base.texts import MonthName, Text, plural, text, verbatim
from workbench.checks.wording import listed
from workbench.document.plan import Actual, Approval, Goal, Scenario
from workbench.document.value import Key
from workbench.presenters.differences.change import (
    Change,
    Half,
    Tellers,
    chosen,
    of_value,
    quoted,
    renamed,
    stepped,
    told,
)
from workbench.presenters.differences.matching import matched
from workbench.presenters.differences.series import series_told, series_words
from workbench.presenters.differences.side import Side, Sides, short
from workbench.presenters.measures import PERIODS

_MOST_MONTHS = 3
_PERIODS = {**{str(key): words for key, words in PERIODS.items()}, "plan": text("whole plan")}
_EACH: dict[str, Text] = {
    "month": text("{value} a month"),
    "quarter": text("{value} a quarter"),
    "year": text("{value} a year"),
    "plan": text("{value} in the whole plan"),
}


def goals_told(sides: Sides) -> Iterator[Text]:
    """Goals that went, came and changed."""
    goals = matched(
        sides.before.project.goals,
        sides.after.project.goals,
        lambda goal: (goal.metric, goal.period, goal.value),
        lambda goal: (goal.metric, goal.period),
        lambda goal: goal.metric,
    )
    for goal in goals.removed:
        yield text("{goal} is taken out", goal=_goal(goal, sides.before))
    for goal in goals.added:
        yield text("New goal: {goal}", goal=_aim(goal, sides.after))
    for before, after in goals.pairs:
        yield from told(_goal(after, sides.after), sides, before, after, _GOAL)


def scenarios_told(sides: Sides) -> Iterator[Text]:
    """Scenarios that went, came and changed."""
    scenarios = matched(
        sides.before.project.scenarios, sides.after.project.scenarios, lambda one: one.key
    )
    for scenario in scenarios.removed:
        yield text("{scenario} is taken out", scenario=_scenario(scenario))
    for scenario in scenarios.added:
        yield _new_scenario(scenario, sides.after)
    for before, after in scenarios.pairs:
        yield from told(_scenario(after), sides, before, after, _SCENARIO)


def actuals_told(sides: Sides) -> Iterator[Text]:
    """Actuals metric by metric: month by month as long as they are few."""
    before, after = _by_month(sides.before), _by_month(sides.after)
    changed: dict[Key, list[str]] = defaultdict(list)
    for place in before | after:
        if _figure(before.get(place)) != _figure(after.get(place)):
            changed[place[0]].append(place[1])
    for metric, months in changed.items():
        side = sides.after if metric in sides.after.project.metric_by_key else sides.before
        thing = verbatim(side.metric(metric))
        if len(months) > _MOST_MONTHS:
            yield _many_months(thing, sorted(months))
            continue
        for month in sorted(months):
            old, new = before.get((metric, month)), after.get((metric, month))
            member = text("actual of {month}", month=MonthName(month))
            words = _actual(sides.before, old), _actual(sides.after, new)
            yield from stepped(thing, member, *words)


def journeys_told(sides: Sides) -> Iterator[Text]:
    """How many ways to a deal went, came and changed."""
    journeys = matched(
        sides.before.project.journeys,
        sides.after.project.journeys,
        lambda one: one,
        lambda one: (one.closed, one.value, one.count),
    )
    if journeys.removed:
        n = len(journeys.removed)
        yield plural("{n} journey is taken out", "{n} journeys are taken out", n)
    if journeys.added:
        yield plural("{n} journey is added", "{n} journeys are added", len(journeys.added))
    changed = sum(before != after for before, after in journeys.pairs)
    if changed:
        yield plural("{n} journey is changed", "{n} journeys are changed", changed)


def approvals_told(sides: Sides) -> Iterator[Text]:
    """Findings that are accepted now, and no longer."""
    approvals = matched(
        sides.before.project.approvals,
        sides.after.project.approvals,
        lambda one: (one.code, one.subject, one.role, one.fingerprint),
        lambda one: (one.code, one.subject, one.role),
    )
    for approval in approvals.removed:
        yield text("No longer accepted: {finding}", finding=_finding(approval, sides.before))
    for approval in approvals.added:
        yield _accepted(approval, sides.after)
    for before, after in approvals.pairs:
        yield from told(_finding(after, sides.after), sides, before, after, _APPROVAL)


def _goal(goal: Goal, side: Side) -> Text:
    return text("The goal “{metric}”", metric=side.metric(goal.metric))


def _aim(goal: Goal, side: Side) -> Text:
    value = verbatim(side.value(goal.metric, goal.value))
    each = Text(_EACH[goal.period].id, (("value", value),))
    return text("“{metric}”, {value}", metric=side.metric(goal.metric), value=each)


def _goal_value(half: Half[Goal]) -> str:
    return half.side.value(half.owner.metric, half.value)


def _scenario(scenario: Scenario) -> Text:
    return text("The scenario “{name}”", name=short(scenario.name))


def _new_scenario(scenario: Scenario, side: Side) -> Text:
    name = short(scenario.name)
    values = [
        f"{side.metric(key)} {series_words(side, key, value)}".rstrip(" ")
        for key, value in scenario.values.items()
    ]
    if not values:
        return text("New scenario “{name}”", name=name)
    return text("New scenario “{name}”: {values}", name=name, values=listed(values))


def _scenario_values(change: Change[Scenario]) -> Iterator[Text]:
    sides = Sides(change.before.side, change.after.side)
    before, after = change.before.value, change.after.value
    for key in before | after:
        old, new = before.get(key), after.get(key)
        if old != new:
            side = sides.after if key in after else sides.before
            thing = text("{thing} · {metric}", thing=change.thing, metric=side.metric(key))
            yield from series_told(thing, sides, key, old, new)


def _by_month(side: Side) -> dict[tuple[Key, str], Actual]:
    return {(actual.metric, actual.month): actual for actual in side.project.actuals}


def _figure(actual: Actual | None) -> float | None:
    return None if actual is None else actual.value


def _actual(side: Side, actual: Actual | None) -> str:
    return "" if actual is None else side.value(actual.metric, actual.value)


def _many_months(metric: Text, months: list[str]) -> Text:
    return plural(
        "{metric}: actuals of {n} month, {first} – {last}",
        "{metric}: actuals of {n} months, {first} – {last}",
        len(months),
        metric=metric, first=MonthName(months[0]), last=MonthName(months[-1]),
    )  # fmt: skip


def _finding(approval: Approval, side: Side) -> Text:
    """The check with what it is about: a metric, a role, both, or a topic in words."""
    project = side.project
    words = [approval.code]
    if approval.subject in project.metric_by_key:
        words.append(side.metric(approval.subject))
    elif approval.subject and approval.subject != approval.role:
        words.append(short(approval.subject))
    if approval.role is not None:
        words.append(side.role(approval.role))
    return verbatim(" · ".join(words))


def _anew(change: Change[Approval]) -> Iterator[Text]:
    """The finding has changed since, and the person accepts what it says now."""
    yield text("Accepted anew: {finding}", finding=change.thing)


def _accepted(approval: Approval, side: Side) -> Text:
    finding = _finding(approval, side)
    if not approval.reason:
        return text("Accepted: {finding}", finding=finding)
    return text("Accepted: {finding} ({reason})", finding=finding, reason=short(approval.reason))


_GOAL: Tellers = {
    "value": of_value(text("value"), _goal_value),
    "period": of_value(text("period"), chosen(_PERIODS)),
}
_SCENARIO: Tellers = {"name": renamed, "values": _scenario_values}
_APPROVAL: Tellers = {
    "reason": of_value(text("reason"), quoted),
    "fingerprint": _anew,
}
