"""The export: choices, progress, result and preview."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from tests.excel.test_images import png
from tests.presenters.checked import finding
from tests.presenters.conftest import Notices
from tests.presenters.months import plan
from tests.presenters.sheets import stand
from tests.projects import example
from workbench.base.errors import WorkbenchError
from workbench.base.languages import language
from workbench.base.texts import text
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.edits.project import ChangeClient
from workbench.document.edits.roles import AddRole
from workbench.document.role import Role
from workbench.excel.export import Cancelled, roles_with_briefs
from workbench.excel.vocabulary import DRAFT
from workbench.formula.staffing import RemoveRole
from workbench.presenters.background import Done, Stopped
from workbench.presenters.preferences import Preferences
from workbench.presenters.sheets.chosen import KINDS, SheetId
from workbench.presenters.sheets.folder import Folder
from workbench.storage.settings import Settings

ERROR, WARNING = finding("error"), finding("warning")


@pytest.fixture
def made(tmp_path):
    return stand(tmp_path / "book.xlsx")


SDR = SheetId("role", "sdr")
MATRIX = SheetId("matrix")


def ids(made) -> list[SheetId]:
    return [tab.id for tab in made.view.tabs if tab.chosen]


def tab(made, sheet):
    return next(one for one in made.view.tabs if one.id == sheet)


def test_that_the_sheets_are_listed_in_the_order_of_the_book(made):
    kinds = [tab.id.kind for tab in made.view.tabs]
    assert kinds == sorted(kinds, key=KINDS.index)
    roles = [one.id.role for one in made.view.tabs if one.id.kind == "role"]
    assert roles == [role.key for role in example().roles]


def test_that_a_sheet_tells_how_many_kpis_it_has(made):
    assert tab(made, SheetId("role", "bdr")).note == "2 KPIs"


def test_that_a_role_left_out_has_no_page_but_can_be_put_in_again(made):
    made.presenter.choose(SDR, chosen=False)
    assert SDR not in ids(made)
    assert not tab(made, SDR).chosen
    made.presenter.look_at(SDR)
    assert made.view.leaves == ()
    made.presenter.choose(SDR, chosen=True)
    assert SDR in ids(made)
    assert made.view.leaves[0].sheet == "SDR"


def test_that_a_sheet_that_nothing_refers_to_can_be_left_out(made):
    made.presenter.choose(MATRIX, chosen=False)
    assert MATRIX not in ids(made)
    assert not tab(made, MATRIX).fixed


def test_that_the_cover_and_the_model_are_always_in(made):
    assert tab(made, SheetId("cover")).fixed
    assert tab(made, SheetId("model")).fixed


def test_that_there_is_a_brief_for_each_role_that_lacks_people(made):
    lacking = {role.key for role in roles_with_briefs(made.desk.forecast)}
    assert {one.role for one in ids(made) if one.kind == "brief"} == lacking
    assert lacking


def test_that_another_brief_can_be_put_in(made):
    brief = next(one.id for one in made.view.tabs if one.id.kind == "brief" and not one.chosen)
    made.presenter.choose(brief, chosen=True)
    assert brief in ids(made)
    made.presenter.choose(brief, chosen=False)
    assert brief not in ids(made)


def test_that_a_brief_comes_and_goes_with_the_sheet_of_its_role(made):
    brief = next(one for one in ids(made) if one.kind == "brief")
    role = SheetId("role", brief.role)
    made.presenter.choose(role, chosen=False)
    assert brief not in ids(made)
    made.presenter.choose(brief, chosen=True)
    assert {brief, role} <= set(ids(made))


def test_that_a_new_role_is_in(made):
    made.desk.do(AddRole(Role(key="qa", name="Quality")))
    assert SheetId("role", "qa") in ids(made)


def test_that_a_sheet_that_is_gone_gives_way_to_the_first(made):
    made.presenter.look_at(SDR)
    made.desk.do(RemoveRole("sdr"))
    assert made.view.shown == 0
    assert made.view.leaves[0].sheet == made.view.names[0]


def test_that_the_workbook_speaks_the_language_of_the_project_first(made):
    assert made.view.export.language == "ru"


def test_that_the_language_of_the_workbook_is_not_that_of_the_interface(made):
    made.presenter.choose_language("en")
    assert made.view.names[0] == "Cover"
    made.desk.speak("ru")
    assert made.view.names[0] == "Cover"


def test_that_the_preview_follows_the_project(made):
    made.desk.do(ChangeClient({"name": "Daisy Ltd"}))
    assert "Daisy Ltd" in made.view.words


def test_that_a_hidden_place_rests(made):
    made.presenter.set_visible(False)
    before = made.view.leaves
    made.desk.do(ChangeClient({"name": "Daisy Ltd"}))
    assert made.view.leaves is before


def test_that_a_selected_role_shows_its_sheet(made):
    made.presenter.set_visible(False)
    made.desk.selection.role("sdr")
    made.presenter.set_visible(True)
    assert made.view.leaves[0].sheet == "SDR"


def test_that_a_selected_role_that_is_left_out_shows_no_sheet(made):
    made.presenter.choose(SDR, chosen=False)
    made.desk.selection.role("sdr")
    made.presenter.set_visible(True)
    assert made.view.shown == 0


def test_that_the_file_is_named_after_the_client(made):
    made.presenter.export()
    assert made.outside.suggestions == [Path("Пример B2B SaaS KPI.xlsx")]


def test_that_a_client_without_a_name_still_has_a_file_name():
    made = stand(opened=example().having(client=example().client.having(name="")))
    made.presenter.export()
    assert made.outside.suggestions[0].name == "KPI.xlsx"


def test_that_the_next_export_begins_where_the_last_one_went(made, tmp_path):
    made.presenter.export()
    made.background.end()
    made.presenter.export()
    assert made.outside.suggestions[1].parent == tmp_path


def test_that_the_folder_is_remembered_between_runs(tmp_path):
    preferences = Preferences(Settings())
    Folder(preferences).remember(str(tmp_path))
    assert Folder(preferences).last == str(tmp_path)


def test_that_the_first_export_begins_where_the_projects_are():
    preferences = Preferences(Settings(folders={"projects": "/projects"}))
    assert Folder(preferences).last == "/projects"


def test_that_the_workbook_has_the_chosen_roles_only(made, tmp_path):
    made.presenter.choose(SDR, chosen=False)
    made.presenter.export()
    assert made.background.do() == Done()
    names = load_workbook(tmp_path / "book.xlsx").sheetnames
    assert names[:-1] == list(made.view.names)


def test_that_what_is_edited_meanwhile_does_not_get_in(made, tmp_path):
    made.presenter.export()
    made.desk.do(ChangeClient({"name": "Somebody else"}))
    made.background.do()
    cover = load_workbook(tmp_path / "book.xlsx").worksheets[0]
    words = {cell.value for row in cover.iter_rows() for cell in row}
    assert "Пример: B2B SaaS" in words
    assert "Somebody else" not in words


def test_that_progress_is_shown_until_the_file_is_there(made):
    made.presenter.export()
    assert made.view.export.done == 0.0
    made.background.report(3, 4)
    assert made.view.export.done == 0.75
    made.background.end()
    assert made.view.export.done is None


def test_that_the_result_is_told_with_its_path(made, tmp_path):
    made.presenter.export()
    made.background.end()
    report = made.view.export.report
    assert (report.words, report.tone) == ("“book.xlsx” is ready", "good")
    assert report.path == str(tmp_path / "book.xlsx")


def test_that_the_result_is_said_again_in_another_language(made):
    made.presenter.export()
    made.background.end()
    before = made.view.export.report
    made.desk.speak("ru")
    assert made.view.export.report is not before
    assert made.view.export.report.path == before.path


def test_that_a_stopped_export_writes_nothing(made, tmp_path):
    made.presenter.export()
    made.presenter.cancel()
    assert made.background.do() == Stopped()
    assert not (tmp_path / "book.xlsx").exists()
    assert made.view.export.report.words == "The export was stopped: nothing was written"
    assert not made.view.export.report.path


def test_that_a_folder_that_is_not_there_is_told_in_a_sentence(tmp_path):
    made = stand(tmp_path / "nowhere" / "book.xlsx")
    made.presenter.export()
    made.background.do()
    report = made.view.export.report
    assert (report.tone, report.path) == ("bad", "")
    assert "there is no folder" in report.words


def test_that_no_second_export_begins_while_one_is_under_way(made):
    made.presenter.export()
    first = made.background.work
    made.presenter.export()
    assert made.background.work is first
    assert made.presenter.is_busy


def test_that_giving_up_the_dialog_changes_nothing():
    made = stand(None)
    made.presenter.export()
    assert made.background.work is None
    assert made.view.export.report is None


def test_that_an_export_opens_its_place(made):
    assert made.desk.place != "sheets"
    made.presenter.export()
    assert made.desk.place == "sheets"


def test_that_an_export_goes_on_when_its_place_is_left(made):
    made.presenter.export()
    made.presenter.set_visible(False)
    made.background.end()
    made.presenter.set_visible(True)
    assert made.view.export.report.tone == "good"


def test_that_the_written_file_can_be_found_and_opened(made, tmp_path):
    made.presenter.export()
    made.background.end()
    made.presenter.show_in_folder()
    made.presenter.open()
    path = tmp_path / "book.xlsx"
    assert made.outside.done == [("folder", path), ("open", path)]


def test_that_a_file_no_program_opens_is_told(made):
    notices = Notices(made.desk)
    made.outside.refusal = WorkbenchError(text("no program opens it"))
    made.presenter.open()
    assert notices.said == ["no program opens it"]


def test_that_the_funnel_is_drawn_in_the_language_of_the_export(tmp_path):
    made = stand(tmp_path / "funnel.png")
    made.presenter.choose_language("en")
    made.presenter.draw()
    assert made.outside.done == [("draw", (tmp_path / "funnel.png", "en"))]
    assert made.outside.suggestions[0].name == "Пример B2B SaaS funnel.png"
    assert made.view.export.report.words == "“funnel.png” is ready"


def test_that_a_picture_that_cannot_be_drawn_is_told(made):
    made.outside.refusal = WorkbenchError(text("the picture could not be drawn"))
    made.presenter.draw()
    assert made.view.export.report.tone == "bad"


def test_that_the_drawn_funnel_is_in_the_workbook(made, tmp_path):
    made.presenter.export()
    made.background.do()
    with ZipFile(tmp_path / "book.xlsx") as archive:
        assert png(4, 2) in [archive.read(one) for one in archive.namelist() if "media" in one]


def test_that_without_a_picture_of_the_funnel_nothing_is_written(made, tmp_path):
    made.outside.refusal = WorkbenchError(text("the picture could not be drawn"))
    made.presenter.choose_language("en")
    made.presenter.export()
    assert made.view.export.report.tone == "bad"
    assert not (tmp_path / "book.xlsx").exists()


def test_that_a_picture_that_was_not_wanted_is_not_drawn():
    made = stand(None)
    made.presenter.draw()
    assert made.outside.done == []


def test_that_a_fact_leads_to_what_is_missing(made):
    made.desk.do(ChangeMetric("visits", {"value": None}))
    fact = next(f for f in made.view.export.gate.facts if f.place == "plan")
    made.presenter.go_to(fact)
    assert made.desk.place == "plan"
    assert made.desk.selection.selected.metrics == ("visits",)


def test_that_a_finding_leads_to_what_it_is_about(finds, made):
    finds(finding("error", metric="leads", role="sdr"))
    made.desk.do(ChangeClient({"name": "Daisy Ltd"}))
    made.presenter.go_to(made.view.export.gate.facts[0])
    assert made.desk.place == "roles"
    assert made.desk.selection.selected.cell == ("leads", "sdr")


def kinds(made) -> list[str]:
    return [fact.kind for fact in made.view.export.gate.facts]


def marked(made) -> bool:
    """Whether the preview of the cover says that it is a draft."""
    mark = language(made.view.export.language).say(DRAFT)
    return mark in made.view.words


def test_that_the_findings_are_those_of_the_project_when_the_place_is_opened(finds):
    finds(ERROR)
    made = stand()
    assert kinds(made) == ["error"]
    assert marked(made)


def test_that_a_hidden_place_does_not_ask_the_checks(finds, made):
    made.presenter.set_visible(False)
    finds(ERROR)
    made.desk.do(ChangeClient({"name": "Daisy Ltd"}))
    assert not made.desk.checking.is_current
    made.presenter.set_visible(True)
    assert kinds(made) == ["error"]


def test_that_findings_follow_the_project(finds):
    finds()
    made = stand()
    assert not marked(made)
    finds(ERROR)
    made.desk.do(ChangeClient({"name": "Daisy Ltd"}))
    assert kinds(made) == ["error"]
    assert marked(made)


def test_that_findings_that_come_from_elsewhere_are_shown(finds):
    finds()
    made = stand()
    round_of_checks = made.desk.checking.examination()
    finds(WARNING)
    round_of_checks(made.background)
    made.desk.checking.take(round_of_checks)
    assert kinds(made) == ["warning"]


def test_that_another_project_is_examined_before_it_is_shown(finds):
    finds(ERROR)
    made = stand()
    finds(WARNING)
    made.desk.session.open(plan())
    assert kinds(made) == ["missing", "warning"]


def test_that_a_role_left_out_takes_its_errors_with_it(finds):
    finds(finding("error", role="sdr"))
    made = stand()
    made.presenter.choose(SDR, chosen=False)
    assert kinds(made) == ["ready"]
    assert not marked(made)


@pytest.mark.parametrize(("found", "status"), [((), None), ((WARNING,), None), ((ERROR,), "Draft")])
def test_that_a_workbook_with_errors_is_a_draft(finds, tmp_path, found, status):
    made = stand(tmp_path / "book.xlsx")
    made.presenter.choose_language("en")
    made.presenter.set_visible(False)
    made.desk.do(ChangeClient({"name": "Daisy Ltd"}))
    finds(*found)
    made.presenter.export()
    made.background.do()
    written = load_workbook(tmp_path / "book.xlsx")
    assert written.properties.contentStatus == status
    words = {cell.value for row in written.worksheets[0].iter_rows() for cell in row}
    assert ("Draft" in words) == (status is not None)


def test_that_a_workbook_with_a_gap_is_a_draft(finds, tmp_path):
    finds()
    made = stand(tmp_path / "book.xlsx")
    made.presenter.choose_language("en")
    assert not marked(made)
    made.desk.do(ChangeClient({"name": ""}))
    assert marked(made)
    made.presenter.export()
    made.background.do()
    cover = load_workbook(tmp_path / "book.xlsx").worksheets[0]
    words = {cell.value for row in cover.iter_rows() for cell in row}
    assert {"Draft", "The client has no name"} <= words


def test_that_a_role_removed_meanwhile_takes_its_choice_with_it(made):
    made.presenter.choose(SDR, chosen=False)
    made.desk.do(RemoveRole("sdr"))
    assert "sdr" not in {one.id.role for one in made.view.tabs}


def test_that_the_pdf_is_written_from_the_sheets_that_are_shown(made):
    made.outside.path = Path("pack.pdf")
    made.presenter.choose(SDR, chosen=False)
    made.presenter.print()
    assert made.outside.suggestions[-1].suffix == ".pdf"
    made.background.do()
    ((what, (plan, path, speech)),) = made.outside.done
    assert (what, path, speech.code) == ("print", Path("pack.pdf"), "ru")
    assert tuple(sheet.name for sheet in plan.sheets) == made.view.names
    assert made.view.export.report.tone == "good"


def test_that_a_pdf_that_was_stopped_says_so(made):
    made.outside.path, made.outside.refusal = Path("pack.pdf"), Cancelled()
    made.presenter.print()
    made.background.do()
    assert "stopped" in made.view.export.report.words


def test_that_one_thing_is_written_at_a_time(made):
    made.outside.path = Path("pack.pdf")
    made.presenter.print()
    made.presenter.export()
    assert len(made.outside.suggestions) == 1
