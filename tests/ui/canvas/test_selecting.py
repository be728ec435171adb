"""Cards, pills and arrows selected, by mouse and keyboard."""

from PySide6.QtCore import QPointF, Qt

from tests.ui.canvas.conftest import ALT, CTRL, SHIFT

EMPTY = QPointF(220, 420)


def test_that_a_click_selects_a_card(hands):
    hands.click(hands.middle("leads"))
    assert hands.selected == {"leads"}


def test_that_a_click_on_a_pill_selects_the_conversion(hands):
    hands.click(hands.pill("cr_lead"))
    assert hands.selected == {"cr_lead"}


def test_that_a_click_on_the_line_of_a_conversion_selects_it(hands):
    curve = hands.place.funnel.picture.arrow_by_metric["cr_lead"].curve
    at = curve.at(0.15)
    hands.click(QPointF(at.x, at.y))
    assert hands.selected == {"cr_lead"}


def test_that_another_arrow_is_selected_on_its_own(hands):
    arrow = next(a for a in hands.place.funnel.picture.arrows if a.link.source == "average_deal")
    at = arrow.curve.at(0.2)
    hands.click(QPointF(at.x, at.y))
    assert hands.place.funnel.chosen.link == ("average_deal", "revenue", "")
    assert hands.selected == set()


def test_that_a_click_on_empty_ground_selects_nothing(hands):
    hands.click(hands.middle("leads"))
    hands.click(EMPTY)
    assert hands.selected == set()


def test_that_shift_click_adds_and_takes_away(hands):
    hands.click(hands.middle("leads"))
    hands.click(hands.middle("visits"), SHIFT)
    assert hands.selected == {"leads", "visits"}
    hands.click(hands.middle("leads"), SHIFT)
    assert hands.selected == {"visits"}


def test_that_a_marquee_selects_the_cards_it_touches(hands):
    hands.drag(QPointF(20, 60), QPointF(500, 240))
    assert hands.selected == {"visits", "leads"}


def test_that_a_marquee_with_shift_adds(hands):
    hands.click(hands.middle("deals"))
    hands.drag(QPointF(20, 60), QPointF(200, 240), SHIFT)
    assert hands.selected == {"deals", "visits"}


def test_that_a_marquee_with_ctrl_toggles(hands):
    hands.desk.selection.metrics(["visits", "deals"])
    hands.drag(QPointF(20, 60), QPointF(500, 240), CTRL)
    assert hands.selected == {"deals", "leads"}


def test_that_escape_in_a_marquee_brings_the_old_selection_back(hands):
    hands.click(hands.middle("deals"))
    hands.begin_drag(QPointF(20, 60), QPointF(200, 240), SHIFT)
    hands.key(Qt.Key.Key_Escape)
    assert hands.selected == {"deals"}
    assert hands.place.scene.preview.marquee is None


def test_that_ctrl_a_selects_every_card(hands):
    hands.key(Qt.Key.Key_A, CTRL)
    assert len(hands.selected) == len(hands.place.funnel.picture.cards)


def test_that_escape_selects_nothing(hands):
    hands.click(hands.middle("leads"))
    hands.key(Qt.Key.Key_Escape)
    assert hands.selected == set()


def test_that_alt_and_arrows_walk_from_card_to_pill_to_card(hands):
    hands.click(hands.middle("visits"))
    hands.key(Qt.Key.Key_Right, ALT)
    assert hands.selected == {"cr_lead"}
    hands.key(Qt.Key.Key_Right, ALT)
    assert hands.selected == {"leads"}
    hands.key(Qt.Key.Key_Down, ALT)
    assert hands.selected == {"cr_qualified"}


def test_that_an_arrow_key_without_a_selection_begins_at_the_left(hands):
    hands.key(Qt.Key.Key_Right)
    first = min(hands.place.funnel.picture.cards, key=lambda card: (card.box.x, card.box.y))
    assert hands.selected == {first.key}


def test_that_a_selection_made_elsewhere_is_shown(hands):
    hands.desk.selection.metrics(["leads"])
    assert hands.place.scene.card("leads").is_selected
    assert not hands.place.scene.card("visits").is_selected


def test_that_go_to_selects_a_metric_and_brings_it_into_the_middle(hands):
    hands.place.go_to("revenue")
    center = hands.place.view.camera.center
    assert hands.selected == {"revenue"}
    assert abs(center.x() - hands.box("revenue").center.x) < 2


def test_that_go_to_finds_a_conversion_on_its_arrow(hands):
    hands.place.go_to("cr_deal")
    assert abs(hands.place.view.camera.center.x() - hands.pill("cr_deal").x()) < 2
