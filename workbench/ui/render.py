"""A picture of the funnel in a file, with or without a window."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QMarginsF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
)

from workbench.base.errors import WorkbenchError
from workbench.base.files import replace_file
from workbench.base.languages import language as language_of
from workbench.base.texts import text
from workbench.document.project import Project
from workbench.planning.forward import calculate
from workbench.presenters.funnel.composer import Composer
from workbench.presenters.funnel.picture import FunnelPicture
from workbench.ui.canvas.paint.layout import CanvasSizes
from workbench.ui.canvas.paint.whole import extent_of, paint_whole
from workbench.ui.theme import LIGHT, load_fonts

SHARPNESS = 2.0  # pixels of a PNG for one unit of the canvas
_LARGEST = 12_000  # pixels of one side of a PNG
_MARGIN = 10.0  # millimetres of a page
Draw = Callable[[FunnelPicture, str], bytes]


class NoPicture(WorkbenchError):
    """A picture that cannot be drawn; nothing was written."""


def render(project: Project, path: str | Path, language: str, view: str = "funnel") -> None:
    """Draw a project into a PNG, SVG or PDF file, whole or not at all; raises `WorkbenchError`.

    `language` is the code of the language that units, marks and months are written in.
    """
    target = Path(path)
    draw = _FORMATS.get(target.suffix.lower())
    if draw is None:
        raise NoPicture(
            text("a picture is a .png, .svg or .pdf file; “{file}” is none", file=target.name)
        )
    if view != "funnel":
        raise NoPicture(text("there is no picture of the view “{view}”", view=view))
    _ensure_qt()
    picture = Composer(CanvasSizes()).picture(calculate(project), language_of(language))
    replace_file(target, draw(picture, project.client.name))


def _ensure_qt() -> None:
    """Start Qt without a screen where no window runs; it stays until the program ends."""
    if QCoreApplication.instance() is None:
        _running.append(QGuiApplication([sys.argv[0], "-platform", "offscreen"]))
    load_fonts()


_running: list[QGuiApplication] = []


def _png(picture: FunnelPicture, _title: str) -> bytes:
    extent = extent_of(picture)
    scale = min(SHARPNESS, _LARGEST / max(extent.width(), extent.height()))
    image = QImage((extent.size() * scale).toSize(), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(96 * scale / 0.0254))
    image.setDotsPerMeterY(round(96 * scale / 0.0254))
    _paint(image, picture, QRectF(image.rect()))
    return _written(lambda buffer: image.save(buffer, "PNG"))  # type: ignore[call-overload]


def _svg(picture: FunnelPicture, title: str) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    extent = extent_of(picture)

    def write(buffer: QBuffer) -> bool:
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        size = QSize(round(extent.width()), round(extent.height()))
        generator.setSize(size)
        generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
        generator.setResolution(96)
        generator.setTitle(title)
        generator.setDescription(in_words(picture))
        return _paint(generator, picture, QRectF(0, 0, size.width(), size.height()))

    return _written(write)


def in_words(picture: FunnelPicture) -> str:
    """The picture for those who search or listen: letters in an SVG are shapes."""
    cards = [f"{c.face.name}: {c.face.value}" for c in picture.cards]
    names = {card.key: card.face.name for card in picture.cards}
    arrows = [
        f"{names[a.link.source]} → {names[a.link.target]}: {a.pill.words}"
        for a in picture.arrows
        if a.pill is not None
    ]
    return "\n".join((*cards, *arrows))


def _pdf(picture: FunnelPicture, title: str) -> bytes:
    def write(buffer: QBuffer) -> bool:
        writer = QPdfWriter(buffer)
        writer.setTitle(title)
        writer.setCreator("KPI Workbench")
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageOrientation(QPageLayout.Orientation.Landscape)
        margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
        page = QRectF(0, 0, writer.width(), writer.height())
        return _paint(writer, picture, page)

    return _written(write)


def _paint(device: QPaintDevice, picture: FunnelPicture, page: QRectF) -> bool:
    """Paint the picture as large as it fits, in the middle of a page."""
    extent = extent_of(picture)
    painter = QPainter()
    if not painter.begin(device):
        return False
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    size = extent.size().scaled(page.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.translate(page.center().x() - size.width() / 2, page.center().y() - size.height() / 2)
    painter.scale(size.width() / extent.width(), size.height() / extent.height())
    painter.translate(-extent.topLeft())
    paint_whole(painter, picture, extent, LIGHT)
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


_FORMATS: dict[str, Draw] = {".png": _png, ".svg": _svg, ".pdf": _pdf}
