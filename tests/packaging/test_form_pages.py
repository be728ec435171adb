from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from tests.packaging.conftest import load
from tests.presenters.forms import reader
from workbench.presenters.forms.vocabulary import GOAL, KPI, METRIC, PROJECT, ROLE, TASK

COMMAND = ".venv/bin/python packaging/form_pages.py"


@pytest.fixture(scope="module")
def form_pages() -> ModuleType:
    return load(Path(__file__).parents[2] / "packaging" / "form_pages.py")


@pytest.mark.parametrize("name", ["forms.md", "forms.ru.md"])
def test_that_the_page_is_in_step_with_the_words(form_pages: ModuleType, name: str) -> None:
    written = (form_pages.DOCS / name).read_text(encoding="utf-8")
    assert written == form_pages.page(name), f"write it anew: {COMMAND}"


@pytest.mark.parametrize("name", ["forms.md", "forms.ru.md"])
def test_that_every_word_has_its_row(form_pages: ModuleType, name: str) -> None:
    rows = re.findall(r"^\| `\{\{", form_pages.page(name), re.M)
    assert len(rows) == sum(map(len, (PROJECT, GOAL, METRIC, ROLE, KPI, TASK)))


@pytest.mark.parametrize("name", ["forms.md", "forms.ru.md"])
def test_that_placeholders_of_the_project_and_of_goals_mean_something(
    form_pages: ModuleType, name: str
) -> None:
    of = reader()
    starts = ("client", "клиент", "date", "дата", "period", "период", "goal", "цель")
    words = re.findall(r"\{\{([^}]+)\}\}", form_pages.page(name))
    of.know(one for one in words if one.startswith(starts))
    assert of.unknown == {}


def test_that_the_russian_page_is_in_russian(form_pages: ModuleType) -> None:
    words = form_pages.page("forms.ru.md")
    assert [entry.en for entry in (*PROJECT, *METRIC, *ROLE) if f"| {entry.about} |" in words] == []
