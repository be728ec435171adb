import pytest
from hypothesis import given

from tests.formula.trees import METRICS, ROLES, trees
from tests.projects import metric, project
from workbench.document.role import Role
from workbench.formula.names import Names
from workbench.formula.parser import stored, typed
from workbench.formula.printer import shown_text, stored_text

SHOWN = {"a": "A", "leads": "Лиды", "cr": "Конверсия лид → КЛ", "long": "Имя с ] и [ скобками"}
NAMES = Names(
    project(
        *(metric(key, name=SHOWN[key]) for key in METRICS),
        roles=tuple(Role(key=key, name=f"Роль {key}") for key in ROLES),
    )
)


@given(trees)
def test_that_a_stored_formula_reads_as_the_tree_it_came_from(tree):
    assert stored(stored_text(tree)) == tree


@pytest.mark.parametrize("decimal", [".", ","])
@given(tree=trees)
def test_that_a_shown_formula_reads_as_the_tree_it_came_from(decimal, tree):
    assert typed(shown_text(tree, NAMES, decimal), NAMES, decimal) == tree


@pytest.mark.parametrize(
    "words",
    [
        "leads * cr_lead",
        "a + b * c",
        "(a + b) * c",
        "a - (b - c)",
        "a / (b * c)",
        "-(a + b)",
        "(-a)^2",
        "-a^2",
        "a^b^c",
        "(a^b)^c",
        "a - -b",
        "80% * a",
        "0.1",
        "lag(clients, 1, 200) * (1 - churn) + deals",
        "if(a >= b, a, b / 2)",
        "round(a, 2) + workdays() * people(bdr)",
    ],
)
def test_that_a_formula_is_stored_as_people_would_write_it(words):
    assert stored_text(stored(words)) == words


@pytest.mark.parametrize(
    ("words", "tidy"),
    [
        ("((a)) + (b*c)", "a + b * c"),
        ("(a+b)+c", "a + b + c"),
        ("1e3 * .5", "1000 * 0.5"),
        ("SUM(a;b)".replace(";", ","), "sum(a, b)"),
        ("1e-7", "0.0000001"),
        ("a != b".join(("if(", ", 1, 2)")), "if(a <> b, 1, 2)"),
    ],
)
def test_that_a_formula_is_tidied(words, tidy):
    assert stored_text(stored(words)) == tidy


@pytest.mark.parametrize(
    ("words", "ru", "en"),
    [
        ("leads * cr", "Лиды × [Конверсия лид → КЛ]", "Лиды × [Конверсия лид → КЛ]"),
        ("1234.5 / 2", "1234,5 ÷ 2", "1234.5 ÷ 2"),
        ("sum(1.5, 2)", "sum(1,5; 2)", "sum(1.5, 2)"),
        ("leads - 50%", "Лиды − 50%", "Лиды − 50%"),
        ("if(a <= 2, 1, 0)", "if(A ≤ 2; 1; 0)", "if(A ≤ 2, 1, 0)"),
        ("people(bdr)", "people([Роль bdr])", "people([Роль bdr])"),
    ],
)
def test_that_people_see_names_and_their_own_decimal_sign(words, ru, en):
    tree = stored(words)
    assert (shown_text(tree, NAMES, ","), shown_text(tree, NAMES, ".")) == (ru, en)


def test_that_a_key_without_a_metric_is_shown_as_it_is():
    assert shown_text(stored("gone * 2"), NAMES, ".") == "gone × 2"


def test_that_a_bracket_in_a_name_is_doubled():
    assert shown_text(stored("long"), NAMES, ".") == "[Имя с ]] и [ скобками]"
