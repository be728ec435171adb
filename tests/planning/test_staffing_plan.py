"""Whom to hire and when; every number is computed here by hand."""

import json
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.projects import CASES, example, metric, project
from workbench.document.role import Capacity, Role
from workbench.document.value import validated
from workbench.formula.values import Problem, demand
from workbench.planning.forward import calculate
from workbench.planning.ramp import months_to_full_output
from workbench.planning.staffing_plan import StaffingPlan, effective, makes_own_work, staffing_plan

WORKED = {case["id"]: case for case in json.loads((CASES / "worked.json").read_text("utf-8"))}


def role(per_person=100.0, **members):
    """Somebody who handles leads."""
    capacity = (Capacity(metric="leads", per_person=per_person),)
    given_ = {"key": "sdr", "name": "SDR", "people": 2.0, "capacity": capacity, **members}
    return validated(Role, given_)


def plan_of(role: Role, leads, months: int = 3) -> StaffingPlan:
    made = project(metric("leads", value=leads), months=months, roles=(role,))
    return staffing_plan(calculate(made), role)


def test_that_enough_people_hire_nobody():
    assert plan_of(role(), 200.0).hire_by == {}


def test_that_the_missing_are_hired_for_the_month_that_needs_them():
    plan = plan_of(role(), (200.0, 200.0, 350.0))
    assert plan.hire_by == {"2027-03": 2}
    assert plan.vacancies == 2


def test_that_a_hire_starts_so_early_that_the_ramp_is_over():
    # three people are needed in the sixth month; the ramp takes two months
    plan = plan_of(role(ramp=(0.3, 0.6, 1.0)), (200.0,) * 5 + (300.0,), months=6)
    assert plan.hire_by == {"2027-04": 1}
    assert plan.available == pytest.approx((2, 2, 2, 2.3, 2.6, 3))


def test_that_a_hire_that_would_start_before_the_plan_is_too_late():
    # of 3 people in January one is missing; with a ramp of two months they start in November
    plan = plan_of(role(ramp=(0.3, 0.6, 1.0)), 300.0)
    assert (plan.hire_by, plan.is_late) == ({"2026-11": 1}, True)
    assert plan.hired == {0: 1}
    assert plan.available == pytest.approx((2.3, 2.6, 3.0))


def test_that_a_hire_in_time_is_not_too_late():
    assert not plan_of(role(), 300.0).is_late


def test_that_absence_raises_what_is_needed():
    # 400 leads are the full work of 4 people; with a fifth of the time away 4 / 0.8 = 5
    plan = plan_of(role(absence=0.2), 400.0)
    assert plan.load.needed == (5, 5, 5)
    assert plan.vacancies == 3
    assert plan.available_now == pytest.approx((1.6, 1.6, 1.6))
    assert plan.hire_by == {"2027-01": 3}


def test_that_those_who_leave_are_replaced():
    # of 2 people 1.9 are there when the year is half over; one more makes up for it at once
    plan = plan_of(role(attrition=0.0975, people=2.0), (0.0,) * 6 + (200.0,), months=7)
    assert plan.available_now[6] == pytest.approx(2 * 0.9025**0.5)
    assert plan.available_now[6] == pytest.approx(1.9)
    assert plan.hire_by == {"2027-07": 1}


def test_that_hires_who_leave_in_the_ramp_are_made_up_for():
    # half of the people leave in a year; a ramp of 12 months leaves 0.5 of each one who starts
    ramp = (0.0,) * 12
    plan = plan_of(role(attrition=0.5, people=0.0, ramp=ramp), (0.0,) * 12 + (100.0,), months=13)
    assert plan.hire_by == {"2027-01": 2}
    assert plan.available[12] == pytest.approx(2 * 0.5)


def test_that_the_payroll_has_tax_and_hires_from_their_start():
    plan = plan_of(
        role(ramp=(0.5,), salary=1000.0, bonus=500.0, payroll_tax=0.3), (200.0, 200.0, 300.0)
    )
    assert plan.hire_by == {"2027-02": 1}
    each = 1500 * 1.3
    assert plan.payroll == pytest.approx((2 * each, 3 * each, 3 * each))


def test_that_the_payroll_shrinks_with_those_who_leave():
    plan = plan_of(role(attrition=0.36, salary=100.0), 0.0, months=13)
    assert plan.payroll[0] == 200.0
    assert plan.payroll[12] == pytest.approx(200 * 0.64)


def test_that_a_contractor_is_not_hired():
    plan = plan_of(role(employment="contractor"), 900.0)
    assert plan.hire_by == {}
    assert isinstance(plan.vacancies, Problem)
    assert str(plan.vacancies.reason) == "SDR is a contractor and is not hired"


def test_that_people_without_a_capacity_stay_as_they_are():
    plan = plan_of(role(capacity=(), attrition=0.5, salary=100.0), 900.0)
    assert plan.present == (2.0, 2.0, 2.0)
    assert plan.payroll == (200.0, 200.0, 200.0)
    assert plan.hire_by == {}
    assert isinstance(plan.vacancies, Problem)
    assert str(plan.vacancies.reason) == "the capacity of SDR is not set"


def test_that_a_capacity_of_nothing_is_a_sentence():
    plan = plan_of(role(per_person=0.0), 900.0)
    assert isinstance(plan.hires, Problem)
    assert str(plan.hires.reason) == "one person handles no “leads” at all"
    assert plan.hire_by == {}


def test_that_a_month_without_a_number_hires_nobody():
    assert isinstance(plan_of(role(), (100.0, None, 100.0)).hires, Problem)


def test_that_nobody_can_be_hired_where_everybody_leaves_at_once():
    plan = plan_of(role(attrition=1.0, ramp=(0.5,)), 900.0)
    assert isinstance(plan.hires, Problem)
    assert str(plan.hires.reason) == "whoever is hired as SDR leaves too soon"


def test_that_a_role_of_nobody_is_hired_whole():
    assert plan_of(role(people=0.0), 250.0).hire_by == {"2027-01": 3}


def test_that_dust_of_the_arithmetic_hires_nobody():
    assert plan_of(role(per_person=0.1, people=3.0), 0.3).hire_by == {}


def test_that_without_attrition_and_absence_the_example_is_as_before():
    forecast = calculate(example())
    sdr = example().role("sdr")
    leads = [demand(value) for value in forecast.values["leads"]]
    plan = staffing_plan(forecast, sdr)
    assert plan.load.months == pytest.approx([one / 240 for one in leads])
    assert plan.load.needed == tuple(ceil(one / 240) for one in leads)
    assert plan.vacancies == ceil(max(leads) / 240) - 2


def test_that_ramped_and_ramping_people_bring_what_the_worked_case_says():
    # those whose ramp is over bring 85 % of the quota, new ones 40 %: 0.4 / 0.85 of full output
    case = WORKED["team-capacity"]["inputs"]
    old, new, total = case["ramped"], case["ramping"], WORKED["team-capacity"]["expect"]["total"]
    seller = role(
        per_person=float(old["quota"]), people=float(old["people"]),
        absence=1 - old["attainment"], ramp=(new["attainment"] / old["attainment"],),
    )  # fmt: skip
    work = effective(seller, {0: new["people"]}, 0)
    assert work * old["quota"] == pytest.approx(total, rel=1e-12)


@pytest.mark.parametrize(
    ("formula", "makes"),
    [("people(sdr) * 60", True), ("600", False), ("calls * 2", True), ("cost(other)", False)],
)
def test_that_work_which_people_make_themselves_is_known(formula, makes):
    sdr = role()
    made = project(
        metric("leads", formula=formula), metric("calls", formula="people(sdr) * 3"),
        roles=(sdr, Role(key="other", name="Other")),
    )  # fmt: skip
    assert makes_own_work(calculate(made), sdr) is makes


loads = st.lists(st.floats(0, 900), min_size=6, max_size=6).map(tuple)
ramps = st.sampled_from([(), (0.5,), (0.3, 0.6, 1.0), (0.2, 0.9)])
part = st.floats(0, 0.6)


@given(loads, ramps, part, part, st.integers(0, 4))
def test_that_hires_cover_the_load_of_every_month_they_can(leads, ramp, attrition, absence, people):
    one = role(people=float(people), ramp=ramp, attrition=attrition, absence=absence)
    plan = plan_of(one, leads, months=6)
    for month in range(months_to_full_output(one), 6):
        assert plan.available[month] >= demand(plan.load.months[month]) - 1e-6


@given(loads, ramps, part, part, st.integers(0, 4))
def test_that_one_person_less_would_not_do(leads, ramp, attrition, absence, people):
    one = role(people=float(people), ramp=ramp, attrition=attrition, absence=absence)
    plan = plan_of(one, leads, months=6)
    assert not isinstance(plan.hires, Problem)
    for start in plan.hires:
        # those hired later do not count: they are there because of a later month
        fewer = {at: n - (at == start) for at, n in plan.hires.items() if at <= start}
        month = start + months_to_full_output(one)
        assert effective(one, fewer, month) < demand(plan.load.months[month]) + 1e-9


@given(loads, st.integers(0, 4))
def test_that_without_a_ramp_and_attrition_the_hires_are_the_vacancies(leads, people):
    plan = plan_of(role(people=float(people)), leads, months=6)
    assert sum(plan.hire_by.values()) == plan.vacancies
