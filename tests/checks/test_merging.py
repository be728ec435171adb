"""Which roles are merged first, which of two stays, and what is said before."""

from __future__ import annotations

import math

import pytest

from tests.checks.cases import patched, project_of, sound, sound_tree
from tests.projects import metric, project
from workbench.checks.catalogue.kpi201_weights import find as weights
from workbench.checks.mends.merging import common_load, directed, merge, merges, opposed, pairs_of
from workbench.checks.system import System
from workbench.document.kpi import Kpi
from workbench.document.role import Role
from workbench.planning.forward import calculate


def system_of(made):
    return System(calculate(made))


@pytest.fixture
def system():
    return system_of(sound())


def team(*names, kpis=()):
    roles = tuple(Role(key=f"r{at}", name=name) for at, name in enumerate(names))
    metrics = tuple(metric(kpi.metric, value=1.0) for kpi in kpis)
    return system_of(project(*metrics, roles=roles, kpis=kpis))


def stays(system):
    keep, merged = directed(system, *system.staff)
    return keep.name, merged.name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SDR", "BDR"),
        ("Менеджер по заявкам", "Поддержка продаж"),
        ("Менеджер по продажам", "Аккаунт-менеджер"),
        ("РОП", "Менеджер по продажам"),
        ("Head of sales", "Sales executive"),
        ("Sales executive", "Key account manager"),
    ],
)
def test_that_the_role_of_the_method_takes_over_in_either_order(one, other):
    assert stays(team(one, other)) == stays(team(other, one)) == (one, other)


def test_that_marketing_is_taken_over_by_who_sells():
    assert stays(team("Marketer", "Sales executive")) == ("Sales executive", "Marketer")
    leads = (Kpi(metric="m", role="r0", part="leader"),)
    assert stays(team("Marketer", "SDR", kpis=leads)) == ("SDR", "Marketer")


def test_that_there_are_no_more_people_than_the_client_has(system):
    mend = merge(system, system.role("executive"), system.role("sdr"), 4.0)
    assert mend.edit.apply(sound()).role("executive").people == 4
    assert str(mend.note).endswith("People as Sales executive then: 4")


def test_that_a_manager_takes_over_and_otherwise_the_first():
    assert stays(team("A", "B")) == ("A", "B")
    assert stays(team("A", "B", kpis=(Kpi(metric="m", role="r1", part="leader"),))) == ("B", "A")


def proposed(system):
    return [str(mend.title) for mend in merges(system, pairs_of(system, system.staff))]


def test_that_known_pairs_come_before_others():
    assert proposed(team("Courier", "BDR", "SDR")) == [
        "Merge BDR into SDR", "Merge BDR into Courier", "Merge SDR into Courier",
    ]  # fmt: skip


def test_that_no_more_than_three_merges_are_proposed():
    assert len(proposed(team("A", "B", "C", "D"))) == 3


def test_that_pairs_against_each_other_come_last(system):
    assert proposed(system) == [
        "Merge Marketer into Sales executive",
        "Merge Marketer into Head of sales",
        "Merge SDR into Head of sales",
    ]


def test_that_a_kpi_and_its_counter_metric_in_one_hand_are_named(system):
    note = merge(system, system.role("sdr"), system.role("executive")).note
    assert str(note) == (
        "One person would own a KPI and its counter-metric: “Lead to qualified” and “Meeting to "
        "deal”, “Qualified to meeting” and “Meeting to deal”. People as SDR then: 5"
    )


def test_that_what_one_role_owned_before_is_not_blamed_on_the_merge():
    tree = patched(sound_tree(), {"metrics": {"visits": {"guards": ["cr_lead"]}}})
    system = system_of(project_of(tree))
    assert opposed(system, system.role("marketer"), system.role("head")) == ()


def test_that_too_many_kpis_for_one_person_are_counted(system):
    tree = patched(sound_tree(), {"kpis": {"leads@marketer": {"part": "shared"}}})
    system = system_of(project_of(tree))
    note = merge(system, system.role("marketer"), system.role("sdr")).note
    assert ". Marketer would have 6 KPIs: keep the 5 that matter most" in str(note)


def test_that_a_load_of_both_is_that_of_their_heaviest_month(system):
    marketer, sdr, head = (system.role(key) for key in ("marketer", "sdr", "head"))
    assert common_load(system, marketer, sdr) == pytest.approx(10000 / 12000 + 300 / 200)
    assert common_load(system, marketer, head) == math.inf


def test_that_merged_weights_add_up(system):
    for keep, merged in pairs_of(system, system.staff):
        after = merge(system, keep, merged).edit.apply(sound())
        assert list(weights(system_of(after))) == []
