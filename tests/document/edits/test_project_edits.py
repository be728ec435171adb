import json

import pytest

from tests.projects import example, example_tree, metric, project
from workbench.base.texts import text
from workbench.document.client import Channel, Phase
from workbench.document.edits.edit import Bundle
from workbench.document.edits.metrics import AddMetric, ChangeMetric
from workbench.document.edits.project import ChangeCalendar, ChangeClient, SetActual, SetMembers
from workbench.document.plan import Goal
from workbench.document.project import Project, Unknown
from workbench.document.refusal import Refused

TITLE = text("zzz")


def test_that_the_client_is_changed():
    after = ChangeClient({"name": "Ромашка", "currency": "USD"}).apply(example())
    assert (after.client.name, after.client.currency) == ("Ромашка", "USD")
    assert after.client.sales_people == example().client.sales_people


def test_that_the_calendar_is_changed():
    after = ChangeCalendar({"months": 3, "start": "2028-01"}).apply(example())
    assert after.calendar.all_months == ("2028-01", "2028-02", "2028-03")


def test_that_a_plan_has_at_least_a_month():
    with pytest.raises(Refused, match="months: must not be below 1"):
        ChangeCalendar({"months": 0}).apply(example())


def test_that_goals_are_set():
    goals = (Goal(metric="leads", value=700.0),)
    assert SetMembers({"goals": goals}, TITLE).apply(example()).goals == goals


def test_that_metrics_of_a_phase_that_goes_belong_to_none():
    kept = tuple(phase for phase in example().phases if phase.key != "interest")
    after = SetMembers({"phases": kept}, TITLE).apply(example())
    assert after.metric("leads").phase is None
    assert after.metric("deals").phase == "deal"


def test_that_a_new_phase_frees_nothing():
    phases = (*example().phases, Phase(key="return", name="Возврат"))
    after = SetMembers({"phases": phases}, TITLE).apply(example())
    assert after.metrics is example().metrics


def test_that_a_channel_that_goes_is_taken_out_of_metrics_and_journeys():
    tree = example_tree()
    touches = [{"date": "2027-01-01", "channel": "site"}]
    tree["journeys"] = [{"closed": "2027-01-02", "value": 1, "touches": touches}]
    before = Project.model_validate_json(json.dumps(tree))
    new = Channel(key="ads", name="Реклама")
    after = SetMembers({"channels": (new,)}, TITLE).apply(before)
    assert after.metric("visits").channel is None
    assert after.journeys[0].touches[0].channel is None
    assert after.channels == (new,)


def test_that_an_actual_is_entered_replaced_and_taken_out():
    made = project(metric("a"))
    one = SetActual("a", "2027-01", 5.0).apply(made)
    two = SetActual("a", "2027-01", 6.0).apply(one)
    assert [actual.value for actual in two.actuals] == [6.0]
    assert SetActual("a", "2027-01", None).apply(two).actuals == ()


def test_that_an_actual_belongs_to_a_metric():
    with pytest.raises(Refused):
        SetActual("z", "2027-01", 5.0).apply(project())


def test_that_a_bundle_is_all_or_nothing():
    edits = (AddMetric(metric("b")), ChangeMetric("z", {"name": "x"}))
    made = project(metric("a"))
    with pytest.raises(Unknown):
        Bundle(TITLE, edits).apply(made)
    assert list(made.metric_by_key) == ["a"]


def test_that_edits_of_a_bundle_build_on_each_other():
    edits = (AddMetric(metric("b")), ChangeMetric("b", {"name": "x"}))
    assert Bundle(TITLE, edits).apply(project()).metric("b").name == "x"


def test_that_an_actual_is_named_with_its_metric_and_month():
    edit = SetActual("leads", "2027-01", 5.0, "Leads")
    assert str(edit.title) == "Enter the actual of “Leads” for 2027-01"


def test_that_taking_an_actual_out_is_named_so():
    assert str(SetActual("leads", "2027-01", None).title).startswith("Clear the actual of “leads”")
