from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from workbench.document.edits.metrics import ChangeMetric
from workbench.presenters.desk import Desk
from workbench.ui.form.field_rows import NumberRowWidget, SwitchRowWidget
from workbench.ui.form.list_rows import ChipsRowWidget
from workbench.ui.form.row_widget import RowWidget
from workbench.ui.panels.metric_inspector import MetricInspector
from workbench.ui.theme import Theme
from workbench.ui.words import Words


@pytest.fixture
def inspector(qtbot: QtBot, desk: Desk, theme: Theme, words: Words) -> MetricInspector:
    desk.selection.metrics(["cr_qualified"])
    made = MetricInspector(desk, theme, words)
    qtbot.addWidget(made)
    made.resize(340, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def row(inspector: MetricInspector, section: str, key: str) -> RowWidget:
    return next(row for row in inspector.form.section(section).rows if row.key == key)


def test_that_a_value_is_typed_and_everything_follows(
    inspector: MetricInspector, desk: Desk, qtbot: QtBot
) -> None:
    widget = row(inspector, "value", "value")
    assert isinstance(widget, NumberRowWidget)
    widget.number.setFocus()
    qtbot.keyClicks(widget.number, "90")
    qtbot.keyClick(widget.number, Qt.Key.Key_Return)
    assert desk.forecast.totals["qualified"] == pytest.approx(7020 * 0.9)


def test_that_what_is_typed_goes_to_the_metric_it_was_typed_for(
    inspector: MetricInspector, desk: Desk, qtbot: QtBot
) -> None:
    widget = row(inspector, "value", "value")
    assert isinstance(widget, NumberRowWidget)
    widget.number.setFocus()
    qtbot.keyClicks(widget.number, "90")
    desk.selection.metrics(["cr_meeting"])
    assert desk.project.metric("cr_qualified").value == 0.9
    assert desk.project.metric("cr_meeting").value == 0.35
    assert widget.number.text().startswith("35")


def test_that_what_cannot_be_read_does_not_follow_to_another_metric(
    inspector: MetricInspector, desk: Desk, qtbot: QtBot
) -> None:
    widget = row(inspector, "value", "value")
    assert isinstance(widget, NumberRowWidget)
    widget.number.setFocus()
    qtbot.keyClicks(widget.number, "many")
    desk.selection.metrics(["cr_meeting"])
    assert widget.number.text() == "35\u00a0%"
    assert desk.project.metric("cr_qualified").value == 0.8


def test_that_a_role_leads_to_its_kpi(inspector: MetricInspector, desk: Desk, qtbot: QtBot) -> None:
    chips = row(inspector, "responsibility", "owner")
    assert isinstance(chips, ChipsRowWidget)
    qtbot.mouseClick(chips.chips[0], Qt.MouseButton.LeftButton)
    assert desk.selection.selected.cell == ("cr_qualified", "sdr")


def test_that_the_switch_changes_what_is_asked(inspector: MetricInspector, qtbot: QtBot) -> None:
    switch = row(inspector, "influence", "direct")
    assert isinstance(switch, SwitchRowWidget)
    qtbot.mouseClick(switch.switch, Qt.MouseButton.LeftButton)
    assert [r.key for r in inspector.form.section("influence").rows] == ["direct", "given"]


def test_that_undo_is_shown(inspector: MetricInspector, desk: Desk) -> None:
    desk.do(ChangeMetric("cr_qualified", {"value": 0.5}))
    desk.session.undo()
    widget = row(inspector, "value", "value")
    assert isinstance(widget, NumberRowWidget)
    assert widget.number.text() == "80%"


def test_that_it_speaks_the_language_of_the_interface(
    inspector: MetricInspector, desk: Desk
) -> None:
    widget = row(inspector, "value", "value")
    assert isinstance(widget, NumberRowWidget)
    desk.speak("ru")
    assert widget.number.text() == "80\u00a0%"


def test_that_several_metrics_are_shown_as_several(inspector: MetricInspector, desk: Desk) -> None:
    desk.selection.metrics(["leads", "visits"])
    assert inspector.form.heading.isVisible()
    assert inspector.form.heading.text() == "2 metrics selected"
    assert not inspector.form.title.isVisible()


@pytest.mark.parametrize("metric", ["cr_qualified", "visits", "revenue", "clients", "churn"])
def test_that_every_control_has_a_name(inspector: MetricInspector, desk: Desk, metric: str) -> None:
    desk.selection.metrics([metric])
    inspector.form.subtitle.click()
    nameless = [control for control in controls(inspector) if not named(control)]
    assert nameless == []


@pytest.mark.parametrize("dark", [False, True])
def test_that_it_is_painted_in_both_looks(
    inspector: MetricInspector, desk: Desk, theme: Theme, dark: bool
) -> None:
    theme.use(dark=dark)
    desk.selection.metrics(["qualified"])
    surface = inspector.grab().toImage().pixelColor(2, 2).name()
    theme.use(dark=False)
    assert surface == ("#1c2029" if dark else "#ffffff")


@pytest.mark.parametrize("code", ["ru", "en"])
def test_that_nothing_is_wider_than_a_narrow_panel(
    inspector: MetricInspector, desk: Desk, code: str
) -> None:
    desk.speak(code)
    for metric in desk.project.metrics:
        desk.selection.metrics([metric.key])
        assert inspector.form.content.minimumSizeHint().width() <= 320, metric.name


def controls(inside: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QTabBar)
    found = [child for child in inside.findChildren(QWidget) if isinstance(child, kinds)]
    nobody = Qt.FocusPolicy.NoFocus
    return [c for c in found if c.isVisible() and c.isEnabled() and c.focusPolicy() != nobody]


def named(control: QWidget) -> bool:
    words = control.text() if isinstance(control, QAbstractButton) else ""
    return bool(control.accessibleName() or words)
