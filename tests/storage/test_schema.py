import json

from workbench.document.project import Project
from workbench.storage.schema import schema


def test_that_the_schema_names_the_format_and_its_version():
    assert schema()["$id"] == "urn:kpi-workbench:project:1"
    assert schema()["properties"]["format"]["const"] == "kpi-workbench"


def test_that_a_file_must_say_what_it_is():
    assert {"format", "version", "calendar"} <= set(schema()["required"])


def test_that_every_member_of_a_project_is_described():
    assert set(schema()["properties"]) == set(Project.model_fields)


def test_that_members_are_called_as_in_the_file():
    members = schema()["$defs"]["Metric"]["properties"]
    assert {"from", "to"} <= set(members)
    assert "from_stage" not in members


def test_that_unknown_members_are_allowed_everywhere():
    tables = [schema(), *schema()["$defs"].values()]
    assert all(table["additionalProperties"] is True for table in tables)


def test_that_the_schema_is_plain_json():
    assert json.loads(json.dumps(schema())) == schema()
