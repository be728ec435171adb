import pytest

from tests.projects import example, metric, project
from workbench.document.edits.kpis import Assign, ChangeKpi, Transfer, Unassign
from workbench.document.kpi import Kpi
from workbench.document.project import Unknown
from workbench.document.refusal import Refused
from workbench.document.role import Role

ROLES = (Role(key="x", name="X"), Role(key="y", name="Y"))


@pytest.fixture
def made():
    kpis = (Kpi(metric="a", role="x", weight=0.5, plan=10.0), Kpi(metric="b", role="x"))
    return project(metric("a"), metric("b"), roles=ROLES, kpis=kpis)


def test_that_a_metric_is_given_to_a_role(made):
    after = Assign(Kpi(metric="a", role="y", weight=0.2)).apply(made)
    assert after.kpi_by_place["a", "y"].weight == 0.2
    assert len(after.kpis) == 3


def test_that_giving_again_replaces_what_was_agreed(made):
    after = Assign(Kpi(metric="a", role="x", weight=0.2)).apply(made)
    assert len(after.kpis) == 2
    assert after.kpi_by_place["a", "x"].plan is None


@pytest.mark.parametrize("place", [{"metric": "z", "role": "x"}, {"metric": "a", "role": "z"}])
def test_that_nothing_can_be_given_to_nobody(made, place):
    with pytest.raises(Refused, match="“z” is not one of the"):
        Assign(Kpi(**place)).apply(made)


def test_that_one_cell_is_changed(made):
    after = ChangeKpi("a", "x", {"weight": 0.7}).apply(made)
    assert (after.kpi_by_place["a", "x"].weight, after.kpi_by_place["a", "x"].plan) == (0.7, 10)
    assert after.kpi_by_place["b", "x"] is made.kpi_by_place["b", "x"]


def test_that_a_weight_beyond_the_whole_is_refused(made):
    with pytest.raises(Refused, match="weight: must not be above 1"):
        ChangeKpi("a", "x", {"weight": 1.2}).apply(made)


def test_that_cells_are_emptied(made):
    assert Unassign(frozenset({("a", "x"), ("b", "x")})).apply(made).kpis == ()


def test_that_a_kpi_is_handed_over_with_everything_agreed(made):
    after = Transfer("a", "x", "y").apply(made)
    assert ("a", "x") not in after.kpi_by_place
    assert after.kpi_by_place["a", "y"].plan == 10.0


def test_that_what_stood_in_the_other_cell_is_replaced(made):
    both = Assign(Kpi(metric="a", role="y", plan=99.0)).apply(made)
    assert Transfer("a", "x", "y").apply(both).kpi_by_place["a", "y"].plan == 10.0


def test_that_a_kpi_handed_to_its_own_role_stays(made):
    assert set(Transfer("a", "x", "x").apply(made).kpi_by_place) == set(made.kpi_by_place)


def test_that_what_is_not_there_cannot_be_handed_over(made):
    with pytest.raises(Unknown):
        Transfer("b", "y", "x").apply(made)


def test_that_titles_name_what_they_do():
    assert str(Assign(Kpi(metric="a", role="x"), "Лиды", "SDR").title) == "Give “Лиды” to SDR"
    assert str(Transfer("a", "x", "y", "Лиды", "BDR").title) == "Hand “Лиды” to BDR"
    weight = ChangeKpi("a", "x", {"weight": 1.0}, "Лиды")
    assert str(weight.title) == "Change the weight of “Лиды”"
    assert str(ChangeKpi("a", "x", {"plan": 1.0}, "Лиды").title) == "Change the KPI “Лиды”"


def test_that_the_example_keeps_its_other_kpis():
    after = Unassign(frozenset({("cr_deal", "bdr")})).apply(example())
    assert len(after.kpis) == len(example().kpis) - 1
