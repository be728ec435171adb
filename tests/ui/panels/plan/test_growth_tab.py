"""The growth goal in a window that is really there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.colours import colours, has_hue
from workbench.document.growth import Growth, Source, Year
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.growth.picture import Spot
from workbench.ui.panels.plan.growth.tab import GrowthTab

LAST, BEFORE = Spot("revenue", year=2026), Spot("revenue", year=2025)


@pytest.fixture
def tab(qtbot, desk, theme, words):
    made = GrowthTab(desk, theme, words, Choice(desk))
    qtbot.addWidget(made)
    made.resize(1040, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.close()
    theme.use(dark=False)


def type_into(field, words):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)


def enter(field, words):
    type_into(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def values(row):
    return [tile._value.text() for tile in row._tiles]


def test_that_years_are_entered_and_the_goal_follows(tab, desk):
    enter(tab.form.field(BEFORE), "100")
    enter(tab.form.field(LAST), "120")
    assert values(tab.chain._revenue) == ["+20%", "+20%", "5 pp",
                                          "+25%", "150\u00a0RUB"]  # fmt: skip
    assert [one.value for one in desk.project.growth.revenues] == [100, 120]


def test_that_the_goal_follows_while_one_types(tab, desk):
    enter(tab.form.field(BEFORE), "100")
    type_into(tab.form.field(LAST), "120")
    assert values(tab.chain._revenue)[-1] == "150\u00a0RUB"
    assert [one.value for one in desk.project.growth.revenues] == [100, None]
    QTest.keyClick(tab.form.field(LAST), Qt.Key.Key_Escape)
    assert tab.chain.wrong.text() == "The revenue of 2026 is missing"


def test_that_the_button_sets_the_goal(tab, desk):
    assert not tab.chain.set_goal.isEnabled()
    enter(tab.form.field(BEFORE), "100")
    enter(tab.form.field(LAST), "120")
    tab.chain.set_goal.click()
    assert desk.project.goals[-1].value == pytest.approx(150)
    assert "150" in tab.goal.text()
    assert not tab.chain.set_goal.isEnabled()
    desk.session.undo()
    assert [goal.value for goal in desk.project.goals] == [7e6]


def test_that_typing_goes_on_in_the_same_field_after_an_entry(tab):
    field = tab.form.field(LAST)
    enter(field, "120")
    assert tab.form.field(LAST) is field
    assert field.hasFocus()


def test_that_a_channel_has_its_fields_and_its_conversion(tab, desk):
    enter(tab.sources.field(Spot("channel_visits", channel="site")), "1000")
    enter(tab.sources.field(Spot("channel_leads", channel="site")), "15")
    assert desk.project.growth.sources == (Source(channel="site", visits=1000.0, leads=15.0),)
    _, conversion, *_ = tab.sources._results[Spot("channel_visits", channel="site")]
    assert conversion.text() == "1.5%"


def test_that_every_field_is_named_for_those_who_cannot_see(tab):
    fields = [*tab.form.fields, *tab.sources.fields]
    assert all(field.accessibleName() for field in fields)
    names = [one.accessibleName() for one in (tab.time.table, tab.people.table, tab.channels.chart)]
    assert names == ["By quarter and month", "By person", "By channel"]


def test_that_the_parts_are_tables_and_charts(tab):
    assert tab.time.table.facts.rowCount() == 16
    assert tab.people.table.facts.rowCount() == 4
    assert len(tab.channels.chart.rows()) == 2
    assert tab.time.chart.picture is not None


def test_that_the_dot_of_a_role_has_its_color(tab, desk):
    table = tab.people.table
    rect = table.visualRect(table.facts.index(0, 0))
    seen = colours(table.viewport().grab(rect).toImage())
    assert has_hue(seen, desk.project.role("sdr").color)


def test_that_without_a_goal_the_way_to_one_is_told(tab, desk):
    desk.session.open(desk.project.having(goals=()))
    assert tab.none.isVisible()
    assert not tab.time.isVisible()


def test_that_the_bars_of_the_years_come_with_the_first_year(tab, desk):
    assert not tab.history.isVisible()
    years = (Year(year=2025, value=5.0), Year(year=2026, value=6.0))
    desk.session.open(desk.project.having(growth=Growth(metric="revenue", revenues=years)))
    assert tab.history.isVisible()


def test_that_cards_stand_one_below_the_other_where_there_is_no_room(tab):
    beside = tab.chain.mapTo(tab, tab.chain.rect().topLeft()).x()
    tab.resize(700, 700)
    QApplication.processEvents()
    assert beside > tab.chain.mapTo(tab, tab.chain.rect().topLeft()).x()
    assert tab.area.horizontalScrollBar().maximum() == 0


def test_that_the_action_of_the_palette_sets_the_goal_too(tab, desk):
    (action,) = tab.records
    assert not action.enabled()
    enter(tab.form.field(BEFORE), "100")
    enter(tab.form.field(LAST), "120")
    assert action.enabled()
    action.run()
    assert len(desk.project.goals) == 2


def test_that_another_language_is_followed(tab, desk):
    desk.speak("ru")
    assert tab.form._labels[Spot("leads")].text() == "Лиды прошлого года"
    assert tab.time.table.facts.head(0).text == "Месяц"


def test_that_tab_walks_from_the_years_to_the_sources(tab):
    tab.setFocus()
    walked = []
    for _ in range(9):
        QTest.keyClick(QApplication.focusWidget() or tab, Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    assert walked[:8] == tab.form.fields
    QTest.keyClick(QApplication.focusWidget() or tab, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is tab.sources.fields[1]
