"""How cards are laid out and painted."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from workbench.presenters.funnel.geometry import Box
from workbench.presenters.funnel.picture import Band, Card, Chip, Face
from workbench.ui.canvas.paint.band import paint_bands, paint_dots
from workbench.ui.canvas.paint.card import CardLook, paint_card
from workbench.ui.canvas.paint.layout import PAD, WIDTH, CanvasSizes, laid_out
from workbench.ui.canvas.paint.lettering import name_font
from workbench.ui.theme import DARK, LIGHT

pytestmark = pytest.mark.usefixtures("theme")


def face(name="Leads", chips=(), **members):
    return Face("stage", name, "600", "/mo", "direct", "1 day", chips, **members)


def chip(words="SDR", look="owner"):
    return Chip(words, "#2A9FD6", look)


def painted(made, zoom=1.0, colors=LIGHT, look=None):
    size = laid_out(made).size
    image = QImage(220, 180, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.translate(30, 30)
    card = Card("m", made, Box(0, 0, size.width, size.height))
    paint_card(painter, card, colors, look or CardLook(), zoom)
    painter.end()
    return image


def test_that_a_name_of_one_line_makes_a_lower_card():
    assert laid_out(face()).size.height < laid_out(face("Qualified leads of the year")).size.height


def test_that_a_long_name_takes_two_lines_and_is_elided():
    lines = laid_out(face("Opportunities with a dated next step and a proposal")).name_lines
    assert len(lines) == 2
    assert lines[1].endswith("…")


@pytest.mark.parametrize("name", ["W" * 200, "Квалифицированные лиды", "a", "много слов " * 18])
def test_that_no_line_is_wider_than_the_card(name):
    for line in laid_out(face(name)).name_lines:
        assert QFontMetricsF(name_font()).horizontalAdvance(line) <= WIDTH - 2 * PAD + 1


def test_that_the_figure_decides_nothing_about_the_size():
    assert CanvasSizes().card(face()) == CanvasSizes().card(face(trouble=True))


@pytest.mark.parametrize("name", ["Leads", "Квалифицированные лиды"])
def test_that_the_warning_stands_beside_the_value_and_under_no_name(name):
    layout = laid_out(face(name, trouble=True))
    assert layout.figure_box.contains(layout.warning_box)
    assert not layout.name_box.intersects(layout.warning_box)


def test_that_chips_never_leave_the_card():
    chips = tuple(chip(f"Key Account Manager {n}") for n in range(6))
    layout = laid_out(face(chips=chips))
    inner = QRectF(0, 0, layout.size.width, layout.size.height)
    assert all(inner.contains(placed.box) for placed in layout.chips)


def test_that_chips_that_find_no_room_are_counted():
    chips = tuple(chip(f"Role {n}") for n in range(9))
    last = laid_out(face(chips=chips)).chips[-1]
    shown = len(laid_out(face(chips=chips)).chips) - 1
    assert (last.chip.look, last.words) == ("more", f"+{9 - shown}")


def test_that_chips_do_not_overlap():
    chips = tuple(chip(f"Role {n}") for n in range(4))
    boxes = [placed.box for placed in laid_out(face(chips=chips)).chips]
    assert not any(one.intersects(two) for one in boxes for two in boxes if one is not two)


def test_that_a_longer_value_makes_a_wider_pill():
    assert CanvasSizes().pill("100 %").width > CanvasSizes().pill("5 %").width


@pytest.mark.parametrize(
    "other",
    [
        {"look": CardLook(selected=True)},
        {"look": CardLook(target=True)},
        {"colors": DARK},
        {"zoom": 0.2},
    ],
)
def test_that_a_card_looks_different_when_it_should(other):
    assert painted(face(), **other) != painted(face())


@pytest.mark.parametrize("kind", ["driver", "result", "standard"])
def test_that_kinds_can_be_told_apart(kind):
    other = Face(kind, "Leads", "600", "/mo", "direct", "1 day")
    assert painted(other) != painted(face())


@pytest.mark.parametrize("look", ["owner", "answers", "helps"])
def test_that_parts_of_roles_can_be_told_apart(look):
    others = {"owner", "answers", "helps"} - {look}
    mine = painted(face(chips=(chip(look=look),)))
    assert all(painted(face(chips=(chip(look=other),))) != mine for other in others)


def test_that_trouble_is_marked():
    assert painted(face(trouble=True)) != painted(face())


def test_that_a_stripe_is_painted_where_it_lies():
    image = QImage(100, 20, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    bands = (Band("a", "A", 0, None, 50.0), Band("b", "B", 1, 50.0, None))
    paint_bands(painter, bands, QRectF(0, 0, 100, 20), LIGHT)
    painter.end()
    assert image.pixelColor(10, 10) == QColor(LIGHT.bands[0])
    assert image.pixelColor(90, 10) == QColor(LIGHT.bands[1])


@pytest.mark.parametrize(("zoom", "dotted"), [(1.0, True), (0.3, False)])
def test_that_dots_are_left_out_when_everything_is_small(zoom, dotted):
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    plain = image.copy()
    painter = QPainter(image)
    paint_dots(painter, QRectF(0, 0, 100, 100), LIGHT, zoom)
    painter.end()
    assert (image != plain) == dotted
