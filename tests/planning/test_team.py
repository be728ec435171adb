from math import ceil

import pytest

from tests.projects import example, metric, project
from workbench.document.role import Capacity, Role
from workbench.formula.values import Problem, demand
from workbench.planning.forward import calculate
from workbench.planning.team import Load, load, vacancies


def role(*capacity: tuple[str, float], people: float = 1.0) -> Role:
    parts = tuple(Capacity(metric=key, per_person=amount) for key, amount in capacity)
    return Role(key="sdr", name="SDR", people=people, capacity=parts)


def of(role: Role, **values: object) -> Load:
    made = project(*(metric(key, value=value) for key, value in values.items()), roles=(role,))
    return load(calculate(made), role)


def test_that_the_load_is_volume_by_capacity_in_every_month():
    assert of(role(("leads", 240.0)), leads=(480.0, 600.0, 360.0)).months == (2.0, 2.5, 1.5)


def test_that_volumes_of_several_metrics_add_up():
    found = of(role(("leads", 200.0), ("calls", 100.0)), leads=100.0, calls=50.0)
    assert found.months == (1.0, 1.0, 1.0)


def test_that_people_are_needed_for_the_heaviest_month_in_whole():
    assert of(role(("leads", 240.0)), leads=(480.0, 600.0, 360.0)).people_needed == 3


def test_that_the_heaviest_month_is_named():
    assert of(role(("leads", 240.0)), leads=(480.0, 600.0, 360.0)).peak_month == 1


def test_that_of_equal_months_the_first_is_the_heaviest():
    assert of(role(("leads", 240.0)), leads=(100.0, 600.0, 600.0)).peak_month == 1


def test_that_the_average_is_that_of_all_months():
    assert of(role(("leads", 240.0)), leads=(480.0, 600.0, 360.0)).average == pytest.approx(2.0)


def test_that_absences_are_made_up_for():
    sdr = role(("leads", 240.0)).having(absence=0.2)
    found = of(sdr, leads=(480.0, 600.0, None))
    assert found.needed[:2] == (3, 4)  # 2 / 0.8 = 2.5 and 2.5 / 0.8 = 3.125
    assert isinstance(found.needed[2], Problem)


def test_that_dust_of_the_arithmetic_needs_nobody():
    assert of(role(("leads", 0.1)), leads=0.3).people_needed == 3


def test_that_a_role_without_volume_needs_nobody():
    assert of(role(("leads", 240.0)), leads=0.0).people_needed == 0


def test_that_nobody_is_needed_for_less_than_nothing():
    assert of(role(("leads", 240.0)), leads=-960.0).people_needed == 0


def test_that_a_role_without_capacity_has_a_sentence_instead_of_a_load():
    found = of(role(), leads=1.0).people_needed
    assert isinstance(found, Problem)
    assert str(found.reason) == "the capacity of SDR is not set"


def test_that_a_capacity_of_zero_is_a_sentence():
    found = of(role(("leads", 0.0)), leads=600.0).peak
    assert isinstance(found, Problem)
    assert str(found.reason) == "one person handles no “leads” at all"


def test_that_a_missing_volume_travels_to_the_load():
    found = of(role(("leads", 240.0)), leads=None)
    assert found.people_needed == found.months[0]
    assert isinstance(found.people_needed, Problem)


def test_that_one_month_without_a_number_leaves_no_peak():
    found = of(role(("leads", 240.0)), leads=(480.0, None, 360.0))
    assert (found.peak_month, found.months[0]) == (None, 2.0)
    assert isinstance(found.average, Problem)


def test_that_vacancies_are_what_is_missing_in_whole_people():
    sdr = role(("leads", 240.0), people=1.5)
    assert vacancies(of(sdr, leads=600.0), sdr) == ceil(3 - 1.5)


def test_that_too_many_people_are_no_negative_vacancies():
    sdr = role(("leads", 240.0), people=5.0)
    assert vacancies(of(sdr, leads=600.0), sdr) == 0


def test_that_a_problem_leaves_vacancies_unknown():
    sdr = role(("leads", 0.0))
    assert isinstance(vacancies(of(sdr, leads=600.0), sdr), Problem)


def test_that_the_example_needs_what_plain_arithmetic_says():
    forecast = calculate(example())
    sdr = example().role("sdr")
    leads = [demand(value) for value in forecast.values["leads"]]
    assert load(forecast, sdr).people_needed == ceil(max(leads) / 240)
