"""What a client types into a cell of an actual, and what is made of it."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest

from tests.excel.returning import (
    changed,
    changes,
    filled,
    imported,
    refusal,
    refused,
    typed,
    why,
)


def read(value: object, metric: str = "leads", number: str = "", **how: Any) -> float:
    """The number that is taken."""
    return changes(imported(typed(value, metric, number), **how))[f"{metric}_2"]


def said(value: object, metric: str) -> str:
    """How it was read."""
    return str(imported(typed(value, metric)).changes[0].fact.said)


@pytest.mark.parametrize(
    ("words", "number"),
    [("700", 700), ("1 200", 1200), ("1\u00a0200", 1200), ("1\u202f200,5", 1200.5),
     ("1,234.5", 1234.5), ("1.234,5", 1234.5), ("−5", -5), ("12 тыс.", 12_000)],
)  # fmt: skip
def test_that_a_number_written_as_text_is_read(words, number):
    assert read(words) == number


def test_that_a_number_written_as_text_is_told():
    assert said("1 200", "leads") == "text, read as 1200"


@pytest.mark.parametrize("words", ["1,234", "1.234"])
def test_that_text_with_two_readings_is_refused_with_one_of_them(words):
    assert "can be read as 1" in refusal(words)


@pytest.mark.parametrize("words", ["abc", "н/д", "—", "12 шт", "=2+2"])
def test_that_other_text_is_refused(words):
    value = f"'{words}" if words.startswith("=") else words
    assert refusal(value) == "text, where a number is expected"


def test_that_a_refusal_names_sheet_cell_and_value():
    cell = refused("abc")
    assert (cell.spot.file, cell.spot.sheet, cell.spot.cell) == ("a.xlsx", "Actuals", "E9")
    assert cell.value == "abc"


@pytest.mark.parametrize("value", [date(2027, 2, 1), datetime(2027, 2, 1, 10), time(10, 30)])
def test_that_dates_and_times_are_refused(value):
    assert refusal(value) == "a date or a time, where a number is expected"


@pytest.mark.parametrize("value", ["#DIV/0!", "#REF!", "#N/A", "#NAME?"])
def test_that_error_values_are_refused(value):
    assert refusal(value) == "an error value: the formula in this cell does not work out"


@pytest.mark.parametrize("metric", ["leads", "cr_qualified"])
def test_that_a_formula_without_a_result_is_refused_as_one(metric):
    cell = refused("=10+20", metric)
    assert str(cell.why) == WITHOUT_RESULT
    assert cell.value == "=10+20"


def test_that_a_formula_without_a_result_is_no_emptied_cell():
    found = imported(changed(filled(leads_1="=A1+1")))
    assert (changes(found), why(found)) == ({}, [WITHOUT_RESULT])


WITHOUT_RESULT = "a formula that has not been worked out yet; open the file in Excel and save it"


def test_that_true_and_false_are_no_numbers():
    assert refusal(True) == "true or false, where a number is expected"


@pytest.mark.parametrize(
    ("value", "number"), [(0.35, "0.0%"), (0.35, "General"), (1.0, "0%"), ("35%", ""), ("0,35", "")]
)
def test_that_a_share_is_read_as_it_stands(value, number):
    assert read(value, "cr_qualified", number, decimal=",") in (0.35, 1.0)


@pytest.mark.parametrize("value", [80, "80.0"])
def test_that_eighty_in_a_share_means_eighty_per_cent(value):
    assert read(value, "cr_qualified") == 0.8


def test_that_eighty_in_a_share_is_told():
    assert said(80, "cr_qualified") == "80 in a share, read as 80%"


@pytest.mark.parametrize(
    ("value", "share"), [(-80, -0.8), ("-80.0", -0.8), ("−5", -0.05), (-0.3, -0.3), ("-30%", -0.3)]
)
def test_that_a_share_below_zero_is_judged_by_its_size(value, share):
    assert read(value, "cr_qualified", "General") == pytest.approx(share)


def test_that_minus_eighty_in_a_share_is_told():
    assert said(-80, "cr_qualified") == "-80 in a share, read as -80%"


@pytest.mark.parametrize("value", [1.4, 8000, -1.4, -8000])
def test_that_a_doubtful_share_is_refused_with_both_readings(value):
    assert " or " in refusal(value, "cr_qualified", "General")


def test_that_a_share_over_one_that_was_seen_as_a_percentage_is_taken():
    assert read(1.4, "cr_qualified", "0.0%") == 1.4


def test_that_a_percentage_is_no_count():
    assert "a percentage" in refusal(0.35, "leads", "0%")
    assert "a percentage" in refusal("35%")


@pytest.mark.parametrize("number", ["$#,##0", "[$€-407] #,##0", '#,##0 "x" [$£-809]'])
def test_that_another_currency_is_another_unit(number):
    assert "another unit is expected: ₽" in refusal(100.0, "revenue", number)


ACCOUNTING = r'_-* #,##0\ _₽_-;\-* #,##0\ _₽_-;_-* "-"??\ _₽_-;_-@_-'


@pytest.mark.parametrize("number", [ACCOUNTING, "#,##0_$", "0_€", "0*%", "0_%"])
def test_that_room_as_wide_as_a_sign_is_no_sign(number):
    assert read(12.0, "leads", number) == 12


@pytest.mark.parametrize("number", [r"0\ \€", '"€ "0_-', r"_-* #,##0\ [$€-407]_-", "_₽0 €"])
def test_that_a_sign_beside_room_is_one(number):
    assert refusal(12.0, "leads", number).startswith("€ stands there")


@pytest.mark.parametrize("number", ["#,##0[$р.-419]", r"#,##0\ [$руб.-419]", "0 [$руб]"])
def test_that_roubles_may_be_shortened(number):
    assert read(100.0, "revenue", number) == 100


@pytest.mark.parametrize("number", ["#,##0 [$₽-419]", '#,##0\\ "₽"', "#,##0", "[$-409]#,##0"])
def test_that_the_own_currency_is_no_other_unit(number):
    assert read(100.0, "revenue", number) == 100


def test_that_money_in_text_may_have_the_own_sign_but_no_other():
    assert read("100 ₽", "revenue") == 100
    assert "another unit" in refusal("100 $", "revenue")


def test_that_a_number_beyond_all_measure_is_refused():
    assert refusal(1e15) == "too large a number"


def test_that_a_long_text_is_shown_short():
    assert len(refused("x" * 5000).value) == 60


@pytest.mark.parametrize(
    ("value", "number", "shown"),
    [(date(2027, 4, 1), "", "2027-04-01"), (0.5, "0%", "50%"), ("many", "", "many")],
)
def test_that_what_stands_in_a_refused_cell_is_told_as_people_see_it(value, number, shown):
    assert refused(value, "leads", number).value == shown
