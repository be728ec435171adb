"""The command palette: type a part of a name, Enter goes there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.palette import Entry, Palette
from workbench.ui.shell.commands import shortcuts
from workbench.ui.words import Words

_WIDTH = 560
_ROW = 30
_MOST_ROWS = 12


class PalettePopup(QFrame):
    """A popup over the window; it goes when something is chosen or something else is clicked."""

    def __init__(self, palette: Palette, words: Words, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._palette = palette
        self._window = parent
        self._found: tuple[Entry, ...] = ()
        self._nothing = ""
        words.put(self, "set_nothing", text("Nothing is called so"))
        self.setProperty("look", "palette")
        self._query = QLineEdit()
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        words.put(self._query, "setPlaceholderText", text("Find a metric, role or command…"))
        words.put(self._query, "setAccessibleName", text("Search"))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self._query)
        column.addWidget(self._list)
        self._query.textChanged.connect(self._on_typed)
        self._query.returnPressed.connect(self._on_chosen)
        self._list.itemClicked.connect(self._on_chosen)

    def open_over(self) -> None:
        """Show the palette over the upper part of the window, empty."""
        self._query.clear()
        self._on_typed("")
        left = (self._window.width() - _WIDTH) // 2
        self.move(self._window.mapToGlobal(QPoint(max(left, 0), 56)))
        self.show()
        self._query.setFocus(Qt.FocusReason.PopupFocusReason)

    def set_nothing(self, words: str) -> None:
        """What to say when nothing is found."""
        self._nothing = words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk the list while the words stay editable."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and self._list.count():
            row = (self._list.currentRow() + step) % self._list.count()
            self._list.setCurrentRow(row)
        else:
            super().keyPressEvent(event)

    def _on_typed(self, query: str) -> None:
        self._found = self._palette.find(query)
        self._list.clear()
        for entry in self._found:
            self._list.addItem(_item(entry))
        if not self._found:
            self._list.addItem(self._nothing)
        self._list.setCurrentRow(0)
        rows = min(max(len(self._found), 1), _MOST_ROWS)
        self._list.setFixedHeight(rows * _ROW + 8)
        self.setFixedSize(_WIDTH, rows * _ROW + 72)

    def _on_chosen(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._found):
            self.hide()
            self._palette.choose(self._found[row])


def _item(entry: Entry) -> QListWidgetItem:
    detail = entry.detail
    if entry.kind == "action" and detail:
        native = QKeySequence.SequenceFormat.NativeText
        detail = shortcuts(detail)[0].toString(native) if shortcuts(detail) else ""
    item = QListWidgetItem(f"{entry.title}   {detail}".rstrip())
    item.setSizeHint(item.sizeHint().expandedTo(item.sizeHint()))
    return item
