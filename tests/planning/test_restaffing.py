"""The load of a role with other people is that of the project with other people."""

from __future__ import annotations

import pytest

from tests.projects import metric, project
from workbench.document.edits.roles import ChangeRole
from workbench.document.plan import Scenario
from workbench.document.role import Capacity, Role
from workbench.planning.forward import calculate
from workbench.planning.restaffing import load_of
from workbench.planning.team import load

SDR = Role(
    key="sdr",
    name="SDR",
    people=2.0,
    salary=100.0,
    capacity=(Capacity(metric="calls", per_person=10.0), Capacity(metric="mails", per_person=5.0)),
)
OTHER = Role(key="other", name="Other", people=3.0, salary=10.0)
MADE = project(
    metric("a_day", value=4.0),
    metric(
        "calls",
        formula="a_day * people(sdr) + people(other) + lag(a_day, 1) * lag(calls, 1, 0) / 100",
    ),
    metric("mails", unit="money", formula="cost(sdr) / 10 + cost(other)"),
    roles=(SDR, OTHER),
)
MOVING = frozenset({"calls", "mails", "a_day"})


@pytest.mark.parametrize("people", [0.0, 1.0, 2.0, 7.0])
def test_that_the_load_is_that_of_the_changed_project(people):
    changed = ChangeRole("sdr", {"people": people}).apply(MADE)
    expected = load(calculate(changed), changed.role("sdr"))
    found = load_of(calculate(MADE), SDR.having(people=people), MOVING)
    assert found == expected
    assert found.peak_month is not None


def test_that_a_scenario_keeps_what_it_says():
    scenario = Scenario(key="s", name="S", values={"calls": 50.0, "mails": 0.0})
    found = load_of(calculate(MADE, scenario), SDR.having(people=9.0), MOVING)
    assert found.months == (5.0, 5.0, 5.0)
