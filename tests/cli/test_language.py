import locale

import pytest

from tests.projects import EXAMPLE, project
from workbench.cli import speaker
from workbench.storage.project_file import save
from workbench.storage.settings import Settings, save_settings

RU, EN = "янв 2027", "Jan 2027"


def test_that_the_option_decides_first(run):
    save_settings(Settings(language="ru"))
    assert EN in run("calc", EXAMPLE, "--lang", "en").out


def test_that_the_settings_come_before_the_project(run):
    save_settings(Settings(language="en"))
    assert EN in run("calc", EXAMPLE).out


def test_that_the_project_comes_before_the_computer(run, monkeypatch):
    monkeypatch.setattr(speaker, "system_code", lambda: "en")
    assert RU in run("calc", EXAMPLE).out


def test_that_the_computer_decides_where_there_is_no_project(run, monkeypatch):
    monkeypatch.setattr(speaker, "system_code", lambda: "ru")
    assert "Отдел продаж" in run("templates").out


def test_that_broken_settings_stop_no_command(run, home, monkeypatch):
    monkeypatch.setenv("KPI_WORKBENCH_CONFIG", str(home))
    (home / "settings.json").write_text("{")
    assert run("templates").code == 0


@pytest.mark.parametrize(
    ("locale_name", "variable", "code"),
    [
        ("ru_RU", "", "ru"),
        ("Russian_Russia", "", "ru"),
        ("en_US", "ru_RU.UTF-8", "en"),
        (None, "ru_RU.UTF-8", "ru"),
        (None, "", "en"),
        ("de_DE", "", "en"),
    ],
)
def test_that_the_language_of_the_computer_is_known(monkeypatch, locale_name, variable, code):
    monkeypatch.setattr(locale, "getlocale", lambda: (locale_name, "UTF-8"))
    monkeypatch.setenv("LANG", variable)
    assert speaker.system_code() == code


def test_that_a_project_in_english_is_shown_in_english(run, tmp_path, monkeypatch):
    monkeypatch.setattr(speaker, "system_code", lambda: "ru")
    save(project(language="en"), tmp_path / "plan.kpi")
    assert EN in run("calc", tmp_path / "plan.kpi").out
