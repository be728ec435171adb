"""What a person calls something is found by key or name, or answered with what there is."""

import pytest

from tests.projects import example, metric, project
from workbench.document.plan import Scenario
from workbench.document.role import Role
from workbench.planning.naming import NobodyCalled, metric_called, role_called, scenario_called

MADE = project(
    metric("leads", name="Лиды", value=1.0),
    metric("twice", name="Вдвое", formula="leads * 2"),
    roles=(Role(key="sdr", name="Первая линия"),),
    scenarios=(Scenario(key="s", name="Смелый план", values={"leads": 5.0}),),
)


@pytest.mark.parametrize("words", ["s", "Смелый план", "смелый  план"])
def test_that_a_scenario_is_found_by_key_or_name(words):
    assert scenario_called(MADE, words).key == "s"


@pytest.mark.parametrize("words", ["sdr", "Первая линия", "первая  линия"])
def test_that_a_role_is_found_by_key_or_name(words):
    assert role_called(MADE, words).key == "sdr"


@pytest.mark.parametrize("words", ["leads", "Лиды", "лиды"])
def test_that_a_metric_is_found_by_key_or_name(words):
    assert metric_called(MADE, words).key == "leads"


@pytest.mark.parametrize(
    ("called", "sentence"),
    [
        (scenario_called, "there is no scenario “x”; there are s"),
        (role_called, "there is no role “x”; there are sdr"),
        (metric_called, "there is no metric “x”; inputs are leads"),
    ],
)
def test_that_an_unknown_word_is_answered_with_what_there_is(called, sentence):
    with pytest.raises(NobodyCalled) as caught:
        called(MADE, "x")
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("called", "sentence"),
    [
        (scenario_called, "there is no scenario “x”; the project has none"),
        (role_called, "there is no role “x”; the project has none"),
        (metric_called, "there is no metric “x”"),
    ],
)
def test_that_an_empty_project_has_nothing_to_offer(called, sentence):
    with pytest.raises(NobodyCalled) as caught:
        called(project(), "x")
    assert str(caught.value) == sentence


@pytest.mark.parametrize(("words", "nearest"), [("vists", "visits"), ("Лидыы", "Лиды")])
def test_that_a_near_miss_is_answered_with_the_nearest(words, nearest):
    with pytest.raises(NobodyCalled, match=f"did you mean “{nearest}”"):
        metric_called(example(), words)


def test_that_a_long_list_is_cut():
    many = project(*(metric(f"input_{at}", value=1.0) for at in range(40)))
    with pytest.raises(NobodyCalled, match=r"input_11, …$"):
        metric_called(many, "x")
