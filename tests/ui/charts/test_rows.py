"""Tornado, shares and waterfall."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from tests.ui.charts.pictures import BLUE, shares, tornado, waterfall
from workbench.presenters.charts import (
    ShareRow,
    SharesPicture,
    TornadoPicture,
    TornadoRow,
    WaterfallPicture,
    WaterfallRow,
)
from workbench.ui.charts import ShareBars, TornadoChart, WaterfallChart
from workbench.ui.charts.inks import pale
from workbench.ui.charts.rows import ROW
from workbench.ui.theme import LIGHT

LONG = "A conversion with a name that is by far too long for its column " * 3


def color_at(chart, x: float, at: int) -> str:
    y = chart.track(at).center().y()
    return chart.grab().toImage().pixelColor(round(x), round(y)).name()


def effect(down: float, up: float, color: str = BLUE) -> TornadoPicture:
    return TornadoPicture((TornadoRow("a", "A", "1", down, up, color),))


def weak(color: str = BLUE) -> str:
    from PySide6.QtGui import QColor

    return pale(QColor(color), LIGHT).name()


def test_that_a_fall_is_pale_on_the_left_and_a_rise_strong_on_the_right(shown):
    made = shown(TornadoChart, effect(-0.1, 0.1))
    zero = made.track(0).center().x()
    assert color_at(made, zero - 20, 0) == weak()
    assert color_at(made, zero + 20, 0) == BLUE.lower()


def test_that_the_sides_change_where_a_rise_harms(shown):
    made = shown(TornadoChart, effect(0.1, -0.1))
    zero = made.track(0).center().x()
    assert color_at(made, zero - 20, 0) == BLUE.lower()
    assert color_at(made, zero + 20, 0) == weak()


def test_that_the_shorter_of_two_on_one_side_is_seen(shown):
    made = shown(TornadoChart, effect(0.05, 0.1))
    track = made.track(0)
    assert color_at(made, track.center().x() + 8, 0) == weak()
    assert color_at(made, track.right() - 8, 0) == BLUE.lower()


def test_that_an_input_without_an_owner_is_grey(shown):
    made = shown(TornadoChart, effect(-0.1, 0.1, ""))
    assert color_at(made, made.track(0).center().x() + 20, 0) == LIGHT.arrow.lower()


def test_that_half_the_effect_is_half_as_long(shown):
    made = shown(TornadoChart, tornado((0.1, 0.05)))
    track = made.track(0)
    quarter = track.center().x() + track.width() / 4
    assert color_at(made, quarter - 3, 1) == BLUE.lower()
    assert color_at(made, quarter + 3, 1) not in {BLUE.lower(), weak()}


def test_that_many_rows_make_a_high_chart(shown):
    many = shown(TornadoChart, tornado([0.1] * 40))
    assert many.minimumSizeHint().height() >= 40 * ROW


def test_that_a_long_name_leaves_room_for_the_bar(shown):
    row = TornadoRow("a", LONG, "±10 %", -0.1, 0.1, BLUE, LONG)
    made = shown(TornadoChart, TornadoPicture((row,)))
    assert made.track(0).width() > 100
    assert made.tip_at(QPointF(5, 12)) == LONG


@pytest.fixture
def chosen(shown):
    made = shown(TornadoChart, tornado((0.1, 0.05, 0.02)))
    made.keys = []
    made.chosen.connect(made.keys.append)
    return made


def test_that_a_click_chooses_a_row(chosen):
    QTest.mouseClick(chosen, Qt.MouseButton.LeftButton, pos=QPoint(30, round(ROW * 1.5)))
    assert chosen.keys == ["m1"]


def test_that_a_click_below_the_rows_chooses_nothing(chosen):
    QTest.mouseClick(chosen, Qt.MouseButton.LeftButton, pos=QPoint(30, 200))
    assert chosen.keys == []


def test_that_arrows_move_and_enter_chooses(chosen):
    chosen.activateWindow()
    chosen.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(chosen, key)
    QTest.keyClick(chosen, Qt.Key.Key_Return)
    assert chosen.keys == ["m1"]


def test_that_home_and_end_go_to_the_ends(chosen):
    QTest.keyClick(chosen, Qt.Key.Key_End)
    QTest.keyClick(chosen, Qt.Key.Key_Space)
    QTest.keyClick(chosen, Qt.Key.Key_Home)
    QTest.keyClick(chosen, Qt.Key.Key_Return)
    assert chosen.keys == ["m2", "m0"]


def test_that_the_row_one_comes_to_is_read_out_first(chosen):
    QTest.keyClick(chosen, Qt.Key.Key_End)
    assert chosen.accessibleDescription().startswith("Metric 2 by a tenth; Metric 0")


def test_that_fewer_rows_keep_the_current_one_among_them(chosen):
    QTest.keyClick(chosen, Qt.Key.Key_End)
    chosen.show_picture(tornado((0.1,)))
    QTest.keyClick(chosen, Qt.Key.Key_Return)
    assert chosen.keys == ["m0"]


def test_that_keys_do_nothing_where_there_are_no_rows(chosen):
    chosen.show_picture(TornadoPicture())
    QTest.keyClick(chosen, Qt.Key.Key_Down)
    QTest.keyClick(chosen, Qt.Key.Key_Return)
    assert chosen.keys == []


def test_that_a_share_fills_its_part_of_the_track(shown):
    made = shown(ShareBars, SharesPicture((ShareRow("A", "40 %", 0.4, BLUE),)))
    track = made.track(0)
    assert color_at(made, track.left() + track.width() * 0.38, 0) == BLUE.lower()
    assert color_at(made, track.left() + track.width() * 0.43, 0) == LIGHT.neutral_soft.lower()


def test_that_a_share_without_a_tip_tells_its_name_and_value(shown):
    assert shown(ShareBars, shares()).tip_at(QPointF(5, 5)) == "Role 0: 0.3"


def test_that_a_step_begins_where_the_one_before_ended(shown):
    made = shown(WaterfallChart, waterfall((100.0, -40.0)))
    track = made.track(1)
    assert color_at(made, track.left() + track.width() * 0.57, 1) != LIGHT.bad.lower()
    assert color_at(made, track.left() + track.width() * 0.63, 1) == LIGHT.bad.lower()
    assert color_at(made, track.left() + track.width() * 0.95, 1) == LIGHT.bad.lower()


def test_that_gains_are_green_where_nobody_owns_them(shown):
    rows = (WaterfallRow("Plan", "", 0, 50, total=True), WaterfallRow("Gain", "", 50, 100))
    made = shown(WaterfallChart, WaterfallPicture(rows))
    assert color_at(made, made.track(1).center().x() + 20, 1) == LIGHT.good.lower()


def test_that_a_cut_total_shows_a_gap(shown):
    rows = (WaterfallRow("Plan", "", 0, 100, BLUE, total=True), WaterfallRow("Less", "", 100, 98))
    whole, short = WaterfallPicture(rows), WaterfallPicture(rows, cut=97.0)
    gap = shown(WaterfallChart, whole).track(0).left() + 15
    assert color_at(shown(WaterfallChart, whole), gap, 0) == BLUE.lower()
    assert color_at(shown(WaterfallChart, short), gap, 0) != BLUE.lower()
