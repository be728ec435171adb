import itertools
import math
import random

import pytest

from tests.planning.random_projects import BENT, SMOOTH, STEPS, random_project
from tests.projects import metric, project
from workbench.document.kpi import Kpi
from workbench.document.metric import Influence
from workbench.document.plan import Actual, Scenario
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.formula.values import Problem, demand
from workbench.planning import variance
from workbench.planning.forward import calculate
from workbench.planning.variance import Variance, explain
from workbench.planning.way import Way

SHARE = {"kind": "conversion", "unit": "ratio", "over_time": "ratio"}
ROLES = (Role(key="x", name="X"), Role(key="y", name="Y"))
MOVED = Influence(direct=True)


def actuals(**facts):
    """Facts by metric: of January, or a list from January on, None where there is none."""
    found = []
    for key, given in facts.items():
        for month, value in enumerate(given if isinstance(given, tuple) else (given,)):
            if value is not None:
                found.append(Actual(metric=key, month=f"2027-{month + 1:02d}", value=value))
    return tuple(found)


def explained(*metrics, facts, wanted="r", month=0, scenario=None, **members) -> Variance:
    made = project(*metrics, actuals=actuals(**facts), **members)
    found = explain(made, wanted, month, scenario)
    assert isinstance(found, Variance), str(found.reason)
    return found


def parts(found):
    return {part.metric: part.part for part in found.parts}


def exactly(expected):
    return pytest.approx(expected, rel=1e-9)


A, B, C = metric("a", value=10.0), metric("b", value=4.0), metric("c", value=2.0)


# Closed forms


def test_that_of_a_product_each_factor_has_its_change_at_the_mean_of_the_other():
    found = explained(A, B, metric("r", formula="a * b"), facts={"a": 13.0, "b": 3.0})
    # (13 − 10) × (4 + 3) ÷ 2 and (3 − 4) × (10 + 13) ÷ 2
    assert parts(found) == exactly({"a": 10.5, "b": -11.5})
    assert (found.plan, found.fact, found.difference) == exactly((40, 39, -1))


def test_that_three_factors_are_split_as_over_all_orders():
    start, end = (10.0, 4.0, 2.0), (13.0, 3.0, 2.6)
    found = explained(
        A, B, C, metric("r", formula="a * b * c"), facts=dict(zip("abc", end, strict=True))
    )
    wanted = dict.fromkeys("abc", 0.0)
    for order in itertools.permutations(range(3)):  # what each adds when it is changed at its turn
        now = list(start)
        for at in order:
            before = math.prod(now)
            now[at] = end[at]
            wanted["abc"[at]] += (math.prod(now) - before) / 6
    assert parts(found) == exactly(wanted)


def test_that_a_ratio_goes_by_the_logarithm_of_what_it_is_divided_by():
    found = explained(A, B, metric("r", formula="a / b"), facts={"a": 15.0, "b": 5.0})
    # ∫ 5 ÷ (4 + t) dt for a; the rest of 15 ÷ 5 − 10 ÷ 4 for b
    money = 5 * math.log(5 / 4)
    assert parts(found) == exactly({"a": money, "b": 0.5 - money})


def test_that_a_square_has_all_of_its_change():
    found = explained(A, B, metric("r", formula="a ^ 2 + b"), facts={"a": 13.0})
    assert parts(found) == exactly({"a": 13**2 - 10**2})


def test_that_parts_of_a_sum_of_channels_stay_with_their_channel():
    made = (
        metric("ads", value=1000.0), metric("cr_ads", value=0.05, **SHARE),
        metric("calls", value=400.0), metric("cr_calls", value=0.1, **SHARE),
        metric("r", formula="ads * cr_ads + calls * cr_calls"),
    )  # fmt: skip
    found = explained(*made, facts={"ads": 1200.0, "calls": 300.0, "cr_calls": 0.15})
    wanted = {
        "ads": 200 * 0.05, "calls": -100 * (0.1 + 0.15) / 2, "cr_calls": 0.05 * (400 + 300) / 2
    }  # fmt: skip
    assert parts(found) == exactly(wanted)


STOCK = (
    metric("keep", value=0.9, **SHARE), metric("fresh", value=40.0),
    metric("r", formula="lag(r, 1, 500) * keep + fresh", over_time="last"),
)  # fmt: skip


def test_that_earlier_months_of_what_flows_into_a_stock_are_in_its_part():
    found = explained(*STOCK, facts={"fresh": (50.0, 45.0)}, month=2)
    # ten more in January are 10 × 0.9² in March, five more in February 5 × 0.9
    assert parts(found) == exactly({"fresh": 10 * 0.81 + 5 * 0.9})


def test_that_a_stock_splits_what_is_kept_from_what_is_new():
    found = explained(*STOCK, facts={"fresh": 50.0, "keep": 0.8})
    assert parts(found) == exactly({"fresh": 10.0, "keep": -50.0})


def test_that_a_stock_that_was_counted_starts_the_next_month_from_there():
    # January should have been 490 and was 480; February is 480 × 0.9 + 40 instead of 481
    found = explained(*STOCK, facts={"r": (480.0,)}, month=1)
    assert parts(found) == exactly({"r": -9.0})
    assert (found.plan, found.fact) == exactly((481, 472))


def test_that_a_lag_takes_the_fact_of_the_month_it_comes_from():
    made = (A, metric("r", formula="lag(a, 1, 7) * 2"))
    assert parts(explained(*made, facts={"a": (12.0, 99.0)}, month=1)) == exactly({"a": 4.0})


# Kinks and jumps


def test_that_a_bottleneck_splits_where_it_changes():
    # a goes 10 → 20, b 14 → 12: they meet at t = 1/3, a brings 10/3 until then, b −4/3 after
    made = (A, metric("b", value=14.0), metric("r", formula="min(a, b)"))
    found = explained(*made, facts={"a": 20.0, "b": 12.0})
    assert parts(found) == pytest.approx({"a": 10 / 3, "b": -4 / 3}, rel=1e-3)
    assert sum(parts(found).values()) == exactly(2.0)


def test_that_a_choice_splits_where_it_changes():
    # above 15, half way from 10 to 20, each a brings 3 instead of 1, without a jump
    made = (A, metric("r", formula="if(a > 15, 15 + (a - 15) * 3, a)"))
    assert parts(explained(*made, facts={"a": 20.0})) == exactly({"a": 20.0})


@pytest.mark.parametrize("function", ["round", "ceil", "floor"])
def test_that_what_a_jump_brings_goes_by_the_size_of_the_parts(function):
    made = (A, B, metric("r", formula=f"{function}(a * 1.13 + b * 0.77)"))
    found = explained(*made, facts={"a": 13.0, "b": 3.0})
    assert sum(parts(found).values()) == exactly(found.difference)
    assert found.difference == int(found.difference)


def test_that_a_large_model_full_of_jumps_is_not_looked_at_for_ever(monkeypatch):
    looks = []

    class Counted(Way):
        def slopes(self, share):
            looks.append(share)
            return super().slopes(share)

    monkeypatch.setattr(variance, "_MOST_VALUES", 1_000)
    monkeypatch.setattr(variance, "Way", Counted)
    inputs = [metric(f"a{at}", value=10.0 + at) for at in range(40)]
    steps = [metric(f"s{at}", formula=f"round(a{at} * a{at - 1} * 0.37)") for at in range(1, 40)]
    whole = metric("r", formula=" + ".join(f"s{at} * a{at}" for at in range(1, 40)))
    moved = {f"a{at}": 2.3 * (10.0 + at) for at in range(40)}
    found = explained(*inputs, *steps, whole, facts=moved, month=0, months=1)
    assert sum(parts(found).values()) == exactly(found.difference)
    # 40 computed metrics in one month are halved 1,000 / 40 times, with 8 looks at each half
    assert 100 < len(looks) <= 8 + 25 * 16


def test_that_a_jump_with_no_slope_is_the_results_own():
    made = (A, metric("r", formula="if(a > 15, 100, 50)"))
    assert parts(explained(*made, facts={"a": 20.0})) == exactly({"r": 50.0, "a": 0.0})


# Results that were counted


def test_that_a_result_that_was_another_has_a_factor_of_its_own():
    found = explained(A, B, metric("r", formula="a * b"), facts={"a": 13.0, "r": 60.0})
    # 52 by its factors, so that 60 is 52 × 15/13: ∫ (10 + 3t) 4 × 2/13 for its own
    own = 4 * (10 + 1.5) * 2 / 13
    assert parts(found) == exactly({"a": 20 - own, "r": own})
    assert {one.metric: (one.plan, one.fact) for one in found.parts} == {
        "a": (10.0, 13.0), "r": (40.0, 60.0)
    }  # fmt: skip


def test_that_a_result_that_should_have_been_nothing_has_an_amount_of_its_own():
    made = (metric("a", value=0.0), B, metric("r", formula="a * b"))
    assert parts(explained(*made, facts={"r": 6.0})) == exactly({"r": 6.0})


def test_that_only_the_result_has_an_actual():
    assert parts(explained(A, metric("r", formula="a * 3"), facts={"r": 36.0})) == exactly({"r": 6})


ARROW = (
    metric("a", value=100.0), metric("cr", value=0.2, from_stage="a", to_stage="r", **SHARE),
    metric("r", formula="a * cr"),
)  # fmt: skip


def test_that_a_conversion_is_deduced_from_its_two_stages():
    found = explained(*ARROW, facts={"a": 120.0, "r": 30.0})
    # 30 of 120 are 25 %
    assert parts(found) == exactly({"a": 20 * (0.2 + 0.25) / 2, "cr": 0.05 * (100 + 120) / 2})
    deduced = next(one for one in found.parts if one.metric == "cr")
    assert (deduced.plan, deduced.fact) == exactly((0.2, 0.25))


def test_that_without_the_stage_before_the_result_keeps_the_difference():
    assert parts(explained(*ARROW, facts={"r": 30.0})) == exactly({"r": 10.0})


def test_that_a_conversion_that_was_counted_is_not_deduced():
    found = explained(*ARROW, facts={"a": 120.0, "cr": 0.2, "r": 30.0})
    assert set(parts(found)) == {"a", "r"}


# What counts


def test_that_what_has_no_actual_is_as_planned():
    found = explained(A, B, metric("r", formula="a * b"), facts={"a": 13.0})
    assert parts(found) == exactly({"a": 12.0})


def test_that_an_actual_as_planned_is_no_part():
    found = explained(A, B, metric("r", formula="a * b"), facts={"a": 13.0, "b": 4.0})
    assert parts(found) == exactly({"a": 12.0})


def test_that_actuals_beside_the_result_are_no_part():
    found = explained(A, B, metric("r", formula="a * 2"), facts={"a": 13.0, "b": 9.0})
    assert parts(found) == exactly({"a": 6.0})


def test_that_later_months_do_not_count():
    found = explained(A, metric("r", formula="a * 2"), facts={"a": (13.0, 50.0)})
    assert parts(found) == exactly({"a": 6.0})


def test_that_the_plan_is_that_of_the_scenario():
    scenario = Scenario(key="s", name="S", values={"a": 12.0})
    found = explained(A, metric("r", formula="a * 2"), facts={"a": 13.0}, scenario=scenario)
    assert (found.plan, parts(found)) == (24.0, exactly({"a": 2.0}))


def test_that_an_input_alone_is_explained_by_itself():
    assert parts(explained(A, facts={"a": 13.0}, wanted="a")) == exactly({"a": 3.0})


def test_that_the_largest_part_comes_first():
    found = explained(A, B, metric("r", formula="a - b * 3"), facts={"a": 11.0, "b": 6.0})
    assert list(parts(found).items()) == [("b", exactly(-6.0)), ("a", exactly(1.0))]


def problem(*metrics, facts, **members):
    found = explain(project(*metrics, actuals=actuals(**facts), **members), "r", 0)
    assert isinstance(found, Problem)
    return str(found.reason)


def test_that_without_actuals_there_is_a_sentence():
    made = (A, metric("r", formula="a * 2"))
    assert problem(*made, facts={}) == "there are no actual values up to this month"
    assert problem(*made, facts={"a": (None, 5.0)}) == "there are no actual values up to this month"


def test_that_a_plan_without_a_number_says_why():
    made = (metric("a"), metric("r", formula="a * 2"))
    assert problem(*made, facts={"a": 3.0}) == "there is no value"


def test_that_facts_that_divide_by_zero_say_so():
    made = (A, B, metric("r", formula="a / b"))
    assert problem(*made, facts={"b": 0.0}) == "division by zero"


# Owners


def test_that_owners_add_up():
    owned = {"x": ("a",), "y": ("b", "c")}
    kpis = tuple(Kpi(metric=key, role=role) for role, keys in owned.items() for key in keys)
    made = (*(one.having(influence=MOVED) for one in (A, B, C)), metric("d", value=1.0))
    facts = {"a": 13.0, "b": 3.0, "c": 2.6, "d": 1.5}
    result = metric("r", formula="a * b * c + d")
    found = explained(*made, result, facts=facts, roles=ROLES, kpis=kpis)
    by = parts(found)
    assert found.by_owner == exactly({"x": by["a"], "y": by["b"] + by["c"], None: by["d"]})
    assert sum(found.by_owner.values()) == exactly(found.difference)


# Any project


def with_facts(seed: int, *formulas: str) -> Project:
    """A random project with facts near the plan for inputs and some results in some months."""
    dice = random.Random(seed)
    made = random_project(seed, *formulas)
    plan = calculate(made)
    found = []
    for one in made.metrics:
        for month in range(made.calendar.months):
            value = plan.values[one.key][month]
            if dice.random() < (0.25 if one.is_computed else 0.7) and not isinstance(
                value, Problem
            ):
                fact = value * dice.uniform(0.7, 1.3)
                found.append(Actual(metric=one.key, month=made.calendar.month(month), value=fact))
    return made.having(actuals=tuple(found))


@pytest.mark.parametrize("seed", range(80))
def test_that_parts_add_up_whatever_the_model(seed):
    made = with_facts(seed, *SMOOTH, *BENT, *STEPS)
    for wanted in ("m_6", "m_5", "out"):
        found = explain(made, wanted, 3)
        if isinstance(found, Problem):
            assert isinstance(calculate(made).values[wanted][3], Problem)
            continue
        size = max(abs(found.plan), abs(found.fact))
        assert math.fsum(parts(found).values()) == pytest.approx(found.difference, abs=1e-9 * size)
        assert math.fsum(found.by_owner.values()) == pytest.approx(
            found.difference, abs=1e-9 * size
        )
        facts = {(one.metric, one.month): one.value for one in made.actuals}
        assert found.fact == pytest.approx(facts.get((wanted, made.calendar.month(3)), found.fact))
        assert found.plan == calculate(made).values[wanted][3]


@pytest.mark.parametrize("seed", range(20))
def test_that_no_order_of_metrics_or_actuals_matters(seed):
    made = with_facts(seed, *SMOOTH, *BENT)
    turned = made.having(metrics=made.metrics[::-1], actuals=made.actuals[::-1])
    one, other = explain(made, "m_6", 3), explain(turned, "m_6", 3)
    if isinstance(one, Variance) and isinstance(other, Variance):
        assert parts(other) == pytest.approx(parts(one), rel=1e-9, abs=1e-9)
    else:
        assert isinstance(one, Problem)
        assert isinstance(other, Problem)


def on_the_way(made: Project, key: str, share: float, by: float) -> float:
    """m_6 in the last month when all inputs have gone so far, and one of them by more."""
    plan = calculate(made)
    columns = {
        one.key: [demand(value) for value in plan.values[one.key]]
        for one in made.metrics if not one.is_computed
    }  # fmt: skip
    for actual in made.actuals:
        month = made.calendar.all_months.index(actual.month)
        column = columns[actual.metric]
        column[month] += (share + by * (actual.metric == key)) * (actual.value - column[month])
    values = {key: tuple(column) for key, column in columns.items()}
    moved = Scenario.model_validate({"key": "w", "name": "W", "values": values})
    return demand(calculate(made, moved).values["m_6"][3])


@pytest.mark.parametrize("seed", range(0, 36, 3))
def test_that_parts_are_small_steps_on_the_straight_way(seed):
    made = with_facts(seed, *SMOOTH)
    inputs = {one.key for one in made.metrics if not one.is_computed}
    made = made.having(actuals=tuple(one for one in made.actuals if one.metric in inputs))
    found, steps = explain(made, "m_6", 3), 40
    if isinstance(found, Problem):
        return
    for key, part in parts(found).items():
        wanted = 0.0
        for at in range(steps):
            middle, half = (at + 0.5) / steps, 0.5 / steps
            wanted += on_the_way(made, key, middle, half) - on_the_way(made, key, middle, -half)
        assert part == pytest.approx(wanted, rel=2e-3, abs=1e-5 * abs(found.plan))
