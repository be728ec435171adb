"""Where things lie: stripes, free places, ways of arrows, snapping, walking."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.presenters.funnel_cases import PHASES, FixedSizes, at, picture_of, short
from tests.projects import example, metric, project
from workbench.document.client import Phase
from workbench.presenters.funnel.bands import WIDTH, bands_of
from workbench.presenters.funnel.crowd import Crowd
from workbench.presenters.funnel.geometry import Box, Curve, Point, Size, around, snapped
from workbench.presenters.funnel.picture import Band, Link, Pill
from workbench.presenters.funnel.placing import MARGIN, Wish, free_place, off_borders
from workbench.presenters.funnel.routes import routed, sides
from workbench.presenters.funnel.snapping import snap, to_grid
from workbench.presenters.funnel.walking import along_link

THREE = tuple(Phase(key=key, name=key) for key in ("a", "b", "c"))
coordinates = st.integers(-2000, 2000).map(float)


def box(x: float, y: float = 0.0, width: float = 140.0, height: float = 100.0) -> Box:
    return Box(x, y, width, height)


def edges(*cards):
    return [band.right for band in bands_of(THREE, cards)][:-1]


def test_that_a_stripe_ends_in_the_middle_of_the_gap():
    assert edges(("a", box(0)), ("b", box(240)), ("c", box(480))) == [190, 430]


def test_that_the_outermost_stripes_have_no_outer_edge():
    bands = bands_of(THREE, [("a", box(0)), ("b", box(240))])
    assert (bands[0].left, bands[-1].right) == (None, None)


def test_that_overlapping_phases_are_cut_where_fewest_cards_are_astray():
    cards = [("a", box(0)), ("a", box(200)), ("a", box(620)), ("b", box(400)), ("b", box(600))]
    assert edges(*cards)[0] == 370


def test_that_no_edge_runs_between_cards_in_one_column():
    first, _ = edges(("a", box(0)), ("b", box(200)), ("a", box(200)), ("b", box(200)))
    assert first in (170, 400)


def test_that_phases_without_cards_have_stripes_of_their_own():
    assert edges() == [WIDTH, 2 * WIDTH]


def test_that_a_phase_that_comes_later_gets_a_stripe_after_the_cards():
    _, second = edges(("a", box(0)), ("b", box(300)))
    assert second > 440


def test_that_a_phase_that_comes_first_gets_a_stripe_before_the_cards():
    first, _ = edges(("b", box(0)), ("c", box(300)))
    assert first < 0


def test_that_edges_stay_where_they_are_on_an_empty_canvas_while_cards_let_them():
    assert edges(("a", box(40)), ("b", box(WIDTH + 100))) == edges() == [WIDTH, 2 * WIDTH]


def test_that_four_columns_fit_into_the_stripe_of_the_first_card():
    columns = [("a", box(40 + 246.0 * column)) for column in range(4)]
    assert all(edges(*columns[:n])[0] > columns[n][1].center.x for n in range(1, 4))


def test_that_an_empty_stripe_is_never_far_from_the_cards():
    far, _ = edges(("a", box(-9000)))
    near, _ = edges(("b", box(9000)))
    assert (far, near) == (-9000 + 140 + 60 + WIDTH, 9000 - 60 - WIDTH)


def test_that_an_empty_phase_keeps_its_stripe_between_two_others_that_lie_apart():
    first, second = edges(("a", box(0)), ("c", box(2 * WIDTH + 40)))
    assert second - first >= 320


def test_that_an_empty_phase_between_two_others_side_by_side_has_no_stripe():
    first, second = edges(("a", box(0)), ("c", box(240)))
    assert first == second == 190


def test_that_cards_without_a_phase_do_not_count():
    assert edges(("a", box(0)), ("b", box(240)), (None, box(5000)))[0] == 190


def test_that_a_project_without_phases_has_no_stripes():
    assert bands_of((), [("a", box(0))]) == ()


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "c", None]), coordinates), max_size=30))
def test_that_stripes_never_overlap(cards):
    found = bands_of(THREE, [(phase, box(x)) for phase, x in cards])
    inner = [band.right for band in found[:-1] if band.right is not None]
    assert inner == sorted(inner)
    assert [band.left for band in found[1:]] == inner


@pytest.mark.parametrize(
    ("x", "settled"), [(100, 100), (250, 320), (200, 140), (320, 320), (140, 140)]
)
def test_that_a_card_across_a_border_goes_beside_it(x, settled):
    bands = Band("a", "a", 0, right=300.0), Band("b", "b", 1, left=300.0)
    card = box(x)
    assert off_borders(bands[card.center.x >= 300], card).x == settled


def test_that_a_card_wider_than_its_stripe_stays():
    assert off_borders(Band("a", "a", 0, left=0.0, right=100.0), box(-10)).x == -10


def test_that_a_wish_is_granted_where_it_is_free():
    assert free_place(Wish(Point(203, 97)), Size(140, 100), Crowd()).corner == Point(200, 100)


def test_that_a_taken_place_leads_to_the_next_free_one():
    crowd = Crowd([box(200, 100)])
    found = free_place(Wish(Point(200, 100)), Size(140, 100), crowd)
    assert not found.meets(box(200, 100).grown(MARGIN))
    assert abs(found.x - 200) + abs(found.y - 100) <= 200


def test_that_a_card_rather_goes_farther_than_into_another_stripe():
    band = Band("b", "b", 1, left=300.0)
    crowd = Crowd([box(320, 0)])
    found = free_place(Wish(Point(320, 0), band), Size(140, 100), crowd)
    assert found.x >= 300


@given(st.lists(st.tuples(coordinates, coordinates), max_size=12), coordinates, coordinates)
def test_that_a_free_place_is_free(taken, x, y):
    crowd = Crowd([box(*corner) for corner in taken])
    found = free_place(Wish(Point(x, y)), Size(140, 100), crowd)
    assert crowd.is_free(found)


def test_that_cards_without_a_position_overlap_nothing():
    cards = picture_of(example()).cards
    assert not any(one.box.meets(two.box) for one, two in combinations(cards, 2))


def test_that_a_driver_without_a_position_goes_left_of_what_it_leads_to():
    picture = picture_of(example())
    assert picture.card_by_key["ad_budget"].box.right < picture.card_by_key["cost_per_lead"].box.x


def test_that_a_project_without_any_position_is_drawn_without_overlap():
    names = [f"m{n}" for n in range(60)]
    metrics = [
        metric(name, **({"value": 1.0} if n < 8 else {"formula": f"m{n - 8} + m{n - 3}"}))
        for n, name in enumerate(names)
    ]
    cards = picture_of(project(*metrics)).cards
    assert not any(one.box.meets(two.box) for one, two in combinations(cards, 2))


def test_that_a_card_beyond_the_end_of_the_world_is_drawn_at_its_end():
    made = project(metric("a", value=1.0, position=at(1e300, -1e300)))
    assert picture_of(made).card_by_key["a"].box.corner == Point(90_000, -90_000)


def test_that_a_standard_hangs_under_what_it_protects():
    made = project(
        metric("a", value=1.0, position=at(0, 0)),
        metric("s", kind="standard", value=5.0, guards=("a",)),
    )
    card = picture_of(made).card_by_key["s"]
    assert (card.box.x, card.box.y) == (0, 120)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (box(300), ("right", "left")),
        (box(300, 400), ("right", "left")),
        (box(0, 300), ("bottom", "top")),
        (box(20, -300), ("top", "bottom")),
        (box(-400, 300), ("left", "right")),
        (box(30, 20), ("right", "left")),
    ],
)
def test_that_an_arrow_takes_the_sides_that_face_each_other(target, expected):
    assert sides(box(0), target) == expected


def arrows(boxes, *pairs):
    found = [
        Link(source, target, "conversion" if name else "term", name)
        for source, target, name in pairs
    ]
    pills = {name: Pill("1%") for _, _, name in pairs if name}
    return {a.link.id: a for a in routed(found, boxes, pills, FixedSizes())}


def test_that_an_arrow_between_cards_of_other_heights_is_straight():
    boxes = {"a": box(0, 0), "b": box(300, 10, height=140)}
    (arrow,) = arrows(boxes, ("a", "b", None)).values()
    assert arrow.curve.start.y == arrow.curve.end.y


def test_that_arrows_at_one_side_end_beside_each_other_in_order():
    boxes = {"a": box(0, 0), "b": box(0, 300), "c": box(300, 150)}
    found = arrows(boxes, ("b", "c", None), ("a", "c", None))
    upper, lower = found["a", "c", ""].curve.end, found["b", "c", ""].curve.end
    assert upper.y < lower.y
    assert upper.x == lower.x == 300


def test_that_plain_arrows_keep_away_from_the_end_of_a_conversion():
    boxes = {"a": box(0, 0), "b": box(0, 300), "c": box(300, 0)}
    found = arrows(boxes, ("a", "c", "rate"), ("b", "c", None))
    ends = found["a", "c", "rate"].curve.end.y, found["b", "c", ""].curve.end.y
    assert abs(ends[0] - ends[1]) >= 10


def test_that_a_pill_lies_in_the_middle_of_its_arrow():
    found = arrows({"a": box(0), "b": box(340)}, ("a", "b", "rate"))["a", "b", "rate"]
    assert found.pill_box.center == Point(240, 50)


def test_that_a_pill_lies_beside_an_arrow_that_is_too_short():
    found = arrows({"a": box(0), "b": box(190)}, ("a", "b", "rate"))["a", "b", "rate"]
    assert found.pill_box.bottom < 50


def test_that_a_pill_moves_along_its_arrow_rather_than_cover_a_card():
    boxes = {"a": box(0), "b": box(700), "c": box(380, 20)}
    found = arrows(boxes, ("a", "b", "rate"))["a", "b", "rate"]
    assert not found.pill_box.meets(boxes["c"])


def test_that_an_arrow_without_an_end_on_the_canvas_is_not_drawn():
    assert arrows({"a": box(0)}, ("a", "gone", None)) == {}


def test_that_a_card_snaps_to_an_edge_that_is_near():
    found = snap(box(0, 0), Point(4, 205), [box(0, 200)], 7)
    assert found.by == Point(0, 200)
    assert found.guides


def test_that_a_card_snaps_to_the_middle_of_a_larger_one():
    found = snap(box(0, 0), Point(0, 318), [box(300, 300, height=140)], 7)
    assert found.by.y == 320


def test_that_a_card_that_is_far_from_all_others_snaps_to_the_grid():
    assert snap(box(3, 3), Point(50, 50), [box(1000, 1000)], 7).by == Point(57, 57)


def test_that_the_grid_alone_has_no_guides():
    assert to_grid(box(0, 0), Point(33, -12)).by == Point(40, -20)


@given(coordinates)
def test_that_a_snapped_value_is_near_and_on_the_grid(value):
    assert snapped(value) % 20 == 0
    assert abs(snapped(value) - value) <= 10


@pytest.mark.parametrize(
    ("start", "heading", "found"),
    [
        ("visits", "right", "cr_lead"),
        ("cr_lead", "right", "leads"),
        ("cr_lead", "left", "visits"),
        ("price", "right", "revenue"),
        ("visits", "left", None),
        ("nothing", "left", None),
    ],
)
def test_that_one_walks_along_arrows(start, heading, found):
    assert along_link(picture_of(short()), start, heading) == found


def test_that_a_curve_begins_and_ends_at_its_ends():
    curve = Curve(Point(0, 0), Point(50, 0), Point(50, 100), Point(100, 100))
    assert (curve.at(0), curve.at(1)) == (Point(0, 0), Point(100, 100))


def test_that_nothing_has_no_extent():
    assert around([]) is None


def test_that_a_crowd_knows_how_much_is_covered():
    crowd = Crowd([box(0, 0), box(100, 0)])
    assert crowd.covered(Box(90, 0, 20, 10)) == pytest.approx(20 * 10 + 10 * 10)
    assert PHASES
