import json

import pytest

from tests.projects import example, example_tree, metric, project
from workbench.document.kpi import Kpi
from workbench.document.plan import Actual, Approval, Goal, Scenario
from workbench.document.project import Project, Unknown
from workbench.document.role import Capacity, Role
from workbench.formula.wiring import (
    CannotConnect,
    Connect,
    Disconnect,
    RemoveMetrics,
)

CR = metric("cr", kind="conversion", unit="ratio", value=0.5, from_stage="a", to_stage="b")


@pytest.fixture
def two():
    return project(metric("a", kind="stage", value=10.0), metric("b", kind="stage", value=3.0))


def formula(made, key):
    return made.metric(key).formula


def test_that_connecting_makes_a_conversion_and_a_term(two):
    after = Connect("a", "b", CR).apply(two)
    assert (formula(after, "b"), after.metric("b").value) == ("a * cr", None)
    assert after.metric("cr").is_arrow


def test_that_a_second_arrow_adds_a_term(two):
    made = two.having(metrics=(*two.metrics, metric("x", value=1.0)))
    after = Connect("a", "b", CR).apply(made)
    other = CR.having(key="cr2", from_stage="x")
    assert formula(Connect("x", "b", other).apply(after), "b") == "a * cr + x * cr2"


def test_that_a_driver_is_connected_without_a_conversion(two):
    assert formula(Connect("a", "b").apply(two), "b") == "a"


def test_that_a_late_arrow_lags(two):
    assert formula(Connect("a", "b", CR, lag=2).apply(two), "b") == "lag(a, 2) * cr"


def test_that_a_stage_cannot_lead_to_itself(two):
    with pytest.raises(CannotConnect, match="“a” cannot lead to itself"):
        Connect("a", "a", CR).apply(two)


@pytest.mark.parametrize("conversion", [None, CR.having(key="cr2")])
def test_that_two_stages_are_joined_once(two, conversion):
    after = Connect("a", "b", CR).apply(two)
    with pytest.raises(CannotConnect, match="“a” already leads to “b”"):
        Connect("a", "b", conversion).apply(after)


def test_that_a_circle_is_refused_and_named(two):
    after = Connect("a", "b", CR).apply(two)
    back = CR.having(key="back", from_stage="b", to_stage="a")
    with pytest.raises(CannotConnect, match="in a circle: a → b → a"):
        Connect("b", "a", back).apply(after)


def test_that_a_formula_nobody_can_read_is_not_thrown_away(two):
    broken = two.having(metrics=(two.metric("a"), metric("b", formula="a *")))
    with pytest.raises(CannotConnect, match="formula of “b”"):
        Connect("a", "b", CR).apply(broken)


def test_that_what_is_gone_cannot_be_connected(two):
    with pytest.raises(Unknown):
        Connect("a", "gone", CR).apply(two)


def test_that_disconnecting_takes_conversion_and_term_out(two):
    after = Disconnect("a", "b", {"b": 5.0}).apply(Connect("a", "b", CR).apply(two))
    assert "cr" not in after.metric_by_key
    assert (formula(after, "b"), after.metric("b").value) == (None, 5.0)


def test_that_disconnecting_leaves_other_terms(two):
    made = two.having(metrics=(two.metric("a"), metric("b", formula="a * 2 + 7")))
    assert formula(Disconnect("a", "b").apply(made), "b") == "7"


def test_that_disconnecting_what_is_not_connected_changes_nothing(two):
    assert Disconnect("a", "b").apply(two) == two


def test_that_an_arrow_drawn_and_deleted_leaves_the_other_arrows():
    before = example()
    conversion = CR.having(key="new", from_stage="visits", to_stage="deals")
    after = Connect("visits", "deals", conversion).apply(before)
    assert formula(after, "deals") == "meetings * cr_deal + visits * new"
    assert Disconnect("visits", "deals").apply(after) == before


def test_that_a_removed_stage_takes_its_arrows_along():
    after = RemoveMetrics(frozenset({"leads"})).apply(example())
    gone = set(example().metric_by_key) - set(after.metric_by_key)
    assert gone == {"leads", "cr_lead", "cr_qualified"}


def test_that_a_removed_metric_leaves_every_formula():
    after = RemoveMetrics(frozenset({"cold_meetings"})).apply(example())
    assert formula(after, "meetings") == "qualified * cr_meeting"


def test_that_a_formula_left_empty_becomes_an_input_of_the_known_value():
    known = {"qualified": (1.0, 2.0), "cost_per_lead": 900.0}
    after = RemoveMetrics(frozenset({"leads"}), known).apply(example())
    assert (formula(after, "qualified"), after.metric("qualified").value) == (None, (1.0, 2.0))
    assert after.metric("cost_per_lead").value == 900.0


def test_that_everything_that_hangs_on_a_metric_goes():
    role = Role(key="r", name="R", capacity=(Capacity(metric="a", per_person=1.0),))
    made = project(
        metric("a", value=1.0),
        metric("b", value=1.0, guards=("a",)),
        roles=(role,),
        kpis=(Kpi(metric="a", role="r"), Kpi(metric="b", role="r")),
        goals=(Goal(metric="a", value=1.0),),
        actuals=(Actual(metric="a", month="2027-01", value=1.0),),
        scenarios=(Scenario(key="s", name="s", values={"a": 1.0, "b": 2.0}),),
    )
    after = RemoveMetrics(frozenset({"a"})).apply(made)
    assert after.metric("b").guards == ()
    assert after.role("r").capacity == ()
    assert [kpi.metric for kpi in after.kpis] == ["b"]
    assert (after.goals, after.actuals) == ((), ())
    assert after.scenarios[0].values == {"b": 2.0}


def test_that_a_removed_stage_is_gone_from_journeys():
    tree = example_tree()
    touches = [{"date": "2027-01-01", "stage": "leads"}]
    tree["journeys"] = [{"closed": "2027-01-02", "value": 1, "touches": touches}]
    before = Project.model_validate_json(json.dumps(tree))
    after = RemoveMetrics(frozenset({"leads"})).apply(before)
    assert after.journeys[0].touches[0].stage is None


@pytest.mark.parametrize("key", sorted(example().metric_by_key))
def test_that_any_metric_of_the_example_can_be_removed(key):
    after = RemoveMetrics(frozenset({key})).apply(example())
    assert key not in after.metric_by_key


def test_that_removing_everything_leaves_an_empty_funnel():
    after = RemoveMetrics(frozenset(example().metric_by_key)).apply(example())
    assert (after.metrics, after.kpis, after.goals) == ((), (), ())
    assert after.roles


def test_that_titles_name_one_and_count_several():
    assert str(RemoveMetrics(frozenset({"a"}), names=("Лиды",)).title) == "Delete “Лиды”"
    assert str(RemoveMetrics(frozenset({"a", "b"}), names=("x", "y")).title) == "Delete 2 metrics"
    assert str(Connect("a", "b", CR, 0, "Лиды", "КЛ").title) == "Connect “Лиды” to “КЛ”"


def test_that_an_unreadable_formula_stops_no_removal():
    made = project(metric("a", value=1.0), metric("b", formula="a *"))
    after = RemoveMetrics(frozenset({"a"})).apply(made)
    assert formula(after, "b") == "a *"


def test_that_what_was_accepted_of_a_removed_metric_goes_with_it(two):
    accepted = tuple(Approval(code="KPI106", subject=key) for key in ("a", "b", "topic"))
    after = RemoveMetrics(frozenset({"a"})).apply(two.having(approvals=accepted))
    assert after.approvals == accepted[1:]
