"""Scenarios added, changed and removed."""

import pytest

from tests.projects import example, metric, project
from workbench.document.edits.scenarios import AddScenario, ChangeScenario, RemoveScenario
from workbench.document.plan import Scenario
from workbench.document.project import Unknown
from workbench.document.refusal import Refused

MORE = Scenario(key="more", name="More traffic", values={"leads": 900.0})


def with_scenario():
    return AddScenario(MORE).apply(project(metric("leads", value=600.0)))


def test_that_a_new_scenario_stands_after_the_others():
    after = AddScenario(MORE.having(values={})).apply(example())
    assert [one.key for one in after.scenarios] == [*(s.key for s in example().scenarios), "more"]


def test_that_a_second_scenario_of_the_same_key_is_refused():
    with pytest.raises(Refused, match="twice"):
        AddScenario(MORE).apply(with_scenario())


def test_that_values_of_a_metric_that_does_not_exist_are_refused():
    with pytest.raises(Refused, match="not one of the metrics"):
        AddScenario(MORE).apply(project(metric("visits", value=1.0)))


def test_that_values_of_a_scenario_are_exchanged():
    after = ChangeScenario("more", {"values": {"leads": (1.0, None, 3.0)}}).apply(with_scenario())
    assert after.scenarios[0].values == {"leads": (1.0, None, 3.0)}


def test_that_a_scenario_that_stays_equal_stays_the_same_object():
    before = with_scenario()
    assert (
        ChangeScenario("more", {"name": MORE.name}).apply(before).scenarios[0]
        is (before.scenarios[0])
    )


def test_that_the_base_stays_when_a_scenario_goes():
    after = RemoveScenario("more").apply(with_scenario())
    assert (after.scenarios, after.metric("leads").value) == ((), 600.0)


@pytest.mark.parametrize("edit", [ChangeScenario("gone", {"name": "x"}), RemoveScenario("gone")])
def test_that_a_scenario_that_is_not_there_is_refused(edit):
    with pytest.raises(Unknown, match="no “gone”"):
        edit.apply(with_scenario())


def test_that_an_empty_name_is_refused():
    with pytest.raises(Refused, match="empty"):
        ChangeScenario("more", {"name": ""}).apply(with_scenario())


@pytest.mark.parametrize(
    ("edit", "title"),
    [
        (AddScenario(MORE), "Add the scenario “More traffic”"),
        (ChangeScenario("more", {"name": "Less"}, "More"), "Rename the scenario “More”"),
        (ChangeScenario("more", {"values": {}}, "More"), "Change the scenario “More”"),
        (RemoveScenario("more", "More"), "Remove the scenario “More”"),
    ],
)
def test_that_the_undo_menu_names_the_scenario(edit, title):
    assert str(edit.title) == title
