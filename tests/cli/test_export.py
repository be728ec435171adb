import os
import sys
import zipfile

import pytest
from openpyxl import load_workbook

from tests.checks.cases import patched, project_of, sound, sound_tree
from tests.excel.test_images import png
from tests.projects import EXAMPLE, metric, project
from workbench.document.kpi import Kpi
from workbench.document.role import Role
from workbench.document.value import validated
from workbench.storage.project_file import load, save
from workbench.storage.settings import Settings, save_settings

# The funnel is drawn into the workbook, and the window's tests want the whole of Qt.
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def out(tmp_path):
    return tmp_path / "plan.xlsx"


@pytest.fixture
def broken(tmp_path):
    file = tmp_path / "broken.kpi"
    leads = metric("leads", name="Лиды", formula="2 *")
    twice = metric("twice", formula="leads * 2")
    seller = validated(Role, {"key": "seller", "name": "Seller"})
    half = validated(Kpi, {"metric": "twice", "role": "seller", "weight": 0.5})
    save(project(leads, twice, roles=(seller,), kpis=(half,)), file)
    return file


@pytest.fixture
def whole(tmp_path):
    """A system that no check has anything to say about."""
    file = tmp_path / "whole.kpi"
    save(sound(), file)
    return file


@pytest.fixture
def nameless(tmp_path):
    """The same without the name of the client."""
    file = tmp_path / "nameless.kpi"
    save(project_of(patched(sound_tree(), {"client": {"name": ""}})), file)
    return file


@pytest.fixture
def unsound(tmp_path):
    """The same, but the weights of two roles do not add up."""
    file = tmp_path / "unsound.kpi"
    lighter = {name: {"weight": 0.25} for name in ("cr_qualified@sdr", "cr_deal@executive")}
    save(project_of(patched(sound_tree(), {"kpis": lighter})), file)
    return file


def cover_words(path):
    sheet = load_workbook(path).worksheets[0]
    return {cell.value for row in sheet.iter_rows() for cell in row}


def sheet_names(path):
    with zipfile.ZipFile(path) as archive:
        return archive.read("xl/workbook.xml").decode()


def test_that_a_workbook_is_written(run, out, whole):
    answer = run("export", whole, "-o", out)
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


def test_that_a_bare_name_gets_the_ending(run, tmp_path, whole):
    answer = run("export", whole, "-o", tmp_path / "plan", "--json")
    assert answer.tree == {"file": str(tmp_path / "plan.xlsx")}
    assert (tmp_path / "plan.xlsx").is_file()


def test_that_another_ending_is_a_matter_of_usage(run, tmp_path):
    answer = run("export", EXAMPLE, "-o", tmp_path / "plan.docx")
    assert answer.code == 2
    assert ".xlsx" in answer.err


def test_that_an_unknown_role_is_bad_input(run, out):
    answer = run("export", EXAMPLE, "-o", out, "--role", "nobody", "--lang", "en")
    assert answer.code == 3
    assert answer.sentence.startswith("example.kpi: there is no role “nobody”; there are bdr, sdr")
    assert not out.exists()


def test_that_a_role_may_be_called_by_its_name(run, out):
    assert run("export", EXAMPLE, "-o", out, "--role", "маркетолог").code == 0
    assert "Маркетолог" in sheet_names(out)


def test_that_a_workbook_without_all_its_numbers_says_why(run, out, broken):
    answer = run("export", broken, "-o", out, "--lang", "en")
    assert (answer.code, answer.out) == (0, f"Written: {out}\n")
    draft, missing = answer.err.splitlines()
    assert draft.startswith("broken.kpi: the cover is marked as a draft. 2 errors are open")
    assert missing == (
        "broken.kpi: without a number: “Лиды” – the formula breaks off here; "
        "and 1 metric that depends on these"
    )


def test_that_the_json_lists_what_has_no_number(run, out, broken):
    answer = run("export", broken, "-o", out, "--lang", "en", "--json")
    assert (answer.code, answer.err) == (0, "")
    assert answer.tree == {
        "file": str(out),
        "draft": True,
        "problems": [
            {"metric": "leads", "problem": "the formula breaks off here"},
            {"metric": "twice", "problem": "“Лиды”: the formula breaks off here"},
        ],
    }


def test_that_a_workbook_without_open_errors_is_no_draft(run, out, whole):
    answer = run("export", whole, "-o", out, "--json")
    assert (answer.code, answer.err, answer.tree) == (0, "", {"file": str(out)})
    assert "Draft" not in cover_words(out)


def test_that_open_errors_are_told_and_make_a_draft(run, out, unsound):
    answer = run("export", unsound, "-o", out, "--lang", "en")
    assert (answer.code, answer.out) == (0, f"Written: {out}\n")
    assert answer.sentence == (
        "unsound.kpi: the cover is marked as a draft. 2 errors are open in the checks"
    )
    assert {"Draft", "2 errors are open in the checks"} <= cover_words(out)


def test_that_the_json_of_a_draft_says_so(run, out, unsound):
    answer = run("export", unsound, "-o", out, "--json")
    assert (answer.code, answer.err) == (0, "")
    assert answer.tree == {"file": str(out), "draft": True}


def test_that_a_gap_makes_a_draft_without_any_error(run, out, nameless):
    answer = run("export", nameless, "-o", out, "--lang", "en")
    assert answer.sentence == (
        "nameless.kpi: the cover is marked as a draft. The client has no name"
    )
    assert {"Draft", "The client has no name"} <= cover_words(out)
    assert run("export", nameless, "-o", out, "--json").tree["draft"] is True


def test_that_every_reason_for_a_draft_is_told(run, out, unsound):
    project = load(unsound).project
    save(project.having(client=project.client.having(name="")), unsound)
    answer = run("export", unsound, "-o", out, "--lang", "en")
    assert answer.sentence.endswith("2 errors are open in the checks. The client has no name")
    assert "Not ready: 2 errors, 1 gap" in cover_words(out)


def test_that_a_contractor_without_a_task_counts_where_it_is_sent(run, out, whole):
    agency = validated(Role, {"key": "agency", "name": "Agency", "employment": "contractor"})
    project = load(whole).project
    save(project.having(roles=(*project.roles, agency)), whole)
    answer = run("export", whole, "-o", out, "--lang", "en", "--role", "agency")
    assert answer.sentence.endswith("Agency has no task yet")
    assert run("export", whole, "-o", out, "--lang", "en", "--role", "sdr").err == ""


def test_that_only_errors_of_the_roles_that_are_sent_count(run, out, unsound):
    answer = run("export", unsound, "-o", out, "--lang", "en", "--role", "sdr")
    assert "1 error is open" in answer.sentence
    assert run("export", unsound, "-o", out, "--role", "marketer", "--lang", "en").err == ""
    assert "Draft" not in cover_words(out)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are no files there")
def test_that_a_pipe_is_refused_as_a_workbook(run, out):
    os.mkfifo(out)
    answer = run("export", EXAMPLE, "-o", out, "--lang", "en")
    assert (answer.code, answer.sentence) == (3, f"“{out}” is a pipe or a device, not a file")


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_that_a_workbook_protected_from_writing_stays(run, out):
    out.write_bytes(b"sent to the client")
    out.chmod(0o444)
    assert run("export", EXAMPLE, "-o", out).code == 3
    assert out.read_bytes() == b"sent to the client"


def test_that_a_folder_that_is_not_there_is_bad_input(run, tmp_path):
    answer = run("export", EXAMPLE, "-o", tmp_path / "missing" / "plan.xlsx", "--lang", "en")
    assert answer.code == 3
    assert answer.sentence.startswith("“plan.xlsx” was not written: there is no folder")


def test_that_progress_is_shown_to_nobody_but_a_terminal(run, out, whole):
    assert run("export", whole, "-o", out).err == ""


def test_that_a_terminal_shows_how_far_it_is(run, out, whole, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    answer = run("export", whole, "-o", out, "--lang", "en", "--json")
    assert answer.tree == {"file": str(out)}
    assert "Writing the workbook" in answer.err


# Briefs, logos, and who made it


def briefs(path):
    return [name for name in load_workbook(path).sheetnames if name.startswith(("Brief", "Бриф"))]


def test_that_roles_with_vacancies_get_a_brief(run, out):
    run("export", EXAMPLE, "-o", out, "--lang", "en")
    assert briefs(out) == ["Brief BDR", "Brief SDR", "Brief Key Account Manager"]


def test_that_a_brief_is_made_for_whom_is_asked(run, out):
    run("export", EXAMPLE, "-o", out, "--lang", "en", "--brief", "head", "--brief", "SDR")
    assert briefs(out) == ["Brief SDR", "Brief РОП"]


def test_that_a_brief_for_nobody_is_refused(run, out):
    answer = run("export", EXAMPLE, "-o", out, "--brief", "nobody")
    assert answer.code == 3
    assert "nobody" in answer.err
    assert not out.exists()


def test_that_the_funnel_is_drawn_into_the_workbook(run, out):
    run("export", EXAMPLE, "-o", out)
    with zipfile.ZipFile(out) as archive:
        assert [name for name in archive.namelist() if name.startswith("xl/media/")] != []


def test_that_the_logo_of_the_client_is_on_the_cover(run, out, tmp_path):
    logo = tmp_path / "logo.png"
    logo.write_bytes(png(40, 20))
    assert run("export", EXAMPLE, "-o", out, "--logo", logo).code == 0
    with zipfile.ZipFile(out) as archive:
        pictures = [archive.read(name) for name in archive.namelist() if "media" in name]
    assert png(40, 20) in pictures


def test_that_a_file_that_is_no_picture_is_refused_in_one_sentence(run, out, tmp_path):
    logo = tmp_path / "logo.png"
    logo.write_bytes(b"no picture")
    answer = run("export", EXAMPLE, "-o", out, "--logo", logo, "--lang", "en")
    assert (answer.code, answer.err.strip()) == (3, "logo.png: a PNG or JPEG picture is expected")
    assert not out.exists()


def test_that_the_consultant_of_the_settings_is_named(run, out):
    save_settings(Settings(consultant="Ann & Co", brand="#117733"))
    run("export", EXAMPLE, "-o", out)
    assert "Ann & Co" in cover_words(out)


def test_that_the_colour_of_the_settings_is_that_of_heads(run, out):
    save_settings(Settings(brand="#117733"))
    run("export", EXAMPLE, "-o", out)
    with zipfile.ZipFile(out) as archive:
        styles = archive.read("xl/styles.xml").decode()
    assert ("FF117733" in styles, "FF2F55D4" in styles) == (True, False)


def test_that_a_logo_of_the_settings_that_is_gone_is_said(run, out):
    save_settings(Settings(consultant_logo="/nowhere/logo.png"))
    answer = run("export", EXAMPLE, "-o", out, "--lang", "en")
    assert answer.code == 3
    assert "logo.png: there is no such file" in answer.err


@pytest.mark.usefixtures("qapp")
def test_that_the_ending_asks_for_a_pdf(run, tmp_path, whole):
    out = tmp_path / "pack.pdf"
    answer = run("export", whole, "-o", out, "--json")
    assert answer.tree == {"file": str(out)}
    assert out.read_bytes().startswith(b"%PDF")


@pytest.mark.usefixtures("qapp")
def test_that_a_pdf_takes_the_same_options(run, tmp_path, whole):
    every, one = tmp_path / "every.pdf", tmp_path / "one.pdf"
    assert run("export", whole, "-o", every).code == 0
    assert run("export", whole, "-o", one, "--role", "sdr", "--lang", "en").code == 0
    assert one.stat().st_size < every.stat().st_size


@pytest.mark.usefixtures("qapp")
def test_that_a_pdf_in_a_folder_that_is_not_there_is_bad_input(run, tmp_path, whole):
    answer = run("export", whole, "-o", tmp_path / "gone" / "a.pdf", "--lang", "en")
    assert answer.code == 3


@pytest.mark.parametrize("command", [("export",), ("render",)])
def test_that_the_project_is_not_written_over_through_a_link(run, tmp_path, command):
    project = tmp_path / "client.kpi"
    project.write_bytes(EXAMPLE.read_bytes())
    link = tmp_path / ("link.xlsx" if command == ("export",) else "link.png")
    link.symlink_to(project)
    answer = run(*command, project, "-o", link, "--lang", "en")
    assert (answer.code, answer.err.strip()) == (
        3, f"“{link.name}” is the project itself: nothing was written"
    )  # fmt: skip
    assert project.read_bytes() == EXAMPLE.read_bytes()
