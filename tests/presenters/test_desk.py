from __future__ import annotations

import pytest

from tests.presenters.conftest import Notices
from workbench.document.edits.metrics import ChangeMetric
from workbench.formula.wiring import Connect, RemoveMetrics
from workbench.presenters.calculation import Update
from workbench.presenters.desk import Desk
from workbench.presenters.selection import Selected


def test_that_an_edit_is_computed_before_anybody_is_told(desk: Desk) -> None:
    told: list[Update] = []
    desk.calculation.updated.connect(told.append)
    desk.do(ChangeMetric("cr_lead", {"value": 0.03}))
    assert told[0].forecast.totals["leads"] == pytest.approx(2 * 7020)
    assert told[0].before.totals["leads"] == pytest.approx(7020)


def test_that_a_refused_edit_is_told_and_changes_nothing(desk: Desk, notices: Notices) -> None:
    before = desk.project
    assert not desk.do(Connect("revenue", "visits"))
    assert desk.project is before
    assert notices.said[0].startswith("the formulas run in a circle")


def test_that_an_edit_without_effect_is_no_step_of_undo(desk: Desk) -> None:
    assert not desk.do(ChangeMetric("leads", {"name": "Лиды"}))
    assert not desk.session.history.done


def test_that_the_selection_lets_go_of_what_was_deleted(desk: Desk) -> None:
    desk.selection.metrics(["visits", "deals"])
    desk.do(RemoveMetrics(frozenset({"visits"})))
    assert desk.selection.selected == Selected(metrics=("deals",))


def test_that_a_selected_cell_goes_with_its_metric(desk: Desk) -> None:
    desk.selection.cell("churn", "kam")
    desk.do(RemoveMetrics(frozenset({"churn"})))
    assert desk.selection.selected == Selected()


def test_that_selecting_a_role_lets_go_of_metrics(desk: Desk) -> None:
    desk.selection.metrics(["visits"])
    desk.selection.role("sdr")
    assert desk.selection.selected == Selected(role="sdr")


def test_that_selecting_the_same_again_tells_nobody(desk: Desk) -> None:
    told: list[Selected] = []
    desk.selection.metrics(["visits"])
    desk.selection.changed.connect(told.append)
    desk.selection.metrics(["visits"])
    assert told == []


def test_that_the_language_switches_while_running(desk: Desk) -> None:
    told: list[str] = []
    desk.language_changed.connect(lambda language: told.append(language.code))
    desk.speak("ru")
    desk.speak("ru")
    assert told == ["ru"]
    assert desk.language.percent(0.015) == "1,5\u00a0%"
