import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formula.frames import PlainFrame
from workbench.formula.arithmetic import SCALARS
from workbench.formula.compile import compiled
from workbench.formula.parser import stored
from workbench.formula.values import Stop

FRAME = PlainFrame(a=10.0, b=4.0, zero=0.0, share=0.25, half=-2.5)


def value(words, month=0):
    return compiled(stored(words))(FRAME, month)


def reason(words):
    with pytest.raises(Stop) as caught:
        value(words)
    return str(caught.value.problem.reason)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a + b", 14), ("a - b", 6), ("a * b", 40), ("a / b", 2.5), ("a ^ 2", 100), ("-a", -10),
        ("a * 50%", 5), ("80%", 0.8), ("2 + 3 * 4 ^ 2 / 8", 8), ("2 ^ 3 ^ 2", 512), ("-2 ^ 2", -4),
        ("sum(a, b, 1)", 15), ("mean(a, b)", 7), ("min(a, b)", 4), ("max(a, b)", 10),
        ("abs(-b)", 4),
        ("if(a > b, 1, 2)", 1), ("if(a < b, 1, 2)", 2), ("if(a = 10, 1, 2)", 1),
        ("if(a <> 10, 1, 2)", 2), ("if(a >= 10, 1, 2)", 1), ("if(b <= 3, 1, 2)", 2),
        ("workdays()", 20), ("people(bdr)", 2), ("cost(bdr)", 100), ("zero ^ 0", 1),
    ],
)  # fmt: skip
def test_that_a_formula_is_computed(words, expected):
    assert value(words) == pytest.approx(expected, rel=1e-15)


def test_that_a_lag_takes_its_start_before_the_plan():
    assert value("lag(a, 2, b * 3)", month=1) == 12
    assert value("lag(a, 2, b * 3)", month=2) == 10


def test_that_cumulative_sums_up_to_the_month():
    assert value("cumulative(a)", month=2) == 30


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("a / zero", "division by zero"),
        ("a / (b - 4)", "division by zero"),
        ("zero ^ -1", "division by zero"),
        ("half ^ 0.5", "a root of a negative number"),
        ("a ^ 1000", "the result is too large"),
    ],
)
def test_that_what_cannot_be_computed_has_a_reason(words, sentence):
    assert reason(words) == sentence


def test_that_the_branch_not_taken_is_not_computed():
    assert value("if(zero = 0, 7, a / zero)") == 7


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("round(2.5)", 3), ("round(-2.5)", -3), ("round(2.675, 2)", 2.68),
        ("round(1.005, 2)", 1.01),
        ("round(1250, -2)", 1300), ("round(0.5)", 1), ("round(2.4)", 2),
        ("round(0.1 + 0.2, 1)", 0.3),
        ("round(1.5, 0.9)", 2), ("round(123.456, 400)", 123.456), ("round(5, -400)", 0),
        ("round(10 ^ 20, 10)", 1e20), ("ceil(2.1)", 3), ("ceil(-2.1)", -2), ("ceil(2)", 2),
        ("floor(2.9)", 2), ("floor(-2.1)", -3), ("floor(4.35 * 100)", 435), ("ceil(1.1 * 10)", 11),
        ("ceil(0.3 / 0.1)", 3), ("floor(10 ^ 300)", 1e300),
    ],
)  # fmt: skip
def test_that_rounding_is_that_of_a_spreadsheet(words, expected):
    assert value(words) == expected


@given(st.decimals(-(10**6), 10**6, places=4), st.integers(0, 4))
def test_that_rounding_is_that_of_the_decimal_figures(number, places):
    expected = number.quantize(number.from_float(1).scaleb(-places), "ROUND_HALF_UP")
    assert SCALARS.round(float(number), places) == float(expected)


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(-400, 400))
def test_that_rounding_never_fails(number, places):
    assert math.isfinite(SCALARS.round(number, places)) or abs(number) > 1e307
    assert SCALARS.floor(number) - number <= abs(number) * 1e-14


def test_that_a_tree_is_compiled_once():
    assert compiled(stored("a + b")) is compiled(stored("a  +  b"))
