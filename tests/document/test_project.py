import json

import pytest

from tests.projects import example, example_tree, metric, project
from workbench.document.client import Calendar, Channel, Phase
from workbench.document.kpi import Kpi, Task
from workbench.document.plan import Actual, Goal, Journey, Scenario, Touch
from workbench.document.project import Project, Unknown
from workbench.document.refusal import Refused
from workbench.document.role import Capacity, Role
from workbench.document.value import validated

BDR = Role(key="bdr", name="BDR")


def test_that_the_example_opens():
    assert len(example().metrics) == 20
    assert example().client.name == "Пример: B2B SaaS"


def test_that_a_metric_is_found_by_key():
    assert example().metric("leads").name == "Лиды"


def test_that_a_role_is_found_by_key():
    assert example().role("sdr").name == "SDR"


@pytest.mark.parametrize("look_up", ["metric", "role"])
def test_that_an_unknown_key_is_named(look_up):
    with pytest.raises(Unknown, match="there is no “nothing” in this project"):
        getattr(example(), look_up)("nothing")


def test_that_a_kpi_is_found_by_metric_and_role():
    assert example().kpi_by_place["cold_meetings", "bdr"].weight == 0.6


def test_that_the_kpis_of_a_role_stand_in_the_order_of_the_project():
    assert [kpi.metric for kpi in example().kpis_of_role("bdr")] == ["cold_meetings", "cr_deal"]


def test_that_the_kpis_of_a_metric_start_with_its_owner():
    kpis = tuple(
        validated(Kpi, {"metric": "a", "role": role, "part": part})
        for role, part in [("x", "contributor"), ("y", "leader"), ("z", "owner"), ("w", "shared")]
    )
    roles = tuple(Role(key=key, name=key) for key in "wxyz")
    made = project(metric("a"), roles=roles, kpis=kpis)
    parts = [kpi.part for kpi in made.kpis_of_metric("a")]
    assert parts == ["owner", "leader", "shared", "contributor"]


@pytest.mark.parametrize("member", ["phases", "channels", "metrics", "roles", "scenarios"])
def test_that_a_key_may_be_there_once(member):
    tree = example_tree()
    tree[member].append(tree[member][0])
    with pytest.raises(Refused, match=rf"{member}\[\d+\]: “\w+” is there twice"):
        Project.model_validate_json(json.dumps(tree))


def test_that_a_role_has_a_metric_once():
    kpi = Kpi(metric="a", role="bdr")
    with pytest.raises(Refused, match=r"kpis\[2\]: “a × bdr” is there twice"):
        project(metric("a"), roles=(BDR,), kpis=(kpi, kpi))


def test_that_a_key_of_another_list_may_be_the_same():
    made = project(metric("bdr"), roles=(BDR,), phases=(Phase(key="bdr", name="x"),))
    assert made.metric("bdr").key == made.role("bdr").key


SCENARIO = Scenario(key="s", name="s", values={"gone": 1.0})
TOUCH = Touch.model_validate_json('{"date": "2027-01-01", "stage": "gone"}')
JOURNEY = Journey.model_validate_json('{"closed": "2027-01-02", "value": 1}')


@pytest.mark.parametrize(
    ("place", "members"),
    [
        ("metrics[1].phase", {"metrics": (metric("a", phase="gone"),)}),
        ("metrics[1].channel", {"metrics": (metric("a", channel="gone"),)}),
        ("metrics[1].from", {"metrics": (metric("a", from_stage="gone"),)}),
        ("metrics[1].to", {"metrics": (metric("a", to_stage="gone"),)}),
        ("metrics[1].guards[1]", {"metrics": (metric("a", guards=("gone",)),)}),
        ("kpis[1].metric", {"roles": (BDR,), "kpis": (Kpi(metric="gone", role="bdr"),)}),
        ("kpis[1].role", {"metrics": (metric("a"),), "kpis": (Kpi(metric="a", role="gone"),)}),
        ("tasks[1].role", {"tasks": (Task(role="gone", name="x"),)}),
        ("goals[1].metric", {"goals": (Goal(metric="gone", value=1.0),)}),
        ("actuals[1].metric", {"actuals": (Actual(metric="gone", month="2027-01", value=1.0),)}),
        ("scenarios[1].values.gone", {"scenarios": (SCENARIO,)}),
        ("roles[1].capacity[1].metric", {
            "roles": (BDR.having(capacity=(Capacity(metric="gone", per_person=1.0),)),)
        }),
        ("journeys[1].touches[1].stage", {"journeys": (JOURNEY.having(touches=(TOUCH,)),)}),
    ],
)  # fmt: skip
def test_that_a_reference_to_nothing_is_refused_with_its_place(place, members):
    with pytest.raises(Refused, match="“gone” is not one of the") as caught:
        Project(calendar=Calendar(start="2027-01"), **members)
    assert str(caught.value).startswith(place)


def test_that_the_months_of_a_plan_run_over_the_year():
    calendar = Calendar(start="2027-11", months=4)
    assert calendar.all_months == ("2027-11", "2027-12", "2028-01", "2028-02")


def test_that_a_channel_is_searched_for_until_it_is_confirmed():
    assert Channel(key="site", name="Сайт").state == "searching"


def test_that_a_role_costs_its_people_with_pay_and_tax():
    role = Role(key="a", name="a", people=3.0, salary=80_000.0, bonus=40_000.0, payroll_tax=0.3)
    assert role.monthly_cost == pytest.approx(468_000)


@pytest.mark.parametrize(
    ("members", "is_share"),
    [
        ({"unit": "percent"}, True),
        ({"unit": "ratio", "kind": "conversion"}, True),
        ({"unit": "ratio", "kind": "driver"}, False),
        ({"unit": "count"}, False),
    ],
)
def test_that_percentages_are_recognised(members, is_share):
    assert metric("a", **members).is_share is is_share


def test_that_an_arrow_has_two_ends():
    assert metric("a", from_stage="b", to_stage="c").is_arrow
    assert not metric("a", from_stage="b").is_arrow
