from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.form.conftest import Place
from workbench.presenters.inspector.rows import Option
from workbench.presenters.inspector.wishes import Added
from workbench.ui.form.kit import Kit
from workbench.ui.form.pick_button import PickButton
from workbench.ui.form.picker import Picker

Key = Qt.Key
FEW = (Option("a", "Alpha"), Option("b", "Beta", "second"), Option("c", "Счёт"))
MANY = tuple(Option(f"m{n}", f"Metric {n}") for n in range(20))


class Opened:
    """A button with its list open, and what was picked."""

    def __init__(self, button: PickButton, options: tuple[Option, ...], **how: bool) -> None:
        self.button = button
        self.picked: list[str] = []
        button.picked.connect(self.hear)
        button.show_options(options, options[1].id, "nothing", **how)
        button.open_list()

    def hear(self, added: Added) -> None:
        self.picked.append(added.words)

    @property
    def picker(self) -> Picker:
        picker = self.button._picker
        assert picker is not None
        return picker

    def listed(self) -> list[str]:
        found = self.picker.list
        return [found.item(at).text() for at in range(found.count())]


@pytest.fixture
def button(kit: Kit, place: Place) -> Iterator[PickButton]:
    made = PickButton(kit)
    place(made)
    yield made
    if made._picker is not None:
        made._picker.close()


def test_that_the_chosen_option_is_current(button: PickButton) -> None:
    opened = Opened(button, FEW)
    assert opened.picker.list.currentRow() == 1


def test_that_a_short_list_needs_no_search(button: PickButton) -> None:
    assert not Opened(button, FEW).picker.search.isVisible()
    assert Opened(button, MANY).picker.search.isVisible()


def test_that_the_search_finds_anywhere_without_case_and_ye(
    button: PickButton, qtbot: QtBot
) -> None:
    opened = Opened(button, FEW, free=True)
    opened.picker.search.setText("СЧЕТ")
    assert opened.listed() == ["Счёт"]
    opened.picker.search.setText("et")
    assert opened.listed() == ["Beta"]


def test_that_an_option_is_found_by_its_code(button: PickButton) -> None:
    opened = Opened(button, MANY)
    opened.picker.search.setText("m17")
    assert opened.listed() == ["Metric 17"]


def test_that_arrows_in_the_search_walk_through_the_list(button: PickButton, qtbot: QtBot) -> None:
    opened = Opened(button, MANY)
    qtbot.keyClick(opened.picker.search, Key.Key_Down)
    qtbot.keyClick(opened.picker.search, Key.Key_Down)
    qtbot.keyClick(opened.picker.search, Key.Key_Up)
    qtbot.keyClick(opened.picker.search, Key.Key_Return)
    assert opened.picked == ["m2"]


def test_that_walking_stops_at_the_ends(button: PickButton, qtbot: QtBot) -> None:
    opened = Opened(button, FEW)
    for _ in range(5):
        qtbot.keyClick(opened.picker, Key.Key_Down)
    assert opened.picker.list.currentRow() == 2
    for _ in range(5):
        qtbot.keyClick(opened.picker, Key.Key_Up)
    assert opened.picker.list.currentRow() == 0


def test_that_escape_picks_nothing(button: PickButton, qtbot: QtBot) -> None:
    opened = Opened(button, FEW)
    qtbot.keyClick(opened.picker, Key.Key_Escape)
    assert opened.picked == []
    assert not opened.picker.isVisible()


def test_that_what_is_not_there_cannot_be_picked(button: PickButton, qtbot: QtBot) -> None:
    opened = Opened(button, MANY)
    opened.picker.search.setText("nothing like it")
    qtbot.keyClick(opened.picker.search, Key.Key_Return)
    assert opened.picked == []


def test_that_other_words_are_taken_where_they_may_be(button: PickButton, qtbot: QtBot) -> None:
    opened = Opened(button, FEW, free=True)
    opened.picker.search.setText(" something ")
    qtbot.keyClick(opened.picker.search, Key.Key_Return)
    assert opened.picked == ["something"]


def test_that_the_list_opens_again_as_if_for_the_first_time(
    button: PickButton, qtbot: QtBot
) -> None:
    opened = Opened(button, MANY)
    opened.picker.search.setText("17")
    opened.picker.close()
    button.open_list()
    assert opened.picker.search.text() == ""
    assert len(opened.listed()) == 20


def test_that_a_picker_speaks_the_language(button: PickButton, kit: Kit) -> None:
    opened = Opened(button, MANY)
    assert opened.picker.search.placeholderText() == "Find"
    assert opened.picker.list.accessibleName() == "Choices"


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Down, Key.Key_F4, Key.Key_Space])
def test_that_the_list_opens_by_keyboard(button: PickButton, qtbot: QtBot, key: Qt.Key) -> None:
    button.show_options(FEW, "a")
    qtbot.keyClick(button, key)
    assert button._picker is not None
    assert button._picker.isVisible()


def test_that_the_button_shows_what_is_chosen(button: PickButton) -> None:
    button.show_options(FEW, "b")
    assert button.words == "Beta"
    button.show_options(FEW, None, "different")
    assert button.words == "different"
    button.show_options(FEW, "XTS")
    assert button.words == "XTS"


def test_that_words_with_an_ampersand_are_no_shortcut(button: PickButton) -> None:
    button.show_options((Option("rd", "R&D"),), "rd")
    assert button.words == "R&D"
    assert button.shortcut().isEmpty()


def test_that_the_list_stays_on_the_screen(button: PickButton, qtbot: QtBot) -> None:
    window = button.window()
    screen = window.screen().availableGeometry()
    window.move(screen.right() - 60, screen.bottom() - 40)
    QApplication.processEvents()
    opened = Opened(button, MANY)
    assert screen.contains(opened.picker.geometry())
