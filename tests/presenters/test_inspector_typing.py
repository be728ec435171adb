"""Whatever is typed into a formula field, there is an answer."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.projects import example
from workbench.formula.names import Names
from workbench.presenters.desk import Desk
from workbench.presenters.formula_field import FormulaDrafts
from workbench.presenters.inspector.formula_words import call_at, words_of

DESK = Desk(example(), "ru")
DRAFTS = FormulaDrafts(DESK)
NAMES = Names(example())
PIECES = [
    "Лиды", "[Средний чек]", "[Средн", "]", "[", "lag(", "people(", "if(", "max", "(", ")", ";",
    ",", " ", "\u00a0", "*", "×", "-", "80%", "1,5", "<", "BDR", "🚀", "\\", "\"", "e", "1e9",
]  # fmt: skip
typed = st.one_of(
    st.text(max_size=30),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
)


@given(typed, st.integers(0, 40), st.booleans())
def test_that_completing_answers_at_every_place(words: str, at: int, asked: bool) -> None:
    cursor = min(at, len(words))
    metric = DESK.project.metric("revenue")
    found = DRAFTS.complete(metric, words, cursor, asked=asked)
    if found is not None:
        assert 0 <= found.start <= cursor <= found.end <= len(words)
        assert found.candidates


@given(typed, st.integers(0, 40))
def test_that_taking_a_completion_leaves_the_rest_alone(words: str, at: int) -> None:
    cursor = min(at, len(words))
    found = DRAFTS.complete(DESK.project.metric("revenue"), words, cursor, asked=True)
    if found is not None:
        candidate = found.candidates[0]
        after = words[: found.start] + candidate.insert + words[found.end :]
        assert after.startswith(words[: found.start])
        assert after.endswith(words[found.end :])
        assert 0 <= candidate.cursor <= len(candidate.insert)


@given(typed)
def test_that_a_check_finds_a_formula_or_says_what_is_wrong_and_where(words: str) -> None:
    found = DRAFTS.check(DESK.project.metric("revenue"), words)
    assert (found.tree is None) == bool(found.message)
    assert 0 <= found.span.start <= found.span.end <= max(len(words), 1)


@given(typed)
def test_that_an_offered_mend_lies_in_the_formula(words: str) -> None:
    mend = DRAFTS.check(DESK.project.metric("revenue"), words).mend
    if mend is not None:
        mended = words[: mend.span.start] + mend.words + words[mend.span.end :]
        assert DRAFTS.check(DESK.project.metric("revenue"), mended).mend != mend


@given(typed)
def test_that_words_follow_each_other_without_overlapping(words: str) -> None:
    found = words_of(words, NAMES)
    assert all(words[word.start : word.end] == word.text for word in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


@given(typed, st.integers(0, 40))
def test_that_help_is_there_or_not(words: str, at: int) -> None:
    call = call_at(words, min(at, len(words)))
    assert bool(DRAFTS.help(words, min(at, len(words)))) == (call is not None)
