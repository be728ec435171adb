import os
import sys
from pathlib import Path

import pytest

from workbench.storage.folders import config_folder, data_folder, mark_of, private


@pytest.mark.parametrize(
    ("folder", "name"),
    [(data_folder, "KPI_WORKBENCH_DATA"), (config_folder, "KPI_WORKBENCH_CONFIG")],
)
def test_that_the_environment_can_move_a_folder(folder, name, monkeypatch, tmp_path):
    monkeypatch.setenv(name, str(tmp_path))
    assert folder() == tmp_path


@pytest.mark.parametrize("folder", [data_folder, config_folder])
def test_that_a_folder_is_below_the_persons_home(folder, home):
    assert folder().is_relative_to(home)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps profiles private itself")
def test_that_others_cannot_look_into_a_folder(tmp_path):
    folder = private(tmp_path / "a" / "b")
    assert folder.stat().st_mode & 0o077 == 0


def test_that_a_folder_that_is_there_stays(tmp_path):
    assert private(tmp_path) == tmp_path


def test_that_a_document_has_one_mark_however_it_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert mark_of(Path("plan.kpi")) == mark_of(tmp_path / "x" / os.pardir / "plan.kpi")


def test_that_two_documents_have_two_marks(tmp_path):
    assert mark_of(tmp_path / "a.kpi") != mark_of(tmp_path / "b.kpi")
