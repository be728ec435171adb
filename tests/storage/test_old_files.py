"""Files of every released version open for ever; the fullest one has every member there is."""

import json

import pytest

from tests.projects import FILES
from workbench.document.project import Project
from workbench.document.value import Value
from workbench.planning.forward import calculate
from workbench.storage.codec import decode, encode
from workbench.storage.schema import schema

OLD = sorted(FILES.glob("v*/*.kpi"))
EVERYTHING = decode((FILES / "v1" / "everything.kpi").read_bytes(), "everything.kpi")


def parts(value):
    """A value and all values below it."""
    if isinstance(value, Value):
        yield value
        for name in type(value).model_fields:
            yield from parts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from parts(item)


@pytest.mark.parametrize("file", OLD, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_that_an_old_file_opens_and_can_be_computed(file):
    assert calculate(decode(file.read_bytes(), file.name)).values


@pytest.mark.parametrize("file", OLD, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_that_an_old_file_keeps_its_content(file):
    project = decode(file.read_bytes(), file.name)
    assert decode(encode(project), file.name) == project


def test_that_the_fullest_file_is_written_as_it_was_read():
    data = (FILES / "v1" / "everything.kpi").read_bytes()
    assert encode(EVERYTHING) == data.replace(b"\r\n", b"\n")


def test_that_the_fullest_file_has_every_kind_of_part():
    kinds = {type(part).__name__ for part in parts(EVERYTHING)}
    assert kinds == {"Project", *schema()["$defs"]}


@pytest.mark.parametrize("kind", ["Project", *schema()["$defs"]])
def test_that_the_fullest_file_has_every_member_of_every_part(kind):
    found = [part for part in parts(EVERYTHING) if type(part).__name__ == kind]
    known = set().union(*(part.model_fields_set & set(type(part).model_fields) for part in found))
    assert known == set(type(found[0]).model_fields)


@pytest.mark.parametrize("kind", ["Project", *schema()["$defs"]])
def test_that_the_fullest_file_has_unknown_members_in_every_part(kind):
    found = [part for part in parts(EVERYTHING) if type(part).__name__ == kind]
    assert any(part.model_extra for part in found)


def test_that_unknown_members_of_every_part_are_written_back():
    written = json.loads(encode(EVERYTHING))
    again = Project.model_validate_json(json.dumps(written))
    for before, after in zip(parts(EVERYTHING), parts(again), strict=True):
        assert before.model_extra == after.model_extra
