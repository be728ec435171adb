from typing import Any

import pytest

from tests.projects import EXAMPLE, example
from workbench.storage.project_file import save


@pytest.fixture
def changed(tmp_path):
    """Writes the example with some members exchanged and names its file."""

    def write(**members: Any):
        save(example().model_copy(update=members), tmp_path / "later.kpi")
        return tmp_path / "later.kpi"

    return write


def with_people(key: str, people: float) -> Any:
    roles = example().roles
    return tuple(
        role.model_copy(update={"people": people}) if role.key == key else role for role in roles
    )


def test_that_equal_files_have_no_differences(run):
    answer = run("diff", EXAMPLE, EXAMPLE, "--lang", "en")
    assert (answer.code, answer.out, answer.err) == (0, "No differences\n", "")


def test_that_equal_files_are_an_empty_list_in_json(run):
    assert run("diff", EXAMPLE, EXAMPLE, "--json").tree == {"changes": []}


def test_that_a_change_is_one_line(run, changed):
    people = example().role("sdr").people
    later = changed(roles=with_people("sdr", people + 3))
    answer = run("diff", EXAMPLE, later, "--lang", "en")
    name = example().role("sdr").name
    assert (answer.code, answer.out) == (0, f"{name}: people {people:g} → {people + 3:g}\n")


def test_that_a_change_says_in_json_where_it_is(run, changed):
    later = changed(roles=with_people("sdr", 9.0))
    (only,) = run("diff", EXAMPLE, later, "--json").tree["changes"]
    assert only["what"] == "roles"


def test_that_json_has_the_words_that_are_read(run, changed):
    later = changed(roles=with_people("sdr", 9.0))
    read = run("diff", EXAMPLE, later, "--lang", "en").out.splitlines()
    told = run("diff", EXAMPLE, later, "--lang", "en", "--json").tree["changes"]
    assert [one["words"] for one in told] == read


def test_that_another_order_says_what_it_is_of(run, changed):
    later = changed(phases=tuple(reversed(example().phases)))
    (only,) = run("diff", EXAMPLE, later, "--json").tree["changes"]
    assert only["what"] == "phases"


def test_that_a_direction_matters(run, changed):
    people = example().role("sdr").people
    later = changed(roles=with_people("sdr", people + 3))
    assert f"{people + 3:g} → {people:g}" in run("diff", later, EXAMPLE, "--lang", "en").out


def test_that_it_speaks_russian(run):
    assert run("diff", EXAMPLE, EXAMPLE, "--lang", "ru").out == "Различий нет\n"


@pytest.mark.parametrize("place", [0, 1])
def test_that_the_file_that_cannot_be_read_is_named(run, tmp_path, place):
    files = [EXAMPLE, EXAMPLE]
    files[place] = tmp_path / "gone.kpi"
    answer = run("diff", *files, "--lang", "en")
    assert (answer.code, answer.out) == (3, "")
    assert answer.sentence.startswith(str(tmp_path / "gone.kpi"))


def test_that_projects_of_different_clients_are_compared_all_the_same(run, tmp_path):
    assert run("new", "b2b_sales", "-o", tmp_path / "other.kpi", "--lang", "en").code == 0
    answer = run("diff", EXAMPLE, tmp_path / "other.kpi", "--lang", "en")
    assert answer.code == 0
    assert len(answer.out.splitlines()) > 10
