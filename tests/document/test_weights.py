"""Weights in whole per cents, none of them too light to be felt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.document.weights import LEAST, even, felt, scaled


@pytest.mark.parametrize(
    ("weights", "percents", "expected"),
    [
        ((0.5, 0.5), 100, (0.5, 0.5)),
        ((0.95, 0.05), 100, (0.9, 0.1)),
        ((0.1, 0.9), 90, (0.1, 0.8)),
        ((0.0, 0.0), 90, (0.45, 0.45)),
        ((0.02,) * 12, 100, even(12)),
        ((), 100, ()),
    ],
)
def test_that_light_weights_are_lifted_at_the_cost_of_the_heavy(weights, percents, expected):
    assert felt(weights, percents) == pytest.approx(expected)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12), st.integers(50, 100))
def test_that_weights_add_up_and_are_felt_where_there_is_room(weights, percents):
    found = felt(weights, percents)
    assert sum(round(weight * 100) for weight in found) == percents
    if len(weights) * LEAST * 100 <= percents:
        assert min(found) >= LEAST
    else:
        assert found == scaled(weights, percents)
