"""The scene follows pictures by their differences."""

import pytest
from PySide6.QtCore import QPointF, QRectF

from tests.presenters.funnel_cases import short
from tests.projects import metric
from workbench.base.languages import language
from workbench.document.edits.metrics import AddMetric, ChangeMetric
from workbench.formula.wiring import RemoveMetrics
from workbench.planning.forward import calculate
from workbench.presenters.funnel.composer import Composer
from workbench.presenters.funnel.funnel import Chosen
from workbench.presenters.funnel.geometry import Point
from workbench.presenters.funnel.routes import straight
from workbench.presenters.funnel.snapping import Guide
from workbench.ui.canvas.items.arrow import ArrowItem, PillItem
from workbench.ui.canvas.items.card import CardItem
from workbench.ui.canvas.items.overlay import NOTHING, Preview
from workbench.ui.canvas.paint.layout import CanvasSizes
from workbench.ui.canvas.scene import FunnelScene


@pytest.fixture
def scene(theme):
    made = FunnelScene(theme)
    yield made
    made.clear()


@pytest.fixture
def show(scene):
    composer = Composer(CanvasSizes())

    def shown(project):
        picture = composer.picture(calculate(project), language("en"))
        scene.show_picture(picture)
        return picture

    return shown


def count(scene, kind):
    return sum(isinstance(item, kind) for item in scene.items())


def test_that_every_card_arrow_and_pill_has_one_item(scene, show):
    show(short())
    assert (count(scene, CardItem), count(scene, ArrowItem), count(scene, PillItem)) == (5, 4, 2)


def test_that_an_item_stays_when_its_value_changes(scene, show):
    show(short())
    before = scene.card("price")
    show(ChangeMetric("price", {"value": 700.0}).apply(short()))
    assert scene.card("price") is before
    assert before.card.face.figure == "700"


def test_that_what_is_gone_leaves_no_item(scene, show):
    show(short())
    show(RemoveMetrics(frozenset({"leads"})).apply(short()))
    assert scene.card("leads") is None
    assert count(scene, PillItem) == 0


def test_that_what_is_new_gets_an_item(scene, show):
    show(short())
    show(AddMetric(metric("calls", value=1.0)).apply(short()))
    assert scene.card("calls") is not None


def test_that_a_card_that_grows_takes_its_new_room(scene, show):
    show(short())
    item = scene.card("price")
    before = item.boundingRect().height()
    show(ChangeMetric("price", {"name": "The average price of all our deals"}).apply(short()))
    assert item.boundingRect().height() > before


def test_that_a_conversion_that_becomes_plain_loses_its_pill(scene, show):
    show(short())
    plain = {"from_stage": None, "to_stage": None}
    show(ChangeMetric("cr_lead", plain).apply(short()))
    assert scene.card("cr_lead") is not None
    assert count(scene, PillItem) == 1


def test_that_selected_items_are_marked_and_a_new_selection_unmarks_them(scene, show):
    show(short())
    scene.show_chosen(Chosen(frozenset({"leads", "cr_lead"})))
    assert scene.card("leads").is_selected
    scene.show_chosen(Chosen(frozenset({"price"})))
    assert not scene.card("leads").is_selected
    assert scene.card("price").is_selected


def test_that_a_selection_survives_another_picture(scene, show):
    show(short())
    scene.show_chosen(Chosen(frozenset({"leads"})))
    show(ChangeMetric("price", {"value": 700.0}).apply(short()))
    assert scene.card("leads").is_selected


def test_that_a_pill_lies_over_cards_and_cards_over_arrows(scene, show):
    show(short())
    levels = {type(item): item.zValue() for item in scene.items()}
    assert levels[ArrowItem] < levels[CardItem] < levels[PillItem]


def test_that_a_thin_arrow_is_found_from_a_little_beside(scene, show):
    picture = show(short())
    arrow = next(a for a in picture.arrows if a.link.source == "price")
    at = arrow.curve.at(0.5)
    found = scene.thing_at(QPointF(at.x + 6, at.y))
    assert isinstance(found, ArrowItem)
    assert found.arrow.link.source == "price"


def test_that_nothing_is_found_on_empty_ground(scene, show):
    show(short())
    assert scene.thing_at(QPointF(-500, -500)) is None


def test_that_the_middle_of_what_is_selected_is_known(scene, show):
    picture = show(short())
    assert scene.chosen_point() is None
    scene.show_chosen(Chosen(frozenset({"cr_lead"})))
    box = picture.arrow_by_metric["cr_lead"].pill_box
    assert scene.chosen_point() == QPointF(box.center.x, box.center.y)


def test_that_others_are_told_of_another_picture(scene, show, qtbot):
    with qtbot.waitSignal(scene.changed_picture):
        show(short())


def test_that_a_preview_covers_all_it_shows(scene, show):
    picture = show(short())
    preview = Preview(
        guides=(Guide(Point(0, -300), Point(0, 300)),),
        curve=straight(picture.cards[0].box, Point(900, 500)),
        marquee=QRectF(-50, -50, 10, 10),
        outline=QRectF(0, 800, 50, 50),
        ghosts=(picture.cards[0],),
    )
    scene.show_preview(preview)
    extent = scene._overlay.boundingRect()
    assert extent.contains(QRectF(-50, -300, 940, 1150))
    scene.show_preview()
    assert scene.preview == NOTHING


def test_that_the_target_of_an_arrow_is_marked_and_unmarked(scene, show):
    show(short())
    scene.show_preview(NOTHING, "leads")
    assert scene.card("leads")._look.target
    scene.show_preview()
    assert not scene.card("leads")._look.target


@pytest.mark.parametrize(
    ("dx", "dy", "part"), [(20, 14, "name"), (20, 38, "value"), (20, 70, "body")]
)
def test_that_a_card_knows_its_parts(scene, show, dx, dy, part):
    box = show(short()).card_by_key["price"].box
    assert scene.card("price").part_at(QPointF(box.x + dx, box.y + dy)) == part


def test_that_the_handle_counts_as_part_of_the_card(scene, show):
    box = show(short()).card_by_key["price"].box
    item = scene.card("price")
    assert item.shape().contains(QPointF(box.width + 5, box.height / 2))
