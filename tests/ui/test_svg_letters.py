"""Letters of an SVG as shapes."""

import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from workbench.ui.svg_letters import shaped

pytestmark = pytest.mark.usefixtures("theme")
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40" width="200" height="40">'


def line(words="Лиды", **changes):
    given = {"fill": "#FF0000", "x": "10", "y": "30", "font-family": "Inter", "font-size": "20",
             "font-weight": "600", "font-style": "normal"} | changes  # fmt: skip
    attributes = " ".join(f'{name}="{value}"' for name, value in given.items())
    return f"{HEAD}<text {attributes}\n >{words}</text></svg>"


def inked(svg) -> tuple[int, int]:
    """The first and the last column that has red in it."""
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    image.fill("#FFFFFF")
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, 200, 40))
    painter.end()
    red = [x for x in range(200) if any(image.pixelColor(x, y).green() < 128 for y in range(40))]
    return min(red), max(red)


def test_that_no_text_is_left_and_it_stands_where_it_stood():
    drawn = shaped(line())
    assert "<text" not in drawn
    (left, right), (was_left, was_right) = inked(drawn), inked(line())
    assert abs(left - was_left) <= 1
    assert abs(right - was_right) <= 2


def test_that_signs_of_the_language_of_the_file_are_read():
    assert inked(shaped(line("&amp;"))) == inked(shaped(line("&#38;")))
    assert inked(shaped(line("&lt;b&gt;")))[1] > inked(shaped(line("b")))[1]


def test_that_an_empty_line_is_an_empty_path():
    assert 'd=""' in shaped(line(""))
