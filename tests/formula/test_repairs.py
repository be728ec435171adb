import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formula.frames import PlainFrame
from tests.formula.trees import trees
from workbench.formula.compile import compiled
from workbench.formula.dependencies import needed_now
from workbench.formula.parser import stored
from workbench.formula.printer import stored_text
from workbench.formula.repairs import delayed, guarded
from workbench.formula.syntax import Call, Ref, walk


@pytest.mark.parametrize(
    ("formula", "later"),
    [
        ("a", "lag(a, 1, 5)"),
        ("a + b * a", "lag(a, 1, 5) + b * lag(a, 1, 5)"),
        ("-a / 2", "-lag(a, 1, 5) / 2"),
        ("if(a > b, a, 1)", "if(lag(a, 1, 5) > b, lag(a, 1, 5), 1)"),
        ("lag(a, 3)", "lag(a, 3, 5)"),
        ("lag(a, 0)", "lag(a, 1, 5)"),
        ("lag(a, 2, b)", "lag(a, 2, b)"),
        ("lag(b, 2, a)", "lag(b, 2, lag(a, 1, 5))"),
        ("lag(a, 0, a + b)", "lag(a, 1, lag(a, 1, 5) + b)"),
        ("cumulative(a) + people(a)", "cumulative(a) + people(a)"),
        ("b + 1", "b + 1"),
    ],
)
def test_that_a_metric_is_taken_from_the_month_before(formula, later):
    assert stored_text(delayed(stored(formula), "a", 5.0)) == later


@pytest.mark.parametrize(("initial", "later"), [(-5.5, "lag(a, 1, -5.5)"), (-0.0, "lag(a, 1, 0)")])
def test_that_a_start_may_be_below_zero_but_not_minus_nothing(initial, later):
    assert stored_text(delayed(stored("a"), "a", initial)) == later


@given(trees, st.floats(-1e6, 1e6))
def test_that_what_is_delayed_is_not_needed_in_the_same_month(tree, initial):
    later = delayed(tree, "a", initial)
    adds_up = any(part == Call("cumulative", (Ref("a"),)) for part in walk(tree))
    assert adds_up or "a" not in needed_now(later)
    assert stored(stored_text(later)) == later


def test_that_what_is_divided_by_zero_counts_as_nothing():
    tree = guarded(stored("1 + b / a - b / 4"), Ref("a"))
    assert stored_text(tree) == "1 + if(a = 0, 0, b / a) - b / 4"
    assert compiled(tree)(PlainFrame(a=0.0, b=8.0), 0) == -1.0
    assert compiled(tree)(PlainFrame(a=2.0, b=8.0), 0) == 3.0


def test_that_a_sum_that_is_divided_by_is_guarded_as_a_whole():
    tree = guarded(stored("b / (a + c) / (a + c)"), stored("a + c"))
    assert compiled(tree)(PlainFrame(a=1.0, b=8.0, c=-1.0), 0) == 0
    assert compiled(tree)(PlainFrame(a=1.0, b=8.0, c=1.0), 0) == 2.0
