"""The sheet of actuals: what is asked for, what it comes to, and what stays empty."""

from __future__ import annotations

from typing import Any

import pytest

from tests.excel.books import expression, formulas, kpi, named, planned, role, sheet, small, value
from tests.projects import example, metric
from workbench.document.plan import Actual
from workbench.document.project import Project
from workbench.excel import styles
from workbench.excel.book import Dress
from workbench.excel.plan import Cell, SheetPlan


def with_actuals(of: Project, **facts: float) -> Project:
    """A project with actuals: `a_1` is the first month of a."""
    split = {place.rsplit("_", 1)[0]: None for place in facts}
    assert all(key in of.metric_by_key for key in split)
    actuals = tuple(
        Actual(metric=place.rsplit("_", 1)[0], month=f"2027-{int(place.rsplit('_', 1)[1]):02d}",
               value=one)
        for place, one in facts.items()
    )  # fmt: skip
    return of.having(actuals=actuals)


def actuals(of: Project, code: str = "en") -> SheetPlan:
    return sheet(planned(of, code), "Actuals")


def funnel(**facts: float) -> Project:
    """Visits, of which some become leads, at a cost."""
    metrics = (
        metric("visits", kind="stage", value=(100.0, 200.0, 300.0)),
        metric("share", kind="conversion", unit="ratio", over_time="ratio", value=0.5,
               **{"from": "visits", "to": "leads"}),
        metric("leads", kind="stage", formula="visits * share"),
        metric("cost", kind="stage", unit="money", value=1000.0),
        metric("each", unit="money", over_time="ratio", formula="cost / leads", better="lower",
               kind="result"),
        metric("stock", kind="stage", over_time="last", value=(10.0, 20.0, 30.0)),
        metric("mood", kind="stage", unit="score", over_time="mean", value=(4.0, 6.0, 8.0)),
        metric("rate", kind="conversion", unit="ratio", over_time="ratio", value=0.2),
        metric("aside", value=1.0),
    )  # fmt: skip
    owner = role("r")
    row = kpi("each", "r", weight=1.0, plan=1.0)
    return with_actuals(small(*metrics, roles=(owner,), kpis=(row,)), **facts)


def beside(of: SheetPlan, name: str, further: int) -> Any:
    """A cell right of the total of a metric's actuals."""
    total = named(of, f"total_fact_{name}")
    return next(
        value(one) for one in of.cells
        if (one.row, one.column) == (total.row, total.column + further)
    )  # fmt: skip


def cells(of: SheetPlan, name: str) -> list[Cell]:
    area = next(one.area for one in of.names if one.name == f"fact_{name}")
    return [
        one for one in of.cells if one.row == area.top and area.left <= one.column <= area.right
    ]


def test_that_steps_of_the_funnel_and_kpis_are_asked_for():
    asked = [one.name.removeprefix("fact_") for one in actuals(funnel()).names
             if one.name.startswith("fact_")]  # fmt: skip
    assert asked == ["visits", "share", "leads", "cost", "each", "stock", "mood", "rate"]


def test_that_what_has_an_actual_is_asked_for_too():
    assert cells(actuals(funnel(aside_1=5.0)), "aside")[0].content == 5.0


def test_that_actuals_are_filled_in_and_the_rest_stays_empty():
    assert [one.content for one in cells(actuals(funnel(visits_2=190.0)), "visits")] == [
        None, 190.0, None,
    ]  # fmt: skip


def test_that_cells_of_actuals_are_open_and_yellow():
    one = cells(actuals(funnel()), "visits")[0]
    assert (one.style.unlocked, one.style.fill) == (True, styles.INPUT)


def test_that_every_row_of_actuals_says_what_may_be_entered():
    of = actuals(funnel())
    areas = {one.area for one in of.validations}
    assert all(name.area in areas for name in of.names if name.name.startswith("fact_"))


@pytest.mark.parametrize(
    ("name", "facts", "total", "plan"),
    [
        ("visits", {"visits_1": 90.0, "visits_3": 310.0}, 400.0, 400.0),
        ("stock", {"stock_1": 11.0, "stock_2": 19.0}, 19.0, 20.0),
        ("mood", {"mood_1": 3.0, "mood_3": 9.0}, 6.0, 6.0),
        ("share", {"visits_1": 100.0, "visits_2": 300.0, "share_1": 0.4, "share_2": 0.6},
         220 / 400, 0.5),
        ("each", {"cost_1": 900.0, "leads_1": 45.0, "each_1": 20.0}, 20.0, 20.0),
        ("each", {"cost_1": 900.0, "cost_2": 1100.0, "leads_1": 40.0, "leads_2": 60.0,
                  "each_1": 22.5, "each_2": 18.3}, 20.0, 2000 / 150),
    ],
)  # fmt: skip
def test_that_totals_are_of_the_months_with_actuals(name, facts, total, plan):
    of = actuals(funnel(**facts))
    assert [beside(of, name, further) for further in (0, 1)] == pytest.approx([total, plan])


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("visits", {}),
        ("share", {"share_1": 0.4}),
        ("share", {"share_1": 0.4, "share_2": 0.6, "visits_1": 100.0}),
        ("each", {"each_1": 20.0}),
        ("each", {"each_1": 20.0, "cost_1": 900.0, "leads_1": 45.0, "leads_2": 60.0}),
        ("rate", {"rate_1": 0.3}),
    ],
)
def test_that_a_total_that_cannot_be_said_is_empty(name, facts):
    of = actuals(funnel(**facts))
    assert [beside(of, name, further) or "" for further in range(4)][2:] == ["", ""]


def test_that_gap_and_completion_are_those_of_the_months_with_actuals():
    of = actuals(funnel(visits_1=80.0))
    assert [beside(of, "visits", further) for further in (2, 3)] == [-20.0, 0.8]


def test_that_lower_is_better_turns_the_completion():
    facts = {"cost_1": 900.0, "leads_1": 36.0, "each_1": 25.0}
    assert beside(actuals(funnel(**facts)), "each", 3) == pytest.approx(0.8)


def test_that_colours_have_signs():
    looks = [one.number for one in actuals(example()).conditions]
    assert {look[:4] for look in looks if look} == {'"✓ "', '"▲ "', '"✕ "'}


def test_that_the_threshold_of_amber_is_a_cell():
    assert value(named(actuals(example()), "in_amber")) == 0.8


def test_that_the_plan_comes_from_the_model():
    found = [one.expression for _, one in formulas(actuals(funnel()))]
    assert sum("'Model'!" in one for one in found) == 8 * 3


def test_that_completion_has_bars():
    assert len(actuals(funnel()).bars) == 8


def test_that_the_role_takes_its_month_from_the_actuals():
    plan = planned(funnel(each_1=22.0))
    fact = named(sheet(plan, "r"), "month_fact_r_each")
    assert value(fact) == 22.0
    assert "'Actuals'!" in expression(fact)


def test_that_a_project_without_anything_to_enter_has_an_empty_table():
    assert not [one for one in actuals(small(metric("a", value=1.0))).names
                if one.name.startswith("fact_")]  # fmt: skip


def test_that_a_project_without_anything_to_enter_can_be_written():
    from workbench.excel.writer import workbook_bytes

    assert workbook_bytes(planned(small(metric("a", value=1.0))))


def test_that_bars_take_the_colour_of_the_brand():
    book = planned(funnel(visits_1=90.0), dress=Dress(brand="#117733"))
    colors = {bar.color for bar in sheet(book, "Actuals").bars}
    assert colors == {styles.tint("#117733", styles.PALE)}
