"""What a customer brings and costs; every number is computed here by hand."""

import pytest

from tests.projects import example, metric, project
from workbench.document.kpi import Kpi
from workbench.document.plan import Goal
from workbench.document.role import Role
from workbench.formula.values import Problem
from workbench.planning.customers import customers_of, inflow, revenue_of
from workbench.planning.forward import calculate
from workbench.planning.lifetime import Lifetime, lifetime
from workbench.planning.staffing_plan import staffing_plan
from workbench.planning.unit_costs import Spent

DEALS = (
    metric("meetings", kind="stage", value=(40.0, 60.0, 80.0)),
    metric("deals", kind="stage", formula="meetings * 0.5"),
    metric("churn", unit="ratio", over_time="mean", value=0.05),
)
CLIENTS = metric("clients", over_time="last", formula="lag(clients, 1, 200) * (1 - churn) + deals")


def of(*metrics, salary=0.0, **members) -> Lifetime:
    seller = Role(key="seller", name="Seller", salary=salary)
    kpis = (Kpi(metric="deals", role="seller"),)
    made = project(*DEALS, *metrics, roles=(seller,), kpis=kpis, **members)
    forecast = calculate(made)
    return lifetime(forecast, Spent(forecast, [staffing_plan(forecast, seller)]))


def money(key, formula):
    return metric(key, unit="money", formula=formula)


def test_that_churn_is_what_does_not_stay():
    assert of(CLIENTS, money("revenue", "deals * 100")).churn == pytest.approx(0.05)


def test_that_churn_is_found_whatever_formulas_call_it():
    found = of(
        metric("open", over_time="last", formula="lag(clients, 1, 200)"),
        metric("lost", formula="open * 0.1"),
        metric("clients", over_time="last", formula="open - lost + deals"),
        money("revenue", "deals * 100"),
    )
    assert found.churn == pytest.approx(0.1)


def test_that_a_deal_paid_once_is_worth_its_price():
    found = of(CLIENTS, money("revenue", "deals * 180"))
    assert found.first == pytest.approx(180)
    assert found.monthly == pytest.approx(0)
    assert found.value == pytest.approx(180)


def test_that_a_subscription_is_worth_a_month_by_churn():
    # 30 a month as long as a customer stays, 20 months on average
    found = of(CLIENTS, money("revenue", "clients * 30"))
    assert found.value == pytest.approx(30 / 0.05)


def test_that_both_are_added():
    found = of(CLIENTS, money("revenue", "deals * 180 + clients * 30"))
    assert found.value == pytest.approx(180 + 30 / 0.05)


def test_that_a_customer_costs_what_was_spent_on_deals():
    # the seller gets 900 in each of 3 months for 20 + 30 + 40 deals
    assert of(CLIENTS, money("revenue", "deals * 180"), salary=900.0).cost == pytest.approx(30)


def test_that_of_deals_only_what_becomes_customers_counts():
    clients = metric("clients", over_time="last", formula="lag(clients, 1, 9) * 0.9 + deals * 0.5")
    found = of(clients, money("revenue", "deals * 180"), salary=900.0)
    assert found.cost == pytest.approx(2700 / 45)
    assert found.first == pytest.approx(180 * 90 / 45)


def test_that_payback_is_the_cost_by_what_a_month_brings():
    found = of(CLIENTS, money("revenue", "clients * 10"), salary=900.0)
    assert found.payback == pytest.approx(30 / 10)


def test_that_the_first_deal_can_pay_at_once():
    found = of(CLIENTS, money("revenue", "deals * 180"), salary=900.0)
    assert found.payback == 0.0


def test_that_the_first_deal_shortens_the_payback():
    found = of(CLIENTS, money("revenue", "deals * 10 + clients * 4"), salary=900.0)
    assert found.payback == pytest.approx((30 - 10) / 4)


def test_that_a_deal_below_its_cost_never_pays():
    found = of(CLIENTS, money("revenue", "deals * 20"), salary=900.0)
    assert isinstance(found.payback, Problem)
    assert str(found.payback.reason) == "a customer brings nothing after the first deal"


def test_that_customers_who_never_leave_have_no_value():
    clients = metric("clients", over_time="last", formula="lag(clients, 1, 9) + deals")
    found = of(clients, money("revenue", "clients * 10"))
    assert isinstance(found.value, Problem)
    assert str(found.value.reason) == "no customer ever leaves: churn is missing"


def test_that_a_model_without_customers_says_what_is_missing():
    found = of(money("revenue", "deals * 10")).value
    assert isinstance(found, Problem)
    assert str(found.reason) == (
        "the plan counts no customers: a stock that deals flow into and churn takes from"
    )


def test_that_a_model_without_revenue_says_so():
    found = of(CLIENTS).value
    assert isinstance(found, Problem)
    assert str(found.reason) == "the plan computes no revenue"


def test_that_a_plan_of_one_month_shows_no_churn():
    found = of(CLIENTS, money("revenue", "clients * 10"), months=1).value
    assert isinstance(found, Problem)
    assert str(found.reason) == "churn shows only in a plan of more than one month"


def test_that_a_plan_that_wins_nobody_says_so():
    made = project(
        metric("deals", kind="stage", formula="people(seller) * 0"),
        metric("clients", over_time="last", formula="lag(clients, 1, 9) * 0.9 + deals"),
        money("revenue", "clients * 10"), roles=(Role(key="seller", name="Seller"),),
    )  # fmt: skip
    forecast = calculate(made)
    found = lifetime(forecast, Spent(forecast, [staffing_plan(forecast, made.role("seller"))]))
    assert isinstance(found.cost, Problem)
    assert str(found.cost.reason) == "the plan wins no customers"


def test_that_a_missing_number_travels():
    found = of(CLIENTS, metric("price", unit="money"), money("revenue", "clients * price"))
    assert isinstance(found.value, Problem)
    assert str(found.value.reason) == "there is no value"


def test_that_a_base_that_nothing_computed_flows_into_is_no_customers():
    made = project(
        metric("new", kind="stage", value=5.0),
        metric("subscribers", over_time="last", formula="lag(subscribers, 1, 9) * 0.9 + new"),
    )
    assert customers_of(calculate(made)) is None


def test_that_what_leaves_is_no_inflow():
    made = project(
        *DEALS,
        metric("open", over_time="last", formula="lag(clients, 1, 200)"),
        metric("lost", formula="open * 0.1"),
        metric("clients", over_time="last", formula="open - lost + deals"),
    )
    assert inflow(calculate(made), "clients") == ("deals",)


def test_that_profit_is_no_revenue():
    made = project(
        *DEALS, money("sales", "deals * 9"), money("profit", "sales - cost(seller)"),
        roles=(Role(key="seller", name="S"),), goals=(Goal(metric="profit", value=1.0),),
    )  # fmt: skip
    assert revenue_of(calculate(made)) == "sales"


def test_that_the_revenue_of_the_goal_comes_first():
    parts = money("one", "deals * 9"), money("two", "deals * 8"), money("all", "one + two")
    assert revenue_of(calculate(project(*DEALS, *parts))) == "all"
    goals = (Goal(metric="two", value=1.0),)
    assert revenue_of(calculate(project(*DEALS, *parts, goals=goals))) == "two"


def test_that_the_example_has_customers_of_one_deal():
    forecast = calculate(example())
    plans = [staffing_plan(forecast, role) for role in example().roles]
    found = lifetime(forecast, Spent(forecast, plans))
    assert found.customers == "clients"
    assert found.churn == pytest.approx(0.02)
    assert found.value == pytest.approx(180_000)
