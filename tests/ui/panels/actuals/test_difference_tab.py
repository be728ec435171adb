"""Plan and fact with mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QBoxLayout

from tests.presenters.months import plan
from tests.presenters.variance import actual
from tests.ui.colours import colours
from workbench.presenters.actuals.months import MonthChoice
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.wishes import Added
from workbench.presenters.plan.choice import Choice
from workbench.ui.panels.actuals.difference.tab import DifferenceTab
from workbench.ui.panels.actuals.model import FACT, NAME
from workbench.ui.panels.cells.delegate import CellEditor
from workbench.ui.theme import Theme
from workbench.ui.words import Words

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Opened:
    """The tab with what drives it."""

    desk: Desk
    theme: Theme
    tab: DifferenceTab

    @property
    def grid(self):
        return self.tab._actuals.grid

    @property
    def months(self) -> Any:
        return self.tab._actuals._months

    @property
    def editor(self) -> CellEditor | None:
        return self.grid.findChild(CellEditor)

    @property
    def actuals(self) -> dict[tuple[str, str], float]:
        return {(one.metric, one.month): one.value for one in self.desk.project.actuals}

    @property
    def at(self) -> str:
        return self.grid._key(self.grid.currentIndex())

    def shown(self, key: str, column: int = FACT) -> str:
        row = self.grid.facts.table.places[key]
        return str(self.grid.facts.index(row, column).data())

    def place(self, key: str, column: int) -> QPoint:
        index = self.grid.facts.index(self.grid.facts.table.places[key], column)
        return self.grid.visualRect(index).center()

    def press(self, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.grid, key, modifiers)
        QApplication.processEvents()  # an editor closes only after its key

    def type(self, words: str) -> None:
        for letter in words:
            QTest.keyClicks(QApplication.focusWidget() or self.grid, letter)


@pytest.fixture
def opened(qtbot, theme) -> Iterator[Opened]:
    desk = Desk(plan(), "en")
    tab = DifferenceTab(desk, theme, Words(desk), Choice(desk), MonthChoice(desk))
    qtbot.addWidget(tab)
    tab.resize(1000, 640)
    tab.show()
    qtbot.waitExposed(tab)
    tab.activateWindow()
    tab.setFocus()
    yield Opened(desk, theme, tab)
    tab.close()
    theme.use(dark=False)


def test_that_the_cursor_waits_in_the_first_fact(opened):
    assert opened.at == "leads"


def test_that_enter_hands_over_and_goes_down_past_headings(opened):
    opened.type("90")
    opened.press(Key.Key_Return)
    opened.type("45")
    opened.press(Key.Key_Return)
    assert opened.at == "deals"
    opened.type("40")
    opened.press(Key.Key_Return)
    assert opened.actuals == {
        ("leads", "2027-01"): 90.0, ("share", "2027-01"): 0.45, ("deals", "2027-01"): 40.0,
    }  # fmt: skip


def test_that_what_is_no_number_is_marked_and_not_entered(opened):
    opened.type("9o")
    opened.press(Key.Key_Return)
    assert opened.editor is not None
    assert opened.editor.property("tone") == "bad"
    assert opened.actuals == {}


def test_that_escape_takes_back(opened):
    opened.type("90")
    opened.press(Key.Key_Escape)
    assert opened.actuals == {}


def test_that_a_number_being_typed_goes_into_its_own_month(opened):
    opened.type("90")
    QTest.mouseClick(opened.months._after, Qt.MouseButton.LeftButton)
    assert opened.actuals == {("leads", "2027-01"): 90.0}
    assert opened.shown("leads") == ""


def test_that_words_that_are_no_number_are_there_when_the_month_is(opened):
    opened.type("9o")
    QTest.mouseClick(opened.months._after, Qt.MouseButton.LeftButton)
    assert opened.shown("leads") == ""
    QTest.mouseClick(opened.months._before, Qt.MouseButton.LeftButton)
    assert opened.shown("leads") == "9o"


def test_that_words_that_are_no_number_can_be_mended(opened):
    opened.tab.presenter.cells.type("leads", "9o")
    opened.press(Key.Key_F2)
    assert opened.editor is not None
    assert opened.editor.text() == "9o"
    opened.press(Key.Key_End)
    opened.press(Key.Key_Backspace)
    opened.type("0")
    opened.press(Key.Key_Return)
    assert opened.actuals == {("leads", "2027-01"): 90.0}


def test_that_months_end_where_the_plan_does(opened):
    assert not opened.months._before.isEnabled()
    opened.tab.presenter.month.step(2)
    assert not opened.months._after.isEnabled()


def test_that_a_month_is_chosen_from_the_list(opened):
    opened.months._list.picked.emit(Added("", "2027-03"))
    assert opened.months._list.words == "March 2027"


def test_that_a_column_is_pasted_from_the_clipboard(opened):
    QGuiApplication.clipboard().setText("90\n45%\n40")
    opened.press(Key.Key_V, CONTROL)
    assert len(opened.actuals) == 3


def test_that_the_selection_is_copied_and_cleared(opened):
    opened.tab.presenter.cells.paste(("leads",), "90\n45%\n40")
    opened.press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    opened.press(Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "90\n45\u00a0%"
    opened.press(Key.Key_Delete)
    assert opened.actuals == {("deals", "2027-01"): 40.0}


def test_that_a_click_on_a_name_goes_to_its_fact(opened):
    view = opened.grid.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=opened.place("deals", NAME))
    assert opened.at == "deals"
    assert opened.grid.currentIndex().column() == FACT


def test_that_facts_are_yellow_and_what_is_no_number_is_red(opened):
    opened.tab.presenter.cells.type("deals", "many")
    row = opened.grid.facts.index(opened.grid.facts.table.places["deals"], FACT)
    painted = colours(opened.grid.viewport().grab(opened.grid.visualRect(row)).toImage())
    assert opened.theme.colors.entry.lower() in painted
    assert opened.theme.colors.bad.lower() in painted


def test_that_a_row_is_read_out_as_a_whole(opened):
    opened.tab.presenter.cells.type("leads", "90")
    index = opened.grid.facts.index(opened.grid.facts.table.places["leads"], FACT)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "leads, plan 100, fact 90, completion 90%"


def test_that_all_metrics_are_listed_on_demand(opened):
    assert "price" not in opened.grid.facts.table.keys
    QTest.mouseClick(opened.tab._actuals._whole, Qt.MouseButton.LeftButton)
    assert "price" in opened.grid.facts.table.keys


def test_that_the_cursor_stays_while_rows_come_and_go(opened):
    opened.grid.go_to("deals")
    QTest.mouseClick(opened.tab._actuals._whole, Qt.MouseButton.LeftButton)
    assert opened.at == "deals"


def test_that_an_empty_month_explains_itself_beside_the_trend(opened):
    card = opened.tab._difference
    assert card._why.isVisible()
    assert not card._body.isVisible()
    assert not opened.tab._owners.isVisible()
    assert opened.tab._trend.isVisible()


def test_that_the_difference_appears_as_soon_as_something_is_typed(opened):
    opened.type("90")
    opened.press(Key.Key_Return)
    card = opened.tab._difference
    assert not card._why.isVisible()
    assert card._sentence.text() == "−10%: leads −10%"
    assert opened.tab._owners.isVisible()


def test_that_a_factor_goes_to_its_row_and_is_selected(opened):
    opened.tab.presenter.cells.paste(("leads",), "90\n45%\n40")
    chart = opened.tab._difference._chart
    share = next(at for at, row in enumerate(chart.rows()) if row.key == "share")
    middle = QPoint(20, round(chart.track(share).center().y()))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=middle)
    assert opened.at == "share"
    assert opened.desk.selection.selected.metrics == ("share",)


def test_that_another_metric_is_explained(opened):
    opened.tab.presenter.cells.type("leads", "90")
    opened.tab._difference._subject.picked.emit(Added("", "leads"))
    assert opened.tab._difference._numbers[1].text() == "90"


def test_that_halves_lie_below_each_other_in_a_narrow_window(opened):
    assert opened.tab._halves.direction() == QBoxLayout.Direction.LeftToRight
    opened.tab.resize(700, 640)
    QApplication.processEvents()
    assert opened.tab._halves.direction() == QBoxLayout.Direction.TopToBottom


@pytest.mark.parametrize("language", ["en", "ru"])
def test_that_every_column_is_in_sight(opened, language):
    opened.desk.speak(language)
    QApplication.processEvents()
    widths = [opened.grid.columnWidth(column) for column in range(4)]
    assert sum(widths) == opened.grid.viewport().width()


def test_that_the_language_is_followed(opened):
    opened.desk.speak("ru")
    assert opened.months._list.words == "январь 2027"


def test_that_an_undone_entry_leaves_the_table(opened):
    opened.desk.session.open(plan(actuals=(actual("leads", 90.0),)))
    opened.tab.presenter.cells.type("leads", "95")
    opened.desk.session.undo()
    assert opened.shown("leads") == "90"


def test_that_the_dark_look_has_its_own_colours(opened):
    opened.tab.presenter.cells.paste(("leads",), "90\n45%\n40")
    opened.theme.use(dark=True)
    QApplication.processEvents()
    assert opened.theme.colors.entry.lower() in colours(opened.grid.viewport().grab().toImage())
