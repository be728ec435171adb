"""Charts with axes: pyqtgraph draws the values, painters the words around them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QResizeEvent, QShowEvent

from workbench.presenters.desk import Desk
from workbench.ui.charts.axes import Axes
from workbench.ui.charts.chart import Chart
from workbench.ui.charts.strokes import Bars, Curve
from workbench.ui.theme import Theme
from workbench.ui.words import Words

if TYPE_CHECKING:
    from workbench.ui.charts.surface import Surface

P = TypeVar("P")


class PlotChart(Chart[P]):
    """Loads pyqtgraph when it is first seen or written to a file."""

    def __init__(self, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__(desk, theme, words)
        self._surface: Surface | None = None

    def axes(self, picture: P) -> Axes:
        """Where the values of a picture lie."""
        raise NotImplementedError

    def curves(self, picture: P) -> Sequence[Curve]:
        """The lines of a picture."""
        return ()

    def bars(self, picture: P) -> Sequence[Bars]:
        """The bars of a picture."""
        return ()

    def draw_below(self, painter: QPainter, picture: P, axes: Axes) -> None:
        """Draw what lies under the values."""

    def draw_above(self, painter: QPainter, picture: P, axes: Axes) -> None:
        """Draw what lies over the values."""

    def draw(self, painter: QPainter) -> None:
        self._ensure().draw(painter, self.rect().toRectF())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ensure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _paint(self, painter: QPainter) -> None:
        """On the screen the surface paints itself."""

    def _arrange(self) -> None:
        surface, picture = self._surface, self._picture
        if surface is None:
            return
        surface.setVisible(picture is not None)
        if picture is None:
            return
        surface.setGeometry(self.rect())
        surface.arrange(self.axes(picture), self.rect().toRectF())
        surface.show_bars(self.bars(picture))
        surface.show_curves(self.curves(picture), self.scale)

    def _ensure(self) -> Surface:
        if self._surface is None:
            from workbench.ui.charts.surface import Surface

            self._surface = Surface(self, self._draw_below, self._draw_above)
            self._arrange()
        return self._surface

    def _draw_below(self, painter: QPainter) -> None:
        if self._picture is not None:
            self.draw_below(painter, self._picture, self.axes(self._picture))

    def _draw_above(self, painter: QPainter) -> None:
        if self._picture is not None:
            self.draw_above(painter, self._picture, self.axes(self._picture))


def drawable(box: QRectF) -> QRectF:
    """A box with room in it, even where a widget has none."""
    return QRectF(box.left(), box.top(), max(box.width(), 1.0), max(box.height(), 1.0))
