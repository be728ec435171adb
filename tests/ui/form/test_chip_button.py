from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.ui.form.conftest import Place
from workbench.presenters.inspector.rows import Chip
from workbench.presenters.inspector.wishes import Removed
from workbench.ui.form.chip_button import ChipButton
from workbench.ui.form.kit import Kit
from workbench.ui.theme import tint

SDR = Chip("sdr", "SDR", color="#2A9FD6", tip="Weight 40%", removable=True)


@pytest.fixture
def chip(kit: Kit, place: Place) -> ChipButton:
    made = ChipButton(kit.theme)
    made.show_chip(SDR)
    place(made)
    return made


def middle(chip: ChipButton) -> QColor:
    """The colour between the words and the right edge."""
    picture = chip.grab().toImage()
    return picture.pixelColor(picture.width() - 7, picture.height() // 2)


def test_that_a_chip_says_what_it_is(chip: ChipButton) -> None:
    assert chip.accessibleName() == "SDR"
    assert chip.toolTip() == chip.accessibleDescription() == "Weight 40%"


def test_that_a_chip_has_the_colour_of_its_role(chip: ChipButton, kit: Kit) -> None:
    assert middle(chip).name() == tint("#2A9FD6", kit.theme.colors)


def test_that_a_helper_is_not_filled(chip: ChipButton) -> None:
    chip.show_chip(Chip("m", "Маркетолог", color="#D1492E", dashed=True))
    assert middle(chip).name() in ("#ffffff", "#f4f5f7")


def test_that_a_chip_follows_the_look(chip: ChipButton, kit: Kit) -> None:
    kit.theme.use(dark=True)
    dark = middle(chip).name()
    kit.theme.use(dark=False)
    assert dark != middle(chip).name()


def test_that_a_longer_chip_is_wider_up_to_a_limit(chip: ChipButton) -> None:
    narrow = chip.sizeHint().width()
    chip.show_chip(Chip("a", "A much longer name"))
    wider = chip.sizeHint().width()
    chip.show_chip(Chip("a", "A much longer name " * 20))
    assert narrow < wider < chip.sizeHint().width() <= 270


def test_that_an_icon_takes_room(chip: ChipButton) -> None:
    chip.show_chip(Chip("a", "A"))
    plain = chip.sizeHint().width()
    chip.show_chip(Chip("a", "A", icon="bolt"))
    assert chip.sizeHint().width() > plain


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_that_a_chip_is_followed_by_keyboard(chip: ChipButton, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(chip.clicked):
        qtbot.keyClick(chip, key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_that_a_chip_is_taken_away_by_keyboard(chip: ChipButton, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(chip.removed) as removed:
        qtbot.keyClick(chip, key)
    assert removed.args == [Removed("", "sdr")]


def click(chip: ChipButton, qtbot: QtBot, x: int) -> None:
    spot = QPoint(x, chip.height() // 2)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=spot)


def test_that_the_cross_takes_away_and_the_rest_is_followed(chip: ChipButton, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chip.removed), qtbot.assertNotEmitted(chip.clicked):
        click(chip, qtbot, chip.width() - 8)
    with qtbot.waitSignal(chip.clicked), qtbot.assertNotEmitted(chip.removed):
        click(chip, qtbot, 10)


def test_that_the_end_of_a_chip_that_must_stay_is_followed(chip: ChipButton, qtbot: QtBot) -> None:
    chip.show_chip(Chip("sdr", "SDR"))
    with qtbot.waitSignal(chip.clicked):
        click(chip, qtbot, chip.width() - 8)


def test_that_a_chip_that_must_stay_stays(chip: ChipButton, qtbot: QtBot) -> None:
    chip.show_chip(Chip("sdr", "SDR"))
    with qtbot.assertNotEmitted(chip.removed):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
