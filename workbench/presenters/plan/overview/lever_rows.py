"""The rows of the levers: from where to where each may go, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.base.languages import Language
from workbench.base.texts import text
from workbench.document.metric import Metric
from workbench.document.plan import Given, Goal
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.bounds import can_scale, ends, is_bounded, mean_of, numbers_of, times
from workbench.planning.control import Control
from workbench.planning.goals import meets, progress
from workbench.planning.solve import LeverRange
from workbench.presenters.inspector.rows import Chip, Option
from workbench.presenters.measures import HORIZONS, NOTHING, shown_value, signed_percent
from workbench.presenters.plan.numbers import Numbers
from workbench.presenters.plan.overview.picture import LeverRow, Outcome
from workbench.presenters.tones import Tone, tone_of_change

_DUST = 5e-7
_FIGURES = 3


def lever_rows(
    numbers: Numbers, goal: Goal, ranges: Sequence[LeverRange], language: Language
) -> Iterator[LeverRow]:
    """A row for each lever, in the order of the funnel."""
    project = numbers.project
    order = {metric.key: at for at, metric in enumerate(project.metrics)}
    holders = Control(numbers.base).holders(goal.metric)
    for lever in sorted(ranges, key=lambda one: order[one.metric]):
        role = holders.get(lever.metric)
        owner = project.role(role) if role else None
        chip = Chip(owner.key, owner.name, owner.color) if owner else None
        yield _row(project.metric(lever.metric), lever, chip, numbers, language)


def _row(
    metric: Metric, lever: LeverRange, owner: Chip | None, numbers: Numbers, language: Language
) -> LeverRow:
    assert metric.value is not None
    base, now = mean_of(metric.value), _now(metric, numbers)
    low, high = ends(metric, lever.low, lever.high)
    first, last = min(low, now), max(high, now)

    def said(value: float) -> str:
        return shown_value(metric, value, numbers.project, language, compact=True)

    horizon = metric.influence.horizon
    soon = language.say(HORIZONS[horizon]) if horizon else NOTHING
    tip = text(
        "{name}: from {low} to {high}. How soon a move shows: {soon}",
        name=metric.name, low=said(low), high=said(high), soon=soon,
    )  # fmt: skip
    moved = abs(now - base) > _DUST * abs(base)
    return LeverRow(
        metric.key, metric.name, owner, said(base), said(now), now, low, high,
        _place(now, first, last), _place(base, first, last), metric.is_share, moved,
        moved and min(abs(now - low), abs(now - high)) <= _DUST * abs(base), language.say(tip),
    )  # fmt: skip


def moved_to(metric: Metric, value: float) -> Given:
    """The months of an input whose mean is to be another; no share above 100 %."""
    assert metric.value is not None
    factor = value / mean_of(metric.value)
    if is_bounded(metric):
        factor = min(factor, 1 / max(numbers_of(metric.value)))
    return times(metric.value, factor) if isinstance(metric.value, tuple) else float(value)


def in_steps(row: LeverRow, share: float) -> float:
    """The value at a place of the slider, in round figures that stay within the bounds."""
    first, last = min(row.low, row.value), max(row.high, row.value)
    rounded = float(f"{first + (last - first) * share:.{_FIGURES}g}")
    return min(max(rounded, first), last)


def outcome(numbers: Numbers, goal: Goal, language: Language) -> Outcome:
    """What the goal's metric is now, and how far from the base."""
    metric = numbers.project.metric(goal.metric)
    result = progress(numbers.chosen, goal).forecast
    if isinstance(result, Problem):
        return Outcome(NOTHING, tip=language.say(result.reason))
    shown = shown_value(metric, result, numbers.project, language, compact=True)
    base = progress(numbers.base, goal).forecast
    tone: Tone = "good" if meets(metric, result, goal.value) else "warn"
    if isinstance(base, Problem) or not base or abs(result / base - 1) <= _DUST:
        return Outcome(shown, tone=tone)
    change = (result - base) / abs(base)
    good = tone_of_change(metric, change)
    return Outcome(shown, signed_percent(change, language), tone, change_tone=good)


def more_levers(numbers: Numbers, goal: Goal, taken: set[Key]) -> tuple[Option, ...]:
    """Inputs beneath the goal that are no levers yet."""
    beneath = numbers.base.beneath(goal.metric)
    project = numbers.project
    return tuple(
        Option(metric.key, metric.name)
        for metric in project.metrics
        if metric.key in beneath and metric.key not in taken and can_scale(metric)
    )


def _now(metric: Metric, numbers: Numbers) -> float:
    known = (v for v in numbers.chosen.values[metric.key] if not isinstance(v, Problem))
    return mean_of(tuple(known))


def _place(value: float, low: float, high: float) -> float:
    return (value - low) / (high - low) if high > low else 0.5
