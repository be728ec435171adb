from __future__ import annotations

import pytest

from tests.projects import example
from workbench.formula.names import Names
from workbench.formula.syntax import Span
from workbench.presenters.inspector.formula_words import Call, call_at, words_of

NAMES = Names(example())


def kinds(formula: str) -> list[tuple[str, str]]:
    return [(word.text, word.kind) for word in words_of(formula, NAMES)]


def test_that_names_numbers_and_signs_are_told_apart() -> None:
    assert kinds("Лиды × 80% + [Средний чек]") == [
        ("Лиды", "metric"),
        ("×", "sign"),
        ("80%", "number"),
        ("+", "sign"),
        ("[Средний чек]", "metric"),
    ]


def test_that_a_name_before_a_parenthesis_is_a_function() -> None:
    assert kinds("MAX (Лиды; nix)")[0] == ("MAX", "function")
    assert kinds("nix(1)")[0] == ("nix", "unknown")


def test_that_words_side_by_side_are_one_name() -> None:
    assert kinds("средний  чек × 2")[0] == ("средний  чек", "metric")


def test_that_a_name_of_other_signs_is_known_where_it_is_pointed_out() -> None:
    words = words_of("2 × Конверсия лид → КЛ", NAMES, (Span(4, 22),))
    assert (words[-1].text, words[-1].kind) == ("Конверсия лид → КЛ", "metric")


def test_that_roles_are_known_only_where_roles_stand() -> None:
    assert kinds("people(BDR)")[2] == ("BDR", "role")
    assert kinds("people(Лиды)")[2] == ("Лиды", "unknown")
    assert kinds("BDR + 1")[0] == ("BDR", "unknown")


def test_that_keys_are_names_too() -> None:
    assert kinds("leads")[0] == ("leads", "metric")


def test_that_a_bracket_may_still_be_open() -> None:
    assert kinds("2 * [Средн")[-1] == ("[Средн", "unknown")


def test_that_a_bracket_in_a_name_is_doubled() -> None:
    assert kinds("[a]]b] + 1")[0] == ("[a]]b]", "unknown")


@pytest.mark.parametrize(
    ("formula", "call"),
    [
        ("", None),
        ("lag(", Call("lag", 0)),
        ("lag(Лиды; ", Call("lag", 1)),
        ("lag(Лиды, 1, ", Call("lag", 2)),
        ("lag(Лиды; 1)", None),
        ("max(1; (2 + ", Call("max", 1)),
        ("max(lag(Лиды; 1); ", Call("max", 1)),
        ("nix(", None),
    ],
)
def test_that_the_open_function_is_found(formula: str, call: Call | None) -> None:
    assert call_at(formula, len(formula)) == call


def test_that_only_what_stands_before_the_cursor_counts() -> None:
    assert call_at("max(1; 2)", 5) == Call("max", 0)
