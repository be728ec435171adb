import pytest

from tests.projects import metric, project
from workbench.base.languages import language
from workbench.planning.forward import calculate
from workbench.planning.reasons import reason

EN = language("en")


def said(key, *metrics, months=5):
    words = reason(calculate(project(*metrics, months=months)), key, EN)
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
