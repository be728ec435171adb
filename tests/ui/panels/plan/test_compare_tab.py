"""Scenarios side by side in a window that is really there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.presenters.months import plan
from workbench.document.plan import Scenario
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.ui.panels.plan.compare.tab import CompareTab
from workbench.ui.words import Words


@pytest.fixture
def desk():
    less = Scenario(key="less", name="Less", values={"share": 0.2})
    return Desk(plan(scenarios=(*plan().scenarios, less)), "en")


@pytest.fixture
def choice(desk):
    return Choice(desk)


@pytest.fixture
def tab(qtbot, desk, theme, choice):
    made = CompareTab(desk, theme, Words(desk), choice)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    yield made
    made.close()
    theme.use(dark=False)


def texts(table, row):
    return [fact.text for fact in table.facts.facts.rows[row]]


def press_head(table, column):
    header = table.horizontalHeader()
    middle = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, 10))


def test_that_names_and_numbers_stand_in_the_same_rows(tab):
    names = [row[0].text.strip() for row in tab.table.names.facts.facts.rows]
    assert names == ["deals", "of the goal 80 a month", "leads", "share"]
    assert texts(tab.table.numbers, 0) == ["60", "120", "+60 · +100%", "20", "−40 · −66.7%"]


def test_that_a_click_on_a_head_chooses_the_scenario(tab, choice):
    press_head(tab.table.numbers, 1)
    assert choice.scenario.key == "more"
    press_head(tab.table.numbers, 0)
    assert choice.scenario is None


def test_that_enter_chooses_the_scenario_with_the_cursor(tab, choice):
    numbers = tab.table.numbers
    numbers.setCurrentIndex(numbers.facts.index(0, 3))
    QTest.keyClick(numbers, Qt.Key.Key_Return)
    assert choice.scenario.key == "less"
    assert numbers.currentIndex().column() == 3


def test_that_the_chosen_head_is_underlined(tab, choice, theme):
    header = tab.table.numbers.horizontalHeader()
    choice.choose("more")
    left = header.sectionViewportPosition(1) + 4
    line = header.viewport().grab().toImage().pixelColor(left, header.height() - 2)
    assert line.name() == theme.colors.accent.lower()


def test_that_copy_takes_the_whole_table(tab):
    QTest.keyClick(tab.table.numbers, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().startswith("Metric\tUnit\tBase\tMore\t")


def test_that_the_menu_renames_a_scenario_over_its_head(tab, desk):
    tab.table.numbers._ask(1, QPoint(0, 0))
    (menu,) = tab.findChildren(QMenu)
    entry = next(one for one in menu.actions() if one.text() == "Rename the scenario")
    entry.trigger()
    menu.close()
    assert tab.name.isVisible()
    QTest.keyClicks(tab.name, "Best")
    QTest.keyClick(tab.name, Qt.Key.Key_Return)
    assert desk.project.scenarios[0].name == "Best"
    assert not tab.name.isVisible()


def test_that_the_first_scenario_can_be_made_here(tab, desk):
    desk.session.open(plan(scenarios=()))
    assert tab.none.isVisible()
    assert not tab.table.isVisible()
    tab.add.click()
    assert len(desk.project.scenarios) == 1
    assert tab.table.isVisible()
    assert tab.note.text() == "No scenario changes anything yet."


def test_that_names_stay_while_scenarios_scroll(tab, desk):
    many = tuple(
        Scenario(key=f"s{at}", name=f"Scenario number {at}", values={"leads": float(at)})
        for at in range(8)
    )
    desk.session.open(plan(scenarios=many))
    QApplication.processEvents()
    assert tab.table.numbers.horizontalScrollBar().maximum() > 0
    assert tab.table.names.horizontalScrollBar().maximum() == 0


def test_that_the_palette_copies_the_comparison(tab):
    (action,) = tab.records
    assert action.enabled()
    action.run()
    assert "deals" in QApplication.clipboard().text()


def test_that_another_language_is_followed(tab, desk):
    desk.speak("ru")
    assert tab.table.numbers.facts.head(0).text == "База"
