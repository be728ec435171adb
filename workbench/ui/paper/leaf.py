"""One side of paper: the parts of a sheet that are on it, and the foot."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from workbench.excel import styles
from workbench.excel.plan import Style
from workbench.presenters.sheets.leaf import Leaf
from workbench.presenters.sheets.paging import BOTTOM, SIDE
from workbench.ui.paper.cells import FINE, Hair, box_of, cell_font, paint_cells
from workbench.ui.paper.drawings import paint_drawing

_FOOT = Style(size=7, color=styles.MUTED)
_SIDES = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)


def paint_leaf(painter: QPainter, leaf: Leaf, hair: Hair, area: QRectF | None = None) -> None:
    """Paint what is on a side, or as much of it as lies in an area; a unit is a point."""
    for part in leaf.parts:
        painter.save()
        painter.translate(part.x, part.y)
        painter.scale(leaf.scale, leaf.scale)
        painter.translate(-part.left, -part.top)
        cells = part.cells
        if area is not None:
            seen = _seen(area, leaf.scale, (part.x, part.y), (part.left, part.top))
            cells = tuple(
                cell
                for cell in cells
                if seen.intersects(box_of(cell).adjusted(0, 0, cell.spill, 0))
            )
        paint_cells(painter, cells, hair)
        for drawing in part.drawings:
            paint_drawing(painter, drawing, hair)
        painter.restore()
    _paint_foot(painter, leaf)


def _seen(
    area: QRectF, scale: float, paper: tuple[float, float], sheet: tuple[float, float]
) -> QRectF:
    """An area of the paper in points of the sheet."""
    (x, y), (left, top) = paper, sheet
    return QRectF(
        (area.x() - x) / scale + left, (area.y() - y) / scale + top,
        area.width() / scale, area.height() / scale,
    )  # fmt: skip


def foot_of(leaf: Leaf) -> QRectF:
    """Where the foot stands."""
    return QRectF(SIDE, leaf.height - BOTTOM + 6, leaf.width - 2 * SIDE, 14)


def _paint_foot(painter: QPainter, leaf: Leaf) -> None:
    room = foot_of(leaf)
    painter.save()
    painter.scale(1 / FINE, 1 / FINE)
    painter.setFont(cell_font(_FOOT))
    painter.setPen(QColor(_FOOT.color))
    box = QRectF(room.x() * FINE, room.y() * FINE, room.width() * FINE, room.height() * FINE)
    for words, side in zip(leaf.foot, _SIDES, strict=True):
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), words)
    painter.restore()
