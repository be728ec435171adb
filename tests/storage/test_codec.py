import json

import pytest
from hypothesis import given

from tests.projects import EXAMPLE, example, metric, project
from tests.strategies import projects
from workbench.document.metric import Influence
from workbench.storage.codec import decode, encode


@given(projects())
def test_that_what_is_written_reads_the_same(any_project):
    assert decode(encode(any_project), "plan.kpi") == any_project


@given(projects())
def test_that_writing_what_was_read_gives_the_same_bytes(any_project):
    data = encode(any_project)
    assert encode(decode(data, "plan.kpi")) == data


@given(projects())
def test_that_just_the_members_that_were_set_are_written(any_project):
    again = decode(encode(any_project), "plan.kpi")
    assert again.model_fields_set == any_project.model_fields_set | {"format", "version"}
    for before, after in zip(any_project.metrics, again.metrics, strict=True):
        assert before.model_fields_set == after.model_fields_set


def test_that_the_example_says_the_same_after_a_round_trip():
    again = encode(decode(EXAMPLE.read_bytes(), "example.kpi"))
    assert json.loads(again) == json.loads(EXAMPLE.read_bytes())


def test_that_the_file_is_utf8_with_two_spaces_and_a_last_newline():
    lines = encode(project(metric("leads", name="Лиды"))).decode().splitlines(keepends=True)
    assert lines[:2] == ["{\n", '  "format": "kpi-workbench",\n']
    assert any('"name": "Лиды"' in line for line in lines)
    assert lines[-1] == "}\n"


def test_that_whole_numbers_are_written_without_a_point():
    assert b'"value": 600\n' in encode(project(metric("leads", value=600.0)))


@pytest.mark.parametrize("value", [1e15, 1e22, 1.7976931348623157e308, 5e-324, 0.1 + 0.2])
def test_that_a_number_comes_back_to_the_last_bit(value):
    again = decode(encode(project(metric("leads", value=value))), "plan.kpi")
    assert again.metric("leads").value == value


def test_that_members_stand_in_the_order_of_the_format():
    written = encode(project(metric("leads", note="a", value=1.0, unit="count")))
    places = [
        written.index(name) for name in (b'"key"', b'"name"', b'"unit"', b'"value"', b'"note"')
    ]
    assert places == sorted(places)


def test_that_a_list_by_month_may_have_gaps():
    held = project(metric("leads", value=(1.0, None, 3.0)))
    assert decode(encode(held), "plan.kpi").metric("leads").value == (1.0, None, 3.0)


def test_that_an_unknown_member_follows_the_known_ones():
    tree = json.loads(encode(project(metric("leads"))))
    tree["metrics"][0] = {"colour": {"deep": [1.0, None, "ё"]}, **tree["metrics"][0]}
    again = encode(decode(json.dumps(tree).encode(), "plan.kpi"))
    assert list(json.loads(again)["metrics"][0]) == ["key", "name", "colour"]


def test_that_an_unknown_member_survives_an_edit_beside_it():
    tree = json.loads(encode(project(metric("leads", influence=Influence(direct=True)))))
    tree["metrics"][0]["influence"]["since"] = "2026"
    held = decode(json.dumps(tree).encode(), "plan.kpi")
    changed = held.having(metrics=(held.metric("leads").having(name="Заявки"),))
    assert json.loads(encode(changed))["metrics"][0]["influence"] == {
        "direct": True,
        "since": "2026",
    }


@pytest.mark.parametrize("name", ["having", "model_fields", "copy", "__class__", "metric_by_key"])
def test_that_an_unknown_member_called_like_a_part_of_the_program_does_no_harm(name):
    tree = json.loads(encode(example())) | {name: {"a": 1}}
    held = decode(json.dumps(tree).encode(), "plan.kpi")
    assert json.loads(encode(held.having(language="en")))[name] == {"a": 1}
    assert held.metric("leads").key == "leads"


def test_that_a_byte_order_mark_is_no_part_of_the_file():
    held = decode(b"\xef\xbb\xbf" + EXAMPLE.read_bytes(), "example.kpi")
    assert held == example()


def test_that_lines_may_end_as_on_windows():
    data = EXAMPLE.read_bytes().replace(b"\n", b"\r\n")
    assert decode(data, "example.kpi") == example()


def test_that_a_project_made_in_memory_says_what_it_is():
    tree = json.loads(encode(project()))
    assert (tree["format"], tree["version"]) == ("kpi-workbench", 1)
