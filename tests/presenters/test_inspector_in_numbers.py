from __future__ import annotations

import pytest

from tests.projects import metric, project
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.presenters.desk import Desk
from workbench.presenters.formula_field import FormulaDrafts
from workbench.presenters.inspector.in_numbers import calculation, result_in
from workbench.presenters.inspector.subject import Memory, Subject

ROLE = Role(key="sdr", name="SDR", people=2.0, salary=100.0)


def inputs() -> tuple[Metric, ...]:
    return (
        metric("a", value=(10.0, 20.0, 30.0)),
        metric("b", value=4.0),
        metric("share", unit="percent", value=0.25, over_time="mean"),
        metric("price", unit="money", value=1500.0, over_time="mean"),
        metric("stock", value=(1.0, 2.0, 3.0), over_time="last"),
    )


def subject(formula: str, code: str = "en", **members: object) -> Subject:
    """A metric x of a formula, in a project of three months."""
    made: Project = project(
        *inputs(),
        metric("x", formula=formula, **members),
        roles=(ROLE,),
        client={"currency": "EUR"},
    )
    desk = Desk(made, code)
    return Subject(desk, desk.project.metric("x"), Memory(), FormulaDrafts(desk))


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("b", "4 ="),
        ("a * b", "20 × 4 ="),
        ("a + b - 1", "20 + 4 − 1 ="),
        ("a / b", "20 ÷ 4 ="),
        ("-(a + b)", "−(20 + 4) ="),
        ("a * share", "20 × 25% ="),
        ("a * 80%", "20 × 80% ="),
        ("b^2", "4^2 ="),
        ("max(b, 1, 2.5)", "max(4, 1, 2.5) ="),
        ("if(b >= 3, b, 0)", "if(4 ≥ 3, 4, 0) ="),
        ("a * 0.0125", "20 × 0.0125 ="),
        ("people(sdr) * 3", "2 × 3 ="),
        ("stock * 2", "3 × 2 ≈"),
    ],
)
def test_that_the_average_month_stands_in_numbers(formula: str, words: str) -> None:
    assert calculation(subject(formula), None) == words


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("a * b", "20 × 4 ="),
        ("lag(a, 1, 7) + b", "10 + 4 ="),
        ("lag(a, 2, 7) + b", "7 + 4 ="),
        ("cumulative(a) * 2", "30 × 2 ="),
        ("workdays() * b", "19 × 4 ="),
        ("stock * 2", "2 × 2 ="),
    ],
)
def test_that_a_month_stands_in_numbers(formula: str, words: str) -> None:
    assert calculation(subject(formula), 1) == words


def test_that_what_only_makes_sense_as_a_whole_is_averaged_over_the_months() -> None:
    assert calculation(subject("lag(a, 1, 0) * 2"), None) == "10 × 2 ="
    assert calculation(subject("cumulative(a) * 2"), None) == "33.3 × 2 ="


def test_that_money_has_its_currency() -> None:
    made = subject("b * price", unit="money")
    assert calculation(made, None) == "4 × €1,500 ="
    assert calculation(subject("cost(sdr) * b", unit="money"), None) == "€200 × 4 ="


def test_that_numbers_are_written_as_the_language_does() -> None:
    assert calculation(subject("max(b, 2.5)", "ru"), None) == "max(4; 2,5) ="
    assert calculation(subject("a * share", "ru"), None) == "20 × 25\u00a0% ="


def test_that_averages_need_not_make_the_average() -> None:
    assert calculation(subject("a * a"), None) == "20 × 20 ≈"
    assert calculation(subject("a * a"), 0) == "10 × 10 ="


def test_that_a_ratio_is_made_of_the_averages_of_its_parts() -> None:
    made = subject("b / a", unit="ratio", over_time="ratio")
    assert calculation(made, None) == "4 ÷ 20 ="
    assert result_in(made, None) == pytest.approx(0.2)


def test_that_a_missing_number_leaves_no_calculation() -> None:
    made = project(metric("a"), metric("x", formula="a * 2"))
    desk = Desk(made, "en")
    about = Subject(desk, desk.project.metric("x"), Memory(), FormulaDrafts(desk))
    assert calculation(about, None) == ""


def test_that_a_wrong_formula_leaves_no_calculation() -> None:
    assert calculation(subject("nix * 2"), None) == ""
    assert calculation(subject("x + 1"), None) == ""


def test_that_a_division_by_zero_leaves_its_calculation_to_be_read() -> None:
    assert calculation(subject("b / (b - 4)"), 0) == "4 ÷ (4 − 4) ≈"
