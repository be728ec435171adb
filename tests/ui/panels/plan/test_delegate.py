"""How cells look and what a field says while a number is typed."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QValidator
from PySide6.QtTest import QTest

from tests.presenters.months import plan
from tests.ui.colours import colours, has_hue
from workbench.document.edits.metrics import ChangeMetric
from workbench.ui.panels.cells.delegate import CellEditor, cell_width
from workbench.ui.panels.plan.months.table_model import FIRST_MONTH, NAME


def ground(opened, key: str, column: int) -> str:
    """The colour in the upper left of a cell, where no words are."""
    table = opened.months._table
    view = table.view_of(column)
    index = opened.model.index(opened.model.table.places[key], column)
    corner = view.visualRect(index).topLeft() + QPoint(4, 4)
    return view.viewport().grab().toImage().pixelColor(corner).name()


def test_that_inputs_are_yellow_and_computed_cells_are_not(opened):
    colors = opened.theme.colors
    assert ground(opened, "leads", FIRST_MONTH) == colors.entry.lower()
    assert ground(opened, "deals", FIRST_MONTH) == colors.surface.lower()


def test_that_inputs_are_told_apart_in_the_dark_too(opened):
    opened.theme.use(dark=True)
    colors = opened.theme.colors
    assert ground(opened, "leads", FIRST_MONTH) == colors.entry.lower()
    assert ground(opened, "leads", NAME) == colors.surface.lower()


def test_that_the_row_of_the_cursor_is_marked_beside_the_months(opened):
    opened.go("deals", 1)
    soft = opened.theme.colors.accent_soft.lower()
    assert ground(opened, "deals", NAME) == soft
    assert ground(opened, "deals", opened.model.total) == soft
    assert ground(opened, "price", NAME) != soft


def test_that_selected_cells_are_marked(opened):
    opened.go("leads", 0)
    assert ground(opened, "leads", FIRST_MONTH) == opened.theme.colors.accent_soft.lower()
    assert ground(opened, "leads", FIRST_MONTH + 1) == opened.theme.colors.entry.lower()


def colors_in(opened, key: str, column: int) -> set[str]:
    view = opened.months._table.view_of(column)
    index = opened.model.index(opened.model.table.places[key], column)
    return colours(view.viewport().grab(view.visualRect(index)).toImage())


def test_that_a_problem_is_never_green_and_never_plain(opened):
    opened.desk.do(ChangeMetric("leads", {"value": None}))
    seen = colors_in(opened, "deals", FIRST_MONTH)
    assert has_hue(seen, opened.theme.colors.warn)
    assert not has_hue(seen, opened.theme.colors.good)


def test_that_a_role_that_answers_has_its_dot(opened):
    assert "#2a9fd6" in colors_in(opened, "share", 2)
    assert "#2a9fd6" not in colors_in(opened, "price", 2)


@pytest.fixture
def field(opened, qtbot) -> CellEditor:
    opened.go("leads", 0)
    opened.press(Qt.Key.Key_F2)
    editor: Any = opened.grid.findChild(CellEditor)
    return editor


def test_that_a_field_holds_every_digit(opened, field):
    assert field.text() == "100"
    assert field.selectedText() == "100"


def test_that_a_field_says_at_once_that_it_holds_no_number(field):
    QTest.keyClicks(field, "1x")
    assert field.property("tone") == "bad"
    assert field.toolTip() == "“1x” is not a number"
    assert not field.hasAcceptableInput()


def test_that_a_mended_field_is_good_again(field):
    QTest.keyClicks(field, "1x")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.property("tone") == ""
    assert field.toolTip() == ""
    assert field.hasAcceptableInput()


def test_that_an_empty_field_is_fine(field):
    field.clear()
    assert field.hasAcceptableInput()


def test_that_a_validator_hinders_no_typing(field):
    state, *_ = field.validator().validate("1x", 2)
    assert state == QValidator.State.Intermediate


def test_that_a_field_is_named_after_its_cell(field):
    assert field.accessibleName() == "leads, Jan 2027: 100"


def test_that_headings_stand_out(opened):
    band = opened.theme.colors.bands[0].lower()
    view = opened.months._table.names
    corner = view.visualRect(opened.model.index(0, NAME)).topLeft() + QPoint(2, 2)
    assert view.viewport().grab().toImage().pixelColor(corner).name() == band


@pytest.mark.usefixtures("opened")
def test_that_a_column_is_as_wide_as_its_longest_words_within_limits():
    assert cell_width([], 50, 90) == 50
    assert cell_width(["x" * 200], 50, 90) == 90
    assert 50 < cell_width(["0" * 5], 50, 90) < 90


def test_that_views_scroll_together(opened):
    many = plan().metrics[0]
    metrics = tuple(many.having(key=f"m{at}", name=f"m{at}") for at in range(60))
    opened.desk.session.open(plan().having(metrics=metrics, kpis=(), goals=(), scenarios=()))
    table = opened.months._table
    table.names.verticalScrollBar().setValue(120)
    assert table.months.verticalScrollBar().value() == 120
    assert table.sums.verticalScrollBar().value() == 120
    assert table._down.value() == 120
    table._down.setValue(64)
    assert table.names.verticalScrollBar().value() == 64


def test_that_bars_are_there_only_where_there_is_something_to_move(opened):
    assert not opened.months._table._down.isVisible()
    assert not opened.months._table._across.isVisible()
    opened.place.resize(560, 300)
    QTest.qWait(1)
    assert opened.months._table._down.isVisible()


def test_that_months_move_below_their_own_bar(opened):
    calendar = plan().calendar.having(months=36)
    opened.desk.session.open(plan(calendar=calendar, scenarios=(), goals=()))
    table = opened.months._table
    assert table._across.isVisible()
    opened.go("leads", 35)
    assert table._across.value() > 0
    assert table.names.horizontalScrollBar().value() == 0
