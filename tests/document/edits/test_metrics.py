import pytest

from tests.projects import example, metric, project
from workbench.document.edits.metrics import (
    AddMetric,
    ChangeMetric,
    DuplicateMetrics,
    MoveMetrics,
)
from workbench.document.metric import Influence, Position
from workbench.document.project import Unknown
from workbench.document.refusal import Refused


def keys(made):
    return [one.key for one in made.metrics]


@pytest.fixture
def three():
    return project(metric("a"), metric("b"), metric("c"))


def test_that_a_new_metric_stands_last(three):
    assert keys(AddMetric(metric("d")).apply(three)) == ["a", "b", "c", "d"]


def test_that_a_key_that_is_taken_is_refused(three):
    with pytest.raises(Refused, match="“a” is there twice"):
        AddMetric(metric("a")).apply(three)


def test_that_a_change_touches_one_metric(three):
    after = ChangeMetric("b", {"name": "Встречи", "value": 5.0}).apply(three)
    assert (after.metric("b").name, after.metric("b").value) == ("Встречи", 5.0)
    assert after.metric("a") is three.metric("a")


def test_that_a_change_of_nothing_gives_an_equal_project(three):
    assert ChangeMetric("b", {"name": "b"}).apply(three) == three


def test_that_renaming_leaves_formulas_alone():
    made = project(metric("a", value=1.0), metric("b", formula="a * 2"))
    after = ChangeMetric("a", {"name": "Лиды"}).apply(made)
    assert after.metric("b").formula == "a * 2"


def test_that_a_metric_that_is_gone_cannot_be_changed(three):
    with pytest.raises(Unknown):
        ChangeMetric("z", {"name": "x"}).apply(three)


def test_that_a_wrong_value_is_refused(three):
    with pytest.raises(Refused, match="value: must be a finite number"):
        ChangeMetric("a", {"value": float("nan")}).apply(three)


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({"name": "x"}, "Rename “Лиды”"),
        ({"value": 1.0}, "Change the value of “Лиды”"),
        ({"formula": None, "value": 1.0}, "Change the value of “Лиды”"),
        ({"formula": "a"}, "Change the formula of “Лиды”"),
        ({"influence": Influence()}, "Change the influence on “Лиды”"),
        ({"phase": None}, "Change the phase of “Лиды”"),
        ({"norm": 0.8}, "Change “Лиды”"),
    ],
)
def test_that_the_title_says_what_changes(changes, title):
    assert str(ChangeMetric("a", changes, "Лиды").title) == title


def test_that_cards_are_moved_to_their_places(three):
    after = MoveMetrics({"a": Position(x=1.0, y=2.0)}).apply(three)
    assert after.metric("a").position == Position(x=1.0, y=2.0)
    assert after.metric("b") is three.metric("b")


def test_that_a_move_to_the_same_place_changes_nothing():
    made = project(metric("a", position=Position(x=1.0, y=2.0)))
    assert MoveMetrics({"a": Position(x=1.0, y=2.0)}).apply(made) == made


def test_that_copies_get_keys_and_names_of_their_own(three):
    edit = DuplicateMetrics(("a", "b"), {"a": "a (копия)"})
    after = edit.apply(three)
    assert keys(after) == ["a", "b", "c", "a_2", "b_2"]
    assert (after.metric("a_2").name, after.metric("b_2").name) == ("a (копия)", "b")


def test_that_a_copy_lies_beside_its_original():
    made = project(metric("a", position=Position(x=1.0, y=2.0)))
    after = DuplicateMetrics(("a",), {}, shift=40.0).apply(made)
    assert after.metric("a_2").position == Position(x=41.0, y=42.0)


def test_that_a_copied_arrow_joins_the_copies_of_its_ends():
    after = DuplicateMetrics(("leads", "cr_qualified", "qualified"), {}).apply(example())
    copy = after.metric("cr_qualified_2")
    assert (copy.from_stage, copy.to_stage) == ("leads_2", "qualified_2")


def test_that_an_arrow_copied_alone_has_no_ends():
    copy = DuplicateMetrics(("cr_qualified",), {}).apply(example()).metric("cr_qualified_2")
    assert (copy.from_stage, copy.to_stage) == (None, None)


def test_that_a_copy_is_nobodys_kpi():
    after = DuplicateMetrics(("cold_meetings",), {}).apply(example())
    assert after.kpis == example().kpis


def test_that_titles_count_the_copies():
    assert str(DuplicateMetrics(("a",), {}).title) == "Duplicate a metric"
    assert str(DuplicateMetrics(("a", "b"), {}).title) == "Duplicate 2 metrics"
    assert str(AddMetric(metric("a", name="Лиды")).title) == "Add “Лиды”"
