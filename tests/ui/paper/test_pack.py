"""The whole workbook as a PDF."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from tests.excel.books import small
from tests.projects import example
from workbench.base.errors import WorkbenchError
from workbench.base.languages import language
from workbench.excel.export import Cancelled, plan_workbook
from workbench.planning.forward import calculate
from workbench.presenters.sheets.leaf import Pack
from workbench.storage.library import load_template, templates
from workbench.storage.project_file import save
from workbench.ui.paper.cells import room_of, words_of
from workbench.ui.paper.pack import write_pack

pytestmark = pytest.mark.usefixtures("theme")
TEMPLATES = [one.key for one in templates("en")]
TEXT = shutil.which("pdftotext")
reads_pdf = pytest.mark.skipif(TEXT is None, reason="pdftotext is not installed")


def planned(project, code):
    return plan_workbook(project, calculate(project), language(code))


@pytest.fixture
def written(tmp_path):
    def write(project, code, **members):
        path = tmp_path / "pack.pdf"
        write_pack(planned(project, code), path, language(code), **members)
        return path

    return write


def pages_of(path) -> list[str]:
    """The words of each page, as other programs find them."""
    done = subprocess.run(
        [str(TEXT), "-raw", str(path), "-"], check=True, capture_output=True, timeout=60
    )
    return done.stdout.decode("utf-8").split("\f")[:-1]


def spread(words: str) -> str:
    """Words without the gaps that lines and columns make."""
    return re.sub(r"\s+", "", words)


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("code", ["en", "ru"])
def test_that_every_planned_side_is_a_page(written, template, code):
    project = load_template(template, code)
    pack = Pack(planned(project, code), language(code))
    data = written(project, code).read_bytes()
    assert len(re.findall(rb"/Type /Page\b(?!s)", data)) == pack.pages == len(list(pack))


@reads_pdf
@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("code", ["en", "ru"])
def test_that_everything_on_a_side_can_be_read_and_found_on_its_page(written, template, code):
    project = load_template(template, code)
    found = pages_of(written(project, code))
    for leaf, page in zip(Pack(planned(project, code), language(code)), found, strict=True):
        have = spread(page)
        for words in (*leaf.words, *leaf.foot):
            missing = [word for word in words.split() if spread(word) not in have]
            assert not missing, f"{leaf.sheet}: {words}"


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("code", ["en", "ru"])
def test_that_no_words_leave_their_room(template, code):
    for leaf in Pack(planned(load_template(template, code), code), language(code)):
        for part in leaf.parts:
            for cell in part.cells:
                if cell.words:
                    room, words = room_of(cell).adjusted(-1, -2, 1, 2), words_of(cell)
                    assert room.contains(words), f"{leaf.sheet}: {cell.words}"


def test_that_the_same_project_gives_the_same_bytes(written):
    first = written(example(), "ru").read_bytes()
    assert written(example(), "ru").read_bytes() == first


def test_that_it_does_so_in_every_process_and_part_of_the_world(tmp_path):
    project, out = tmp_path / "a.kpi", tmp_path / "a.pdf"
    save(small(), project)
    found = set()
    for zone in ("America/New_York", "Asia/Kolkata"):
        command = [sys.executable, "-m", "workbench", "export", str(project), "-o", str(out)]
        environ = {**os.environ, "TZ": zone}
        subprocess.run(command, check=True, capture_output=True, timeout=120, env=environ)
        found.add(out.read_bytes())
    assert len(found) == 1


def test_that_letters_are_letters_and_not_pictures(written):
    data = written(example(), "ru").read_bytes()
    assert b"/FontFile2" in data
    assert b"/Subtype /Image" not in data


def test_that_progress_is_told_page_by_page(written):
    told: list[tuple[int, int]] = []
    written(example(), "ru", progress=lambda done, total: told.append((done, total)))
    pages = Pack(planned(example(), "ru"), language("ru")).pages
    assert told == [(n, pages + 1) for n in range(1, pages + 2)]


def test_that_a_stopped_pdf_leaves_nothing(written, tmp_path):
    calls = iter([False, True])
    with pytest.raises(Cancelled):
        written(example(), "ru", cancelled=lambda: next(calls))
    assert not list(tmp_path.iterdir())


def test_that_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(WorkbenchError, match="was not written"):
        write_pack(planned(example(), "en"), tmp_path / "gone" / "a.pdf", language("en"))


def test_that_what_lies_behind_the_workbook_is_not_printed():
    plan = planned(example(), "ru")
    behind = {sheet.name for sheet in plan.behind}
    assert behind
    assert not behind & {leaf.sheet for leaf in Pack(plan, language("ru"))}
