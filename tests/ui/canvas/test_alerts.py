"""What the checks find, painted on the canvas, and nothing that it disturbs."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.presenters.findings import find, found
from tests.ui.colours import colours, has_hue
from workbench.document.edits.metrics import ChangeMetric
from workbench.presenters.funnel.geometry import Box
from workbench.presenters.funnel.picture import Card, Face, Pill
from workbench.ui.canvas.items.arrow import PillItem
from workbench.ui.canvas.items.card import CardItem
from workbench.ui.canvas.outline_model import NAME, VALUE
from workbench.ui.canvas.paint.arrow import paint_pill
from workbench.ui.canvas.paint.card import TINY, CardLook, paint_card
from workbench.ui.canvas.paint.layout import laid_out
from workbench.ui.canvas.paint.marks import paint_alert
from workbench.ui.theme import DARK, LIGHT

pytestmark = pytest.mark.usefixtures("theme")

SEVERITIES = ["error", "warning", "hint"]
THEMES = pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
FACE = Face("stage", "Leads", "600", "/mo", "none", "not influenced")
PLACE = QPointF(30, 30)
CARD = found("error", "Nobody answers for it", metric="leads")
PILL = found("warning", "It is far from the norm", metric="cr_qualified")


def drawn(colors, draw):
    image = QImage(220, 160, QImage.Format.Format_RGB32)
    image.fill(QColor(colors.window))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(PLACE)
    draw(painter)
    painter.end()
    return image


def card(alert, colors=LIGHT, zoom=1.0, **look):
    size = laid_out(FACE).size
    made = Card("m", FACE, Box(0, 0, size.width, size.height), alert=alert)
    return drawn(colors, lambda p: paint_card(p, made, colors, CardLook(**look), zoom))


def pill(alert, colors=LIGHT, zoom=1.0):
    made, box = Pill("35 %", "#2A9FD6", alert=alert), Box(0, 0, 50, 20)
    return drawn(colors, lambda p: paint_pill(p, made, box, colors, zoom=zoom))


def sign(alert, colors=LIGHT):
    return drawn(colors, lambda p: paint_alert(p, alert, QPointF(), colors))


def corner(image, right):
    """What is seen around the upper right corner of something that wide."""
    return colours(image.copy(int(PLACE.x() + right) - 10, int(PLACE.y()) - 9, 22, 20))


def outline_of(image):
    """Which points are neither ground nor surface: a shape without its colours."""
    ground = {QColor(LIGHT.window).name(), QColor(LIGHT.surface).name()}
    return {
        (x, y)
        for x in range(18, 43)
        for y in range(18, 43)
        if image.pixelColor(x, y).name() not in ground
    }


@THEMES
@pytest.mark.parametrize("paint", [card, pill])
def test_that_every_severity_looks_different(paint, colors):
    images = [paint(alert, colors) for alert in ("", *SEVERITIES)]
    assert all(one != two for at, one in enumerate(images) for two in images[at + 1 :])


@THEMES
@pytest.mark.parametrize(("alert", "name"), [("error", "bad"), ("warning", "warn")])
@pytest.mark.parametrize(("paint", "right"), [(card, 146), (pill, 50)])
@pytest.mark.parametrize("zoom", [1.0, TINY / 2])
def test_that_the_corner_has_the_colour_of_the_severity(paint, right, alert, name, colors, zoom):
    assert has_hue(corner(paint(alert, colors, zoom), right), getattr(colors, name))
    assert not has_hue(corner(paint("", colors, zoom), right), getattr(colors, name))


def test_that_the_severities_are_told_apart_by_their_shapes():
    shapes = [outline_of(sign(alert)) for alert in SEVERITIES]
    assert all(len(one ^ two) > 25 for at, one in enumerate(shapes) for two in shapes[at + 1 :])


@THEMES
def test_that_only_an_error_has_a_border_of_its_own(colors):
    left = [colours(card(alert, colors).copy(28, 60, 5, 5)) for alert in ("", *SEVERITIES)]
    assert [has_hue(seen, colors.bad) for seen in left] == [False, True, False, False]


@THEMES
def test_that_a_selected_card_keeps_its_sign(colors):
    image = card("error", colors, selected=True)
    assert has_hue(corner(image, 146), colors.bad)
    assert not has_hue(colours(image.copy(28, 60, 5, 5)), colors.bad)


@pytest.mark.parametrize("name", ["Leads", "Квалифицированные лиды", "W" * 60])
def test_that_a_sign_covers_no_word(name):
    layout = laid_out(Face("stage", name, "600", "/mo", "none", "not influenced"))
    around = QRectF(layout.size.width - 9, -4, 13, 13)
    assert around.intersected(layout.name_box).height() <= 1


def test_that_signs_are_shown_on_what_is_there(hands):
    items = {item for item in hands.place.scene.items() if isinstance(item, CardItem | PillItem)}
    find(hands.desk, CARD, PILL)
    assert items == {i for i in hands.place.scene.items() if isinstance(i, CardItem | PillItem)}
    assert hands.place.scene.card("leads").card.alert == "error"
    pills = [item.arrow for item in items if isinstance(item, PillItem)]
    assert [a.link.metric for a in pills if a.pill and a.pill.alert] == ["cr_qualified"]
    find(hands.desk)
    assert hands.place.scene.card("leads").card.alert == ""


def test_that_only_what_has_another_sign_is_painted_again(hands, monkeypatch):
    painted = []
    monkeypatch.setattr(CardItem, "update", lambda item: painted.append(item.card.key))
    find(hands.desk, CARD)
    find(hands.desk, CARD)
    assert painted == ["leads"]


def test_that_no_part_of_a_sign_is_cut_off(hands):
    find(hands.desk, CARD, PILL)
    item = hands.place.scene.card("leads")
    right = item.card.box.width
    assert item.boundingRect().contains(QRectF(right - 10, -10, 20, 20))
    pills = [item for item in hands.place.scene.items() if isinstance(item, PillItem)]
    for one in pills:
        edge = QPointF(one.box.right, one.box.y)
        assert one.boundingRect().contains(QRectF(edge.x() - 8, edge.y() - 7, 14, 14))


def test_that_a_pill_is_no_easier_to_hit_because_of_signs(hands):
    box = hands.place.funnel.picture.arrow_by_metric["cr_qualified"].pill_box
    above = QPointF(box.center.x + 12, box.y - 7)
    assert not isinstance(hands.place.scene.thing_at(above), PillItem)


def test_that_findings_do_not_end_a_drag(hands):
    start = hands.middle("leads")
    hands.begin_drag(start, start + QPointF(0, 60))
    there = hands.place.scene.card("leads").pos()
    find(hands.desk, CARD, PILL)
    assert hands.place.scene.card("leads").pos() == there
    assert hands.place.scene.card("leads").card.alert == "error"
    hands.release(start + QPointF(0, 60))
    assert hands.undo_title == "Move cards"
    assert hands.place.scene.card("leads").card.alert == "error"


def test_that_findings_leave_a_name_alone_that_is_being_typed(hands):
    hands.desk.selection.metrics(["leads"])
    hands.key(Qt.Key.Key_F2)
    hands.type("Enq")
    find(hands.desk, CARD)
    hands.type("uiries")
    hands.key(Qt.Key.Key_Return)
    assert hands.project.metric("leads").name == "Enquiries"


def test_that_the_pointer_is_told_in_lines_that_fit_the_screen(hands, monkeypatch):
    told = []
    monkeypatch.setattr(
        "workbench.ui.canvas.view.QToolTip.showText", lambda _at, words, *_: told.append(words)
    )
    find(hands.desk, found("error", "who cannot move it " * 12, metric="leads"))
    at, viewport = hands.at(hands.middle("leads")), hands.place.view.viewport()
    QApplication.sendEvent(
        viewport, QHelpEvent(QHelpEvent.Type.ToolTip, at, viewport.mapToGlobal(at))
    )
    assert "who cannot move it" in told[0]
    assert max(map(len, told[0].split("\n"))) <= 80


@pytest.fixture
def model(hands):
    hands.place.toggle_outline()
    return hands.place.outline.model()


def test_that_the_outline_marks_and_says_what_is_found(hands, model):
    find(hands.desk, CARD)
    index = model.index_of("leads", NAME)
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Лиды — error: Nobody answers for it"
    assert index.data(Qt.ItemDataRole.ToolTipRole).endswith("\n\nNobody answers for it")
    assert index.data() == "Лиды"


def test_that_the_outline_tells_only_the_rows_that_differ(hands, model):
    changed = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.data()))
    find(hands.desk, CARD)
    find(hands.desk, CARD)
    assert changed == ["Лиды"]


@pytest.mark.parametrize(
    ("key", "column", "begun", "rest", "after"),
    [
        ("leads", NAME, "Enq", "uiries", ("name", "Enquiries")),
        ("average_deal", VALUE, "9", "000", ("value", 9000.0)),
    ],
)
def test_that_findings_leave_alone_what_is_typed_in_the_outline(
    hands, model, key, column, begun, rest, after
):
    outline = hands.place.outline
    outline.setFocus()
    outline.setCurrentIndex(model.index_of(key, column))
    if column == NAME:
        QTest.keyClick(outline, Qt.Key.Key_F2)
        QTest.keyClicks(outline.viewport().findChild(QLineEdit), begun)
    else:
        QTest.keyClicks(outline, begun)
    find(hands.desk, found("error", "Nobody answers for it", metric=key))
    field = outline.viewport().findChild(QLineEdit)
    QTest.keyClicks(field, rest)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert getattr(hands.project.metric(key), after[0]) == after[1]


def test_that_signs_follow_a_mend(hands):
    hands.desk.do(ChangeMetric("average_deal", {"value": None}))
    find(hands.desk, found("error", "It has no value", metric="average_deal"))
    hands.desk.session.undo()
    find(hands.desk)
    assert hands.place.scene.card("average_deal").card.alert == ""
