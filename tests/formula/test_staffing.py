import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.projects import example, example_tree, metric, project
from workbench.document.kpi import Kpi, Task
from workbench.document.plan import Approval
from workbench.document.project import Project, Unknown
from workbench.document.role import Capacity, Role
from workbench.formula.staffing import MergeRoles, RemoveRole


@pytest.fixture
def team():
    roles = (
        Role(key="x", name="X", duties=("a", "b"), people=1.0),
        Role(key="y", name="Y", duties=("b", "c"), people=2.0),
    )
    kpis = (
        Kpi(metric="a", role="x", weight=0.6),
        Kpi(metric="b", role="x", weight=0.4, part="contributor"),
        Kpi(metric="b", role="y", weight=0.5, plan=9.0),
        Kpi(metric="c", role="y", weight=0.5),
    )
    return project(
        metric("a", value=1.0), metric("b", value=1.0), metric("c", formula="people(y) * cost(y)"),
        roles=roles, kpis=kpis, tasks=(Task(role="y", name="t"),),
    )  # fmt: skip


def test_that_a_merged_role_takes_everything_over(team):
    after = MergeRoles("x", "y").apply(team)
    assert list(after.role_by_key) == ["x"]
    assert after.role("x").duties == ("a", "b", "c")
    assert {kpi.metric for kpi in after.kpis_of_role("x")} == {"a", "b", "c"}
    assert after.tasks[0].role == "x"
    assert after.metric("c").formula == "people(x) * cost(x)"


def test_that_of_two_parts_in_one_kpi_the_stronger_stays(team):
    kpi = MergeRoles("x", "y").apply(team).kpi_by_place["b", "x"]
    assert (kpi.part, kpi.plan) == ("owner", 9.0)


def test_that_merged_weights_add_up_to_the_whole(team):
    after = MergeRoles("x", "y").apply(team)
    assert sum(kpi.weight for kpi in after.kpis) == pytest.approx(1, abs=1e-12)


def test_that_one_person_does_both_jobs(team):
    assert MergeRoles("x", "y").apply(team).role("x").people == 2.0


def test_that_two_half_jobs_become_a_whole_one():
    roles = (Role(key="x", name="X", people=0.5), Role(key="y", name="Y", people=0.5))
    assert MergeRoles("x", "y").apply(project(roles=roles)).role("x").people == 1.0


def test_that_one_person_handles_less_of_what_both_roles_handle():
    roles = tuple(
        Role(key=key, name=key, capacity=(Capacity(metric="a", per_person=amount),))
        for key, amount in (("x", 100.0), ("y", 300.0))
    )
    after = MergeRoles("x", "y").apply(project(metric("a", value=1.0), roles=roles))
    assert [one.per_person for one in after.role("x").capacity] == [75.0]


def test_that_merged_people_leave_and_are_away_as_both_did():
    roles = (
        Role(key="x", name="X", people=1.0, attrition=0.4, absence=0.1),
        Role(key="y", name="Y", people=3.0, attrition=0.2, absence=0.1),
    )
    merged = MergeRoles("x", "y").apply(project(roles=roles)).role("x")
    assert merged.attrition == pytest.approx((0.4 + 3 * 0.2) / 4)
    assert merged.absence == 0.1


def test_that_nobody_handles_what_one_of_the_roles_does_not():
    roles = tuple(
        Role(key=key, name=key, capacity=(Capacity(metric="a", per_person=amount),))
        for key, amount in (("x", 0.0), ("y", 300.0))
    )
    after = MergeRoles("x", "y").apply(project(metric("a", value=1.0), roles=roles))
    assert after.role("x").capacity[0].per_person == 0


def test_that_a_helper_brings_no_weight_into_a_merged_role(team):
    after = MergeRoles("x", "y").apply(team)
    weights = {kpi.metric: kpi.weight for kpi in after.kpis}
    assert weights == {"a": 0.34, "b": 0.33, "c": 0.33}


def merged_weights(kept, merged):
    """The weights of X with these KPIs after Y with those is merged into it, by metric."""
    kpis = tuple(
        Kpi(metric=key, role=role, weight=weight)
        for role, weights in (("x", kept), ("y", merged))
        for key, weight in weights.items()
    )
    metrics = tuple(metric(key, value=1.0) for key in dict.fromkeys((*kept, *merged)))
    roles = (Role(key="x", name="X"), Role(key="y", name="Y"))
    after = MergeRoles("x", "y").apply(project(*metrics, roles=roles, kpis=kpis))
    return {kpi.metric: kpi.weight for kpi in after.kpis}


def test_that_each_side_weighs_as_much_as_it_has_kpis():
    after = merged_weights(dict.fromkeys("abcd", 0.25), {"e": 1.0})
    assert after == dict.fromkeys("abcde", 0.2)


def test_that_no_merged_weight_is_too_light_to_be_felt():
    after = merged_weights({"a": 0.6, "b": 0.2, "c": 0.2}, {"d": 0.95, "e": 0.05})
    assert after == {"a": 0.33, "b": 0.11, "c": 0.11, "d": 0.35, "e": 0.1}


def test_that_weights_with_room_for_both_roles_stay_as_they_are():
    assert merged_weights({"a": 0.35}, {"b": 0.45}) == {"a": 0.35, "b": 0.45}


@pytest.mark.parametrize("full", [0, 1])
def test_that_a_side_without_weights_gets_its_part_of_the_whole(full):
    sides = [{"b": 0.0, "c": 0.0}]
    sides.insert(full, {"a": 1.0})
    after = merged_weights(*sides)
    assert sorted(after.values()) == [0.33, 0.33, 0.34]


def test_that_roles_without_weights_stay_without_them():
    assert merged_weights({"a": 0.0}, {"b": 0.0}) == {"a": 0.0, "b": 0.0}


WEIGHTS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 100), min_size=1, max_size=5)


@given(WEIGHTS, WEIGHTS)
def test_that_merged_weights_are_whole_per_cents_that_add_up(kept, merged):
    sides = [{key: share / 100 for key, share in side.items()} for side in (kept, merged)]
    after = merged_weights(*sides)
    if sum(kept.values()) + sum(merged.values()) > 100:
        assert sum(round(weight * 100, 6) for weight in after.values()) == 100
        assert min(after.values()) >= 0.1


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [(1.0, 1.0, 1.0), (3.0, 2.0, 5.0), (1.0, 2.0, 2.0), (0.5, 0.25, 0.75), (0.0, 3.0, 3.0)],
)
def test_that_where_both_have_several_people_nobody_goes(one, other, both):
    roles = (Role(key="x", name="X", people=one), Role(key="y", name="Y", people=other))
    assert MergeRoles("x", "y").apply(project(roles=roles)).role("x").people == both


def test_that_a_kpi_of_both_roles_keeps_its_whole_weight():
    roles = (Role(key="x", name="X"), Role(key="y", name="Y"))
    kpis = tuple(
        Kpi(metric=key, role=role, weight=weight)
        for key, role, weight in (
            ("a", "x", 0.9),
            ("b", "x", 0.1),
            ("a", "y", 0.9),
            ("c", "y", 0.1),
        )
    )
    metrics = tuple(metric(key, value=1.0) for key in "abc")
    after = MergeRoles("x", "y").apply(project(*metrics, roles=roles, kpis=kpis))
    assert [kpi.weight for kpi in after.kpis] == [0.8, 0.1, 0.1]


def test_that_a_role_merged_into_itself_stays(team):
    assert MergeRoles("x", "x").apply(team) == team


@pytest.mark.parametrize(("keep", "merged"), [("x", "z"), ("z", "y")])
def test_that_a_role_that_is_gone_cannot_be_merged(team, keep, merged):
    with pytest.raises(Unknown):
        MergeRoles(keep, merged).apply(team)


def test_that_a_removed_role_takes_its_kpis_and_tasks_along():
    before = example().having(tasks=(Task(role="sdr", name="t"), Task(role="bdr", name="u")))
    after = RemoveRole("sdr").apply(before)
    assert "sdr" not in after.role_by_key
    assert all(kpi.role != "sdr" for kpi in after.kpis)
    assert [task.role for task in after.tasks] == ["bdr"]


def test_that_a_removed_role_is_gone_from_the_touches_of_journeys():
    tree = example_tree()
    touches = [{"date": "2027-01-01", "role": role} for role in ("sdr", "bdr")]
    tree["journeys"] = [{"closed": "2027-01-02", "value": 1, "touches": touches}]
    after = RemoveRole("sdr").apply(Project.model_validate_json(json.dumps(tree)))
    assert [touch.role for touch in after.journeys[0].touches] == [None, "bdr"]


BDR = Role(key="bdr", name="BDR")


def test_that_a_term_that_mentions_a_removed_role_leaves_the_formula():
    profit = metric("profit", unit="money", formula="revenue - cost(bdr)")
    made = project(metric("revenue", unit="money", value=9.0), profit, roles=(BDR,))
    assert RemoveRole("bdr").apply(made).metric("profit").formula == "revenue"


def test_that_a_metric_without_any_term_left_keeps_its_number():
    made = project(metric("calls", formula="60 * people(bdr)"), roles=(BDR,))
    calls = RemoveRole("bdr", known={"calls": 180.0}).apply(made).metric("calls")
    assert (calls.formula, calls.value) == (None, 180.0)


def test_that_a_removed_role_must_be_there():
    with pytest.raises(Unknown, match="“z”"):
        RemoveRole("z").apply(project(roles=(BDR,)))


ACCEPTED = (
    Approval(code="KPI101", subject="b", role="y"),
    Approval(code="KPI201", subject="y", role="y"),
    Approval(code="KPI201", subject="x", role="x"),
)


def test_that_what_was_accepted_of_a_merged_role_is_of_the_other(team):
    after = MergeRoles("x", "y").apply(team.having(approvals=ACCEPTED))
    assert [(one.subject, one.role) for one in after.approvals] == [("b", "x"), ("x", "x")]


def test_that_what_was_accepted_of_a_removed_role_goes_with_it(team):
    after = RemoveRole("y").apply(team.having(approvals=ACCEPTED))
    assert after.approvals == ACCEPTED[2:]


def test_that_titles_name_the_roles():
    assert str(MergeRoles("a", "b", "SDR", "BDR").title) == "Merge BDR into SDR"
    assert str(RemoveRole("x", "X").title) == "Remove the role “X”"
