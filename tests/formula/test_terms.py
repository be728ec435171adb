import pytest

from workbench.formula.parser import stored
from workbench.formula.printer import stored_text
from workbench.formula.syntax import Ref, metrics_in
from workbench.formula.terms import flow, renamed, terms, with_factor, with_term, without_terms


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("a", "c"), "a * c"),
        (("a", None), "a"),
        (("a", "c", 2), "lag(a, 2) * c"),
        (("a", None, 1), "lag(a, 1)"),
    ],
)
def test_that_an_arrow_is_a_term(arguments, words):
    assert stored_text(flow(*arguments)) == words


def test_that_a_term_is_added():
    assert stored_text(with_term(stored("x - y"), flow("a", "c"))) == "x - y + a * c"
    assert stored_text(with_term(None, flow("a", "c"))) == "a * c"


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("a * c + b", "b"),
        ("b + a * c", "b"),
        ("b - a * c + d", "b + d"),
        ("a - b", "-b"),
        ("b - (a + d)", "b - d"),
        ("-(a + b)", "-b"),
        ("-a + b", "b"),
        ("b * (a + d)", None),
        ("a", None),
        ("a + a * 2", None),
        ("b + 5", "b + 5"),
        ("max(a, b) + d", "d"),
    ],
)
def test_that_terms_are_taken_out(words, rest):
    left = without_terms(stored(words), lambda term: "a" in metrics_in(term))
    assert (left and stored_text(left)) == rest


@pytest.mark.parametrize(
    ("words", "found"),
    [("a", ["a"]), ("a * b - (c + 2)", ["a * b", "c", "2"]), ("-(a - b)", ["a", "b"])],
)
def test_that_a_sum_is_taken_apart(words, found):
    assert [stored_text(term) for term in terms(stored(words))] == found


@pytest.mark.parametrize(
    ("words", "at", "after"),
    [("p", 0, "n * p"), ("a - p * 2", 1, "a - n * (p * 2)"), ("-(a + p)", 1, "-(a + n * p)")],
)
def test_that_one_term_gets_a_factor(words, at, after):
    tree = stored(words)
    assert stored_text(with_factor(tree, Ref("n"), list(terms(tree))[at])) == after


def test_that_a_term_put_in_can_be_taken_out():
    tree = stored("x * y - z")
    term = flow("a", "c", 2)
    assert without_terms(with_term(tree, term), lambda part: part == term) == tree


def test_that_keys_are_exchanged_everywhere():
    tree = stored("if(a > lag(a, 1, a), cumulative(a), -people(x)) + max(a, b)")
    words = stored_text(renamed(tree, {"a": "z"}, {"x": "y"}))
    assert words == "if(z > lag(z, 1, z), cumulative(z), -people(y)) + max(z, b)"
