import pytest

from workbench.base.languages import language
from workbench.base.texts import text
from workbench.document.client import Calendar
from workbench.document.kpi import Task
from workbench.document.metric import Metric
from workbench.document.refusal import Refused, shown
from workbench.document.role import Role
from workbench.document.value import validated


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (("metrics", 2, "value"), "metrics[3].value"),
        (("metrics", 0, "guards", 1), "metrics[1].guards[2]"),
        (("scenarios", 0, "values", "leads"), "scenarios[1].values.leads"),
        (("calendar",), "calendar"),
        ((), ""),
    ],
)
def test_that_a_place_is_shown_as_in_the_file_and_counted_from_one(place, words):
    assert shown(place) == words


def test_that_a_refusal_without_a_place_is_just_its_reason():
    assert str(Refused((), text("zzz"))) == "zzz"


@pytest.mark.parametrize(
    ("members", "sentence"),
    [
        ({"value": "x"}, "value: expected a number or a list of numbers"),
        ({"value": True}, "value: expected a number or a list of numbers"),
        ({"value": (1.0, "x")}, "value[2]: expected a number"),
        ({"value": (1.0,) * 121}, "value: more than 120 entries"),
        ({"value": float("nan")}, "value: must be a finite number"),
        ({"name": None}, "name: expected text"),
        ({"formula": "x" * 20_001}, "formula: longer than 20000 characters"),
        ({"influence": {"direct": "yes"}}, "influence.direct: expected true or false"),
        ({"influence": 5}, "influence: expected an object with members"),
        ({"guards": "a"}, "guards: expected a list"),
        ({"better": "more"}, "better: expected one of higher, lower, within"),
        ({"position": {"x": 1.0}}, "position.y: this member is missing"),
        ({"key": "1a"}, "key: “1a” is no key: a key has Latin letters, digits and _"),
        ({"name": "\ud800"}, "name: the text has half a character in it"),
    ],
)
def test_that_what_is_wrong_with_a_metric_is_said_in_words(members, sentence):
    with pytest.raises(Refused) as caught:
        validated(Metric, {"key": "a", "name": "a", **members})
    assert str(caught.value).startswith(sentence)


def test_that_an_expected_form_is_shown_by_an_example():
    with pytest.raises(Refused, match="color: expected something such as #1F5FBF, not “red”"):
        validated(Role, {"key": "a", "name": "a", "color": "red"})


@pytest.mark.parametrize(
    ("month", "reason"),
    [
        ("9999-12", "start: the year must be from 1000 to 2999, not “9999-12”"),
        ("0001-01", "start: the year must be from 1000 to 2999"),
        ("2027-13", "start: expected something such as 2027-01, not “2027-13”"),
        ("01.2027", "start: expected something such as 2027-01"),
    ],
)
def test_that_a_month_of_a_far_year_is_told_from_one_that_is_written_wrong(month, reason):
    with pytest.raises(Refused) as caught:
        validated(Calendar, {"start": month})
    assert str(caught.value).startswith(reason)


@pytest.mark.parametrize("due", ["31.01.2027", "2027-02-30", 5, True])
def test_that_a_date_is_shown_by_an_example(due):
    with pytest.raises(Refused, match="due: expected a date such as 2027-01-31"):
        validated(Task, {"role": "a", "name": "a", "due": due})


def test_that_a_long_wrong_value_is_shortened():
    with pytest.raises(Refused) as caught:
        validated(Role, {"key": "a", "name": "a", "color": "x" * 10_000})
    assert len(str(caught.value)) < 120


def test_that_a_limit_is_said_in_the_language():
    with pytest.raises(Refused) as caught:
        validated(Metric, {"key": "a", "name": "a", "formula": "x" * 20_001})
    assert "20\u00a0000" in language("ru").say(caught.value.message)
