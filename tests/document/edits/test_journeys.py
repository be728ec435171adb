from datetime import date

import pytest

from tests.planning.journeys import CLOSED, through, touch, with_journeys
from workbench.document.edits.journeys import (
    AddJourney,
    ChangeJourney,
    RemoveJourneys,
    SetJourneys,
)
from workbench.document.project import Unknown
from workbench.document.refusal import Refused
from workbench.document.session import Session

A, B, C = through("a"), through("b", value=200.0), through("c")


def test_that_journeys_can_be_exchanged_and_added_in_one_step():
    project = with_journeys(A)
    assert SetJourneys((B, C)).apply(project).journeys == (B, C)
    assert SetJourneys((B, C), adding=True).apply(project).journeys == (A, B, C)


def test_that_a_new_journey_comes_last():
    assert AddJourney(C).apply(with_journeys(A, B)).journeys == (A, B, C)


def test_that_one_of_two_equal_journeys_can_be_changed():
    after = ChangeJourney(1, {"value": 5.0}).apply(with_journeys(A, A))
    assert [one.value for one in after.journeys] == [100, 5]


def test_that_touches_can_be_changed():
    touches = (touch(3, "a"), touch(1, "b"))
    after = ChangeJourney(0, {"touches": touches}).apply(with_journeys(A))
    assert after.journeys[0].touches == touches
    assert after.journeys[0].closed == CLOSED


def test_that_journeys_are_taken_out_by_their_place():
    assert RemoveJourneys(frozenset({0, 2})).apply(with_journeys(A, A, B)).journeys == (A,)


def test_that_every_edit_is_undone_and_redone():
    session = Session(with_journeys(A))
    edits = (
        SetJourneys((B,)), AddJourney(C), ChangeJourney(0, {"closed": date(2027, 1, 1)}),
        RemoveJourneys(frozenset({1})),
    )  # fmt: skip
    for edit in edits:
        before = session.project
        assert session.apply(edit)
        after = session.project
        session.undo()
        assert session.project == before
        session.redo()
        assert session.project == after


@pytest.mark.parametrize(
    "edit",
    [ChangeJourney(1, {"value": 1.0}), ChangeJourney(-1, {}), RemoveJourneys(frozenset({7}))],
)
def test_that_a_place_without_a_journey_is_a_sentence(edit):
    with pytest.raises(Unknown, match="there is no journey"):
        edit.apply(with_journeys(A))


@pytest.mark.parametrize(
    "edit",
    [AddJourney(through("gone")), ChangeJourney(0, {"value": -1.0}), SetJourneys((through("x"),))],
)
def test_that_what_does_not_fit_the_project_is_refused(edit):
    with pytest.raises(Refused):
        edit.apply(with_journeys(A))


@pytest.mark.parametrize(
    ("edit", "title"),
    [
        (SetJourneys((A, B)), "Replace all journeys by 2"),
        (SetJourneys((A,), adding=True), "Add 1 journey"),
        (AddJourney(A), "Add a journey"),
        (ChangeJourney(0, {"touches": ()}), "Change the touches of a journey"),
        (ChangeJourney(0, {"value": 1.0}), "Change a journey"),
        (RemoveJourneys(frozenset({0})), "Remove a journey"),
        (RemoveJourneys(frozenset({0, 1})), "Remove 2 journeys"),
    ],
)
def test_that_every_edit_says_what_it_does(edit, title):
    assert str(edit.title) == title
