"""Months, density and curve."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QPointF, QRectF

from tests.projects import ROOT
from tests.ui.charts.pictures import axis, curve, density, months, series
from workbench.presenters.charts import DensityPicture, Level, MonthsPicture
from workbench.ui.charts import CurveChart, DensityChart, MonthsChart
from workbench.ui.charts.axes import Axes, first_free
from workbench.ui.charts.hill import hill_of
from workbench.ui.theme import LIGHT


def color_at(chart, place: QPointF) -> str:
    return chart.grab().toImage().pixelColor(place.toPoint()).name()


def one(values, **members) -> MonthsPicture:
    labels = tuple(f"M{at}" for at in range(len(values)))
    return MonthsPicture(labels, labels, axis(0, 10), (series("Load", values, **members),))


def test_that_a_bar_is_as_high_as_its_value(shown):
    picture = one((5.0, None))
    made = shown(MonthsChart, picture)
    axes = made.axes(picture)
    assert color_at(made, axes.at(0, 4.7)) == LIGHT.accent.lower()
    assert color_at(made, axes.at(0, 5.4)) != LIGHT.accent.lower()


def test_that_a_month_without_a_number_has_no_bar(shown):
    picture = one((5.0, None))
    made = shown(MonthsChart, picture)
    assert color_at(made, made.axes(picture).at(1, 2)) != LIGHT.accent.lower()


def test_that_a_bar_below_zero_hangs(shown):
    picture = MonthsPicture(("M",), ("M",), axis(-10, 0, 10), (series("Load", (-5.0,)),))
    made = shown(MonthsChart, picture)
    assert color_at(made, made.axes(picture).at(0, -4)) == LIGHT.accent.lower()
    assert color_at(made, made.axes(picture).at(0, 2)) != LIGHT.accent.lower()


def test_that_the_bar_of_a_single_month_does_not_fill_the_chart(shown):
    picture = one((5.0,))
    made = shown(MonthsChart, picture)
    beside = made.axes(picture).at(0, 3) + QPointF(20, 0)
    assert color_at(made, beside) != LIGHT.accent.lower()


def test_that_a_pale_series_is_paler(shown):
    picture = one((5.0,), pale=True)
    made = shown(MonthsChart, picture)
    assert color_at(made, made.axes(picture).at(0, 3)) not in {
        LIGHT.accent.lower(), LIGHT.window.lower(),
    }  # fmt: skip


def line_at(shown, values, month: float) -> bool:
    picture = MonthsPicture(("A", "B", "C"), ("A", "B", "C"), axis(0, 10), (), (values,))
    made = shown(MonthsChart, picture)
    return color_at(made, made.axes(picture).at(month, 5)) == LIGHT.accent.lower()


def test_that_a_line_joins_its_months(shown):
    assert line_at(shown, series("Fact", (5.0, 5.0, 5.0)), 0.5)


def test_that_a_line_has_a_gap_where_a_number_is_missing(shown):
    values = series("Fact", (5.0, None, 5.0))
    assert not line_at(shown, values, 0.5)
    assert line_at(shown, values, 2)


def test_that_a_month_tells_all_its_numbers(shown):
    picture = months()
    made = shown(MonthsChart, picture)
    assert made.tip_at(made.axes(picture).at(1, 1)) == (
        "Month 1\nBar 0: 2\nBar 1: 4\nLine 0: —\ngoal 3.5"
    )


def test_that_beside_the_months_nothing_is_told(shown):
    picture = months()
    made = shown(MonthsChart, picture)
    assert made.tip_at(QPointF(made.axes(picture).box.left() - 3, 100)) == ""


def test_that_a_single_series_needs_no_legend(shown):
    made = shown(MonthsChart, months())
    assert made.axes(months()).box.top() > made.axes(one((1.0,))).box.top()


def test_that_the_hill_is_highest_where_values_are_likely():
    hill = hill_of(density())
    assert hill.at(1.5) > hill.at(0.2)
    assert hill.at(1.5) > hill.at(3.8)
    assert max(hill.ys) <= 1.1
    assert min(hill.ys) >= 0


def test_that_the_tenths_cut_the_hill_where_they_are():
    part = hill_of(density()).between(1.0, 2.0)
    assert (part.xs[0], part.xs[-1]) == (1.0, 2.0)
    assert part.ys[0] == hill_of(density()).at(1.0)


def captions(shown, width=380, **members):
    picture = density(**members)
    made = shown(DensityChart, picture, width)
    return made, [box for _, box in made._captions(picture, made.axes(picture))]


@pytest.mark.parametrize("width", [200, 380, 620])
@pytest.mark.parametrize("median", [0.05, 1.0, 1.95, 2.0, 2.05, 3.0, 3.95])
@pytest.mark.parametrize("goal", [-50.0, 0.0, 1.0, 2.0, 3.0, 4.0, 50.0])
def test_that_goal_and_median_are_whole_and_apart(shown, width, median, goal):
    made, boxes = captions(shown, width, goal=goal, median=median)
    assert not boxes[0].intersects(boxes[1])
    assert all(made.rect().toRectF().contains(box) for box in boxes)


def test_that_the_words_below_are_whole_and_apart(shown):
    picture = density()
    made = shown(DensityChart, picture)
    boxes = [box for _, box in made._feet(picture, made.axes(picture))]
    assert all(made.rect().toRectF().contains(box) for box in boxes)
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)


def test_that_a_goal_beyond_the_hill_is_on_the_axis(shown):
    picture = density(goal=5.0)
    assert shown(DensityChart, picture).axes(picture).x[1] > 5.0


def test_that_a_goal_far_away_does_not_squeeze_the_hill(shown):
    picture = density(goal=500.0)
    made = shown(DensityChart, picture)
    assert made.axes(picture).x[1] < 8.0


def test_that_the_goal_tells_its_own_words(shown):
    picture = density()
    made = shown(DensityChart, picture)
    at = made.axes(picture).at(3.2, 0.5)
    assert made.tip_at(at) == "The goal is reached in 23 of 100 cases"
    assert made.tip_at(made.axes(picture).at(2.6, 0.5)) == "23 %"


def test_that_the_area_under_the_hill_is_filled(shown):
    picture = DensityPicture((0.0, 1.0, 2.0, 3.0), (1.0, 2.0, 1.0), Level(9.0, "goal"))
    made = shown(DensityChart, picture)
    assert color_at(made, made.axes(picture).at(1.5, 0.3)) == LIGHT.accent_soft.lower()


def test_that_a_marked_point_tells_its_words(shown):
    picture = curve()
    made = shown(CurveChart, picture)
    assert made.tip_at(made.axes(picture).at(1.2, 90)) == "1.2 earns 90"


def test_that_a_limit_tells_its_words(shown):
    picture = curve()
    made = shown(CurveChart, picture)
    assert made.tip_at(made.axes(picture).at(0.7, 50)) == "threshold"


def curve_at(shown, x: float, y: float, *, steps: bool) -> bool:
    picture = curve(((0.0, 0.0), (1.0, 80.0), (2.0, 80.0)), steps=steps)
    made = shown(CurveChart, picture)
    near = [made.axes(picture).at(x, y) + QPointF(0, by) for by in (-1, 0, 1)]
    return LIGHT.accent.lower() in [color_at(made, place) for place in near]


def test_that_steps_hold_until_the_next_point(shown):
    assert curve_at(shown, 0.5, 0.0, steps=True)
    assert not curve_at(shown, 0.5, 40.0, steps=True)


def test_that_points_are_joined_straight_without_steps(shown):
    assert curve_at(shown, 0.5, 40.0, steps=False)


def test_that_words_go_to_the_first_place_that_is_free():
    room = QRectF(0, 0, 100, 20)
    wanted = [QRectF(90, 0, 30, 10), QRectF(0, 0, 30, 10), QRectF(40, 0, 30, 10)]
    assert first_free(wanted, [], room) == wanted[1]
    assert first_free(wanted, [QRectF(10, 5, 5, 5)], room) == wanted[2]
    assert first_free(wanted, [room], room) is None


def test_that_values_and_pixels_belong_together():
    axes = Axes(QRectF(10, 20, 200, 100), (0, 4), (-1, 1))
    assert axes.at(1, 0) == QPointF(60, 70)


def test_that_pyqtgraph_waits_for_the_first_chart_that_is_seen():
    code = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from tests.projects import example\n"
        "from tests.ui.charts.pictures import KINDS\n"
        "from workbench.presenters.desk import Desk\n"
        "from workbench.ui.theme import Theme\n"
        "from workbench.ui.words import Words\n"
        "desk = Desk(example(), 'en')\n"
        "kind, picture = KINDS['density']\n"
        "chart = kind(desk, Theme(app), Words(desk))\n"
        "chart.show_picture(picture)\n"
        "assert 'pyqtgraph' not in sys.modules\n"
        "chart.grab()\n"
        "chart.show()\n"
        "import pyqtgraph\n"
        "assert pyqtgraph.Qt.QT_LIB == 'PySide6'\n"
    )
    command = [sys.executable, "-W", "error", "-c", code]
    subprocess.run(command, check=True, cwd=ROOT, timeout=60)
