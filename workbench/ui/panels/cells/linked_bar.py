"""A scroll bar that stands outside the view it moves."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollBar


class LinkedBar(QScrollBar):
    """Follows the range of a view's own bar, and is gone while there is nothing to move."""

    def __init__(self, inner: QScrollBar) -> None:
        super().__init__(inner.orientation())
        self._inner = inner
        inner.rangeChanged.connect(self._on_range)
        inner.valueChanged.connect(self.setValue)
        self.valueChanged.connect(inner.setValue)
        self.setVisible(False)

    def _on_range(self, low: int, high: int) -> None:
        self.setRange(low, high)
        self.setPageStep(self._inner.pageStep())
        self.setSingleStep(self._inner.singleStep())
        self.setVisible(high > low)
