"""The list of findings: arrows walk, Enter goes there, the button shows what a mend would do."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from workbench.presenters.problems.picture import Row
from workbench.ui.panels.problems.delegate import FindingDelegate
from workbench.ui.panels.problems.list_model import FindingsModel
from workbench.ui.theme import Theme


class FindingsList(QListView):
    """Tells which finding is chosen, opened, or to be mended; ids are those of the rows."""

    chosen = Signal(str)
    opened = Signal(str)
    mend_wanted = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model = FindingsModel()
        self._delegate = FindingDelegate(self._model, theme)
        self._showing = False
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("look", "findings")
        self.doubleClicked.connect(self._on_opened)
        theme.changed.connect(self.viewport().update)

    def show_rows(self, rows: tuple[Row, ...], chosen: str | None) -> None:
        """Show other rows; the chosen one stays chosen and in sight."""
        self._showing = True
        top = self.verticalScrollBar().value()
        self._model.show_rows(rows)
        self.verticalScrollBar().setValue(top)
        self.show_chosen(chosen)
        self._showing = False

    def show_chosen(self, id: str | None) -> None:
        """Mark the chosen finding."""
        index = self._model.index_of(id) if id else QModelIndex()
        if index.isValid() and index != self.currentIndex():
            before, self._showing = self._showing, True
            self.setCurrentIndex(index)
            self._showing = before

    def choose_first(self) -> None:
        """Choose the first finding, if there is any."""
        self.setCurrentIndex(self._model.index(0, 0))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell what a person has chosen."""
        super().selectionChanged(selected, deselected)
        index = self.currentIndex()
        if not self._showing and index.isValid() and selected.indexes():
            self.chosen.emit(self._model.row(index).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there; with Ctrl it shows what the first mend would do."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.mend_wanted.emit(self._model.row(index).id)
            else:
                self._on_opened(index)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu about the chosen finding, beside it when a key asks for it."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            beside = self.visualRect(index).bottomLeft() + QPoint(40, 0)
            at = self.viewport().mapToGlobal(beside) if by_key else event.globalPos()
            self.menu_wanted.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the button of a row."""
        super().mouseReleaseEvent(event)
        index = self._under_button(event)
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self.mend_wanted.emit(self._model.row(index).id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that the button can be pressed."""
        super().mouseMoveEvent(event)
        hand = Qt.CursorShape.PointingHandCursor
        over = self._under_button(event) is not None
        self.viewport().setCursor(hand if over else Qt.CursorShape.ArrowCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Twice on the button is once on the button."""
        if self._under_button(event) is None:
            super().mouseDoubleClickEvent(event)

    def _under_button(self, event: QMouseEvent) -> QModelIndex | None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if not index.isValid():
            return None
        return index if self._delegate.button(self.visualRect(index), index).contains(at) else None

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.row(index).id)
