"""What holds for every mend of every finding, on sound systems that were bent and on bad ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.checks.cases import bad_systems, findings, patched, project_of, sound_tree
from tests.projects import EXAMPLE
from workbench.checks.finding import Finding
from workbench.checks.mends.kpis import exchange, give
from workbench.checks.system import System
from workbench.document.edits.kpis import Assign
from workbench.document.kpi import Kpi
from workbench.document.project import Project
from workbench.planning.forward import calculate
from workbench.storage.library import load_template

METRICS = [metric["key"] for metric in sound_tree()["metrics"]]
ROLES = [role["key"] for role in sound_tree()["roles"]]
PLACES = range(len(sound_tree()["kpis"]))
NUMBERS = st.sampled_from([None, 0, 0.5, 1, 2, 100, 1e6])
BENDS = st.one_of(
    st.tuples(st.just("kpis"), st.sampled_from(PLACES), st.one_of(
        st.fixed_dictionaries({"part": st.sampled_from(
            ["owner", "shared", "leader", "contributor"])}),
        st.fixed_dictionaries({"weight": st.sampled_from([0, 0.05, 0.2, 0.6, 1])}),
        st.fixed_dictionaries({"base": NUMBERS, "plan": NUMBERS}),
        st.fixed_dictionaries({"maximum": NUMBERS}),
        st.fixed_dictionaries({"period": st.sampled_from([None, "day", "week", "quarter"])}),
        st.fixed_dictionaries({"role": st.sampled_from(ROLES)}),
    )),
    st.tuples(st.just("metrics"), st.sampled_from(range(len(METRICS))), st.one_of(
        st.fixed_dictionaries({"influence": st.fixed_dictionaries({"direct": st.booleans()})}),
        st.fixed_dictionaries({"guards": st.lists(st.sampled_from(METRICS), max_size=1)}),
        st.fixed_dictionaries({"better": st.sampled_from(["higher", "lower", "within"])}),
        st.fixed_dictionaries({"norm": NUMBERS, "source": st.none()}),
        st.fixed_dictionaries({"hint": st.just({"low": 0.1, "high": 0.5})}),
    )),
    st.tuples(st.just("roles"), st.sampled_from(range(len(ROLES))), st.one_of(
        st.fixed_dictionaries({"employment": st.sampled_from(["staff", "contractor"])}),
        st.fixed_dictionaries({"people": st.sampled_from([0, 0.5, 1, 2, 9])}),
        st.fixed_dictionaries({"bonus": st.just(0)}),
    )),
)  # fmt: skip
CLIENT = st.fixed_dictionaries(
    {
        "sales_people": st.sampled_from([None, 1, 2, 3, 9]),
        "has_marketing": st.sampled_from([None, True, False]),
    }
)


def bent(bends: list[tuple[str, int, dict[str, Any]]], client: dict[str, Any]) -> Project | None:
    """The sound system with some members changed; None where that is no project."""
    tree = sound_tree()
    tree["client"] |= client
    for member, at, changes in bends:
        tree[member][at] |= changes
    places = [(kpi["metric"], kpi["role"]) for kpi in tree["kpis"]]
    return project_of(tree) if len(set(places)) == len(places) else None


def is_new(finding: Finding, before: tuple[Finding, ...], after: Project) -> bool:
    """Whether that was not wrong there before, nor in a cell of the matrix that came from there."""
    same = (one for one in before if (one.code, one.subject) == (finding.code, finding.subject))
    gone = (one.role for one in same if (one.subject, one.role) not in after.kpi_by_place)
    where = {(one.code, one.subject, one.role) for one in before}
    return (finding.code, finding.subject, finding.role) not in where and not any(gone)


def demand_good_mends(project: Project) -> None:
    """Every mend applies, changes something, and brings no error that was not there before."""
    found = findings(project)
    assert not [str(one.message) for one in found if one.topic == one.code]
    for finding in found:
        for mend in finding.mends:
            after = mend.edit.apply(project)
            assert after != project, str(mend.title)
            new = [
                str(one.message)
                for one in findings(after)
                if one.severity == "error" and is_new(one, found, after)
            ]
            assert new == [], str(mend.title)


def with_renewals() -> Project:
    """The sound system with a flow that follows from itself a month ago, and targets on it."""
    keep = {"key": "keep", "name": "Renewed", "kind": "conversion", "unit": "ratio"}
    flow = {"key": "renewals", "name": "Renewals", "kind": "result", "over_time": "sum"}
    target = {"part": "shared", "weight": 0.2, "base": 900, "plan": 2500, "period": "month"}
    patch = {
        "metrics": {
            "keep": keep | {"over_time": "ratio", "formula": "min(1, visits / 20000)"},
            "renewals": flow | {"formula": "lag(renewals, 1, 200) * keep"},
        },
        "kpis": {"renewals@head": target},
    }
    return project_of(patched(sound_tree(), patch))


def systems() -> Iterator[tuple[str, Project]]:
    """The bad systems, the example, the templates, and a flow that follows from itself."""
    for path in (*bad_systems(), EXAMPLE):
        yield path.stem, project_of(json.loads(path.read_text(encoding="utf-8")))
    for key in ("b2b_sales", "hiring_marketer", "crm_contractor"):
        yield key, load_template(key, "ru")
    yield "renewals", with_renewals()


SYSTEMS = dict(systems())


@pytest.mark.parametrize("name", SYSTEMS)
def test_that_every_mend_of_a_system_is_good(name):
    demand_good_mends(SYSTEMS[name])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(BENDS, min_size=1, max_size=4), CLIENT)
def test_that_every_mend_of_a_bent_system_is_good(bends, client):
    project = bent(bends, client)
    if project is not None:
        demand_good_mends(project)


@pytest.mark.parametrize(
    ("base", "plan", "expected"),
    [(100, 110, 0.88), (100, 150, 1.0), (100, 90, 0.88), (100, None, 0.88), (0, 5, 0.88)],
)
def test_that_an_exchanged_kpi_is_as_ambitious_as_it_was_agreed(base, plan, expected):
    free = {"metrics": {"cr_qualified": {"norm": None}}, "kpis": {"cr_qualified@sdr": None}}
    tree = patched(sound_tree(), free)
    system = System(calculate(project_of(tree)))
    kpi = Kpi(metric="revenue", role="executive", base=base, plan=plan)
    (_, given) = exchange(system, kpi, "cr_qualified").edits
    assert isinstance(given, Assign)
    assert (given.kpi.base, given.kpi.plan) == (0.8, expected)


def test_that_no_conversion_is_given_with_a_plan_over_100_per_cent():
    free = {"metrics": {"cr_deal": {"norm": 2}}, "kpis": {"cr_deal@executive": None}}
    system = System(calculate(project_of(patched(sound_tree(), free))))
    *_, given = give(system, "cr_deal", "executive")
    assert isinstance(given, Assign)
    assert (given.kpi.base, given.kpi.plan) == (0.25, 1.0)
