"""Sides of paper below each other, white on the ground of the window."""

import pytest
from PySide6.QtGui import QColor

from workbench.excel.plan import Style
from workbench.presenters.sheets.leaf import Leaf, Part
from workbench.presenters.sheets.page import PageCell
from workbench.ui.panels.sheets.paper import GAP, Paper


@pytest.fixture
def paper(qtbot, theme):
    made = Paper(theme)
    qtbot.addWidget(made)
    return made


def leaf(*words, width=300.0, height=120.0, **style):
    cells = tuple(PageCell(0, 0, 60, 30, one, Style(**style)) for one in words)
    return Leaf("Sheet", width, height, 1.0, (Part(cells, 0, 0, 30, 30),))


def test_that_a_side_is_as_large_as_its_paper(paper):
    paper.show_leaves((leaf(),))
    assert (paper.width(), paper.height()) == (400, 160)


def test_that_sides_lie_below_each_other(paper):
    paper.show_leaves((leaf(), leaf()))
    assert paper.height() == 2 * 160 + GAP * 4 / 3
    assert paper.top_of(1) == 160 + GAP * 4 / 3


def test_that_a_narrower_side_lies_in_the_middle(paper, theme):
    paper.show_leaves((leaf(), leaf(width=150.0)))
    picture = paper.grab().toImage()
    y = round(paper.top_of(1)) + 80
    assert picture.pixelColor(200, y) == QColor("#FFFFFF")
    assert picture.pixelColor(40, y) != QColor("#FFFFFF")


def test_that_a_scale_makes_the_paper_larger(paper):
    paper.show_leaves((leaf(),))
    paper.scale_to(2.0)
    assert paper.width() == 800
    assert paper.natural_width() == 400


def test_that_a_part_lies_where_it_was_put(paper):
    paper.show_leaves((leaf("", fill="#FF0000"),))
    picture = paper.grab().toImage()
    assert picture.pixelColor(60, 60).name() == "#ff0000"
    assert picture.pixelColor(30, 30).name() == "#ffffff"


def test_that_nothing_to_show_is_nothing(paper):
    paper.show_leaves(())
    assert (paper.width(), paper.height()) == (0, 0)
    assert paper.accessibleDescription() == ""


def test_that_the_words_of_a_sheet_are_read_out(paper):
    paper.show_leaves((leaf("Role", ""), leaf("SDR")))
    assert paper.accessibleDescription() == "Role; SDR"
