import math

import pytest
from hypothesis import assume, given

from tests.formula.frames import PlainFrame
from tests.formula.trees import trees
from workbench.formula.compile import compiled
from workbench.formula.gradient import slopes
from workbench.formula.parser import stored
from workbench.formula.syntax import Call, metrics_in, walk
from workbench.formula.values import Stop

VALUES = {"a": 3.7, "leads": 41.3, "cr": 0.29, "long": 7.1}
MONTH, STEP = 5, 1e-6


def swings(tree, frame, month):
    """What each metric brings when it moves by all of its own size, in any month."""
    found: dict[str, float] = {}
    for (metric, at), slope in slopes(tree, frame, month).items():
        found[metric] = found.get(metric, 0.0) + slope * frame.value(metric, at)
    return found


def swung(formula, month=MONTH, **values):
    return swings(stored(formula), PlainFrame(**{**VALUES, **values}), month)


def computed(tree, **values):
    return float(compiled(tree)(PlainFrame(**{**VALUES, **values}), MONTH))


def bent(tree, metric):
    """What moving a metric by its size does, seen from above, from below and from both sides."""
    here = computed(tree)
    above = computed(tree, **{metric: VALUES[metric] * (1 + STEP)})
    below = computed(tree, **{metric: VALUES[metric] * (1 - STEP)})
    return (above - here) / STEP, (here - below) / STEP, (above - below) / STEP / 2


@given(trees)
def test_that_swings_are_what_small_changes_bring(tree):
    steps = {"round", "ceil", "floor"}
    assume(not any(isinstance(part, Call) and part.function in steps for part in walk(tree)))
    try:
        found, size = swings(tree, PlainFrame(**VALUES), MONTH), abs(computed(tree))
        differences = {metric: bent(tree, metric) for metric in metrics_in(tree)}
    except (Stop, ArithmeticError):
        return
    for metric, (above, below, both) in differences.items():
        # Where two branches meet, or where figures are lost, no difference is a derivative.
        noise = 1e-3 * abs(both) + 1e-8 * size + 1e-9
        if math.isfinite(above - below) and abs(above - below) < noise < 1e9:
            assert found.get(metric, 0.0) == pytest.approx(both, rel=1e-2, abs=10 * noise)


@given(trees)
def test_that_only_what_is_mentioned_swings(tree):
    try:
        found = swings(tree, PlainFrame(**VALUES), MONTH)
    except (Stop, ArithmeticError):
        return
    assert found.keys() <= metrics_in(tree)


@pytest.mark.parametrize(
    ("formula", "swing"),
    [
        ("a", 3.0),
        ("-a", -3.0),
        ("a + 5", 3.0),
        ("5 - a", -3.0),
        ("a * 2", 6.0),
        ("a * a", 18.0),
        ("12 / a", -4.0),
        ("a / 2", 1.5),
        ("a ^ 2", 18.0),
        ("2 ^ a", 8 * math.log(2) * 3),
        ("sum(a, 1, a)", 6.0),
        ("mean(a, 1)", 1.5),
        ("min(a, 4)", 3.0),
        ("min(a, 2)", 0.0),
        ("max(a, 2)", 3.0),
        ("abs(a - 5)", -3.0),
        ("abs(a)", 3.0),
        ("if(a > 2, a * 2, 7)", 6.0),
        ("if(a > 4, a * 2, 7)", 0.0),
        ("round(a * 1.1)", 3.3),
        ("ceil(a)", 3.0),
        ("floor(a * 2)", 6.0),
        ("lag(a, 2)", 3.0),
        ("lag(a, 2, 9)", 3.0),
        ("cumulative(a)", 18.0),
        ("a * people(bdr)", 6.0),
        ("a * workdays()", 60.0),
        ("a * cost(bdr)", 300.0),
    ],
)
def test_that_each_function_passes_on_what_it_should(formula, swing):
    assert swung(formula, a=3.0).get("a", 0.0) == pytest.approx(swing)


def test_that_before_the_plan_only_the_initial_value_moves():
    assert swung("lag(a, 2, leads * 2)", month=1, leads=5.0) == {"leads": 10.0}
    assert swung("lag(a, 2, leads * 2)", month=2, a=3.0) == {"a": 3.0}


def test_that_swings_of_several_mentions_add_up():
    assert swung("a * leads - a", a=2.0, leads=5.0) == pytest.approx({"a": 8.0, "leads": 10.0})


def test_that_a_power_of_nothing_does_not_swing():
    assert swung("a ^ 2 + 0 * leads", a=0.0) == pytest.approx({"leads": 0.0})


def test_that_there_is_no_swing_without_a_number():
    with pytest.raises(Stop, match="division by zero"):
        swung("a / (leads - leads)")
