from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from tests.presenters.asking import Answers
from workbench.base.texts import text
from workbench.document.edits.metrics import ChangeMetric
from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk
from workbench.presenters.files import Files
from workbench.presenters.preferences import Preferences
from workbench.presenters.window import window_actions
from workbench.storage.settings import Settings
from workbench.ui.shell.commands import Commands, shortcuts
from workbench.ui.shell.menus import Menus, RecentMenu
from workbench.ui.theme import Theme
from workbench.ui.words import Words


class FakeWindow:
    """What only the window can do, counted."""

    def __init__(self) -> None:
        self.did: list[str] = []

    def close_window(self) -> None:
        self.did.append("close")

    def show_palette(self) -> None:
        self.did.append("palette")

    def show_shortcuts(self) -> None:
        self.did.append("shortcuts")

    def show_about(self) -> None:
        self.did.append("about")

    def toggle_inspector(self) -> None:
        self.did.append("inspector")

    def inspector_is_shown(self) -> bool:
        return "inspector" not in self.did


@pytest.fixture
def owner(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def window() -> FakeWindow:
    return FakeWindow()


@pytest.fixture
def preferences() -> Preferences:
    return Preferences(Settings())


@pytest.fixture
def files(desk: Desk, preferences: Preferences) -> Files:
    return Files(desk, Answers(), preferences, lambda: "")


@pytest.fixture
def commands(desk, files, preferences, window, theme, owner) -> Commands:
    made = Commands(desk, theme)
    made.add(window_actions(desk, files, preferences, window), owner)
    return made


def test_that_undo_names_the_edit_it_takes_back(desk: Desk, commands: Commands) -> None:
    desk.do(ChangeMetric("leads", {"name": "Requests"}, "Лиды"))
    commands.refresh()
    assert commands["edit.undo"].text() == "Undo: Rename “Лиды”"
    assert commands["edit.undo"].isEnabled()


def test_that_undo_is_disabled_when_there_is_nothing_to_undo(commands: Commands) -> None:
    assert not commands["edit.undo"].isEnabled()


def test_that_triggering_an_action_runs_it(commands: Commands, window: FakeWindow) -> None:
    commands["help.about"].trigger()
    assert window.did == ["about"]


def test_that_a_switch_shows_what_is_in_force(commands: Commands) -> None:
    commands["view.theme.dark"].trigger()
    commands.refresh()
    assert commands["view.theme.dark"].isChecked()
    assert not commands["view.theme.system"].isChecked()


def test_that_choosing_a_language_is_remembered(
    commands: Commands, preferences: Preferences
) -> None:
    commands["view.language.ru"].trigger()
    assert preferences.settings.language == "ru"


def test_that_no_two_actions_share_a_shortcut(commands: Commands) -> None:
    keys = [key.toString() for one in commands.all() for key in one.shortcuts()]
    assert len(keys) == len(set(keys))


def test_that_a_standard_shortcut_follows_the_system() -> None:
    assert shortcuts("Undo") == QKeySequence.keyBindings(QKeySequence.StandardKey.Undo)


def test_that_an_ampersand_in_a_name_is_no_mnemonic(desk: Desk, theme: Theme, owner) -> None:
    commands = Commands(desk, theme)
    commands.add([Action("a", text("R&D"), lambda: None)], owner)
    assert commands["a"].text() == "R&&D"


def test_that_menus_speak_the_language_of_the_interface(
    desk: Desk, commands: Commands, words: Words, files: Files, preferences: Preferences, qtbot
) -> None:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    menus = Menus(bar, commands, words, RecentMenu(files, preferences, words, bar))
    menus.fill()
    desk.speak("ru")
    titles = [action.text() for action in bar.actions() if action.isVisible()]
    assert titles == ["Файл", "Правка", "Вид", "Справка"]


def test_that_recent_files_can_be_opened_again(
    desk: Desk, files: Files, preferences: Preferences, words: Words, tmp_path: Path, owner
) -> None:
    path = tmp_path / "client.kpi"
    path.write_bytes((Path(__file__).parents[2] / "cases" / "example.kpi").read_bytes())
    preferences.replace(Settings().with_recent(path).with_recent(tmp_path / "gone.kpi"))
    recent = RecentMenu(files, preferences, words, owner)
    recent.menu.aboutToShow.emit()
    assert [(a.text(), a.isEnabled()) for a in recent.menu.actions()] == [
        ("gone.kpi", False), ("client.kpi", True),
    ]  # fmt: skip
    recent.menu.actions()[1].trigger()
    assert files.document.path == path
