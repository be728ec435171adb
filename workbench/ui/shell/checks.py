"""The checks in the window: the panel, and the counts in header, rail and status bar."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbench.base.languages import Language
from workbench.checks.doubt import doubt
from workbench.checks.runner import Report
from workbench.presenters.desk import Desk, Place
from workbench.presenters.problems.counts import counts
from workbench.ui.dialogs.checks_help import ChecksHelp
from workbench.ui.panels.problems.panel import ProblemsPanel
from workbench.ui.shell.checker import Checker
from workbench.ui.shell.header import Header
from workbench.ui.shell.rail import PLACES, Rail
from workbench.ui.shell.status_bar import StatusBar


class Checks(QObject):
    """Opens and closes the panel and keeps the counts; `changed` after either."""

    changed = Signal()
    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        panel: ProblemsPanel,
        header: Header,
        rail: Rail,
        status: StatusBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._header, self._rail, self._status = header, rail, status
        self._checker = Checker(desk.checking, self)
        self._wanted = True
        self.panel = panel
        panel.close_wanted.connect(self._on_close_wanted)
        panel.help_wanted.connect(self.show_checks_help)
        header.checks_wanted.connect(self.toggle_problems)
        desk.checking.updated.connect(self._on_checked)
        desk.language_changed.connect(self._on_language_changed)
        desk.place_changed.connect(self._on_place_changed)
        self._show_counts()

    def show_panel(self, *, shown: bool) -> None:
        """Open or close the panel."""
        self._wanted = shown
        self._arrange()

    def toggle_problems(self) -> None:
        """Open the panel and go there, or close it; the templates have none."""
        if self._desk.place == "templates":
            self._arrange()
            return
        shown = not self.problems_are_shown()
        self.show_panel(shown=shown)
        if shown:
            self.panel.take_focus()

    def problems_are_shown(self) -> bool:
        return self._wanted

    def has_findings(self) -> bool:
        return bool(self._desk.checking.report.findings)

    def step_problems(self, by: int) -> None:
        """Go to the next finding, with the panel open."""
        self.show_panel(shown=True)
        self.panel.presenter.step(by)

    def show_checks_help(self, code: str = "") -> None:
        ChecksHelp(self._desk, self._window, code).open()

    def _arrange(self) -> None:
        """The panel where it is wanted, but not beside the templates, which are no project."""
        shown = self._wanted and self._desk.place != "templates"
        self.panel.setVisible(shown)
        self._header.show_panel(shown=shown)
        self.changed.emit()

    def _show_counts(self) -> None:
        report, say = self._desk.checking.report, self._desk.say
        found = counts(report)
        doubted = doubt(self._desk.forecast)
        words = found.words if doubted is None or report.findings else doubted
        self._header.show_findings(found, say(words), sure=doubted is None)
        self._status.show_findings(found)
        for place, *_ in PLACES:
            there = counts(report, place)
            self._rail.show_findings(place, there, say(there.words))
        self.changed.emit()

    def _on_checked(self, _report: Report) -> None:
        self._show_counts()

    def _on_language_changed(self, _language: Language) -> None:
        self._show_counts()

    def _on_place_changed(self, _place: Place) -> None:
        self._arrange()

    def _on_close_wanted(self) -> None:
        self.show_panel(shown=False)
        self.closed.emit()
