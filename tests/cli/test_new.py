import pytest

from workbench.storage.library import templates
from workbench.storage.project_file import load


@pytest.fixture
def out(tmp_path):
    return tmp_path / "plan.kpi"


@pytest.mark.parametrize("code", ["ru", "en"])
@pytest.mark.parametrize("key", [one.key for one in templates("en")])
def test_that_every_template_makes_a_project_in_either_language(run, out, key, code):
    assert run("new", key, "-o", out, "--lang", code).code == 0
    assert load(out).project.language == code


def test_that_the_file_that_was_written_is_named(run, out):
    assert run("new", "b2b_sales", "-o", out).out == f"Written: {out}\n"
    assert run("new", "b2b_sales", "-o", out, "--json").tree == {"file": str(out)}


def test_that_a_name_gets_its_ending(run, tmp_path):
    run("new", "b2b_sales", "-o", tmp_path / "plan")
    assert (tmp_path / "plan.kpi").is_file()


def test_that_an_existing_file_is_replaced(run, out):
    out.write_text("old")
    assert run("new", "b2b_sales", "-o", out).code == 0
    assert load(out).project.metrics


def test_that_an_unknown_template_is_answered_with_those_there_are(run, out):
    answer = run("new", "nothing", "-o", out, "--lang", "en")
    assert answer.code == 3
    assert "there is no template “nothing”; there are b2b_sales" in answer.sentence
    assert not out.exists()


def test_that_a_failure_leaves_the_existing_file(run, out):
    out.write_text("old")
    run("new", "nothing", "-o", out)
    assert out.read_text() == "old"


@pytest.mark.parametrize("place", ["missing/plan.kpi", "file/plan.kpi", "folder.kpi"])
def test_that_a_place_that_cannot_be_written_is_bad_input(run, tmp_path, place):
    (tmp_path / "file").write_text("")
    (tmp_path / "folder.kpi").mkdir()
    before = sorted(tmp_path.rglob("*"))
    answer = run("new", "b2b_sales", "-o", tmp_path / place, "--json")
    assert (answer.code, answer.out) == (3, "")
    assert answer.sentence
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    "arguments", [[], ["b2b_sales"], ["-o", "x.kpi"], ["a", "b", "-o", "x.kpi"]]
)
def test_that_a_template_and_an_output_are_needed(run, arguments):
    assert run("new", *arguments).code == 2
