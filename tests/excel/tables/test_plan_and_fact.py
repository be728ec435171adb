"""Plan and fact side by side: a plan is never taken for actuals."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.excel.tabling import chosen, facts, forecast, laid_out, refusals, said
from workbench.excel.tables.columns import ABOVE, Columns
from workbench.excel.tables.metrics import MetricNames
from workbench.excel.tables.plain import PlainTable, likely

UNCLEAR = "the headings do not say plainly which columns of the months are actuals"
FACTS = {1: 12, 2: 13}


def wide(*rows: str) -> dict[int, float]:
    """The facts of the leads by month, as the headings name the columns."""
    found = facts(*rows[1:], head=rows[0])
    return {int(name.removeprefix("leads_")): value for name, value in found.items()}


@pytest.mark.parametrize(
    "rows",
    [
        ("Metric;Jan 2027;;Feb 2027;", ";Plan;Fact;Plan;Fact", "Leads;10;12;10;13"),
        ("Metric;Jan 2027;Jan 2027;Feb 2027;Feb 2027", "Metric;Plan;Actual;Plan;Actual",
         "Leads;10;12;10;13"),
        ("Metric;Jan 2027;;;Feb 2027;;", ";План;Факт;%;План;Факт;%", "Leads;10;12;1;10;13;1"),
        (";Jan 2027;;Feb 2027;", "Metric;Plan;Fact;Plan;Fact", "Leads;10;12;10;13"),
        ("Metric;Jan 2027;;Feb 2027;", "", ";Plan;Fact;Plan;Fact", "Leads;10;12;10;13"),
        (";Plan;;Fact;", "Metric;Jan 2027;Feb 2027;Jan 2027;Feb 2027", "Leads;10;10;12;13"),
        ("Metric;Jan 2027 plan;Jan 2027 fact;Feb 2027 plan;Feb 2027 fact", "Leads;10;12;10;13"),
        ("Показатель;План, янв 2027;Факт, янв 2027;План, фев 2027;Факт, фев 2027",
         "Leads;10;12;10;13"),
        ("Metric;Jan 2027 (plan);Jan 2027 (actual);Feb 2027 (plan);Feb 2027 (actual)",
         "Leads;10;12;10;13"),
    ],
)  # fmt: skip
def test_that_only_the_columns_of_facts_are_read(rows):
    names = tuple(one.replace("Leads", "Лиды") for one in rows)
    assert wide(*names) == FACTS


@pytest.mark.parametrize(
    "rows",
    [
        ("Metric;Jan 2027;;Feb 2027;", ";Plan;;Plan;", "Лиды;10;;10;"),
        ("Metric;Jan 2027 plan;Feb 2027 plan", "Лиды;10;10"),
        ("Metric;Jan 2027;Jan 2027;Feb 2027;Feb 2027", "Лиды;10;12;10;13"),
        ("Metric;Jan 2027;Jan 2027 plan", "Лиды;10;12"),
        ("Metric;Jan 2027;;Feb 2027;", ";Fact;Fact;Fact;Fact", "Лиды;10;12;10;13"),
    ],
)
def test_that_without_columns_of_facts_nothing_is_plain(rows):
    layout = laid_out(*rows)
    assert chosen(*rows).fault(layout) is not None
    assert str(PlainTable("a.csv", (layout,)).unclear()) == UNCLEAR
    assert str(Columns(0, ABOVE).fault(layout)) == UNCLEAR


def test_that_a_second_row_parts_a_heading_of_values():
    rows = ("Показатель;Месяц;Значение;", ";;План;Факт", "Лиды;2027-03;10;12")
    assert chosen(*rows) == Columns(0, 1, 3)
    assert facts(*rows[1:], head=rows[0]) == {"leads_3": 12}


def test_that_a_plan_is_not_guessed_to_be_the_value():
    layout = laid_out("Показатель;Месяц;План", "Лиды;2027-03;10")
    assert likely(layout, MetricNames(forecast().project)) == Columns(0, 1, None)


@pytest.mark.parametrize("kind", ["План", "plan", "Budget"])
def test_that_a_row_of_a_plan_is_refused(kind):
    head = "Показатель;Тип;Месяц;Значение"
    assert refusals(f"Лиды;{kind};2027-01;10", "Лиды;Факт;2027-01;12", head=head) == [
        ("D2", "10", f"the row says “{kind}”: it is of a plan, not of actuals")
    ]


def test_that_a_row_of_a_plan_is_refused_where_months_are_headings():
    head = "Показатель;Тип;янв 2027;фев 2027"
    rows = ("Лиды;План;10;10", "Лиды;Факт;12;13")
    assert [one[0] for one in refusals(*rows, head=head, columns="metric=A")] == ["C2"]


def test_that_a_remark_that_speaks_of_the_plan_refuses_nothing():
    head = "Показатель;Месяц;Факт;Комментарий"
    assert facts("Лиды;2027-03;12;выше, чем план", head=head) == {"leads_3": 12}


@pytest.mark.parametrize("head", ["Показатель;янв 2027;фев 2027", ";янв 2027;фев 2027"])
def test_that_the_rows_below_a_word_for_plan_are_refused(head):
    rows = ("ПЛАН;;", "Лиды;10;10", "Сделки;3;3", "ФАКТ;;", "Лиды;12;", "Сделки;2;")
    found = said(*rows, head=head)
    assert [(one.metric, one.value) for one in found.facts] == [("leads", 12), ("deals", 2)]
    assert [one.spot.cell for one in found.refused] == ["B3", "B4"]


def test_that_a_word_for_plan_in_merged_cells_holds_downwards():
    rows = ("План;Лиды;10;10", ";Сделки;3;3", "Факт;Лиды;12;13", ";Сделки;2;")
    found = said(*rows, head="Вид;Показатель;янв 2027;фев 2027", columns="metric=B")
    assert [one.value for one in found.facts] == [12, 13, 2]
    assert [one.spot.cell for one in found.refused] == ["C2", "C3"]


def test_that_one_remark_about_the_plan_does_not_hold_downwards():
    rows = ("Лиды;2027-01;1;план", "Лиды;2027-02;2;", "Лиды;2027-03;3;уточнить")
    found = said(*rows, head="Показатель;Месяц;Факт;Комментарий")
    assert [one.value for one in found.facts] == [2, 3]


def sheets(*names: str) -> PlainTable:
    layout = laid_out("Показатель;Месяц;Значение", "Лиды;2027-03;10")
    return PlainTable("a.xlsx", tuple(
        replace(layout, grid=replace(layout.grid, name=name)) for name in names
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("names", "meant"),
    [(("План 2027", "Факт 2027"), "Факт 2027"), (("План-факт", "Факт"), "План-факт")],
)
def test_that_a_sheet_of_a_plan_is_not_meant(names, meant):
    plain = sheets(*names).plain()
    assert plain is not None
    assert plain[0].grid.name == meant
    assert sheets(*names).said("metric=A,month=B,value=C")[0].grid.name == meant


def test_that_a_workbook_of_a_plan_alone_is_not_plain():
    assert sheets("План").plain() is None


@pytest.mark.parametrize(
    ("title", "months"), [("План-факт 2027", 2), ("Факт", 2), ("План", 0), ("План 2027", 0)]
)
def test_that_a_title_above_months_can_say_that_they_are_a_plan(title, months):
    layout = laid_out(f"{title};;", "", "Показатель;янв 2027;фев 2027", "Лиды;10;12")
    assert len(layout.months) == months
