import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.projects import metric, project
from workbench.document.role import Role
from workbench.formula.functions import SIGNATURES
from workbench.formula.names import Names
from workbench.formula.parser import (
    DEEPEST,
    DEEPEST_TREE,
    LONGEST,
    MOST_NODES,
    stored,
    typed,
    understood,
)
from workbench.formula.syntax import (
    Binary,
    Call,
    FormulaError,
    Number,
    Ref,
    RoleRef,
    Span,
    metrics_in,
    roles_in,
)

NAMES = Names(
    project(
        metric("leads", name="Лиды"),
        metric("cr", name="Конверсия лид → КЛ"),
        metric("one", name="Чек"),
        metric("two", name="чек"),
        metric("price", name="Средняя цена"),
        metric("share", name="Доля, % (новые)"),
        metric("profit", name="Лиды - leads"),
        roles=(Role(key="bdr", name="BDR"), Role(key="head", name="Руководитель отдела")),
    )
)


def refused(words):
    with pytest.raises(FormulaError) as caught:
        stored(words)
    return caught.value


def test_that_names_become_keys():
    tree = typed("[Лиды] × [Конверсия лид → КЛ]", NAMES, ",")
    assert tree == Binary("*", Ref("leads"), Ref("cr"))


@pytest.mark.parametrize("words", ["Лиды", "лиды", "ЛИДЫ", "[лиды]", "leads"])
def test_that_a_name_is_found_without_case_and_by_key(words):
    assert typed(words, NAMES, ",") == Ref("leads")


def test_that_namesakes_are_told_apart_by_their_keys():
    assert typed("[Чек (one)] + [чек (two)]", NAMES, ",") == Binary("+", Ref("one"), Ref("two"))


def test_that_a_role_is_named_in_its_functions():
    assert typed("people(BDR)", NAMES, ",") == Call("people", (RoleRef("bdr"),))
    assert typed("cost([руководитель отдела])", NAMES, ",") == Call("cost", (RoleRef("head"),))


@pytest.mark.parametrize(
    ("words", "bracketed"),
    [
        ("Средняя цена * Лиды", "[Средняя цена] * Лиды"),
        ("2 * средняя  ЦЕНА", "2 * [Средняя цена]"),
        ("Конверсия лид → КЛ × Лиды", "[Конверсия лид → КЛ] × Лиды"),
        ("Средняя цена / Доля, % (новые) + 1", "[Средняя цена] / [Доля, % (новые)] + 1"),
        ("max(Доля, % (новые); Лиды)", "max([Доля, % (новые)]; Лиды)"),
        ("чек (two) * 2", "[чек (two)] * 2"),
        ("people(Руководитель отдела)", "people([Руководитель отдела])"),
    ],
)
def test_that_a_name_is_understood_without_its_brackets(words, bracketed):
    assert typed(words, NAMES, ",") == typed(bracketed, NAMES, ",")


def test_that_a_name_that_is_a_formula_too_needs_its_brackets():
    assert typed("Лиды - leads", NAMES, ",") == Binary("-", Ref("leads"), Ref("leads"))
    with pytest.raises(FormulaError):
        typed("Лиды - leads × Средняя цен", NAMES, ",")


def test_that_a_name_does_not_begin_within_a_word():
    with pytest.raises(FormulaError, match="there is no “Несредняя цена”"):
        typed("Несредняя цена", NAMES, ",")


def test_that_a_name_without_brackets_is_underlined_where_it_stands():
    tree = typed("2 + Доля, % (новые)", NAMES, ",")
    assert isinstance(tree, Binary)
    assert tree.right.span == Span(4, 19)


def test_that_the_places_of_names_are_told_only_where_brackets_were_needed():
    assert understood("Лиды × Доля, % (новые)", NAMES, ",") == (Span(7, 22),)
    assert understood("Лиды × [Доля, % (новые)]", NAMES, ",") == ()
    assert understood("Доля, % (новые)" * LONGEST, NAMES, ",") == ()


def test_that_a_misspelt_name_of_several_words_is_answered_with_the_nearest():
    with pytest.raises(FormulaError) as caught:
        typed("2 * Средня цена", NAMES, ",")
    assert "there is no “Средня цена”; did you mean “Средняя цена”?" in str(caught.value)
    assert caught.value.span == Span(4, 15)


@pytest.mark.parametrize("words", ["Лиды leads", "Доля, % (новые) leads"])
def test_that_a_sign_missing_between_two_metrics_is_said(words):
    with pytest.raises(FormulaError, match="before “leads” a sign such as"):
        typed(words, NAMES, ",")


def test_that_the_file_holds_no_names_without_brackets():
    assert "a sign such as + or × is missing" in str(refused("a b * 2"))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Лид", "there is no “Лид”; did you mean “Лиды”?"),
        ("[Конверсия лид]", "did you mean “Конверсия лид → КЛ”?"),
        ("zzzzzz", "there is no “zzzzzz” in this project"),
        ("people(BDRR)", "there is no “BDRR”; did you mean “BDR”?"),
        ("[]", "there is no “”"),
    ],
)
def test_that_an_unknown_name_is_answered_with_the_nearest(words, sentence):
    with pytest.raises(FormulaError) as caught:
        typed(words, NAMES, ",")
    assert sentence in str(caught.value)


def test_that_an_unknown_name_is_underlined():
    with pytest.raises(FormulaError) as caught:
        typed("Лиды + лид * 2", NAMES, ",")
    assert (caught.value.span.start, caught.value.span.end) == (7, 10)


def test_that_a_stored_key_need_not_exist_yet():
    assert stored("anything * 2") == Binary("*", Ref("anything"), Number(2))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("foo(1)", "there is no function “foo”; there are sum, min"),
        ("sum()", "sum() needs at least one value"),
        ("abs(a, b)", "abs() takes 1 value, not 2"),
        ("if(a > b, 1)", "if() takes 3 values, not 2"),
        ("round(a, 1, 2)", "round() takes 1 or 2 values, not 3"),
        ("lag(a)", "lag() takes 2 or 3 values, not 1"),
        ("workdays(1)", "workdays() takes nothing in its parentheses"),
        ("lag(a + 1, 1)", "lag() takes a metric here"),
        ("lag(a, 1.5)", "a whole number of months from 0 to 120"),
        ("lag(a, -1)", "a whole number of months from 0 to 120"),
        ("lag(a, b)", "a whole number of months from 0 to 120"),
        ("lag(a, 100%)", "a whole number of months from 0 to 120"),
        ("lag(a, 121)", "a whole number of months from 0 to 120"),
        ("cumulative(2)", "cumulative() takes a metric here"),
        ("people(2)", "people() takes a role"),
        ("if(a, 1, 2)", "if() starts with a comparison such as a > b"),
        ("max(a > b, 1)", "a comparison belongs into the first place of if()"),
        ("1e400", "too large a number"),
        ("9" * 400, "too large a number"),
    ],
)
def test_that_a_wrong_use_is_explained(words, sentence):
    assert sentence in str(refused(words))


def test_that_a_wrong_argument_is_underlined():
    error = refused("a + lag(b, 1.5)")
    assert (error.span.start, error.span.end) == (11, 14)


@pytest.mark.parametrize("name", sorted(SIGNATURES))
def test_that_every_function_refuses_one_value_too_many(name):
    signature = SIGNATURES[name]
    if signature.most < 255:
        arguments = ", ".join(["a"] * (signature.most + 1))
        assert name in str(refused(f"{name}({arguments})"))


def test_that_a_formula_a_hundred_levels_deep_is_refused():
    error = refused("(" * 100 + "a" + ")" * 100)
    assert "nested deeper than 64 levels" in str(error)
    assert error.span.start == DEEPEST


def test_that_sixty_four_levels_are_read():
    assert stored("(" * DEEPEST + "a" + ")" * DEEPEST) == Ref("a")


def test_that_a_long_text_is_refused_before_it_is_read():
    assert "longer than 2000 characters" in str(refused("a+" * LONGEST))


def test_that_a_formula_of_too_many_parts_is_refused():
    assert f"more than {MOST_NODES} parts" in str(refused("+".join(["a"] * 250)))


@pytest.mark.parametrize("words", ["-" * 300 + "a", "2^-" * 120 + "2"])
def test_that_a_tree_too_deep_for_anybody_is_refused(words):
    assert f"deeper than {DEEPEST_TREE} levels" in str(refused(words))


def test_that_a_long_sum_is_read():
    assert metrics_in(stored("+".join(f"m{n}" for n in range(190)))) == {
        f"m{n}" for n in range(190)
    }


def test_that_what_a_formula_mentions_is_found():
    tree = stored("lag(a, 1, b) + people(bdr) * cost(head) - cumulative(c)")
    assert metrics_in(tree) == {"a", "b", "c"}
    assert roles_in(tree) == {"bdr", "head"}


def test_that_the_same_text_is_read_once():
    assert stored("leads * 2") is stored("leads * 2")


@given(st.text(max_size=40), st.sampled_from([".", ","]))
def test_that_any_text_is_a_formula_or_a_sentence_with_a_place(words, decimal):
    try:
        typed(words, NAMES, decimal)
    except FormulaError as error:
        assert 0 <= error.span.start <= error.span.end <= max(len(words), 1)  # noqa: PT017


@given(
    st.lists(st.sampled_from(["a", "(", ")", "+", "*", "-", "^", ",", "sum(", "80%", "1.5", " "]))
)
def test_that_any_row_of_signs_is_a_formula_or_a_sentence(parts):
    try:
        stored("".join(parts))
    except FormulaError as error:
        assert str(error)  # noqa: PT017
