"""Forms of the client's: what becomes of each cell, and that all the rest stays as it was."""

import io
import os
import stat
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import Alignment, Font, PatternFill

from tests.excel import children
from tests.excel.hostile import packed, parts
from workbench.base.files import NotWritten
from workbench.base.table import NotATable
from workbench.excel import form_child
from workbench.excel.apart import Abandoned
from workbench.excel.form import fill_form
from workbench.excel.form_values import FilledForm, Meaning, Spot

MEANINGS = {
    "client": Meaning("ООО «Ромашка» & <Ко>"),
    "leads": Meaning("600 шт.", 600.5),
    "date": Meaning("01.02.2027", date(2027, 2, 1)),
    "evil": Meaning("=1+1"),
    "nothing": Meaning(""),
    "lines": Meaning("одно\nдругое"),
}
SHEET = "xl/worksheets/sheet1.xml"


def know(words):
    return {one: MEANINGS[one] for one in words if one in MEANINGS}


@pytest.fixture
def form(tmp_path):
    """A form of one sheet, made by a function of it."""

    def make(change) -> Path:
        book = openpyxl.Workbook()
        book.active.title = "Форма"
        change(book.active)
        book.save(tmp_path / "form.xlsx")
        return tmp_path / "form.xlsx"

    return make


@pytest.fixture
def out(tmp_path) -> Path:
    return tmp_path / "filled.xlsx"


def filled(form: Path, out: Path, **how) -> FilledForm:
    return fill_form(form, out, know, **how)[0]


def sheet(path: Path, **how):
    return openpyxl.load_workbook(path, **how).active


def one_cell(form, out, words: str, number_format: str = "General"):
    """What becomes of a cell with these words."""

    def put(sheet):
        sheet["B2"] = words
        sheet["B2"].number_format = number_format
        sheet["A1"] = "{{client}}"

    filled(form(put), out)
    return sheet(out)["B2"]


def test_that_a_placeholder_alone_becomes_a_number(form, out):
    assert one_cell(form, out, "{{leads}}").value == 600.5


def test_that_a_number_keeps_the_format_of_its_cell(form, out):
    assert one_cell(form, out, " {{ leads }} ", '0.00" шт."').number_format == '0.00" шт."'


def test_that_a_placeholder_in_a_text_becomes_words(form, out):
    assert one_cell(form, out, "Лидов: {{leads}}, {{client}}").value == (
        "Лидов: 600 шт., ООО «Ромашка» & <Ко>"
    )


@pytest.mark.parametrize("number_format", ["dd.mm.yyyy", "[$-419]d mmmm yyyy;@", "mm-dd-yy"])
def test_that_a_day_is_a_number_where_days_are_shown(form, out, number_format):
    assert one_cell(form, out, "{{date}}", number_format).value == datetime(2027, 2, 1)


@pytest.mark.parametrize("number_format", ["General", "0.00", '0" days"'])
def test_that_a_day_is_words_where_numbers_are_shown(form, out, number_format):
    assert one_cell(form, out, "{{date}}", number_format).value == "01.02.2027"


def test_that_days_are_counted_as_the_workbook_counts_them(tmp_path, out):
    with xlsxwriter.Workbook(tmp_path / "form.xlsx", {"date_1904": True}) as book:
        shown = book.add_format({"num_format": "dd.mm.yyyy"})
        book.add_worksheet().write_string("A1", "{{date}}", shown)
    filled(tmp_path / "form.xlsx", out)
    assert sheet(out)["A1"].value == datetime(2027, 2, 1)


def test_that_text_never_becomes_a_formula(form, out):
    cell = one_cell(form, out, "{{evil}}")
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_that_a_text_around_a_placeholder_never_becomes_a_formula(form, out):
    def put(sheet):
        sheet["A1"] = "={{leads}}+1"
        sheet["A1"].data_type = "s"

    filled(form(put), out)
    assert sheet(out)["A1"].data_type == "s"


def test_that_what_has_no_value_becomes_an_empty_cell(form, out):
    assert one_cell(form, out, "{{nothing}}").value is None


def test_that_what_has_no_value_is_a_dash_in_a_text(form, out):
    assert one_cell(form, out, "Факт: {{nothing}}").value == "Факт: —"


def test_that_what_is_not_known_stays_as_it_is(form, out):
    assert one_cell(form, out, "{{what}}").value == "{{what}}"


def test_that_what_is_not_known_stays_beside_what_is(form, out):
    assert one_cell(form, out, "{{what}} {{leads}}").value == "{{what}} 600 шт."


def test_that_lines_stay_lines(form, out):
    assert one_cell(form, out, "{{lines}}").value == "одно\nдругое"


@pytest.mark.parametrize("words", ["a\x01b", "_x0041_", "\ud800", "{{", "]]>", "  a  "])
def test_that_any_words_can_be_filled_in(form, out, monkeypatch, words):
    monkeypatch.setitem(MEANINGS, "client", Meaning(words))
    assert one_cell(form, out, "{{leads}}").value == 600.5


def test_that_words_longer_than_a_cell_are_cut(form, out, monkeypatch):
    monkeypatch.setitem(MEANINGS, "client", Meaning("я" * 40_000))
    filled(form(lambda sheet: sheet.__setitem__("A1", "{{client}}")), out)
    assert sheet(out)["A1"].value == "я" * 32_766 + "…"


def test_that_both_reports_name_the_sheet_the_cell_and_the_placeholder(form, out):
    done = filled(form(lambda s: (s.__setitem__("A1", "{{client}}"), s.__setitem__("C7", "{{x}}"))),
                  out)  # fmt: skip
    assert done.filled == (Spot("Форма", "A1", "client"),)
    assert done.left == ((Spot("Форма", "C7", "x"), "unknown"),)


def test_that_a_formula_stays_and_is_computed_anew(form, out):
    def put(sheet):
        sheet["A1"], sheet["A2"] = "{{leads}}", "=A1*2"

    filled(form(put), out)
    book = openpyxl.load_workbook(out)
    assert (book.active["A2"].value, book.calculation.fullCalcOnLoad) == ("=A1*2", True)


def test_that_a_formula_loses_what_it_came_to_before(tmp_path, out):
    with xlsxwriter.Workbook(tmp_path / "form.xlsx") as book:
        page = book.add_worksheet()
        page.write_string("A1", "{{leads}}")
        page.write_formula("A2", "=A1*2", None, 999)
    filled(tmp_path / "form.xlsx", out)
    assert sheet(out, data_only=True)["A2"].value is None


def test_that_a_placeholder_in_a_formula_is_told_and_left(form, out):
    def put(sheet):
        sheet["A1"], sheet["A2"] = "{{leads}}", '="a"&"{{client}}"'

    assert filled(form(put), out).left == ((Spot("Форма", "A2", "client"), "formula"),)


def test_that_the_heading_of_a_table_is_told_and_left(tmp_path, out):
    with xlsxwriter.Workbook(tmp_path / "form.xlsx") as book:
        page = book.add_worksheet("Форма")
        page.write_string("A9", "{{client}}")
        page.add_table("A1:B3", {"columns": [{"header": "{{leads}}"}, {"header": "b"}]})
    done = filled(tmp_path / "form.xlsx", out)
    assert done.left == ((Spot("Форма", "A1", "leads"), "heading"),)


def test_that_styles_widths_and_merged_cells_stay(form, out):
    def put(sheet):
        sheet["A1"] = "{{client}}"
        sheet["A1"].font = Font(bold=True, size=20)
        sheet["A1"].fill = PatternFill("solid", fgColor="FF00FF")
        sheet["A1"].alignment = Alignment(wrap_text=True)
        sheet.merge_cells("A1:C2")
        sheet.column_dimensions["A"].width = 33

    filled(form(put), out)
    page = sheet(out)
    found = page["A1"]
    assert (found.font.b, found.font.sz, found.fill.fgColor.rgb) == (True, 20, "00FF00FF")
    assert found.alignment.wrap_text
    assert [str(one) for one in page.merged_cells.ranges] == ["A1:C2"]
    assert page.column_dimensions["A"].width == 33


@pytest.fixture
def rich(tmp_path) -> Path:
    """A form with all that libraries lose: pictures, shapes, charts, sparklines, formats."""
    path = tmp_path / "form.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Форма")
        page.write_rich_string("A1", book.add_format({"bold": True}), "{{cl", "ient}}")
        page.write_column("B1", [1, 2, 3])
        page.insert_textbox("D1", "надпись")
        page.add_sparkline("C1", {"range": "Форма!B1:B3"})
        page.conditional_format("B1:B3", {"type": "data_bar", "data_bar_2010": True})
        page.data_validation("B5", {"validate": "list", "source": ["a", "b"]})
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Форма!$B$1:$B$3"})
        page.insert_chart("F1", chart)
    return path


def test_that_a_placeholder_cut_in_pieces_of_format_is_one(rich, out):
    assert filled(rich, out).filled == (Spot("Форма", "A1", "client"),)


def test_that_every_other_part_stays_byte_by_byte(rich, out):
    filled(rich, out)
    before, after = parts(rich.read_bytes()), parts(out.read_bytes())
    assert list(after) == list(before)
    assert {one for one in before if before[one] != after[one]} == {SHEET}


def test_that_in_a_sheet_only_the_cell_changes(rich, out):
    filled(rich, out)
    before, after = parts(rich.read_bytes())[SHEET], parts(out.read_bytes())[SHEET]
    assert after.startswith(before[: before.index(b"<c ")])
    assert after.endswith(before[before.index(b"</c>") + 4 :])


def test_that_a_sheet_in_another_encoding_is_filled(form, out):
    path = form(lambda page: page.__setitem__("A1", "{{client}}"))
    members = parts(path.read_bytes())
    words = members[SHEET].decode()
    path.write_bytes(packed({**members, SHEET: words.encode("utf-16")}))
    filled(path, out)
    assert sheet(out)["A1"].value == MEANINGS["client"].words


def test_that_names_with_a_prefix_are_filled(form, out):
    path = form(lambda page: page.__setitem__("A1", "{{leads}}"))
    members = parts(path.read_bytes())
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    cell = '<x:c r="A1" t="inlineStr"><x:is><x:t>{{leads}}</x:t></x:is></x:c>'
    rows = f'<x:sheetData><x:row r="1">{cell}</x:row></x:sheetData>'
    members[SHEET] = f'<x:worksheet xmlns:x="{main}">{rows}</x:worksheet>'.encode()
    path.write_bytes(packed(members))
    filled(path, out)
    assert sheet(out)["A1"].value == 600.5


@pytest.mark.parametrize(
    "settings", ['<calcPr calcId="1"></calcPr>', '<calcPr calcId="1" fullCalcOnLoad="0"/>', ""]
)
def test_that_every_way_of_writing_the_settings_of_calculation_is_met(form, out, settings):
    path = form(lambda page: page.__setitem__("A1", "{{leads}}"))
    members = parts(path.read_bytes())
    before, _, after = members["xl/workbook.xml"].partition(b"<calcPr")
    rest = after[after.index(b">") + 1 :]
    members["xl/workbook.xml"] = before + settings.encode() + rest
    path.write_bytes(packed(members))
    filled(path, out)
    assert openpyxl.load_workbook(out).calculation.fullCalcOnLoad


def test_that_placeholders_beside_the_cells_are_told(tmp_path, out):
    with xlsxwriter.Workbook(tmp_path / "form.xlsx") as book:
        page = book.add_worksheet()
        page.write_string("A1", "{{client}}")
        page.insert_textbox("D1", "{{client}}")
    assert fill_form(tmp_path / "form.xlsx", out, know)[1].elsewhere


def test_that_placeholders_in_a_header_are_told(tmp_path, out):
    with xlsxwriter.Workbook(tmp_path / "form.xlsx") as book:
        page = book.add_worksheet()
        page.write_string("A1", "{{client}}")
        page.set_header("&L{{client}}")
    assert fill_form(tmp_path / "form.xlsx", out, know)[1].elsewhere


def refusal(form: Path, out: Path, **how) -> str:
    with pytest.raises(NotATable) as refused:
        filled(form, out, **how)
    assert not out.exists() or out.samefile(form)
    return str(refused.value)


def test_that_a_form_without_placeholders_is_refused(form, out):
    path = form(lambda page: page.__setitem__("A1", "client"))
    assert refusal(path, out).startswith("form.xlsx: there is no placeholder in its cells")


def test_that_too_many_placeholders_are_refused(form, out):
    def put(page):
        for _ in range(200):
            page.append(["{{a}}{{b}}{{c}}"] * 40)

    assert "more than 20000 placeholders" in refusal(form(put), out)


def test_that_a_form_is_never_written_over(form):
    path = form(lambda page: page.__setitem__("A1", "{{client}}"))
    before = path.read_bytes()
    assert "choose another name" in refusal(path, path)
    assert path.read_bytes() == before


def test_that_a_link_to_the_form_is_the_form(form, tmp_path):
    path = form(lambda page: page.__setitem__("A1", "{{client}}"))
    (tmp_path / "link.xlsx").symlink_to(path)
    assert "choose another name" in refusal(path, tmp_path / "link.xlsx")


def test_that_an_output_that_cannot_be_written_is_a_sentence(form, tmp_path):
    path = form(lambda page: page.__setitem__("A1", "{{client}}"))
    with pytest.raises(NotWritten, match="there is no folder"):
        filled(path, tmp_path / "gone" / "out.xlsx")


def test_that_a_process_that_dies_is_a_sentence(form, out, monkeypatch):
    monkeypatch.setattr(form_child, "fill", children.die_filling)
    path = form(lambda page: page.__setitem__("A1", "{{client}}"))
    assert refusal(path, out).endswith("takes more memory than a table does")


def test_that_a_filling_that_never_ends_is_ended(form, out, monkeypatch):
    monkeypatch.setattr(form_child, "fill", children.hang_filling)
    path = form(lambda page: page.__setitem__("A1", "{{client}}"))
    assert "longer than 0.3 seconds" in refusal(path, out, seconds=0.3)


def test_that_a_filling_that_is_no_longer_wanted_is_abandoned(form, out):
    path = form(lambda page: page.__setitem__("A1", "{{client}}"))
    with pytest.raises(Abandoned):
        filled(path, out, wanted=lambda: False)
    assert not out.exists()


def test_that_the_same_form_gives_the_same_bytes(form, out):
    path = form(lambda page: page.__setitem__("A1", "{{client}}"))
    filled(path, out)
    first = out.read_bytes()
    filled(path, out)
    assert out.read_bytes() == first


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read all")
def test_that_a_form_without_permission_is_a_sentence(form, out):
    path = form(lambda page: page.__setitem__("A1", "{{client}}"))
    path.chmod(0)
    assert "no permission" in refusal(path, out)
    path.chmod(stat.S_IRUSR | stat.S_IWUSR)


def test_that_a_filled_form_is_a_sound_archive(rich, out):
    filled(rich, out)
    with zipfile.ZipFile(io.BytesIO(out.read_bytes())) as archive:
        assert archive.testzip() is None
