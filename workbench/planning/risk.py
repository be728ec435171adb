"""How likely a goal is: inputs drawn from their ranges, many times, always with the same seed.

An amount is log-normal and a share logit-normal through its P10 and P90, one draw for all months.
Every input has a stream of random numbers of its own, found by its key, so that no order of
metrics or of computing changes a result.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.base.texts import Text, text
from workbench.document.plan import GoalPeriod
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.forecast import Forecast
from workbench.planning.goals import part_of_total
from workbench.planning.ranges import Range, ranges
from workbench.planning.variants import Variants

Samples = NDArray[np.float64]
# Computed at once: enough for numpy to be fast, few enough to stay in the cache.
CHUNK = 8_192
_BINS = 64
# The percentiles between which samples are drawn as a picture.
_SEEN = (0.05, 99.5)
_SMOOTHING = np.array([1.0, 2.0, 3.0, 2.0, 1.0]) / 9


@dataclass(frozen=True, slots=True)
class Shape:
    """The distribution to be drawn: edges of the bins, and how often each of them came."""

    edges: tuple[float, ...]
    heights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Risk:
    """What a goal's metric may be in its period; `probability` is that of the goal, if one is set.

    `correlations` are Spearman's with each input, the strongest first. `doubts` say which ranges
    could not be used; `numberless` samples had no number and count as not reached.
    """

    p10: float
    p50: float
    p90: float
    mean: float
    probability: float | None
    samples: int
    numberless: int
    correlations: tuple[tuple[Key, float], ...]
    shape: Shape
    doubts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Sampling:
    """How many samples of which seed, and who is told how far it is and may stop it."""

    samples: int = 100_000
    seed: int = 1
    progress: Callable[[int, int], None] | None = None
    cancelled: Callable[[], bool] | None = None


STANDARD = Sampling()


def simulate(
    forecast: Forecast,
    metric: Key,
    goal: float | None = None,
    period: GoalPeriod = "month",
    sampling: Sampling = STANDARD,
) -> Risk | Problem | None:
    """The distribution of a metric; None when it was cancelled."""
    total = forecast.totals[metric]
    if isinstance(total, Problem):
        return total
    drawn, doubts = ranges(forecast, forecast.inputs(metric))
    part = part_of_total(forecast.project, metric, period)
    outcome = _outcome(forecast, metric, drawn, sampling)
    if outcome is None or isinstance(outcome, Problem):
        return outcome
    outcome *= part
    has_number = np.isfinite(outcome)
    if not has_number.any():
        return Problem(text("no sample has a number"), metric)
    return Risk(
        *_percentiles(outcome[has_number]),
        probability=None if goal is None else _probability(forecast, metric, outcome, goal),
        samples=sampling.samples,
        numberless=int(np.count_nonzero(~has_number)),
        correlations=_correlations(outcome, has_number, drawn, sampling.seed),
        shape=_shape(outcome[has_number]),
        doubts=tuple(doubts),
    )


def _outcome(
    forecast: Forecast, metric: Key, drawn: Sequence[Range], run: Sampling
) -> Samples | Problem | None:
    """The total of the metric in every sample, computed in chunks so that memory is bounded."""
    model = Variants(forecast, metric, [one.metric for one in drawn])
    streams = [_stream(one.metric, run.seed) for one in drawn]
    found = np.empty(run.samples)
    for start in range(0, run.samples, CHUNK):
        if run.cancelled is not None and run.cancelled():
            return None
        size = min(CHUNK, run.samples - start)
        columns = {
            one.metric: one.drawn(stream.standard_normal(size))
            for one, stream in zip(drawn, streams, strict=True)
        }
        totals = model.totals(columns)
        if isinstance(totals, Problem):
            return totals
        found[start : start + size] = totals
        if run.progress is not None:
            run.progress(start + size, run.samples)
    return found


def _stream(key: Key, seed: int) -> np.random.Generator:
    """The random numbers of one input, whatever other inputs there are."""
    digest = hashlib.sha256(key.encode()).digest()
    return np.random.default_rng([seed, int.from_bytes(digest[:8], "big")])


def _percentiles(outcome: Samples) -> tuple[float, float, float, float]:
    p10, p50, p90 = np.percentile(outcome, (10, 50, 90)).tolist()
    return p10, p50, p90, float(outcome.mean())


def _probability(forecast: Forecast, metric: Key, outcome: Samples, goal: float) -> float:
    slack = 1e-9 * abs(goal)
    if forecast.project.metric(metric).better == "lower":
        return float(np.count_nonzero(outcome <= goal + slack) / len(outcome))
    return float(np.count_nonzero(outcome >= goal - slack) / len(outcome))


def _correlations(
    outcome: Samples, has_number: NDArray[np.bool_], drawn: Sequence[Range], seed: int
) -> tuple[tuple[Key, float], ...]:
    """Spearman's rank correlation of each input; its draws are made anew instead of kept."""
    ranks = _ranks(outcome[has_number])
    found = []
    for one in drawn:
        normal = _stream(one.metric, seed).standard_normal(len(outcome))
        found.append((one.metric, _correlation(_ranks(normal[has_number]), ranks)))
    return tuple(sorted(found, key=lambda pair: (-abs(pair[1]), pair[0])))


def _ranks(values: Samples) -> Samples:
    """Ranks about their mean; equal values share the mean of theirs."""
    order = np.argsort(values)
    ranks = np.empty(len(values))
    ranks[order] = np.arange(len(values))
    ordered = values[order]
    if np.any(ordered[1:] == ordered[:-1]):
        _, group, counts = np.unique(values, return_inverse=True, return_counts=True)
        ranks = (np.cumsum(counts) - (counts + 1) / 2)[group]
    centred: Samples = ranks - ranks.mean()
    return centred


def _correlation(one: Samples, other: Samples) -> float:
    """Of two rankings about their means.

    Summed by numpy itself: a product of the linear algebra library shares its work among threads,
    which waits for busy processors and need not add up in the same order again.
    """
    size = float(np.sqrt(np.sum(one * one)) * np.sqrt(np.sum(other * other)))
    return float(np.sum(one * other)) / size if size else 0.0


def _shape(outcome: Samples) -> Shape:
    """A smooth histogram of all but the outermost samples."""
    low, high = np.percentile(outcome, _SEEN).tolist()
    if not high > low:
        return Shape((low, high), (1.0,))
    heights, edges = np.histogram(outcome, bins=_BINS, range=(low, high), density=True)
    padded = np.pad(heights, len(_SMOOTHING) // 2, mode="edge")
    smooth = np.convolve(padded, _SMOOTHING, mode="valid")
    return Shape(tuple(edges.tolist()), tuple(smooth.tolist()))
