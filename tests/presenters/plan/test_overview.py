"""The board of the plan: levers tried out and kept, the search, the risk, the effects."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.presenters.background_cases import AtOnce
from tests.projects import example
from workbench.base.texts import text
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.edits.project import SetMembers
from workbench.document.plan import Goal
from workbench.presenters.background import Failed
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.overview import outlook
from workbench.presenters.plan.overview.picture import LeversPicture, RiskPicture
from workbench.presenters.plan.overview.presenter import OverviewPresenter


@dataclass
class Board:
    """What was shown last."""

    levers: LeversPicture = field(default_factory=LeversPicture)
    risk: RiskPicture = field(default_factory=RiskPicture)
    tornado: Any = None
    control: Any = None
    months: Any = None
    why: str = ""
    teams: int = 0

    def show_levers(self, picture):
        self.levers = picture

    def show_effects(self, picture, why):
        self.tornado, self.why = picture, why

    def show_control(self, picture):
        self.control = picture

    def show_risk(self, picture):
        self.risk = picture

    def show_months(self, picture):
        self.months = picture

    def show_team(self, _numbers):
        self.teams += 1

    def row(self, key):
        return next(row for row in self.levers.rows if row.key == key)


@dataclass
class Stand:
    desk: Desk
    choice: Choice
    board: Board
    presenter: OverviewPresenter
    for_levers: AtOnce
    for_risk: AtOnce

    @property
    def levers(self):
        return self.presenter.levers

    def values(self, name: str) -> dict[str, object]:
        return next(dict(s.values) for s in self.desk.project.scenarios if s.name == name)


def stand(project=None, *, hold: bool = False) -> Stand:
    desk, board, for_risk = Desk(project or example(), "en"), Board(), AtOnce(hold=hold)
    choice, for_levers = Choice(desk), AtOnce()
    presenter = OverviewPresenter(desk, choice, board, for_levers, for_risk)
    presenter.set_visible(True)
    return Stand(desk, choice, board, presenter, for_levers, for_risk)


@pytest.fixture(autouse=True)
def few_samples(monkeypatch):
    """Enough to show something, and quick."""
    monkeypatch.setattr(outlook, "SAMPLES", 2_000)


@pytest.fixture
def made():
    return stand()


def test_that_the_levers_are_those_that_somebody_owns_and_can_move(made):
    assert [row.key for row in made.board.levers.rows] == [
        "visits", "cr_lead", "cr_qualified", "cr_meeting", "calls_per_day", "cr_cold", "cr_deal",
    ]  # fmt: skip
    assert made.board.row("calls_per_day").owner.text == "BDR"


def test_that_a_lever_stands_between_its_bounds(made):
    row = made.board.row("cr_qualified")
    assert (row.low, row.high, row.value) == (pytest.approx(0.56), 1.0, 0.8)
    assert row.place == row.base == pytest.approx((0.8 - 0.56) / (1 - 0.56))


def test_that_a_moving_slider_shows_what_comes_of_it_and_keeps_nothing(made):
    made.levers.slide("cr_deal", 1.0)
    assert made.board.levers.outcome.change == "+30%"
    assert made.board.row("cr_deal").is_moved
    assert not made.desk.session.is_dirty
    assert made.board.teams == 1


def test_that_what_a_slider_is_moved_to_on_the_base_makes_a_scenario(made):
    made.levers.slide("calls_per_day", 1.0)
    made.levers.release("calls_per_day", 1.0)
    assert made.values("Scenario") == {"calls_per_day": 78.0}
    assert made.choice.scenario.name == "Scenario"
    assert made.desk.project.metric("calls_per_day").value == 60


def test_that_a_slider_changes_the_scenario_that_is_shown(made):
    made.choice.choose("more_visits")
    made.levers.release("calls_per_day", 1.0)
    assert made.values("Больше трафика") == {"visits": 50_000, "calls_per_day": 78.0}


def test_that_months_of_a_list_move_by_one_factor(made):
    made.levers.put("cr_deal", 0.33)
    assert made.values("Scenario")["cr_deal"] == pytest.approx([0.3] * 6 + [0.36] * 6)


def test_that_no_month_of_a_share_goes_over_all(made):
    made.levers.put("cr_deal", 0.99)
    assert max(made.values("Scenario")["cr_deal"]) == pytest.approx(1.0)


def test_that_a_new_scenario_is_shown_at_once_and_only_once(made):
    made.levers.release("calls_per_day", 1.0)
    assert made.board.teams == 2
    made.choice.scenarios.remove()
    assert (made.board.teams, made.choice.scenario) == (3, None)


def test_that_less_of_a_cost_is_good_news():
    cost = (
        example()
        .metric("calls_per_day")
        .having(key="cost", name="Cost", value=None, formula="calls_per_day * 2", better="lower")
    )
    project = example().having(
        metrics=(*example().metrics, cost), goals=(Goal(metric="cost", value=100.0),)
    )
    made = stand(project)
    made.levers.add("calls_per_day")
    made.levers.slide("calls_per_day", 0.0)
    outcome = made.board.levers.outcome
    assert (outcome.change[0], outcome.change_tone) == ("−", "good")


def test_that_a_loss_that_shrinks_goes_up():
    loss = (
        example()
        .metric("calls_per_day")
        .having(key="loss", name="Loss", value=None, formula="calls_per_day - 100", better="higher")
    )
    project = example().having(
        metrics=(*example().metrics, loss), goals=(Goal(metric="loss", value=0.0),)
    )
    made = stand(project)
    made.levers.add("calls_per_day")
    made.levers.slide("calls_per_day", 1.0)
    outcome = made.board.levers.outcome
    assert (outcome.change, outcome.change_tone) == ("+45%", "good")


def test_that_what_is_tried_out_is_computed_once(made):
    made.levers.slide("cr_deal", 1.0)
    assert made.choice.trial() is made.choice.trial()
    before = made.choice.trial()
    made.levers.slide("cr_deal", 0.5)
    assert made.choice.trial() is not before


def test_that_a_lever_back_at_the_base_leaves_the_scenario(made):
    made.choice.choose("more_visits")
    made.levers.put("calls_per_day", 70.0)
    made.levers.put("calls_per_day", None)
    assert made.values("Больше трафика") == {"visits": 50_000}


def test_that_all_levers_go_back_at_once(made):
    made.choice.choose("more_visits")
    made.levers.put("calls_per_day", 70.0)
    made.levers.reset()
    assert made.values("Больше трафика") == {}
    made.desk.session.undo()
    assert made.values("Больше трафика") == {"visits": 50_000, "calls_per_day": 70.0}


def test_that_a_negative_lever_is_refused(made):
    notices = []
    made.desk.noticed.connect(lambda notice: notices.append(str(notice.message)))
    made.levers.put("calls_per_day", -1.0)
    assert notices == ["“Звонки BDR в день” cannot be below zero"]
    assert not made.desk.session.is_dirty


def test_that_the_search_makes_a_scenario_that_reaches_the_goal(made):
    made.levers.solve()
    assert made.choice.scenario.name == "Goal 7M\u00a0RUB"
    assert made.board.levers.outcome.value == "7M\u00a0RUB"
    assert made.choice.numbers().chosen.totals["revenue"] == pytest.approx(84_000_000, rel=1e-9)
    assert any(sentence.startswith("SDR: ") for sentence in made.board.levers.said)


def test_that_the_search_is_one_step_of_undo(made):
    made.levers.solve()
    made.desk.session.undo()
    assert made.desk.project == example()


def test_that_the_words_go_when_the_numbers_are_others(made):
    made.levers.solve()
    made.levers.put("calls_per_day", 70.0)
    assert made.board.levers.said == ()


def test_that_a_dropped_lever_stays_where_it_is(made):
    made.levers.drop("cr_deal")
    made.levers.solve()
    assert "cr_deal" not in made.choice.scenario.values
    assert "cr_deal" in {option.id for option in made.board.levers.more}


def test_that_an_added_lever_takes_part(made):
    made.levers.add("average_deal")
    made.levers.solve()
    assert "average_deal" in made.choice.scenario.values


def test_that_the_search_keeps_to_the_bounds_that_were_set(made):
    for row in made.board.levers.rows:
        if row.key != "cr_deal":
            made.levers.drop(row.key)
    made.levers.bound_high("cr_deal", 0.17)
    made.levers.solve()
    assert made.choice.scenario.name == "The best within the bounds"
    assert made.board.row("cr_deal").value == pytest.approx(0.17)
    assert made.board.row("cr_deal").at_bound
    assert "cannot reach" in made.board.levers.said[0]


@pytest.mark.parametrize(("low", "high"), [(0.3, 0.2), (-1.0, None), (None, 1.5)])
def test_that_bounds_that_cannot_be_meant_change_nothing(made, low, high):
    before = made.board.levers.rows
    made.levers.bound_low("cr_deal", low)
    made.levers.bound_high("cr_deal", high)
    told = made.board.row("cr_deal")
    assert told.low <= told.high <= 1.0
    assert {row.key for row in made.board.levers.rows} == {row.key for row in before}


def test_that_a_goal_that_is_met_moves_nothing(made):
    made.desk.do(SetMembers({"goals": (Goal(metric="revenue", value=1e6),)}, text("Lower")))
    notices: list[Any] = []
    made.desk.noticed.connect(notices.append)
    made.levers.solve()
    assert made.choice.scenario is None
    assert "nothing has to move" in str(notices[0].message)
    assert not notices[0].wrong


def test_that_a_project_without_a_goal_says_what_levers_are_for():
    made = stand(example().having(goals=()))
    assert made.board.levers.rows == ()
    assert "set one first" in made.board.levers.empty
    assert made.board.months is None
    assert "Set a goal" in made.board.risk.caption


def test_that_an_answer_for_another_project_is_dropped():
    made = stand()
    made.for_levers.hold = True
    made.levers.solve()
    assert made.board.levers.is_solving
    made.desk.do(ChangeMetric("average_deal", {"value": 1.0}))
    made.for_levers.finish()
    assert (made.choice.scenario, made.board.levers.is_solving) == (None, False)


def test_that_another_project_ends_the_search_and_waits_for_its_end():
    made = stand()
    made.for_levers.hold = True
    made.levers.solve()
    made.desk.session.open(example())
    assert made.for_levers.cancelled
    made.levers.solve()
    assert made.for_levers.runs == 1
    made.for_levers.hold = False
    made.for_levers.finish()
    made.levers.solve()
    assert (made.for_levers.runs, made.desk.project.scenarios[-1].name) == (2, "Goal 7M\u00a0RUB")


def test_that_the_risk_tells_how_likely_the_goal_is(made):
    assert made.board.risk.percent.endswith("%")
    assert made.board.risk.chart is not None
    assert "2,000 futures from the ranges of 7 inputs" in made.board.risk.caption


def test_that_the_risk_is_drawn_once_for_the_same_numbers(made):
    made.presenter.set_visible(False)
    made.presenter.set_visible(True)
    assert made.for_risk.runs == 1


def test_that_newer_numbers_stop_the_drawing_of_older_ones():
    made = stand(hold=True)
    assert made.board.risk == RiskPicture(caption="Drawing futures…", done=0.0)
    made.desk.do(ChangeMetric("average_deal", {"value": 200_000.0}))
    assert made.for_risk.cancelled
    made.for_risk.hold = False
    made.for_risk.finish()
    assert made.for_risk.runs == 2
    assert made.board.risk.done is None
    assert made.board.risk.percent


def test_that_a_drawing_can_be_stopped():
    made = stand(hold=True)
    made.presenter.outlook.stop()
    made.for_risk.finish()
    assert made.board.risk == RiskPicture(caption="Stopped")
    assert made.for_risk.runs == 1


def test_that_a_drawing_that_fails_is_not_begun_again_before_something_changes():
    made = stand(hold=True)
    made.for_risk.hold = False
    made.for_risk.end(Failed(text("something unexpected went wrong")))
    assert made.for_risk.runs == 1
    made.desk.do(ChangeMetric("average_deal", {"value": 200_000.0}))
    assert (made.for_risk.runs, made.board.risk.done) == (2, None)


def test_that_nothing_is_uncertain_without_ranges():
    certain = tuple(m.having(low=None, high=None) for m in example().metrics)
    made = stand(example().having(metrics=certain))
    assert made.board.risk.percent == "—"
    assert "nothing is uncertain" in made.board.risk.caption


def test_that_the_effects_stand_in_the_colours_of_the_owners(made):
    rows = {row.key: row for row in made.board.tornado.rows}
    executive = made.desk.project.role("executive").color
    assert rows["cr_deal"].color == executive
    assert rows["average_deal"].color == "muted"
    assert rows["cr_deal"].value == "±10%"
    assert (rows["visits"].down, rows["visits"].up) == (
        pytest.approx(-0.0783, abs=1e-4), pytest.approx(0.0783, abs=1e-4),
    )  # fmt: skip


def test_that_control_is_shown_instead_where_it_is_wanted(made):
    made.presenter.show_control(True)
    shares = {row.name: row.share for row in made.board.control.rows}
    assert shares["SDR: Конверсия КЛ → встреча"] == 1.0


def test_that_effects_that_cannot_be_told_say_why():
    broken = ChangeMetric("cr_deal", {"value": None}).apply(example())
    made = stand(broken)
    assert made.board.tornado is None
    assert "there is no value" in made.board.why


def test_that_a_hidden_board_rests(made):
    made.presenter.set_visible(False)
    made.desk.do(ChangeMetric("average_deal", {"value": 1.0}))
    assert made.board.teams == 1
    made.presenter.set_visible(True)
    assert made.board.teams == 2


def test_that_a_search_can_be_stopped(made):
    made.for_levers.hold = True
    made.levers.solve()
    made.levers.stop()
    made.for_levers.finish()
    assert (made.choice.scenario, made.board.levers.is_solving) == (None, False)


def test_that_the_search_leaves_a_scenario_of_the_person_alone(made):
    made.choice.choose("more_visits")
    made.levers.put("calls_per_day", 70.0)
    made.levers.drop("visits")
    made.desk.do(SetMembers({"goals": (Goal(metric="revenue", value=9e6),)}, text("Raise")))
    made.levers.solve()
    assert made.values("Больше трафика") == {"visits": 50_000, "calls_per_day": 70.0}
    assert made.choice.scenario.name == "Goal 9M\u00a0RUB"
    assert made.choice.scenario.values["visits"] == 50_000
