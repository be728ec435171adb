"""The sheets of the workbook in a list, and the chosen one on paper beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workbench.base.texts import plural, text
from workbench.presenters.sheets.chosen import SheetId
from workbench.presenters.sheets.leaf import Leaf
from workbench.presenters.sheets.picture import Tab
from workbench.ui.form.icon_button import IconButton
from workbench.ui.look import button, label
from workbench.ui.panels.sheets.paper import Paper
from workbench.ui.panels.sheets.tab_list import TabList
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_CONTROL = Qt.KeyboardModifier.ControlModifier
_MOST = 1.15  # of the natural size, where the window is wide
_LEFT_OUT = text("This sheet is not in the workbook: tick it to put it in.")
_STEP, _SMALLEST, _LARGEST = 1.15, 0.25, 3.0


class SheetPreview(QWidget):
    """As wide as the window lets it be, until somebody zooms."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._zoom: float | None = None
        self._sheet: SheetId | None = None
        self._paper = Paper(theme)
        self.tabs = TabList()
        self._area = QScrollArea()
        self._area.setWidget(self._paper)
        self._area.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.viewport().installEventFilter(self)
        self._smaller, self._larger = IconButton(theme, "zoom-out"), IconButton(theme, "zoom-in")
        self._size = button("tiny")
        self._smaller.clicked.connect(self._zoom_out)
        self._larger.clicked.connect(self._zoom_in)
        self._size.clicked.connect(self.fit)
        self._about = label("muted", wrap=True)
        self._words = words
        self._lay_out()

    def show_tabs(self, tabs: tuple[Tab, ...], shown: int) -> None:
        """Show which sheets there are."""
        self.tabs.show_tabs(tabs, shown)
        before, self._sheet = self._sheet, tabs[shown].id if tabs else None
        if self._sheet != before:
            self._area.verticalScrollBar().setValue(0)
            self._area.horizontalScrollBar().setValue(0)

    def show_leaves(self, leaves: tuple[Leaf, ...]) -> None:
        """Show the sides of one sheet."""
        self._paper.show_leaves(leaves)
        count = plural("{n} page of A4", "{n} pages of A4", len(leaves))
        self._words.put(self._about, "setText", count if leaves else _LEFT_OUT)
        self._fit()

    def fit(self) -> None:
        """Make the paper as wide as the window again."""
        self._zoom = None
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the paper as wide as the window."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with plus, minus and nought zooms."""
        sequence = QKeySequence.StandardKey
        if event.matches(sequence.ZoomIn):
            self._zoom_in()
        elif event.matches(sequence.ZoomOut):
            self._zoom_out()
        elif event.keyCombination() == QKeyCombination(_CONTROL, Qt.Key.Key_0):
            self.fit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl and the wheel zoom; the wheel alone scrolls."""
        if isinstance(event, QWheelEvent) and event.modifiers() & _CONTROL:
            self._zoom_by(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        words, title = self._words, label("title")
        words.put(title, "setText", text("Sheets"))
        words.put(self.tabs, "setAccessibleName", text("Sheets of the workbook"))
        words.put(self._paper, "setAccessibleName", text("The sheet as the client gets it"))
        words.put(self._smaller, "describe", text("Zoom out (Ctrl+−)"))
        words.put(self._larger, "describe", text("Zoom in (Ctrl++)"))
        words.put(self._size, "setToolTip", text("As wide as the window (Ctrl+0)"))
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(title)
        left.addWidget(self.tabs, 1)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._about, 1)
        for widget in (self._smaller, self._size, self._larger):
            head.addWidget(widget)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(head)
        right.addWidget(self._area, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 12, 16)
        row.setSpacing(12)
        row.addLayout(left)
        row.addLayout(right, 1)

    def _zoom_in(self) -> None:
        self._zoom_by(_STEP)

    def _zoom_out(self) -> None:
        self._zoom_by(1 / _STEP)

    def _zoom_by(self, factor: float) -> None:
        self._zoom = max(_SMALLEST, min(_LARGEST, self._scale() * factor))
        self._fit()

    def _scale(self) -> float:
        natural = self._paper.natural_width()
        if self._zoom is not None or natural <= 0:
            return self._zoom or 1.0
        # without the bar's room, showing and hiding it would change the paper for ever
        room = self._area.width() - self._area.verticalScrollBar().sizeHint().width()
        return max(_SMALLEST, min(_MOST, room / natural))

    def _fit(self) -> None:
        scale = self._scale()
        self._paper.scale_to(scale)
        self._size.setText(f"{scale * 100:.0f} %")
