"""What the rows of a plain table say."""

from __future__ import annotations

import pytest

from tests.excel.tabling import HEAD, facts, forecast, joined, laid_out, refusals, said
from tests.projects import example
from workbench.document.project import Project
from workbench.excel.apart import Abandoned
from workbench.excel.tables.columns import ABOVE, Columns
from workbench.excel.tables.reading import MOST_REFUSED, table_read


@pytest.mark.parametrize(
    "month",
    [
        "2027-03", "03.2027", "01.03.2027", "31.03.2027", "2027-03-01", "2027-03-01 00:00:00",
        "март 2027", "Март 2027 г.", "марта 2027", "мар. 2027", "мар.27", "Mar 2027", "March 2027",
        "Mar-27", "mar-2027", "march, 2027", "3.2027", "2027/3", "2027/03/15", "202703",
        "март\u00a02027", "15/03/2027", "03/15/2027", "3/3/2027",
    ],
)  # fmt: skip
def test_that_months_are_read_as_people_and_programs_write_them(month):
    assert facts(f"Лиды;{month};5") == {"leads_3": 5}


@pytest.mark.parametrize("month", ["3", "март", "2027", "Q1 2027", "marketing 2027", "13.2027",
                                   "2027-00", "итого", "32.13.2027"])  # fmt: skip
def test_that_what_is_no_month_is_refused(month):
    assert refusals(f"Лиды;{month};5") == [
        ("B2", month, "this is no month such as 2027-03 or 03.2027")
    ]


def test_that_a_date_that_can_be_two_months_is_refused():
    assert refusals("Лиды;3/1/2027;5") == [
        ("B2", "3/1/2027", "this can be one month or another; write it as 2027-03")
    ]


@pytest.mark.parametrize(
    ("dates", "months"),
    [
        (("1/1/2027", "2/1/2027", "3/1/2027"), [1, 2, 3]),
        (("1/1/2027", "1/2/2027", "1/3/2027"), [1, 2, 3]),
        (("2/28/2027", "3/1/2027"), [2, 3]),
        (("28/2/2027", "3/1/2027"), [2, 1]),
    ],
)
def test_that_the_other_dates_tell_whether_the_day_comes_first(dates, months):
    found = facts(*(f"Лиды;{date};5" for date in dates))
    assert sorted(found) == sorted(f"leads_{month}" for month in months)


def test_that_dates_that_contradict_each_other_tell_nothing():
    assert len(refusals("Лиды;2/28/2027;5", "Лиды;28/3/2027;5", "Лиды;3/4/2027;5")) == 1


def test_that_a_month_outside_the_plan_is_refused():
    assert refusals("Лиды;2062-03;5") == [
        ("B2", "2062-03", "the plan has no such month: it goes from 2027-01 to 2027-12")
    ]


def test_that_a_value_without_a_month_is_refused():
    assert refusals("Лиды;;5") == [("C2", "5", "no month stands beside it")]


@pytest.mark.parametrize(
    "name", ["Лиды", "лиды", " ЛИДЫ ", "leads", "LEADS", "\u00a0Лиды\u00a0"]
)  # fmt: skip
def test_that_a_metric_is_found_by_name_or_key(name):
    assert facts(f"{name};2027-03;5") == {"leads_3": 5}


def test_that_spaces_and_the_letter_yo_do_not_matter():
    assert facts("Звонки\u00a0 BDR  в дёнь;2027-03;5") == {"calls_per_day_3": 5}


def test_that_an_unknown_metric_is_refused_with_the_nearest_name():
    assert refusals("Лидыы;2027-03;5") == [
        ("A2", "Лидыы", "no metric of the project is called so; “Лиды” is")
    ]


def test_that_a_name_of_nothing_is_refused():
    assert refusals("Zzz;2027-03;5") == [("A2", "Zzz", "no metric of the project is called so")]


def test_that_a_value_without_a_metric_is_refused():
    assert refusals(";2027-03;5") == [("C2", "5", "the row names no metric")]


def test_that_rows_without_a_value_say_nothing():
    assert said("Маркетинг;;", "Лиды;2027-03;", ";;", "").facts == ()
    assert refusals("Маркетинг;;", "Лиды;2027-03;", ";;", "") == []


@pytest.mark.parametrize(
    ("words", "value"),
    [("1 234,5", 1234.5), ("1\u00a0234,5", 1234.5), ("1,234.5", 1234.5), ("1.234,5", 1234.5),
     ("−5", -5), ("1 200 ₽", 1200), ("1,2 млн", 1_200_000)],
)  # fmt: skip
def test_that_numbers_are_read_as_everywhere_in_the_program(words, value):
    assert facts(f"Выручка;2027-03;{words}") == {"revenue_3": pytest.approx(value)}


@pytest.mark.parametrize("words", ["80%", "80 %", "0,8", "0.8", "80"])
def test_that_a_share_is_a_percentage_or_a_fraction(words):
    assert facts(f"Конверсия лид → КЛ;2027-03;{words}") == {"cr_qualified_3": pytest.approx(0.8)}


def test_that_80_in_a_share_is_remarked_as_in_a_workbook():
    (fact,) = said("cr_qualified;2027-03;80").facts
    assert str(fact.said) == "80 in a share, read as 80%"


def test_that_plain_numbers_of_text_are_no_remark():
    assert [fact.said for fact in said("Лиды;2027-03;1 234").facts] == [None]


@pytest.mark.parametrize(
    ("metric", "words", "why"),
    [
        ("Лиды", "много", "text, where a number is expected"),
        ("Лиды", "80%", "a percentage, where another unit is expected: qty"),
        ("Выручка", "$5", "$ stands there, where another unit is expected: ₽"),
        ("Лиды", "#ДЕЛ/0!", "an error value: the formula in this cell does not work out"),
        ("cr_qualified", "1,5", "1.5 in a share: 1.5% or 150%? Enter it as a percentage"),
        ("Лиды", "01.02.2027", "text, where a number is expected"),
        ("Лиды", "1,234", "text that can be read as 1234 or otherwise; enter it as a number"),
    ],
)  # fmt: skip
def test_that_values_are_refused_as_in_a_workbook(metric, words, why):
    assert refusals(f"{metric};2027-03;{words}") == [("C2", words, why)]


@pytest.mark.parametrize(
    ("other", "value"), [("0,5", 1.234), ("1.234,5", 1.234), ("0.5", 1234), ("1,234,567", 1234)]
)
def test_that_the_other_numbers_tell_which_sign_is_decimal(other, value):
    found = facts("Лиды;2027-03;1,234", f"Выручка;2027-03;{other}")
    assert found["leads_3"] == pytest.approx(value)


def test_that_numbers_that_contradict_each_other_tell_nothing():
    rows = ("Лиды;2027-03;1,234", "Выручка;2027-03;0,5", "Выручка;2027-04;0.5")
    assert [cell for cell, _, _ in refusals(*rows)] == ["C2"]


def test_that_a_row_that_says_the_same_again_counts_once():
    found = joined("Лиды;2027-03;5", "leads;март 2027;5,0")
    assert [(one.fact.metric, one.fact.value) for one in found.changes] == [("leads", 5)]


def test_that_rows_that_contradict_each_other_are_refused_and_never_summed():
    found = joined("Лиды;2027-03;5", "Лиды;2027-03;7")
    assert found.changes == ()
    assert [(one.spot.cell, str(one.why)) for one in found.refused] == [
        ("C2", "a.csv, C3 says 7: they contradict each other"),
        ("C3", "a.csv, C2 says 5: they contradict each other"),
    ]


def test_that_a_wide_table_is_read_month_by_month():
    rows = ("Лиды;5;;6", "Маркетинг;;;", "Сделки;1;2;abc")
    head = "Показатель;янв 2027;фев 2027;мар 2027"
    read = said(*rows, head=head)
    assert [(one.metric, one.month, one.value) for one in read.facts] == [
        ("leads", "2027-01", 5), ("leads", "2027-03", 6),
        ("deals", "2027-01", 1), ("deals", "2027-02", 2),
    ]  # fmt: skip
    assert [(one.spot.cell, one.value) for one in read.refused] == [("D4", "abc")]


def test_that_a_month_without_a_year_in_the_headings_is_refused_once():
    read = said("Лиды;5;6", "Сделки;1;2", head="Показатель;янв 2027;февраль")
    assert [(one.metric, one.value) for one in read.facts] == [("leads", 5), ("deals", 1)]
    assert [(one.spot.cell, one.value, str(one.why)) for one in read.refused] == [
        ("C1", "февраль", "this is no month such as 2027-03 or 03.2027")
    ]


def test_that_columns_can_be_told_apart_by_letters():
    assert facts("5;2027-03;Лиды", head="", columns="metric=C,month=B,value=A") == {"leads_3": 5}


def test_that_two_metrics_of_one_name_are_told_apart_by_key_only():
    from workbench.excel.tables.metrics import MetricNames

    plan = example()
    both = (one.having(name="Лиды") if one.key == "deals" else one for one in plan.metrics)
    names = MetricNames(plan.having(metrics=tuple(both)))
    assert str(names.find("лиды")).startswith("two metrics are called so")
    assert names.find("deals") == "deals"
    assert names.find("Лиды (deals)") == "deals"


def test_that_an_import_of_a_table_is_an_edit_like_any_other():
    after: Project = joined("Лиды;2027-03;5").edit().apply(example())
    assert {(one.metric, one.month, one.value) for one in after.actuals} - {
        (one.metric, one.month, one.value) for one in example().actuals
    } == {("leads", "2027-03", 5)}


def test_that_a_table_of_something_else_is_not_read_to_its_end():
    rows = [f"Чужое {row};2027-03;5" for row in range(MOST_REFUSED + 7)]
    found = refusals(*rows)
    assert len(found) == MOST_REFUSED + 1
    assert found[-1] == (
        f"A{MOST_REFUSED + 2}", "",
        "too many cells above were refused: 7 rows from here on were not looked at",
    )  # fmt: skip


def test_that_reading_stops_when_nobody_waits_for_it():
    layout = laid_out(HEAD, *["Лиды;2027-03;5"] * 1200)
    rows = iter([True, True, False])
    with pytest.raises(Abandoned):
        table_read(layout, Columns(0, 1, 2), forecast(), "a.csv", ".", wanted=lambda: next(rows))


def test_that_a_taste_reads_only_so_many_cells():
    layout = laid_out("Показатель;янв 2027;фев 2027", *["Лиды;1;2"] * 10)
    read = table_read(layout, Columns(0, ABOVE), forecast(), "a.csv", ".", 6)
    assert len(read.facts) == 6


def test_that_a_month_of_a_heading_outside_the_plan_is_refused_once():
    head = "Показатель;дек 2026;янв 2027;янв 2028"
    rows = ("Лиды;1;2;", "Сделки;3;4;", "Выручка;5;6;")
    read = said(*rows, head=head)
    assert [one.value for one in read.facts] == [2, 4, 6]
    assert [(one.spot.cell, one.value, str(one.why)) for one in read.refused] == [
        ("B1", "дек 2026", "the plan has no such month: it goes from 2027-01 to 2027-12")
    ]
