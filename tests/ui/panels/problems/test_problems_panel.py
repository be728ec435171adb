"""The panel with real keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from tests.presenters.problems import desk_with, twice_bent
from workbench.presenters.desk import Desk
from workbench.ui.panels.problems.delegate import two_lines
from workbench.ui.panels.problems.list import FindingsList
from workbench.ui.panels.problems.panel import ProblemsPanel
from workbench.ui.theme import Theme, ui_font
from workbench.ui.words import Words


@pytest.fixture
def desk() -> Desk:
    return desk_with(twice_bent())


@pytest.fixture
def panel(desk: Desk, theme: Theme, words: Words, qtbot) -> ProblemsPanel:
    made = ProblemsPanel(desk, theme, words)
    qtbot.addWidget(made)
    made.resize(1000, 320)
    made.show()
    return made


def findings_of(panel: ProblemsPanel) -> FindingsList:
    return panel.findChild(FindingsList)  # type: ignore[return-value]


def button_called(panel: ProblemsPanel, words: str) -> QPushButton:
    found = [one for one in panel.findChildren(QPushButton) if one.isVisible()]
    return next(one for one in found if words in (one.text(), one.toolTip()))


def press_mend(panel: ProblemsPanel, row: int, qtbot) -> None:
    shown = findings_of(panel)
    index = shown.model().index(row, 0)
    box = shown._delegate.button(shown.visualRect(index), index)
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


def test_that_the_panel_lists_what_was_found(panel) -> None:
    assert findings_of(panel).model().rowCount() == 2


def test_that_the_button_of_a_row_shows_what_the_mend_would_do(panel, desk, qtbot) -> None:
    press_mend(panel, 0, qtbot)
    assert button_called(panel, "Apply").isVisible()
    assert desk.session.history.undo_title is None


def test_that_enter_applies_what_is_previewed(panel, desk, qtbot) -> None:
    press_mend(panel, 0, qtbot)
    qtbot.keyClick(panel._detail._preview, Qt.Key.Key_Return)
    assert str(desk.session.history.undo_title) == "Bring the weights of SDR to 100%"
    assert findings_of(panel).model().rowCount() == 1


def test_that_enter_on_the_way_back_leaves_the_preview(panel, desk, qtbot) -> None:
    press_mend(panel, 0, qtbot)
    back = button_called(panel, "Back")
    back.setFocus()
    qtbot.keyClick(back, Qt.Key.Key_Return)
    assert not panel._detail._preview.isVisible()
    assert desk.session.history.undo_title is None


def test_that_after_an_acceptance_the_keyboard_stays_in_the_list(panel, qtbot) -> None:
    panel.take_focus()
    panel._detail._reason.setFocus()
    qtbot.keyClicks(panel._detail._reason, "agreed")
    qtbot.keyClick(panel._detail._reason, Qt.Key.Key_Return)
    assert findings_of(panel).hasFocus()


def test_that_a_mend_button_has_room_for_its_words(panel, qtbot) -> None:
    panel.take_focus()
    made = panel._detail._buttons[0]
    qtbot.waitUntil(made.isVisible)
    assert made.text() == "Bring the weights of SDR to 100%"


def test_that_everything_is_shown_again_by_one_click(panel, qtbot) -> None:
    for words in (" 2 errors", " 0 warnings"):
        qtbot.mouseClick(button_called(panel, words), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button_called(panel, "Show everything"), Qt.MouseButton.LeftButton)
    assert findings_of(panel).model().rowCount() == 2


def test_that_escape_leaves_a_preview_and_then_the_panel(panel, desk, qtbot) -> None:
    closed: list[int] = []
    panel.close_wanted.connect(lambda: closed.append(1))
    press_mend(panel, 0, qtbot)
    qtbot.keyClick(panel._detail._preview, Qt.Key.Key_Escape)
    assert not panel._detail._preview.isVisible()
    assert closed == []
    qtbot.keyClick(findings_of(panel), Qt.Key.Key_Escape)
    assert closed == [1]


def test_that_the_arrows_walk_and_enter_goes_there(panel, desk, qtbot) -> None:
    shown = findings_of(panel)
    panel.take_focus()
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert desk.selection.selected.role == "executive"


def test_that_ctrl_enter_shows_what_the_first_mend_would_do(panel, desk, qtbot) -> None:
    shown = findings_of(panel)
    panel.take_focus()
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    qtbot.keyClick(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert panel._detail._preview.isVisible()


def test_that_a_double_click_goes_there(panel, desk, qtbot) -> None:
    shown = findings_of(panel)
    at = shown.visualRect(shown.model().index(1, 0)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert (desk.place, desk.selection.selected.role) == ("roles", "executive")


def test_that_a_finding_is_accepted_by_typing_a_reason(panel, desk, qtbot) -> None:
    shown = findings_of(panel)
    panel.take_focus()
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    field = next(one for one in panel._detail.findChildren(QLineEdit) if one.isVisible())
    qtbot.keyClicks(field, "agreed")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.project.approvals[0].reason == "agreed"
    assert button_called(panel, "No longer accept").isVisible()


def test_that_what_was_typed_about_one_finding_is_not_said_of_another(panel, qtbot) -> None:
    shown = findings_of(panel)
    panel.take_focus()
    qtbot.keyClicks(panel._detail._reason, "half a sentence")
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert panel._detail._reason.text() == ""


def test_that_a_severity_is_left_out_by_its_button(panel, qtbot) -> None:
    qtbot.mouseClick(button_called(panel, " 2 errors"), Qt.MouseButton.LeftButton)
    assert panel._stack.currentIndex() == 1


def test_that_the_role_filter_narrows(panel, qtbot) -> None:
    box = panel._filters._roles
    box.setCurrentIndex(box.findData("executive"))
    box.activated.emit(box.currentIndex())
    assert findings_of(panel).model().rowCount() == 1


def test_that_the_chosen_finding_stays_chosen_when_others_come(panel, desk, qtbot) -> None:
    shown = findings_of(panel)
    panel.take_focus()
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    chosen = panel._chosen
    desk.session.apply(_bent_more())
    desk.checking.check()
    assert panel._chosen == chosen
    assert shown.currentIndex().isValid()


def _bent_more():
    from workbench.document.edits.kpis import ChangeKpi

    return ChangeKpi("visits", "marketer", {"weight": 0.9})


def test_that_a_sentence_is_broken_between_words_and_then_elided(qapp) -> None:
    from PySide6.QtGui import QFontMetrics

    metrics = QFontMetrics(ui_font(13))
    words = "one two three four five six seven eight nine ten"
    lines = two_lines(words, metrics, metrics.horizontalAdvance("one two three fo"))
    assert lines[0] == "one two three"
    assert lines[1].endswith("…")
    assert two_lines("short", metrics, 400) == ["short"]


def test_that_the_panel_is_quiet_about_a_sound_system(theme, words, qtbot) -> None:
    made = ProblemsPanel(desk_with(), theme, words)
    qtbot.addWidget(made)
    made.show()
    assert made._empty.text() == "Nothing to mend: the system of KPIs is sound"
    assert not made._detail.isVisible()


def menu_words(panel: ProblemsPanel) -> list[str]:
    return [one.text() for one in panel._menu.actions() if one.text()]


def test_that_the_menu_offers_what_can_be_done(panel) -> None:
    panel.take_focus()
    assert menu_words(panel) == [
        "Show where",
        "Bring the weights of SDR to 100%",
        "Accept with a reason…",
        "About this check",
    ]


def test_that_a_mend_of_the_menu_is_previewed(panel, desk) -> None:
    panel.take_focus()
    next(one for one in panel._menu.actions() if one.text().startswith("Bring")).trigger()
    assert panel._detail._preview.isVisible()
    assert desk.session.history.undo_title is None


def test_that_accepting_by_the_menu_lets_the_reason_be_typed(panel, desk, qtbot) -> None:
    panel.take_focus()
    next(one for one in panel._menu.actions() if one.text().startswith("Accept")).trigger()
    qtbot.keyClicks(panel._detail._reason, "agreed")
    qtbot.keyClick(panel._detail._reason, Qt.Key.Key_Return)
    assert menu_words(panel)[1] == "No longer accept"
    next(one for one in panel._menu.actions() if one.text().startswith("No longer")).trigger()
    assert desk.project.approvals == ()
