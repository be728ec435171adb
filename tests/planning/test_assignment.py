import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.presenters.roles_cases import kpi, numbers, sales
from workbench.document.kpi import Kpi
from workbench.document.project import Project
from workbench.document.weights import even, scaled
from workbench.planning.assignment import (
    STANDARD_SCALE,
    missing_weight,
    proposed,
    rounded,
    total_weight,
)


def new(project: Project, metric: str, role: str, part: str = "owner") -> Kpi:
    return proposed(project, numbers(project), (metric, role), part)  # type: ignore[arg-type]


def test_that_the_base_is_the_average_month_of_the_forecast():
    assert new(sales(), "quality", "sdr").base == 0.75


def test_that_the_plan_is_the_norm():
    assert new(sales(), "quality", "sdr").plan == 0.8


def test_that_without_a_norm_the_plan_holds_the_forecast():
    assert new(sales(), "leads", "sdr").plan == 600


def test_that_a_plan_equal_to_the_forecast_has_no_base_to_be_measured_from():
    assert new(sales(), "leads", "sdr").base is None


def test_that_a_new_kpi_is_of_the_month_with_the_usual_scale():
    made = new(sales(), "leads", "sdr")
    assert (made.period, made.scale) == ("month", STANDARD_SCALE)


def test_that_the_usual_scale_pays_from_80_to_120_per_cent():
    points = ((0.8, 0.8), (1.0, 1.0), (1.2, 1.2))
    assert (STANDARD_SCALE.points, STANDARD_SCALE.threshold, STANDARD_SCALE.cap) == (
        points, 0.8, 1.2,
    )  # fmt: skip


def test_that_the_weight_is_what_is_missing():
    project = sales(kpi("quality", "sdr", weight=0.7))
    assert new(project, "leads", "sdr").weight == 0.3


def test_that_a_role_with_full_weights_gives_none():
    project = sales(kpi("quality", "sdr", weight=1.0))
    assert new(project, "leads", "sdr").weight == 0


def test_that_what_the_owner_agreed_holds_for_those_who_share():
    owned = kpi("leads", "marketer", weight=1.0, base=500.0, plan=900.0, period="quarter")
    shared = new(sales(owned), "leads", "sdr", "shared")
    assert (shared.base, shared.plan, shared.period) == (500.0, 900.0, "quarter")


def test_that_the_words_of_the_owner_are_not_copied():
    owned = kpi("leads", "marketer", actions=("ads",), condition="confirmed", standards=("x",))
    shared = new(sales(owned), "leads", "sdr", "shared")
    assert (shared.actions, shared.condition, shared.standards) == ((), "", ())


def test_that_a_helper_has_neither_weight_nor_plan():
    helper = new(sales(), "leads", "sdr", "contributor")
    assert (helper.weight, helper.base, helper.plan) == (0, None, None)


def test_that_a_metric_without_a_forecast_has_no_base():
    project = sales()
    broken = project.having(
        metrics=tuple(
            one.having(value=None) if one.key == "leads" else one for one in project.metrics
        )
    )
    assert new(broken, "leads", "sdr").base is None


def test_that_the_weight_of_a_helper_is_not_paid():
    kpis = (kpi("leads", "sdr", weight=0.6), kpi("cost", "sdr", part="contributor", weight=0.4))
    assert total_weight(kpis) == 0.6


def test_that_weights_over_the_top_leave_nothing_missing():
    project = sales(kpi("leads", "sdr", weight=0.9), kpi("cost", "sdr", weight=0.9))
    assert missing_weight(project, "sdr") == 0


def test_that_three_tenths_leave_exactly_seven_tenths():
    kpis = [kpi(key, "sdr", weight=0.1) for key in ("leads", "quality", "cost")]
    assert missing_weight(sales(*kpis), "sdr") == 0.7


@pytest.mark.parametrize(
    ("value", "shown"),
    [(213.3333, 213.3), (0.748123, 0.7481), (7e6, 7e6), (-1.7976e308, -1.7976e308)],
)
def test_that_proposals_are_round_figures(value, shown):
    assert rounded(value) == shown


def test_that_what_cannot_be_divided_evenly_goes_to_the_first():
    assert even(3) == (0.34, 0.33, 0.33)


def test_that_nothing_is_divided_among_nobody():
    assert even(0) == ()


def test_that_scaling_keeps_proportions():
    assert scaled([0.2, 0.2, 0.1]) == (0.4, 0.4, 0.2)


def test_that_scaling_nothing_divides_evenly():
    assert scaled([0.0, 0.0]) == (0.5, 0.5)


@given(st.lists(st.floats(0.01, 1), min_size=1, max_size=9))
def test_that_scaled_weights_always_add_up_in_whole_per_cents(weights):
    assert sum(round(weight * 100) for weight in scaled(weights)) == 100


@given(st.integers(1, 40))
def test_that_even_weights_always_add_up(count):
    assert sum(round(weight * 100) for weight in even(count)) == 100
