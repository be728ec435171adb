"""LibreOffice computes every workbook anew and finds the values the program wrote."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.excel.books import BOOKS, book, formulas, kpi, named, planned, role, sheet, small, value
from tests.excel.office import Values, differences, errors, recalculated
from tests.excel.random_formulas import random_project
from tests.projects import example, metric
from workbench.document.kpi import Scale
from workbench.document.plan import Actual
from workbench.excel.plan import Formula, WorkbookPlan
from workbench.excel.writer import workbook_bytes

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.libreoffice

MONTH = "2027-01"
WITH_BRIEF = ("sdr",)  # who lacks people depends on the inputs
SEEDS = (1, 2)
FACTS = {"cr_qualified": 0.796, "cr_meeting": 0.41, "deals": 20.0}
LINEAR = Scale(points=((0.8, 0.0), (0.8, 0.5), (1.0, 1.0), (1.5, 2.0)), threshold=0.8, cap=1.4)
STEPS = Scale(kind="steps", points=((0.5, 0.3), (0.9, 0.8), (1.0, 1.0)))
SCALES = (LINEAR, STEPS, Scale(), Scale(cap=1.1), Scale(points=((0.7, 0.9),)), Scale(threshold=0.9))
FACTS_ROUND_60 = (0.0, 0.4, 1.0, 45.0, 52.0, 60.0, 65.0, 90.0)
COMPLETIONS = (-0.3, 0.0, 0.2, 0.5, 0.69, 0.7, 0.8, 0.85, 0.9, 1.0, 1.25, 1.45, 3.0)


@dataclass(frozen=True)
class Judged:
    """What the program planned and what LibreOffice found."""

    plans: dict[str, WorkbookPlan]
    found: dict[str, Values]


def with_facts(facts: dict[str, float]):
    actuals = tuple(Actual(metric=key, month=MONTH, value=one) for key, one in facts.items())
    return example().having(actuals=actuals)


def visits(of: Any, first: float | None):
    changed = of.metric("visits")
    series = (first, *changed.value[1:])
    metrics = [one.having(value=series) if one is changed else one for one in of.metrics]
    return of.having(metrics=tuple(metrics))


def of_scales():
    """Every scale at every completion, with and without a base, either way being better."""
    metrics, kpis, actuals = [], [], []
    for at, (scale, done) in enumerate((s, d) for s in SCALES for d in COMPLETIONS):
        lower, based = at % 2 == 1, at % 3 == 0
        metrics.append(metric(f"m{at}", value=1.0, better="lower" if lower else "higher"))
        base, plan = (40.0, 60.0) if based else (None, 60.0)
        fact = 40.0 + done * 20.0 if based else 60.0 / done if lower and done else 60.0 * done
        kpis.append(kpi(f"m{at}", f"r{at % 4}", weight=0.01, base=base, plan=plan, scale=scale))
        actuals.append(Actual(metric=f"m{at}", month=MONTH, value=fact))
    roles = tuple(role(f"r{at}", bonus=10_000.0) for at in range(4))
    return small(*metrics, roles=roles, kpis=tuple(kpis), actuals=tuple(actuals))


def of_limits():
    """Maxima either way, what is best within a range, yes and no, below and beyond the plan."""
    kinds: tuple[tuple[dict[str, str], dict[str, float]], ...] = (
        ({}, {"plan": 60.0, "maximum": 66.0}),
        ({}, {"plan": 60.0, "base": 40.0, "maximum": 70.0}),
        ({}, {"plan": 60.0, "maximum": 50.0}),
        ({"better": "lower"}, {"plan": 60.0, "maximum": 50.0}),
        ({"better": "lower"}, {"plan": 60.0, "base": 80.0, "maximum": 55.0}),
        ({"better": "within"}, {"plan": 60.0, "maximum": 70.0}),
        ({"better": "within"}, {"plan": 60.0, "base": 40.0}),
        ({"unit": "yes_no"}, {"plan": 1.0}),
        ({"unit": "yes_no", "better": "lower"}, {"plan": 0.0, "base": 1.0}),
    )
    cases = [(*kind, scale) for kind in kinds for scale in (LINEAR, Scale())]
    metrics, kpis, actuals = [], [], []
    for at, (members, targets, scale) in enumerate(cases):
        for number, fact in enumerate(FACTS_ROUND_60):
            key = f"m{at}_{number}"
            metrics.append(metric(key, value=1.0, **members))
            kpis.append(kpi(key, f"r{at % 4}", weight=0.01, scale=scale, **targets))
            actuals.append(Actual(metric=key, month=MONTH, value=fact))
    roles = tuple(role(f"r{at}", bonus=10_000.0) for at in range(4))
    return small(*metrics, roles=roles, kpis=tuple(kpis), actuals=tuple(actuals))


def typed(plan: WorkbookPlan, sheet_name: str, name: str, content: Any) -> WorkbookPlan:
    """The plan as if a person had typed into an entry; computed values stay as they were."""
    target = named(sheet(plan, sheet_name), name)

    def change(cell: Any) -> Any:
        return replace(cell, content=content) if cell is target else cell

    sheets = tuple(
        replace(one, cells=tuple(map(change, one.cells))) if one.name == sheet_name else one
        for one in plan.sheets
    )
    return replace(plan, sheets=sheets)


def spoiled(plan: WorkbookPlan) -> WorkbookPlan:
    """The plan with a wrong value in every formula."""
    sheets = []
    for one in plan.sheets:
        cells = [
            replace(cell, content=replace(cell.content, value=999.0))
            if isinstance(cell.content, Formula)
            else cell
            for cell in one.cells
        ]
        sheets.append(replace(one, cells=tuple(cells)))
    return replace(plan, sheets=tuple(sheets))


@pytest.fixture(scope="session")
def judged(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Judged:
    """All books of this module, computed in one run of LibreOffice."""
    plain = planned(example(), briefs=WITH_BRIEF)
    filled = planned(with_facts(FACTS))
    plans = {f"{key}_{code}": book(key, code) for key, code in BOOKS}
    plans |= {
        "plain": plain,
        "no_facts": planned(with_facts({})),
        "filled": filled,
        "no_visits": planned(visits(example(), None), briefs=WITH_BRIEF),
        "more_visits": planned(visits(example(), 52_000.0), briefs=WITH_BRIEF),
        "scales": planned(of_scales()),
        "limits": planned(of_limits()),
        **{f"random_{seed}": planned(random_project(seed)) for seed in SEEDS},
    }
    changed = {
        "spoiled": spoiled(plain),
        "typed_visits": typed(plain, "Model", "in_visits", 52_000.0),
        "cleared_visits": typed(plain, "Model", "in_visits", None),
        "cleared_fact": typed(filled, "Actuals", "fact_deals", None),
        "other_month": typed(plain, "SDR", "in_month_sdr", "Mar 2027"),
        "other_weight": typed(plain, "SDR", "in_weight_sdr_deals", 0.5),
        "other_salary": typed(plain, "Model", "in_salary_sdr", 100_000.0),
    }
    books = {name: workbook_bytes(one) for name, one in (plans | changed).items()}
    folder: Path = tmp_path_factory.mktemp("office")
    return Judged(plans, recalculated(books, folder, soffice))


PLANNED = [f"{key}_{code}" for key, code in BOOKS]
VARIANTS = ["no_facts", "filled", "no_visits", "more_visits", "scales", "limits"]
RANDOM = [f"random_{seed}" for seed in SEEDS]


@pytest.mark.parametrize("name", [*PLANNED, *VARIANTS, *RANDOM])
def test_that_libreoffice_finds_every_value(judged, name):
    assert differences(judged.plans[name], judged.found[name]) == []


@pytest.mark.parametrize("name", [*PLANNED, *VARIANTS, *RANDOM])
def test_that_no_cell_shows_an_error(judged, name):
    assert errors(judged.found[name]) == []


def test_that_the_judge_does_not_trust_the_values_in_the_file(judged):
    assert differences(judged.plans["plain"], judged.found["spoiled"]) == []


def test_that_the_random_formulas_have_numbers(judged):
    numbers = [
        one
        for name in RANDOM
        for _, one in formulas(sheet(judged.plans[name], "Model"))
        if isinstance(one.value, float)
    ]
    assert len(numbers) > 300


def test_that_a_typed_input_moves_the_book_as_it_moves_the_program(judged):
    assert differences(judged.plans["more_visits"], judged.found["typed_visits"]) == []


def test_that_a_cleared_input_empties_what_depends_on_it(judged):
    assert differences(judged.plans["no_visits"], judged.found["cleared_visits"]) == []


def test_that_without_visits_there_is_no_revenue_of_that_month(judged):
    model = sheet(judged.plans["no_visits"], "Model")
    row = named(model, "total_revenue").row
    assert (row, 4) not in judged.found["cleared_visits"]["Model"]


def test_that_a_cleared_fact_empties_the_bonus(judged):
    total = named(sheet(judged.plans["filled"], "SDR"), "total_bonus_sdr")
    place = total.row, total.column
    before, after = (judged.found[name]["SDR"].get(place) for name in ("filled", "cleared_fact"))
    assert (before, after) == (pytest.approx(value(total)), None)


def test_that_another_month_brings_its_forecast(judged):
    forecast = named(sheet(judged.plans["example_en"], "SDR"), "month_fact_sdr_deals")
    found = judged.found["other_month"]["SDR"][forecast.row, forecast.column - 1]
    assert found == pytest.approx(33.264)


def test_that_another_weight_is_seen_in_the_matrix(judged):
    total = named(sheet(judged.plans["example_en"], "Matrix"), "total_weights_sdr")
    assert judged.found["other_weight"]["Matrix"][total.row, total.column] == pytest.approx(1.3)


def test_that_another_salary_is_seen_on_the_sheet_of_the_role(judged):
    found = judged.found["other_salary"]["SDR"].values()
    assert pytest.approx(2 * (100_000 + 40_000) * 1.3) in list(found)
