import pytest

from tests.projects import metric, project
from workbench.base.languages import language
from workbench.planning.forward import calculate
from workbench.planning.reasons import all_reasons, reason

EN = language("en")


def said(key, *metrics, months=5):
    words = reason(calculate(project(*metrics, months=months)), key, EN)
    return None if words is None else EN.say(words)


def all_said(*metrics):
    words = all_reasons(calculate(project(*metrics, months=2)), EN)
    return None if words is None else EN.say(words)


def test_that_a_metric_with_all_its_numbers_has_no_reason():
    assert said("a", metric("a", value=1.0)) is None


def test_that_a_reason_for_every_month_names_none():
    assert said("a", metric("a")) == "there is no value"


def test_that_months_without_a_number_are_named():
    made = metric("a", value=(None, 1.0, 1.0, None, 1.0))
    assert said("a", made) == "there is no value (Jan 2027, Apr 2027)"


def test_that_neighbouring_months_are_named_as_a_span():
    made = metric("a", value=(1.0, None, None, None, 1.0))
    assert said("a", made) == "there is no value (Feb 2027 – Apr 2027)"


def test_that_the_origin_of_a_problem_that_travelled_is_named():
    made = metric("a", name="Лиды", value=(0.0, 1.0)), metric("b", name="Цена", formula="1 / a")
    words = said("c", *made, metric("c", formula="b * 2"), months=2)
    assert words == "“Цена”: division by zero (Jan 2027)"


def test_that_a_problem_of_the_total_alone_is_told():
    ratio = metric("r", formula="a / b", over_time="ratio")
    made = metric("a", value=1.0), metric("b", value=(1.0, -1.0)), ratio
    assert said("r", *made, months=2) == "division by zero (in the total)"


@pytest.mark.parametrize("formula", ["a +", "gone"])
def test_that_a_wrong_formula_is_the_reason(formula):
    words = said("b", metric("b", formula=formula))
    assert words is not None
    assert "(" not in words


def test_that_there_is_nothing_to_say_of_a_plan_with_all_its_numbers():
    assert all_said(metric("a", value=1.0), metric("b", formula="a")) is None


def test_that_metrics_with_the_same_reason_stand_together():
    assert all_said(metric("a"), metric("b")) == "without a number: “a”, “b” – there is no value"


def test_that_many_metrics_with_the_same_reason_are_counted():
    words = all_said(*(metric(f"m{at}") for at in range(10)))
    assert words == "without a number: “m0”, “m1”, “m2” and 7 more – there is no value"


def test_that_each_reason_is_told():
    zero, price = metric("a", value=(1.0, 0.0)), metric("b", formula="1 / a")
    words = all_said(zero, price, metric("c"))
    assert words == ("without a number: “b” – division by zero (Feb 2027); “c” – there is no value")


def test_that_metrics_that_only_depend_on_others_are_counted():
    words = all_said(metric("a"), metric("b", formula="a"), metric("c", formula="b"))
    assert words == (
        "without a number: “a” – there is no value; and 2 metrics that depend on these"
    )


def test_that_a_circle_is_told_once():
    words = all_said(metric("a", formula="b"), metric("b", formula="a"), metric("c", formula="b"))
    assert words == (
        "without a number: “a” – the formulas run in a circle: a → b → a; "
        "and 1 metric that depends on these"
    )


def test_that_a_long_row_of_reasons_is_cut():
    words = all_said(*(metric(f"m{at}", formula=f"gone{at}") for at in range(8)))
    assert words is not None
    assert words.endswith("; and 3 more metrics")
    assert words.count("gone") == 5
