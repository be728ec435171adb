"""The switch between the base and the scenarios."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QToolButton, QWidget

from workbench.base.texts import text
from workbench.presenters.plan.scenarios import Scenarios, Switch
from workbench.ui.fields import TextEntry, TextField
from workbench.ui.theme import Theme, icon_size
from workbench.ui.words import Words

_LEAST_FIELD = 150
_LONGEST = 26


class ScenarioTabs(QWidget):
    """Tabs, a name field that opens over the chosen one, and a plus."""

    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._scenarios: Scenarios | None = None
        self._showing = False
        self._bar = _Bar()
        self._add = QToolButton()
        self._name = NameField(self)
        self._name.hide()
        self._add.setProperty("look", "button")
        self._add.setIconSize(icon_size(16))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._bar)
        row.addWidget(self._add)
        row.addStretch()
        words.put(self._bar, "setAccessibleName", text("Scenario"))
        words.put(self._name, "setAccessibleName", text("Name of the scenario"))
        words.put(self._add, "setAccessibleName", text("New scenario"))
        words.put(
            self._add, "setToolTip", text("New scenario: a copy of what is shown, to be changed")
        )
        self._connect()
        self._colour()

    def serve(self, scenarios: Scenarios) -> None:
        """Tell a presenter which scenario is wanted."""
        self._scenarios = scenarios

    def show_switch(self, switch: Switch) -> None:
        """Show the base and the scenarios."""
        self._showing = True
        self._name.hide()
        while self._bar.count() > len(switch.tabs):
            self._bar.removeTab(self._bar.count() - 1)
        while self._bar.count() < len(switch.tabs):
            self._bar.addTab("")
        for at, tab in enumerate(switch.tabs):
            self._bar.setTabText(at, _short(tab.name).replace("&", "&&"))
            self._bar.setTabToolTip(at, tab.name)
            self._bar.setTabData(at, tab.key)
        self._bar.setCurrentIndex(switch.chosen)
        self._showing = False

    def rename(self) -> None:
        """Open the name of the chosen scenario; the base has none."""
        at = self._bar.currentIndex()
        if self._bar.tabData(at) is None:
            return
        self._row.activate()  # a tab that was just added has its place only then
        rect = self._bar.tabRect(at).intersected(self._bar.rect())
        rect.moveTopLeft(self._bar.mapTo(self, rect.topLeft()))
        rect.setWidth(max(rect.width(), _LEAST_FIELD))
        self._name.setGeometry(rect)
        self._name.raise_()
        self._name.show_text(self._bar.tabToolTip(at))
        self._name.show()
        self._name.selectAll()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self._bar.currentChanged.connect(self._on_chosen)
        self._bar.rename_wanted.connect(self.rename)
        self._bar.menu_wanted.connect(self.menu_wanted)
        self._add.clicked.connect(self._on_add)
        self._name.committed.connect(self._on_named)
        self._name.left.connect(self._name.hide)
        self._theme.changed.connect(self._colour)

    def _on_chosen(self, at: int) -> None:
        if not self._showing and self._scenarios is not None and at >= 0:
            self._scenarios.choose(self._bar.tabData(at))

    def _on_add(self) -> None:
        if self._scenarios is not None:
            self._scenarios.add()
            self.rename()

    def _on_named(self, entry: TextEntry) -> None:
        if self._scenarios is not None:
            self._scenarios.rename(entry.text)

    def _colour(self) -> None:
        self._add.setIcon(self._theme.icon("plus", self._theme.colors.text, 16))


class _Bar(QTabBar):
    """Says when a name is to be changed: double click or F2."""

    rename_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "segment")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename the scenario under the pointer."""
        if self.tabAt(event.position().toPoint()) == self.currentIndex():
            self.rename_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 renames, arrows move as in every tab bar."""
        if event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Choose the tab under the pointer and offer what can be done with it."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            below = self.tabRect(self.currentIndex()).bottomLeft()
            self.menu_wanted.emit(self.mapToGlobal(below))
            return
        at = self.tabAt(event.pos())
        if at >= 0:
            self.setCurrentIndex(at)
        self.menu_wanted.emit(event.globalPos())


class NameField(TextField):
    """A name that is gone as soon as it is entered, left or given up."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(200)
        self.editingFinished.connect(self.left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives the new name up."""
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            event.accept()


def _short(name: str) -> str:
    """A name that leaves room for others; the whole one is in the tool tip and in its field."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
