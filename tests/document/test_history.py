from tests.projects import metric, project
from workbench.base.texts import text
from workbench.document.history import DEPTH, History, Step

STATES = [project(metric("a", value=float(number))) for number in range(5)]


def step(number, run=None):
    return Step(text(f"step {number}"), STATES[number % 4], STATES[number % 4 + 1], run)


def test_that_an_empty_history_has_nothing_to_take_back():
    assert (History().undo_title, History().redo_title) == (None, None)


def test_that_the_last_step_is_the_first_to_go():
    history = History().with_step(step(0)).with_step(step(1))
    assert str(history.undo_title) == "step 1"
    assert str(history.back().undo_title) == "step 0"


def test_that_an_undone_step_can_be_done_again():
    history = History().with_step(step(0)).back()
    assert str(history.redo_title) == "step 0"
    assert history.forth() == History().with_step(step(0))


def test_that_a_new_step_forgets_what_was_undone():
    history = History().with_step(step(0)).back().with_step(step(1))
    assert history.redo_title is None


def test_that_steps_of_one_run_are_one():
    history = History().with_step(step(0, "typing")).with_step(step(1, "typing"))
    assert history.done == (Step(text("step 0"), STATES[0], STATES[2], "typing"),)


def test_that_steps_of_two_runs_stay_two():
    history = History().with_step(step(0, "typing")).with_step(step(1, "dragging"))
    assert len(history.done) == 2


def test_that_steps_without_a_run_stay_apart():
    assert len(History().with_step(step(0)).with_step(step(1)).done) == 2


def test_that_a_closed_run_takes_nothing_more_in():
    history = History().with_step(step(0, "typing")).closed().with_step(step(1, "typing"))
    assert len(history.done) == 2


def test_that_closing_twice_changes_nothing():
    history = History().with_step(step(0, "typing")).closed()
    assert history.closed() is history
    assert History().closed() == History()


def test_that_the_oldest_steps_are_forgotten():
    history = History()
    for number in range(DEPTH + 5):
        history = history.with_step(step(number))
    assert len(history.done) == DEPTH
    assert str(history.done[0].title) == "step 5"
