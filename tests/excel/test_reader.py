import io
import os
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from tests.excel import children
from tests.projects import ROOT
from workbench.base.table import NotATable, Sheet
from workbench.excel import reader, reading_child, zip_look
from workbench.excel.reader import Abandoned, read_workbook
from workbench.excel.reading_child import Bounds


@pytest.fixture
def written(tmp_path):
    """Writes a workbook with some sheets and names its file."""

    def write(*sheets: list[list[object]], after=None) -> Path:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for number, rows in enumerate(sheets, start=1):
            sheet = book.create_sheet(f"Лист {number}")
            for row in rows:
                sheet.append(row)
            if after:
                after(sheet)
        book.save(tmp_path / "книга.xlsx")
        return tmp_path / "книга.xlsx"

    return write


def refusal(path: Path, *bounds: Bounds, **how) -> str:
    with pytest.raises(NotATable) as refused:
        read_workbook(path, *bounds, **how)
    return str(refused.value)


def outcome(path: Path) -> str:
    """What was read, or the sentence that refused it."""
    try:
        return str(read_workbook(path))
    except NotATable as refused:
        return str(refused)


def repacked(path: Path, name: str, content: bytes) -> Path:
    """The workbook with one of its members exchanged or added."""
    with zipfile.ZipFile(path) as archive:
        members = {one: archive.read(one) for one in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, data in (members | {name: content}).items():
            archive.writestr(one, data)
    return path


def test_that_sheets_come_back_as_rows_of_plain_values(written):
    path = written([["Канал", 1, 2.5, True], [], [datetime(2027, 1, 31), None, "x"]], [["ё"]])
    assert read_workbook(path) == (
        Sheet("Лист 1", (("Канал", 1, 2.5, True), (), (datetime(2027, 1, 31), None, "x"))),
        Sheet("Лист 2", (("ё",),)),
    )


def test_that_empty_cells_and_rows_at_the_end_are_left_out(written):
    path = written([["a", None, ""], ["b", "  "], [None, None]])
    assert read_workbook(path)[0].rows == (("a",), ("b", ""))


def test_that_a_formula_is_never_computed_and_without_a_result_is_empty(written):
    assert read_workbook(written([["=1+1", "a"]]))[0].rows == ((None, "a"),)


def test_that_of_merged_cells_the_first_has_the_value(written):
    path = written([["Отчёт", None, None], ["a", "b", "c"]], after=lambda s: s.merge_cells("A1:C1"))
    assert read_workbook(path)[0].rows == (("Отчёт",), ("a", "b", "c"))


def test_that_a_missing_file_is_a_sentence(tmp_path):
    assert refusal(tmp_path / "x.xlsx").endswith("x.xlsx: there is no such file")


def test_that_a_folder_is_a_sentence(tmp_path):
    assert refusal(tmp_path).endswith("this is a folder, not a file")


@pytest.mark.parametrize("data", [b"", b"a;b\n1;2\n", b"PK\x03\x04 rubbish", os.urandom(1000)])
def test_that_what_is_no_workbook_is_a_sentence(tmp_path, data):
    (tmp_path / "x.xlsx").write_bytes(data)
    assert refusal(tmp_path / "x.xlsx") == "x.xlsx: this is no Excel workbook (.xlsx)"


def test_that_another_archive_is_no_workbook(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert refusal(tmp_path / "x.xlsx") == "x.xlsx: this is no Excel workbook (.xlsx)"


def test_that_an_old_or_encrypted_workbook_says_what_to_do(tmp_path):
    (tmp_path / "x.xlsx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    assert "save it as .xlsx without a password" in refusal(tmp_path / "x.xlsx")


@pytest.fixture
def childless(monkeypatch):
    """Fails where a process would be started."""

    def start(*_arguments):
        raise AssertionError("nothing may be unpacked")

    monkeypatch.setattr(reader, "_answer", start)


@pytest.mark.usefixtures("childless")
def test_that_a_bomb_is_refused_before_anything_is_unpacked(written):
    path = repacked(written([["a"]]), "xl/worksheets/sheet1.xml", bytes(30 * 1024 * 1024))
    assert path.stat().st_size < 100_000
    assert "would unpack to far more" in refusal(path)


@pytest.mark.usefixtures("childless")
def test_that_a_crowd_of_members_is_refused(written):
    path = written([["a"]])
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(zip_look.MOST_MEMBERS):
            archive.writestr(f"xl/{number}.xml", "")
    assert "would unpack to far more" in refusal(path)


@pytest.mark.usefixtures("childless")
def test_that_an_enormous_file_is_not_even_read(tmp_path, monkeypatch):
    monkeypatch.setattr(reader, "LARGEST", 1024 * 1024)
    (tmp_path / "x.xlsx").write_bytes(bytes(1024 * 1024 + 1))
    assert refusal(tmp_path / "x.xlsx") == "x.xlsx: the file is larger than 1 MB"


def test_that_a_directory_that_lies_about_sizes_is_a_sentence(written):
    data = bytearray(written([["a" * 500] * 50]).read_bytes())
    at = data.rindex(b"xl/worksheets/sheet1.xml") - 22  # the size in the directory at the end
    data[at : at + 4] = (10).to_bytes(4, "little")
    path = written([["a"]])
    path.write_bytes(bytes(data))
    assert "is damaged" in refusal(path)


DAMAGE = "книга.xlsx: the workbook is damaged, or takes more memory than a table does"


@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
@pytest.mark.parametrize(
    "content",
    [
        b"<not closed",
        b"<empty/>",
        b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>',
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>',
    ],
)
def test_that_damage_is_one_sentence_or_an_empty_sheet(written, name, content, capfd):
    path = repacked(written([["a"]]), name, content)
    said = outcome(path)
    assert said == DAMAGE or "passwd" not in said
    assert capfd.readouterr() == ("", "")


def test_that_entities_are_never_expanded(written):
    cell = b'<sheetData><row><c t="str"><v>&a;</v></c></row></sheetData>'
    grow = b'<!DOCTYPE x [<!ENTITY a "lol">]><worksheet>' + cell + b"</worksheet>"
    path = repacked(written([["a"]]), "xl/worksheets/sheet1.xml", grow)
    assert "declares a document type" in refusal(path)


@pytest.mark.parametrize(
    ("bounds", "sentence"),
    [
        (Bounds(rows=2), "the sheet “Лист 1” has more than 2 rows"),
        (Bounds(columns=1), "the sheet “Лист 1” has more than 1 columns"),
        (Bounds(sheets=1), "the workbook has more than 1 sheets"),
    ],
)
def test_that_what_is_larger_than_its_bounds_is_refused_whole(written, bounds, sentence):
    path = written([["a", "b"], ["a"], ["a"]], [["b"]])
    assert refusal(path, bounds) == f"книга.xlsx: {sentence}"


def test_that_a_far_away_cell_is_not_lost_silently(written):
    path = written([["a"]], after=lambda sheet: sheet.cell(row=500, column=1, value="far"))
    assert "more than 100 rows" in refusal(path, Bounds(rows=100))


def test_that_a_far_away_column_is_not_lost_silently(written):
    path = written([["a"]], after=lambda sheet: sheet.cell(row=1, column=500, value="far"))
    assert "more than 200 columns" in refusal(path)


def test_that_far_away_cells_without_a_value_do_no_harm(written):
    def style(sheet):
        sheet.cell(row=1, column=500).font = Font(bold=True)

    assert read_workbook(written([["a"]], after=style))[0].rows == (("a",),)


def test_that_a_reading_that_never_ends_is_ended(written, monkeypatch):
    monkeypatch.setattr(reading_child, "answer", children.hang)
    found = refusal(written([["a"]]), seconds=0.3)
    assert found == "книга.xlsx: reading it took longer than 0.3 seconds"


def test_that_a_process_that_dies_is_a_sentence(written, monkeypatch, capfd):
    monkeypatch.setattr(reading_child, "answer", children.die)
    assert refusal(written([["a"]])) == DAMAGE
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is bounded on Linux")
def test_that_hunger_for_memory_ends_the_process_alone(written, monkeypatch, capfd):
    monkeypatch.setattr(reading_child, "answer", children.eat)
    assert refusal(written([["a"]])) == DAMAGE
    assert capfd.readouterr() == ("", "")


def test_that_a_reading_that_is_no_longer_wanted_is_abandoned(written, monkeypatch):
    monkeypatch.setattr(reading_child, "answer", children.hang)
    with pytest.raises(Abandoned):
        read_workbook(written([["a"]]), wanted=lambda: False)


def test_that_it_works_where_the_program_is_the_main_module(written):
    """The child imports the main module anew; that must not start the program a second time."""
    code = (
        "import sys; from pathlib import Path; from workbench.excel.reader import read_workbook\n"
        "if __name__ == '__main__': print(read_workbook(Path(sys.argv[1]))[0].rows)"
    )
    script = Path(written([["a"]])).with_name("main.py")
    script.write_text(code, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, script, script.with_name("книга.xlsx")],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("(('a',),)\n", "")


def test_that_the_library_is_not_loaded_into_the_program(written):
    code = "import sys; import workbench.excel.reader; print('openpyxl' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "False\n"


def test_that_a_look_at_an_honest_workbook_finds_no_fault(written):
    data = written([[f"{row}" for _ in range(20)] for row in range(500)]).read_bytes()
    assert zip_look.fault(data) is None
    assert zip_look.fault(io.BytesIO(data).getvalue()[:-30]) is not None
