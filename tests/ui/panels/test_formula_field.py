from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from workbench.document.edits.metrics import ChangeMetric
from workbench.document.metric import Metric
from workbench.presenters.desk import Desk
from workbench.ui.panels.formula_edit import FormulaEdit
from workbench.ui.panels.formula_field import FormulaField
from workbench.ui.panels.metric_inspector import MetricInspector
from workbench.ui.theme import Theme
from workbench.ui.words import Words

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
HELD = "Лиды × [Конверсия лид → КЛ]"


class Typing:
    """The formula field of an inspector, with the focus in it."""

    def __init__(self, inspector: MetricInspector, qtbot: QtBot, desk: Desk) -> None:
        self.inspector = inspector
        self.qtbot = qtbot
        self.desk = desk
        self.edit.setFocus()
        self.edit.selectAll()

    @property
    def field(self) -> FormulaField:
        found = self.inspector.form.section("value").rows[0]
        assert isinstance(found, FormulaField)
        return found

    @property
    def edit(self) -> FormulaEdit:
        return self.field.edit

    @property
    def text(self) -> str:
        return self.edit.toPlainText()

    @property
    def metric(self) -> Metric:
        return self.desk.project.metric("qualified")

    def type(self, words: str) -> None:
        """Type words of any alphabet, as an input method hands them over."""
        for sign in words:
            key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
            QApplication.sendEvent(self.edit, key)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        self.qtbot.keyClick(self.edit, key, modifier or Qt.KeyboardModifier.NoModifier)

    def candidates(self) -> list[str]:
        popup = self.field.popup
        if not popup.isVisible():
            return []
        return [popup.list.item(at).text() for at in range(popup.list.count())]

    def underlined(self) -> list[str]:
        wave = QTextCharFormat.UnderlineStyle.WaveUnderline
        return [
            selection.cursor.selectedText()
            for selection in self.edit.extraSelections()
            if selection.format.underlineStyle() == wave
        ]


@pytest.fixture
def typing(qtbot: QtBot, desk: Desk, theme: Theme, words: Words) -> Typing:
    desk.selection.metrics(["qualified"])
    inspector = MetricInspector(desk, theme, words)
    qtbot.addWidget(inspector)
    inspector.resize(340, 700)
    with qtbot.waitActive(inspector):
        inspector.show()
        inspector.activateWindow()
    return Typing(inspector, qtbot, desk)


def test_that_the_formula_is_shown_by_names(typing: Typing) -> None:
    assert typing.text == HELD


def test_that_enter_takes_a_formula_over(typing: Typing) -> None:
    typing.type("Лиды * 80%")
    typing.press(Key.Key_Return)
    assert typing.metric.formula == "leads * 80%"
    assert typing.text == "Лиды × 80%"
    assert typing.edit.hasFocus()


def test_that_leaving_takes_a_right_formula_over(typing: Typing) -> None:
    typing.type("Лиды * 80%")
    typing.inspector.form.title.setFocus()
    assert typing.metric.formula == "leads * 80%"


def test_that_a_wrong_formula_stays_where_it_was_typed(typing: Typing) -> None:
    typing.type("Лидды * 2")
    typing.press(Key.Key_Return)
    typing.inspector.form.title.setFocus()
    assert typing.metric.formula == "leads * cr_qualified"
    assert typing.text == "Лидды * 2"
    assert typing.edit.property("tone") == "bad"


def test_that_a_wrong_formula_waits_for_its_metric_to_be_selected_again(typing: Typing) -> None:
    typing.type("Лидды * 2")
    typing.desk.selection.metrics(["leads"])
    assert typing.text == "[Посещения сайта] × [Конверсия сайта в лид]"
    typing.desk.selection.metrics(["qualified"])
    assert typing.text == "Лидды * 2"
    assert typing.underlined() == ["Лидды"]


def test_that_a_right_formula_is_taken_over_when_another_metric_is_selected(
    typing: Typing,
) -> None:
    typing.type("Лиды * 80%")
    typing.desk.selection.metrics(["leads"])
    assert typing.metric.formula == "leads * 80%"


def test_that_escape_takes_back_what_was_typed(typing: Typing) -> None:
    typing.type("Лидды * 2")
    typing.press(Key.Key_Escape)
    assert typing.text == HELD
    assert typing.underlined() == []
    assert not typing.desk.session.history.done


def test_that_escape_without_a_draft_changes_nothing(typing: Typing) -> None:
    typing.press(Key.Key_Escape)
    assert typing.text == HELD


def test_that_a_mistake_is_underlined_where_it_is_after_a_moment(typing: Typing) -> None:
    typing.type("Лиды * Лидды")
    assert typing.underlined() == []
    typing.qtbot.waitUntil(lambda: typing.underlined() == ["Лидды"], timeout=1_000)
    assert "did you mean “Лиды”?" in typing.field.message.text()


def test_that_a_sign_of_two_halves_does_not_move_the_underline(typing: Typing) -> None:
    typing.type("[🚀🚀] + Лидды")
    typing.field._look()
    assert typing.underlined() == ["[🚀🚀]"]


def test_that_the_nearest_name_is_put_in_by_its_link(typing: Typing) -> None:
    typing.type("2 * Лидды")
    typing.field._look()
    typing.field.popup.hide()
    typing.qtbot.mouseClick(typing.field.mend, Qt.MouseButton.LeftButton)
    assert typing.text == "2 * Лиды"
    assert not typing.field.mend.isVisible()


def test_that_what_is_unfinished_is_not_marked_as_wrong(typing: Typing) -> None:
    typing.type("Лиды * ")
    typing.field._look()
    assert typing.edit.property("tone") == ""
    assert typing.field.message.text() == "The formula breaks off here"


@pytest.mark.parametrize("formula", ["Лиды * ", "", "Лидды * 2"])
def test_that_enter_on_what_cannot_be_taken_over_looks_refused(
    typing: Typing, formula: str
) -> None:
    typing.press(Key.Key_Delete)
    typing.type(formula)
    typing.field.popup.hide()
    typing.press(Key.Key_Return)
    assert typing.text == formula
    assert typing.edit.property("tone") == "bad"
    assert typing.field.message.property("tone") == "bad"
    assert typing.metric.formula == "leads * cr_qualified"


def test_that_typing_on_after_a_refusal_is_no_mistake_yet(typing: Typing) -> None:
    typing.type("Лиды * ")
    typing.press(Key.Key_Return)
    typing.type("(")
    typing.field._look()
    assert typing.edit.property("tone") == ""


def test_that_what_is_in_force_is_shown_below_a_refused_formula(typing: Typing) -> None:
    typing.type("Лидды * 2")
    typing.field._look()
    assert not typing.field.in_force.isVisible()
    typing.press(Key.Key_Return)
    assert typing.field.in_force.text() == f"Still in force: {HELD}"


def test_that_the_formula_in_force_is_put_back_by_its_link(typing: Typing) -> None:
    typing.type("Лидды * 2")
    typing.press(Key.Key_Return)
    typing.qtbot.mouseClick(typing.field.back, Qt.MouseButton.LeftButton)
    assert typing.text == HELD
    assert not typing.field.back.isVisible()
    assert typing.edit.property("tone") == ""


def test_that_a_name_of_several_words_gets_its_brackets_with_enter(typing: Typing) -> None:
    typing.type("Конверсия лид → КЛ * Лиды")
    typing.field.popup.hide()
    typing.press(Key.Key_Return)
    assert typing.text == "[Конверсия лид → КЛ] × Лиды"


def test_that_undo_takes_back_a_formula_that_was_taken_over(typing: Typing) -> None:
    typing.type("Лиды * 80%")
    typing.press(Key.Key_Return)
    undo = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Z, CONTROL)
    QApplication.sendEvent(typing.edit, undo)
    assert not undo.isAccepted()


def test_that_names_are_completed_while_typing(typing: Typing) -> None:
    typing.type("чек")
    assert typing.candidates() == ["Средний чек"]
    typing.press(Key.Key_Tab)
    assert typing.text == "[Средний чек]"
    assert typing.candidates() == []
    assert typing.edit.hasFocus()


def test_that_arrows_walk_through_the_completions(typing: Typing) -> None:
    typing.type("с")
    typing.press(Key.Key_Down)
    typing.press(Key.Key_Return)
    assert typing.text == "[Средний чек]"
    assert typing.metric.formula == "leads * cr_qualified"


def test_that_walking_goes_round_the_ends(typing: Typing) -> None:
    typing.type("сделк")
    typing.press(Key.Key_Up)
    typing.press(Key.Key_Return)
    assert typing.text == "[Конверсия встреча → сделка]"


def test_that_control_and_space_show_everything(typing: Typing) -> None:
    typing.type("2 * ")
    assert typing.candidates() == []
    typing.press(Key.Key_Space, CONTROL)
    assert {"Лиды", "workdays"} <= set(typing.candidates())


def test_that_escape_first_closes_the_completions(typing: Typing) -> None:
    typing.type("чек")
    typing.press(Key.Key_Escape)
    assert typing.candidates() == []
    assert typing.text == "чек"


def test_that_a_completion_can_be_clicked(typing: Typing) -> None:
    typing.type("чек")
    listed = typing.field.popup.list
    spot = listed.visualItemRect(listed.item(0)).center()
    typing.qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert typing.text == "[Средний чек]"


def test_that_the_cursor_stands_between_the_parentheses(typing: Typing) -> None:
    typing.type("cumu")
    typing.press(Key.Key_Return)
    assert typing.text == "cumulative()"
    assert typing.edit.place() == len("cumulative(")


def test_that_the_list_closes_when_the_field_is_left(typing: Typing) -> None:
    typing.type("чек")
    typing.inspector.form.title.setFocus()
    assert not typing.field.popup.isVisible()


def test_that_the_function_round_the_cursor_is_explained(typing: Typing) -> None:
    typing.type("lag(Лиды, ")
    assert typing.field.help.text().startswith("lag(metric, ‹months›")
    assert typing.field.help.isVisible()


def test_that_a_function_is_put_round_what_is_selected(typing: Typing) -> None:
    typing.qtbot.mouseClick(typing.field.functions, Qt.MouseButton.LeftButton)
    menu = typing.field.findChildren(QMenu)[-1]
    action = next(action for action in menu.actions() if action.data() == "ceil")
    assert action.text() == "ceil(value)\trounds up to a whole number"
    action.trigger()
    menu.close()
    assert typing.text == f"ceil({HELD})"
    assert typing.edit.place() == len(typing.text) - 1


def test_that_what_is_typed_survives_an_edit_elsewhere(typing: Typing) -> None:
    typing.type("Лиды * ")
    typing.desk.do(_rename("visits"))
    assert typing.text == "Лиды * "


def test_that_a_renamed_metric_is_renamed_in_the_formula(typing: Typing) -> None:
    typing.desk.do(_rename("leads"))
    assert typing.text == "Другие × [Конверсия лид → КЛ]"


def test_that_the_formula_follows_the_language(typing: Typing) -> None:
    typing.type("max(Лиды, 1.5) + 1")
    typing.desk.speak("ru")
    assert typing.text == "max(Лиды; 1,5) + 1"


def test_that_a_formula_that_another_edit_breaks_is_marked(typing: Typing) -> None:
    typing.edit.clearFocus()
    typing.desk.do(ChangeMetric("leads", {"unit": "money"}))
    assert typing.edit.property("tone") == "bad"


def test_that_a_first_formula_can_be_given_up_with_escape(typing: Typing) -> None:
    typing.desk.selection.metrics(["ad_budget"])
    switch = typing.inspector.form.section("value").switch
    switch.setCurrentIndex(1)
    typing.edit.setFocus()
    typing.press(Key.Key_Escape)
    assert switch.currentIndex() == 0
    assert typing.desk.project.metric("ad_budget").value == 600_000


def _rename(key: str) -> ChangeMetric:
    return ChangeMetric(key, {"name": "Другие"})
