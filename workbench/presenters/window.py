"""The actions of the window itself: files, undo, places, look, language, help."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol, get_args

from workbench.base.texts import Text, text
from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk, Place
from workbench.presenters.files import Files
from workbench.presenters.preferences import Preferences
from workbench.storage.settings import Theme

_PLACES: dict[Place, Text] = {
    "funnel": text("Go to the funnel"),
    "roles": text("Go to the roles"),
    "plan": text("Go to the plan"),
    "sheets": text("Go to the sheets"),
    "actuals": text("Go to the actuals"),
    "templates": text("Go to the templates"),
}
_THEMES: dict[Theme, Text] = {
    "system": text("Look of the system"),
    "light": text("Light"),
    "dark": text("Dark"),
}
_LANGUAGES = {"ru": text("Русский"), "en": text("English")}


class Window(Protocol):
    """What only the window can do."""

    def close_window(self) -> None: ...
    def show_palette(self) -> None: ...
    def show_shortcuts(self) -> None: ...
    def show_about(self) -> None: ...
    def toggle_inspector(self) -> None: ...
    def inspector_is_shown(self) -> bool: ...


def window_actions(
    desk: Desk, files: Files, preferences: Preferences, window: Window
) -> tuple[Action, ...]:
    """Every action that does not belong to one place."""
    return (
        *_file_actions(desk, files, window),
        *_edit_actions(desk, window),
        *_place_actions(desk),
        *_look_actions(preferences, window),
        *_language_actions(desk, preferences),
        Action("help.shortcuts", text("Keyboard shortcuts"), window.show_shortcuts,
               icon="keyboard", menu="help", shortcut="F1"),
        Action("help.about", text("About KPI Workbench"), window.show_about,
               icon="info-circle", menu="help"),
    )  # fmt: skip


def _file_actions(desk: Desk, files: Files, window: Window) -> tuple[Action, ...]:
    def save() -> None:
        files.save()

    def save_as() -> None:
        files.save_as()

    to_templates: Callable[[], None] = partial(desk.go, "templates")
    return (
        Action("file.new", text("New from a template…"), to_templates,
               shortcut="New", icon="file-plus", menu="file"),
        Action("file.new_empty", text("New empty project"), files.start_empty,
               shortcut="Ctrl+Shift+N", icon="file", menu="file"),
        Action("file.open", text("Open…"), files.open,
               shortcut="Open", icon="folder-open", menu="file"),
        Action("file.save", text("Save"), save,
               shortcut="Save", icon="device-floppy", menu="file", group=1),
        Action("file.save_as", text("Save as…"), save_as,
               shortcut="Ctrl+Shift+S", menu="file", group=1),
        Action("file.quit", text("Quit"), window.close_window,
               shortcut="Ctrl+Q", menu="file", group=9),
    )  # fmt: skip


def _edit_actions(desk: Desk, window: Window) -> tuple[Action, ...]:
    def undo_text() -> Text:
        title = desk.session.history.undo_title
        return text("Undo") if title is None else text("Undo: {edit}", edit=title)

    def redo_text() -> Text:
        title = desk.session.history.redo_title
        return text("Redo") if title is None else text("Redo: {edit}", edit=title)

    return (
        Action("edit.undo", undo_text, desk.session.undo,
               lambda: bool(desk.session.history.done),
               shortcut="Undo", icon="arrow-back-up", menu="edit", name=text("Undo")),
        Action("edit.redo", redo_text, desk.session.redo,
               lambda: bool(desk.session.history.undone),
               shortcut="Redo", icon="arrow-forward-up", menu="edit", name=text("Redo")),
        Action("edit.find", text("Find a metric, role or command"), window.show_palette,
               shortcut="Ctrl+K", icon="search", menu="edit", group=5),
    )  # fmt: skip


def _place_actions(desk: Desk) -> tuple[Action, ...]:
    return tuple(
        Action(f"view.{place}", _PLACES[place], partial(desk.go, place),
               shortcut=f"Ctrl+{number}", menu="view")
        for number, place in enumerate(get_args(Place), start=1)
    )  # fmt: skip


def _look_actions(preferences: Preferences, window: Window) -> tuple[Action, ...]:
    def is_on(theme: Theme) -> bool:
        return preferences.settings.theme == theme

    looks = tuple(
        Action(f"view.theme.{theme}", name, partial(preferences.change, theme=theme),
               menu="view", checked=partial(is_on, theme), group=6)
        for theme, name in _THEMES.items()
    )  # fmt: skip
    inspector = Action("view.inspector", text("Inspector"), window.toggle_inspector,
                       shortcut="Ctrl+I", menu="view",
                       checked=window.inspector_is_shown, group=5)  # fmt: skip
    return (inspector, *looks)


def _language_actions(desk: Desk, preferences: Preferences) -> tuple[Action, ...]:
    def is_on(code: str) -> bool:
        return desk.language.code == code

    return tuple(
        Action(f"view.language.{code}", name, partial(preferences.change, language=code),
               menu="view", checked=partial(is_on, code), group=7)
        for code, name in _LANGUAGES.items()
    )  # fmt: skip
