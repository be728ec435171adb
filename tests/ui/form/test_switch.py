from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.form.conftest import Place
from workbench.ui.form.kit import Kit
from workbench.ui.form.switch import Switch


@pytest.fixture
def switch(kit: Kit, place: Place) -> Switch:
    made = Switch(kit.theme)
    place(made)
    return made


@pytest.mark.parametrize(("before", "after"), [(False, True), (True, False), (None, True)])
def test_that_a_click_moves_it(
    switch: Switch, qtbot: QtBot, before: bool | None, after: bool
) -> None:
    switch.show_state(before)
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert switch.isChecked() == after


def test_that_space_moves_it(switch: Switch, qtbot: QtBot) -> None:
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()


def test_that_showing_a_state_is_no_click(switch: Switch, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(switch.clicked):
        for state in (True, None, False):
            switch.show_state(state)


def test_that_its_three_states_look_different(switch: Switch) -> None:
    switch.clearFocus()
    pictures = []
    for state in (True, None, False):
        switch.show_state(state)
        pictures.append(switch.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


def test_that_the_focus_can_be_seen(switch: Switch) -> None:
    switch.clearFocus()
    without = switch.grab().toImage()
    switch.setFocus()
    assert switch.grab().toImage() != without
