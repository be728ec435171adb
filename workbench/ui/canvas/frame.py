"""The view with what floats over it: phase names, tools, minimap, the hint of an empty canvas."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.ui.canvas.captions import Captions
from workbench.ui.canvas.minimap import Minimap
from workbench.ui.canvas.toolbar import Toolbar
from workbench.ui.canvas.view import FunnelView

_EDGE = 14
_MARGIN = 36.0  # pixels around everything when it is fitted
_TOP = 52.0  # for the names of the phases
_ROOM_FOR_MINIMAP = 460  # pixels of height below which it would be in the way


class CanvasFrame(QWidget):
    """Keeps everything in its corner."""

    def __init__(self, view: FunnelView) -> None:
        super().__init__()
        self._view = view
        self._captions: Captions | None = None
        self._toolbar: Toolbar | None = None
        self._minimap: Minimap | None = None
        self._hint: QWidget | None = None
        self.minimap_wanted = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(view)
        view.resized.connect(self.arrange)

    def furnish(
        self, captions: Captions, toolbar: Toolbar, minimap: Minimap, hint: QWidget
    ) -> None:
        """Take what floats over the view."""
        self._captions, self._toolbar = captions, toolbar
        self._minimap, self._hint = minimap, hint
        self.arrange()

    def arrange(self) -> None:
        """Put everything into its corner."""
        if self._captions is None or self._toolbar is None:
            return
        if self._minimap is None or self._hint is None:
            return
        width, height = self.width(), self.height()
        self._captions.setGeometry(0, 0, width, self._captions.height())
        self._toolbar.fit_into(width - 2 * _EDGE)
        self._toolbar.move(_EDGE, height - self._toolbar.height() - _EDGE)
        fits = height >= _ROOM_FOR_MINIMAP or not self.isVisible()
        fits = fits and width - self._toolbar.width() > self._minimap.width() + 3 * _EDGE
        self._minimap.setVisible(self.minimap_wanted and fits and self._hint.isHidden())
        self._minimap.move(
            width - self._minimap.width() - _EDGE, height - self._minimap.height() - _EDGE
        )
        self._hint.adjustSize()
        self._hint.move(
            (width - self._hint.width()) // 2, max(height - self._hint.height(), 0) * 2 // 5
        )

    def show_hint(self, *, shown: bool) -> None:
        """Show or hide the hint of an empty canvas."""
        if self._hint is not None and self._hint.isHidden() == shown:
            self._hint.setVisible(shown)
            self.arrange()

    def rooms(self) -> tuple[QRectF, ...]:
        """Where nothing floats over the view, in pixels: beside the minimap, or above it."""
        whole = QRectF(self._view.rect()).adjusted(_MARGIN, _TOP, -_MARGIN, -_MARGIN)
        if self._toolbar is None or self._minimap is None:
            return (whole,)
        whole.setBottom(self._toolbar.y() - _EDGE)
        if self._minimap.isHidden():
            return (whole,)
        above, beside = QRectF(whole), QRectF(whole)
        above.setBottom(self._minimap.y() - _EDGE)
        beside.setRight(self._minimap.x() - _EDGE)
        return above, beside
