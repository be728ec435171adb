from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from workbench.checks.catalogue import CHECKS

PLACE = Path(__file__).parents[2] / "packaging" / "catalogues.py"


@pytest.fixture(scope="module")
def catalogues() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogues", PLACE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["catalogues"] = module
    spec.loader.exec_module(module)
    return module


def test_that_every_sentence_of_the_code_is_said_in_russian(catalogues: ModuleType) -> None:
    assert list(catalogues.faults("ru")) == []


def test_that_the_code_has_sentences(catalogues: ModuleType) -> None:
    assert len(catalogues.extracted()) > 500


def test_that_russian_knows_three_plural_forms(catalogues: ModuleType) -> None:
    assert catalogues.translated("ru").num_plurals == 3


def test_that_no_sentence_has_english_quotes_in_russian(catalogues: ModuleType) -> None:
    said = [message.string for message in catalogues.translated("ru") if message.id]
    lines = [line for one in said for line in (one if isinstance(one, tuple) else [one])]
    assert [line for line in lines if "“" in line or '"' in line] == []


def test_that_no_sentence_hides_inside_an_f_string() -> None:
    """Extraction does not look there, so such a sentence would stay English."""
    hidden = re.compile(
        r"""(?<![\w"'])f(["'])(?:(?!\1).)*\{[^}]*(?<![.\w])(?:text|plural|context)\("""
    )
    modules = (PLACE.parents[1] / "workbench").rglob("*.py")
    found = [path.name for path in modules if hidden.search(path.read_text(encoding="utf-8"))]
    assert found == []


def test_that_the_help_page_of_a_check_is_extracted_from_its_docstring(
    catalogues: ModuleType, tmp_path: Path
) -> None:
    folder = tmp_path / "workbench" / "checks" / "catalogue"
    folder.mkdir(parents=True)
    page = "A title\n\nWhat it finds,\nover two lines.\n\n\nWhy.\n"
    (folder / "kpi901_new.py").write_text(
        f'"""{page}"""\nraise SystemExit("imported")\n', encoding="utf-8"
    )
    (folder / "kpi902_silent.py").write_text("CHECK = None\n", encoding="utf-8")
    (folder / "__init__.py").write_text('"""No check."""\n', encoding="utf-8")
    place = "workbench/checks/catalogue/kpi901_new.py"
    assert list(catalogues.help_pages(tmp_path)) == [
        (place, "A title"),
        (place, "What it finds, over two lines."),
        (place, "Why."),
    ]


def test_that_every_help_page_is_among_the_sentences(catalogues: ModuleType) -> None:
    found = {message.id: message.locations for message in catalogues.extracted()}
    for check in CHECKS:
        for paragraph in (check.title, check.what, check.why, check.todo):
            places = [path for path, _ in found[paragraph.id]]
            module = f"workbench/checks/catalogue/{check.code.lower()}_"
            assert any(path.startswith(module) for path in places)


def test_that_an_update_names_the_module_of_a_help_page(
    catalogues: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "ru" / "LC_MESSAGES" / "workbench.po"
    file.parent.mkdir(parents=True)
    file.write_bytes((catalogues.LANGUAGES / "ru" / "LC_MESSAGES" / "workbench.po").read_bytes())
    monkeypatch.setattr(catalogues, "LANGUAGES", tmp_path)
    catalogues.update("ru")
    found = {message.id: message.locations for message in catalogues.translated("ru")}
    places = found["Weights that do not add up to 100%"]
    assert places == [("workbench/checks/catalogue/kpi201_weights.py", None)]
