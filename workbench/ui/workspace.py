"""What the window is filled with: header, rail, work place, inspector, status bar."""

from __future__ import annotations

import sys

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget
from shiboken6 import isValid

from workbench.base.languages import Language
from workbench.presenters.actions import Action
from workbench.presenters.actuals.place import READ
from workbench.presenters.calculation import Update
from workbench.presenters.desk import Desk, Notice, Place
from workbench.presenters.files import Document, Files
from workbench.presenters.palette import Palette
from workbench.presenters.preferences import Preferences
from workbench.presenters.problems.commands import problem_actions
from workbench.presenters.status import status
from workbench.presenters.window import window_actions
from workbench.ui.dialogs.about import About, Shortcuts
from workbench.ui.main_window import MainWindow
from workbench.ui.panels.problems.panel import ProblemsPanel
from workbench.ui.shell.checks import Checks
from workbench.ui.shell.commands import Commands
from workbench.ui.shell.forms import Forms
from workbench.ui.shell.furniture import inspector_makers, place_makers
from workbench.ui.shell.header import Header
from workbench.ui.shell.menus import Menus, RecentMenu
from workbench.ui.shell.notice_bar import NoticeBar
from workbench.ui.shell.palette_popup import PalettePopup
from workbench.ui.shell.places import Inspectors, Places
from workbench.ui.shell.rail import Rail
from workbench.ui.shell.returning import ReturnDesk
from workbench.ui.shell.status_bar import StatusBar
from workbench.ui.theme import Theme
from workbench.ui.words import Words
from workbench.ui.worker import Worker

_RECOVERY_AFTER = 2_000
_WITH_INSPECTOR: tuple[Place, ...] = ("funnel", "roles")


class Workspace(QWidget):
    """Puts the pieces together and passes news on; it decides nothing about KPIs."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        files: Files,
        preferences: Preferences,
        theme: Theme,
    ) -> None:
        super().__init__()
        self._window = window
        self._desk = desk
        self._files = files
        self._preferences = preferences
        self._theme = theme
        self._words = Words(desk)
        self._commands = Commands(desk, theme)
        self._header = Header(desk, theme, self._words)
        self._rail = Rail(desk, theme, self._words)
        self._status = StatusBar(desk, theme, self._words)
        self._places = Places(desk, place_makers(desk, theme, self._words, files, preferences))
        self._inspectors = Inspectors(desk, inspector_makers(desk, theme, self._words))
        panel = ProblemsPanel(desk, theme, self._words)
        self._checks = Checks(desk, panel, self._header, self._rail, self._status, self)
        self._returns = ReturnDesk(desk, theme, self._words, preferences, self)
        self._middle = QSplitter(Qt.Orientation.Vertical)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._notices = NoticeBar(self)
        self._palette = PalettePopup(self._palette_presenter(), self._words, window)
        self._recovery = QTimer(self)
        self._set_up_actions()
        self._connect()
        self._restore()

    def furnish(self) -> None:
        """Make the open place; the other places follow when the program is idle."""
        self._inspectors.show_selected(self._desk.selection.selected)
        self._desk.go("funnel")
        self._places.show_place(self._desk.place)
        self._show_status()
        QTimer.singleShot(200, self._furnish_rest)

    def close_window(self) -> None:
        self._window.close()

    def show_palette(self) -> None:
        self._palette.open_over()

    def show_shortcuts(self) -> None:
        self._commands.refresh()
        Shortcuts(self._desk, self._commands.all(), self).open()

    def show_about(self) -> None:
        About(self._desk, self).open()

    def toggle_inspector(self) -> None:
        self._inspectors.setVisible(not self._inspectors.isVisible())

    def inspector_is_shown(self) -> bool:
        return self._inspectors.isVisibleTo(self)

    def may_close(self) -> bool:
        """Ask about unsaved work; remember the window when it may go."""
        if not self._files.may_close():
            return False
        self._remember()
        return True

    def _lay_out(self) -> None:
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._splitter, 1)
        self._middle.addWidget(self._places)
        self._middle.addWidget(self._checks.panel)
        self._middle.setStretchFactor(0, 1)
        self._middle.setChildrenCollapsible(False)
        self._middle.setSizes([600, 215])
        self._splitter.addWidget(self._middle)
        self._splitter.addWidget(self._inspectors)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setCollapsible(0, False)
        self._splitter.setSizes([1000, 340])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self._header)
        column.addWidget(body, 1)
        column.addWidget(self._status)

    def _set_up_actions(self) -> None:
        actions = window_actions(self._desk, self._files, self._preferences, self)
        self._commands.add(actions, self)
        self._commands.add(problem_actions(self._checks, self._checks.has_findings), self)
        self._commands.add([self._returns.returning.record], self)
        self._forms = Forms(self._desk, self._preferences, self)
        self._commands.add(self._forms.records, self)
        bar = self._header.menu_bar
        if sys.platform == "darwin":
            self._window.setMenuBar(bar)
        recent = RecentMenu(self._files, self._preferences, self._words, bar)
        self._menus = Menus(bar, self._commands, self._words, recent)
        self._menus.fill()
        self._header.show_undo(self._commands["edit.undo"], self._commands["edit.redo"])

    def _connect(self) -> None:
        desk = self._desk
        desk.calculation.updated.connect(self._on_updated)
        desk.noticed.connect(self._on_noticed)
        desk.settling.connect(self._on_settling)
        desk.visit_wanted.connect(self._on_visit_wanted)
        desk.language_changed.connect(self._on_language_changed)
        desk.place_changed.connect(self._on_place_changed)
        self._files.changed.connect(self._on_file_changed)
        self._rail.chosen.connect(desk.go)
        self._header.search_wanted.connect(self.show_palette)
        self._header.language_wanted.connect(self._on_language_wanted)
        self._header.export_wanted.connect(self._on_export_wanted)
        self._checks.changed.connect(self._commands.refresh)
        self._forms.idle.connect(self._commands.refresh)
        self._listen_to_workers(self)
        self._checks.closed.connect(self._on_problems_closed)
        self._places.made.connect(self._on_place_made)
        self._recovery.setSingleShot(True)
        self._recovery.setInterval(_RECOVERY_AFTER)
        self._recovery.timeout.connect(self._on_recovery_due)
        self._on_file_changed(self._files.document)

    def _furnish_rest(self) -> None:
        for place in ("roles", "plan", "sheets", "actuals", "templates"):
            self._places.get(place)

    def _palette_presenter(self) -> Palette:
        return Palette(self._desk, self._records)

    def _records(self) -> list:  # type: ignore[type-arg]
        return [command.record for command in self._commands.all()]

    def _on_visit_wanted(self, key: str) -> None:
        self._desk.go("funnel")
        self._places.get("funnel").go_to(key)  # type: ignore[attr-defined]

    def _on_place_made(self, place: str) -> None:
        widget = self._places.get(place)  # type: ignore[arg-type]
        self._add_records(self._places.actions_of(place), widget)
        self._listen_to_workers(widget)
        state = self._preferences.settings.windows.get(place)
        if state is not None:
            widget.restore(state)  # type: ignore[attr-defined]
        grown = getattr(widget, "grown", None)
        if grown is not None:
            grown.connect(self._on_place_grown)
        inspected = getattr(widget, "inspected", None)
        if inspected is not None:
            inspected.connect(self._inspectors.setVisible)
        reading = getattr(widget, "reading_wanted", None)
        if reading is not None and READ in self._commands:
            reading.connect(self._on_reading_wanted)
            widget.offer_reading()  # type: ignore[attr-defined]
        zoomed = getattr(widget, "zoomed", None)
        if zoomed is not None:
            zoomed.connect(self._on_zoomed)

    def _listen_to_workers(self, widget: QWidget) -> None:
        """An action that was not free while something worked is asked anew when it has ended."""
        for worker in widget.findChildren(Worker):
            worker.idle.connect(self._commands.refresh)

    def _on_place_grown(self, records: object) -> None:
        """Take over the actions of a part that a place has just made."""
        place = self.sender()
        assert isinstance(records, tuple)
        self._add_records(records, place if isinstance(place, QWidget) else self)

    def _add_records(self, records: tuple[Action, ...], widget: QWidget) -> None:
        for record in records:
            self._commands.add([record], self if record.wide else widget)
        self._menus.fill()

    def _on_updated(self, _update: Update) -> None:
        self._show_status()
        if self._desk.session.is_dirty and not self._recovery.isActive():
            self._recovery.start()

    def _on_problems_closed(self) -> None:
        self._places.get(self._desk.place).setFocus()

    def _on_recovery_due(self) -> None:
        self._files.store_recovery()

    def _on_settling(self) -> None:
        """Take the keyboard from the field in use for a moment, so that it hands over."""
        field: QWidget | None = self.focusWidget()
        if field is not None and field.hasFocus():
            field.clearFocus()
            if isValid(field) and field.isVisible():
                field.setFocus()

    def _on_noticed(self, notice: Notice) -> None:
        self._notices.show_notice(notice, self._desk.say(notice.message))

    def _on_language_wanted(self, code: str) -> None:
        self._preferences.change(language=code)

    def _on_language_changed(self, language: Language) -> None:
        self._header.show_language(language.code)
        self._on_file_changed(self._files.document)
        self._show_status()

    def _on_place_changed(self, place: Place) -> None:
        self._inspectors.setVisible(place in _WITH_INSPECTOR)
        self._status.show_zoom("")
        self._commands.refresh()

    def _on_export_wanted(self) -> None:
        self._desk.go("sheets")
        self._commands["export.workbook"].trigger()

    def _on_reading_wanted(self) -> None:
        self._commands[READ].trigger()

    def _on_zoomed(self, zoom: object) -> None:
        if self._desk.place == "funnel":
            self._status.show_zoom(str(zoom))

    def _on_file_changed(self, document: Document) -> None:
        title, dirty = self._desk.say(self._files.title), self._files.is_dirty
        self._header.show_title(title, document.name, dirty=dirty)
        self._status.show_saved(self._desk.say(self._files.status), dirty=dirty)
        self._window.setWindowTitle(f"{document.name or title}[*] — KPI Workbench")
        self._window.setWindowModified(dirty)
        self._window.setWindowFilePath(str(document.path) if document.path else "")
        self._commands.refresh()

    def _show_status(self) -> None:
        self._status.show_status(status(self._desk))

    def _remember(self) -> None:
        geometry = bytes(self._window.saveGeometry().toBase64().data()).decode()
        windows = {
            **self._preferences.settings.windows,
            **self._places.states(),
            "main": geometry,
            "splitter": _state(self._splitter),
            "middle": _state(self._middle),
            "problems": "shown" if self._checks.problems_are_shown() else "hidden",
        }
        self._preferences.change(windows=windows)

    def _restore(self) -> None:
        windows = self._preferences.settings.windows
        for name, splitter in (("splitter", self._splitter), ("middle", self._middle)):
            if name in windows:
                splitter.restoreState(QByteArray.fromBase64(windows[name].encode()))
        self._checks.show_panel(shown=windows.get("problems", "shown") == "shown")


def _state(splitter: QSplitter) -> str:
    return bytes(splitter.saveState().toBase64().data()).decode()
