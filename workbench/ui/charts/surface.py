"""Where pyqtgraph draws; imported with the first chart that needs it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from workbench.ui.charts.axes import Axes
from workbench.ui.charts.strokes import Bars, Curve

os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")

import numpy as np
import pyqtgraph as pg

Paint = Callable[[QPainter], None]
_OVER_BARS = 100
_FAR = 1000.0  # a ViewBox is at -100
_MARGIN = 4.0  # pixels outside the axes where a thick line is not cut


class Layer(QGraphicsItem):
    """Draws by pixels, below or above what is drawn by values."""

    def __init__(self, paint: Paint, z: float) -> None:
        super().__init__()
        self._paint = paint
        self._box = QRectF()
        self.setZValue(z)

    def resize(self, box: QRectF) -> None:
        """Cover a box."""
        if box != self._box:
            self.prepareGeometryChange()
            self._box = box
        self.update()

    def boundingRect(self) -> QRectF:
        return self._box

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter)


class Surface(pg.GraphicsView):  # type: ignore[misc]
    """Curves and bars between two layers; the mouse goes through to the chart below."""

    def __init__(self, parent: QWidget, below: Paint, above: Paint) -> None:
        super().__init__(parent, background=None)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setStyleSheet("background: transparent")
        self._below, self._above = Layer(below, -_FAR), Layer(above, _FAR)
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self._box.disableAutoRange()
        for item in (self._below, self._box, self._above):
            self.scene().addItem(item)
        self._curves: list[Any] = []
        self._bars: list[Any] = []

    def arrange(self, axes: Axes, whole: QRectF) -> None:
        """Lay the values out in the axes, and the layers over the whole chart."""
        box = axes.box.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        self._box.setGeometry(box)
        x, y = _widened(axes.x, axes.box.width()), _widened(axes.y, axes.box.height())
        self._box.setRange(xRange=x, yRange=y, padding=0, update=True)
        self._below.resize(whole)
        self._above.resize(whole)

    def show_curves(self, curves: Sequence[Curve], scale: float) -> None:
        """Draw these curves, the later over the earlier; the items there are are used again."""
        for item, curve in self._paired(self._curves, curves, _new_curve):
            item.setData(
                x=np.asarray(curve.xs, float), y=np.asarray(curve.ys, float),
                pen=_pen(curve, scale), brush=pg.mkBrush(curve.fill) if curve.fill else None,
                fillLevel=curve.level if curve.fill else None, connect="finite",
            )  # fmt: skip

    def show_bars(self, bars: Sequence[Bars]) -> None:
        """Draw these bars."""
        for item, one in self._paired(self._bars, bars, _new_bars):
            item.setOpts(
                x=np.asarray(one.xs, float), width=one.width, y0=one.floor,
                height=np.asarray(one.heights, float), brush=one.color,
            )  # fmt: skip

    def draw(self, painter: QPainter, whole: QRectF) -> None:
        """Draw everything elsewhere than on the screen."""
        scene = self.scene()
        scene.prepareForPaint()
        scene.render(painter, whole, whole)

    def _paired(self, items: list[Any], wanted: Sequence[Any], new: Callable[[], Any]) -> Any:
        while len(items) < len(wanted):
            items.append(new())
            items[-1].setZValue(len(items) + (_OVER_BARS if items is self._curves else 0))
            self._box.addItem(items[-1], ignoreBounds=True)
        for at, item in enumerate(items):
            item.setVisible(at < len(wanted))
        return zip(items, wanted, strict=False)


def _new_curve() -> Any:
    return pg.PlotCurveItem(antialias=True, skipFiniteCheck=False)


def _new_bars() -> Any:
    return pg.BarGraphItem(x=[], height=[], width=1, pen=None)


def _pen(curve: Curve, scale: float) -> Any:
    if not curve.width:
        return None
    style = Qt.PenStyle.DashLine if curve.dashed else Qt.PenStyle.SolidLine
    pen = pg.mkPen(curve.color, width=curve.width * scale, style=style)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _widened(values: tuple[float, float], pixels: float) -> tuple[float, float]:
    spare = (values[1] - values[0]) * _MARGIN / max(pixels, 1.0)
    return values[0] - spare, values[1] + spare
