"""The workbook of a project: which sheets, in which language, written whole or not at all."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from datetime import date
from itertools import count

import openpyxl
import pytest

from tests.excel.books import (
    BOOKS,
    TEMPLATES,
    book,
    formulas,
    kpi,
    named,
    of_kind,
    planned,
    role,
    small,
    words,
)
from tests.projects import ROOT, example, metric
from workbench.base.files import NotWritten
from workbench.base.languages import language
from workbench.base.texts import text
from workbench.document.plan import Actual
from workbench.document.project import Unknown
from workbench.excel.export import Cancelled, export
from workbench.excel.measure import points_of, text_width
from workbench.excel.names import unique_names
from workbench.excel.plan import Formula
from workbench.excel.writer import workbook_bytes

EN, RU = language("en"), language("ru")
WHY = text("The client has no name")
NUMBERS = re.compile(r"(?<![A-Za-z$\d.'])\d+(?:\.\d+)?(?![\d.]*[A-Za-z(!'])")


# Sheets


def test_that_the_sheets_come_in_the_order_of_reading():
    names = [sheet.name for sheet in planned(example()).sheets]
    assert names[:6] == ["Cover", "Funnel", "Model", "Matrix", "BDR", "SDR"]
    assert names[-3:] == ["Team", "Actuals", "Glossary"]


def test_that_every_role_has_a_sheet():
    kinds = [sheet.kind for sheet in planned(example()).sheets]
    assert kinds.count("role") == len(example().roles)


def test_that_only_the_chosen_roles_get_a_sheet():
    sheets = planned(example(), roles=["sdr"]).sheets
    assert [sheet.name for sheet in sheets if sheet.kind == "role"] == ["SDR"]


def test_that_no_role_may_be_chosen():
    assert {sheet.role for sheet in planned(example(), roles=[]).sheets} == {""}


def test_that_an_unknown_role_is_said():
    with pytest.raises(Unknown, match="nobody"):
        planned(example(), roles=["nobody"])


def test_that_a_role_called_like_a_sheet_gets_another_name():
    plan = planned(small(roles=(role("r", name="model"),)))
    assert of_kind(plan, "role").name == "model (2)"


def test_that_an_empty_project_has_a_book():
    assert workbook_bytes(planned(small(months=1)))[:2] == b"PK"


@pytest.mark.parametrize("key", TEMPLATES)
def test_that_an_english_book_has_no_russian_letter(key):
    russian = re.compile(r"[а-яё]", re.IGNORECASE)
    said = [line for sheet in book(key, "en").sheets for line in (sheet.name, *words(sheet))]
    assert [line for line in said if russian.search(line)] == []


# When


def test_that_the_book_is_dated_by_the_start_of_the_plan():
    assert planned(example()).created == date(2027, 1, 1)


def test_that_the_date_can_be_given():
    assert planned(example(), when=date(2027, 3, 5)).created == date(2027, 3, 5)


def month_of(project):
    return named(of_kind(planned(project, roles=["sdr"]), "role"), "in_month_sdr").content


def test_that_the_month_of_the_report_is_the_latest_with_actuals():
    later = Actual(metric="leads", month="2027-03", value=1.0)
    assert month_of(example().having(actuals=(*example().actuals, later))) == "Mar 2027"


def test_that_without_actuals_the_month_is_the_first():
    assert month_of(example().having(actuals=())) == "Jan 2027"


def test_that_actuals_before_the_plan_do_not_count():
    early = Actual(metric="leads", month="2026-11", value=1.0)
    assert month_of(example().having(actuals=(early,))) == "Jan 2027"


# Bytes


@pytest.mark.parametrize("code", ["ru", "en"])
def test_that_the_same_project_gives_the_same_bytes(code):
    again = example().having(client=example().client.having())
    one, two = (workbook_bytes(planned(of, code)) for of in (example(), again))
    assert one == two


@pytest.mark.parametrize("seed", ["1", "2"])
def test_that_another_run_of_the_program_gives_the_same_bytes(seed):
    code = (
        "import hashlib; from tests.excel.books import book; "
        "from workbench.excel.writer import workbook_bytes; "
        "print(hashlib.sha256(workbook_bytes(book('b2b_sales', 'en'))).hexdigest())"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    expected = hashlib.sha256(workbook_bytes(book("b2b_sales", "en"))).hexdigest()
    assert run.stdout.strip() == expected


def test_that_an_export_is_what_was_planned(tmp_path):
    export(example(), tmp_path / "a.xlsx", RU)
    assert (tmp_path / "a.xlsx").read_bytes() == workbook_bytes(planned(example(), "ru"))


def test_that_a_draft_is_written_as_planned(tmp_path):
    export(example(), tmp_path / "a.xlsx", RU, draft=WHY)
    assert (tmp_path / "a.xlsx").read_bytes() == workbook_bytes(planned(example(), "ru", draft=WHY))


def test_that_only_a_draft_has_a_status_among_its_properties(tmp_path):
    for why, status in ((None, None), (WHY, "Draft")):
        export(example(), tmp_path / "a.xlsx", EN, draft=why)
        assert openpyxl.load_workbook(tmp_path / "a.xlsx").properties.contentStatus == status


def test_that_a_draft_is_valid(tmp_path):
    from openxml_audit import OpenXmlValidator

    export(example(), tmp_path / "a.xlsx", EN, draft=WHY)
    assert [str(one) for one in OpenXmlValidator().validate(tmp_path / "a.xlsx").errors] == []


def test_that_an_export_leaves_nothing_else(tmp_path):
    export(example(), tmp_path / "a.xlsx", EN)
    assert [file.name for file in tmp_path.iterdir()] == ["a.xlsx"]


def test_that_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(NotWritten, match="there is no folder"):
        export(example(), tmp_path / "no" / "a.xlsx", EN)


# Progress


def test_that_progress_counts_the_sheets_and_the_file(tmp_path):
    told: list[tuple[int, int]] = []
    export(example(), tmp_path / "a.xlsx", EN, progress=lambda *done: told.append(done))
    sheets = len(planned(example()).sheets)
    assert told == [(done, sheets + 1) for done in range(1, sheets + 2)]


@pytest.mark.parametrize("after", [0, 1, 5, 10])
def test_that_cancelling_writes_nothing(tmp_path, after):
    asked = count()
    with pytest.raises(Cancelled):
        export(example(), tmp_path / "a.xlsx", EN, cancelled=lambda: next(asked) >= after)
    assert list(tmp_path.iterdir()) == []


def test_that_cancelling_keeps_the_file_that_was_there(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"old")
    with pytest.raises(Cancelled):
        export(example(), tmp_path / "a.xlsx", EN, cancelled=lambda: True)
    assert (tmp_path / "a.xlsx").read_bytes() == b"old"


# Rules that hold on every sheet of every book


@pytest.mark.parametrize(("key", "code"), BOOKS)
def test_that_formulas_hold_no_numbers_of_the_project(key, code):
    for sheet in book(key, code).sheets:
        for _, formula in formulas(sheet):
            # 9 and 12 are places of rounding, 3 and 12 the months of a quarter and a year,
            # 100000 is how many people no plan hires
            plain = re.sub(r"'[^']*'!|\"[^\"]*\"", "", formula.expression)
            assert set(NUMBERS.findall(plain)) <= {"0", "1", "3", "9", "12", "100000"}, (
                formula.expression
            )


@pytest.mark.parametrize(("key", "code"), BOOKS)
def test_that_no_formula_is_volatile_or_new(key, code):
    # The writer does not mark functions of newer Excels, so there may be none.
    newer = (
        "XLOOKUP|XMATCH|LET|LAMBDA|FILTER|SORT|UNIQUE|SEQUENCE|SINGLE|SWITCH|IFS|TEXTJOIN|CONCAT"
    )
    strange = re.compile(rf"\b(NOW|TODAY|RAND|OFFSET|INDIRECT|{newer}|MAXIFS|MINIFS|TAKE|DROP)\(")
    for sheet in book(key, code).sheets:
        assert not [one for _, one in formulas(sheet) if strange.search(one.expression)]


@pytest.mark.parametrize(("key", "code"), BOOKS)
def test_that_formulas_refer_to_cells_not_to_names(key, code):
    names = {name.name for _, name in unique_names(book(key, code).sheets)}
    for sheet in book(key, code).sheets:
        for _, formula in formulas(sheet):
            assert not names & set(re.findall(r"\w+", formula.expression))


@pytest.mark.parametrize(("key", "code"), BOOKS)
def test_that_every_entry_has_a_note_and_nothing_else_is_open(key, code):
    for sheet in book(key, code).sheets:
        noted = {
            (row, column)
            for one in sheet.validations
            for row in range(one.area.top, one.area.bottom + 1)
            for column in range(one.area.left, one.area.right + 1)
        }
        for cell in sheet.cells:
            is_open = cell.style.unlocked
            assert not (is_open and isinstance(cell.content, Formula))
            comment = sheet.widths[-1] == 36 and cell.column == 5
            assert not is_open or comment or (cell.row, cell.column) in noted


@pytest.mark.parametrize(("key", "code"), BOOKS)
def test_that_notes_fit_what_excel_shows(key, code):
    for sheet in book(key, code).sheets:
        assert all(len(one.message) <= 255 for one in sheet.validations)


def shown(value: float, number: str) -> str:
    """The figures a cell shows, its signs included."""
    signs = re.findall(r'"([^"]*)"', number)
    places = len(number.rpartition(".")[2].strip('%"')) if "." in number else 0
    figures = f"{value * 100:,.{places}f}%" if number.endswith("%") else f"{value:,.{places}f}"
    return "".join(signs) + figures


@pytest.mark.parametrize(("key", "code"), BOOKS)
def test_that_every_number_has_room_in_its_column(key, code):
    for sheet in book(key, code).sheets:
        for cell in sheet.cells:
            value = cell.content.value if isinstance(cell.content, Formula) else cell.content
            if isinstance(value, float | int) and "E" not in cell.style.number:
                figures = shown(float(value), cell.style.number or "0")
                widths = sheet.widths[cell.column : cell.column + cell.across + 1]
                room = points_of(sum(widths)) - 3
                needed = text_width(figures, cell.style.size, bold=cell.style.bold)
                assert needed <= room, (sheet.name, cell.row, cell.column, figures)


@pytest.mark.parametrize(("key", "code"), BOOKS)
def test_that_tables_hold_no_merged_cells(key, code):
    for sheet in book(key, code).sheets:
        framed = [one for one in sheet.cells if one.style.frame not in ("", "#FFFFFF")]
        assert not [one for one in framed if one.across or one.down]


@pytest.mark.parametrize(("key", "code"), BOOKS)
def test_that_merged_cells_never_lie_over_others(key, code):
    for sheet in book(key, code).sheets:
        taken: set[tuple[int, int]] = set()
        for one in sheet.cells:
            for row in range(one.row, one.row + one.down + 1):
                for column in range(one.column, one.column + one.across + 1):
                    assert (row, column) not in taken, (sheet.name, row, column)
                    taken.add((row, column))


@pytest.mark.parametrize(("key", "code"), BOOKS)
def test_that_every_sheet_has_a_foot_with_pages_and_confidentiality(key, code):
    for sheet in book(key, code).sheets:
        left, _, right = sheet.page.footer
        assert left
        assert "&P" in right
        assert "&N" in right


# Odd input

PAYLOADS = ['=HYPERLINK("x";"y")', "+7 (999)", "@x", "-1", "a" * 200, "😀" * 60, "\x00\x07ctl"]


def odd_project():
    metrics = [
        metric(f"m{at}", name=name, value=1.0, source=name, influence={"direct": True})
        for at, name in enumerate(PAYLOADS)
    ]
    roles = tuple(
        role(f"r{at}", name=name, mission=name, duties=(name,), not_responsible=(name,))
        for at, name in enumerate(PAYLOADS)
    )
    kpis = tuple(
        kpi(f"m{at}", f"r{at}", weight=1.0, plan=1.0, condition=name, actions=(name,))
        for at, name in enumerate(PAYLOADS)
    )
    return small(*metrics, roles=roles, kpis=kpis)


def test_that_words_of_a_person_never_become_formulas(tmp_path):
    of = odd_project()
    wanted = {one.expression for sheet in planned(of).sheets for _, one in formulas(sheet)}
    export(of, tmp_path / "a.xlsx", EN)
    for sheet in openpyxl.load_workbook(tmp_path / "a.xlsx"):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert str(cell.value).removeprefix("=") in wanted


def test_that_odd_names_leave_the_book_valid(tmp_path):
    from openxml_audit import OpenXmlValidator

    export(odd_project(), tmp_path / "a.xlsx", EN)
    assert [str(one) for one in OpenXmlValidator().validate(tmp_path / "a.xlsx").errors] == []


def test_that_a_long_plan_is_printed_on_several_pages_across():
    sheet = planned(small(metric("a", value=1.0), months=36)).sheets[2]
    assert sheet.page.wide == 3


def test_that_a_formula_too_large_for_excel_is_a_locked_number():
    deep = "a"
    for step in range(40):
        deep = f"if(a > {step + 2}, {deep}, a)"
    of = small(metric("a", value=5.0), metric("x", formula=deep))
    sheet = planned(of).sheets[2]
    total = named(sheet, "total_x")
    cell = next(one for one in sheet.cells if (one.row, one.column) == (total.row, 4))
    assert (cell.content, cell.style.unlocked) == (5.0, False)
