"""The pay budget by scenario: worked by hand, and parts that add up to the whole."""

from math import fsum
from typing import Any

import pytest

from tests.projects import example, metric, project
from workbench.document.kpi import Kpi, Scale
from workbench.document.plan import Scenario
from workbench.document.role import Role
from workbench.document.value import validated
from workbench.formula.values import Problem
from workbench.planning.forward import calculate
from workbench.planning.pay_budget import fact_of, pay_budget

FREE = Scale(cap=2.0)


def kpi(key="leads", role="r", **members):
    given = {"weight": 1.0, "plan": 100.0, "scale": FREE}
    return validated(Kpi, {"metric": key, "role": role, **given, **members})


def role(key="r", **members):
    given = {"people": 2.0, "salary": 80_000.0, "bonus": 40_000.0, "payroll_tax": 0.3}
    return Role(key=key, name=key, **given | members)


SELLER = role()


def leads(*values, **members):
    return metric("leads", value=values or 100.0, **members)


def budget(*metrics, kpis, roles=(SELLER,), scenario=None, **members):
    return pay_budget(calculate(project(*metrics, roles=roles, kpis=kpis, **members), scenario))


def sdr_bonus_of(meetings):
    """Of the example: 40 % for quality at its norm, 40 % for meetings at theirs, 20 % for deals."""
    done = (meetings - 28) / (32 - 28)
    deals = 0.0 if done < 0.8 else min(done, 1.2)
    return 40_000 * (0.4 * 1 + 0.4 * 1 + 0.2 * deals)


# One role, by hand


def test_that_each_month_is_paid_for_what_it_brings():
    found = budget(leads(50.0, 100.0, 150.0), kpis=(kpi(),)).roles[0].months
    assert [line.bonuses for line in found] == pytest.approx([40_000, 80_000, 120_000])


def test_that_the_employer_pays_tax_on_salaries_and_bonuses():
    line = budget(leads(50.0, 100.0, 150.0), kpis=(kpi(),)).roles[0].months[0]
    assert line.tax == pytest.approx((2 * 80_000 + 40_000) * 0.3)
    assert line.total == pytest.approx(200_000 * 1.3)


def test_that_the_plan_is_the_sum_of_its_months():
    whole = budget(leads(50.0, 100.0, 150.0), kpis=(kpi(),)).whole
    assert whole.total == pytest.approx((3 * 160_000 + 240_000) * 1.3)


@pytest.mark.parametrize(
    ("period", "plan"),
    [
        ("month", 100.0),
        ("quarter", 300.0),
        ("year", 1_200.0),
        ("week", 100 * 12 / 52),
        ("day", 100 * 12 / 260),
        (None, 100.0),
    ],
)
def test_that_a_flow_is_judged_by_the_pace_of_the_month(period, plan):
    one = kpi(period=period, plan=plan)
    found = budget(leads(50.0, 100.0, 150.0), kpis=(one,)).roles[0].months
    assert [line.bonuses for line in found] == pytest.approx([40_000, 80_000, 120_000])


@pytest.mark.parametrize("over_time", ["ratio", "mean", "last"])
def test_that_a_share_or_a_stock_of_a_quarter_is_that_of_the_month(over_time):
    forecast = calculate(project(leads(0.4, over_time=over_time), roles=(role(),)))
    assert fact_of(forecast, kpi(period="quarter"), 0) == 0.4


def test_that_a_cost_below_its_plan_pays_more():
    cost = leads(1_000.0, 1_250.0, 800.0, better="lower", unit="money")
    found = budget(cost, kpis=(kpi(plan=1_000.0),)).roles[0].months
    assert [line.bonuses for line in found] == pytest.approx([80_000, 64_000, 100_000])


def test_that_part_of_a_person_is_part_of_the_pay():
    found = budget(leads(), kpis=(kpi(),), roles=(role(people=0.5),)).roles[0].months[0]
    assert (found.salaries, found.bonuses) == pytest.approx((40_000, 20_000))


def test_that_a_helper_is_not_paid_for_helping():
    helper = kpi(part="contributor", weight=0.5)
    assert budget(leads(), kpis=(helper,)).roles[0].months[0].bonuses == 0


# Scenarios


def test_that_a_scenario_brings_its_own_bonuses():
    more = Scenario(key="more", name="More", values={"leads": 130.0})
    base = budget(leads(), kpis=(kpi(),))
    found = budget(leads(), kpis=(kpi(),), scenario=more)
    assert found.scenario is more
    assert found.monthly == pytest.approx((160_000 + 80_000 * 1.3) * 1.3)
    assert found.whole.total - base.whole.total == pytest.approx(3 * 80_000 * 0.3 * 1.3)


@pytest.mark.parametrize("visits", [None, 50_000])
def test_that_the_sdr_of_the_example_is_paid_for_the_deals_of_each_month(visits):
    of = example()
    scenario = of.scenarios[0] if visits else None
    found = next(one for one in pay_budget(calculate(of, scenario)).roles if one.role.key == "sdr")
    given: Any = of.metric("visits").value
    for month, line in enumerate(found.months):
        in_month = visits or given[month]
        meetings = in_month * 0.015 * 0.8 * 0.35 + 60 * 21 * 3 * 0.012
        deals = meetings * (0.15 if month < 6 else 0.18)
        assert line.bonuses == pytest.approx(2 * sdr_bonus_of(deals)), month


# Without a number


def test_that_a_kpi_without_a_number_spoils_the_bonus_of_its_role_alone():
    kpis = (kpi(), kpi("leads", "s", plan=None))
    found = budget(leads(), kpis=kpis, roles=(role(), role("s")))
    one, other = found.roles
    assert one.whole.total == pytest.approx(3 * 240_000 * 1.3)
    assert isinstance(other.whole.total, Problem)
    assert str(other.whole.total.reason) == "the KPI has no plan"
    assert found.whole.salaries == 3 * 320_000
    assert isinstance(found.whole.total, Problem)


def test_that_a_month_without_a_value_leaves_the_others():
    found = budget(leads(100.0, None, 100.0), kpis=(kpi(),))
    has_number = [not isinstance(line.total, Problem) for line in found.months]
    assert has_number == [True, False, True]
    assert isinstance(found.monthly, Problem)
    assert (found.monthly.metric, found.monthly.month) == ("leads", 1)


@pytest.mark.parametrize(("bonus", "weight"), [(0.0, 1.0), (40_000.0, 0.0)])
def test_that_what_pays_nothing_needs_no_number(bonus, weight):
    found = budget(leads(), kpis=(kpi(plan=None, weight=weight),), roles=(role(bonus=bonus),))
    assert found.whole.total == pytest.approx(3 * 160_000 * 1.3)


def test_that_without_roles_nothing_is_paid():
    assert budget(leads(), kpis=(), roles=()).whole.total == 0


# Parts and the whole


@pytest.mark.parametrize("scenario", [None, *example().scenarios])
def test_that_parts_add_up_to_the_whole(scenario):
    found: Any = pay_budget(calculate(example(), scenario))
    by_role = fsum(one.whole.total for one in found.roles)
    by_month = fsum(line.total for line in found.months)
    by_kind = fsum((found.whole.salaries, found.whole.bonuses, found.whole.tax))
    assert [by_role, by_month, by_kind] == pytest.approx([found.whole.total] * 3, rel=1e-12)
    assert found.monthly * 12 == pytest.approx(found.whole.total)
