from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

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
