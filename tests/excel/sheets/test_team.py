from __future__ import annotations

import pytest

from tests.excel.books import expression, found, named, of_kind, planned, role, small, value, words
from tests.projects import example, metric
from workbench.planning.forward import calculate
from workbench.planning.staffing_plan import staffing_plan
from workbench.planning.unit_costs import unit_costs


def team(*roles, values=(20.0, 35.0, 50.0), **members):
    made = small(metric("a", name="Calls", value=values), roles=roles, **members)
    return of_kind(planned(made), "team")


def caller(**members):
    handled = {"capacity": ({"metric": "a", "per_person": 10.0},), "people": 2.0}
    return role("r", name="Caller", **{**handled, **members})


def row(of, title: str, at: int = 0) -> list[object]:
    heading = next(one for one in of.cells if (one.content, one.column) == (title, 0))
    top = heading.row + 2 + at
    return [value(one) for one in of.cells if one.row == top and one.column > 2]


def test_that_load_is_volume_by_capacity():
    assert row(team(caller()), "Load of the role") == [2.0, 3.5, 5.0, 5.0]


def test_that_several_metrics_add_up():
    # 20 / 10 + 20 / 40
    both = ({"metric": "a", "per_person": 10.0}, {"metric": "a", "per_person": 40.0})
    assert row(team(caller(capacity=both)), "Load of the role")[0] == 2.5


def test_that_people_needed_are_whole_and_make_up_for_absences():
    # 2 / 0.8, 3.5 / 0.8, 5 / 0.8
    assert row(team(caller(absence=0.2)), "People needed") == [3.0, 5.0, 7.0, 7.0]


def test_that_vacancies_are_those_of_the_heaviest_month():
    of = team(caller())
    assert value(named(of, "total_vacancies_r")) == 3.0


def test_that_whoever_is_hired_starts_before_the_month_that_lacks_people():
    # three people lack from the second month on, one month of ramp: two are late or just in time
    of = team(caller(ramp=(0.5, 1.0)))
    assert row(of, "Hiring: whole people whom a month lacks") == [0.0, 2.0, 1.0, 3.0]
    assert row(of, "New people by the month in which they start") == [2.0, 1.0, 0.0, 3.0]


def test_that_who_is_late_starts_with_the_plan():
    of = team(caller(ramp=(0.5, 0.5, 1.0)))
    assert row(of, "New people by the month in which they start") == [3.0, 0.0, 0.0, 3.0]
    assert "1 mo. before the plan" in [value(one) for one in of.cells]


def test_that_the_first_month_of_a_hiring_is_told():
    of = team(caller(ramp=(1.0,)))
    assert "Feb 2027" in [value(one) for one in of.cells if one.column == 1]


def test_that_nobody_is_hired_where_all_suffice():
    assert row(team(caller(people=9.0)), "New people by the month in which they start")[3] == 0.0


def test_that_payroll_counts_the_new_people():
    # (2, 4, 5) people × (100 + 20) × 1.5
    of = team(caller(salary=100.0, bonus=20.0, payroll_tax=0.5))
    title = "Payroll: salary and bonus at 100%, with payroll tax"
    assert row(of, title) == [360.0, 720.0, 900.0, 1980.0]
    assert value(named(of, "total_payroll")) == 1980.0


def test_that_a_unit_costs_payroll_by_volume():
    # 1980 / 105
    of = team(caller(salary=100.0, bonus=20.0, payroll_tax=0.5))
    assert row(of, "What one unit costs the role")[1] == pytest.approx(1980 / 105)


def test_that_a_role_without_capacity_has_no_load():
    of = team(role("r", name="Head"))
    assert "Load of the role" not in words(of)
    assert words(of).count("–") >= 3


def test_that_a_contractor_is_not_hired():
    of = team(caller(employment="contractor"))
    assert "New people by the month in which they start" not in words(of)


def test_that_without_a_volume_there_is_no_load():
    assert row(team(caller(), values=None), "Load of the role") == ["", "", "", ""]


def test_that_entries_stand_once_and_the_sheet_of_the_role_refers_to_them():
    plan = planned(example())
    names = [name.name for one in plan.sheets for name in one.names]
    assert names.count("in_capacity_sdr_leads") == 1
    assert names.count("in_ramp_sdr") == 1
    sdr = next(one for one in plan.sheets if one.name == "SDR")
    head = found(sdr, "Per person a month")
    live = next(one for one in sdr.cells if (one.row, one.column) == (head.row + 1, head.column))
    assert "'Team'!" in expression(live)


def test_that_a_project_without_roles_has_no_team():
    kinds = [one.kind for one in planned(small(metric("a", value=1.0))).sheets]
    assert "team" not in kinds


@pytest.mark.parametrize("key", ["bdr", "sdr", "executive", "kam"])
def test_that_the_numbers_are_those_of_the_plan(key):
    of, forecast = of_kind(planned(example()), "team"), calculate(example())
    plan = staffing_plan(forecast, forecast.project.role(key))
    total = named(of, f"total_payroll_{key}")
    assert value(total) == pytest.approx(sum(plan.payroll))
    at = next(
        one.row for one in of.cells if one.content == "New people by the month in which they start"
    )
    name = plan.role.name
    starts = next(one.row for one in of.cells if one.row > at and one.content == name)
    cells = [value(one) for one in of.cells if one.row == starts and 3 <= one.column < 15]
    assert cells == [float(plan.hired.get(month, 0)) for month in range(12)]
    first = next(iter(unit_costs(forecast, plan).values()))
    assert pytest.approx(first) in [value(one) for one in of.cells if one.column == 4]
