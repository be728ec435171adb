"""Formulas over many samples beside numpy written by hand, and one edit to its numbers."""

import numpy as np
import pytest

from tests.formula.frames import PlainFrame
from tests.projects import metric, project
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.session import Session
from workbench.formula.arrays import ARRAYS
from workbench.formula.compile import compiled
from workbench.formula.parser import stored
from workbench.planning.forward import calculate

SAMPLES = 10_000
FORMULA = "(visits * cr + calls * days * 0.012) * deal * round(price, 2) / max(visits, 1) - 5%"


@pytest.fixture
def columns():
    source = np.random.default_rng(1)
    return {
        key: source.uniform(1, 100, SAMPLES)
        for key in ("visits", "cr", "calls", "days", "deal", "price")
    }


@pytest.mark.benchmark(group="10,000 samples")
def test_floor_of_samples(benchmark, columns):
    def by_hand(visits, cr, calls, days, deal, price):
        leads = visits * cr + calls * days * 0.012
        return leads * deal * np.round(price, 2) / np.maximum(visits, 1) - 0.05

    benchmark(lambda: by_hand(**columns))


@pytest.mark.benchmark(group="10,000 samples")
def test_samples(benchmark, columns):
    formula, frame = compiled(stored(FORMULA), ARRAYS), PlainFrame(**columns)
    benchmark(lambda: formula(frame, 0))


@pytest.mark.benchmark(group="reading a formula")
def test_reading(benchmark):
    benchmark(lambda: stored.__wrapped__(FORMULA))


def funnel(size):
    """A hundred chains of an input, a conversion and a stage, and one sum of them all."""
    made = []
    for at in range(size // 3):
        made.append(metric(f"in_{at}", value=float(at + 1)))
        made.append(metric(f"cr_{at}", kind="conversion", unit="ratio", value=0.5))
        before = f" + out_{at - 1}" if at else ""
        made.append(metric(f"out_{at}", formula=f"in_{at} * cr_{at}{before}"))
    return project(*made, months=12)


@pytest.mark.benchmark(group="one edit to its numbers")
@pytest.mark.parametrize("size", [30, 300])
def test_an_edit_and_its_forecast(benchmark, size):
    session = Session(funnel(size))
    numbers = iter(range(10**9))

    def edit():
        session.apply(ChangeMetric("in_0", {"value": float(next(numbers))}))
        return calculate(session.project)

    benchmark(edit)
