"""The forecasts that the tabs of the plan share."""

from __future__ import annotations

from tests.projects import example
from workbench.document.edits.scenarios import ChangeScenario
from workbench.planning.forward import calculate
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice


def made() -> tuple[Desk, Choice]:
    desk = Desk(example(), "en")
    return desk, Choice(desk)


def test_that_a_scenario_is_computed_once_for_all_who_ask():
    desk, choice = made()
    choice.choose("more_visits")
    scenario = desk.project.scenarios[0]
    assert choice.forecasts.of(scenario) is choice.numbers().chosen
    assert choice.forecasts.all() == (desk.forecast, choice.numbers().chosen)


def test_that_a_scenario_that_was_changed_is_computed_anew():
    desk, choice = made()
    before = choice.forecasts.of(desk.project.scenarios[0])
    desk.do(ChangeScenario("more_visits", {"values": {"visits": 60_000.0}}, "More"))
    after = choice.forecasts.of(desk.project.scenarios[0])
    assert after is not before
    assert after.values == calculate(desk.project, desk.project.scenarios[0]).values
