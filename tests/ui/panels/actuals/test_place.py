"""The work place of the actuals with mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.planning.test_router import funnel
from tests.presenters.months import plan
from tests.presenters.variance import actual
from tests.projects import project
from tests.ui.colours import colours
from workbench.presenters.actuals.place import TABS
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.wishes import Added
from workbench.presenters.plan.choice import Choice
from workbench.ui.panels.actuals.grid.model import FIRST_MONTH
from workbench.ui.panels.actuals.place import ActualsPlace
from workbench.ui.panels.cells.delegate import CellEditor
from workbench.ui.shell.commands import Commands
from workbench.ui.theme import Theme
from workbench.ui.words import Words

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


class Opened:
    """The place with what drives it."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        self.desk, self.theme = desk, theme
        self.choice = Choice(desk)
        self.place = ActualsPlace(desk, theme, Words(desk), self.choice)
        self.commands = Commands(desk, theme)
        self.commands.add(self.place.records, self.place)

    def tab(self, name: str) -> Any:
        self.place.open_tab(name)
        QApplication.processEvents()
        return self.place.tab(name)

    @property
    def grid(self) -> Any:
        table: Any = self.place.tab("table")
        return table.table

    @property
    def actuals(self) -> dict[tuple[str, str], float]:
        return {(one.metric, one.month): one.value for one in self.desk.project.actuals}

    def at(self) -> tuple[str, int]:
        index = self.grid.months.currentIndex()
        return self.grid.model.line(index.row()).key, index.column() - FIRST_MONTH

    def go(self, key: str, month: int) -> None:
        table = self.grid
        row = table.model.table.places[key]
        table.months.mark(table.model.index(row, FIRST_MONTH + month))

    def press(self, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.grid.months, key, modifiers)
        QApplication.processEvents()  # an editor closes only after its key

    def type(self, words: str) -> None:
        for letter in words:
            QTest.keyClicks(QApplication.focusWidget() or self.grid.months, letter)


@pytest.fixture
def open_place(qtbot, theme) -> Iterator[Any]:
    made: list[Opened] = []

    def open_one(shown=None, language="en", size=(1100, 700)) -> Opened:
        desk = Desk(shown or plan(kpis=()), language)
        desk.go("actuals")
        opened = Opened(desk, theme)
        qtbot.addWidget(opened.place)
        opened.place.resize(*size)
        opened.place.show()
        qtbot.waitExposed(opened.place)
        opened.place.activateWindow()
        QApplication.processEvents()
        opened.place.open_tab("table")
        made.append(opened)
        return opened

    yield open_one
    for opened in made:
        opened.place.close()
    theme.use(dark=False)


# The table


def test_that_typing_goes_down_the_metrics_of_a_month(open_place):
    opened = open_place()
    assert opened.at() == ("leads", 0)
    opened.type("90")
    opened.press(Key.Key_Return)
    opened.type("45")
    opened.press(Key.Key_Return)
    assert opened.actuals == {("leads", "2027-01"): 90.0, ("share", "2027-01"): 0.45}
    assert opened.at() == ("deals", 0)


def test_that_tab_goes_on_to_the_next_month(open_place):
    opened = open_place()
    opened.type("90")
    opened.press(Key.Key_Tab)
    assert opened.at() == ("leads", 1)


def test_that_what_is_no_number_stays_open(open_place):
    opened = open_place()
    opened.type("9o")
    opened.press(Key.Key_Return)
    editor = opened.grid.months.findChild(CellEditor)
    assert editor.property("tone") == "bad"
    assert opened.actuals == {}


def test_that_a_rectangle_is_pasted_copied_and_cleared_by_keys(open_place):
    opened = open_place()
    QGuiApplication.clipboard().setText("90\t95\n45%\t50%")
    opened.press(Key.Key_V, CONTROL)
    assert len(opened.actuals) == 4
    opened.press(Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    opened.press(Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "90\t95"
    opened.press(Key.Key_Delete)
    assert set(opened.actuals) == {("share", "2027-01"), ("share", "2027-02")}


def test_that_facts_are_yellow_and_completion_has_its_colour(open_place):
    opened = open_place(plan(kpis=(), actuals=(actual("leads", 50.0),)))
    model, months = opened.grid.model, opened.grid.months
    place = months.visualRect(model.index(model.table.places["leads"], FIRST_MONTH))
    painted = colours(months.viewport().grab(place).toImage())
    assert opened.theme.colors.entry.lower() in painted
    assert opened.theme.colors.bad.lower() in painted


def test_that_a_cell_is_read_out_with_metric_and_month(open_place):
    opened = open_place(plan(kpis=(), actuals=(actual("leads", 90.0),)))
    model = opened.grid.model
    index = model.index(model.table.places["leads"], FIRST_MONTH)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "leads, Jan 2027, plan 100, fact 90, 90%"
    )


def test_that_filters_list_other_metrics(open_place):
    opened = open_place(plan())
    tab = opened.tab("table")
    assert opened.grid.model.table.keys == ("share",)
    tab.kinds.setCurrentIndex(2)
    assert len(opened.grid.model.table.keys) == 4
    tab.roles.picked.emit(Added("", "sdr"))
    assert opened.grid.model.table.keys == ("share",)


def test_that_typing_goes_on_after_the_last_month(open_place):
    opened = open_place(plan(kpis=(), actuals=(actual("leads", 90.0),)))
    assert opened.at() == ("leads", 1)


def test_that_nothing_entered_says_what_to_enter_until_something_is(open_place):
    opened = open_place()
    tab = opened.tab("table")
    assert tab.no_actuals.isVisible()
    assert not tab.no_actuals.do.isVisible()
    opened.type("90")
    opened.press(Key.Key_Return)
    assert not tab.no_actuals.isVisible()


def test_that_reading_is_offered_where_the_window_can_read(open_place, qtbot):
    opened = open_place()
    assert not opened.place.read.isVisible()
    opened.place.offer_reading()
    button = opened.tab("table").no_actuals.do
    for pressed in (opened.place.read, button):
        with qtbot.waitSignal(opened.place.reading_wanted):
            QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)


def test_that_without_metrics_the_way_leads_to_the_funnel(open_place):
    opened = open_place(project())
    tab = opened.tab("table")
    assert tab.no_metrics.isVisible()
    assert not tab.table.isVisible()
    QTest.mouseClick(tab.no_metrics.do, Qt.MouseButton.LeftButton)
    assert opened.desk.place == "funnel"


# The other tabs


def test_that_the_difference_says_where_to_look_first(open_place):
    opened = open_place(funnel({"leads": 120.0, "meetings": 45.0}))
    tab = opened.tab("difference")
    assert tab._look.isVisible()
    assert tab._look.heading.text() == "Look first at “to_meeting”: sdr"
    QTest.mouseClick(tab._look.show_step, Qt.MouseButton.LeftButton)
    assert opened.desk.selection.selected.metric == "to_meeting"


def test_that_an_unknown_month_looks_nowhere(open_place):
    opened = open_place()
    assert not opened.tab("difference")._look.isVisible()
    assert not opened.tab("funnel").look.isVisible()


def test_that_a_stage_of_the_funnel_is_chosen_by_mouse_and_by_keys(open_place):
    opened = open_place(funnel({"leads": 120.0, "meetings": 45.0}))
    chart = opened.tab("funnel").chart
    lines = list(chart._lines())
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=lines[0].box.center().toPoint())
    assert opened.desk.selection.selected.metric == "leads"
    chart.setFocus()
    QTest.keyClick(chart, Key.Key_Down)
    QTest.keyClick(chart, Key.Key_Return)
    assert opened.desk.selection.selected.metric == "to_meeting"


def test_that_the_leak_is_marked(open_place):
    opened = open_place(funnel({"leads": 120.0, "meetings": 45.0}))
    chart = opened.tab("funnel").chart
    line = next(line for line in chart._lines() if line.of.leak)
    painted = colours(chart.grab(line.box.toRect()).toImage())
    assert opened.theme.colors.bad_soft.lower() in painted
    assert "to_meeting (sdr): 37.5% of 50% · 75%, the most is lost here" in chart.told()


def test_that_trends_are_added_and_taken_out(open_place):
    opened = open_place()
    tab = opened.tab("trends")
    assert list(tab.cards) == ["deals", "leads"]
    tab.add.picked.emit(Added("", "price"))
    assert list(tab.cards) == ["deals", "leads", "price"]
    QTest.mouseClick(tab.cards["deals"].close_it, Qt.MouseButton.LeftButton)
    assert list(tab.cards) == ["leads", "price"]


def test_that_all_tabs_are_about_the_same_month(open_place):
    opened = open_place()
    tab = opened.tab("bonus")
    opened.commands["actuals.after"].refresh()
    QTest.mouseClick(tab.months._after, Qt.MouseButton.LeftButton)
    assert opened.tab("funnel").months._list.words == "February 2027"


def test_that_page_keys_go_through_the_months(open_place):
    opened = open_place()
    tab = opened.tab("difference")
    opened.commands.refresh()
    QTest.keyClick(tab._actuals.grid, Key.Key_PageDown, CONTROL)
    assert opened.place.month.month == "2027-02"


def test_that_page_keys_do_nothing_where_all_months_are_shown(open_place):
    opened = open_place()
    opened.tab("table")
    opened.commands.refresh()
    QTest.keyClick(opened.grid.months, Key.Key_PageDown, CONTROL)
    assert opened.place.month.month == "2027-01"


# The place


def test_that_what_they_are_held_against_leads_to_the_plan(open_place):
    opened = open_place()
    opened.choice.choose("more")
    assert opened.place._against.text() == "Against the plan: More · goal 80"
    QTest.mouseClick(opened.place._against, Qt.MouseButton.LeftButton)
    assert opened.desk.place == "plan"


def test_that_the_tab_is_remembered(open_place):
    opened = open_place()
    opened.tab("bonus")
    assert opened.place.state == "bonus"
    opened.place.restore("trends")
    assert opened.place.state == "trends"
    opened.place.restore("a tab of another program")
    assert opened.place.state == "trends"


@pytest.mark.parametrize("name", list(TABS))
@pytest.mark.parametrize("width", [900, 1400])
def test_that_every_tab_fits_speaks_russian_and_has_a_dark_look(open_place, name, width):
    opened = open_place(funnel({"leads": 120.0, "meetings": 45.0}), size=(width, 700))
    tab = opened.tab(name)
    opened.desk.speak("ru")
    opened.theme.use(dark=True)
    QApplication.processEvents()
    assert opened.place._segments.tabText(0) == "Таблица"
    assert opened.place.width() == width
    assert tab.grab().toImage().pixelColor(QPoint(2, 2)).lightness() < 128
