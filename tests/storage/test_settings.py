import json
from pathlib import Path

import pytest

from workbench.base.errors import WorkbenchError
from workbench.storage.folders import config_folder
from workbench.storage.settings import (
    MOST_RECENT,
    RecentFile,
    Settings,
    load_settings,
    recent_files,
    save_settings,
)


def file():
    return config_folder() / "settings.json"


def write(data: bytes) -> None:
    config_folder().mkdir(parents=True, exist_ok=True)
    file().write_bytes(data)


def test_that_a_new_person_gets_the_defaults():
    assert load_settings() == Settings()
    assert (Settings().language, Settings().theme) == (None, "system")


def test_that_settings_come_back():
    settings = Settings(
        language="ru", theme="dark", recent=("a.kpi",), windows={"main": "AAEC"},
        folders={"export": "/home"}, export={"language": "en", "roles": ["bdr"]},
    )  # fmt: skip
    save_settings(settings)
    assert load_settings() == settings


def test_that_settings_of_a_newer_program_are_kept():
    write(json.dumps({"language": "ru", "zoom": 1.5}).encode())
    save_settings(load_settings().having(theme="dark"))
    assert json.loads(file().read_bytes()) == {"language": "ru", "theme": "dark", "zoom": 1.5}


BROKEN = [b"", b"{", b"[]", b"\xff\xfe", b'{"language": "de"}', b'{"recent": 5}', b"[" * 100_000]


@pytest.mark.parametrize("data", BROKEN)
def test_that_broken_settings_start_anew(data):
    write(data)
    assert load_settings() == Settings()


def test_that_broken_settings_are_put_aside():
    write(b'{"language": "de"}')
    load_settings()
    assert not file().exists()
    assert (config_folder() / "settings.broken.json").read_bytes() == b'{"language": "de"}'


def test_that_settings_that_cannot_be_written_are_told(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("KPI_WORKBENCH_CONFIG", str(tmp_path / "file"))
    with pytest.raises(WorkbenchError):
        save_settings(Settings())


def test_that_a_file_opened_again_moves_to_the_top(tmp_path):
    one, two = tmp_path / "one.kpi", tmp_path / "two.kpi"
    settings = Settings().with_recent(one).with_recent(two).with_recent(one)
    assert settings.recent == (str(one), str(two))


def test_that_ten_recent_files_are_remembered(tmp_path):
    settings = Settings()
    for number in range(MOST_RECENT + 3):
        settings = settings.with_recent(tmp_path / f"{number}.kpi")
    assert len(settings.recent) == MOST_RECENT
    assert settings.recent[0].endswith("12.kpi")


def test_that_a_missing_recent_file_stays_and_is_marked(tmp_path):
    here, away = tmp_path / "here.kpi", tmp_path / "away.kpi"
    here.touch()
    settings = Settings().with_recent(away).with_recent(here)
    assert recent_files(settings) == (RecentFile(here, False), RecentFile(away, True))


def test_that_a_recent_file_of_an_impossible_name_is_missing():
    settings = Settings(recent=("bad\0name",))
    assert recent_files(settings) == (RecentFile(Path("bad\0name"), True),)
