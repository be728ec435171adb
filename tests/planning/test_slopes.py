"""Derivatives beside differences of the forward calculation."""

from typing import Any

import pytest

from tests.planning.random_projects import BENT, SMOOTH, random_project, random_scenario
from tests.projects import metric, project
from workbench.document.plan import Scenario
from workbench.document.project import Project
from workbench.formula.gradient import Everywhere
from workbench.formula.values import Problem, Stop, demand
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate
from workbench.planning.slopes import Slopes

STEP = 1e-5


def moved(project: Project, scenario: Scenario | None, key: str, month: int, by: float) -> Forecast:
    """The project with an input of one month moved by a part of its size."""
    given = dict(scenario.values) if scenario else {}
    column = [demand(value) for value in calculate(project, scenario).values[key]]
    column[month] += by * column[month]
    values = {**given, key: tuple(column)}
    return calculate(project, Scenario(key="moved", name="M", values=values))


def differences(made, scenario, wanted, key, month):
    """What a move of an input by all its size does to a total, seen from above and from below."""
    here = demand(calculate(made, scenario).totals[wanted])
    above = demand(moved(made, scenario, key, month, STEP).totals[wanted])
    below = demand(moved(made, scenario, key, month, -STEP).totals[wanted])
    return (above - here) / STEP, (here - below) / STEP


@pytest.mark.parametrize("seed", range(80))
def test_that_slopes_of_totals_are_what_small_changes_bring(seed):
    made = random_project(seed, *SMOOTH, *BENT)
    scenario = random_scenario(seed, made)
    forecast = calculate(made, scenario)
    slopes = Slopes.of(forecast)
    for wanted in ("m_6", "m_5", "out", "share"):
        total = forecast.totals[wanted]
        if isinstance(total, Problem):
            continue
        found = slopes.of_total(wanted)
        for key in forecast.inputs(wanted):
            for month in range(made.calendar.months):
                above, below = differences(made, scenario, wanted, key, month)
                noise = 1e-4 * (abs(above) + abs(total)) + 1e-6
                if abs(above - below) < noise:  # no derivative where branches meet
                    value = demand(forecast.values[key][month])
                    assert found.get((key, month), 0.0) * value == pytest.approx(
                        (above + below) / 2, abs=noise, rel=1e-3
                    )


@pytest.mark.parametrize("seed", range(20))
def test_that_elasticities_are_per_cents_for_one_per_cent(seed):
    made = random_project(seed, *SMOOTH)
    forecast = calculate(made)
    total = demand(forecast.totals["m_6"])
    elasticity = Slopes.of(forecast).elasticity("m_6")
    for key in forecast.inputs("m_6"):
        ends = []
        for by in (STEP, -STEP):
            values: Any = {key: tuple(demand(one) * (1 + by) for one in forecast.values[key])}
            there = calculate(made, Scenario(key="s", name="S", values=values))
            ends.append(demand(there.totals["m_6"]))
        wanted = (ends[0] - ends[1]) / (2 * STEP) / total
        assert elasticity.get(key, 0.0) == pytest.approx(wanted, rel=1e-4, abs=1e-6)


def slopes(*metrics, wanted="r", kind=None, **members):
    made = Slopes.of(calculate(project(*metrics, **members)), *([kind] if kind else []))
    return dict(made.of_total(wanted))


A = metric("a", value=(2.0, 4.0, 6.0))


@pytest.mark.parametrize(
    ("over_time", "expected"),
    [("sum", [3, 3, 3]), ("last", [0, 0, 3]), ("mean", [1, 1, 1])],
)
def test_that_a_total_is_made_of_its_months(over_time, expected):
    found = slopes(A, metric("r", formula="a * 3", over_time=over_time))
    assert [found.get(("a", month), 0.0) for month in range(3)] == pytest.approx(expected)


def test_that_a_ratio_goes_by_the_totals_of_its_parts():
    # r = Σb ÷ Σa = 24 ÷ 12: by each b 1 ÷ 12, by each a −24 ÷ 144
    found = slopes(A, metric("b", value=8.0), metric("r", formula="b / a", over_time="ratio"))
    assert found == pytest.approx(
        {("b", m): 1 / 12 for m in range(3)} | {("a", m): -24 / 144 for m in range(3)}
    )


def test_that_a_conversion_goes_by_what_came_through_it():
    share = {"kind": "conversion", "unit": "ratio", "over_time": "ratio"}
    made = metric("r", value=(0.5, 0.25, 0.5), from_stage="a", **share)
    # total (1 + 1 + 3) ÷ 12; by c of a month a ÷ 12, by a of a month (c − total) ÷ 12
    whole = 5 / 12
    found = slopes(A, made)
    assert [found["r", m] for m in range(3)] == pytest.approx([2 / 12, 4 / 12, 6 / 12])
    wanted = [(c - whole) / 12 for c in (0.5, 0.25, 0.5)]
    assert [found["a", m] for m in range(3)] == pytest.approx(wanted)


def test_that_a_lag_inside_a_ratio_moves_the_months():
    # Σ lag(a) ÷ Σ a = (2 + 2 + 4) ÷ 12
    found = slopes(A, metric("r", formula="lag(a, 1) / a", over_time="ratio"))
    wanted = [(2 - 8 / 12) / 12, (1 - 8 / 12) / 12, (0 - 8 / 12) / 12]
    assert [found["a", m] for m in range(3)] == pytest.approx(wanted)


def test_that_a_sum_up_to_now_inside_a_ratio_is_that_of_the_last_month():
    # cumulative(a) over the plan is 12, by three months of workdays
    found = slopes(A, metric("r", formula="cumulative(a) / 4", over_time="ratio"))
    assert found == pytest.approx({("a", m): 0.25 for m in range(3)})


def test_that_everywhere_looks_into_the_idle_branch_too():
    made = (metric("a", value=1.0), metric("b", value=2.0), metric("r", formula="min(a, b)"))
    assert slopes(*made, months=1, kind=Everywhere) == {("a", 0): 0.5, ("b", 0): 0.5}
    assert slopes(*made, months=1) == {("a", 0): 1.0}


def test_that_a_total_without_a_number_has_no_slopes():
    with pytest.raises(Stop, match="division by zero"):
        slopes(A, metric("r", formula="a / 0"))


def test_that_a_total_of_zero_has_no_elasticity():
    made = calculate(project(A, metric("r", formula="a - a")))
    assert Slopes.of(made).elasticity("r") == {}


def test_that_a_long_chain_of_ratios_is_no_matter():
    chain = [metric("r_0", value=2.0)]
    chain += [
        metric(f"r_{at}", formula=f"r_{at - 1} * 1.001", over_time="ratio") for at in range(1, 600)
    ]
    found = Slopes.of(calculate(project(*chain, months=1))).elasticity("r_599")
    assert found == pytest.approx({"r_0": 1.0})
