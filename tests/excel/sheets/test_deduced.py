"""Conversions that nobody entered, from the stages on both sides."""

import pytest

from tests.excel.books import planned
from tests.projects import example, metric, project
from workbench.excel.sheets.deduced import Deduction, deduction
from workbench.formula.model import model_of

SHARE = {"kind": "conversion", "unit": "ratio", "over_time": "ratio"}


def way(formula: str) -> Deduction | None:
    made = project(
        metric("leads", value=100.0, kind="stage"),
        metric("cold", value=10.0, kind="stage"),
        metric("share", value=0.5, from_stage="leads", to_stage="meetings", **SHARE),
        metric("meetings", formula=formula, kind="stage"),
    )
    return deduction(made.metric("share"), model_of(made).trees, {one.key for one in made.metrics})


def test_that_a_share_is_what_came_out_by_what_went_in():
    found = way("leads * share")
    assert found is not None
    assert found.value({"leads": 80.0, "meetings": 20.0}) == 0.25


def test_that_what_came_from_elsewhere_is_taken_off():
    found = way("cold + share * leads")
    assert found is not None
    assert found.value({"leads": 80.0, "meetings": 26.0, "cold": 6.0}) == 0.25


@pytest.mark.parametrize(
    "facts",
    [
        {"leads": 80.0, "meetings": 20.0},
        {"leads": 80.0, "cold": 6.0},
        {"leads": 0.0, "meetings": 20.0, "cold": 6.0},
        {"leads": 80.0, "meetings": 5.0, "cold": 6.0},
    ],
)
def test_that_nothing_is_said_where_a_number_is_missing_or_nothing_is_left(facts):
    found = way("leads * share + cold")
    assert found is not None
    assert found.value(facts) is None


@pytest.mark.parametrize(
    "formula",
    [
        "round(leads * share)",
        "cold - leads * share",
        "leads * share * cold",
        "share + leads * share",
    ],
)
def test_that_other_formulas_are_left_alone(formula):
    assert way(formula) is None


def test_that_the_sheet_of_a_role_has_the_share():
    # The example has 583 leads and 437 qualified in January, and no conversion.
    sheet = next(one for one in planned(example()).sheets if one.role == "sdr")
    values = [getattr(cell.content, "value", None) for cell in sheet.cells]
    assert any(value == pytest.approx(437 / 583) for value in values if isinstance(value, float))
