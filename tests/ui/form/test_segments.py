from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.form.conftest import Place
from workbench.presenters.inspector.rows import Option
from workbench.presenters.inspector.wishes import Added
from workbench.ui.form.segments import Segments

TWO = (Option("a", "One"), Option("b", "R&D"))


@pytest.fixture
def segments(place: Place) -> Segments:
    made = Segments()
    made.show_options(TWO, "a")
    place(made)
    return made


def test_that_a_click_picks(segments: Segments, qtbot: QtBot) -> None:
    with qtbot.waitSignal(segments.picked) as picked:
        spot = segments.tabRect(1).center()
        qtbot.mouseClick(segments, Qt.MouseButton.LeftButton, pos=spot)
    assert picked.args == [Added("", "b")]


def test_that_arrows_and_space_pick(segments: Segments, qtbot: QtBot) -> None:
    qtbot.keyClick(segments, Qt.Key.Key_Right)
    assert segments.currentIndex() == 1
    qtbot.keyClick(segments, Qt.Key.Key_Space)
    assert segments.currentIndex() == 0


def test_that_showing_picks_nothing(segments: Segments, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(segments.picked):
        segments.show_options(TWO, "b")
        segments.show_options(TWO[:1], "a")
        segments.show_options(TWO, "b")


def test_that_words_with_an_ampersand_are_whole(segments: Segments) -> None:
    assert segments.tabText(1) == "R&&D"


def test_that_the_focus_can_be_seen(segments: Segments) -> None:
    segments.clearFocus()
    without = segments.grab().toImage()
    segments.setFocus()
    assert segments.grab().toImage() != without
