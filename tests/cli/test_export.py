import zipfile

import pytest

from tests.projects import EXAMPLE


@pytest.fixture
def out(tmp_path):
    return tmp_path / "plan.xlsx"


def sheet_names(path):
    with zipfile.ZipFile(path) as archive:
        return archive.read("xl/workbook.xml").decode()


def test_that_a_workbook_is_written(run, out):
    answer = run("export", EXAMPLE, "-o", out)
    assert (answer.code, answer.err) == (0, "")
    assert zipfile.is_zipfile(out)


def test_that_the_workbook_speaks_the_language_of_the_project(run, out):
    run("export", EXAMPLE, "-o", out)
    russian = sheet_names(out)
    run("export", EXAMPLE, "-o", out, "--lang", "en")
    assert sheet_names(out) != russian


def test_that_the_same_project_gives_the_same_bytes(run, out):
    run("export", EXAMPLE, "-o", out)
    before = out.read_bytes()
    run("export", EXAMPLE, "-o", out)
    assert out.read_bytes() == before


def test_that_just_the_roles_named_get_their_sheets(run, out):
    run("export", EXAMPLE, "-o", out, "--role", "sdr", "--role", "bdr")
    names = sheet_names(out)
    assert "SDR" in names
    assert "Маркетолог" not in names


def test_that_a_bare_name_gets_the_ending(run, tmp_path):
    answer = run("export", EXAMPLE, "-o", tmp_path / "plan", "--json")
    assert answer.tree == {"file": str(tmp_path / "plan.xlsx")}
    assert (tmp_path / "plan.xlsx").is_file()


def test_that_another_ending_is_a_matter_of_usage(run, tmp_path):
    answer = run("export", EXAMPLE, "-o", tmp_path / "plan.pdf")
    assert answer.code == 2
    assert ".xlsx" in answer.err


def test_that_an_unknown_role_is_bad_input(run, out):
    answer = run("export", EXAMPLE, "-o", out, "--role", "nobody", "--lang", "en")
    assert answer.code == 3
    assert answer.sentence.startswith("example.kpi: ")
    assert "“nobody”" in answer.sentence
    assert not out.exists()


def test_that_a_folder_that_is_not_there_is_bad_input(run, tmp_path):
    answer = run("export", EXAMPLE, "-o", tmp_path / "missing" / "plan.xlsx", "--lang", "en")
    assert answer.code == 3
    assert answer.sentence.startswith("“plan.xlsx” was not written: there is no folder")


def test_that_progress_is_shown_to_nobody_but_a_terminal(run, out):
    assert run("export", EXAMPLE, "-o", out).err == ""


def test_that_a_terminal_shows_how_far_it_is(run, out, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    answer = run("export", EXAMPLE, "-o", out, "--lang", "en", "--json")
    assert answer.tree == {"file": str(out)}
    assert "Writing the workbook" in answer.err
