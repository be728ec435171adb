"""Inputs of the plan by where they stand."""

from __future__ import annotations

import pytest

from tests.projects import example
from workbench.document.edits.inputs import InputPlace, SetInputs, held, is_there

PLACES = [
    (InputPlace("metric", ("visits",), 1), 38_000),
    (InputPlace("role", ("absence", "sdr")), 0.0),
    (InputPlace("kpi", ("weight", "sdr", "deals")), 0.2),
    (InputPlace("scale", ("cap", "sdr", "deals")), 1.2),
    (InputPlace("scale", ("points", "sdr", "deals", "cr_meeting"), 0), 0.8),
    (InputPlace("scale", ("payouts", "sdr", "deals"), 2), 1.2),
]


@pytest.mark.parametrize(("place", "value"), PLACES)
def test_that_an_input_is_read_where_it_stands(place, value):
    assert held(example(), place) == value


@pytest.mark.parametrize("place", [place for place, _ in PLACES])
def test_that_an_input_can_be_set(place):
    after = SetInputs({place: 0.5}).apply(example())
    assert held(after, place) == 0.5


def test_that_a_scale_is_set_for_the_kpis_that_are_named_alone():
    place = InputPlace("scale", ("cap", "sdr", "deals", "cr_meeting"))
    after = SetInputs({place: 1.5}).apply(example())
    caps = {kpi.metric: kpi.scale.cap for kpi in after.kpis if kpi.role == "sdr"}
    assert caps == {"cr_qualified": 1.2, "cr_meeting": 1.5, "deals": 1.5}


def test_that_all_points_of_a_scale_move_together():
    keys = ("points", "sdr", "deals")
    values = {InputPlace("scale", keys, at): done for at, done in enumerate((1.3, 1.5, 1.7))}
    after = SetInputs(values).apply(example())
    scale = after.kpi_by_place["deals", "sdr"].scale
    assert [done for done, _ in scale.points] == [1.3, 1.5, 1.7]


@pytest.mark.parametrize(
    "place",
    [
        InputPlace("metric", ("leads",)),
        InputPlace("metric", ("visits", "more")),
        InputPlace("role", ("name", "sdr")),
        InputPlace("scale", ("cap", "sdr")),
        InputPlace("scale", ("kind", "sdr", "deals")),
        InputPlace("scale", ("points", "sdr", "deals"), 3),
        InputPlace("scale", ("cap", "sdr", "churn")),
        InputPlace("goal", ("9", "revenue")),
    ],
)
def test_that_what_a_project_has_not_is_not_there(place):
    assert not is_there(example(), place)
