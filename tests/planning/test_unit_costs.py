"""What one unit costs; every number is computed here by hand."""

import pytest

from tests.projects import metric, project
from workbench.document.client import Phase
from workbench.document.kpi import Kpi
from workbench.document.role import Capacity, Role
from workbench.document.value import validated
from workbench.formula.values import Problem
from workbench.planning.forward import calculate
from workbench.planning.staffing_plan import staffing_plan
from workbench.planning.unit_costs import Spent, unit_costs


def role(key, cost, people=1.0, **per_person):
    capacity = tuple(Capacity(metric=one, per_person=value) for one, value in per_person.items())
    return Role(key=key, name=key, people=people, salary=float(cost), capacity=capacity)


def kpi(metric, role, part="owner"):
    return validated(Kpi, {"metric": metric, "role": role, "part": part})


PHASES = (Phase(key="interest", name="Interest"), Phase(key="deal", name="Deal"))
STAGES = (
    metric("ads", unit="money", value=600.0, phase="interest"),
    metric("leads", kind="stage", value=100.0, phase="interest"),
    metric("cr_meeting", kind="conversion", unit="ratio", value=0.4),
    metric("meetings", kind="stage", formula="leads * cr_meeting", phase="deal"),
    metric("cr_deal", kind="conversion", unit="ratio", value=0.25),
    metric("deals", kind="stage", formula="meetings * cr_deal", phase="deal"),
)


def made(*roles, kpis=(), more=(), stages=STAGES):
    return project(*stages, *more, roles=roles, kpis=tuple(kpis), phases=PHASES)


def spent(project):
    forecast = calculate(project)
    return Spent(forecast, [staffing_plan(forecast, one) for one in project.roles])


def costs(project):
    return {one.metric: one.cost for one in spent(project).stages}


def of_role(project, key):
    forecast = calculate(project)
    return unit_costs(forecast, staffing_plan(forecast, project.role(key)))


def test_that_a_unit_costs_the_role_by_its_volume():
    # 3 people × 1,000 a month over 3 months ÷ 3 × 40 meetings
    found = of_role(made(role("bdr", 1000, people=3.0, meetings=20.0)), "bdr")
    assert found == {"meetings": pytest.approx(3 * 1000 / 40)}


def test_that_hires_make_a_unit_dearer():
    # 40 meetings are the work of two, and one more is hired at once
    found = of_role(made(role("bdr", 1000, meetings=20.0)), "bdr")
    assert found == {"meetings": pytest.approx(2 * 1000 / 40)}


def test_that_what_a_role_owns_has_a_cost_as_well():
    found = of_role(made(role("bdr", 1000), kpis=[kpi("deals", "bdr")]), "bdr")
    assert found == {"deals": pytest.approx(1000 / 10)}


def test_that_what_a_role_shares_has_no_cost_of_its_own():
    assert of_role(made(role("bdr", 1000), kpis=[kpi("deals", "bdr", "shared")]), "bdr") == {}


def test_that_a_stock_costs_by_the_month():
    clients = metric("clients", kind="result", over_time="last", value=(10.0, 20.0, 30.0))
    found = of_role(made(role("kam", 1200, clients=100.0), more=[clients]), "kam")
    assert found == {"clients": pytest.approx(3 * 1200 / 60)}


def test_that_nothing_made_has_a_sentence():
    none = metric("calls", kind="stage", value=0.0)
    found = of_role(made(role("bdr", 1000, calls=9.0), more=[none]), "bdr")["calls"]
    assert isinstance(found, Problem)
    assert str(found.reason) == "there is no “calls” in the plan"


def test_that_pay_goes_into_what_a_role_answers_for_and_what_follows():
    found = costs(made(role("sdr", 800), kpis=[kpi("cr_meeting", "sdr")], stages=STAGES[1:]))
    assert found == {"meetings": pytest.approx(800 / 40), "deals": pytest.approx(800 / 10)}


def test_that_helping_is_not_answering():
    found = costs(
        made(role("sdr", 800), kpis=[kpi("cr_meeting", "sdr", "contributor")], stages=STAGES[1:])
    )
    assert found == {}


def test_that_a_role_without_kpis_is_paid_where_it_has_a_capacity():
    found = costs(made(role("executive", 900, meetings=50.0), stages=STAGES[1:]))
    assert found == {"meetings": pytest.approx(900 / 40), "deals": pytest.approx(900 / 10)}


def test_that_costs_add_up_along_the_funnel():
    kpis = [kpi("leads", "marketer"), kpi("cr_meeting", "sdr"), kpi("cr_deal", "executive")]
    roles = role("marketer", 400), role("sdr", 800), role("executive", 2000)
    assert costs(made(*roles, kpis=kpis)) == {
        "leads": pytest.approx((600 + 400) / 100),
        "meetings": pytest.approx((600 + 400 + 800) / 40),
        "deals": pytest.approx((600 + 400 + 800 + 2000) / 10),
    }


def test_that_whose_people_a_formula_takes_is_paid_there():
    calls = metric("calls", kind="stage", formula="people(bdr) * 50")
    assert costs(made(role("bdr", 500), more=[calls], stages=STAGES[1:]))["calls"] == 10.0


def test_that_spending_goes_into_what_is_computed_from_it():
    budget = metric("budget", unit="money", value=300.0)
    cpc = metric("cpc", unit="money", over_time="mean", value=3.0)
    visits = metric("visits", kind="stage", formula="budget / cpc")
    found = costs(made(more=[budget, cpc, visits], stages=STAGES[1:]))
    assert found == {"visits": pytest.approx(3.0)}


def test_that_spending_without_a_formula_goes_into_its_phase_and_later_ones():
    licence = metric("licence", unit="money", value=200.0, phase="deal")
    found = costs(made(more=[licence], stages=STAGES[1:]))
    assert found == {"meetings": pytest.approx(200 / 40), "deals": pytest.approx(200 / 10)}


def test_that_a_price_is_no_spending():
    price = metric("price", unit="money", over_time="mean", value=500.0, phase="deal")
    revenue = metric("revenue", unit="money", formula="deals * price")
    assert costs(made(more=[price, revenue], stages=STAGES[1:])) == {}


def test_that_other_income_is_no_spending():
    other = metric("other", unit="money", value=500.0, phase="deal")
    revenue = metric("revenue", unit="money", formula="deals * 100 + other")
    per_lead = metric("value", unit="money", over_time="ratio", formula="revenue / leads")
    assert costs(made(more=[other, revenue, per_lead], stages=STAGES[1:])) == {}


def test_that_what_the_model_divides_by_a_stage_goes_into_it():
    # the cost of a deal of the model has an agency in it that answers for nothing
    agency = role("agency", 300)
    more = [
        metric("fair", unit="money", value=100.0),
        metric("all_costs", unit="money", formula="fair + cost(agency)"),
        metric("cost_deal", unit="money", over_time="ratio", formula="all_costs / deals"),
    ]
    assert costs(made(agency, more=more, stages=STAGES[1:])) == {"deals": pytest.approx(400 / 10)}


def test_that_a_stock_carries_no_costs_on():
    # referrals come from the customers there are: what those cost is spent already
    more = [
        metric("clients", over_time="last", formula="lag(clients, 1, 50) * 0.9 + deals"),
        metric("referrals", kind="stage", formula="lag(clients, 1, 50) * 0.1"),
    ]
    found = costs(made(role("executive", 900), kpis=[kpi("deals", "executive")], more=more))
    assert "referrals" not in found


def test_that_what_goes_into_a_stage_is_named():
    found = spent(made(role("sdr", 800), kpis=[kpi("cr_meeting", "sdr")])).of("deals")
    assert (found.roles, found.spending) == (("sdr",), ("ads",))


def test_that_spending_without_a_number_is_a_problem():
    broken = metric("ads", unit="money", value=None, phase="interest")
    assert isinstance(costs(made(stages=(broken, *STAGES[1:])))["leads"], Problem)


def test_that_a_project_without_roles_and_spending_has_no_costs():
    assert costs(made(stages=STAGES[1:])) == {}
