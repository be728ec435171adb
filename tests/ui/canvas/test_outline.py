"""The outline: the canvas for the keyboard and for screen readers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.presenters.conftest import Notices
from workbench.document.edits.metrics import ChangeMetric
from workbench.ui.canvas.outline_model import NAME, VALUE


@pytest.fixture
def outline(hands):
    hands.place.toggle_outline()
    return hands.place.outline


@pytest.fixture
def model(outline):
    return outline.model()


def press(outline, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or outline, key, modifiers)
    QApplication.processEvents()


def at(outline, key, column=NAME):
    outline.setCurrentIndex(outline.model().index_of(key, column))


def test_that_the_model_keeps_the_rules_of_qt(model, qtmodeltester):
    qtmodeltester.check(model)


def test_that_the_model_keeps_the_rules_of_qt_while_the_funnel_changes(hands, model, qtmodeltester):
    qtmodeltester.check(model)
    hands.desk.selection.metrics(["meetings"])
    hands.place.editing.add_next()
    hands.desk.session.undo()
    qtmodeltester.check(model)


def test_that_phases_hold_their_metrics(model):
    titles = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert titles == ["Интерес", "Сделка", "Сервис", "without a phase"]
    assert model.rowCount(model.index(2, 0)) == 2


def test_that_a_row_says_name_value_influence_and_owner(model):
    cells = [model.index_of("cr_qualified", column).data() for column in range(4)]
    assert cells == ["Конверсия лид → КЛ", "80%", "1 day", "SDR"]


def test_that_the_headings_are_in_the_language_of_the_interface(hands, model):
    role = Qt.ItemDataRole.DisplayRole
    assert model.headerData(0, Qt.Orientation.Horizontal, role) == "Metric"
    assert model.headerData(0, Qt.Orientation.Vertical, role) is None


def test_that_a_row_selected_here_is_selected_on_the_canvas(hands, outline):
    at(outline, "leads")
    assert hands.selected == {"leads"}


def test_that_a_card_selected_there_is_selected_here(hands, outline):
    hands.desk.selection.metrics(["deals"])
    assert outline.currentIndex().data() == "Сделки"


def test_that_a_selection_made_while_it_was_closed_is_shown_when_it_opens(hands):
    hands.desk.selection.metrics(["deals"])
    hands.place.toggle_outline()
    rows = hands.place.outline.selectionModel().selectedRows()
    assert [row.data() for row in rows] == ["Сделки"]


def test_that_arrow_keys_walk_through_the_metrics(hands, outline):
    at(outline, "leads")
    press(outline, Qt.Key.Key_Down)
    assert hands.selected == {"cr_qualified"}


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_that_a_name_is_edited_by_keyboard(hands, outline, key):
    at(outline, "leads")
    press(outline, key)
    QTest.keyClicks(QApplication.focusWidget() or outline, "Enquiries")
    press(outline, Qt.Key.Key_Return)
    assert hands.project.metric("leads").name == "Enquiries"


def test_that_a_digit_edits_the_value(hands, outline):
    at(outline, "average_deal")
    press(outline, Qt.Key.Key_9)
    QTest.keyClicks(QApplication.focusWidget() or outline, "000")
    press(outline, Qt.Key.Key_Return)
    assert hands.project.metric("average_deal").value == 9000


def test_that_the_value_of_a_result_cannot_be_edited(hands, outline, model):
    assert not model.flags(model.index_of("leads", VALUE)) & Qt.ItemFlag.ItemIsEditable


def test_that_a_digit_on_a_result_says_why_not(hands, outline):
    notices = Notices(hands.desk)
    at(outline, "leads")
    press(outline, Qt.Key.Key_5)
    assert "is a result" in notices.said[0]


def test_that_a_value_that_cannot_be_read_is_told(hands, model):
    notices = Notices(hands.desk)
    model.setData(model.index_of("average_deal", VALUE), "many")
    assert notices.said == ["“many” is not a number"]


def test_that_delete_deletes(hands, outline):
    at(outline, "leads")
    press(outline, Qt.Key.Key_Delete)
    assert "leads" not in hands.project.metric_by_key


def test_that_a_value_follows_in_its_row_and_nothing_is_built_anew(hands, model, qtbot):
    changed = []
    model.dataChanged.connect(lambda first, _last: changed.append(first))
    model.modelReset.connect(lambda: changed.append("reset"))
    hands.desk.do(ChangeMetric("average_deal", {"value": 90_000.0}))
    assert "reset" not in changed
    assert {index.data() for index in changed} == {"Средний чек", "Выручка"}


def test_that_a_closed_phase_stays_closed_when_a_metric_comes(hands, outline, model):
    outline.collapse(model.index(2, 0))
    hands.place.editing.add("stage")
    assert not outline.isExpanded(model.index(2, 0))
    assert outline.isExpanded(model.index(1, 0))


def test_that_trouble_is_coloured(hands, model):
    hands.desk.do(ChangeMetric("average_deal", {"value": None}))
    brush = model.index_of("revenue", VALUE).data(Qt.ItemDataRole.ForegroundRole)
    assert brush is not None


def test_that_the_outline_has_a_name_for_readers(outline):
    assert outline.accessibleName() == "Outline of the funnel"


def test_that_the_rename_action_works_where_the_person_is(hands, outline):
    at(outline, "leads")
    outline.setFocus()
    hands.place.begin_rename()
    assert not hands.place.editor.is_open
    press(outline, Qt.Key.Key_Escape)


def test_that_closing_the_outline_returns_to_the_canvas(hands, outline):
    hands.place.toggle_outline()
    assert outline.isHidden()
    assert QApplication.focusWidget() is hands.place.view
