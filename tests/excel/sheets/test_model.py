"""The Model sheet: live formulas, yellow inputs, reasons where there is no number."""

import pytest

from tests.excel.books import (
    cell,
    expression,
    found,
    named,
    planned,
    role,
    said,
    sheet,
    small,
    value,
    words,
)
from tests.projects import example, metric
from workbench.base.languages import language
from workbench.document.client import Calendar
from workbench.excel import styles
from workbench.excel.export import plan_workbook
from workbench.excel.plan import Area, Formula
from workbench.planning.forward import calculate


def model(of=None):
    return sheet(planned(of or example()), "Model")


def row_of(of, name):
    return found(of, name).row


def months(of, name):
    row = row_of(of, name)
    return [one for one in of.cells if one.row == row and 4 <= one.column < 16]


def test_that_every_metric_has_its_row():
    said_words = words(model())
    assert all(one.name in said_words for one in example().metrics)


def test_that_an_input_is_yellow_and_open():
    assert {(one.style.fill, one.style.unlocked) for one in months(model(), "Средний чек")} == {
        (styles.INPUT, True)
    }


def test_that_an_input_has_the_values_of_the_project():
    found_values = tuple(one.content for one in months(model(), "Посещения сайта"))
    assert found_values == example().metric("visits").value


def test_that_a_computed_metric_is_a_locked_formula_each_month():
    for one in months(model(), "Выручка"):
        assert isinstance(one.content, Formula)
        assert not one.style.unlocked


def test_that_formulas_carry_what_the_program_computed():
    forecast = calculate(example())
    assert tuple(value(one) for one in months(model(), "Выручка")) == forecast.values["revenue"]


def test_that_totals_carry_what_the_program_computed():
    total = named(model(), "total_cr_deal")
    assert value(total) == calculate(example()).totals["cr_deal"]


def test_that_months_are_named_in_the_header():
    assert [said(cell(model(), address)) for address in ("E5", "P5", "Q5")] == [
        "Jan 2027",
        "Dec 2027",
        "Total",
    ]


def test_that_unit_owner_and_influence_stand_beside_the_metric():
    of = model()
    row = row_of(of, "Лиды") + 1
    assert [said(cell(of, f"{letter}{row}")) for letter in "BCD"] == [
        "qty",
        "Маркетолог",
        "direct: day",
    ]


def test_that_the_owner_has_the_colour_of_the_role():
    of = model()
    owner = cell(of, f"C{row_of(of, 'Лиды') + 1}")
    assert owner.style.color == styles.ink(example().role("marketer").color)


def test_that_source_and_formula_stand_after_the_total():
    of = model()
    row = row_of(of, "Лиды") + 1
    expected = ["CRM", "[Посещения сайта] × [Конверсия сайта в лид]"]
    assert [said(cell(of, f"{letter}{row}")) for letter in "RS"] == expected


def test_that_a_missing_value_is_an_empty_entry():
    of = model(small(metric("a", value=(1.0, None, 3.0))))
    entry = cell(of, "F7")
    assert (entry.content, entry.style.unlocked) == (None, True)


def test_that_what_depends_on_a_missing_value_is_empty():
    of = model(small(metric("a", value=(1.0, None, 3.0)), metric("x", formula="a * 1")))
    assert [value(cell(of, address)) for address in ("E8", "F8", "G8", "H8")] == [1.0, "", 3.0, ""]


def test_that_a_division_by_zero_is_empty():
    of = model(small(metric("a", value=0.0), metric("x", formula="1 / a", unit="score")))
    assert value(cell(of, "E8")) == ""


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("a + nothing", "there is no metric “nothing”"),
        ("a + (", "the formula breaks off here"),
        ("x + a", "the formulas run in a circle: x → x"),
    ],
)
def test_that_a_formula_with_an_error_says_why(formula, reason):
    of = model(small(metric("a", value=1.0), metric("x", formula=formula)))
    assert said(cell(of, "E8")) == reason


def test_that_what_depends_on_an_error_is_empty():
    broken = metric("x", formula="nothing")
    of = model(small(broken, metric("y", formula="x * 1")))
    assert value(cell(of, "E8")) == ""


def test_that_a_scenario_stands_in_the_inputs():
    forecast = calculate(example(), example().scenarios[0])
    of = sheet(plan_workbook(example(), forecast, language("en")), "Model")
    assert [one.content for one in months(of, "Посещения сайта")] == [50_000.0] * 12


def test_that_a_computed_metric_given_by_a_scenario_is_an_input():
    scenario = example().scenarios[0].having(values={"leads": 700.0})
    plan = plan_workbook(example(), calculate(example(), scenario), language("en"))
    assert [one.content for one in months(sheet(plan, "Model"), "Лиды")] == [700.0] * 12


# Team, numbers, working days


def test_that_the_cost_of_a_role_is_a_formula_of_its_parts():
    of = model()
    cost = named(of, "total_cost_sdr")
    row = cost.row + 1
    assert f"B{row}*(C{row}+D{row})*(1+E{row})" in expression(cost)
    assert value(cost) == example().role("sdr").monthly_cost


@pytest.mark.parametrize(
    ("fact", "expected"),
    [("people", 2.0), ("salary", 80_000.0), ("bonus", 40_000.0), ("payroll_tax", 0.3)],
)
def test_that_facts_about_a_role_are_entries(fact, expected):
    entry = named(model(), f"in_{fact}_sdr")
    assert (entry.content, entry.style.unlocked) == (expected, True)


def test_that_a_number_of_a_formula_is_an_entry_that_says_where_it_is_used():
    of = model()
    entry = named(of, "in_number_1_clients")
    label = next(one for one in of.cells if (one.row, one.column) == (entry.row, 0))
    assert (entry.content, said(label)) == (
        200.0,
        "Действующие клиенты: value before the first month",
    )


def test_that_another_number_is_called_a_number_of_the_formula():
    assert "x: number of the formula" in words(model(small(metric("x", formula="3.5"))))


def test_that_working_days_are_entries_by_month():
    of = model(small(metric("x", formula="workdays()")))
    assert [cell(of, address).content for address in ("E7", "F7", "G7")] == [15.0, 19.0, 22.0]


def test_that_unknown_working_days_are_empty_entries():
    made = small(metric("x", formula="workdays()"))
    of = model(made.having(calendar=Calendar(start="2027-01", months=3, country="")))
    assert (cell(of, "E7").content, value(cell(of, "H7"))) == (None, "")


def test_that_a_project_without_roles_has_no_team():
    assert not [line for line in words(model(small(metric("a", value=1.0)))) if "Team" in line]


# Shape


def test_that_header_and_names_stay_in_sight():
    assert model().freeze == (5, 1)


def test_that_the_header_is_printed_on_every_page():
    assert model().page.repeat == (4, 4)


def test_that_source_and_formula_are_not_printed():
    area = model().page.area
    assert (area.left, area.right) == (0, 16)


def test_that_inputs_have_names_over_their_months():
    names = {one.name: one.area for one in model().names}
    row = row_of(model(), "Средний чек")
    assert names["in_average_deal"] == Area(row, 4, row, 15)


def test_that_computed_metrics_are_no_inputs():
    names = {one.name for one in model().names}
    assert ("in_revenue" in names, "total_revenue" in names) == (False, True)


def test_that_shares_beyond_one_are_doubted_not_refused():
    of = model(small(metric("cr", value=1.2, unit="ratio", kind="conversion")))
    assert of.validations[0].gently


def test_that_large_numbers_make_the_months_wider():
    wide, narrow = (
        model(small(metric("a", value=size))).widths[4] for size in (123_456_789.0, 1.0)
    )
    assert wide > narrow


def test_that_the_team_begins_on_a_page_of_its_own():
    of = model(small(metric("a", value=1.0), roles=(role("r", name="Rita"),)))
    assert of.page.breaks == (found(of, "Rita").row - 2,)


def test_that_without_a_team_the_numbers_of_formulas_begin_a_page():
    of = model(small(metric("a", value=1.0), metric("b", formula="a * 7")))
    assert of.page.breaks == (found(of, "Numbers of the formulas").row,)


def test_that_a_model_of_metrics_alone_has_no_breaks():
    assert model(small(metric("a", value=1.0))).page.breaks == ()


def test_that_roles_and_their_colours_are_in_the_team():
    of = model(small(roles=(role("r", name="Rita", color="#B4508F"),)))
    assert found(of, "Rita").style.color == styles.ink("#B4508F")
