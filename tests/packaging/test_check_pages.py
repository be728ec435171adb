from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from tests.packaging.conftest import load
from workbench.checks.catalogue import CHECKS

COMMAND = ".venv/bin/python packaging/check_pages.py"


@pytest.fixture(scope="module")
def check_pages() -> ModuleType:
    return load(Path(__file__).parents[2] / "packaging" / "check_pages.py")


def read(page: str) -> str:
    """A page as it is read, without the signs that keep Markdown from meaning anything."""
    return re.sub(r"\\(.)", r"\1", page)


@pytest.mark.parametrize("name", ["checks.md", "checks.ru.md"])
def test_that_the_page_is_in_step_with_the_docstrings(check_pages: ModuleType, name: str) -> None:
    written = (check_pages.DOCS / name).read_text(encoding="utf-8")
    assert written == check_pages.page(name), f"write it anew: {COMMAND}"


@pytest.mark.parametrize("name", ["checks.md", "checks.ru.md"])
def test_that_every_check_has_its_section_and_leads_there(
    check_pages: ModuleType, name: str
) -> None:
    words = check_pages.page(name)
    codes = [check.code for check in CHECKS]
    assert re.findall(r"^## (KPI\d+)\. \S", words, re.M) == codes
    assert re.findall(r"^- \[(KPI\d+)\]\(#kpi\d+\) \S", words, re.M) == codes
    assert re.findall(r'^<a id="(kpi\d+)"></a>$', words, re.M) == [code.lower() for code in codes]


def test_that_a_section_has_what_why_and_what_to_do(check_pages: ModuleType) -> None:
    words = read(check_pages.page("checks.md"))
    for check in CHECKS:
        section = words.partition(f"## {check.code}. ")[2].partition("<a id=")[0]
        assert section.startswith(str(check.title))
        assert section.index(str(check.what)) < section.index(f"Why it matters.** {check.why}")
        assert section.index(str(check.why)) < section.index(f"What to do.** {check.todo}")


def test_that_the_russian_page_is_in_russian(check_pages: ModuleType) -> None:
    words = read(check_pages.page("checks.ru.md"))
    english = [check.code for check in CHECKS if str(check.what) in words]
    assert english == []


def test_that_signs_of_markdown_are_text(
    check_pages: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = ["Less * than [half]", "a_b", "c < d", "`e`"]
    place = "workbench/checks/catalogue/kpi901_new.py"
    monkeypatch.setattr(check_pages, "help_pages", lambda: [(place, line) for line in lines])
    words = check_pages.page("checks.md")
    assert r"## KPI901. Less \* than \[half\]" in words
    assert r"a\_b" in words
    assert r"c \< d" in words
