"""A page painted as a spreadsheet prints it."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase

from workbench.excel.plan import Style
from workbench.presenters.sheets.page import Page, PageCell
from workbench.ui.panels.sheets.paper import Paper, cell_font

MARGIN = 34


@pytest.fixture
def paper(qtbot, theme):
    made = Paper(theme)
    qtbot.addWidget(made)
    return made


def cell(words="", left=0.0, top=0.0, width=60.0, height=30.0, spill=0.0, number=False, **style):
    return PageCell(left, top, width, height, words, Style(**style), spill, number)


def page(*cells, name="Sheet"):
    return Page(name, cells, 300.0, 120.0)


def colors(paper, left, top, right, bottom):
    """Every colour in a rectangle of the page, in pixels from its corner."""
    picture = paper.grab().toImage()
    return {
        picture.pixelColor(MARGIN + x, MARGIN + y).name()
        for x in range(left, right)
        for y in range(top, bottom)
    }


def test_that_a_page_is_as_large_as_its_sheet_with_a_margin(paper):
    paper.show_page(page())
    assert paper.width() == 300 * 4 / 3 + 2 * MARGIN
    assert paper.height() == 120 * 4 / 3 + 2 * MARGIN


def test_that_a_scale_makes_the_page_larger(paper):
    paper.show_page(page())
    before = paper.width()
    paper.scale_to(2.0)
    assert paper.width() == 2 * before
    assert paper.natural_width() == before


def test_that_a_cell_has_its_fill(paper):
    paper.show_page(page(cell(fill="#FFF8DB")))
    assert colors(paper, 10, 10, 20, 20) == {"#fff8db"}
    assert colors(paper, 90, 10, 100, 20) == {"#ffffff"}


def test_that_a_frame_is_drawn_round_a_cell(paper):
    paper.show_page(page(cell(frame="#FF0000")))
    assert "#ff0000" in colors(paper, 0, 0, 3, 10)


def test_that_a_line_is_drawn_below_a_cell(paper):
    paper.show_page(page(cell(underline="#00FF00")))
    assert "#00ff00" in colors(paper, 10, 37, 20, 43)
    assert "#00ff00" not in colors(paper, 10, 0, 20, 30)


def inked(paper, left, right):
    return colors(paper, left, 0, right, 40) != {"#ffffff"}


def test_that_words_run_on_into_empty_neighbours(paper):
    long = "words that need much room to be read"
    paper.show_page(page(cell(long, spill=100.0)))
    assert inked(paper, 85, 200)


def test_that_words_stop_at_a_neighbour(paper):
    paper.show_page(page(cell("words that need much room to be read")))
    assert not inked(paper, 85, 200)


def test_that_numbers_never_run_on(paper):
    paper.show_page(page(cell("123 456 789 012 345 678", spill=100.0, number=True)))
    assert not inked(paper, 85, 200)


def test_that_wrapped_words_go_on_below(paper):
    paper.show_page(page(cell("two words", width=24.0, height=60.0, wrap=True, valign="top")))
    assert colors(paper, 0, 25, 30, 50) != {"#ffffff"}
    assert not inked(paper, 40, 100)


@pytest.mark.parametrize(("align", "left", "right"), [("left", 0, 25), ("right", 55, 80)])
def test_that_words_stand_on_their_side(paper, align, left, right):
    paper.show_page(page(cell("III", align=align)))
    assert inked(paper, left, right)
    assert not inked(paper, 80 - right, 80 - left)


def test_that_indented_words_begin_further_in(paper):
    paper.show_page(page(cell("I", indent=4)))
    assert not inked(paper, 0, 36)
    assert inked(paper, 36, 60)


def test_that_fonts_follow_the_style():
    font = cell_font(Style(size=18, bold=True, italic=True))
    assert (font.pixelSize(), font.bold(), font.italic()) == (24, True, True)


def test_that_our_own_font_is_narrowed_where_the_real_one_is_missing(monkeypatch):
    monkeypatch.setattr(QFontDatabase, "families", lambda: ["Inter"])
    font = cell_font(Style())
    assert font.family() == "Inter"
    assert font.stretch() < QFont.Stretch.Unstretched


def test_that_no_page_is_white_paper(paper):
    paper.show_page(None)
    paper.resize(100, 100)
    assert paper.grab().toImage().pixelColor(50, 50).name() == "#ffffff"
    assert paper.accessibleDescription() == ""


def test_that_the_words_of_a_page_are_read_out(paper):
    paper.show_page(page(cell("Role"), cell(""), cell("SDR")))
    assert paper.accessibleDescription() == "Role; SDR"
