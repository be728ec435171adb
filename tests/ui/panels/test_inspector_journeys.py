"""Whole jobs in the inspector, as a person does them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.projects import project
from workbench.document.edits.metrics import AddMetric
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.wishes import Chosen
from workbench.ui.form.field_rows import NumberRowWidget
from workbench.ui.form.list_rows import AddRowWidget, ChipsRowWidget
from workbench.ui.form.months_widget import MonthsWidget
from workbench.ui.form.row_widget import RowWidget
from workbench.ui.panels.formula_field import FormulaField
from workbench.ui.panels.metric_inspector import MetricInspector
from workbench.ui.theme import Theme
from workbench.ui.words import Words

Key = Qt.Key
SAME_LINE = 10


class Person:
    """Somebody at the inspector."""

    def __init__(self, inspector: MetricInspector, desk: Desk, qtbot: QtBot) -> None:
        self.inspector = inspector
        self.desk = desk
        self.qtbot = qtbot

    def row(self, section: str, key: str) -> RowWidget:
        return next(r for r in self.inspector.form.section(section).rows if r.key == key)

    def type(self, widget: QWidget, words: str) -> None:
        for sign in words:
            key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
            QApplication.sendEvent(widget, key)

    def enter(self, widget: QWidget) -> None:
        self.qtbot.keyClick(widget, Key.Key_Return)

    def number(self, section: str, key: str, words: str) -> None:
        row = self.row(section, key)
        assert isinstance(row, NumberRowWidget)
        row.number.setFocus()
        self.type(row.number, words)
        self.enter(row.number)

    def formula(self, words: str) -> FormulaField:
        field = self.row("value", "formula")
        assert isinstance(field, FormulaField)
        field.edit.setFocus()
        field.edit.selectAll()
        self.type(field.edit, words)
        return field


@pytest.fixture
def desk() -> Desk:
    """An empty project with two roles."""
    roles = (Role(key="sdr", name="SDR"), Role(key="marketer", name="Маркетолог"))
    return Desk(project(roles=roles, client={"currency": "RUB"}), "ru")


@pytest.fixture
def person(qtbot: QtBot, desk: Desk, theme: Theme, words: Words) -> Person:
    for key, name in (("leads", "Лиды"), ("rate", "Конверсия лид → КЛ"), ("good", "КЛ")):
        desk.do(AddMetric(Metric(key=key, name=name)))
    desk.selection.metrics(["leads"])
    inspector = MetricInspector(desk, theme, words)
    qtbot.addWidget(inspector)
    inspector.resize(340, 900)
    with qtbot.waitActive(inspector):
        inspector.show()
        inspector.activateWindow()
    return Person(inspector, desk, qtbot)


def filled_in(person: Person) -> Project:
    """600 leads of which 80 % are good, by names and numbers that are typed."""
    person.number("value", "value", "600")
    person.desk.selection.metrics(["rate"])
    person.inspector.form.subtitle.click()
    person.inspector.presenter.answer(Chosen("kind", "conversion"))
    person.number("value", "value", "80")
    person.desk.selection.metrics(["good"])
    person.inspector.form.section("value").switch.setCurrentIndex(1)
    field = person.formula("ли")
    person.enter(field.edit)
    person.type(field.edit, " * лид → ")
    person.enter(field.edit)
    person.enter(field.edit)
    return person.desk.project


def test_that_a_small_funnel_is_typed_from_nothing(person: Person) -> None:
    made = filled_in(person)
    assert made.metric("good").formula == "leads * rate"
    assert person.desk.forecast.monthly("good") == pytest.approx(480)


def test_that_everything_typed_can_be_undone_and_done_again(person: Person) -> None:
    start = person.desk.project
    end = filled_in(person)
    steps = 0
    while person.desk.project != start:
        person.desk.session.undo()
        steps += 1
    assert steps == 4
    for _ in range(steps):
        person.desk.session.redo()
    assert person.desk.project == end


def test_that_an_owner_is_appointed_and_gets_a_target_and_standards(person: Person) -> None:
    filled_in(person)
    owner = person.row("responsibility", "owner")
    assert isinstance(owner, ChipsRowWidget)
    owner.add.open_list()
    picker = owner.add._picker
    assert picker is not None
    person.enter(picker)
    person.number("goal", "plan", "560")
    add = person.row("standards", "standard")
    assert isinstance(add, AddRowWidget)
    add.link.click()
    person.type(add.field, "Ответ за 15 минут")
    person.enter(add.field)
    kpi = person.desk.project.kpi_by_place["good", "sdr"]
    assert (kpi.part, kpi.plan, kpi.standards) == ("owner", 560, ("Ответ за 15 минут",))


def test_that_a_season_is_pasted_from_a_table(person: Person) -> None:
    filled_in(person)
    person.desk.selection.metrics(["leads"])
    spread = person.row("value", "spread")
    spread.segments.setCurrentIndex(1)  # type: ignore[attr-defined]
    months = person.row("value", "months")
    assert isinstance(months, MonthsWidget)
    QApplication.clipboard().setText("600\t700\t800")
    months.fields[0].setFocus()
    person.qtbot.keyClick(months.fields[0], Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert person.desk.project.metric("leads").value == (600, 700, 800)
    assert person.desk.forecast.totals["good"] == pytest.approx(1680)


def test_that_a_mistake_is_mended_by_its_link(person: Person) -> None:
    filled_in(person)
    field = person.formula("Лидды * 2")
    field._look()
    field.popup.hide()
    field.mend.click()
    person.enter(field.edit)
    assert person.desk.project.metric("good").formula == "leads * 2"


def test_that_tab_reaches_every_field_and_comes_back(person: Person) -> None:
    filled_in(person)
    first = person.inspector.form.title
    first.setFocus()
    seen: list[QWidget] = []
    for _ in range(80):
        here = QApplication.focusWidget()
        assert here is not None
        if seen and here is first:
            break
        seen.append(here)
        person.qtbot.keyClick(here, Key.Key_Tab)
    assert len(seen) == len(set(seen))
    content = person.inspector.form.content
    tops = [here.mapTo(content, here.rect().center()).y() for here in seen]
    assert all(after > before - SAME_LINE for before, after in pairwise(tops))
