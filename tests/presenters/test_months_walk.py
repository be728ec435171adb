"""Whatever is typed, filled, cleared and pasted: undo leads back, and every step can be saved."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from tests.presenters.months import Stand, stand
from workbench.presenters.months.picture import Block
from workbench.storage.codec import decode, encode

KEYS = ("leads", "share", "deals", "price")
WORDS = ("", "7", "-3", "80%", "1 234,5", "abc", "—", "1e400", "0.5")


@dataclass(frozen=True)
class Step:
    """One thing a person does to the table."""

    what: str
    block: Block
    words: str

    def do(self, made: Stand) -> None:
        cells, scenarios = made.presenter.cells, made.choice.scenarios
        match self.what:
            case "type":
                if cells.takes(self.block.keys[0]):
                    cells.type(self.block.keys[0], self.block.first, self.words)
            case "paste":
                cells.paste(self.block, f"{self.words}\t5\n6\t{self.words}")
            case "clear":
                cells.clear(self.block)
            case "right":
                cells.fill_right(self.block)
            case "down":
                cells.fill_down(self.block)
            case "same":
                cells.same(self.block)
            case "choose":
                scenarios.choose("more")
            case "base":
                scenarios.choose(None)
            case "add":
                scenarios.add()
            case "remove":
                scenarios.remove()


@st.composite
def blocks(draw) -> Block:
    top = draw(st.integers(0, len(KEYS) - 1))
    bottom = draw(st.integers(top, len(KEYS) - 1))
    first = draw(st.integers(0, 2))
    return Block(KEYS[top : bottom + 1], first, draw(st.integers(first, 2)))


DOINGS = ("type", "paste", "clear", "right", "down", "same", "choose", "base", "add", "remove")
STEPS = st.lists(
    st.builds(Step, st.sampled_from(DOINGS), blocks(), st.sampled_from(WORDS)), max_size=12
)


@given(STEPS)
def test_that_undo_leads_back_to_the_start_and_redo_to_the_end(steps):
    made = stand()
    start = made.desk.project
    for step in steps:
        step.do(made)
    end, session = made.desk.project, made.desk.session
    while session.history.done:
        session.undo()
    assert made.desk.project == start
    while session.history.undone:
        session.redo()
    assert made.desk.project == end


@given(STEPS)
def test_that_every_step_can_be_saved_and_is_what_it_was(steps):
    made = stand()
    for step in steps:
        step.do(made)
        assert decode(encode(made.desk.project), "a.kpi") == made.desk.project


@given(STEPS)
def test_that_the_table_always_shows_the_numbers_that_are_there(steps):
    made = stand()
    for step in steps:
        step.do(made)
    fresh = stand(made.desk.project)
    chosen = made.choice.scenarios.chosen
    fresh.choice.scenarios.choose(chosen.key if chosen else None)
    assert made.view.table == fresh.view.table
    assert made.choice.scenarios.switch() == fresh.choice.scenarios.switch()


@given(STEPS)
def test_that_a_scenario_never_holds_what_the_base_has_anyway(steps):
    made = stand()
    made.choice.scenarios.choose("more")
    for step in steps:
        if step.what == "type":
            step.do(made)
    for key, held in made.given().items():
        months = made.desk.project.calendar.months
        values = held if isinstance(held, tuple) else (held,) * months
        base = made.value(key)
        listed = base if isinstance(base, tuple) else (base,) * months
        assert values != listed
