"""What changed in the metrics."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import Text, text, verbatim
from workbench.document.changes import Changes
from workbench.document.metric import Hint, Influence, Metric
from workbench.formula.parser import stored
from workbench.formula.printer import shown_text
from workbench.formula.syntax import FormulaError
from workbench.presenters.differences.change import (
    Change,
    Half,
    Tellers,
    chosen,
    of_lines,
    of_parts,
    of_value,
    quoted,
    renamed,
    told,
    untold,
)
from workbench.presenters.differences.series import metric_value, series_words
from workbench.presenters.differences.side import Side, Sides, short
from workbench.presenters.measures import BETTER, HORIZONS, KINDS, NOTHING, OVER_TIME, UNITS

_MOST_LETTERS = 240  # of a formula


def metrics_told(sides: Sides, changes: Changes) -> Iterator[Text]:
    """Metrics that went, came and changed."""
    for metric in changes.before.metrics:
        if metric.key in changes.metrics.removed:
            name = sides.before.metric(metric.key)
            yield text("The metric “{name}” is taken out", name=name)
    for metric in changes.after.metrics:
        if metric.key in changes.metrics.added:
            yield _new(metric, sides.after)
        elif metric.key in changes.metrics.replaced:
            before = changes.before.metric_by_key[metric.key]
            thing = verbatim(sides.after.metric(metric.key))
            yield from told(thing, sides, before, metric, _METRIC)


def _new(metric: Metric, side: Side) -> Text:
    name = side.metric(metric.key)
    if metric.formula is not None:
        formula = _formula_words(metric.formula, side)
        return text("New metric “{name}” = {formula}", name=name, formula=formula)
    value = series_words(side, metric.key, metric.value)
    if value:
        return text("New metric “{name}”: {value}", name=name, value=value)
    return text("New metric “{name}”", name=name)


def _formula_words(formula: str, side: Side) -> str:
    """The formula by names; as it stands in the file where it cannot be read."""
    try:
        tree = stored(formula)
    except FormulaError:
        return short(formula, _MOST_LETTERS)
    return short(shown_text(tree, side.names, side.language.decimal), _MOST_LETTERS)


def _formula(half: Half[Metric]) -> str:
    return "" if half.value is None else _formula_words(half.value, half.side)


def _value(half: Half[Metric]) -> str:
    """A value in the unit of the metric it belongs to."""
    return half.side.value(half.owner.key, half.value)


def _hint(half: Half[Metric]) -> str:
    """Both ends of the market range, and where they are from."""
    hint: Hint | None = half.value
    if hint is None:
        return ""
    ends = [half.side.value(half.owner.key, end) or NOTHING for end in (hint.low, hint.high)]
    source = ", ".join(short(words) for words in (hint.source, hint.date) if words)
    return f"{ends[0]} – {ends[1]} ({source})" if source else f"{ends[0]} – {ends[1]}"


def _metric(half: Half[Metric]) -> str:
    return "" if half.value is None else half.side.metric(half.value)


def _phase(half: Half[Metric]) -> str:
    return half.side.phases.get(half.value, "")


def _channel(half: Half[Metric]) -> str:
    return half.side.channels.get(half.value, "")


def _guards(half: Half[Metric]) -> Iterator[str]:
    return (half.side.metric(key) for key in half.value)


def _direct(change: Change[Influence]) -> Iterator[Text]:
    if change.after.value:
        yield text("“{metric}” can be moved directly", metric=change.thing)
    else:
        yield text("“{metric}” can no longer be moved directly", metric=change.thing)


_INFLUENCE: Tellers = {
    "direct": _direct,
    "horizon": of_value(text("horizon of influence"), chosen(HORIZONS)),
    "action": of_value(text("action"), quoted),
}
_METRIC: Tellers = {
    "name": renamed,
    "kind": of_value(text("kind"), chosen(KINDS)),
    "unit": of_value(text("unit"), chosen(UNITS)),
    "unit_label": of_value(text("unit in words"), quoted),
    "over_time": of_value(text("over time"), chosen(OVER_TIME)),
    "formula": of_value(text("formula"), _formula),
    "value": metric_value,
    "low": of_value(text("low end of the range"), _value),
    "high": of_value(text("high end of the range"), _value),
    "norm": of_value(text("norm"), _value),
    "influence": of_parts(Influence(), _INFLUENCE),
    "phase": of_value(text("phase"), _phase),
    "channel": of_value(text("channel"), _channel),
    "source": of_value(text("source"), quoted),
    "recorded_by": of_value(text("recorded by"), quoted),
    "from_stage": of_value(text("start of the arrow"), _metric),
    "to_stage": of_value(text("end of the arrow"), _metric),
    "hint": of_value(text("market range"), _hint),
    "guards": of_lines(text("counter-metrics"), _guards),
    "gaming": of_value(text("how it could be cheated"), quoted),
    "better": of_value(text("direction"), chosen(BETTER)),
    "position": untold,
    "note": of_value(text("note"), quoted),
}
