"""From project and forecast to cards, arrows and pills."""

import pytest

from tests.presenters.funnel_cases import PHASES, FixedSizes, at, picture_of, short
from tests.projects import example, metric, project
from workbench.base.languages import language
from workbench.document.edits.kpis import Assign
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.kpi import Kpi
from workbench.planning.forward import calculate
from workbench.presenters.funnel.composer import Composer
from workbench.presenters.funnel.geometry import Point

EN = language("en")


def pill(picture, key):
    return picture.arrow_by_metric[key].pill


def links(picture):
    return {(a.link.source, a.link.target): a.link.line for a in picture.arrows}


def test_that_every_metric_but_a_conversion_on_an_arrow_is_a_card():
    assert list(picture_of(short()).card_by_key) == ["visits", "leads", "deals", "price", "revenue"]


def test_that_a_conversion_without_ends_is_a_card():
    assert "churn" in picture_of(example()).card_by_key


def test_that_a_conversion_between_conversions_is_a_card_because_no_arrow_can_carry_it():
    rate = {"kind": "conversion", "unit": "ratio"}
    made = project(
        metric("a", kind="stage", value=1.0),
        metric("b", kind="stage", formula="a * c"),
        metric("c", value=0.5, from_stage="a", to_stage="b", **rate),
        metric("odd", value=0.5, from_stage="c", to_stage="b", **rate),
        metric("self", value=0.5, from_stage="a", to_stage="a", **rate),
    )
    assert set(picture_of(made).card_by_key) == {"a", "b", "odd", "self"}


def test_that_a_card_shows_the_average_month():
    face = picture_of(short()).card_by_key["visits"].face
    assert (face.figure, face.unit) == ("1,000", "/mo")


def test_that_owners_come_first_and_helpers_look_different():
    chips = picture_of(example(), "ru").card_by_key["revenue"].face.chips
    assert [(chip.words, chip.look) for chip in chips] == [
        ("Sales Executive", "owner"), ("РОП", "answers"),
    ]  # fmt: skip


def test_that_a_contributor_is_shown_as_one():
    made = Assign(Kpi(metric="visits", role="bdr", part="contributor")).apply(example())
    chips = picture_of(made).card_by_key["visits"].face.chips
    assert [chip.look for chip in chips] == ["helps"]


def test_that_an_input_without_a_value_reads_not_set():
    face = picture_of(project(metric("a", kind="stage"))).card_by_key["a"].face
    assert (face.figure, face.unit, face.trouble) == ("—", "not set", True)


def test_that_trouble_travels_to_what_follows():
    made = project(metric("a"), metric("b", formula="a * 2"))
    assert picture_of(made).card_by_key["b"].face.trouble


def test_that_a_pill_has_the_colour_of_the_owner():
    found = pill(picture_of(example(), "ru"), "cr_qualified")
    assert (found.words, found.color) == ("80\u00a0%", "#2A9FD6")


def test_that_a_pill_without_an_owner_has_no_colour():
    assert pill(picture_of(short()), "cr_lead").color == ""


def test_that_a_conversion_without_a_value_says_so_on_its_arrow():
    made = ChangeMetric("cr_lead", {"value": None}).apply(short())
    found = pill(picture_of(made), "cr_lead")
    assert (found.words, found.trouble) == ("not set", True)


def test_that_formulas_draw_plain_arrows_beside_conversions():
    assert links(picture_of(short())) == {
        ("visits", "leads"): "conversion",
        ("leads", "deals"): "conversion",
        ("deals", "revenue"): "term",
        ("price", "revenue"): "term",
    }


def test_that_what_comes_months_later_is_told_apart():
    made = project(metric("a", value=1.0), metric("b", formula="lag(a, 2)"))
    assert links(picture_of(made)) == {("a", "b"): "lagged"}


def test_that_a_stock_that_carries_itself_on_has_no_arrow_to_itself():
    assert not any(source == target for source, target in links(picture_of(example())))


def test_that_a_standard_points_to_what_it_protects():
    made = project(
        metric("a", value=1.0), metric("s", kind="standard", value=5.0, guards=("a",)),
    )  # fmt: skip
    assert links(picture_of(made)) == {("s", "a"): "guard"}


def test_that_the_drivers_of_a_conversion_point_to_its_pill():
    made = project(
        metric("a", kind="stage", value=9.0), metric("b", kind="stage", formula="a * c"),
        metric("skill", value=0.5),
        metric("c", kind="conversion", unit="ratio", formula="skill", from_stage="a", to_stage="b"),
    )  # fmt: skip
    picture = picture_of(made)
    assert links(picture) == {("a", "b"): "conversion", ("skill", "c"): "term"}
    box = picture.arrow_by_metric["c"].pill_box
    assert box is not None
    end = next(a for a in picture.arrows if a.link.source == "skill").curve.end
    assert box.grown(1).holds(end)


def test_that_what_stays_the_same_stays_the_same_object():
    composer = Composer(FixedSizes())
    before = composer.picture(calculate(short()), EN)
    after = composer.picture(calculate(ChangeMetric("price", {"value": 700.0}).apply(short())), EN)
    assert after.card_by_key["visits"] is before.card_by_key["visits"]
    assert after.card_by_key["price"] is not before.card_by_key["price"]
    assert after.arrows[0] is before.arrows[0]


def test_that_another_owner_is_shown_although_the_value_is_the_same():
    composer = Composer(FixedSizes())
    made = example()
    composer.picture(calculate(made), EN)
    given = Assign(Kpi(metric="visits", role="marketer")).apply(made)
    chips = composer.picture(calculate(given), EN).card_by_key["visits"].face.chips
    assert [chip.words for chip in chips] == ["Маркетолог"]


def test_that_a_preview_moves_cards_and_the_arrows_with_them():
    composer = Composer(FixedSizes())
    picture = composer.picture(calculate(short()), EN)
    box = picture.card_by_key["visits"].box
    moved = composer.moved({"visits": box.at(Point(0, 300))})
    assert moved.card_by_key["visits"].box.y == 300
    assert moved.arrow_by_metric["cr_lead"].curve.start.y > 300
    assert moved.bands == picture.bands


def test_that_a_card_in_the_stripe_of_another_phase_says_where_it_belongs():
    made = ChangeMetric("visits", {"phase": "deal"}).apply(short())
    assert picture_of(made).card_by_key["visits"].stray == "Deal"
    assert picture_of(short()).card_by_key["visits"].stray == ""


def test_that_a_card_is_found_under_a_point():
    picture = picture_of(short())
    found = picture.card_at(Point(300, 50))
    assert found is not None
    assert found.key == "leads"
    assert picture.card_at(Point(-500, 0)) is None


def test_that_an_empty_project_has_a_picture_without_extent():
    picture = picture_of(project(phases=PHASES))
    assert picture.extent is None
    assert [band.name for band in picture.bands] == ["Interest", "Deal"]


@pytest.mark.parametrize("code", ["en", "ru"])
def test_that_the_example_is_drawn_in_both_languages(code):
    picture = picture_of(example(), code)
    assert len(picture.cards) == 15
    assert not any(card.face.trouble for card in picture.cards)


def test_that_a_broken_formula_is_trouble_on_its_card_only():
    made = project(
        metric("a", formula="b *", position=at(0, 0)), metric("b", value=2.0, position=at(0, 200))
    )
    picture = picture_of(made)
    assert picture.card_by_key["a"].face.trouble
    assert not picture.card_by_key["b"].face.trouble
