"""Cells painted as a spreadsheet prints them."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter

from workbench.excel.plan import Style
from workbench.presenters.sheets.page import PageCell
from workbench.ui.paper.cells import cell_font, paint_cells, screen_hair, words_of

pytestmark = pytest.mark.usefixtures("theme")
LONG = "words that need much room to be read"


def cell(words="", left=0.0, top=0.0, width=60.0, height=30.0, spill=0.0, number=False, **style):
    return PageCell(left, top, width, height, words, Style(**style), spill, number)


def painted(*cells) -> QImage:
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    paint_cells(painter, cells, screen_hair)
    painter.end()
    return image


def colors(image, left, top, right, bottom):
    """Every colour in a rectangle, in points."""
    return {image.pixelColor(x, y).name() for x in range(left, right) for y in range(top, bottom)}


def inked(image, left, right):
    return colors(image, left, 0, right, 30) != {"#ffffff"}


def test_that_a_cell_has_its_fill():
    image = painted(cell(fill="#FFF8DB"))
    assert colors(image, 10, 10, 20, 20) == {"#fff8db"}
    assert colors(image, 70, 10, 80, 20) == {"#ffffff"}


def test_that_a_bar_lies_on_the_fill_as_far_as_its_share():
    image = painted(replace(cell(fill="#FFF8DB"), bar=(0.5, "#AABBCC")))
    assert colors(image, 1, 10, 29, 20).isdisjoint({"#fff8db"})
    assert colors(image, 32, 10, 55, 20) == {"#fff8db"}


def test_that_a_bar_fades_towards_the_figure():
    image = painted(replace(cell(), bar=(1.0, "#204060")))
    shades = [image.pixelColor(x, 15).lightness() for x in (3, 20, 40, 55)]
    assert shades == sorted(set(shades))


def test_that_a_frame_is_drawn_round_a_cell():
    assert "#ff0000" in colors(painted(cell(frame="#FF0000")), 0, 0, 3, 10)


def test_that_a_line_is_drawn_below_a_cell():
    image = painted(cell(underline="#00FF00"))
    assert "#00ff00" in colors(image, 10, 27, 20, 33)
    assert "#00ff00" not in colors(image, 10, 0, 20, 25)


def test_that_words_run_on_into_empty_neighbours():
    assert inked(painted(cell(LONG, spill=200.0)), 70, 150)


def test_that_words_with_too_little_room_are_made_smaller_than_they_would_be():
    image = painted(cell("fifteen letters", width=50.0))
    assert not inked(image, 52, 300)
    free, narrow = (
        words_of(cell("fifteen letters", width=300.0)),
        words_of(cell("fifteen letters", width=50.0)),
    )
    assert narrow.width() < free.width()


def test_that_numbers_never_run_on():
    assert not inked(painted(cell("123 456 789 012", spill=100.0, number=True)), 62, 300)


def test_that_wrapped_words_go_on_below():
    image = painted(cell("two words", width=30.0, height=60.0, wrap=True, valign="top"))
    assert colors(image, 0, 16, 30, 40) != {"#ffffff"}
    assert not inked(image, 40, 100)


def test_that_wrapped_words_keep_to_their_height():
    crowded = cell(LONG, width=60.0, height=30.0, wrap=True)
    assert words_of(crowded).height() <= 31
    assert words_of(cell(LONG, width=60.0, height=200.0, wrap=True)).height() > 31


@pytest.mark.parametrize(("align", "left", "right"), [("left", 0, 20), ("right", 40, 60)])
def test_that_words_stand_on_their_side(align, left, right):
    image = painted(cell("III", align=align))
    assert inked(image, left, right)
    assert not inked(image, 60 - right, 60 - left)


def test_that_indented_words_begin_further_in():
    image = painted(cell("I", indent=4))
    assert not inked(image, 0, 28)
    assert inked(image, 28, 50)


def test_that_fonts_follow_the_style_in_tenths_of_a_point():
    font = cell_font(Style(size=18, bold=True, italic=True))
    assert (font.pixelSize(), font.bold(), font.italic()) == (180, True, True)


def test_that_our_own_font_is_narrowed_where_the_real_one_is_missing(monkeypatch):
    monkeypatch.setattr(QFontDatabase, "families", lambda: ["Inter"])
    font = cell_font(Style())
    assert font.family() == "Inter"
    assert font.stretch() < QFont.Stretch.Unstretched
