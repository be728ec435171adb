"""Tidying up, aligning and spacing."""

import sys
from itertools import combinations

import pytest

from tests.presenters.funnel_cases import AtOnce, Canvas, at, picture_of, short
from tests.projects import example, metric, project
from workbench.document.edits.metrics import ChangeMetric
from workbench.presenters.funnel import tidying
from workbench.presenters.funnel.arranging import Arranging
from workbench.presenters.funnel.geometry import Box, Point
from workbench.presenters.funnel.tidying import Arrangement, CannotTidy, arrangement, tidied


class Desk:
    def __init__(self, made):
        self.canvas = Canvas(made)
        self.background = AtOnce()
        self.arranging = Arranging(self.canvas.funnel, self.canvas.view, self.background)


def boxes(made):
    wanted = arrangement(picture_of(made))
    return {key: wanted.boxes[key].at(corner) for key, corner in tidied(wanted).items()}


def test_that_every_card_gets_a_place_on_the_grid():
    found = boxes(example())
    assert len(found) == 15
    assert all(box.x % 20 == box.y % 20 == 0 for box in found.values())


def test_that_no_two_cards_overlap():
    assert not any(one.meets(two) for one, two in combinations(boxes(example()).values(), 2))


def test_that_a_funnel_runs_from_left_to_right():
    found = boxes(short())
    assert found["visits"].right < found["leads"].x
    assert found["leads"].right < found["deals"].x
    assert found["deals"].right < found["revenue"].x


def test_that_phases_come_one_after_the_other():
    made, found = example(), boxes(example())
    ends = {
        phase.key: [found[m.key] for m in made.metrics if m.phase == phase.key and m.key in found]
        for phase in made.phases
    }
    for before, after in (("interest", "deal"), ("deal", "service")):
        assert max(b.right for b in ends[before]) < min(b.x for b in ends[after])


def test_that_an_arrow_back_to_an_earlier_phase_turns_nothing_round():
    made = ChangeMetric("visits", {"formula": "lag(deals, 1, 5)", "value": None}).apply(short())
    found = boxes(made)
    assert found["visits"].right < found["deals"].x


def test_that_what_was_above_stays_above():
    rows = [(f"{row}{n}", f"{row}{n - 1}", n, y) for y, row in enumerate("abc") for n in range(4)]
    stages = [
        metric(
            key,
            kind="stage",
            position=at(column * 260, 140 * y),
            **({"formula": before} if column else {"value": 1.0}),
        )
        for key, before, column, y in rows
    ]
    found = boxes(project(*stages))
    assert found["a0"].y < found["b0"].y < found["c0"].y


def test_that_an_empty_funnel_is_tidy():
    assert tidied(Arrangement({}, (), ())) == {}


def test_that_tidying_twice_changes_nothing_more():
    first = tidied(arrangement(picture_of(short())))
    made = Canvas(short())
    made.editing.move(first)
    assert tidied(arrangement(made.funnel.picture)) == first


def test_that_overlapping_answers_are_not_believed():
    with pytest.raises(CannotTidy, match="stay where they are"):
        tidying._demand_apart({"a": Box(0, 0, 140, 100), "b": Box(100, 50, 140, 100)})


def test_that_a_missing_graphviz_is_said(monkeypatch):
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    desk = Desk(short())
    desk.arranging.tidy()
    assert desk.canvas.said == ["Graphviz is not installed, so the cards stay where they are"]
    assert desk.canvas.project == short()


def test_that_a_failing_graphviz_is_said(monkeypatch):
    import pygraphviz

    def fail(*_arguments, **_names):
        raise ValueError("no layout")

    monkeypatch.setattr(pygraphviz.AGraph, "layout", fail)
    desk = Desk(short())
    desk.arranging.tidy()
    assert "found no arrangement" in desk.canvas.said[0]


def test_that_an_answer_that_is_no_number_is_not_believed(monkeypatch):
    monkeypatch.setattr(tidying, "_middle", lambda _graph, _key: Point(float("nan"), 0))
    with pytest.raises(CannotTidy):
        tidied(arrangement(picture_of(short())))


def test_that_tidying_is_one_step_of_undo_and_glides():
    desk = Desk(example())
    desk.arranging.tidy()
    assert desk.canvas.undo_title == "Tidy up"
    assert len(desk.canvas.view.glides) == 1
    desk.canvas.desk.session.undo()
    assert desk.canvas.project == example()


def test_that_tidying_changes_no_phase():
    desk = Desk(example())
    phases = [m.phase for m in desk.canvas.project.metrics]
    desk.arranging.tidy()
    assert [m.phase for m in desk.canvas.project.metrics] == phases


def test_that_a_large_funnel_is_tidied_in_the_background(monkeypatch):
    monkeypatch.setattr("workbench.presenters.funnel.arranging.IN_WORKER_FROM", 3)
    desk = Desk(short())
    desk.arranging.tidy()
    assert desk.canvas.project == short()
    desk.background.waiting.pop()()
    assert desk.canvas.undo_title == "Tidy up"


def test_that_an_answer_for_what_has_moved_meanwhile_is_dropped(monkeypatch):
    monkeypatch.setattr("workbench.presenters.funnel.arranging.IN_WORKER_FROM", 3)
    desk = Desk(short())
    desk.arranging.tidy()
    desk.canvas.editing.move({"price": Point(480, 300)})
    desk.background.waiting.pop()()
    assert desk.canvas.undo_title == "Move cards"


def test_that_one_arrangement_is_made_at_a_time(monkeypatch):
    monkeypatch.setattr("workbench.presenters.funnel.arranging.IN_WORKER_FROM", 3)
    desk = Desk(short())
    desk.arranging.tidy()
    desk.arranging.tidy()
    assert len(desk.background.waiting) == 1


def test_that_a_failure_in_the_background_is_said(monkeypatch):
    monkeypatch.setattr("workbench.presenters.funnel.arranging.IN_WORKER_FROM", 3)
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    desk = Desk(short())
    desk.arranging.tidy()
    desk.background.waiting.pop()()
    assert "not installed" in desk.canvas.said[0]


def chosen(*keys):
    desk = Desk(short())
    desk.canvas.funnel.choose(keys)
    return desk


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("left", [(240, 0), (240, 200)]),
        ("right", [(480, 0), (480, 200)]),
        ("center", [(360, 0), (360, 200)]),
        ("top", [(240, 0), (480, 0)]),
        ("bottom", [(240, 200), (480, 200)]),
        ("middle", [(240, 100), (480, 100)]),
    ],
)
def test_that_cards_are_brought_into_one_line(how, expected):
    desk = chosen("leads", "price")
    desk.arranging.align(how)
    found = [desk.canvas.box(key).corner for key in ("leads", "price")]
    assert [(corner.x, corner.y) for corner in found] == expected


def test_that_one_card_is_in_line_already():
    desk = chosen("leads")
    desk.arranging.align("left")
    assert desk.canvas.project == short()


def test_that_the_outermost_cards_stay_when_gaps_are_made_equal():
    places = {"a": at(0, 0), "b": at(150, 0), "c": at(600, 0)}
    desk = Desk(project(*(metric(key, value=1.0, position=p) for key, p in places.items())))
    desk.canvas.funnel.choose("abc")
    desk.arranging.distribute("across")
    assert [desk.canvas.box(key).x for key in "abc"] == [0, 300, 600]


def test_that_cards_are_spaced_downwards():
    places = {"a": at(0, 0), "b": at(0, 120), "c": at(0, 600)}
    desk = Desk(project(*(metric(key, value=1.0, position=p) for key, p in places.items())))
    desk.canvas.funnel.choose("abc")
    desk.arranging.distribute("down")
    assert [desk.canvas.box(key).y for key in "abc"] == [0, 300, 600]


def test_that_two_cards_have_only_one_gap():
    desk = chosen("leads", "price")
    desk.arranging.distribute("across")
    assert desk.canvas.project == short()
