"""Each thing in a project has one meaning, and what breaks this is refused with its place."""

import pytest

from tests.projects import metric, project
from workbench.document.kpi import Kpi, Scale
from workbench.document.metric import Hint
from workbench.document.plan import Actual
from workbench.document.refusal import Refused
from workbench.document.role import Role


def with_points(*points):
    kpi = Kpi(metric="a", role="r", scale=Scale(points=points))
    return project(metric("a"), roles=(Role(key="r", name="r"),), kpis=(kpi,))


def with_actuals(*actuals):
    found = tuple(Actual(metric=key, month=month, value=1.0) for key, month in actuals)
    return project(metric("a"), metric("b"), actuals=found)


@pytest.mark.parametrize(
    ("place", "members"),
    [
        ("metrics[1].low", {"low": 2.0, "high": 1.0}),
        ("metrics[1].hint.low", {"hint": Hint(low=2.0, high=1.0)}),
    ],
)
def test_that_a_range_upside_down_is_refused(place, members):
    with pytest.raises(Refused, match="the low end of a range must not be above") as caught:
        project(metric("a", **members))
    assert str(caught.value).startswith(place)


@pytest.mark.parametrize(
    "members", [{"low": 1.0}, {"high": 1.0}, {"low": 1.0, "high": 1.0}, {"hint": Hint(low=5.0)}]
)
def test_that_a_range_may_be_open_or_a_single_value(members):
    made = metric("a", **members)
    assert project(made).metrics == (made,)


def test_that_points_of_pay_stand_in_the_order_of_completion():
    with pytest.raises(Refused, match=r"kpis\[1\]\.scale\.points\[2\]: completion must not fall"):
        with_points((1.0, 1.0), (0.5, 0.5))


def test_that_pay_may_jump_at_a_completion():
    assert len(with_points((0.8, 0.0), (0.8, 0.5), (1.0, 1.0)).kpis[0].scale.points) == 3


def test_that_the_payout_may_fall_while_completion_rises():
    assert with_points((0.5, 1.0), (1.0, 0.5)).kpis[0].scale.points[1] == (1.0, 0.5)


def test_that_a_metric_has_one_actual_value_a_month():
    with pytest.raises(Refused, match=r"actuals\[3\]: “a” has an actual value of 2027-01 already"):
        with_actuals(("a", "2027-01"), ("b", "2027-01"), ("a", "2027-01"))


def test_that_other_months_and_metrics_have_actual_values_of_their_own():
    made = with_actuals(("a", "2027-01"), ("a", "2027-02"), ("b", "2027-01"))
    assert len(made.actuals) == 3


def test_that_a_formula_wins_over_a_value_beside_it():
    made = project(metric("a", value=1.0), metric("b", value=5.0, formula="a * 2"))
    assert made.metric("b").is_computed
