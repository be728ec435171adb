"""Every workbook that was made to do harm is refused with one sentence, by all who read one."""

import random
from pathlib import Path

import pytest

from tests.excel.hostile import HOSTILE, good
from workbench.base.languages import CODES, language
from workbench.base.table import NotATable
from workbench.excel.form import fill_form
from workbench.excel.form_values import Meaning
from workbench.excel.reader import read_workbook
from workbench.excel.zip_look import fault

WORDS = {
    "far_cell": "has more than 100000 rows",
    "empty_rows": "would unpack to far more",
    "long_string": "would unpack to far more",
    "laughs": "declares a document type",
    "quadratic": "declares a document type",
    "outside_entity": "declares a document type",
    "hidden_doctype": "declares a document type",
    "nested": "would unpack to far more",
    "nested_strings": "would unpack to far more",
    "many_strings": "far more cells",
    "crowd": "would unpack to far more",
    "twice": "names one file twice",
    "climbing": "names a file outside",
    "absolute": "names a file outside",
    "backslashed": "names a file outside",
    "encrypted": "is encrypted",
    "macros": "there are macros",
    "truncated": "no Excel workbook",
    "cut_tail": "no Excel workbook",
    "old_workbook": "an old workbook (.xls)",
    "ods": "a table of LibreOffice (.ods)",
    "xlsb": "a binary workbook (.xlsb)",
    "csv": "no Excel workbook",
    "html": "no Excel workbook",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """All of them, written once."""
    where = tmp_path_factory.mktemp("hostile")
    for name, make in HOSTILE.items():
        (where / f"{name}.xlsx").write_bytes(make())
    return where


def refused_reading(path: Path) -> NotATable:
    with pytest.raises(NotATable) as refused:
        read_workbook(path)
    return refused.value


def refused_filling(path: Path, out: Path) -> NotATable:
    with pytest.raises(NotATable) as refused:
        fill_form(path, out, lambda words: {one: Meaning("x") for one in words})
    return refused.value


@pytest.fixture(scope="module")
def refusals(folder):
    """Why reading each of them is refused."""
    return {name: refused_reading(folder / f"{name}.xlsx") for name in HOSTILE}


@pytest.mark.parametrize("name", HOSTILE)
def test_that_reading_it_is_refused(refusals, name):
    assert WORDS[name] in str(refusals[name])


@pytest.mark.parametrize("name", HOSTILE)
def test_that_filling_it_is_refused_and_nothing_written(folder, tmp_path, name):
    refused_filling(folder / f"{name}.xlsx", tmp_path / "out.xlsx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", HOSTILE)
def test_that_it_is_one_sentence_that_names_the_file(refusals, name, code):
    said = language(code).say(refusals[name].message)
    assert said.startswith(f"{name}.xlsx: ")
    assert "\n" not in said


def test_that_the_look_at_the_directory_answers_for_any_damage():
    dice, whole = random.Random(1), good()
    for _ in range(2_000):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 20)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        said = fault(bytes(data[: dice.randint(1, 2 * len(data))]))
        assert said is None or str(said)


def test_that_an_honest_workbook_is_filled(tmp_path):
    (tmp_path / "form.xlsx").write_bytes(good())
    fill_form(tmp_path / "form.xlsx", tmp_path / "out.xlsx",
              lambda words: {one: Meaning("x") for one in words})  # fmt: skip
    assert (tmp_path / "out.xlsx").exists()
