"""Paints what stands before the roles: metric, goal, influence, and the headings of phases."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from workbench.presenters.measures import Mark
from workbench.presenters.roles.matrix_picture import RowPicture
from workbench.ui.canvas.paint.marks import paint_alert
from workbench.ui.panels.roles.matrix_model import INFLUENCE, METRIC, Index, MatrixModel
from workbench.ui.theme import Colors, Theme, ui_font

_PADDING = 10
NAME_PADDING = 17  # with room for the sign of what was found
_SIGN, _SMALLER = 9.0, 0.8  # its middle, and how small it is
_WRAPPED = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_ICONS: dict[Mark, str] = {"direct": "bolt", "result": "sum", "none": "ban"}


class RowDelegate(QStyledItemDelegate):
    """Paints with the colours in force; `marked` is the metric that is selected elsewhere."""

    def __init__(self, model: MatrixModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._theme = theme
        self.marked: str | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell with the line below it."""
        colors, row, rect = self._theme.colors, self._model.row(index), _rect(option)
        painter.save()
        painter.fillRect(rect, QColor(self._ground(row)))
        painter.setPen(QColor(colors.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        left = NAME_PADDING if index.column() == METRIC else _PADDING
        inside = rect.adjusted(left, 0, -6, -1)
        if not row.metric:
            self._paint_heading(painter, inside, row, index)
        elif index.column() == METRIC:
            self._paint_words(painter, inside, row.name, colors.text, name_font())
            if row.alert:
                middle = QPointF(rect.left() + _SIGN, QRectF(inside).center().y())
                paint_alert(painter, row.alert, middle, colors, _SMALLER)
        elif index.column() == INFLUENCE:
            self._paint_influence(painter, QRectF(inside), row)
        else:
            tone = colors.warn if row.target.missing else colors.text
            self._paint_words(painter, inside, row.target.caption, tone, ui_font(12))
        painter.restore()

    def _ground(self, row: RowPicture) -> str:
        colors: Colors = self._theme.colors
        if not row.metric:
            return colors.window
        return colors.accent_soft if row.metric == self.marked else colors.surface

    def _paint_heading(
        self, painter: QPainter, inside: QRect, row: RowPicture, index: Index
    ) -> None:
        if index.column() == METRIC:
            self._paint_words(
                painter, inside, row.name.upper(), self._theme.colors.muted, heading_font()
            )

    def _paint_words(
        self, painter: QPainter, inside: QRect, words: str, color: str, font: QFont
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(color))
        painter.drawText(inside, _WRAPPED, words)

    def _paint_influence(self, painter: QPainter, inside: QRectF, row: RowPicture) -> None:
        """A chip: a bolt and how soon for what can be moved, a sum for a result."""
        colors = self._theme.colors
        direct = row.mark == "direct"
        words = colors.good if direct else colors.muted
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(chip_font())
        width = min(_chip_width(row.influence), inside.width())
        chip = QRectF(inside.left(), inside.center().y() - 9, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.good_soft if direct else colors.neutral_soft))
        painter.drawRoundedRect(chip, 5, 5)
        icon = self._theme.icon(_ICONS[row.mark], words, 12)
        icon.paint(painter, chip.adjusted(5, 3, 0, -3).toRect().adjusted(0, 0, -int(width) + 17, 0))
        painter.setPen(QColor(words))
        painter.drawText(chip.adjusted(20, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, row.influence)


def name_font() -> QFont:
    """The font of metric names."""
    return ui_font(12, QFont.Weight.Medium)


def heading_font() -> QFont:
    """The font of phase headings."""
    return ui_font(10, QFont.Weight.DemiBold)


@lru_cache(maxsize=64)
def influence_width(words: str) -> int:
    """How wide the column has to be for an influence."""
    return int(_chip_width(words)) + _PADDING + 8


@lru_cache(maxsize=4096)
def name_width(name: str) -> int:
    """How wide the column has to be for a name on one line."""
    return QFontMetrics(name_font()).horizontalAdvance(name) + NAME_PADDING + 8


@lru_cache(maxsize=4096)
def target_widths(caption: str) -> tuple[int, int]:
    """How wide the column has to be for the longest word of a goal, and for it on one line."""
    metrics, around = QFontMetrics(ui_font(12)), _PADDING + 8
    longest = max((metrics.horizontalAdvance(word) for word in caption.split(" ")), default=0)
    return longest + around, metrics.horizontalAdvance(caption) + around


@lru_cache(maxsize=4096)
def row_height(row: RowPicture, width: int, target_width: int) -> int:
    """The height a row needs when the first two columns have these widths."""
    if not row.metric:
        return 26
    lines = max(
        _lines(row.name, name_font(), width - NAME_PADDING - 6),
        _lines(row.target.caption, ui_font(12), target_width - _PADDING - 6),
    )
    return 33 if lines == 1 else 17 + 15 * lines


def _chip_width(words: str) -> float:
    return QFontMetrics(chip_font()).horizontalAdvance(words) + 28.0


def chip_font() -> QFont:
    """The font of the influence chips."""
    return ui_font(11, QFont.Weight.Medium)


def _lines(words: str, font: QFont, width: int) -> int:
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(words) <= width:
        return 1
    bound = metrics.boundingRect(0, 0, width, 1000, Qt.TextFlag.TextWordWrap, words)
    return min(3, round(bound.height() / metrics.lineSpacing()))


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect
