"""Completion, payout and bonus in the language of cells."""

import pytest

from tests.projects import metric
from workbench.document.kpi import Scale
from workbench.excel.pay_formulas import (
    ScaleCells,
    completion_formula,
    most_formula,
    payout_formula,
    product_formula,
    sum_formula,
)

POINTS = ((0.8, 0.5), (1.0, 1.0), (1.2, 1.2))


def cells(count):
    return ScaleCells(row=19, threshold_column=4, cap_column=5, first_column=6, count=count)


def written(scale):
    return payout_formula("S9", scale, cells(len(scale.points)))


def test_that_completion_goes_from_base_to_plan_where_there_is_a_base():
    formula = completion_formula("I9", "J9", "R9", metric("m"))
    assert "IF(ISNUMBER(I9),(R9-I9)/(J9-I9),R9/J9)" in formula


def test_that_lower_turns_the_quotient_round():
    formula = completion_formula("I9", "J9", "R9", metric("m", better="lower"))
    assert "IF(ISNUMBER(I9),(R9-I9)/(J9-I9),J9/R9)" in formula


@pytest.mark.parametrize("better", ["higher", "lower", "within"])
def test_that_completion_is_empty_without_a_plan_or_a_fact(better):
    formula = completion_formula("I9", "J9", "R9", metric("m", better=better))
    assert formula.startswith("IFERROR(IF(AND(ISNUMBER(J9),ISNUMBER(R9)),")
    assert formula.endswith(',""),"")')


def test_that_a_payout_is_empty_without_a_completion():
    formula = written(Scale(points=POINTS))
    assert (formula[:17], formula[-4:]) == ("IF(ISNUMBER(S9),I", ',"")')


def test_that_threshold_and_cap_are_cells():
    formula = written(Scale(points=POINTS, threshold=0.8, cap=1.2))
    assert "ROUND(S9,12)<$E$20" in formula
    assert "MIN(ROUND(S9,12),$F$20)" in formula


@pytest.mark.parametrize("kind", ["linear", "steps"])
def test_that_points_are_looked_up(kind):
    formula = written(Scale(kind=kind, points=POINTS))
    assert "MATCH(MIN(ROUND(S9,12),$F$20),$G$20:$I$20)" in formula


def test_that_steps_do_not_reckon_between_points():
    assert "/" not in written(Scale(kind="steps", points=POINTS))


def test_that_a_straight_scale_reckons_between_neighbours():
    formula = written(Scale(points=POINTS))
    assert "INDEX($H$20:$I$20," in formula
    assert "INDEX($H$21:$I$21," in formula


def test_that_one_point_is_a_step():
    assert "/" not in written(Scale(points=((1.0, 1.0),)))


def test_that_without_points_the_completion_is_paid_up_to_the_cap():
    expected = 'IF(ISNUMBER(S9),IF(ROUND(S9,12)<$E$20,0,MIN(ROUND(S9,12),$F$20)),"")'
    assert written(Scale()) == expected


def test_that_no_number_of_the_scale_stands_in_the_formula():
    formula = written(Scale(points=POINTS, threshold=0.8, cap=1.2))
    assert not any(number in formula for number in ("0.8", "1.2", "0.5"))


def test_that_a_product_is_empty_where_a_factor_is():
    assert product_formula("L9", "T9") == 'IF(AND(ISNUMBER(L9),ISNUMBER(T9)),L9*T9,"")'


def test_that_a_sum_is_empty_until_everything_is_filled():
    expected = 'IF(COUNT($U$9:$U$11)=ROWS($U$9:$U$11),SUM($U$9:$U$11),"")'
    assert sum_formula("$U$9:$U$11") == expected


def test_that_points_typed_out_of_order_give_nothing_instead_of_an_error():
    assert "IFERROR(IF(ROUND(S9,12)<" in written(Scale(points=POINTS))


def test_that_a_yes_is_a_yes_from_one_half_on():
    formula = completion_formula("I9", "J9", "R9", metric("m", unit="yes_no"))
    assert "IF((R9>=0.5)=(J9>=0.5),1,0)" in formula


def test_that_what_is_best_within_a_range_is_done_at_the_plan():
    formula = completion_formula("I9", "J9", "R9", metric("m", better="within"))
    assert "1-ABS(J9-R9)/ABS(J9-I9)" in formula
    assert "IF(ABS(R9)>ABS(J9),J9/R9,R9/J9)" in formula


def test_that_completion_counts_up_to_the_maximum():
    most = most_formula("I9", "J9", "K9", metric("m"))
    assert "MAX(1,ROUND(IF(ISNUMBER(I9),(K9-I9)/(J9-I9),K9/J9),12))" in most
    formula = payout_formula("S9", Scale(), cells(0), most)
    assert f"MIN(ROUND(S9,12),$F$20,{most})" in formula


@pytest.mark.parametrize("members", [{"unit": "yes_no"}, {"better": "within"}])
def test_that_nothing_beyond_done_counts_where_there_is_nothing_beyond(members):
    assert most_formula("I9", "J9", "K9", metric("m", **members)) == "1"
