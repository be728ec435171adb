"""Plan and fact side by side: a plan is never taken for actuals."""

from __future__ import annotations

import pytest

from tests.excel.tabling import chosen, facts, forecast, laid_out, refusals
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
