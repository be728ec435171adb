import json

import pytest

from tests.projects import EXAMPLE, example
from workbench.base import places
from workbench.base.languages import CODES
from workbench.storage import library
from workbench.storage.bad_file import BadFile
from workbench.storage.library import in_language, load_template, templates


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """A folder with one template: the example, its client's name in both languages."""
    tree = json.loads(EXAMPLE.read_bytes())
    tree["template"] = {
        "key": "sample",
        "name": {"ru": "Образец", "en": "Sample"},
        "description": {"ru": "Для проб", "en": "For trials"},
    }
    tree["client"]["name"] = {"ru": "Клиент", "en": "Client"}
    tree["language"] = {"ru": "ru", "en": "en"}
    write(tmp_path / "sample.kpi", tree)
    monkeypatch.setattr(places, "templates", lambda: tmp_path)
    return tmp_path


def write(path, tree):
    path.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")


def test_that_a_template_is_listed_in_the_language(shelf):
    (one,) = templates("ru")
    assert (one.key, one.name, one.description) == ("sample", "Образец", "Для проб")
    assert templates("en")[0].name == "Sample"


def test_that_a_template_is_listed_with_its_size(shelf):
    (one,) = templates("en")
    assert (one.roles, one.metrics) == (len(example().roles), len(example().metrics))


@pytest.mark.parametrize(("code", "name"), [("ru", "Клиент"), ("en", "Client")])
def test_that_a_project_from_a_template_speaks_one_language(shelf, code, name):
    project = load_template("sample", code)
    assert (project.language, project.client.name) == (code, name)


def test_that_a_project_is_no_template_any_more(shelf):
    assert "template" not in (load_template("sample", "en").model_extra or {})


def test_that_templates_stand_in_the_order_of_their_keys(shelf):
    write(shelf / "another.kpi", json.loads(EXAMPLE.read_bytes()))
    assert [one.key for one in templates("en")] == ["another", "sample"]


def test_that_an_unknown_template_is_answered_with_those_there_are(shelf):
    with pytest.raises(library.NoSuchTemplate, match="there is no template “x”; there are sample"):
        load_template("x", "en")


@pytest.mark.parametrize("key", ["../sample", "sample.kpi", "", "SAMPLE/", "*"])
def test_that_a_key_is_never_taken_for_a_path(shelf, key):
    with pytest.raises(library.NoSuchTemplate):
        load_template(key, "en")


def test_that_a_broken_template_is_named(shelf):
    (shelf / "sample.kpi").write_text("{")
    with pytest.raises(BadFile, match=r"sample\.kpi"):
        templates("en")


def test_that_just_objects_of_both_languages_and_nothing_else_are_translated():
    tree = {
        "a": {"ru": "да", "en": "yes"},
        "b": [{"ru": 1, "en": 2}],
        "c": {"ru": 1, "en": 2, "de": 3},
    }
    assert in_language(tree, "en") == {"a": "yes", "b": [2], "c": {"ru": 1, "en": 2, "de": 3}}


@pytest.mark.parametrize("code", CODES)
def test_that_every_built_in_template_makes_a_project(code):
    for one in templates(code):
        assert load_template(one.key, code).language == code
