"""The curve of a KPI: what every completion pays, its points and limits, and where it is now."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import Text, text
from workbench.document.kpi import Kpi, Scale
from workbench.formula.values import Problem
from workbench.planning.completion import most_counted
from workbench.planning.pay import KpiPay, payout
from workbench.presenters.charts import CurvePicture, Level, Mark
from workbench.presenters.plan.pay.picture import Curve
from workbench.presenters.plan.pay.scale_words import point_words, scale_words, share
from workbench.presenters.plan.pay.words import Words
from workbench.presenters.scale import scale

_LITTLE = 1e-9
_SEEN = 1e-6  # a smaller jump of the payout cannot be seen
_BEYOND = 0.1
_SHORTEST, _LONGEST = 1.3, 2.0
_HIGHEST = 1.1


def curve(part: KpiPay, words: Words, color: str) -> Curve:
    """The curve of one KPI of a role that is tried."""
    kpi, metric = part.kpi, words.project.metric(part.kpi.metric)
    most = most_counted(kpi, metric)
    marks = tuple(_marks(part, most, words))
    line = _line(kpi.scale, most, max((mark.x for mark in marks), default=0.0))
    percent = words.language.percent
    chart = CurvePicture(
        points=line,
        x=scale((line[-1][0],), percent),
        y=scale((_HIGHEST, *(paid for _, paid in line)), percent),
        marks=marks,
        levels=tuple(_levels(kpi, most, words)),
        color=color,
        tip=words.say(scale_words(kpi, metric)),
    )
    return Curve(metric.name, chart)


def _line(of: Scale, most: float | None, seen: float) -> tuple[tuple[float, float], ...]:
    """From zero to a little beyond the last turn and mark, with both ends of every jump."""
    turns = sorted({0.0, *_turns(of, most)})
    end = max(_SHORTEST, turns[-1] + _BEYOND, seen)
    return tuple(dict.fromkeys(_corners(of, most, [*turns, end])))


def _corners(of: Scale, most: float | None, turns: list[float]) -> Iterator[tuple[float, float]]:
    for done in turns:
        paid, before = payout(of, done, most), payout(of, done - _LITTLE, most)
        if done > 0 and abs(before - paid) > _SEEN:
            yield done, before
        yield done, paid


def _turns(of: Scale, most: float | None) -> Iterator[float]:
    yield from (done for done, _ in of.points)
    yield from (end for end in (of.threshold, of.cap, most) if end is not None)


def _marks(part: KpiPay, most: float | None, words: Words) -> Iterator[Mark]:
    """Where the fact stands comes first: its words have to be there. Far ones are left out.

    So are points of the scale that nothing counts up to.
    """
    done, paid = part.completion, part.payout
    if not isinstance(done, Problem) and not isinstance(paid, Problem) and 0 <= done <= _LONGEST:
        said = text("now {done} → {paid}", done=share(done), paid=share(paid))
        yield Mark(done, paid, words.say(said))
    for point in part.kpi.scale.points:
        if most is None or point[0] <= most:
            yield Mark(*point, "", words.say(point_words(*point)))


def _levels(kpi: Kpi, most: float | None, words: Words) -> Iterator[Level]:
    """The threshold, and whichever of cap and maximum comes first."""
    of = kpi.scale
    found: list[tuple[float, Text]] = []
    if of.threshold:
        found.append((of.threshold, text("threshold {share}", share=share(of.threshold))))
    if of.cap is not None and (most is None or of.cap <= most):
        found.append((of.cap, text("cap {share}", share=share(of.cap))))
    elif most is not None and kpi.maximum is not None:
        found.append((most, text("maximum {share}", share=share(most))))
    for done, said in found:
        yield Level(done, words.say(said))
