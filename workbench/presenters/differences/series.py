"""Values that are one number, or one a month."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import MonthName, Text, plural, text, verbatim
from workbench.document.metric import Metric
from workbench.document.value import Key
from workbench.presenters.differences.change import Change, stepped
from workbench.presenters.differences.side import Side, Sides
from workbench.presenters.measures import NOTHING

Series = float | tuple[float | None, ...] | None
_MOST_MONTHS = 3


def metric_value(change: Change[Metric]) -> Iterator[Text]:
    """The value of a metric."""
    sides = Sides(change.before.side, change.after.side)
    key = change.after.owner.key
    yield from series_told(change.thing, sides, key, change.before.value, change.after.value)


def series_told(
    thing: Text, sides: Sides, metric: Key, before: Series, after: Series
) -> Iterator[Text]:
    """What changed in the values of a metric: single months, as long as they are few."""
    if isinstance(before, tuple) and isinstance(after, tuple) and len(before) == len(after):
        yield from _months(thing, sides, metric, before, after)
    else:
        words = series_words(sides.before, metric, before), series_words(sides.after, metric, after)
        yield from stepped(thing, text("value"), *words)


def series_words(side: Side, metric: Key, value: Series) -> str:
    """A number, or the first ones of several months."""
    if not isinstance(value, tuple):
        return side.value(metric, value)
    first = [side.value(metric, one) or NOTHING for one in value[:_MOST_MONTHS]]
    more = ["…"] if len(value) > _MOST_MONTHS else []
    return side.say(text("by month: {values}", values="; ".join(first + more)))


def _months(
    thing: Text, sides: Sides, metric: Key,
    before: tuple[float | None, ...], after: tuple[float | None, ...],
) -> Iterator[Text]:  # fmt: skip
    changed = [at for at, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
    month = sides.after.project.calendar.month
    if len(changed) > _MOST_MONTHS:
        yield plural(
            "{thing}: {n} month changed, {first} – {last}",
            "{thing}: {n} months changed, {first} – {last}",
            len(changed),
            thing=thing, first=MonthName(month(changed[0])), last=MonthName(month(changed[-1])),
        )  # fmt: skip
        return
    for at in changed:
        name = verbatim(sides.after.language.month(month(at)))
        words = sides.before.value(metric, before[at]), sides.after.value(metric, after[at])
        yield from stepped(thing, name, *words)
