import pytest

from tests.projects import example, metric, project
from workbench.document.role import Role
from workbench.formula.model import loop_with, model_of
from workbench.formula.parser import stored


def errors(*metrics, **members):
    return {key: str(error) for key, error in model_of(project(*metrics, **members)).errors.items()}


def test_that_the_example_has_no_errors():
    model = model_of(example())
    assert model.errors == {}
    assert set(model.trees) == {m.key for m in example().metrics if m.formula is not None}


@pytest.mark.parametrize(
    ("formula", "sentence"),
    [
        ("a +", "the formula breaks off here"),
        ("b * 2", "there is no metric “b”"),
        ("people(bdr)", "there is no role “bdr”"),
        ("a + rub", "a count and money do not go together"),
        ("rub * 2", "the formula gives money, but the unit of the metric is not money"),
    ],
)
def test_that_a_wrong_formula_is_an_error_of_its_metric(formula, sentence):
    found = errors(
        metric("a", value=1.0), metric("rub", unit="money"), metric("t", formula=formula)
    )
    assert found == {"t": sentence}


def test_that_a_role_that_is_there_is_known():
    assert errors(metric("t", formula="people(x)"), roles=(Role(key="x", name="X"),)) == {}


def test_that_a_circle_names_everybody_in_it():
    found = errors(
        metric("a", name="Лиды", formula="b"),
        metric("b", name="Сделки", formula="c"),
        metric("c", name="Выручка", formula="a"),
    )
    assert found["a"] == "the formulas run in a circle: Лиды → Сделки → Выручка → Лиды"
    assert found["b"] == "the formulas run in a circle: Сделки → Выручка → Лиды → Сделки"


def test_that_a_circle_is_underlined_where_it_goes_on():
    model = model_of(project(metric("a", formula="1 + b"), metric("b", formula="a")))
    span = model.errors["a"].span
    assert (span.start, span.end) == (4, 5)


def test_that_a_lag_without_a_start_is_asked_for_one():
    found = errors(metric("a", formula="lag(a, 1) + 1"))
    assert "lag() needs its third value, the one to start with" in found["a"]


def test_that_what_depends_on_a_circle_is_not_in_it():
    found = errors(metric("a", formula="a"), metric("b", formula="a * 2"))
    assert set(found) == {"a"}


def test_that_an_edit_can_be_asked_whether_it_closes_a_circle():
    made = project(metric("a", value=1.0), metric("b", formula="a"))
    loop = loop_with(made, "a", stored("b * 2"))
    assert loop is not None
    assert "a → b → a" in str(loop)
    assert loop_with(made, "a", stored("2")) is None
