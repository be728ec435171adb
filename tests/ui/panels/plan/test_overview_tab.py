"""The board of the plan with mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest

from tests.projects import example
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.wishes import Added
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.overview import outlook
from workbench.presenters.plan.overview.picture import RiskPicture
from workbench.ui.panels.plan.overview.lever_widget import LeverWidget
from workbench.ui.panels.plan.overview.tab import OverviewTab
from workbench.ui.panels.plan.place import PlanPlace
from workbench.ui.words import Words

Key, Button = Qt.Key, Qt.MouseButton.LeftButton


@dataclass
class Opened:
    desk: Desk
    choice: Choice
    tab: OverviewTab

    def lever(self, key: str) -> LeverWidget:
        return next(row for row in self.tab._levers._rows if row._key == key)

    def values(self) -> dict[str, object]:
        """What the last scenario holds."""
        return dict(self.desk.project.scenarios[-1].values)

    def wait(self, qtbot) -> None:
        """Until no worker is busy."""
        qtbot.waitUntil(lambda: not (self.tab._for_risk.is_busy or self.tab._for_levers.is_busy))


@pytest.fixture(autouse=True)
def few_samples(monkeypatch):
    monkeypatch.setattr(outlook, "SAMPLES", 2_000)


@pytest.fixture
def opened(qtbot, theme) -> Iterator[Opened]:
    desk = Desk(example(), "en")
    choice = Choice(desk)
    tab = OverviewTab(desk, theme, Words(desk), choice)
    qtbot.addWidget(tab)
    tab.resize(1280, 760)
    tab.show()
    qtbot.waitExposed(tab)
    made = Opened(desk, choice, tab)
    made.wait(qtbot)
    yield made
    for worker in (tab._for_risk, tab._for_levers):
        worker.wait()
    theme.use(dark=False)


def test_that_a_slider_is_dragged_and_let_go(opened, qtbot):
    slider = opened.lever("calls_per_day")._slider
    knob = grip(slider)
    QTest.mousePress(slider, Button, pos=knob)
    QTest.mouseMove(slider, knob + QPoint(200, 0))
    assert opened.tab._levers._change.text().startswith("+")
    assert not opened.desk.session.is_dirty
    QTest.mouseRelease(slider, Button, pos=knob + QPoint(200, 0))
    assert opened.values() == {"calls_per_day": 78.0}
    opened.wait(qtbot)


def grip(slider) -> QPoint:
    """Where the knob is taken."""
    return QPoint(round(slider._x(slider.value() / 1000)), slider.height() // 2)


def test_that_escape_gives_a_drag_up(opened):
    opened.choice.scenarios.make("Calls", {"calls_per_day": 70.0})
    slider = opened.lever("calls_per_day")._slider
    before, knob = slider.value(), grip(slider)
    QTest.mousePress(slider, Button, pos=knob)
    QTest.mouseMove(slider, knob + QPoint(20, 0))
    QTest.keyClick(slider, Key.Key_Escape)
    QTest.mouseRelease(slider, Button, pos=knob + QPoint(20, 0))
    assert (slider.value(), opened.values()) == (before, {"calls_per_day": 70.0})
    assert opened.choice.trial() is opened.choice.numbers()


def test_that_a_click_on_a_knob_changes_no_number_that_is_not_round(opened):
    opened.choice.scenarios.make("Calls", {"calls_per_day": 61.37})
    slider = opened.lever("calls_per_day")._slider
    QTest.mouseClick(slider, Button, pos=grip(slider))
    assert opened.values() == {"calls_per_day": 61.37}


def test_that_arrows_move_a_slider(opened):
    slider = opened.lever("calls_per_day")._slider
    slider.setFocus()
    QTest.keyClick(slider, Key.Key_End)
    assert opened.values() == {"calls_per_day": 78.0}


def test_that_the_wheel_moves_no_lever(opened):
    slider = opened.lever("calls_per_day")._slider
    before = slider.value()
    center = slider.rect().center()
    event = QWheelEvent(
        QPointF(center), slider.mapToGlobal(QPointF(center)), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    slider.wheelEvent(event)
    assert (slider.value(), event.isAccepted()) == (before, False)


def test_that_a_value_is_typed(opened):
    field = opened.lever("cr_qualified")._value
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "85")
    QTest.keyClick(field, Key.Key_Return)
    assert opened.values() == {"cr_qualified": 0.85}


def test_that_bounds_open_and_bind(opened):
    lever = opened.lever("cr_qualified")
    QTest.mouseClick(lever._more, Button)
    assert lever._bounds.isVisible()
    lever._high.setFocus()
    lever._high.selectAll()
    QTest.keyClicks(lever._high, "82")
    QTest.keyClick(lever._high, Key.Key_Return)
    QTest.keyClick(lever._slider, Key.Key_End)
    assert opened.values() == {"cr_qualified": 0.82}


def test_that_a_lever_is_dropped_and_added_again(opened):
    count = sum(row.isVisible() for row in opened.tab._levers._rows)
    opened.lever("visits")._more.click()
    QTest.mouseClick(opened.lever("visits")._drop, Button)
    assert sum(row.isVisible() for row in opened.tab._levers._rows) == count - 1
    opened.tab._levers._add.picked.emit(Added("", "visits"))
    assert sum(row.isVisible() for row in opened.tab._levers._rows) == count


def test_that_levers_are_found_beside_the_window(opened, qtbot):
    opened.tab.solve()
    opened.wait(qtbot)
    assert opened.choice.scenario is not None
    assert opened.tab._levers._value.text() == "7M\u00a0RUB"
    assert "SDR: " in opened.tab._levers._said.text()


def test_that_the_probability_is_there_without_waiting_for_it(opened):
    assert opened.tab._risk._percent.text().endswith("%")
    assert not opened.tab._risk._working.isVisible()


def test_that_the_bar_of_a_long_drawing_comes_after_half_a_second(opened, qtbot):
    opened.tab._risk.show_risk(RiskPicture(done=0.4))
    assert not opened.tab._risk._working.isVisible()
    qtbot.waitUntil(opened.tab._risk._working.isVisible)
    opened.tab._risk.show_risk(RiskPicture(percent="50%"))
    assert not opened.tab._risk._working.isVisible()


def test_that_control_can_be_seen_instead_of_the_effects(opened):
    opened.tab._effects._switch.setCurrentIndex(1)
    assert opened.tab._effects._control.isVisible()
    assert opened.tab._effects._control.picture.rows


@pytest.mark.parametrize(("width", "columns"), [(1280, 3), (900, 2), (560, 1)])
def test_that_cards_go_below_each_other_in_a_narrow_window(opened, width, columns):
    opened.tab.resize(width, 700)
    assert opened.tab._columns == columns
    card = opened.tab._risk
    assert card.width() <= opened.tab.width()


def test_that_everything_follows_the_language_and_the_look(opened, theme):
    opened.desk.speak("ru")
    theme.use(dark=True)
    assert opened.tab._levers._change.text() == ""
    assert opened.tab._effects._about.text().startswith("изменение результата")
    assert not opened.tab.grab().isNull()


def test_that_a_project_without_a_goal_offers_to_set_one(qtbot, theme):
    desk = Desk(example().having(goals=()), "en")
    place = PlanPlace(desk, theme, Words(desk), Choice(desk))
    qtbot.addWidget(place)
    place.resize(1280, 760)
    place.show()
    qtbot.waitExposed(place)
    assert place._goal._set.isVisible()
    assert not place._goal.solve.isVisible()
    place._goal._set.picked.emit(Added("", "revenue"))
    assert desk.project.goals[0].metric == "revenue"
    assert place._goal.solve.isVisible()
    qtbot.waitUntil(lambda: not place.tab("overview")._for_risk.is_busy)  # type: ignore[attr-defined]
    place.close()
