import pytest
from pydantic import ValidationError

from tests.projects import example, metric
from workbench.document.kpi import Kpi, Scale
from workbench.document.metric import Influence, Metric
from workbench.document.refusal import Refused
from workbench.document.value import validated


def test_that_a_value_cannot_be_changed_in_place():
    with pytest.raises(ValidationError):
        metric("leads").name = "Заявки"  # type: ignore[misc]


def test_that_having_gives_another_value_and_leaves_the_first():
    before = metric("leads", name="Лиды")
    after = before.having(name="Заявки")
    assert (before.name, after.name) == ("Лиды", "Заявки")


def test_that_having_keeps_parts_that_did_not_change_as_the_same_objects():
    before = metric("leads", influence=Influence(direct=True))
    assert before.having(name="x").influence is before.influence


def test_that_having_checks_what_it_is_given():
    with pytest.raises(Refused, match="name: must not be empty"):
        metric("leads").having(name="")


def test_that_a_member_set_to_none_leaves_the_file():
    after = metric("leads", norm=0.8).having(norm=None)
    assert after.norm is None
    assert "norm" not in after.model_fields_set


def test_that_a_null_of_the_file_stays_a_null():
    before = Metric.model_validate_json('{"key": "a", "name": "a", "norm": null}')
    assert "norm" in before.having(name="b").model_fields_set


def test_that_having_keeps_unknown_members():
    before = Metric.model_validate_json('{"key": "a", "name": "a", "zeta": [1]}')
    assert before.having(name="b").model_extra == {"zeta": [1]}


def test_that_having_keeps_lists_that_did_not_change_as_the_same_objects():
    before = example()
    after = before.having(language="en")
    assert after.metrics is before.metrics
    assert after.client is before.client


def test_that_members_that_were_not_set_stay_unset():
    assert metric("leads").having(name="b").model_fields_set == {"key", "name"}


def test_that_an_alias_of_the_file_is_a_name_in_the_program():
    stage = Metric.model_validate_json('{"key": "c", "name": "c", "from": "a", "to": "b"}')
    assert (stage.from_stage, stage.to_stage) == ("a", "b")
    assert stage.having(to_stage="z").model_dump(exclude_unset=True)["to"] == "z"


@pytest.mark.parametrize("value", [True, "1", [1.0], 1j, float("nan"), float("inf")])
def test_that_a_number_is_nothing_but_a_finite_number(value):
    with pytest.raises(Refused):
        metric("leads", low=value)


def test_that_a_whole_number_is_a_number():
    assert metric("leads", low=5).low == 5.0


def test_that_equal_members_make_equal_values():
    assert metric("a", value=1.0) == metric("a", value=1.0)


def test_that_an_explicit_default_says_the_same_as_silence():
    assert metric("a", kind="driver") == metric("a")


def test_that_a_look_up_does_not_disturb_equality():
    one = example().having(language="ru")
    assert one.metric_by_key
    assert one == example().having(language="ru")


def test_that_points_of_a_scale_are_pairs():
    with pytest.raises(Refused, match="more than 2 entries"):
        validated(Scale, {"points": ((1.0, 2.0, 3.0),)})


def test_that_a_weight_is_a_share():
    with pytest.raises(Refused, match="weight: must not be above 1"):
        validated(Kpi, {"metric": "a", "role": "b", "weight": 60.0})
