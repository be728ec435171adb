"""The header of the roles: a coloured dot and the name, on two lines when it is long."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from workbench.presenters.roles.matrix_picture import ColumnPicture
from workbench.ui.canvas.paint.marks import paint_alert
from workbench.ui.panels.roles.matrix_model import METRIC, MatrixModel
from workbench.ui.panels.roles.row_delegate import NAME_PADDING
from workbench.ui.theme import Theme, ui_font

NARROWEST, WIDEST = 76, 160
_DOT = 8
_LEFT = 10
# The sign of what was found lies above the end of the name, inside the corner.
_CORNER, _BESIDE, _SMALLER = 8.0, 3.0, 0.85
_PADDING = 6


class RoleHeader(QHeaderView):
    """Paints captions of columns about the metric and names of roles; `marked` is selected."""

    def __init__(self, model: MatrixModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self._theme = theme
        self._marked: str | None = None
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(40)

    def mark(self, role: str | None) -> None:
        """Show a role as the selected one."""
        self._marked = role
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(0, 46)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One name."""
        colors = self._theme.colors
        column = self._model.column(section)
        chosen = column is not None and column.role == self._marked
        painter.save()
        painter.fillRect(rect, QColor(colors.accent_soft if chosen else colors.surface))
        painter.setPen(QColor(colors.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(header_font())
        painter.setPen(QColor(colors.accent if chosen else colors.muted))
        if column is None:
            words = str(self._model.headerData(section, Qt.Orientation.Horizontal) or "")
            left = NAME_PADDING if section == METRIC else _LEFT
            painter.drawText(rect.adjusted(left, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, words)
        else:
            self._paint_role(painter, rect, column)
        painter.restore()

    def _paint_role(self, painter: QPainter, rect: QRect, column: ColumnPicture) -> None:
        lines = name_lines(column.name, rect.width() - 2 * _PADDING)
        width = _one_line_width(column.name)
        if len(lines) == 1 and width <= rect.width() - 2 * _PADDING:
            self._paint_beside(painter, rect, column)
        else:
            width = _width(lines[0])
            self._paint_above(painter, rect, column, lines)
        if column.alert:
            end = rect.center().x() + width / 2 + _BESIDE
            middle = QPointF(min(end, rect.right() - _CORNER), rect.top() + _CORNER)
            paint_alert(painter, column.alert, middle, self._theme.colors, _SMALLER)

    def _paint_beside(self, painter: QPainter, rect: QRect, column: ColumnPicture) -> None:
        left = rect.center().x() - _one_line_width(column.name) / 2
        self._paint_dot(painter, QPointF(left + _DOT / 2, rect.center().y() + 0.5), column)
        inside = QRectF(rect).adjusted(left + _DOT + 5 - rect.left(), 0, 0, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, column.name)

    def _paint_above(
        self, painter: QPainter, rect: QRect, column: ColumnPicture, lines: list[str]
    ) -> None:
        spacing = painter.fontMetrics().lineSpacing()
        top = rect.center().y() - (_DOT + 2 + spacing * len(lines)) / 2
        self._paint_dot(painter, QPointF(rect.center().x() + 0.5, top + _DOT / 2), column)
        for at, line in enumerate(lines):
            area = QRectF(rect.left() + 2, top + _DOT + 2 + at * spacing, rect.width() - 4, spacing)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, line)

    def _paint_dot(self, painter: QPainter, center: QPointF, column: ColumnPicture) -> None:
        """A disc; a contractor's is a ring."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = QColor(column.color)
        painter.setPen(color)
        painter.setBrush(Qt.BrushStyle.NoBrush if column.contractor else color)
        painter.drawEllipse(center, _DOT / 2, _DOT / 2)
        painter.restore()


def header_font() -> QFont:
    """The font of the header."""
    return ui_font(11, QFont.Weight.DemiBold)


@lru_cache(maxsize=256)
def role_width(name: str) -> int:
    """How wide a column has to be for its name on two lines at most."""
    words = name.replace("-", "- ").split()
    splits = (
        max(_width(" ".join(words[:at])), _width(" ".join(words[at:])))
        for at in range(1, len(words) + 1)
    )
    return max(NARROWEST, min(WIDEST, min(splits, default=0) + 2 * _PADDING + 2))


def name_lines(name: str, width: int) -> list[str]:
    """A name on one or two lines; what does not fit on the second is elided."""
    if _width(name) <= width:
        return [name]
    words = name.replace("-", "- ").split()
    first = max((at for at in range(1, len(words) + 1) if _fits(words[:at], width)), default=1)
    metrics = QFontMetrics(header_font())
    elide = Qt.TextElideMode.ElideRight
    lines = [_joined(words[:first]), _joined(words[first:])]
    return [metrics.elidedText(line, elide, width) for line in lines if line]


def _fits(words: list[str], width: int) -> bool:
    return _width(_joined(words)) <= width


def _joined(words: list[str]) -> str:
    return " ".join(words).replace("- ", "-")


def _one_line_width(name: str) -> int:
    return _DOT + 5 + _width(name)


def _width(words: str) -> int:
    return QFontMetrics(header_font()).horizontalAdvance(words)
