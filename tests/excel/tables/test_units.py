"""Units in the headings of plain tables: taken as they say, or refused."""

from __future__ import annotations

import pytest

from tests.excel.tabling import chosen, facts, forecast, laid_out, refusals, said
from workbench.excel.tables.columns import BadColumns, Columns, columns_said
from workbench.excel.tables.metrics import MetricNames
from workbench.excel.tables.plain import PlainTable, likely
from workbench.excel.tables.units import names_scale, unit_of

ROW = "Выручка;2027-03;1500"
SCALED = [
    "Факт, тыс. ₽", "Факт (тыс. руб.)", "Факт (млн руб.)", "Fact, k", "Actual [$k]", "Value, m",
    "Fact (thousands)", "Value, million EUR", "Факт, млрд", "Факт, т.р.", "Fact, '000",
    "Факт, % к плану", "Факт, ‰", "Факт, % или руб.",
]  # fmt: skip


@pytest.mark.parametrize("heading", SCALED)
def test_that_a_column_in_thousands_is_not_proposed(heading):
    layout = laid_out(f"Показатель;Месяц;{heading}", ROW)
    assert chosen(f"Показатель;Месяц;{heading}", ROW).value is None
    assert likely(layout, MetricNames(forecast().project)).value is None


@pytest.mark.parametrize("heading", SCALED)
def test_that_a_column_in_thousands_is_refused_by_its_name(heading):
    layout = laid_out(f"Показатель;Месяц;{heading}", ROW)
    why = f"“{heading}” names no plain unit: write the numbers out in full"
    assert str(Columns(0, 1, 2).fault(layout)) == why
    assert str(PlainTable("a.csv", (layout,)).unclear()) == why
    with pytest.raises(BadColumns, match="names no plain unit"):
        columns_said("metric=A,month=B,value=C", layout)


def test_that_a_scale_beside_the_metric_is_of_the_whole_table():
    layout = laid_out("Показатель, тыс. ₽;янв 2027;фев 2027", "Выручка;1;2")
    assert "тыс" in str(PlainTable("a.csv", (layout,)).unclear())
    with pytest.raises(BadColumns):
        columns_said("metric=A", layout)


@pytest.mark.parametrize("title", ["тыс. руб.", "Отчёт за март, млн ₽", "Все суммы в тыс. руб."])
def test_that_a_scale_above_the_table_is_of_all_of_it(title):
    layout = laid_out(f";;{title}", "Показатель;Месяц;Факт", ROW)
    assert str(Columns(0, 1, 2).fault(layout)) == (
        f"“{title}” stands above the table: write its numbers out in full"
    )


@pytest.mark.parametrize("title", ["Отчёт за март", "ООО «Тысяча мелочей»", "Компания М, Москва"])
def test_that_an_ordinary_title_is_no_scale(title):
    assert not names_scale(title)


@pytest.mark.parametrize("heading", ["Факт, %", "Факт (%)", "Факт, в %", "Факт, проц."])
def test_that_a_percent_sign_in_a_heading_is_of_every_number_below(heading):
    found = facts(
        "cr_qualified;2027-01;0,8", "cr_qualified;2027-02;3", "cr_qualified;2027-03;0,9%",
        head=f"Показатель;Месяц;{heading}",
    )  # fmt: skip
    assert found == {
        "cr_qualified_1": pytest.approx(0.008), "cr_qualified_2": pytest.approx(0.03),
        "cr_qualified_3": pytest.approx(0.009),
    }  # fmt: skip


def test_that_a_percentage_of_what_is_no_share_is_refused():
    assert refusals("Лиды;2027-03;5", head="Показатель;Месяц;Факт, %") == [
        ("C2", "5", "a percentage, where another unit is expected: qty")
    ]


@pytest.mark.parametrize("heading", ["Факт, $", "Fact (USD)", "Факт, евро", "Fact, KZT"])
def test_that_another_currency_is_refused_by_the_name_of_its_column(heading):
    with pytest.raises(BadColumns) as refused:
        said(ROW, head=f"Показатель;Месяц;{heading}")
    assert str(refused.value) == f"“{heading}” is in another currency than the project"


@pytest.mark.parametrize("heading", ["Факт, ₽", "Факт (руб.)", "Факт, RUB", "Факт, рублей"])
def test_that_the_currency_of_the_project_is_taken(heading):
    assert facts(ROW, head=f"Показатель;Месяц;{heading}") == {"revenue_3": 1500}


@pytest.mark.parametrize("heading", ["Факт, шт", "Факт (чел.)", "Факт, по данным CRM", "Факт"])
def test_that_other_remarks_are_no_unit(heading):
    unit = unit_of(heading)
    assert (unit.percent, unit.odd, unit.currencies) == (False, False, frozenset())


def test_that_a_row_in_thousands_is_refused():
    head = "Показатель;Ед. изм.;Месяц;Факт"
    rows = ("Выручка;тыс. руб.;2027-03;1500", "Лиды;шт.;2027-03;12", "Выручка;₽;2027-04;7")
    read = said(*rows, head=head)
    assert [one.value for one in read.facts] == [12, 7]
    assert [(one.spot.cell, str(one.why)) for one in read.refused] == [
        ("D2", "the row says “тыс. руб.”: write its numbers out in full")
    ]
