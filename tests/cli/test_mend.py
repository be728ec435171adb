import os
import sys

import pytest

from tests.checks.cases import comparable, findings, patched, project_of, sound, sound_tree
from workbench.base.texts import text
from workbench.checks.finding import Finding, Mend
from workbench.checks.mend_all import Left, Outcome
from workbench.cli import findings as shown
from workbench.cli.speaker import Lang, Speaker
from workbench.storage.project_file import load, save

HEAVY = {"kpis": {"cr_qualified@sdr": {"weight": 0.8}, "revenue@executive": {"weight": 0.1}}}


@pytest.fixture
def file(tmp_path):
    """A system in which the weights of two roles do not make 100 %."""
    path = tmp_path / "plan.kpi"
    save(project_of(patched(sound_tree(), HEAVY)), path)
    return path


@pytest.fixture
def out(tmp_path):
    return tmp_path / "mended.kpi"


def test_that_everything_of_a_code_is_mended(run, file, out):
    answer = run("mend", file, "KPI201", "-o", out)
    assert (answer.code, answer.err) == (0, "")
    assert not findings(load(out).project, "KPI201")
    assert answer.out.splitlines()[-1] == f"Written: {out}"


def test_that_the_file_itself_stays_as_it_was(run, file, out):
    before = file.read_bytes()
    run("mend", file, "KPI201", "-o", out)
    assert file.read_bytes() == before


def test_that_the_json_has_the_members_of_the_agreement(run, file, out):
    tree = run("mend", file, "KPI201", "-o", out, "--json").tree
    assert list(tree) == ["file", "mended", "left"]
    assert (tree["file"], tree["left"]) == (str(out), [])
    by_role = {one["role"]: one for one in tree["mended"]}
    assert by_role["sdr"] == {
        "code": "KPI201",
        "subject": "sdr",
        "role": "sdr",
        "mend": "Bring the weights of SDR to 100%",
    }


def test_that_what_is_left_is_told_with_its_reason():
    finding = Finding("error", text("it is wrong"), role="sdr", code="KPI999")
    tree = shown.outcome_tree(
        Outcome(sound(), (), (Left(finding), Left(finding, text("no room")))),
        Speaker(Lang.EN).language,
    )
    first = {"code": "KPI999", "subject": "sdr", "role": "sdr", "message": "it is wrong"}
    assert tree["left"] == [first, {**first, "problem": "no room"}]


def test_that_the_table_tells_what_is_left(capsys):
    finding = Finding("error", text("it is wrong"), code="KPI999", mends=(Mend(text("do"), ()),))
    left = (Left(finding, text("the mend changes nothing")),)
    shown.show_left(Outcome(sound(), (), left), Speaker(Lang.EN))
    assert "it is wrong (not mended: the mend changes nothing)" in capsys.readouterr().out


def test_that_a_system_with_nothing_to_mend_is_written_all_the_same(run, file, out):
    save(sound(), file)
    answer = run("mend", file, "KPI201", "-o", out)
    assert (answer.code, answer.out) == (0, f"There was nothing to mend\nWritten: {out}\n")
    assert comparable(load(out).project) == comparable(sound())


@pytest.mark.parametrize("code", ["kpi201", "Kpi201", " KPI201 "])
def test_that_the_case_of_a_code_does_not_matter(run, file, out, code):
    assert len(run("mend", file, code, "-o", out, "--json").tree["mended"]) == 2


def test_that_a_code_may_be_named_twice(run, file, out):
    tree = run("mend", file, "KPI201", "kpi201", "KPI101", "-o", out, "--json").tree
    assert [one["code"] for one in tree["mended"]] == ["KPI201", "KPI201"]


def test_that_an_unknown_code_is_answered_with_the_nearest(run, file, out):
    answer = run("mend", file, "KPI201", "KPI291", "-o", out)
    assert (answer.code, answer.out) == (3, "")
    assert answer.sentence == "there is no check “KPI291”; did you mean KPI201?"
    assert not out.exists()


def test_that_a_code_like_none_is_answered_with_those_there_are(run, file, out):
    answer = run("mend", file, "weights", "-o", out)
    assert answer.code == 3
    assert answer.sentence.startswith("there is no check “weights”; there are KPI101, ")
    assert "KPI201" in answer.sentence
    assert not out.exists()


def test_that_an_unknown_code_is_told_in_russian(run, file, out):
    sentence = run("mend", file, "KPI291", "-o", out, "--lang", "ru").sentence
    assert sentence == "нет проверки «KPI291»; возможно, KPI201?"


@pytest.mark.parametrize("arguments", [[], ["KPI201"], ["-o", "out.kpi"]])
def test_that_a_code_and_an_output_are_needed(run, file, arguments):
    assert run("mend", file, *arguments).code == 2


def test_that_the_file_may_be_mended_in_its_place(run, file):
    assert run("mend", file, "KPI201", "-o", file).code == 0
    assert not findings(load(file).project, "KPI201")


def test_that_a_name_gets_its_ending(run, file, tmp_path):
    answer = run("mend", file, "KPI201", "-o", tmp_path / "better", "--json")
    assert answer.tree["file"] == str(tmp_path / "better.kpi")
    assert (tmp_path / "better.kpi").is_file()


def test_that_members_of_newer_programs_go_along(run, file, out):
    save(project_of({**patched(sound_tree(), HEAVY), "x-new": 7}), file)
    run("mend", file, "KPI201", "-o", out)
    assert load(out).project.model_extra == {"x-new": 7}


@pytest.mark.skipif(
    sys.platform == "win32" or (hasattr(os, "geteuid") and os.geteuid() == 0),
    reason="permissions of POSIX, which do not hold for root",
)
def test_that_a_folder_protected_from_writing_stays_empty(run, file, tmp_path):
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o555)
    answer = run("mend", file, "KPI201", "-o", folder / "out.kpi", "--json")
    assert (answer.code, answer.out) == (3, "")
    assert answer.sentence
    assert not list(folder.iterdir())


@pytest.mark.parametrize("place", ["missing/out.kpi", "file/out.kpi", "folder.kpi"])
def test_that_a_place_that_cannot_be_written_is_bad_input(run, file, tmp_path, place):
    (tmp_path / "file").write_text("")
    (tmp_path / "folder.kpi").mkdir()
    before = sorted(tmp_path.rglob("*"))
    answer = run("mend", file, "KPI201", "-o", tmp_path / place)
    assert (answer.code, answer.out) == (3, "")
    assert answer.sentence
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_that_a_file_protected_from_writing_stays(run, file, out):
    out.write_bytes(b"agreed")
    out.chmod(0o444)
    assert run("mend", file, "KPI201", "-o", out).code == 3
    assert out.read_bytes() == b"agreed"


def test_that_a_terminal_shows_how_far_it_is(run, file, out, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    answer = run("mend", file, "KPI201", "-o", out, "--json")
    assert len(answer.tree["mended"]) == 2
    assert "Mending" in answer.err
