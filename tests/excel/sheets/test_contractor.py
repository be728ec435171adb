"""A contractor gets tasks with due dates and criteria, and no metrics."""

from datetime import date

import pytest

from tests.excel.books import (
    expression,
    found,
    kpi,
    named,
    of_kind,
    planned,
    role,
    said,
    small,
    value,
    words,
)
from tests.projects import metric
from workbench.document.kpi import Task
from workbench.document.plan import Goal

AUDIT = Task(role="c", name="Audit", due=date(2027, 1, 22), criteria=("all lists", "ranked"))
DONE = Task(role="c", name="Letters", accepted=True)
REFUSED = Task(role="c", name="Landing page", accepted=False)


def contractor(*tasks, code="en", **members):
    one = role("c", name="Agency", employment="contractor", **members)
    made = small(metric("a", value=1.0), roles=(one,), tasks=tasks)
    return of_kind(planned(made, code), "role")


def row(of, name):
    at = found(of, name).row
    return {one.column: one for one in of.cells if one.row == at}


def test_that_the_title_speaks_of_tasks():
    assert said(contractor().cells[0]) == "Contractor's tasks: Agency"


def test_that_a_task_has_its_number_name_and_criteria():
    found_row = row(contractor(AUDIT), "Audit")
    assert [found_row[column].content for column in (0, 1, 3)] == [
        1,
        "Audit",
        "• all lists\n• ranked",
    ]


def test_that_a_due_date_is_a_real_date():
    assert row(contractor(AUDIT), "Audit")[2].content == date(2027, 1, 22)


@pytest.mark.parametrize(
    ("code", "number"), [("ru", "dd\\.mm\\.yyyy"), ("en", "[$-409]dd\\ mmm\\ yyyy")]
)
def test_that_a_date_is_shown_as_the_language_writes_it(code, number):
    assert row(contractor(AUDIT, code=code), "Audit")[2].style.number == number


def test_that_a_task_without_criteria_says_so():
    assert row(contractor(DONE), "Letters")[3].content == "Not set"


@pytest.mark.parametrize(
    ("task", "answer"), [(AUDIT, None), (DONE, "Yes"), (REFUSED, "No")], ids=["open", "yes", "no"]
)
def test_that_acceptance_is_said_in_words(task, answer):
    assert row(contractor(task), task.name)[4].content == answer


def test_that_acceptance_is_chosen_from_a_list():
    of = contractor(AUDIT)
    choice = next(one for one in of.validations if one.kind == "list")
    area = choice.choices
    assert area.startswith("$E$")


def test_that_due_date_acceptance_and_comment_are_entries():
    of = contractor(AUDIT)
    opened = [column for column, one in row(of, "Audit").items() if one.style.unlocked]
    assert opened == [2, 4, 5]


def test_that_accepted_tasks_are_counted_by_a_formula():
    of = contractor(AUDIT, DONE, REFUSED)
    total = row(of, "Accepted tasks")
    assert (value(total[4]), value(total[5])) == (1, 3)
    assert expression(total[4]).startswith("COUNTIF(")


def test_that_without_tasks_it_is_said():
    assert "No tasks have been set yet." in words(contractor())


def test_that_metrics_and_money_are_not_on_the_sheet():
    one = role("c", name="Agency", employment="contractor", salary=5_000.0)
    made = small(
        metric("a", name="Revenue", value=1.0),
        roles=(one,),
        kpis=(kpi("a", "c", weight=1.0),),
        goals=(Goal(metric="a", value=5.0),),
    )
    of = of_kind(planned(made), "role")
    assert not [line for line in words(of) if "Revenue" in line or "5,000" in line]


def test_that_tasks_of_others_are_left_out():
    others = Task(role="d", name="Other")
    made = small(
        roles=(role("c", employment="contractor"), role("d", employment="contractor")),
        tasks=(AUDIT, others),
    )
    assert "Other" not in words(of_kind(planned(made), "role"))


def test_that_mission_duties_and_limits_are_said():
    of = contractor(
        mission="Keeps the list healthy", duties=("Letters",), not_responsible=("Deals",)
    )
    assert {"Keeps the list healthy", "•  Letters", "•  Deals"} <= set(words(of))


def test_that_the_heading_of_the_tasks_is_printed_on_every_page():
    of = contractor(AUDIT)
    at = found(of, "Due date").row
    assert of.page.repeat == (at, at)


def test_that_both_sides_sign():
    assert {"Client", "Contractor", "Date"} <= set(words(contractor()))


def test_that_an_answer_has_a_name_for_the_way_back():
    entry = named(contractor(AUDIT, DONE), "in_accepted_c_2")
    assert entry.content == "Yes"
