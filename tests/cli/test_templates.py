import pytest

from workbench.storage.library import templates


@pytest.mark.parametrize("code", ["ru", "en"])
def test_that_the_list_has_the_members_of_the_agreement(run, code):
    listed = run("templates", "--json", "--lang", code).tree
    assert list(listed) == ["templates"]
    found = [tuple(one.values()) for one in listed["templates"]]
    assert found == [
        (one.key, one.name, one.description, one.roles, one.metrics) for one in templates(code)
    ]
    assert list(listed["templates"][0]) == ["key", "name", "description", "roles", "metrics"]


def test_that_without_json_there_is_a_table(run):
    out = run("templates", "--lang", "en").out
    for one in templates("en"):
        assert one.key in out
        assert one.name in out


def test_that_the_list_fits_a_page(run):
    assert max(map(len, run("templates").out.splitlines())) <= 100
