"""One sheet of the workbook as a page, painted the way a spreadsheet prints it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workbench.excel.plan import Style
from workbench.presenters.sheets.page import Page, PageCell
from workbench.ui.theme import Theme

_MARGIN = 34.0  # pixels of white round the sheet
_PIXELS = 96 / 72  # of a point
_PAD = 3.0
_ACROSS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}
_DOWN = {
    "top": Qt.AlignmentFlag.AlignTop,
    "center": Qt.AlignmentFlag.AlignVCenter,
    "bottom": Qt.AlignmentFlag.AlignBottom,
}
_SAID = 4_000


class Paper(QWidget):
    """White in the dark as well: it shows what the client gets."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._page: Page | None = None
        self._scale = 1.0
        theme.changed.connect(self.update)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._page

    def show_page(self, page: Page | None) -> None:
        """Show another page."""
        self._page = page
        words = [cell.words for cell in page.cells if cell.words] if page else []
        self.setAccessibleDescription("; ".join(words)[:_SAID])
        self._resize()

    def scale_to(self, scale: float) -> None:
        """Show the page larger or smaller."""
        if scale != self._scale:
            self._scale = scale
            self._resize()

    def natural_width(self) -> float:
        """The width in pixels without scaling."""
        return (self._page.width if self._page else 0.0) * _PIXELS + 2 * _MARGIN

    def sizeHint(self) -> QSize:
        height = (self._page.height if self._page else 0.0) * _PIXELS + 2 * _MARGIN
        return QSize(round(self.natural_width() * self._scale), round(height * self._scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fills first, then frames and words, so that nothing covers a neighbour's line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.colors.border), 1))
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self._page is None:
            return
        painter.scale(self._scale, self._scale)
        painter.translate(_MARGIN, _MARGIN)
        area = painter.worldTransform().inverted()[0].mapRect(QRectF(event.rect()))
        cells = [cell for cell in self._page.cells if area.intersects(_reach(cell))]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for cell in cells:
            _paint_fill(painter, cell)
        for cell in cells:
            _paint_lines(painter, cell)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for cell in cells:
            _paint_words(painter, cell)

    def _resize(self) -> None:
        self.resize(self.sizeHint())
        self.updateGeometry()
        self.update()


def _box(cell: PageCell) -> QRectF:
    sizes = (cell.left, cell.top, cell.width, cell.height)
    return QRectF(*(size * _PIXELS for size in sizes))


def _reach(cell: PageCell) -> QRectF:
    return _box(cell).adjusted(0, 0, cell.spill * _PIXELS, 0)


def _paint_fill(painter: QPainter, cell: PageCell) -> None:
    if cell.style.fill:
        painter.fillRect(_box(cell), QColor(cell.style.fill))


def _paint_lines(painter: QPainter, cell: PageCell) -> None:
    box, style = _box(cell), cell.style
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if style.frame:
        painter.setPen(_hair(style.frame))
        painter.drawRect(box)
    if style.underline:
        painter.setPen(_hair(style.underline))
        painter.drawLine(box.bottomLeft(), box.bottomRight())


def _hair(color: str) -> QPen:
    """One pixel at every scale, so that neighbours' frames fall together."""
    pen = QPen(QColor(color), 1)
    pen.setCosmetic(True)
    return pen


def _paint_words(painter: QPainter, cell: PageCell) -> None:
    if not cell.words:
        return
    style = cell.style
    painter.setFont(cell_font(style))
    painter.setPen(QColor(style.color))
    inner = _box(cell).adjusted(_PAD + style.indent * 9, 0, -_PAD, 0)
    flags = int(_ACROSS[style.align] | _DOWN[style.valign])
    if style.wrap:
        flags |= int(Qt.TextFlag.TextWordWrap)
    elif not cell.number and style.align == "left":
        inner.setRight(inner.right() + cell.spill * _PIXELS)
    painter.save()
    painter.setClipRect(inner.adjusted(-_PAD, 0, _PAD, 0))
    painter.drawText(inner, flags, cell.words)
    painter.restore()


def cell_font(style: Style) -> QFont:
    """Calibri or its twin; else our own font, made as narrow as they are."""
    families = set(QFontDatabase.families())
    narrow = next((name for name in ("Calibri", "Carlito") if name in families), "")
    font = QFont(narrow or "Inter")
    font.setPixelSize(max(1, round(style.size * _PIXELS)))
    if not narrow:
        font.setStretch(88)
    font.setBold(style.bold)
    font.setItalic(style.italic)
    return font
