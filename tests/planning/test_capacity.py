"""What the team can deliver; every number is computed here by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.projects import example, metric, project
from workbench.document.plan import Scenario
from workbench.document.role import Capacity, Role
from workbench.document.value import validated
from workbench.formula.values import Problem, demand
from workbench.planning.capacity import Delivery, deliverable
from workbench.planning.forward import calculate
from workbench.planning.staffing_plan import staffing_plan


def role(key, people=1.0, ramp=(), **per_person):
    capacity = tuple(Capacity(metric=one, per_person=value) for one, value in per_person.items())
    members = {"key": key, "name": key, "people": people, "ramp": ramp, "capacity": capacity}
    return validated(Role, members)


def funnel(*roles, leads=200.0, months=3, **members):
    """Leads, a third of which becomes meetings, of which a half becomes deals a month later."""
    return project(
        metric("leads", kind="stage", value=leads),
        metric("meetings", kind="stage", formula="leads * 0.3"),
        metric("deals", kind="stage", formula="lag(meetings, 1, 10) * 0.5"),
        metric("clients", over_time="last", formula="lag(clients, 1, 100) * 0.9 + deals"),
        metric("revenue", unit="money", formula="deals * 1000"),
        months=months, roles=roles, **members,
    )  # fmt: skip


def delivered(made, **options):
    return deliverable(calculate(made), **options).values


def test_that_what_people_cannot_handle_is_missing():
    assert delivered(funnel(role("sdr", leads=150.0)))["leads"] == (150.0, 150.0, 150.0)


def test_that_what_follows_is_missing_too_when_it_comes():
    # 200 leads give 60 meetings, 150 give 45; deals are half of those of the month before
    values = delivered(funnel(role("sdr", leads=150.0)))
    assert values["meetings"] == pytest.approx((45, 45, 45))
    assert values["deals"] == pytest.approx((5, 22.5, 22.5))


def test_that_stocks_lack_it_as_well():
    values = delivered(funnel(role("sdr", leads=150.0)))
    first = 100 * 0.9 + 5
    second = first * 0.9 + 22.5
    assert values["clients"] == pytest.approx((first, second, second * 0.9 + 22.5))


def test_that_totals_are_those_of_what_is_delivered():
    forecast = deliverable(calculate(funnel(role("sdr", leads=150.0))))
    assert forecast.totals["revenue"] == pytest.approx(1000 * (5 + 22.5 + 22.5))


def test_that_a_computed_volume_is_capped_before_what_follows():
    values = delivered(funnel(role("executive", meetings=40.0)))
    assert values["leads"] == (200.0, 200.0, 200.0)
    assert values["meetings"] == (40.0, 40.0, 40.0)
    assert values["deals"] == (5.0, 20.0, 20.0)


def test_that_enough_people_deliver_the_plan():
    planned = calculate(funnel(role("sdr", people=2.0, leads=150.0)))
    assert deliverable(planned) is planned


def test_that_only_the_months_with_too_much_work_are_capped():
    values = delivered(funnel(role("sdr", leads=150.0), leads=(100.0, 150.0, 300.0)))
    assert values["leads"] == (100.0, 150.0, 150.0)


def test_that_the_mix_of_work_stays_as_planned():
    # 200 leads ÷ 400 + 60 meetings ÷ 40 = 0.5 + 1.5 people's work for one: half of both is done
    values = delivered(funnel(role("sdr", leads=400.0, meetings=40.0)))
    assert values["leads"][0] == pytest.approx(100)
    assert values["meetings"][0] == pytest.approx(30)


def test_that_the_narrower_of_two_roles_decides():
    values = delivered(funnel(role("one", leads=150.0), role("two", leads=120.0)))
    assert values["leads"] == (120.0, 120.0, 120.0)


def test_that_absence_and_attrition_lower_what_is_delivered():
    sdr = role("sdr", leads=200.0).having(absence=0.25, attrition=0.36)
    values = delivered(funnel(sdr, months=13))
    assert values["leads"][0] == pytest.approx(200 * 0.75)
    assert values["leads"][12] == pytest.approx(200 * 0.75 * 0.64)


def test_that_hires_deliver_as_they_ramp_up():
    # one of two people is missing from the start: a new one does 30 %, 60 % and all of it
    sdr = role("sdr", leads=100.0, ramp=(0.3, 0.6, 1.0))
    assert delivered(funnel(sdr), hiring=True)["leads"] == pytest.approx((130, 160, 200))


def test_that_nobody_delivers_nothing():
    values = delivered(funnel(role("sdr", people=0.0, leads=100.0)))
    assert (values["leads"][0], values["deals"][1]) == (0.0, 0.0)


def test_that_a_capacity_of_nothing_caps_nothing():
    assert delivered(funnel(role("sdr", leads=0.0)))["leads"] == (200.0, 200.0, 200.0)


def test_that_a_project_without_roles_delivers_its_plan():
    planned = calculate(funnel())
    delivery = Delivery(planned)
    assert delivery.forecast is planned
    assert (delivery.gaps, delivery.limited, delivery.bottleneck("revenue")) == ((), (), None)


def test_that_a_scenario_is_capped_as_well():
    more = Scenario(key="more", name="More", values={"leads": 500.0})
    made = funnel(role("sdr", leads=300.0), scenarios=(more,))
    forecast = deliverable(calculate(made, more))
    assert (forecast.values["leads"][0], forecast.scenario) == (300.0, more)


def test_that_a_month_without_a_number_stays_without_one():
    forecast = deliverable(calculate(funnel(role("sdr", leads=150.0), leads=(200.0, None, 200.0))))
    assert isinstance(forecast.values["leads"][1], Problem)
    assert forecast.values["leads"][0] == 150.0


def test_that_the_gap_is_told_by_role_and_metric():
    delivery = Delivery(calculate(funnel(role("sdr", leads=150.0), role("kam", clients=999.0))))
    sdr, kam = delivery.gaps
    assert (sdr.role, sdr.metric) == ("sdr", "leads")
    assert (sdr.planned, sdr.deliverable, sdr.share) == (600.0, 450.0, 0.75)
    assert (kam.role, kam.metric) == ("kam", "clients")


def test_that_the_gap_of_the_goal_is_told():
    gap = Delivery(calculate(funnel(role("sdr", leads=150.0)))).gap("revenue")
    assert gap.planned == pytest.approx(1000 * (5 + 30 + 30))
    assert gap.deliverable == pytest.approx(1000 * (5 + 22.5 + 22.5))


def test_that_the_bottleneck_is_whose_relief_brings_most():
    # leads allow 150 × 0.3 = 45 meetings, but only 30 can be held: more SDRs would change nothing
    made = funnel(role("sdr", leads=150.0), role("executive", meetings=30.0))
    delivery = Delivery(calculate(made))
    assert delivery.limited == ("sdr", "executive")
    assert delivery.bottleneck("revenue") == "executive"


def test_that_of_two_as_narrow_as_each_other_one_is_named():
    made = funnel(role("sdr", leads=100.0), role("executive", meetings=30.0))
    assert Delivery(calculate(made)).bottleneck("revenue") == "sdr"


def test_that_a_role_that_holds_back_something_else_is_no_bottleneck():
    delivery = Delivery(calculate(funnel(role("kam", clients=10.0))))
    assert delivery.limited == ("kam",)
    assert delivery.bottleneck("revenue") is None


def test_that_the_example_delivers_what_plain_arithmetic_says():
    # SDR: 2 × 240 leads; BDR: 3 × 15 cold meetings, against 45.36 planned
    values = deliverable(calculate(example())).values
    planned = calculate(example()).values["leads"]
    leads = [min(demand(one), 480.0) for one in planned]
    rates = [0.15] * 6 + [0.18] * 6
    meetings = [one * 0.8 * 0.35 + 45 for one in leads]
    revenue = [one * rate * 180_000 for one, rate in zip(meetings, rates, strict=True)]
    assert values["leads"] == pytest.approx(leads)
    assert values["revenue"] == pytest.approx(revenue)


people, volumes = st.integers(0, 4), st.lists(st.floats(0, 900), min_size=4, max_size=4).map(tuple)


@given(volumes, people, people, st.booleans())
def test_that_no_more_is_delivered_than_planned(leads, sdrs, executives, hiring):
    roles = role("sdr", float(sdrs), leads=100.0), role("executive", float(executives), meetings=30)
    planned = calculate(funnel(*roles, leads=leads, months=4))
    found = deliverable(planned, hiring=hiring)
    for key, series in planned.values.items():
        for wished, done in zip(series, found.values[key], strict=True):
            assert demand(done) <= demand(wished) + 1e-9


@given(volumes, people)
def test_that_who_hires_without_a_ramp_delivers_the_plan(leads, sdrs):
    planned = calculate(funnel(role("sdr", float(sdrs), leads=100.0), leads=leads, months=4))
    assert deliverable(planned, hiring=True).totals["revenue"] == pytest.approx(
        planned.totals["revenue"]
    )


def test_that_available_people_are_those_of_the_staffing_plan():
    made = funnel(role("sdr", leads=150.0))
    plan = staffing_plan(calculate(made), made.role("sdr"))
    done = delivered(made)["leads"]
    assert done == pytest.approx([people * 150 for people in plan.available_now])
