"""The header: menus, what is open, undo and redo, search, language, checks, export."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMenuBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from workbench.base.places import resource
from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.presenters.problems.counts import Counts
from workbench.ui.look import button, label
from workbench.ui.shell.commands import Command
from workbench.ui.shell.counters import ChecksButton
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_ROOMY = 1_200


class Header(QWidget):
    """The top row of the window; it reports wishes and shows what it is told."""

    search_wanted = Signal()
    language_wanted = Signal(str)
    export_wanted = Signal()
    checks_wanted = Signal()

    def __init__(self, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(48)
        self.menu_bar = QMenuBar()
        self.menu_bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._title = label("strong")
        self._file = label("muted")
        self._undo = _tool()
        self._redo = _tool()
        self._search = button()
        self._languages = QButtonGroup(self)
        self._checks = ChecksButton(theme, words)
        self._export = button("primary")
        self._lay_out(words)
        self.show_language(desk.language.code)
        theme.changed.connect(self._colour)

    def show_title(self, title: str, file: str, *, dirty: bool) -> None:
        """Say what is open, with a dot while it is not saved."""
        metrics = self._title.fontMetrics()
        self._title.setText(metrics.elidedText(title, Qt.TextElideMode.ElideRight, 260))
        self._title.setToolTip(title)
        mark = " •" if dirty else ""
        shown = f"· {file}{mark}" if file else mark.strip()
        self._file.setText(
            self._file.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideMiddle, 200)
        )
        self._file.setToolTip(file)

    def show_language(self, code: str) -> None:
        """Mark the language of the interface."""
        for one in self._languages.buttons():
            one.setChecked(one.property("code") == code)

    def show_findings(self, counts: Counts, words: str, *, sure: bool) -> None:
        """Say how much the checks have found, and whether they could look at everything."""
        self._checks.show_counts(counts, words, sure=sure)

    def show_panel(self, *, shown: bool) -> None:
        """Show whether the problems panel is open."""
        self._checks.setChecked(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the numbers of findings say enough."""
        super().resizeEvent(event)
        self._checks.show_caption(shown=event.size().width() >= _ROOMY)

    def show_undo(self, undo: Command, redo: Command) -> None:
        """Put the two actions on their buttons."""
        self._undo.setDefaultAction(undo)
        self._redo.setDefaultAction(redo)
        self._colour()

    def _lay_out(self, words: Words) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(8)
        row.addWidget(_logo())
        row.addWidget(self.menu_bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._title)
        row.addWidget(self._file)
        row.addSpacing(4)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        row.addStretch(1)
        row.addWidget(self._search_button(words))
        row.addStretch(1)
        row.addWidget(self._language_switch(words))
        self._checks.clicked.connect(self.checks_wanted)
        row.addWidget(self._checks)
        words.put(self._export, "setText", text("Export to Excel"))
        words.put(self._export, "setToolTip", text("Make the workbook for the client (Ctrl+E)"))
        self._export.clicked.connect(self.export_wanted)
        row.addWidget(self._export)

    def _search_button(self, words: Words) -> QPushButton:
        words.put(self._search, "setText", text("Find a metric, role or command…   Ctrl K"))
        words.put(self._search, "setAccessibleName", text("Search"))
        self._search.setMinimumWidth(120)
        self._search.setMaximumWidth(320)
        self._search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._search.setProperty("look", "search")
        self._search.clicked.connect(self.search_wanted)
        return self._search

    def _language_switch(self, words: Words) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for code in ("ru", "en"):
            one = button("segment")
            one.setText(code.upper())
            one.setProperty("code", code)
            one.setProperty("side", "first" if code == "ru" else "last")
            one.setCheckable(True)
            words.put(one, "setToolTip", text("Language of the program"))
            self._languages.addButton(one)
            row.addWidget(one)
        self._languages.buttonClicked.connect(self._on_language)
        return box

    def _on_language(self, one: QPushButton) -> None:
        self.language_wanted.emit(one.property("code"))

    def _colour(self) -> None:
        colors = self._theme.colors
        self._undo.setIcon(self._theme.icon("arrow-back-up", colors.text, 18))
        self._redo.setIcon(self._theme.icon("arrow-forward-up", colors.text, 18))
        self._search.setIcon(self._theme.icon("search", colors.faint, 16))


def _tool() -> QToolButton:
    made = QToolButton()
    made.setProperty("look", "button")
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    made.setIconSize(QSize(18, 18))
    made.setFixedSize(34, 30)
    return made


def _logo() -> QLabel:
    made = QLabel()
    pixmap = QPixmap(str(resource("icons", "kpi-workbench.png")))
    pixmap = pixmap.scaled(44, 44, mode=Qt.TransformationMode.SmoothTransformation)
    pixmap.setDevicePixelRatio(2)
    made.setPixmap(pixmap)
    return made
