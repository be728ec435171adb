"""The sheets of the workbook as tabs with a page below them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QTabBar, QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.sheets.page import Page
from workbench.ui.look import label
from workbench.ui.panels.sheets.paper import Paper
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_LEAST, _MOST = 0.7, 1.15
_CONTROL = Qt.KeyboardModifier.ControlModifier
_STEP, _FARTHEST = 1.15, 3.0


class SheetPreview(QWidget):
    """As wide as the window lets it be, but never too small to read."""

    sheet_chosen = Signal(int)

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._showing = False
        self._zoom = 1.0
        self._paper = Paper(theme)
        self._tabs = QTabBar()
        self._tabs.setProperty("look", "segment")
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(True)
        self._tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._tabs.currentChanged.connect(self._on_chosen)
        self._area = QScrollArea()
        self._area.setWidget(self._paper)
        self._area.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.viewport().installEventFilter(self)
        title = label("title")
        words.put(title, "setText", text("Sheets"))
        words.put(self._tabs, "setAccessibleName", text("Sheets of the workbook"))
        words.put(self._paper, "setAccessibleName", text("The sheet as the client gets it"))
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(title)
        head.addWidget(self._tabs, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 12, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._area, 1)

    def show_pages(self, names: tuple[str, ...], chosen: int) -> None:
        """Show which sheets there are."""
        self._showing = True
        while self._tabs.count() > len(names):
            self._tabs.removeTab(self._tabs.count() - 1)
        while self._tabs.count() < len(names):
            self._tabs.addTab("")
        for at, name in enumerate(names):
            self._tabs.setTabText(at, name.replace("&", "&&"))
            self._tabs.setTabToolTip(at, name)
        self._tabs.setCurrentIndex(chosen)
        self._showing = False

    def show_page(self, page: Page | None) -> None:
        """Show one sheet from its top, unless it is the one that was there."""
        before = self._paper.page
        self._paper.show_page(page)
        self._fit()
        if before is None or page is None or before.name != page.name:
            self._area.verticalScrollBar().setValue(0)
            self._area.horizontalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page as wide as the window."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with plus, minus and nought zooms."""
        sequence = QKeySequence.StandardKey
        if event.matches(sequence.ZoomIn):
            self._zoom_by(_STEP)
        elif event.matches(sequence.ZoomOut):
            self._zoom_by(1 / _STEP)
        elif event.keyCombination() == QKeyCombination(_CONTROL, Qt.Key.Key_0):
            self._zoom_by(1 / self._zoom)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl and the wheel zoom; the wheel alone scrolls."""
        if isinstance(event, QWheelEvent) and event.modifiers() & _CONTROL:
            self._zoom_by(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            return True
        return super().eventFilter(watched, event)

    def _zoom_by(self, factor: float) -> None:
        self._zoom = max(0.5, min(_FARTHEST, self._zoom * factor))
        self._fit()

    def _fit(self) -> None:
        natural = self._paper.natural_width()
        if natural > 0:
            # without the bar's room, showing and hiding it would change the page for ever
            room = self._area.width() - self._area.verticalScrollBar().sizeHint().width()
            self._paper.scale_to(max(_LEAST, min(_MOST, room / natural)) * self._zoom)

    def _on_chosen(self, at: int) -> None:
        if not self._showing and at >= 0:
            self.sheet_chosen.emit(at)
