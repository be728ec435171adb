import pytest

from tests.projects import metric, project
from workbench.document.plan import Scenario
from workbench.planning.assumptions import CannotAssume, assumed
from workbench.planning.forward import calculate
from workbench.planning.naming import NobodyCalled

MADE = project(
    metric("a", name="Лиды", value=1.0),
    metric("b", formula="a * 2"),
    scenarios=(Scenario(key="s", name="Смелый план", values={"a": 5.0}),),
)


def given_(*pairs, scenario=None):
    found = assumed(MADE, scenario, pairs)
    return None if found is None else found.values


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("50000", 50000), ("0.5", 0.5), ("-3", -3), ("1e3", 1000), ("50%", 0.5), ("1.234", 1.234),
        ("1 000", 1000), ("1,2,3", (1, 2, 3)), ("[1, 2.5, null]", (1, 2.5, None)),
        (" 1 , 2 , 50% ", (1, 2, 0.5)),
    ],
)  # fmt: skip
def test_that_a_value_is_a_number_or_one_a_month(words, value):
    assert given_(("a", words)) == {"a": value}


def test_that_a_metric_may_be_called_by_its_name():
    assert given_(("Лиды", "7")) == {"a": 7}


def test_that_an_unknown_metric_is_refused():
    with pytest.raises(NobodyCalled, match="there is no metric “z”"):
        given_(("z", "1"))


def test_that_nothing_given_leaves_the_scenario():
    assert given_() is None
    assert assumed(MADE, MADE.scenarios[0], ()) is MADE.scenarios[0]


def test_that_a_value_is_put_over_that_of_the_scenario():
    assert given_(("a", "9"), scenario=MADE.scenarios[0]) == {"a": 9}


def test_that_the_last_of_two_values_counts():
    assert given_(("a", "1"), ("a", "2")) == {"a": 2}


@pytest.mark.parametrize(
    ("pair", "sentence"),
    [
        (("b", "1"), "“b” is computed as a * 2; set what it depends on: a"),
        (("a", ""), "“a”: “” is not a number"),
        (("a", "x"), "“a”: “x” is not a number"),
        (("a", "nan"), "“a”: “nan” is not a number"),
        (("a", "inf"), "“a”: “inf” is not a number"),
        (("a", "1e999"), "“a”: “1e999” is too large a number"),
        (("a", "1,2"), "“a” is given 2 values, but the plan has 3 months"),
        (("a", "[1]"), "“a” is given 1 value, but the plan has 3 months"),
        (("a", "[1,2"), "“a”: [1,2 is not a list of numbers"),
        (("a", '[1, "2", [3]]'), "is not a list of numbers"),
        (("a", "[true, 1, 2]"), "is not a list of numbers"),
        (("a", "[1, 2, NaN]"), "“a”: “NaN” is not a number"),
        (("a", "[" * 10_000), "is not a list of numbers"),
    ],
)
def test_that_a_value_that_does_not_fit_is_refused(pair, sentence):
    with pytest.raises(CannotAssume) as caught:
        given_(pair)
    assert sentence in str(caught.value)


def test_that_a_broken_formula_has_no_inputs_to_name():
    made = project(metric("b", formula="a *"))
    with pytest.raises(CannotAssume, match="set what it depends on: —"):
        assumed(made, None, [("b", "1")])


def test_that_what_is_assumed_is_computed():
    assert calculate(MADE, assumed(MADE, None, [("a", "10")])).totals["b"] == 60.0
