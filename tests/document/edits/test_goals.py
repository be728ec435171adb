"""A goal set in the place of the earlier one."""

from tests.projects import metric, project
from workbench.document.edits.goals import SetGoal
from workbench.document.growth import Growth
from workbench.document.plan import Goal

YEAR, PLAN = (Goal(metric="revenue", value=5.0, period=period) for period in ("year", "plan"))
LEADS = Goal(metric="leads", value=9.0)


def made(*goals):
    return project(metric("revenue"), metric("leads"), goals=goals)


def after(before, value=8.0, **members):
    goal = Goal(metric="revenue", value=value, period="year")
    return SetGoal(goal, "Revenue", **members).apply(before)


def test_that_a_goal_stands_after_the_others():
    assert after(made(LEADS)).goals == (LEADS, Goal(metric="revenue", value=8.0, period="year"))


def test_that_it_takes_the_place_of_its_like():
    found = after(made(YEAR, LEADS, PLAN)).goals
    assert [(goal.metric, goal.value) for goal in found] == [
        ("revenue", 8.0), ("leads", 9.0), ("revenue", 5.0)
    ]  # fmt: skip


def test_that_like_goals_become_one():
    double = YEAR.having(value=6.0)
    assert len(after(made(YEAR, double)).goals) == 1


def test_that_figures_go_with_it_or_stay():
    growth = Growth(metric="revenue")
    assert after(made(), growth=growth).growth == growth
    assert after(made().having(growth=growth)).growth == growth


def test_that_the_title_names_the_metric():
    assert str(SetGoal(YEAR, "Revenue").title) == "Set the goal of “Revenue”"
