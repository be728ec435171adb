"""A role's place in the funnel: which stages, how they look, what leads into them."""

from __future__ import annotations

import pytest

from tests.excel.books import (
    BOOKS,
    book,
    found,
    kpi,
    of_kind,
    planned,
    role,
    said,
    sheet,
    small,
    value,
    words,
)
from tests.projects import example, metric, project
from workbench.document.client import Phase
from workbench.excel.measure import points_of, text_width
from workbench.excel.sheets.funnel import place_in_funnel
from workbench.excel.steps import steps_of
from workbench.planning.forward import calculate


def of_role(name="SDR"):
    return sheet(planned(example()), name)


def one_role(*metrics, kpis=(), roles=(), **members):
    made = small(*metrics, roles=(role("r", **members), *roles), kpis=kpis)
    return of_kind(planned(made), "role")


def test_that_the_funnel_leads_to_the_role_and_on():
    assert place_in_funnel(example(), steps_of(calculate(example())), "bdr") == (
        "calls",
        "cold_meetings",
        "meetings",
        "deals",
    )


def test_that_a_role_outside_the_funnel_sees_all_of_it():
    stages = place_in_funnel(example(), steps_of(calculate(example())), "kam")
    assert len(stages) == 7


def test_that_a_role_without_a_stage_sees_those_of_the_phase_of_its_kpis():
    made = project(
        metric("leads", kind="stage", phase="interest", value=1.0),
        metric("cases", kind="stage", phase="service", value=1.0),
        metric("answer", phase="service", value=1.0),
        phases=(Phase(key="interest", name="Interest"), Phase(key="service", name="Service")),
        roles=(role("r"),),
        kpis=(kpi("answer", "r", weight=1.0),),
    )
    assert place_in_funnel(made, steps_of(calculate(made)), "r") == ("cases",)


@pytest.mark.parametrize(("key", "code"), BOOKS)
def test_that_no_word_of_a_stage_is_broken(key, code):
    boxes = [
        (one, box)
        for one in book(key, code).sheets
        for box in one.cells
        if box.style.frame == "#FFFFFF" and box.style.wrap and box.style.bold
    ]
    for one, box in boxes:
        spread = one.widths[box.column : box.column + box.across + 1]
        room = points_of(sum(spread) + box.across * 0.7)
        for word in str(said(box)).split():
            assert text_width(word, box.style.size, bold=True) < room, word


def test_that_a_long_funnel_is_shown_around_the_role():
    stages = [metric(f"s{at}", kind="stage", value=1.0) for at in range(12)]
    arrows = [
        metric(f"c{at}", kind="conversion", **{"from": f"s{at}", "to": f"s{at + 1}"})
        for at in range(11)
    ]
    made = small(*stages, *arrows, roles=(role("r"),), kpis=(kpi("s9", "r", weight=1.0),))
    shown = place_in_funnel(made, steps_of(calculate(made)), "r")
    assert ("s9" in shown, "s0" in shown, len(shown)) == (True, False, 7)


def test_that_stages_show_their_value_of_the_month():
    of = of_role()
    head = found(of, "Квалифицированные лиды")
    live = next(c for c in of.cells if (c.row, c.column) == (head.row + 1, head.column))
    assert value(live) == pytest.approx(480)


def test_that_the_stages_of_the_role_have_its_colour():
    assert found(of_role(), "Квалифицированные лиды").style.fill == "#2A9FD6"


def conversion_under(of, stage):
    head = found(of, stage)
    below_value = [c for c in of.cells if (c.row, c.column) == (head.row + 2, head.column)]
    return value(below_value[0]) if below_value else None


def test_that_the_only_way_into_a_stage_shows_its_conversion():
    assert conversion_under(of_role(), "Квалифицированные лиды") == 0.8


def test_that_a_stage_with_two_ways_into_it_shows_no_conversion():
    assert conversion_under(of_role(), "Встречи") is None


def test_that_a_project_without_stages_has_no_funnel():
    of = one_role(metric("a", value=10.0), kpis=(kpi("a", "r", weight=1.0),))
    assert "Place in the funnel" not in words(of)
