from __future__ import annotations

from workbench.base.texts import text
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.edits.project import SetMembers
from workbench.document.plan import Goal
from workbench.presenters.desk import Desk
from workbench.presenters.status import status


def goals(*values: Goal) -> SetMembers:
    return SetMembers({"goals": values}, text("Change the goals"))


def test_that_the_forecast_stands_beside_the_goal_of_its_period(desk: Desk) -> None:
    picture = status(desk)
    assert (picture.period, picture.tone) == ("month", "warn")
    assert picture.forecast.endswith("88.8%")


def test_that_a_goal_of_the_whole_plan_is_compared_with_the_total(desk: Desk) -> None:
    desk.do(goals(Goal(metric="revenue", value=74612664, period="plan")))
    assert status(desk).forecast.endswith("100%")
    assert status(desk).tone == "good"


def test_that_less_is_better_where_lower_is_better(desk: Desk) -> None:
    desk.do(goals(Goal(metric="churn", value=0.03, period="month")))
    assert status(desk).tone == "good"


def test_that_without_a_goal_it_says_so_and_is_not_green(desk: Desk) -> None:
    desk.do(goals())
    assert (status(desk).goal, status(desk).forecast, status(desk).tone) == ("no goal", "", "")


def test_that_metrics_without_a_number_are_counted(desk: Desk) -> None:
    desk.do(ChangeMetric("average_deal", {"value": None}))
    assert status(desk).problems == "2 metrics without a number"
    assert status(desk).forecast == "—"
