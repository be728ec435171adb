"""Many values at once beside the forward calculation run one by one."""

import math
import random
from typing import Any

import numpy as np
import pytest

from tests.planning.random_projects import (
    BENT,
    BROKEN,
    SMOOTH,
    STEPS,
    random_project,
    random_scenario,
)
from tests.projects import metric, project
from workbench.document.plan import Scenario
from workbench.formula.values import Problem
from workbench.planning.forward import calculate
from workbench.planning.variants import Variants

COUNT = 5


def alone(forecast, wanted, columns, at):
    """The total of one variant, NaN where it has a problem."""
    given = dict(forecast.scenario.values) if forecast.scenario else {}
    values = given | {key: tuple(float(c[at]) for c in column) for key, column in columns.items()}
    scenario = Scenario(key="v", name="V", values=values)
    total = calculate(forecast.project, scenario).totals[wanted]
    return math.nan if isinstance(total, Problem) else total


def together(forecast, wanted, columns):
    totals = Variants(forecast, wanted, list(columns)).totals(columns)
    return [math.nan] * COUNT if isinstance(totals, Problem) else np.broadcast_to(totals, COUNT)


def agrees(forecast, wanted, columns):
    for at, many in enumerate(together(forecast, wanted, columns)):
        one = alone(forecast, wanted, columns, at)
        if math.isnan(one):
            assert not math.isfinite(many)
        else:
            assert many == pytest.approx(one, rel=1e-11, abs=1e-11)


def columns_of(seed, forecast):
    """Some inputs with values of their own in each variant, the same or others by month."""
    dice = random.Random(seed)
    found = {}
    for key in dice.sample(["in_0", "in_1", "in_2", "in_3", "share"], dice.randint(1, 4)):
        size = 0.9 if key == "share" else 12.0
        draws = [np.array([dice.uniform(0.05, size) for _ in range(COUNT)]) for _ in range(4)]
        found[key] = [draws[0]] * 4 if dice.random() < 0.5 else draws
    return found


@pytest.mark.parametrize("seed", range(120))
def test_that_variants_are_what_each_gives_alone(seed):
    made = random_project(seed, *SMOOTH, *BENT, *STEPS)
    forecast = calculate(made, random_scenario(seed, made))
    for wanted in ("m_6", "m_5", "m_4", "share"):
        agrees(forecast, wanted, columns_of(seed, forecast))


@pytest.mark.parametrize("seed", range(80))
def test_that_variants_without_a_number_are_those_with_a_problem_alone(seed):
    made = random_project(seed, *BROKEN, *BENT, "{a} * {b}", "{a} + {b}", "lag({a}, 1)")
    forecast = calculate(made, random_scenario(seed, made))
    for wanted in ("m_6", "m_5", "m_4"):
        agrees(forecast, wanted, columns_of(seed, forecast))


def variants(*metrics, wanted="r", a=(1.0, 2.0, 3.0), months=1) -> Any:
    forecast = calculate(project(*metrics, months=months))
    found = Variants(forecast, wanted, ["a"]).totals({"a": [np.array(a)] * months})
    return found if isinstance(found, Problem) else np.broadcast_to(found, len(a)).tolist()


A = metric("a", value=1.0)


def test_that_what_does_not_depend_on_the_inputs_stays():
    assert variants(A, metric("b", value=7.0), metric("r", formula="b * 2")) == [14.0] * 3


def test_that_a_comparison_without_a_number_has_no_result():
    found = variants(A, metric("r", formula="if(6 / (a - 2) > 1, 5, 4)"))
    assert found[0::2] == [4.0, 5.0]
    assert math.isnan(found[1])


def test_that_no_number_to_the_power_of_nothing_is_no_number():
    found = variants(A, metric("b", formula="1 / (a - 2)"), metric("r", formula="b ^ 0"))
    assert found[0::2] == [1.0, 1.0]
    assert math.isnan(found[1])


def test_that_a_month_that_gets_too_large_has_no_number_further_on():
    big = metric("big", formula="a * 10 ^ 300 * a")
    found = variants(A, big, metric("r", formula="1 / big"), a=(1.0, 1e10))
    assert found[0] == 1e-300
    assert math.isnan(found[1])


def test_that_a_problem_of_a_month_that_does_not_count_is_none():
    stock = metric("b", value=(None, 5.0))
    last = metric("r", formula="a * b", over_time="last")
    assert variants(A, stock, last, months=2) == [5.0, 10.0, 15.0]


def test_that_a_branch_with_a_problem_is_only_missed_where_it_is_taken():
    found = variants(A, metric("b"), metric("r", formula="if(a > 1, a, b)"))
    assert found[1:] == [2.0, 3.0]
    assert math.isnan(found[0])


def test_that_a_problem_of_all_is_one():
    found = variants(A, metric("b"), metric("r", formula="a * b"))
    assert isinstance(found, Problem)
    assert str(found.reason) == "there is no value"


def test_that_months_can_be_asked_for_after_the_totals():
    made = project(A, metric("r", formula="cumulative(a)"), months=2)
    model = Variants(calculate(made), "r", ["a"])
    model.totals({"a": [np.array([1.0, 5.0])] * 2})
    assert [month.tolist() for month in model.months("r")] == [[1.0, 5.0], [2.0, 10.0]]


def test_that_a_long_chain_of_ratios_is_no_matter():
    chain = [
        metric(f"r_{at}", formula=f"r_{at - 1} + 1" if at else "a", over_time="ratio")
        for at in range(600)
    ]
    assert variants(A, *chain, wanted="r_599") == [600.0, 601.0, 602.0]
