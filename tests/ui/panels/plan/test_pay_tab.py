"""The Pay tab with mouse and keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QBoxLayout

from tests.projects import example, metric, project
from workbench.document.edits.kpis import ChangeKpi
from workbench.document.kpi import Kpi
from workbench.document.role import Role
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.ui.panels.plan.pay.tab import PayTab
from workbench.ui.words import Words

Key = Qt.Key


def opened_on(of, qtbot, theme) -> PayTab:
    desk = Desk(of, "en")
    choice = Choice(desk)
    tab = PayTab(desk, theme, Words(desk), choice)
    tab.desk, tab.choice = desk, choice  # type: ignore[attr-defined]
    qtbot.addWidget(tab)
    tab.resize(1200, 900)
    tab.show()
    qtbot.waitExposed(tab)
    return tab


@pytest.fixture
def tab(qtbot, theme) -> Iterator[PayTab]:
    made = opened_on(example(), qtbot, theme)
    yield made
    made.close()


def row(tab, metric):
    return next(one for one in tab.trial.rows if one.line.metric == metric)


def press_line(figures, at):
    place = figures.visualRect(figures.figures.index(at, 1)).center()
    QTest.mouseClick(figures.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_that_a_click_on_a_role_tries_it(tab):
    press_line(tab.roles.figures, 1)
    assert tab.desk.selection.selected.role == "sdr"
    assert tab.trial.role.chip.text == "SDR"


def test_that_the_arrows_walk_over_the_roles(tab):
    tab.roles.figures.setFocus()
    QTest.keyClick(tab.roles.figures, Key.Key_Down)
    assert tab.desk.selection.selected.role == "sdr"


def test_that_a_typed_fact_counts_while_it_is_typed(tab):
    tab.desk.selection.role("support")
    field = row(tab, "deals").fact.number
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "30")
    assert row(tab, "deals").line.completion.words == "50%"
    assert field.text() == "30"
    QTest.keyClicks(field, "x")
    assert field.property("tone") == "bad"
    assert row(tab, "deals").line.completion.words == "50%"


def test_that_enter_keeps_the_fact_in_the_field(tab):
    tab.desk.selection.role("support")
    field = row(tab, "deals").fact.number
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "32")
    QTest.keyClick(field, Key.Key_Return)
    assert row(tab, "deals").line.completion.words == "100%"
    assert not tab.desk.session.is_dirty


def test_that_the_arrows_step_a_fact(tab):
    tab.desk.selection.role("support")
    field = row(tab, "deals").fact.number
    before = row(tab, "deals").line.fact.value
    field.setFocus()
    QTest.keyClick(field, Key.Key_Up)
    assert row(tab, "deals").line.fact.value > before


def test_that_the_forecast_is_taken_again_by_its_button(tab):
    tab.desk.selection.role("support")
    assert not tab.trial.forget.isVisible()
    tab.presenter.try_fact("deals", 5.0)
    assert tab.trial.forget.isVisible()
    tab.trial.forget.click()
    assert not row(tab, "deals").line.fact.typed


def test_that_a_click_on_a_kpi_selects_its_cell(tab):
    tab.desk.selection.role("sdr")
    QTest.mouseClick(row(tab, "deals"), Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert tab.desk.selection.selected.cell == ("deals", "sdr")
    assert tab.curve.note.text() == "Сделки"


def test_that_a_kpi_is_chosen_by_the_keyboard_too(tab):
    tab.desk.selection.role("sdr")
    QTest.keyClick(row(tab, "cr_meeting").name, Key.Key_Space)
    assert tab.desk.selection.selected.cell == ("cr_meeting", "sdr")


def test_that_the_rows_stay_while_facts_change(tab):
    before = list(tab.trial.rows)
    tab.presenter.try_fact(before[0].line.metric, 1.0)
    assert tab.trial.rows == before


def test_that_a_click_on_a_scenario_chooses_it(tab):
    press_line(tab.scenarios.figures, 1)
    assert tab.choice.scenario.key == "more_visits"
    assert tab.by_role.note.text() == "Больше трафика"


def test_that_the_sum_is_no_role(tab):
    before = tab.desk.selection.selected
    press_line(tab.by_role.figures, len(tab.desk.project.roles))
    assert tab.desk.selection.selected == before


def test_that_a_gap_is_said_below_the_budget(tab):
    assert not tab.scenarios.missing.isVisible()
    tab.desk.do(ChangeKpi("deals", "support", {"plan": None}, "deals"))
    assert "the KPI has no plan" in tab.scenarios.missing.text()
    assert tab.scenarios.missing.isVisible()


def test_that_a_yes_and_a_no_are_chosen(qtbot, theme):
    role = Role(key="r", name="r", bonus=100.0)
    kpi = Kpi(metric="crm", role="r", weight=1.0, plan=1.0)
    of = project(
        metric("crm", value=1.0, unit="yes_no", over_time="last"), roles=(role,), kpis=(kpi,)
    )
    tab = opened_on(of, qtbot, theme)
    assert row(tab, "crm").line.completion.words == "100%"
    row(tab, "crm").fact.answer.setCurrentIndex(1)
    assert row(tab, "crm").line.completion.words == "0%"
    tab.close()


def test_that_without_roles_there_is_the_way_to_make_them(qtbot, theme):
    tab = opened_on(project(), qtbot, theme)
    assert tab.nobody.isVisible()
    assert not tab.roles.isVisible()
    tab.close()


@pytest.mark.parametrize(
    ("width", "way"),
    [(1200, QBoxLayout.Direction.LeftToRight), (700, QBoxLayout.Direction.TopToBottom)],
)
def test_that_cards_stand_below_each_other_where_it_is_narrow(tab, width, way):
    tab.resize(width, 700)
    assert {pair.direction() for pair in tab._pairs} == {way}


def test_that_figures_say_what_they_are_to_listeners(tab):
    figures = tab.roles.figures.figures
    said = figures.data(figures.index(1, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "SDR, Salary: 80,000"


def test_that_it_speaks_the_other_language_at_once(tab):
    tab.desk.speak("ru")
    assert tab.roles.figures.figures.data(tab.roles.figures.figures.index(0, 1)) == "80\u00a0000"


def test_that_it_is_painted_in_the_dark(tab, theme):
    theme.use(dark=True)
    shown = tab.grab().toImage()
    theme.use(dark=False)
    assert shown.pixelColor(40, 6).lightness() < 80
