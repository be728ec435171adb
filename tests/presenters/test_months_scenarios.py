"""Scenarios chosen, added, renamed and removed; the goal beside the forecast; the selection."""

import pytest

from tests.presenters.months import block, plan, stand
from workbench.base.texts import text
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.edits.project import SetMembers
from workbench.document.plan import Goal
from workbench.presenters.months.commands import Commands
from workbench.presenters.plan.commands import Commands as PlanCommands
from workbench.presenters.plan.scenarios import Tab


@pytest.fixture
def made():
    return stand()


def names(made) -> list[str]:
    return [tab.name for tab in made.choice.scenarios.switch().tabs]


def test_that_the_base_stands_before_the_scenarios(made):
    assert made.choice.scenarios.switch().tabs == (Tab(None, "Base"), Tab("more", "More"))
    assert made.choice.scenarios.switch().chosen == 0


def test_that_a_new_scenario_starts_with_the_values_that_are_shown(made):
    made.choice.scenarios.choose("more")
    made.choice.scenarios.add()
    assert names(made) == ["Base", "More", "More, copy"]
    assert made.choice.scenarios.switch().chosen == 2
    assert made.given("more_copy") == {"leads": 200.0}


def test_that_a_scenario_made_of_the_base_changes_nothing_yet(made):
    made.choice.scenarios.add()
    assert made.given("scenario") == {}


def test_that_new_scenarios_never_share_a_name(made):
    for _ in range(3):
        made.choice.scenarios.choose(None)
        made.choice.scenarios.add()
    assert names(made)[2:] == ["Scenario", "Scenario 2", "Scenario 3"]


def test_that_a_scenario_is_renamed(made):
    made.choice.scenarios.choose("more")
    made.choice.scenarios.rename("  Goal 7M ")
    assert names(made) == ["Base", "Goal 7M"]


def test_that_an_empty_name_changes_nothing(made):
    made.choice.scenarios.choose("more")
    made.choice.scenarios.rename("   ")
    assert names(made) == ["Base", "More"]


def test_that_the_base_takes_over_when_its_scenario_is_removed(made):
    made.choice.scenarios.choose("more")
    made.choice.scenarios.remove()
    assert (names(made), made.choice.scenarios.switch().chosen) == (["Base"], 0)
    assert made.view.texts("leads")[0] == "100"


def test_that_undo_brings_a_removed_scenario_back(made):
    made.choice.scenarios.choose("more")
    made.choice.scenarios.remove()
    made.desk.session.undo()
    assert names(made) == ["Base", "More"]


def test_that_undoing_a_new_scenario_shows_the_base_again(made):
    made.choice.scenarios.add()
    made.desk.session.undo()
    assert made.choice.scenarios.switch().chosen == 0
    assert not made.view.table.compared


def test_that_the_base_cannot_be_removed(made):
    made.choice.scenarios.remove()
    assert not made.desk.session.is_dirty


def test_that_the_goal_stands_beside_the_average_month(made):
    goal = made.view.goal
    assert (goal.name, goal.goal, goal.forecast) == ("deals", "80 a month", "60")
    assert (goal.percent, goal.tone) == ("75%", "warn")


def test_that_a_reached_goal_is_good(made):
    made.choice.scenarios.choose("more")
    assert (made.view.goal.percent, made.view.goal.tone) == ("150%", "good")


def test_that_the_forecast_of_a_scenario_is_called_so(made):
    assert made.view.goal.said == "forecast"
    made.choice.scenarios.choose("more")
    assert made.view.goal.said == "forecast in the scenario"


def test_that_every_month_has_its_bar_and_those_that_reach_the_goal_are_marked():
    made = stand(plan(goals=(Goal(metric="deals", value=60.0),)))
    bars = made.view.goal.bars
    assert [bar.label for bar in bars] == ["Jan", "Feb", "Mar"]
    assert [bar.reached for bar in bars] == [False, True, True]
    assert bars[0].tip == "Jan 2027: 50"


def test_that_the_highest_thing_of_the_chart_stays_inside_it(made):
    goal = made.view.goal
    assert 0 < goal.line < 1
    assert max(bar.height for bar in goal.bars) < goal.line


def test_that_a_loss_hangs_below_the_zero_line():
    made = stand(ChangeMetric("leads", {"value": (-10.0, 10.0, 20.0)}).apply(plan()))
    assert made.view.goal.bars[0].height < made.view.goal.zero < made.view.goal.bars[1].height


def test_that_a_scenario_shows_where_the_base_ends(made):
    assert made.view.goal.bars[0].base is None
    made.choice.scenarios.choose("more")
    assert made.view.goal.bars[0].base < made.view.goal.bars[0].height


@pytest.mark.parametrize(
    ("period", "said", "line"),
    [
        ("month", "a month", 80.0),
        ("quarter", "a quarter", 80 / 3),
        ("year", "a year", 80 / 12),
        ("plan", "over the plan", 80 / 3),
    ],
)
def test_that_the_goal_of_a_longer_period_is_shared_by_its_months(period, said, line):
    goal = stand(plan(goals=(Goal(metric="deals", value=80.0, period=period),))).view.goal
    assert goal.goal == f"80 {said}"
    assert goal.line / goal.bars[0].height == pytest.approx(line / 50)


def test_that_the_goal_of_a_ratio_holds_in_every_month():
    goal = stand(plan(goals=(Goal(metric="share", value=0.6, period="year"),))).view.goal
    assert [bar.reached for bar in goal.bars] == [False, True, True]
    assert goal.caption == "goal 60%"


def test_that_less_reaches_the_goal_where_less_is_better():
    opened = plan(goals=(Goal(metric="price", value=900.0),))
    goal = stand(ChangeMetric("price", {"better": "lower"}).apply(opened)).view.goal
    assert goal.tone == "warn"


def test_that_a_goal_without_a_forecast_is_never_green():
    goal = stand(ChangeMetric("leads", {"value": (None, 1.0, 1.0)}).apply(plan())).view.goal
    assert (goal.forecast, goal.percent, goal.tone) == ("—", "", "")
    assert goal.bars[0].height is None
    assert goal.tip == "there is no value"


def test_that_the_plan_is_held_against_the_goal_that_was_chosen():
    goals = (Goal(metric="deals", value=80.0), Goal(metric="leads", value=90.0))
    made = stand(plan(goals=goals))
    made.choice.choose_goal(goals[1])
    assert made.view.goal.name == "leads"


def test_that_a_goal_that_is_gone_gives_way_to_the_first():
    goals = (Goal(metric="deals", value=80.0), Goal(metric="leads", value=90.0))
    made = stand(plan(goals=goals))
    made.choice.choose_goal(goals[1])
    made.desk.do(SetMembers({"goals": goals[:1]}, text("Remove")))
    assert made.view.goal.name == "deals"


def test_that_a_project_without_a_goal_says_so():
    assert stand(plan(goals=())).view.goal is None


def test_that_selected_rows_are_selected_everywhere(made):
    made.presenter.select(["leads", "share"])
    assert made.desk.selection.selected.metrics == ("leads", "share")


def test_that_a_metric_selected_elsewhere_is_shown(made):
    made.desk.selection.metrics(["price"])
    assert made.view.selected == ("price",)


def test_that_the_way_to_a_goal_leads_through_the_project(made):
    made.presenter.select(["leads"])
    made.presenter.show_project()
    assert made.desk.selection.selected.metrics == ()


class Hands:
    """A selected block and a clipboard."""

    def __init__(self, chosen):
        self.chosen, self.clip, self.named = chosen, "", 0

    def block(self):
        return self.chosen

    def taken(self):
        return self.clip

    def give(self, words):
        self.clip = words

    def rename(self):
        self.named += 1

    def open_tab(self, name):
        self.tab = name


def action(made, hands, name):
    plan_commands = PlanCommands(made.desk, made.choice, hands).all
    every = (*Commands(made.presenter, hands).all, *plan_commands)
    return next(one for one in every if one.id == name)


def test_that_what_is_copied_can_be_pasted_elsewhere(made):
    hands = Hands(block("leads", months=(0, 2)))
    action(made, hands, "plan.copy").run()
    hands.chosen = block("price")
    action(made, hands, "plan.paste").run()
    assert made.value("price") == 100.0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("plan.clear", (None, None, 0.7)),
        ("plan.right", (0.5, 0.5, 0.7)),
        ("plan.same", 0.5),
        ("plan.down", (100.0, 100.0, 0.7)),
    ],
)
def test_that_an_action_works_on_the_selected_block(made, name, value):
    action(made, Hands(block("share", months=(0, 1))), name).run()
    assert made.value("share") == value


def test_that_actions_on_cells_need_a_block(made):
    nothing = Hands(None)
    for one in Commands(made.presenter, nothing).table:
        assert not one.enabled()
        one.run()
    assert not made.desk.session.is_dirty


def test_that_a_new_scenario_is_to_be_named_at_once(made):
    hands = Hands(None)
    action(made, hands, "plan.scenario.add").run()
    assert (hands.named, names(made)[-1]) == (1, "Scenario")


def test_that_naming_a_scenario_opens_the_plan(made):
    made.choice.scenarios.choose("more")
    hands = Hands(None)
    action(made, hands, "plan.scenario.rename").run()
    assert (made.desk.place, hands.named) == ("plan", 1)


def test_that_only_a_scenario_can_be_renamed_and_removed(made):
    remove = action(made, Hands(None), "plan.scenario.remove")
    assert not remove.enabled()
    made.choice.scenarios.choose("more")
    assert remove.enabled()
    remove.run()
    assert names(made) == ["Base"]


def test_that_the_filter_is_a_switch(made):
    inputs = action(made, Hands(None), "plan.inputs")
    inputs.run()
    assert inputs.checked()
    assert "deals" not in made.view.table.keys


def test_that_a_tab_of_the_plan_can_be_opened_from_anywhere(made):
    hands = Hands(None)
    action(made, hands, "plan.tab.months").run()
    assert (made.desk.place, hands.tab) == ("plan", "months")
