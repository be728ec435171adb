"""From formula trees to the text of Excel formulas."""

from __future__ import annotations

import pytest

from tests.excel.books import formulas, planned, role, sheet
from tests.projects import metric, project
from workbench.excel.formulas import fits, month_formula, own_numbers, total_formula
from workbench.excel.layout import model_layout
from workbench.formula.parser import stored
from workbench.planning.forward import calculate

# a stands in row 7, b in 8, c in 9; months are in columns E to G, the total in H.
INPUTS = ("a", "b", "c")


def setting(formula: str, **members: object):
    asked = metric("x", formula=formula, unit="score", **members)
    inputs = [metric(key, value=1.0, unit="score") for key in INPUTS]
    made = project(*inputs, asked, roles=(role("r", people=2.0),))
    return model_layout(calculate(made), "Model"), made.metric("x")


def monthly(formula: str, month: int = 1) -> str:
    cells, asked = setting(formula)
    return month_formula(stored(asked.formula), cells, "x", month)


def total(formula: str, **members: object) -> str:
    cells, asked = setting(formula, **members)
    return total_formula(stored(formula), cells, asked)


def body(formula: str) -> str:
    """The formula without the question whether its numbers are there."""
    inner = formula.removeprefix("IFERROR(").removesuffix(',"")')
    inner = inner.removeprefix("IF(").removesuffix(',"")')
    depth = 0
    for at, sign in enumerate(inner):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "," and depth == 0:
            return inner[at + 1 :]
    return inner


# Signs


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("a + b", "F7+F8"),
        ("a - b - c", "F7-F8-F9"),
        ("a - (b - c)", "F7-(F8-F9)"),
        ("a / (b / c)", "F7/(F8/F9)"),
        ("a * (b + c)", "F7*(F8+F9)"),
        ("a / b * c", "F7/F8*F9"),
        ("-a", "-F7"),
        ("-(a + b)", "-(F7+F8)"),
        ("a * -b", "F7*(-F8)"),
        ("1 - a", "1-F7"),
    ],
)
def test_that_signs_keep_their_order(formula, expected):
    assert body(monthly(formula)) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("-a ^ b", "-(F7^F8)"),
        ("(-a) ^ b", "(-F7)^F8"),
        ("a ^ b ^ c", "F7^(F8^F9)"),
        ("(a ^ b) ^ c", "(F7^F8)^F9"),
        ("a ^ -b", "F7^(-F8)"),
    ],
)
def test_that_powers_mean_in_excel_what_they_mean_here(formula, expected):
    assert body(monthly(formula)) == expected


# Functions


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("sum(a, b, c)", "SUM(F7,F8,F9)"),
        ("mean(a, b)", "AVERAGE(F7,F8)"),
        ("min(a, b)", "MIN(F7,F8)"),
        ("max(a, b)", "MAX(F7,F8)"),
        ("abs(a)", "ABS(F7)"),
        ("round(a)", "ROUND(F7,0)"),
        ("round(a, 2)", "ROUND(F7,2)"),
        ("floor(a)", "INT(F7)"),
        ("ceil(a + b)", "-INT(-(F7+F8))"),
        ("2 - ceil(a)", "$B$18-(-INT(-F7))"),
        ("cumulative(a)", "SUM($E7:F7)"),
        ("if(a > b, a, b)", "IF(F7>F8,F7,F8)"),
        ("if(a <> b, a, 1)", "IF(F7<>F8,F7,1)"),
    ],
)
def test_that_functions_have_their_excel_names(formula, expected):
    assert body(monthly(formula)) == expected


def test_that_a_lag_is_a_column_before():
    assert body(monthly("lag(a, 1)", month=2)) == "F7"


def test_that_a_lag_takes_the_first_month_where_there_is_none_before():
    assert body(monthly("lag(a, 2)", month=1)) == "E7"


def test_that_a_lag_takes_its_initial_value_before_the_plan():
    assert body(monthly("lag(a, 2, b + 1)", month=1)) == "F8+1"


def test_that_a_lag_of_nothing_is_the_month_itself():
    assert body(monthly("lag(a, 0)", month=1)) == "F7"


def test_that_people_are_a_cell_of_the_team():
    assert body(monthly("people(r) * a")) == "$B$14*F7"


def test_that_a_cost_is_a_cell_of_the_team():
    assert body(monthly("cost(r)")) == "$F$14"


def test_that_working_days_are_a_row_of_their_own():
    assert body(monthly("workdays() * a")) == "F7*F9"


def test_that_working_days_of_a_ratio_are_those_of_all_months():
    assert body(total("workdays() / a", over_time="ratio")) == "H7/H9"


# What is missing


def test_that_a_formula_asks_whether_its_numbers_are_there():
    assert monthly("a * b") == 'IF(AND(ISNUMBER(F7),ISNUMBER(F8)),F7*F8,"")'


def test_that_each_number_is_asked_for_once():
    assert monthly("a * a + a") == 'IF(ISNUMBER(F7),F7*F7+F7,"")'


def test_that_a_division_that_fails_is_empty():
    assert monthly("a / b") == 'IFERROR(IF(AND(ISNUMBER(F7),ISNUMBER(F8)),F7/F8,""),"")'


def test_that_only_formulas_that_can_fail_are_caught():
    assert "IFERROR" not in monthly("a * b - c")


def test_that_only_the_branch_that_holds_must_have_its_numbers():
    formula = monthly("if(a > 0, b, c)")
    assert formula == (
        'IFERROR(IF(ISNUMBER(F7),IF(F7>0,IF(ISNUMBER(F8),F8,NA()),IF(ISNUMBER(F9),F9,NA())),""),"")'
    )


def test_that_a_range_must_be_filled_throughout():
    assert monthly("cumulative(a)") == 'IF(COUNT($E7:F7)=COLUMNS($E7:F7),SUM($E7:F7),"")'


# Numbers of formulas


@pytest.mark.parametrize(
    ("formula", "numbers"),
    [
        ("a * 2", (2.0,)),
        ("1 - a + 0", ()),
        ("a * 80%", (0.8,)),
        ("a * 100%", ()),
        ("lag(a, 3, 200)", (200.0,)),
        ("round(a, 2)", ()),
        ("a * 2 + b * 2", (2.0,)),
        ("a ^ 2", (2.0,)),
    ],
)
def test_that_numbers_with_a_meaning_deserve_a_cell(formula, numbers):
    assert own_numbers(stored(formula)) == numbers


def test_that_a_number_of_a_formula_is_a_cell():
    assert body(monthly("a * 2.5")) == "F7*$B$18"


def test_that_no_formula_of_the_sheet_holds_a_number_of_the_project():
    made = project(metric("a", value=3.0), metric("x", formula="a * 4242 + lag(x, 1, 1337)"))
    written = " ".join(one.expression for _, one in formulas(sheet(planned(made), "Model")))
    assert ("4242" in written, "1337" in written) == (False, False)


# Totals


@pytest.mark.parametrize(
    ("over_time", "expected"),
    [
        ("sum", 'IF(COUNT($E10:G10)=COLUMNS($E10:G10),SUM($E10:G10),"")'),
        ("mean", 'IF(COUNT($E10:G10)=COLUMNS($E10:G10),AVERAGE($E10:G10),"")'),
        ("last", 'IF(ISNUMBER(G10),G10,"")'),
    ],
)
def test_that_a_total_adds_up_as_the_metric_says(over_time, expected):
    assert total("a * b", over_time=over_time) == expected


def test_that_a_ratio_is_computed_again_from_totals():
    assert body(total("a / b", over_time="ratio")) == "H7/H8"


def test_that_the_cost_in_a_ratio_is_that_of_all_months():
    assert body(total("cost(r) / a", over_time="ratio")) == "$F$14*COLUMNS($E$5:$G$5)/H7"


def test_that_a_lag_in_a_ratio_is_the_sum_of_what_was_before_and_the_rest():
    assert body(total("lag(a, 1, b) / c", over_time="ratio")) == "SUM(E8,$E7:F7)/H9"


def test_that_a_lag_longer_than_the_plan_is_all_before():
    assert body(total("lag(a, 9)", over_time="ratio")) == "SUM(E7,E7,E7)"


def test_that_a_conversion_is_weighted_by_what_went_in():
    stages = (metric("a", value=1.0, kind="stage"), metric("b", formula="a * cr", kind="stage"))
    arrow = {"kind": "conversion", "unit": "ratio", "over_time": "ratio", "from": "a", "to": "b"}
    cells = model_layout(calculate(project(*stages, metric("cr", value=0.5, **arrow))), "Model")
    asked = metric("cr", value=0.5, **arrow)
    assert body(total_formula(None, cells, asked)) == "SUMPRODUCT($E7:G7,$E9:G9)/SUM($E7:G7)"


def test_that_an_input_ratio_is_a_mean():
    cells, _ = setting("a")
    asked = metric("b", value=1.0, over_time="ratio")
    assert "AVERAGE($E8:G8)" in total_formula(None, cells, asked)


# Size


def test_that_a_formula_of_usual_size_fits():
    assert fits("SUM(A1,A2)")


def test_that_a_formula_excel_would_refuse_for_its_length_does_not_fit():
    assert not fits("A1+" * 3_000 + "A1")


def test_that_a_formula_excel_would_refuse_for_its_depth_does_not_fit():
    assert not fits("IF(" * 70 + "A1" + ")" * 70)
