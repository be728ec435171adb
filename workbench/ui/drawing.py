"""What is drawn, as the bytes of a picture file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPaintDevice, QPainter, QPdfWriter

from workbench.base.errors import WorkbenchError
from workbench.base.texts import text
from workbench.ui.svg_letters import shaped

SHARPNESS = 2.0  # pixels of a PNG for one unit of what is drawn
_LARGEST = 12_000  # pixels of one side of a PNG
_MARGIN = 10.0  # millimetres of a page


class NoPicture(WorkbenchError):
    """A picture that cannot be drawn; nothing was written."""


@dataclass(frozen=True)
class Drawing:
    """Something that paints itself into a size, with its title and what it shows in words.

    It is told how many pixels of the picture are one of its units.
    """

    size: QSizeF
    paint: Callable[[QPainter, float], None]
    title: str = ""
    words: str = ""


def ending_of(path: Path) -> str:
    """The ending of a picture file; raises `NoPicture` where it is none."""
    ending = path.suffix.lower()
    if ending not in _FORMATS:
        raise NoPicture(
            text("a picture is a .png, .svg or .pdf file; “{file}” is none", file=path.name)
        )
    return ending


def encoded(drawing: Drawing, ending: str) -> bytes:
    """The drawing as the ending of a file name demands; raises `NoPicture`."""
    return _FORMATS[ending](drawing)


def png_of(drawing: Drawing, largest: int) -> bytes:
    """The drawing as a PNG of so many pixels on its longer side at most; raises `NoPicture`."""
    image = image_of(drawing, largest)
    return _written(lambda buffer: image.save(buffer, "PNG"))  # type: ignore[call-overload]


def image_of(drawing: Drawing, largest: int = _LARGEST) -> QImage:
    """The drawing in pixels, twice as many as on the screen; raises `NoPicture`."""
    scale = min(SHARPNESS, largest / max(drawing.size.width(), drawing.size.height()))
    image = QImage((drawing.size * scale).toSize(), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(96 * scale / 0.0254))
    image.setDotsPerMeterY(round(96 * scale / 0.0254))
    if not _paint(image, drawing, QRectF(image.rect())):
        raise NoPicture(text("the picture could not be drawn"))
    return image


def _png(drawing: Drawing) -> bytes:
    return png_of(drawing, _LARGEST)


def _svg(drawing: Drawing) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    def write(buffer: QBuffer) -> bool:
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        size = QSize(round(drawing.size.width()), round(drawing.size.height()))
        generator.setSize(size)
        generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
        generator.setResolution(96)
        generator.setTitle(drawing.title)
        generator.setDescription(drawing.words)
        return _paint(generator, drawing, QRectF(0, 0, size.width(), size.height()))

    return shaped(_written(write).decode()).encode()


def _pdf(drawing: Drawing) -> bytes:
    def write(buffer: QBuffer) -> bool:
        writer = QPdfWriter(buffer)
        writer.setTitle(drawing.title)
        writer.setCreator("KPI Workbench")
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        ways, size = QPageLayout.Orientation, drawing.size
        upright = size.height() > size.width()
        writer.setPageOrientation(ways.Portrait if upright else ways.Landscape)
        margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
        page = QRectF(0, 0, writer.width(), writer.height())
        return _paint(writer, drawing, page)

    return _written(write)


def _paint(device: QPaintDevice, drawing: Drawing, page: QRectF) -> bool:
    """Paint as large as it fits, in the middle of a page."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    size = drawing.size.scaled(page.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.translate(page.center().x() - size.width() / 2, page.center().y() - size.height() / 2)
    painter.scale(size.width() / drawing.size.width(), size.height() / drawing.size.height())
    drawing.paint(painter, size.width() / drawing.size.width())
    return painter.end()


def _written(write: Callable[[QBuffer], bool]) -> bytes:
    """What is written into memory; a picture that failed half way is none."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    if not write(buffer):
        raise NoPicture(text("the picture could not be drawn"))
    buffer.close()
    return bytes(data.data())


_FORMATS: dict[str, Callable[[Drawing], bytes]] = {".png": _png, ".svg": _svg, ".pdf": _pdf}
