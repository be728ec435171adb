"""The outline of a PDF, and the words in it that lead to other pages."""

import re
import shutil
import subprocess

import pytest

from tests.projects import example
from workbench.base.languages import language
from workbench.excel.export import plan_workbook
from workbench.planning.forward import calculate
from workbench.presenters.sheets.leaf import Pack
from workbench.ui.paper.contents import Chapter, Lead, with_contents
from workbench.ui.paper.pack import write_pack

pytestmark = pytest.mark.usefixtures("theme")
RU = language("ru")
HTML, GHOST = shutil.which("pdftohtml"), shutil.which("gs")


@pytest.fixture(scope="module")
def plan():
    return plan_workbook(example(), calculate(example()), RU)


@pytest.fixture
def written(plan, tmp_path):
    path = tmp_path / "pack.pdf"
    write_pack(plan, path, RU)
    return path


def pages(data: bytes) -> list[int]:
    """The numbers of the pages' objects, in the order of the file."""
    kids = re.search(rb"/Kids\s*\[([^\]]*)\]", data)
    assert kids is not None
    return [int(one) for one in re.findall(rb"(\d+) 0 R", kids[1])]


def chapters(data: bytes) -> list[tuple[str, int]]:
    """The outline: names, and the numbers of the pages' objects."""
    found = re.findall(rb"/Title <FEFF([0-9A-F]*)>.*?/Dest \[(\d+) 0 R", data)
    return [(bytes.fromhex(name.decode()).decode("utf-16-be"), int(to)) for name, to in found]


def test_that_every_sheet_is_in_the_outline_with_its_first_page(plan, written):
    data = written.read_bytes()
    starts = Pack(plan, RU).starts
    numbers = pages(data)
    assert chapters(data) == [(sheet.name, numbers[starts[sheet.name]]) for sheet in plan.sheets]


def test_that_a_sheet_begins_behind_all_pages_of_the_sheets_before(plan):
    pack = Pack(plan, RU)
    for at, sheet in enumerate(plan.sheets):
        assert pack.starts[sheet.name] == sum(len(pack.leaves(one)) for one in range(at))


def test_that_the_cover_leads_to_every_other_sheet(plan):
    (cover,) = Pack(plan, RU).leaves(0)
    assert {name for name, _ in cover.leads} == {sheet.name for sheet in plan.sheets[1:]}


def test_that_a_link_lies_on_its_words(plan):
    (cover,) = Pack(plan, RU).leaves(0)
    boxes = [box for _, box in cover.leads]
    assert all(0 < left < right < cover.width for left, _, right, _ in boxes)
    tops = [top for _, top, _, _ in boxes]
    assert tops == sorted(tops)
    assert cover.height * 0.2 < tops[0] < tops[-1] < cover.height * 0.8


def test_that_there_is_a_link_for_all_words_that_lead_in_the_workbook(plan, written):
    leads = sum(len(list(leaf.leads)) for leaf in Pack(plan, RU))
    assert written.read_bytes().count(b"/Subtype /Link") == leads > len(plan.sheets)


def test_that_the_table_tells_where_everything_stands(written):
    data = written.read_bytes()
    end = re.search(rb"startxref\n(\d+)\n%%EOF\n$", data)
    assert end is not None
    table = data[int(end[1]) :]
    assert table.startswith(b"xref\n")
    entries = re.findall(rb"(\d+) 1\n(\d{10}) 00000 n \n", table)
    assert len(entries) > 20
    for number, offset in entries:
        assert data[int(offset) :].startswith(number + b" 0 obj\n")


@pytest.mark.skipif(GHOST is None, reason="Ghostscript is not installed")
def test_that_another_program_finds_no_fault_in_the_file(written):
    command = [str(GHOST), "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", str(written)]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    assert not done.stdout + done.stderr


@pytest.mark.skipif(HTML is None, reason="pdftohtml is not installed")
def test_that_another_program_reads_the_outline(plan, written):
    command = [str(HTML), "-i", "-xml", "-stdout", str(written)]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    found = re.findall(r'<item page="(\d+)">(.*?)</item>', done.stdout.decode())
    starts = Pack(plan, RU).starts
    assert found == [(str(start + 1), name) for name, start in starts.items()]


@pytest.mark.parametrize("odd", [b"", b"%PDF-1.7", b"trailer\n<<\n>>\nstartxref\n9\n%%EOF\n"])
def test_that_a_file_that_is_built_otherwise_stays_as_it_is(odd):
    assert with_contents(odd, [Chapter("Cover", 0)], [Lead(0, (0, 0, 1, 1), 0)]) == odd


def test_that_a_file_without_chapters_stays_as_it_is(written):
    data = written.read_bytes()
    assert with_contents(data, [], []) == data
