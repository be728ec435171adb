"""Conditional looks, worked out as a spreadsheet does."""

from datetime import date

import pytest

from workbench.base.languages import language
from workbench.excel.plan import Area, Cell, Condition, Formula, SheetPlan, Style
from workbench.presenters.sheets.conditions import NotKnown, Value, evaluated
from workbench.presenters.sheets.page import page

VALUES: dict[tuple[int, int], Value] = {(0, 0): 2.0, (0, 1): "Yes", (1, 0): 0.8, (1, 1): ""}


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("1+2*3", 7),
        ("(1+2)*3", 9),
        ("-A1+3", 1),
        ("A1=2", True),
        ("A1<>2", False),
        ("$A$2>=0.8", True),
        ("A2*10<A1", False),
        ('B1="yes"', True),
        ('B1="no"', False),
        ('B2=""', True),
        ("C9=0", True),
        ('"a">99', True),
        ("ISNUMBER(A1)", True),
        ("ISNUMBER(B1)", False),
        ("ISNUMBER(C9)", False),
        ("ISBLANK(C9)", True),
        ("AND(A1>1,A2<1)", True),
        ("OR(A1>9,A2<1)", True),
        ("NOT(A1>1)", False),
        ("ROUND(2.5,0)", 3),
        ("ROUND(-0.12345,3)", -0.123),
        ("ABS(-2)+MIN(1,2)+MAX(1,2)", 5),
        ('"say ""yes"""', 'say "yes"'),
    ],
)
def test_that_formulas_of_conditions_are_reckoned(formula, value):
    assert evaluated(formula, VALUES) == value


def test_that_cells_without_a_dollar_move_with_the_formula():
    assert evaluated("A1", VALUES, (1, 0)) == 0.8
    assert evaluated("A$1", VALUES, (1, 0)) == 2.0
    assert evaluated("A1", VALUES, (0, 1)) == "Yes"
    assert evaluated("$A1", VALUES, (0, 1)) == 2.0


@pytest.mark.parametrize("formula", ["SUM(A1:A2)", "'Model'!A1", "A1>", "AND(A1", "A1 A2", "B1*2"])
def test_that_what_is_not_understood_is_not_guessed(formula):
    with pytest.raises(NotKnown):
        evaluated(formula, VALUES)


def shown(content, *conditions, code="en"):
    cell = Cell(0, 0, content, Style(number="0.0%"))
    plan = SheetPlan("Sheet", (cell,), (10.0,), conditions=conditions)
    return page(plan, language(code)).cells[0]


GOOD = Condition(Area(0, 0, 0, 0), "AND(ISNUMBER(A1),A1>=1)", "#00FF00", "#EEFFEE", '"✓ "0.0%')
BAD = Condition(Area(0, 0, 0, 0), "AND(ISNUMBER(A1),A1<1)", "#FF0000", "#FFEEEE", '"✕ "0.0%')


def test_that_the_condition_that_holds_gives_colours_and_sign():
    cell = shown(Formula("B1/C1", 1.04), BAD, GOOD)
    assert (cell.words, cell.style.color, cell.style.fill) == ("✓ 104.0%", "#00FF00", "#EEFFEE")
    assert shown(0.5, GOOD, BAD, code="ru").words == "✕ 50,0%"


def test_that_nothing_changes_where_none_holds():
    cell = shown(Formula("B1/C1", ""), GOOD, BAD)
    assert (cell.words, cell.style.color) == ("", Style().color)


def test_that_the_first_that_holds_wins():
    always = Condition(Area(0, 0, 0, 0), "1=1", "#123456", "#FFFFFF")
    assert shown(2.0, always, GOOD).style.color == "#123456"


def test_that_a_condition_that_is_not_understood_is_left_alone():
    odd = Condition(Area(0, 0, 0, 0), "SUM(A1:A2)>0", "#123456", "#FFFFFF")
    assert shown(2.0, odd).style.color == Style().color


def test_that_days_compare_as_numbers():
    late = Condition(Area(0, 0, 0, 0), "A1>40000", "#123456", "#FFFFFF")
    assert shown(date(2027, 1, 1), late).style.color == "#123456"


def test_that_another_cell_is_not_touched():
    elsewhere = Condition(Area(1, 0, 5, 5), "1=1", "#123456", "#FFFFFF")
    assert shown(2.0, elsewhere).style.color == Style().color
