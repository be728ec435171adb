import time

import pytest

from workbench.storage import backups as module
from workbench.storage.backups import KEPT, back_up, backups


@pytest.fixture
def path(tmp_path):
    return tmp_path / "plan.kpi"


def contents(path):
    return [file.read_bytes() for file in backups(path)]


def test_that_a_document_without_backups_has_none(path):
    assert backups(path) == ()


def test_that_the_newest_stands_first(path):
    for data in (b"one", b"two", b"three"):
        back_up(path, data)
    assert contents(path) == [b"three", b"two", b"one"]


def test_that_the_last_ten_are_kept(path):
    for number in range(KEPT + 5):
        back_up(path, b"%d" % number)
    assert contents(path) == [b"%d" % number for number in range(KEPT + 4, 4, -1)]


def test_that_the_same_content_is_kept_once(path):
    for data in (b"one", b"two", b"one"):
        back_up(path, data)
    assert contents(path) == [b"one", b"two"]


def test_that_the_turn_of_a_second_does_not_upset_the_order(path, monkeypatch):
    seconds = iter((10**18 - 1, 10**18))
    monkeypatch.setattr(time, "time_ns", lambda: next(seconds))
    for data in (b"one", b"two"):
        back_up(path, data)
    assert contents(path) == [b"two", b"one"]


def test_that_documents_of_one_name_in_two_folders_do_not_mix(tmp_path):
    for folder in ("a", "b"):
        back_up(tmp_path / folder / "plan.kpi", folder.encode())
    assert contents(tmp_path / "a" / "plan.kpi") == [b"a"]


def test_that_backups_lie_in_the_data_folder(path, tmp_path, monkeypatch):
    monkeypatch.setenv("KPI_WORKBENCH_DATA", str(tmp_path / "data"))
    back_up(path, b"one")
    assert backups(path)[0].is_relative_to(tmp_path / "data")


def test_that_a_backup_that_fails_is_no_error(path, monkeypatch):
    def fail(*_arguments):
        raise OSError

    monkeypatch.setattr(module, "replace_file", fail)
    back_up(path, b"one")
    assert backups(path) == ()
