"""A chart in a file or on the clipboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter

from workbench.base.errors import WorkbenchError
from workbench.base.files import replace_file
from workbench.base.texts import text
from workbench.presenters.ask import AskPicture
from workbench.presenters.desk import Desk
from workbench.presenters.files import file_name
from workbench.ui.ask import Dialogs
from workbench.ui.charts.inks import elided, write
from workbench.ui.drawing import Drawing, encoded, ending_of, image_of
from workbench.ui.theme import LIGHT, ui_font

if TYPE_CHECKING:
    from workbench.ui.charts.chart import Chart

_MARGIN = 14.0
_TITLE = 26.0
_TITLE_FONT = 14


def save(chart: Chart[Any], path: Path) -> None:
    """Write a chart as PNG, SVG or PDF, whole or not at all; raises `WorkbenchError`."""
    replace_file(path, encoded(drawing_of(chart), ending_of(path)))


def drawing_of(chart: Chart[Any]) -> Drawing:
    """The chart as large as it is on the screen, on white paper, under its title."""
    title = chart.accessibleName()
    top = _MARGIN + (_TITLE if title else 0.0)
    size = QSizeF(chart.width() + 2 * _MARGIN, chart.height() + top + _MARGIN)

    def paint(painter: QPainter, scale: float) -> None:
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(LIGHT.surface))
        line = QRectF(_MARGIN, _MARGIN / 2, chart.width(), _TITLE)
        font = ui_font(_TITLE_FONT, QFont.Weight.DemiBold)
        write(painter, elided(title, font, line.width()), line, font, LIGHT.text)
        painter.translate(_MARGIN, top)
        if chart.picture is not None:
            with chart.on_paper(scale):
                chart.draw(painter)

    return Drawing(size, paint, title, "\n".join(chart.told()))


class Saving:
    """Takes a chart out of the program when the person wants it."""

    def __init__(self, desk: Desk, chart: Chart[Any]) -> None:
        self._desk = desk
        self._chart = chart
        self.ask: AskPicture = Dialogs(desk, chart)

    def save(self) -> None:
        """Ask for a file and write the chart into it."""
        client = self._desk.project.client.name
        name = file_name(f"{client} {self._chart.accessibleName()}")
        suggestion = Path(self._desk.folder.last) / f"{name}.png"
        path = self.ask.picture_to_save(text("Save as a picture"), suggestion)
        if path is not None:
            self._desk.folder.remember(str(path.parent))
            self._write(path)

    def copy(self) -> None:
        """Put the chart on the clipboard."""
        try:
            QGuiApplication.clipboard().setImage(image_of(drawing_of(self._chart)))
        except WorkbenchError as error:
            self._desk.tell(error.message)

    def _write(self, path: Path) -> None:
        try:
            save(self._chart, path)
        except WorkbenchError as error:
            self._desk.tell(error.message)
        else:
            self._desk.tell(text("“{file}” is ready", file=path.name), wrong=False)
