from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.panels.test_metric_inspector import controls, named
from workbench.presenters.desk import Desk
from workbench.ui.form.field_rows import NumberRowWidget
from workbench.ui.form.list_rows import AddRowWidget, ItemRowWidget, PairRowWidget
from workbench.ui.panels.project_inspector import ProjectInspector
from workbench.ui.theme import Theme
from workbench.ui.words import Words


@pytest.fixture
def inspector(qtbot: QtBot, desk: Desk, theme: Theme, words: Words) -> ProjectInspector:
    made = ProjectInspector(desk, theme, words)
    qtbot.addWidget(made)
    made.resize(340, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_that_the_client_is_renamed(inspector: ProjectInspector, desk: Desk, qtbot: QtBot) -> None:
    inspector.form.title.selectAll()
    qtbot.keyClicks(inspector.form.title, "ACME")
    qtbot.keyClick(inspector.form.title, Qt.Key.Key_Return)
    assert desk.project.client.name == "ACME"


def test_that_a_client_without_a_name_is_asked_for_one(
    inspector: ProjectInspector, desk: Desk, qtbot: QtBot
) -> None:
    inspector.form.title.selectAll()
    qtbot.keyClick(inspector.form.title, Qt.Key.Key_Delete)
    qtbot.keyClick(inspector.form.title, Qt.Key.Key_Return)
    assert desk.project.client.name == ""
    assert inspector.form.title.placeholderText() == "Name of the client"


def test_that_a_year_out_of_reach_is_shown_as_it_was(
    inspector: ProjectInspector, desk: Desk, qtbot: QtBot
) -> None:
    start = inspector.form.section("calendar").rows[0]
    assert isinstance(start, PairRowWidget)
    year = start.parts.rows[1]
    assert isinstance(year, NumberRowWidget)
    year.number.setFocus()
    qtbot.keyClicks(year.number, "27")
    qtbot.keyClick(year.number, Qt.Key.Key_Return)
    assert desk.project.calendar.start == "2027-01"
    assert year.number.text() == "2027"


def test_that_phases_are_reordered_by_their_buttons(
    inspector: ProjectInspector, desk: Desk, qtbot: QtBot
) -> None:
    first = inspector.form.section("phases").rows[0]
    assert isinstance(first, ItemRowWidget)
    qtbot.mouseClick(first.down, Qt.MouseButton.LeftButton)
    assert [phase.key for phase in desk.project.phases] == ["deal", "interest", "service"]
    assert [row.key for row in inspector.form.section("phases").rows][:2] == [
        "phase deal",
        "phase interest",
    ]


def test_that_channels_are_typed_one_after_another(
    inspector: ProjectInspector, desk: Desk, qtbot: QtBot
) -> None:
    add = inspector.form.section("channels").rows[-1]
    assert isinstance(add, AddRowWidget)
    qtbot.mouseClick(add.link, Qt.MouseButton.LeftButton)
    for name in ("Mail", "Fair"):
        qtbot.keyClicks(add.field, name)
        qtbot.keyClick(add.field, Qt.Key.Key_Return)
    assert [channel.name for channel in desk.project.channels] == ["Сайт", "Mail", "Fair"]


def test_that_every_control_has_a_name(inspector: ProjectInspector) -> None:
    assert [control for control in controls(inspector) if not named(control)] == []


@pytest.mark.parametrize("code", ["ru", "en"])
def test_that_nothing_is_wider_than_a_narrow_panel(
    inspector: ProjectInspector, desk: Desk, code: str
) -> None:
    desk.speak(code)
    assert inspector.form.content.minimumSizeHint().width() <= 320
