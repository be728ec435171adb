"""Pictures and charts over the cells."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage, QPainter

from workbench.presenters.sheets.page import Bar, PageChart, PagePicture
from workbench.ui.paper.cells import screen_hair
from workbench.ui.paper.drawings import paint_drawing

pytestmark = pytest.mark.usefixtures("theme")


def painted(drawing) -> QImage:
    image = QImage(300, 150, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    paint_drawing(painter, drawing, screen_hair)
    painter.end()
    return image


def red_png() -> bytes:
    image = QImage(4, 2, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF0000"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def columns(image, color):
    return [
        x for x in range(300) if any(image.pixelColor(x, y).name() == color for y in range(150))
    ]


def chart(*bars):
    return PageChart(10, 10, 280, 130, "Funnel", bars)


def test_that_a_picture_fills_its_box():
    image = painted(PagePicture(20, 10, 100, 50, red_png()))
    assert image.pixelColor(70, 35).name() == "#ff0000"
    assert image.pixelColor(130, 35).name() == "#ffffff"


def test_that_a_picture_that_cannot_be_read_is_left_out():
    assert columns(painted(PagePicture(20, 10, 100, 50, b"no picture")), "#ff0000") == []


def test_that_bars_have_their_length_and_colour():
    image = painted(
        chart(Bar("Leads", 1.0, "2,000", "#FF0000"), Bar("Deals", 0.5, "1,000", "#00FF00"))
    )
    red, green = columns(image, "#ff0000"), columns(image, "#00ff00")
    assert min(red) == min(green)
    assert len(green) == pytest.approx(len(red) / 2, abs=2)


def test_that_nothing_leaves_the_chart_however_long_its_names_are():
    name = "A stage whose name is far too long for any chart that anybody would draw"
    image = painted(chart(Bar(name, 1.0, "1,000,000,000", "#FF0000")))
    assert max(columns(image, "#ff0000")) < 290
    assert all(image.pixelColor(x, 75).name() == "#ffffff" for x in range(292, 300))


def test_that_a_chart_without_bars_has_its_title():
    dark = [
        x
        for x in range(300)
        if any(painted_row.lightness() < 128 for painted_row in _column(painted(chart()), x))
    ]
    assert dark


def _column(image, x):
    return (image.pixelColor(x, y) for y in range(150))
