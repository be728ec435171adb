"""The plan with mouse and keyboard."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from tests.presenters.months import plan
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.plan import Scenario
from workbench.ui.panels.cells.delegate import CellEditor
from workbench.ui.panels.plan.months.table_model import FIRST_MONTH, NAME

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def editor(opened) -> Any:
    return opened.grid.findChild(CellEditor)


def test_that_a_typed_number_and_enter_go_into_the_cell_and_on_to_the_next_row(opened):
    opened.go("leads", 1)
    opened.type("120")
    opened.press(Key.Key_Return)
    assert opened.value("leads") == (100.0, 120.0, 100.0)
    assert opened.at() == ("share", 1)


def test_that_tab_enters_and_goes_on_to_the_next_month(opened):
    opened.go("leads", 0)
    opened.type("120")
    opened.press(Key.Key_Tab)
    assert opened.value("leads") == (120.0, 100.0, 100.0)
    assert opened.at() == ("leads", 1)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_F2])
def test_that_a_cell_opens_with_its_exact_number(opened, key):
    opened.go("share", 1)
    opened.press(key)
    assert editor(opened).text() == "60\u00a0%"


def test_that_a_double_click_opens_a_cell(opened):
    opened.go("leads", 0)
    place = opened.grid.visualRect(opened.grid.currentIndex()).center()
    QTest.mouseClick(opened.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(opened.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert editor(opened) is not None


def test_that_escape_leaves_the_cell_as_it_was(opened):
    opened.go("leads", 0)
    opened.type("5")
    opened.press(Key.Key_Escape)
    assert opened.value("leads") == 100.0
    assert not opened.desk.session.is_dirty


def test_that_a_cell_that_was_only_opened_is_not_rounded(opened):
    exact = 100.123456789012345
    opened.desk.do(ChangeMetric("leads", {"value": exact}))
    opened.go("leads", 0)
    opened.press(Key.Key_F2)
    opened.press(Key.Key_Return)
    assert opened.value("leads") == exact


def test_that_what_is_no_number_cannot_be_entered(opened):
    opened.go("leads", 0)
    opened.type("1x")
    opened.press(Key.Key_Return)
    assert editor(opened).property("tone") == "bad"
    assert opened.value("leads") == 100.0


def test_that_a_computed_cell_does_not_open(opened):
    opened.go("deals", 0)
    opened.press(Key.Key_Return)
    opened.type("5")
    assert editor(opened) is None


def test_that_arrows_pass_the_headings(opened):
    opened.go("share", 0)
    opened.press(Key.Key_Down)
    assert opened.at() == ("deals", 0)


def test_that_home_and_end_go_to_the_first_and_the_last_month(opened):
    opened.go("leads", 1)
    opened.press(Key.Key_End)
    assert opened.at() == ("leads", 2)
    opened.press(Key.Key_Home)
    assert opened.at() == ("leads", 0)


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_that_del_clears_the_selected_months(opened, key):
    opened.go("leads", 1)
    opened.press(Key.Key_Right, Modifier.ShiftModifier)
    opened.press(key)
    assert opened.value("leads") == (100.0, None, None)


def test_that_ctrl_c_and_ctrl_v_speak_with_spreadsheets(opened):
    opened.go("share", 0)
    opened.press(Key.Key_Right, Modifier.ShiftModifier)
    opened.press(Key.Key_C, Modifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "50\u00a0%\t60\u00a0%"
    QGuiApplication.clipboard().setText("1\t2\t3\n")
    opened.go("leads", 0)
    opened.press(Key.Key_V, Modifier.ControlModifier)
    assert opened.value("leads") == (1.0, 2.0, 3.0)


def test_that_ctrl_r_fills_to_the_right_and_ctrl_d_down(opened):
    opened.go("share", 0)
    opened.press(Key.Key_R, Modifier.ControlModifier)
    assert opened.value("share") == 0.5
    opened.go("price", 0)
    opened.press(Key.Key_D, Modifier.ControlModifier)
    assert opened.value("price") == (50.0, 1000.0, 1000.0)


def test_that_tab_leaves_the_table_while_no_cell_is_open(opened):
    opened.go("leads", 0)
    opened.press(Key.Key_Tab)
    assert opened.at() == ("leads", 0)


def test_that_a_chosen_row_is_shown_by_the_inspector(opened):
    opened.go("deals", 0)
    assert opened.desk.selection.selected.metrics == ("deals",)


def test_that_a_click_on_a_name_chooses_the_metric(opened):
    names = opened.months._table.names
    index = opened.model.index(opened.model.table.places["price"], NAME)
    place = names.visualRect(index).center()
    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.desk.selection.selected.metrics == ("price",)


def test_that_a_metric_found_elsewhere_is_gone_to(opened):
    opened.desk.selection.metrics(["price"])
    assert opened.at() == ("price", 0)
    assert opened.desk.selection.selected.metrics == ("price",)


def test_that_the_cursor_stays_where_it_is_when_a_scenario_is_chosen(opened):
    opened.go("price", 2)
    opened.place.choice.scenarios.choose("more")
    assert opened.at() == ("price", 2)


def test_that_a_tab_chooses_the_scenario(opened):
    bar = opened.place._scenarios._bar
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    assert opened.place.choice.scenarios.chosen.key == "more"


def test_that_a_new_scenario_is_named_in_place(opened):
    QTest.mouseClick(opened.place._scenarios._add, Qt.MouseButton.LeftButton)
    opened.type("Goal 7M")
    opened.press(Key.Key_Return)
    assert [one.name for one in opened.desk.project.scenarios] == ["More", "Goal 7M"]
    assert not opened.place._scenarios._name.isVisible()


def test_that_the_name_of_a_new_scenario_covers_no_other_tab(opened):
    QTest.mouseClick(opened.place._scenarios._add, Qt.MouseButton.LeftButton)
    tabs = opened.place._scenarios
    others = [tabs._bar.tabRect(at).translated(tabs._bar.pos()) for at in range(2)]
    assert tabs._name.isVisible()
    assert not any(tabs._name.geometry().intersects(other) for other in others)


def test_that_scenarios_have_the_room_of_the_whole_row(opened):
    names = ("Plans of KPIs are met", "Weak traffic in summer", "Bold")
    made = tuple(Scenario(key=f"s{at}", name=name) for at, name in enumerate(names))
    opened.desk.session.open(plan().having(scenarios=made))
    QApplication.processEvents()
    bar = opened.place._scenarios._bar
    assert bar.width() >= bar.sizeHint().width()


def test_that_escape_keeps_the_name_of_a_scenario(opened):
    opened.place.choice.scenarios.choose("more")
    opened.place.rename()
    opened.type("Other")
    opened.press(Key.Key_Escape)
    assert opened.desk.project.scenarios[0].name == "More"
    assert not opened.place._scenarios._name.isVisible()


def test_that_the_base_has_no_name_to_change(opened):
    opened.place.rename()
    assert not opened.place._scenarios._name.isVisible()


def test_that_f2_on_a_tab_renames(opened):
    opened.place.choice.scenarios.choose("more")
    QTest.keyClick(opened.place._scenarios._bar, Key.Key_F2)
    assert opened.place._scenarios._name.isVisible()


def test_that_the_menu_of_a_scenario_can_remove_it(opened, qtbot):
    opened.place.choice.scenarios.choose("more")
    opened.place._on_scenario_menu(QPoint(0, 0))
    menu = opened.place.findChild(QMenu)
    entry = next(e for e in menu.actions() if e.text() == "Remove the scenario")
    entry.trigger()
    menu.close()
    assert opened.desk.project.scenarios == ()


def test_that_the_menu_of_the_cells_opens_by_key_below_the_current_cell(opened):
    opened.go("leads", 1)
    places: list[QPoint] = []
    opened.grid.menu_wanted.connect(places.append)
    below = opened.grid.visualRect(opened.grid.currentIndex()).bottomLeft()
    ask = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(opened.grid, ask)
    opened.place.findChild(QMenu).close()
    assert places == [opened.grid.viewport().mapToGlobal(below)]


def test_that_a_menu_shows_the_keys_of_its_entries(opened):
    opened.go("leads", 1)
    opened.months._on_table_menu(QPoint(0, 0))
    menu = opened.place.findChild(QMenu)
    texts = [entry.text() for entry in menu.actions()]
    menu.close()
    assert "Fill to the right\tCtrl+R" in texts


def test_that_the_menu_key_asks_for_the_menu_of_the_shown_scenario(opened):
    opened.place.choice.scenarios.choose("more")
    bar = opened.place._scenarios._bar
    ask = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(bar, ask)
    opened.place.findChild(QMenu).close()
    assert opened.place.choice.scenarios.chosen.key == "more"


def test_that_the_filter_button_leaves_computed_metrics_out(opened):
    QTest.mouseClick(opened.months._inputs, Qt.MouseButton.LeftButton)
    assert "deals" not in opened.model.table.keys
    assert opened.months._inputs.isChecked()


def test_that_the_goal_can_be_set_where_there_is_none(opened):
    opened.go("leads")
    opened.desk.session.open(plan(goals=()))
    assert opened.months._goal._empty.isVisible()
    QTest.mouseClick(opened.months._goal._set, Qt.MouseButton.LeftButton)
    assert opened.desk.selection.selected.metrics == ()


def test_that_another_project_takes_the_place_of_the_first(opened):
    opened.desk.session.open(plan().having(scenarios=(), goals=(), kpis=()))
    assert opened.place._scenarios._bar.count() == 1


def test_that_every_control_has_a_name(opened):
    table = opened.months._table
    named = (table.months, table.names, table.sums, opened.months._goal._bars,
             opened.place._scenarios._bar, opened.place._scenarios._add)  # fmt: skip
    assert all(widget.accessibleName() for widget in named)


def test_that_a_bar_tells_its_month(opened):
    bars = opened.months._goal._bars
    assert bars._bar_at(QPoint(bars.width() - 5, 10)).tip == "Mar 2027: 70"
    assert bars.accessibleDescription().startswith("Jan 2027: 50")


@pytest.mark.parametrize("dark", [False, True])
def test_that_everything_is_painted_in_both_looks(opened, dark):
    opened.place.choice.scenarios.choose("more")
    opened.theme.use(dark=dark)
    opened.desk.do(ChangeMetric("share", {"value": (None, 0.5, 0.5)}))
    picture = opened.place.grab().toImage()
    assert picture.pixelColor(3, 3).name() == opened.theme.colors.window.lower() or dark


def test_that_an_open_cell_does_not_hinder_the_place_from_closing(opened):
    opened.go("leads", 0)
    opened.press(Key.Key_F2)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    opened.place.hide()
    assert opened.value("leads") == 100.0


def test_that_months_share_the_room_of_a_wide_window(opened):
    narrow = opened.grid.columnWidth(FIRST_MONTH)
    opened.place.resize(1800, 700)
    QApplication.processEvents()
    assert opened.grid.columnWidth(FIRST_MONTH) >= narrow


def test_that_keys_of_another_tab_leave_the_months_alone(opened):
    opened.go("leads", 1)
    clear = next(one for one in opened.months.records if one.id == "plan.clear")
    opened.place.open_tab("overview")
    clear.run()
    assert not clear.enabled()
    assert opened.value("leads") == 100.0
