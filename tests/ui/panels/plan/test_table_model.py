"""The table as Qt reads it."""

from PySide6.QtCore import Qt

from workbench.ui.panels.plan.months.table_model import DOTS, FIRST_MONTH, NAME, UNIT

Role = Qt.ItemDataRole


def index(opened, key, column):
    return opened.model.index(opened.model.table.places[key], column)


def test_that_the_model_keeps_the_rules_of_qt(opened, qtmodeltester):
    qtmodeltester.check(opened.model)


def test_that_the_model_keeps_the_rules_of_qt_with_a_scenario(opened, qtmodeltester):
    opened.place.choice.scenarios.choose("more")
    qtmodeltester.check(opened.model)


def test_that_columns_are_named(opened):
    titles = [
        opened.model.headerData(column, Qt.Orientation.Horizontal)
        for column in range(opened.model.columnCount())
    ]
    assert titles == ["Metric", "Unit", "KPI", "Jan 2027", "Feb 2027", "Mar 2027", "Total"]


def test_that_a_scenario_adds_the_column_of_differences(opened):
    opened.place.choice.scenarios.choose("more")
    last = opened.model.columnCount() - 1
    assert opened.model.headerData(last, Qt.Orientation.Horizontal) == "To base"
    assert index(opened, "deals", last).data() == "+100%"


def test_that_words_stand_on_the_left_and_numbers_on_the_right(opened):
    left = opened.model.data(index(opened, "leads", NAME), Role.TextAlignmentRole)
    right = opened.model.data(index(opened, "leads", FIRST_MONTH), Role.TextAlignmentRole)
    assert left & Qt.AlignmentFlag.AlignLeft
    assert right & Qt.AlignmentFlag.AlignRight


def test_that_only_inputs_can_be_typed_into(opened):
    editable = Qt.ItemFlag.ItemIsEditable
    assert index(opened, "leads", FIRST_MONTH).flags() & editable
    assert not index(opened, "deals", FIRST_MONTH).flags() & editable
    assert not index(opened, "leads", NAME).flags() & editable
    assert not opened.model.setData(index(opened, "deals", FIRST_MONTH), "5")


def test_that_a_heading_cannot_be_chosen(opened):
    assert opened.model.index(0, NAME).flags() == Qt.ItemFlag.NoItemFlags


def test_that_a_cell_is_read_out_with_its_metric_and_month(opened):
    spoken = index(opened, "deals", FIRST_MONTH + 1).data(Role.AccessibleTextRole)
    assert spoken == "deals, Feb 2027: 60"


def test_that_names_units_and_roles_are_read_out_too(opened):
    shown = [index(opened, "share", column).data() for column in (NAME, UNIT, DOTS)]
    assert shown == ["share", "%", "SDR"]


def test_that_a_cell_explains_itself(opened):
    tips = [
        index(opened, "deals", column).data(Role.ToolTipRole)
        for column in (NAME, FIRST_MONTH, opened.model.total)
    ]
    assert tips[0].startswith("deals\n")
    assert tips[1:] == ["= leads × share", "adds up over months"]


def test_that_an_edit_touches_only_the_rows_that_differ(opened, qtbot):
    with qtbot.waitSignal(opened.model.dataChanged):
        rows = []
        opened.model.dataChanged.connect(lambda first, _last: rows.append(first.row()))
        opened.model.setData(index(opened, "leads", FIRST_MONTH), "120")
    places = opened.model.table.places
    assert rows == [places["leads"], places["share"], places["deals"]]


def test_that_titles_follow_the_language(opened):
    opened.desk.speak("ru")
    assert opened.model.headerData(FIRST_MONTH, Qt.Orientation.Horizontal) == "янв 2027"
