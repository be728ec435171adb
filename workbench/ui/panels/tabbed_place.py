"""What the work places with tabs have in common: a head, the tabs, and what is open below."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from workbench.base.languages import Language
from workbench.base.texts import Text
from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import Option
from workbench.presenters.inspector.wishes import Added
from workbench.ui.form.segments import Segments
from workbench.ui.panels.tab import Tab

Make = Callable[[], Tab]


class TabbedPlace(QWidget):
    """Tabs are made when they are first opened; `grown` brings the actions of a new one.

    `inspected` tells whether the inspector has something to do beside the tab that is open.
    """

    grown = Signal(object)
    inspected = Signal(bool)

    def __init__(
        self,
        desk: Desk,
        titles: Mapping[str, Text],
        makers: Mapping[str, Make],
        beside_inspector: Container[str],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._titles = titles
        self._makers = makers
        self._beside_inspector = beside_inspector
        self._made: dict[str, Tab] = {}
        self._open = ""
        self._segments, self._stack = Segments(), QStackedWidget()
        self._segments.picked.connect(self._on_tab_picked)
        desk.language_changed.connect(self._on_language_changed)

    @property
    def state(self) -> str:
        """The tab that is open, to be opened again the next time."""
        return self._open

    def restore(self, state: str) -> None:
        """Open the tab of the last time, where there still is such a tab."""
        if state in self._titles:
            self.open_tab(state)

    def actions_of_tabs(self) -> tuple[Action, ...]:
        """The actions of the tabs that are made."""
        return tuple(action for tab in self._made.values() for action in tab.records)

    def open_tab(self, name: str) -> None:
        """Open a tab, making it if need be, and give it the keyboard."""
        tab = self.tab(name)
        self._show_tabs(name)
        self._stack.setCurrentWidget(tab)
        self.setFocusProxy(tab)
        self._open = name
        if self.isVisible():
            self.inspected.emit(name in self._beside_inspector)
            tab.setFocus()

    def tab(self, name: str) -> Tab:
        """The widget of a tab."""
        if name not in self._made:
            tab = self._makers[name]()
            self._made[name] = tab
            self._stack.addWidget(tab)
            self.grown.emit(tab.records)
        return self._made[name]

    def showEvent(self, event: QShowEvent) -> None:
        """Tell whether the inspector is of use here."""
        super().showEvent(event)
        self.inspected.emit(self._open in self._beside_inspector)

    def lay_out(self, head: QLayout, *beside_tabs: QWidget) -> None:
        """Put a head above the tabs, and some widgets to the right of them."""
        tabs = QHBoxLayout()
        tabs.setSpacing(8)
        tabs.addWidget(self._segments)
        tabs.addStretch()
        for widget in beside_tabs:
            tabs.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(tabs)
        column.addWidget(self._stack, 1)

    def _show_tabs(self, chosen: str) -> None:
        options = tuple(Option(name, self._desk.say(words)) for name, words in self._titles.items())
        self._segments.show_options(options, chosen)

    def _on_tab_picked(self, picked: Added) -> None:
        if picked.words:
            self.open_tab(picked.words)

    def _on_language_changed(self, _language: Language) -> None:
        self._show_tabs(self._open)
