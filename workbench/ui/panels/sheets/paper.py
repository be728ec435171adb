"""One sheet of the workbook as the sides of paper it is printed on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workbench.presenters.sheets.leaf import Leaf
from workbench.ui.paper.cells import screen_hair
from workbench.ui.paper.leaf import paint_leaf
from workbench.ui.theme import Theme

PIXELS = 96 / 72  # of a point
GAP = 12.0  # points between two sides
_SAID = 4_000


class Paper(QWidget):
    """White in the dark as well: it shows what the client gets."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._leaves: tuple[Leaf, ...] = ()
        self._scale = 1.0
        theme.changed.connect(self.update)

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """The sides that are shown."""
        return self._leaves

    def show_leaves(self, leaves: tuple[Leaf, ...]) -> None:
        """Show other sides."""
        self._leaves = leaves
        words = [word for leaf in leaves for word in leaf.words]
        self.setAccessibleDescription("; ".join(words)[:_SAID])
        self._resize()

    def scale_to(self, scale: float) -> None:
        """Show the paper larger or smaller."""
        if scale != self._scale:
            self._scale = scale
            self._resize()

    def natural_width(self) -> float:
        """The width in pixels without scaling."""
        return max((leaf.width for leaf in self._leaves), default=0.0) * PIXELS

    def top_of(self, leaf: int) -> float:
        """Where a side begins, in pixels."""
        return self._place(leaf).top() * PIXELS * self._scale

    def sizeHint(self) -> QSize:
        height = sum(leaf.height + GAP for leaf in self._leaves) - GAP * bool(self._leaves)
        points = self._scale * PIXELS
        return QSize(round(self.natural_width() * self._scale), round(height * points))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every side that is in sight, on the ground of the window."""
        painter = QPainter(self)
        painter.scale(self._scale * PIXELS, self._scale * PIXELS)
        area = painter.worldTransform().inverted()[0].mapRect(QRectF(event.rect()))
        for at, leaf in enumerate(self._leaves):
            place = self._place(at)
            if area.intersects(place):
                self._paint_side(painter, leaf, place, area)

    def _paint_side(self, painter: QPainter, leaf: Leaf, place: QRectF, area: QRectF) -> None:
        painter.save()
        pen = QPen(QColor(self._theme.colors.border), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawRect(place.adjusted(0, 0, -0.5, -0.5))
        painter.translate(place.topLeft())
        paint_leaf(painter, leaf, screen_hair, area.translated(-place.topLeft()))
        painter.restore()

    def _place(self, at: int) -> QRectF:
        """Where a side lies, in points."""
        leaf = self._leaves[at]
        top = sum(before.height + GAP for before in self._leaves[:at])
        widest = max(one.width for one in self._leaves)
        return QRectF((widest - leaf.width) / 2, top, leaf.width, leaf.height)

    def _resize(self) -> None:
        self.resize(self.sizeHint())
        self.updateGeometry()
        self.update()
