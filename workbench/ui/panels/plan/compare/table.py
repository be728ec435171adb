"""Names stay in sight while the scenarios move beside them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy

from workbench.base.texts import text
from workbench.presenters.inspector.wishes import Added
from workbench.presenters.plan.compare.table import CompareTable
from workbench.ui.panels.cells.linked_bar import LinkedBar
from workbench.ui.panels.plan.facts import HEADER, ROW, FactsTable
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_NAMES, _LEAST_NAMES = 0.42, 220


class Numbers(FactsTable):
    """A click on a head, or Enter below it, chooses the scenario."""

    chosen = Signal(Added)
    menu_wanted = Signal(Added, QPoint)
    copy_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, scrolls=True)
        self.hide_bars(vertical=True, horizontal=True)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.sectionClicked.connect(self._on_head)
        header.customContextMenuRequested.connect(self._on_head_menu)
        self.doubleClicked.connect(self._on_double_clicked)

    def key_at(self, column: int) -> str | None:
        """The scenario of a column."""
        inside = 0 <= column < self.facts.columnCount()
        return self.facts.head(column).key if inside else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_head(self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the scenario under the pointer, or of that with the cursor."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self._ask(index.column(), place)
        else:
            self._ask(self.columnAt(event.pos().x()), event.globalPos())

    def _on_head(self, column: int) -> None:
        key = self.key_at(column)
        if key is not None:
            self.chosen.emit(Added("", key))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._on_head(index.column())

    def _on_head_menu(self, place: QPoint) -> None:
        header = self.horizontalHeader()
        self._ask(header.logicalIndexAt(place), header.mapToGlobal(place))

    def _ask(self, column: int, place: QPoint) -> None:
        key = self.key_at(column)
        if key is not None:
            self.menu_wanted.emit(Added("", key), place)


class ComparedTable(QFrame):
    """Two views that scroll together."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.names, self.numbers = FactsTable(theme, scrolls=True), Numbers(theme)
        self._down = LinkedBar(self.numbers.verticalScrollBar())
        self._across = LinkedBar(self.numbers.horizontalScrollBar())
        self.names.hide_bars(vertical=True, horizontal=True)
        self.names.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.names.setSelectionMode(FactsTable.SelectionMode.NoSelection)
        for one, other in ((self.names, self.numbers), (self.numbers, self.names)):
            one.verticalScrollBar().valueChanged.connect(other.verticalScrollBar().setValue)
        words.put(self.numbers, "setAccessibleName", text("Scenarios side by side"))
        words.put(self.names, "setAccessibleName", text("Metrics that differ"))
        grid = QGridLayout(self)
        grid.setContentsMargins(1, 1, 1, 1)
        grid.setSpacing(0)
        grid.addWidget(self.names, 0, 0)
        grid.addWidget(self.numbers, 0, 1)
        grid.addWidget(self._down, 0, 2)
        grid.addWidget(self._across, 1, 1)
        grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def show_table(self, table: CompareTable) -> None:
        """Show the scenarios."""
        self.names.show_facts(table.names)
        self.numbers.show_facts(table.numbers)
        rows = len(table.names.rows)
        self.setMaximumHeight(HEADER + ROW * rows + 4 + self._across.sizeHint().height())
        self._spread()

    def head_place(self, key: str) -> QRect:
        """Where the head of a scenario stands, in this frame."""
        header = self.numbers.horizontalHeader()
        columns = range(self.numbers.facts.columnCount())
        column = next((at for at in columns if self.numbers.key_at(at) == key), 0)
        self.numbers.scrollTo(self.numbers.facts.index(0, column))
        left = header.sectionViewportPosition(column)
        corner = header.mapTo(self, QPoint(left, 0))
        return QRect(corner.x(), corner.y(), header.sectionSize(column), header.height())

    def resizeEvent(self, event: object) -> None:
        """Names take what they need of their part of the room."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._spread()

    def _spread(self) -> None:
        most = max(_LEAST_NAMES, round(self.width() * _NAMES))
        self.names.setFixedWidth(min(most, self.names.needed()))
