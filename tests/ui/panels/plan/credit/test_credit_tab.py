"""The tab of credit: what is shown, and what keyboard and mouse do."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.presenters.credit_cases import deals
from tests.ui.colours import colours, has_hue
from workbench.presenters.inspector.wishes import Added
from workbench.presenters.plan.credit.picture import Grid
from workbench.ui.panels.plan.credit.grid_table import GridTable

Key = Qt.Key


def test_that_shares_models_and_targets_are_shown(opened):
    tab = opened.tab
    assert [row.name for row in tab.shares.bars.rows()] == ["Site", "Ads"]
    assert tab.comparison.table.model().rowCount() == 3
    assert tab.targets.table.model().rowCount() == 1
    assert tab.shares._notes.text().endswith("no touch up to the closing.")


def test_that_a_model_is_chosen_by_keyboard(opened):
    opened.tab.rule.models.setFocus()
    opened.press(Key.Key_Right)
    assert opened.tab.rule.models.currentIndex() == 1
    assert [row.value for row in opened.tab.shares.bars.rows()] == ["$900 · 90%", "$0 · 0%"]


def test_that_a_dimension_is_chosen_by_keyboard(opened):
    opened.tab.rule.dimensions.setFocus()
    opened.press(Key.Key_Right)
    assert [row.name for row in opened.tab.shares.bars.rows()] == ["SDR", "Exec"]


@pytest.mark.parametrize(
    ("model", "fields"),
    [("linear", set()), ("time_decay", {"days"}), ("own", {"parts"}), ("w", {"key"})],
)
def test_that_only_the_fields_of_the_rule_are_there(opened, model, fields):
    opened.tab.presenter.choose_model(model)
    rule = opened.tab.rule
    boxes = {"days": rule._days, "parts": rule._parts, "key": rule._key}
    assert {name for name, box in boxes.items() if box.isVisible()} == fields


def test_that_the_half_life_is_typed(opened):
    opened.tab.presenter.choose_model("time_decay")
    field = opened.tab.rule.half_life
    field.setFocus()
    opened.type("30")
    opened.press(Key.Key_Return)
    assert opened.tab.presenter.rules.rule.half_life == 30


def test_that_each_weight_is_typed_where_it_stands(opened):
    opened.tab.presenter.choose_model("own")
    for field, words in zip(opened.tab.rule.weights, "321", strict=True):
        field.setFocus()
        field.selectAll()
        opened.type(words)
        opened.press(Key.Key_Return)
    assert opened.tab.presenter.rules.rule.weights.all == (3, 2, 1)


def test_that_the_key_stage_is_picked(opened):
    opened.tab.presenter.choose_model("w")
    opened.tab.rule.stage.picked.emit(Added("", "leads"))
    assert opened.tab.presenter.rules.rule.key_stage == "leads"
    assert opened.tab.rule.stage.words == "Leads"


def test_that_a_cell_is_typed_over(opened):
    opened.go(1, 1)
    opened.type("450")
    opened.press(Key.Key_Return)
    assert opened.journeys[1].value == 450


def test_that_enter_opens_a_cell_and_escape_leaves_it(opened):
    opened.go(1, 1)
    opened.press(Key.Key_Return)
    opened.type("9")
    opened.press(Key.Key_Escape)
    assert opened.journeys == deals()


def test_that_delete_in_an_open_cell_takes_no_journey_out(opened):
    opened.go(1, 1)
    opened.press(Key.Key_F2)
    opened.press(Key.Key_Delete)
    assert len(opened.journeys) == 3


def test_that_delete_takes_the_selected_journeys_out(opened):
    opened.go(0)
    opened.press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert opened.tab.selected() == {0, 1}
    opened.press(Key.Key_Delete)
    assert opened.journeys == deals()[2:]


def test_that_touches_cannot_be_typed_into_the_list(opened):
    opened.go(0, 3)
    opened.type("x")
    assert opened.journeys == deals()


def test_that_walking_through_the_list_shows_the_touches_of_each(opened):
    opened.go(0)
    opened.press(Key.Key_Down)
    lines = [line for line in opened.tab.touches._lines if line.day.isVisible()]
    assert [(line.day.text(), line.picks["stage"].words) for line in lines] == [
        ("30 Mar 2027", "Leads")
    ]


def test_that_several_selected_journeys_stay_selected_when_something_changes(opened):
    opened.go(0)
    opened.press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    opened.tab.presenter.choose_model("first")
    assert opened.tab.selected() == {0, 1}


def test_that_a_touch_is_added_and_its_day_is_ready_to_be_typed(opened):
    opened.tab.touches.add.setFocus()
    opened.press(Key.Key_Space)
    assert len(opened.journeys[0].touches) == 3
    opened.type("15.3.2027")
    opened.press(Key.Key_Return)
    assert [one.date.day for one in opened.journeys[0].touches] == [15, 22, 29]


def test_that_a_touch_is_named_by_a_pick(opened):
    opened.tab.touches._lines[1].picks["role"].picked.emit(Added("", "sdr"))
    assert opened.journeys[0].touches[1].role == "sdr"


def test_that_a_touch_is_taken_out(opened):
    opened.tab.touches._lines[0].remove.click()
    assert [one.channel for one in opened.journeys[0].touches] == ["ads"]
    assert not opened.tab.touches._lines[1].day.isVisible()


def test_that_a_journey_without_touches_says_what_that_means(opened):
    opened.go(2)
    assert opened.tab.touches._none.isVisible()
    assert not opened.tab.touches._heads[0].isVisible()


@pytest.fixture
def table(tmp_path, monkeypatch):
    """A table that the dialog will answer with."""
    path = tmp_path / "t.csv"
    path.write_text("deal;closed;value\n1;31.03.2027;5\n2;soon;6\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    return path


def test_that_a_file_is_read_shown_and_taken_over(opened, table, qtbot):
    opened.tab.read.click()
    qtbot.waitUntil(lambda: not opened.tab.presenter.importing.is_busy)
    card = opened.tab.importing
    assert card.isVisible()
    assert "“t.csv”: 1 row read" in card._words.text()
    assert card._refused.toPlainText() == (
        "row 3 “soon”: the closing date is no date such as 31.01.2027"
    )
    card.add.click()
    assert len(opened.journeys) == 4
    assert not card.isVisible()


def test_that_a_file_can_be_left(opened, table, qtbot):
    opened.tab.read.click()
    qtbot.waitUntil(lambda: not opened.tab.presenter.importing.is_busy)
    opened.tab.importing.close_it.click()
    assert not opened.tab.importing.isVisible()
    assert opened.journeys == deals()


def test_that_a_file_can_replace_what_there_is(opened, table, qtbot):
    opened.tab.read.click()
    qtbot.waitUntil(lambda: not opened.tab.presenter.importing.is_busy)
    opened.tab.importing.replace.click()
    assert [one.value for one in opened.journeys] == [5]


def test_that_no_file_is_read_where_none_is_chosen(opened, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    opened.tab.read.click()
    assert not opened.tab.importing.isVisible()


def test_that_the_actions_are_there(opened):
    ids = {action.id: action for action in opened.tab.records}
    assert set(ids) == {
        "plan.credit.add", "plan.credit.touch", "plan.credit.read", "plan.credit.remove",
    }  # fmt: skip
    opened.tab.table.clearSelection()
    assert not ids["plan.credit.remove"].enabled()
    assert ids["plan.credit.touch"].enabled()
    assert ids["plan.credit.read"].enabled()


def test_that_words_follow_the_language(opened):
    opened.desk.speak("ru")
    assert opened.tab.table.journeys.row(opened.tab.table.journeys.index(0, 0)).closed == (
        "31.03.2027"
    )


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [700, 1100])
def test_that_it_can_be_painted_in_any_width_and_look(opened, dark, width):
    opened.theme.use(dark=dark)
    opened.tab.presenter.choose_by("role")
    opened.tab.resize(width, 900)
    assert not opened.tab.grab().isNull()


def test_that_chips_of_roles_are_in_their_colour(opened):
    opened.tab.presenter.choose_by("role")
    opened.tab.table.clearSelection()
    image = opened.tab.table.viewport().grab().toImage()
    row = opened.tab.table.visualRect(opened.tab.table.journeys.index(0, 3))
    assert has_hue(colours(image.copy(row)), "#2A9FD6")


def test_that_what_has_no_room_is_counted(opened):
    opened.tab.table.setFixedWidth(330)
    QApplication.processEvents()
    assert not opened.tab.table.grab().isNull()


def test_that_the_menu_of_the_list_has_the_actions(opened, monkeypatch):
    shown: list[str] = []
    monkeypatch.setattr(
        "workbench.ui.panels.plan.credit.tab.ActionMenu.open_at",
        lambda menu, _place: shown.extend(one.text() for one in menu.actions()),
    )
    opened.tab.table.customContextMenuRequested.emit(QPoint(5, 5))
    assert "Add a journey" in shown


@pytest.fixture
def grid(qtbot, theme):
    made = GridTable(theme)
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.show()
    return made


def test_that_a_table_is_as_tall_as_its_rows(grid):
    grid.show_grid(Grid(("A", "B"), (("x", "1"),)))
    one = grid.sizeHint().height()
    grid.show_grid(Grid(("A", "B"), (("x", "1"), ("y", "2"), ("z", "3"))))
    assert grid.sizeHint().height() == one + 2 * grid.verticalHeader().defaultSectionSize()


def test_that_the_wide_column_takes_the_room_that_is_left(grid):
    grid.show_grid(Grid(("A", "B"), (("x", "1"),), wide=1))
    header = grid.horizontalHeader()
    assert header.length() == grid.viewport().width()
    assert header.sectionSize(1) > header.sectionSize(0)


def test_that_a_tip_says_more_than_its_cell(grid):
    grid.show_grid(Grid(("A", "B"), (("x", "10%"),), tips=(("x", "$5"),)))
    assert grid.model().index(0, 1).data(Qt.ItemDataRole.ToolTipRole) == "$5"


def test_that_a_selection_of_the_mouse_chooses_the_journey(opened):
    rows = opened.tab.table.selectionModel()
    index = opened.tab.table.journeys.index(1, 0)
    rows.setCurrentIndex(
        index,
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )
    assert opened.tab.presenter.journeys.at == 1
