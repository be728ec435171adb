import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.formula.frames import PlainFrame
from tests.formula.trees import METRICS, trees
from workbench.formula.arithmetic import SCALARS
from workbench.formula.arrays import ARRAYS
from workbench.formula.compile import compiled
from workbench.formula.parser import stored
from workbench.formula.values import Stop

samples = st.lists(
    st.floats(-1e6, 1e6) | st.sampled_from([0.0, 0.5, -0.5, 1.0, 2.675, 1e-9]),
    min_size=3,
    max_size=3,
)


def one_by_one(tree, values, month):
    """The results of plain numbers, NaN where there is a problem."""
    results = []
    for at in range(3):
        frame = PlainFrame(**{key: column[at] for key, column in values.items()})
        try:
            result = float(compiled(tree, SCALARS)(frame, month))
        except (Stop, OverflowError):
            result = math.nan
        results.append(result)
    return results


def agrees(many, single):
    if not math.isfinite(single):
        return not math.isfinite(many) or abs(many) > 1e300
    return many == pytest.approx(single, rel=1e-12, abs=1e-300)


@given(trees, st.fixed_dictionaries(dict.fromkeys(METRICS, samples)), st.integers(0, 3))
def test_that_many_samples_at_once_give_what_each_gives_alone(tree, values, month):
    frame = PlainFrame(**{key: np.array(column) for key, column in values.items()})
    with np.errstate(all="ignore"):
        together = np.broadcast_to(compiled(tree, ARRAYS)(frame, month), (3,))
    alone = one_by_one(tree, values, month)
    assert all(agrees(many, single) for many, single in zip(together, alone, strict=True))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a / b", [0.5, math.nan, 3.0]),
        ("b ^ -1", [0.5, math.nan, 1.0]),
        ("(a - 2) ^ 0.5", [math.nan, 0.0, 1.0]),
        ("a ^ 1000", [1.0, 2.0**1000, math.nan]),
        ("if(b = 0, 7, a / b)", [0.5, 7.0, 3.0]),
        ("min(a, b, 1)", [1.0, 0.0, 1.0]),
        ("max(a, b)", [2.0, 2.0, 3.0]),
        ("mean(a, b)", [1.5, 1.0, 2.0]),
        ("round(a / 2)", [1.0, 1.0, 2.0]),
    ],
)
def test_that_nan_stands_where_one_number_would_have_a_problem(words, expected):
    frame = PlainFrame(a=np.array([1.0, 2.0, 3.0]), b=np.array([2.0, 0.0, 1.0]))
    result = compiled(stored(words), ARRAYS)(frame, 0)
    np.testing.assert_allclose(result, expected, rtol=1e-12)


@given(st.decimals(-(10**6), 10**6, places=4), st.integers(-3, 4))
def test_that_rounding_agrees_with_that_of_one_number(number, places):
    many = ARRAYS.round(np.array([float(number)]), places)[0]
    assert many == SCALARS.round(float(number), places)


@example(2.3004654485446028e16, -1)
@given(st.floats(-1e300, 1e300), st.integers(-400, 400))
def test_that_rounding_any_number_agrees(number, places):
    many = ARRAYS.round(np.array([number]), places)[0]
    assert many == pytest.approx(SCALARS.round(number, places), rel=1e-15)


@given(st.floats(-1e300, 1e300) | st.decimals(-1000, 1000, places=2).map(lambda d: float(d) * 100))
def test_that_whole_numbers_below_agree(number):
    assert ARRAYS.floor(np.array([number]))[0] == SCALARS.floor(number)


@pytest.mark.parametrize("places", [np.inf, -np.inf, np.nan])
def test_that_rounding_to_no_number_of_places_has_no_result(places):
    assert np.isnan(ARRAYS.round(np.array([0.0, 1.5]), np.array([places, places]))).all()
