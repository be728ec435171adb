"""Headings of plain tables, and the columns they name."""

from __future__ import annotations

import pytest

from tests.excel.tabling import chosen, forecast, laid_out
from workbench.excel.tables.columns import (
    ABOVE,
    BadColumns,
    Columns,
    columns_kept,
    columns_said,
    letters,
    written,
)
from workbench.excel.tables.metrics import MetricNames
from workbench.excel.tables.plain import likely

ROW = "Лиды;2027-03;583"


@pytest.mark.parametrize(
    "head",
    [
        "Metric;Month;Value", "KPI;Date;Actual", "Показатель;Месяц;Факт", "Метрика;Период;Значение",
        "ПОКАЗАТЕЛЬ ;Отчётный месяц;Факт, ₽", "indicator;period;Fact (USD)", "Код;Дата;Сумма",
        "metric_name;month;actual_value",
    ],
)  # fmt: skip
def test_that_plain_headings_name_the_columns(head):
    assert chosen(head, ROW) == Columns(0, 1, 2)


def test_that_the_order_of_columns_does_not_matter():
    assert chosen("Факт;Комментарий;Показатель;Месяц", "5;;Лиды;2027-03") == Columns(2, 3, 0)


def test_that_title_rows_above_are_passed_over():
    layout = laid_out(
        "Отчёт за март", "", "ООО «Ромашка»;отдел продаж", "Показатель;Месяц;Факт", ROW
    )
    assert (layout.head, layout.first) == (3, 4)


def test_that_the_closer_of_two_headings_is_meant():
    assert chosen("Название;Показатель;Месяц;План;Факт;Значение", "a;b;c;1;2;3") == Columns(1, 2, 4)


def test_that_two_headings_alike_leave_the_column_open():
    assert chosen("Показатель;Месяц;Факт;Факт", "Лиды;2027-03;1;2") == Columns(0, 1, None)


@pytest.mark.parametrize(
    "head",
    ["Показатель;янв 2027;фев 2027", ";2027-01;2027-02", "Metric;Jan-27;Feb-27",
     "KPI;01.2027;02.2027"],
)  # fmt: skip
def test_that_months_in_the_headings_are_a_wide_table(head):
    layout = laid_out(head, "Лиды;5;6")
    assert chosen(head, "Лиды;5;6") == Columns(0, ABOVE)
    assert dict(layout.months) == {1: "2027-01", 2: "2027-02"}


def test_that_a_heading_such_as_marketing_is_no_month():
    assert (
        dict(laid_out("Показатель;Маркетинг 2027;Marketing 27;Decision 2027", "a;1;2;3").months)
        == {}
    )


def test_that_a_table_without_headings_has_none():
    layout = laid_out(ROW, "Сделки;2027-03;4")
    assert (layout.head, layout.first, layout.signature) == (None, 0, "")
    assert set(layout.names) == {""}


def test_that_other_headings_are_kept_as_names():
    layout = laid_out("Что;Когда;Сколько", ROW)
    assert layout.names == ("Что", "Когда", "Сколько")
    assert chosen("Что;Когда;Сколько", ROW) == Columns()


def test_that_what_stands_below_is_a_guess_where_headings_say_nothing():
    layout = laid_out("Кто;Что;Когда;Сколько", "Анна;Лиды;2027-03;583", "Пётр;Сделки;2027-03;4")
    assert likely(layout, MetricNames(forecast().project)) == Columns(1, 2, 3)


def test_that_a_guess_fills_only_what_headings_leave_open():
    layout = laid_out("Показатель;Когда;Факт", ROW)
    assert likely(layout, MetricNames(forecast().project)) == Columns(0, 1, 2)


def test_that_tables_with_the_same_headings_have_one_signature():
    assert laid_out("Что;Когда", "a;b").signature == laid_out("ЧТО ; когда", "c;d").signature
    assert laid_out("Что;Когда", "a;b").signature != laid_out("Когда;Что", "a;b").signature


def test_that_another_month_is_the_same_layout():
    one, other = (
        laid_out("KPI;2027-01;2027-02", "a;1;2"),
        laid_out("KPI;2027-02;2027-03;2027-04", "a;1"),
    )
    assert one.signature == other.signature


@pytest.mark.parametrize(
    ("words", "columns"),
    [
        ("metric=A,month=B,value=C", Columns(0, 1, 2)),
        ("metric=b, month=a, value=c", Columns(1, 0, 2)),
        ("metric=Что,month=Когда,value=Сколько, шт", Columns(0, 1, 2)),
        ("VALUE=c,Metric=что,month=B", Columns(0, 1, 2)),
    ],
)
def test_that_columns_are_named_by_letter_or_heading(words, columns):
    assert columns_said(words, laid_out("Что;Когда;Сколько, шт", ROW)) == columns


def test_that_a_metric_alone_means_months_in_the_headings():
    layout = laid_out(";2027-01;2027-02", "Лиды;1;2")
    assert columns_said("metric=A", layout) == Columns(0, ABOVE)
    assert columns_said(written(Columns(0, ABOVE)), layout) == Columns(0, ABOVE)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "columns are named so: metric=A,month=B,value=C"),
        ("A,B,C", "columns are named so: metric=A,month=B,value=C"),
        ("metric=A,month=B", "no column is chosen for: value"),
        ("metric=A,month=B,value=B", "one column is chosen twice"),
        ("metric=A", "the headings name no months"),
        ("metric=A,month=B,value=Итого", "there is no column “Итого”; there are A “Что”, "
         "B “Когда”, C “Сколько”"),
        ("metric=A,month=B,value=Z", "there is no column “Z”; there are A “Что”, B “Когда”, "
         "C “Сколько”"),
    ],
)  # fmt: skip
def test_that_columns_that_cannot_be_are_a_sentence(words, why):
    with pytest.raises(BadColumns) as refused:
        columns_said(words, laid_out("Что;Когда;Сколько", ROW))
    assert str(refused.value) == why


@pytest.mark.parametrize(
    ("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_that_columns_are_called_as_in_spreadsheets(column, name):
    assert letters(column) == name


def test_that_choosing_a_column_frees_the_part_that_had_it():
    assert Columns(0, 1, 2).having("metric", 1) == Columns(1, None, 2)


def test_that_months_in_the_headings_need_no_column_of_values():
    assert Columns(0, 1, 2).having("month", ABOVE) == Columns(0, ABOVE, None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("янв 2027;фев 2027;Показатель", "янв 2027;фев 2027;мар 2027;Показатель"),
        ("Что;Когда;;Сколько", "Что;Когда;Сколько"),
    ],
)
def test_that_headings_in_other_places_are_another_layout(one, other):
    assert laid_out(one, "1;2;3;4").signature != laid_out(other, "1;2;3;4").signature


def test_that_what_is_remembered_are_letters_whatever_the_headings_are():
    layout = laid_out("Metric;Month;D;C", "Лиды;2027-03;1;2")
    kept = written(Columns(0, 1, 2))
    assert kept == "metric=A,month=B,value=C"
    assert columns_kept(kept, layout) == Columns(0, 1, 2)
    assert columns_said(kept, layout) == Columns(0, 1, 3)


def test_that_months_in_the_headings_are_remembered():
    layout = laid_out("A;2027-01;2027-02;Metric", "x;1;2;Лиды")
    assert columns_kept(written(Columns(3, ABOVE)), layout) == Columns(3, ABOVE)


@pytest.mark.parametrize(
    "words", ["", "metric=Z", "metric=Что", "metric", "x=A", "metric=A,month=B"]
)
def test_that_what_is_remembered_wrongly_is_nothing(words):
    assert columns_kept(words, laid_out("Что;Когда;Сколько", ROW)) is None
