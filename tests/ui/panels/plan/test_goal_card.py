"""The goal beside the forecast, and the bars of the months."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from tests.ui.colours import colours, has_hue
from workbench.presenters.months.picture import Bar, GoalPicture
from workbench.ui.panels.plan.months.goal_card import GoalCard
from workbench.ui.panels.plan.months.legend import Legend
from workbench.ui.panels.plan.months.month_bars import MonthBars


def goal(*bars, zero=0.0, line=0.8, **members):
    parts = {
        "metric": "revenue", "name": "Revenue", "goal": "7M a month", "forecast": "6.2M",
        "percent": "89%", "tone": "warn", "caption": "goal 7M", "said": "forecast",
    }  # fmt: skip
    return GoalPicture(**(parts | members), bars=bars, zero=zero, line=line)


LOW, HIGH = Bar("Jan", "Jan 2027: 3M", 0.4), Bar("Feb", "Feb 2027: 8M", 0.9, reached=True)


@pytest.fixture
def bars(qtbot, theme):
    made = MonthBars(theme)
    qtbot.addWidget(made)
    made.resize(200, 120)
    yield made
    theme.use(dark=False)


def color_at(widget, x: int, y: int) -> str:
    return widget.grab().toImage().pixelColor(x, y).name()


def test_that_a_month_that_reaches_the_goal_is_strong_and_others_are_pale(bars, theme):
    bars.show_goal(goal(LOW, HIGH))
    assert color_at(bars, 150, 95) == theme.colors.accent.lower()
    assert color_at(bars, 50, 95) not in {theme.colors.accent.lower(), theme.colors.window.lower()}


def test_that_higher_is_taller(bars):
    bars.show_goal(goal(LOW, HIGH))
    heights = [
        bars._column(bars._slot(at), bar.height).height() for at, bar in enumerate((LOW, HIGH))
    ]
    assert heights[0] < heights[1]


def test_that_a_loss_hangs_below_the_middle(bars):
    loss = Bar("Jan", "Jan 2027: −3M", 0.1)
    bars.show_goal(goal(loss, HIGH, zero=0.5))
    box = bars._column(bars._slot(0), 0.1)
    assert box.top() == pytest.approx(bars._height(0.5))
    assert box.bottom() > box.top()


def test_that_nothing_at_all_is_still_a_line(bars):
    bars.show_goal(goal(Bar("Jan", "0", 0.0)))
    assert bars._column(bars._slot(0), 0.0).height() == 1.0


def test_that_a_month_without_a_number_is_painted_as_a_dash(bars, theme):
    bars.show_goal(goal(Bar("Jan", "Jan 2027: there is no value", None), HIGH, line=None))
    seen = colours(bars.grab().toImage().copy(40, 60, 20, 42))
    assert has_hue(seen, theme.colors.warn)


def test_that_the_bar_under_the_pointer_speaks(bars):
    bars.show()
    bars.show_goal(goal(LOW, HIGH))
    place = QPoint(150, 50)
    asked = QHelpEvent(QEvent.Type.ToolTip, place, bars.mapToGlobal(place))
    QApplication.sendEvent(bars, asked)
    assert QToolTip.text() == "Feb 2027: 8M"
    QToolTip.hideText()


def test_that_there_is_no_bar_beside_the_bars(bars):
    bars.show_goal(goal(LOW, HIGH))
    assert bars._bar_at(QPoint(-5, 10)) is None
    assert bars._bar_at(QPoint(500, 10)) is None


def test_that_all_months_are_read_out(bars):
    bars.show_goal(goal(LOW, HIGH))
    assert bars.accessibleDescription() == "Jan 2027: 3M; Feb 2027: 8M"
    bars.show_goal(None)
    assert bars.accessibleDescription() == ""


@pytest.mark.parametrize("width", [0, 1, 40, 2000])
def test_that_any_width_can_be_painted(bars, width):
    bars.resize(width, 100)
    bars.show_goal(goal(*(LOW for _ in range(36))))
    assert bars.grab().width() == width


def test_that_names_of_months_never_run_into_each_other(bars):
    bars.show_goal(goal(*(LOW for _ in range(24))))
    from PySide6.QtGui import QPainter, QPixmap

    target = QPixmap(10, 10)
    painter = QPainter(target)
    shown = [at for at in range(24) if bars._label_fits(at, painter)]
    painter.end()
    assert 0 < len(shown) < 24
    assert shown[0] == 0


@pytest.fixture
def card(qtbot, theme, words):
    made = GoalCard(theme, words)
    qtbot.addWidget(made)
    made.show()
    return made


def test_that_the_card_tells_goal_forecast_and_share(card):
    card.show_goal(goal(LOW))
    shown = [
        one.text() for one in (card._name, card._goal, card._forecast, card._percent, card._caption)
    ]
    assert shown == ["Revenue", "7M a month", "6.2M", "89%", "forecast"]
    assert card._percent.property("tone") == "warn"


def test_that_a_forecast_without_a_number_has_its_reason_and_no_share(card):
    card.show_goal(goal(LOW, forecast="—", percent="", tone="", tip="there is no value"))
    assert card._forecast.toolTip() == "there is no value"
    assert not card._percent.isVisible()


def test_that_a_card_without_a_goal_offers_to_set_one(card, qtbot):
    card.show_goal(None)
    assert card._empty.isVisible()
    assert not card._facts.isVisible()
    with qtbot.waitSignal(card.goal_wanted):
        card._set.click()


def test_that_a_narrow_card_leaves_the_months_out(card):
    card.show_goal(goal(LOW))
    card.set_narrow(True)
    assert not card._bars.isVisible()
    card.show_goal(goal(HIGH))
    assert not card._bars.isVisible()
    card.set_narrow(False)
    assert card._bars.isVisible()


def test_that_a_card_without_a_goal_has_no_months_however_wide(card):
    card.show_goal(None)
    card.set_narrow(False)
    assert not card._bars.isVisible()


def test_that_the_legend_explains_a_scenario_only_where_there_is_one(qtbot, theme, words):
    legend = Legend(theme, words)
    qtbot.addWidget(legend)
    legend.show()
    assert not legend._given[1].isVisible()
    legend.show_scenario(True)
    assert legend._given[1].text() == "changed by the scenario"
    assert legend._given[1].isVisible()
    assert not legend.grab().isNull()
