"""A scale in a few words."""

from __future__ import annotations

import math

from workbench.base.texts import Figure, Text, joined, text, verbatim
from workbench.document.kpi import Kpi, Scale
from workbench.document.metric import Metric
from workbench.planning.completion import most_counted

_MOST_POINTS = 4


def scale_words(kpi: Kpi, metric: Metric) -> Text:
    """How the scale pays: straight or in steps, from where and up to where."""
    scale, most = kpi.scale, most_counted(kpi, metric)
    parts = [_kind(scale)]
    least = max(scale.threshold or 0.0, scale.points[0][0] if scale.points else 0.0)
    if least:
        parts.append(text("nothing below {share}", share=share(least)))
    ends = [end for end in (scale.cap, *_last(scale)) if end is not None]
    if most is not None and most < min(ends, default=math.inf):
        parts.append(_end(metric, most))
    elif ends:
        parts.append(text("counts up to {share}", share=share(min(ends))))
    else:
        parts.append(text("no upper end"))
    return joined(parts, " · ")


def share(value: float) -> Figure:
    """A share in the words of a sentence."""
    return Figure(value, "percent")


def point_words(done: float, paid: float) -> Text:
    """A completion with what it pays."""
    return text("{done} → {paid}", done=share(done), paid=share(paid))


def _last(scale: Scale) -> tuple[float, ...]:
    """The last point, beyond which its payout stays."""
    return (max(done for done, _ in scale.points),) if scale.points else ()


def _kind(scale: Scale) -> Text:
    if scale.kind == "linear" and all(done == paid for done, paid in scale.points):
        return text("paid as completed")
    some = [point_words(*point) for point in scale.points[:_MOST_POINTS]]
    points = joined([*some, *[verbatim("…")] * (len(scale.points) > _MOST_POINTS)])
    if scale.kind == "steps":
        return text("in steps {points}", points=points)
    return text("evenly {points}", points=points)


def _end(metric: Metric, most: float) -> Text:
    if metric.unit == "yes_no":
        return text("yes or no")
    if metric.better == "within":
        return text("the plan is the most")
    return text("up to the maximum, {share}", share=share(most))
