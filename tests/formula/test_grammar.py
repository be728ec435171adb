import pytest

from workbench.formula.grammar import parse, unbracketed
from workbench.formula.syntax import (
    Binary,
    Call,
    Comparison,
    FormulaError,
    Negative,
    Number,
    Ref,
    Span,
)

A, B, C = Ref("a"), Ref("b"), Ref("c")


def stored(words):
    return parse(words, "stored")


@pytest.mark.parametrize(
    ("words", "tree"),
    [
        ("a + b * c", Binary("+", A, Binary("*", B, C))),
        ("(a + b) * c", Binary("*", Binary("+", A, B), C)),
        ("a - b - c", Binary("-", Binary("-", A, B), C)),
        ("a / b / c", Binary("/", Binary("/", A, B), C)),
        ("a - (b - c)", Binary("-", A, Binary("-", B, C))),
        ("a ^ b ^ c", Binary("^", A, Binary("^", B, C))),
        ("-a ^ b", Negative(Binary("^", A, B))),
        ("a ^ -b", Binary("^", A, Negative(B))),
        ("-a * b", Binary("*", Negative(A), B)),
        ("a * -b", Binary("*", A, Negative(B))),
        ("--a", Negative(Negative(A))),
        ("+a", A),
        ("80%", Number(80, percent=True)),
        ("80% * a", Binary("*", Number(80, percent=True), A)),
        ("a\n +\tb", Binary("+", A, B)),
        ("a\u00a0+\u202fb", Binary("+", A, B)),
        ("SUM(a, b)", Call("sum", (A, B))),
        ("workdays()", Call("workdays", ())),
        ("f(g(a), b)", Call("f", (Call("g", (A,)), B))),
        ("if(a > b, a, c)", Call("if", (Comparison(">", A, B), A, C))),
        ("sum + if", Binary("+", Ref("sum"), Ref("if"))),
    ],
)
def test_that_signs_bind_as_in_a_spreadsheet_of_equations(words, tree):
    assert stored(words) == tree


@pytest.mark.parametrize(
    ("words", "sign"),
    [("a × b", "*"), ("a · b", "*"), ("a ÷ b", "/"), ("a − b", "-"), ("a – b", "-")],
)
def test_that_typographic_signs_mean_the_same(words, sign):
    assert stored(words) == Binary(sign, A, B)


@pytest.mark.parametrize(
    ("sign", "relation"),
    [("<", "<"), (">", ">"), ("<=", "<="), ("≤", "<="), (">=", ">="), ("≥", ">="),
     ("=", "="), ("==", "="), ("<>", "<>"), ("!=", "<>"), ("≠", "<>")],
)  # fmt: skip
def test_that_every_comparison_is_read(sign, relation):
    assert stored(f"if(a {sign} b, 1, 2)").arguments[0] == Comparison(relation, A, B)


@pytest.mark.parametrize(
    ("words", "value"),
    [("12", 12), ("1.5", 1.5), (".5", 0.5), ("1.", 1), ("1e3", 1000), ("1.5E-2", 0.015)],
)
def test_that_a_stored_number_has_a_point(words, value):
    assert stored(words) == Number(value)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,5", 1.5),
        ("1.5", 1.5),
        (",5", 0.5),
        ("1 000", 1000),
        ("1\u00a0000\u00a0000,5", 1000000.5),
    ],
)
def test_that_a_typed_number_may_have_a_comma(words, value):
    assert parse(words, "comma") == Number(value)


@pytest.mark.parametrize(("words", "value"), [("1.5", 1.5), ("1 000.5", 1000.5), ("12", 12)])
def test_that_a_typed_number_may_have_a_point(words, value):
    assert parse(words, "point") == Number(value)


def test_that_the_comma_separates_where_the_point_is_decimal():
    assert parse("sum(1.5, 2)", "point") == Call("sum", (Number(1.5), Number(2)))
    assert parse("sum(1.5; 2)", "point") == Call("sum", (Number(1.5), Number(2)))


def test_that_the_semicolon_separates_where_the_comma_is_decimal():
    assert parse("sum(1,5; 2)", "comma") == Call("sum", (Number(1.5), Number(2)))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Лиды", "Лиды"),
        ("ёж_2", "ёж_2"),
        ("[Конверсия лид → КЛ]", "Конверсия лид → КЛ"),
        ("[ Лиды ]", "Лиды"),
        ("[a ]] b]", "a ] b"),
        ("[80% + 1]", "80% + 1"),
    ],
)
def test_that_names_are_words_or_stand_in_brackets(words, name):
    assert parse(words, "comma") == Ref(name)


def test_that_brackets_are_taken_off_a_name():
    assert (unbracketed("[a b]"), unbracketed("a"), unbracketed("[a]]]")) == ("a b", "a", "a]")


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("leads * cr", Span(0, 10)),
        ("  leads  ", Span(2, 7)),
        ("-(a + b)", Span(0, 7)),
        ("f(a)", Span(0, 4)),
    ],
)
def test_that_a_part_knows_where_it_stands(words, span):
    assert stored(words).span.start == span.start


def test_that_every_part_of_a_formula_knows_its_place():
    tree = stored("leads * cr_lead + 80%")
    places = {"leads": (0, 5), "cr_lead": (8, 15)}
    assert isinstance(tree, Binary)
    assert isinstance(tree.left, Binary)
    for ref in (tree.left.left, tree.left.right):
        assert isinstance(ref, Ref)
        assert (ref.span.start, ref.span.end) == places[ref.key]
    assert tree.right.span == Span(18, 21)


@pytest.mark.parametrize(
    ("words", "sentence", "span"),
    [
        ("", "breaks off here", (0, 0)),
        ("a +", "breaks off here", (2, 3)),
        ("(a", "breaks off here", (1, 2)),
        ("sum(a,", "breaks off here", (5, 6)),
        ("a b", "before “b” a sign such as + or × is missing", (2, 3)),
        ("2 [a b]", "before “[a b]” a sign such as + or × is missing", (2, 7)),
        (")", "“)” does not fit here", (0, 1)),
        ("a + * b", "“*” does not fit here", (4, 5)),
        ("a > b", "“>” does not fit here", (2, 3)),
        ("sum(a,)", "“)” does not fit here", (6, 7)),
        ("a%", "“%” does not fit here", (1, 2)),
        ("5%%", "“%” does not fit here", (2, 3)),
        ("2(3)", "before “(” a sign such as + or × is missing", (1, 2)),
        ("a @ b", "“@” has no meaning", (2, 3)),
        ("a; b", "“;” has no meaning", (1, 2)),
        ("a + [b", "“]” is missing after the name", (4, 5)),
        ('"text"', '“"” has no meaning', (0, 1)),
        ("__import__('os')", "“'” has no meaning", (11, 12)),
        ("a.b", "“.” has no meaning", (1, 2)),
    ],
)
def test_that_a_mistake_is_named_where_it_is(words, sentence, span):
    with pytest.raises(FormulaError) as caught:
        stored(words)
    assert sentence in str(caught.value)
    assert (caught.value.span.start, caught.value.span.end) == span


@pytest.mark.parametrize("dialect", ["point", "comma"])
def test_that_words_typed_side_by_side_are_one_name(dialect):
    tree = parse("average deal * sum(new  leads)", dialect)
    assert tree == Binary("*", Ref("average deal"), Call("sum", (Ref("new  leads"),)))


def test_that_the_place_of_several_words_is_all_of_them():
    tree = parse("2 * average deal", "point")
    assert isinstance(tree, Binary)
    assert tree.right.span == Span(4, 16)


def test_that_a_name_of_any_signs_can_be_pointed_out():
    tree = parse("lead → deal, % + 2", "comma", (Span(0, 14),))
    assert tree == Binary("+", Ref("lead → deal, %"), Number(2))


def test_that_a_comma_between_values_is_explained_where_it_is_decimal():
    with pytest.raises(FormulaError, match="“;” stands between the values of a function"):
        parse("sum(a, b)", "comma")
