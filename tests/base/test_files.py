"""A file is replaced whole or not at all, and every failure is one sentence."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from pathlib import Path

import pytest

from workbench.base.files import NotRegular, NotWritten, read_regular, replace_file

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)


@pytest.fixture
def target(tmp_path):
    file = tmp_path / "Клиент.xlsx"
    file.write_bytes(b"old")
    return file


def failing(number: int):
    def fail(*_arguments, **_named):
        raise OSError(number, os.strerror(number))

    return fail


def only_file(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_that_a_new_file_holds_the_data(tmp_path):
    replace_file(tmp_path / "new.xlsx", b"data")
    assert (tmp_path / "new.xlsx").read_bytes() == b"data"


def test_that_an_existing_file_is_replaced(target):
    replace_file(target, b"new")
    assert target.read_bytes() == b"new"


def test_that_nothing_else_is_left_in_the_folder(target):
    replace_file(target, b"new")
    assert only_file(target.parent) == [target.name]


def test_that_an_empty_file_can_be_written(tmp_path):
    replace_file(tmp_path / "empty", b"")
    assert (tmp_path / "empty").read_bytes() == b""


def test_that_a_path_may_be_plain_words(tmp_path):
    replace_file(str(tmp_path / "new"), b"x")
    assert (tmp_path / "new").exists()


@posix
def test_that_a_new_file_has_the_usual_permissions(tmp_path):
    plain, replaced = tmp_path / "plain", tmp_path / "replaced"
    plain.write_bytes(b"")
    replace_file(replaced, b"")
    assert plain.stat().st_mode == replaced.stat().st_mode


@posix
def test_that_the_permissions_of_a_file_stay(target):
    target.chmod(0o640)
    replace_file(target, b"new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@posix
def test_that_a_link_stays_a_link_to_the_new_content(target):
    link = target.parent / "link"
    link.symlink_to(target)
    replace_file(link, b"new")
    assert (link.is_symlink(), target.read_bytes()) == (True, b"new")


@posix
def test_that_a_link_that_leads_to_itself_is_refused(tmp_path):
    link = tmp_path / "loop"
    link.symlink_to(link)
    with pytest.raises(NotWritten, match="“loop” was not written: this is a link that leads"):
        replace_file(link, b"new")
    assert link.is_symlink()


@posix
def test_that_a_link_to_nothing_yet_makes_the_file(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "new")
    replace_file(tmp_path / "link", b"data")
    assert (tmp_path / "new").read_bytes() == b"data"


@posix
def test_that_a_pipe_is_not_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotWritten, match="pipe” is a pipe or a device, not a file"):
        replace_file(tmp_path / "pipe", b"x")
    assert (tmp_path / "pipe").is_fifo()


@posix
def test_that_a_device_is_not_replaced():
    with pytest.raises(NotWritten, match="“/dev/null” is a pipe or a device"):
        replace_file("/dev/null", b"x")


@posix
def test_that_a_very_long_name_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(NotWritten, match="is too long"):
        replace_file(tmp_path / ("н" * 300), b"x")


def test_that_a_name_at_the_limit_of_the_system_is_written(tmp_path):
    replace_file(tmp_path / ("n" * 240), b"x")
    assert (tmp_path / ("n" * 240)).exists()


def test_that_a_missing_folder_is_named(tmp_path):
    with pytest.raises(NotWritten, match=r"there is no folder “.*nowhere”"):
        replace_file(tmp_path / "nowhere" / "a.xlsx", b"x")


def test_that_a_file_in_place_of_the_folder_is_said(target):
    with pytest.raises(NotWritten, match="there is no folder"):
        replace_file(target / "a.xlsx", b"x")


def test_that_a_folder_is_not_replaced(tmp_path):
    with pytest.raises(NotWritten, match="is a folder, not a file"):
        replace_file(tmp_path, b"x")


def test_that_a_write_protected_file_is_not_replaced(target, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_arguments: False)
    with pytest.raises(NotWritten, match=r"no permission to write “Клиент.xlsx”"):
        replace_file(target, b"new")
    assert target.read_bytes() == b"old"


@posix
def test_that_a_file_nobody_may_write_is_not_replaced_even_by_the_administrator(target):
    target.chmod(0o444)
    with pytest.raises(NotWritten, match=r"no permission to write “Клиент.xlsx”"):
        replace_file(target, b"new")
    assert target.read_bytes() == b"old"


def test_that_a_folder_that_takes_no_files_is_not_called_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "open", failing(errno.ENOENT))
    with pytest.raises(NotWritten, match=r"the folder “.*” takes no new files"):
        replace_file(tmp_path / "a.xlsx", b"x")


def test_that_a_folder_without_permission_is_said(target, monkeypatch):
    monkeypatch.setattr(os, "open", failing(errno.EACCES))
    with pytest.raises(NotWritten, match=r"no permission to write “Клиент.xlsx” in"):
        replace_file(target, b"new")


def test_that_a_disk_which_may_only_be_read_is_said(target, monkeypatch):
    monkeypatch.setattr(os, "open", failing(errno.EROFS))
    with pytest.raises(NotWritten, match="no permission"):
        replace_file(target, b"new")


@pytest.mark.parametrize("step", ["write", "fsync"])
def test_that_a_full_disk_leaves_the_old_file_alone(target, monkeypatch, step):
    monkeypatch.setattr(os, step, failing(errno.ENOSPC))
    with pytest.raises(NotWritten, match="the disk is full"):
        replace_file(target, b"new")
    assert (target.read_bytes(), only_file(target.parent)) == (b"old", [target.name])


def test_that_short_writes_are_continued(target, monkeypatch):
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:2]))
    replace_file(target, b"longer than two")
    assert target.read_bytes() == b"longer than two"


def test_that_a_write_that_takes_nothing_counts_as_a_full_disk(target, monkeypatch):
    monkeypatch.setattr(os, "write", lambda _handle, _data: 0)
    with pytest.raises(NotWritten, match="the disk is full"):
        replace_file(target, b"new")


@pytest.mark.parametrize("stored", [b"ne", b"nex", b""])
def test_that_a_file_which_reads_back_otherwise_never_takes_the_place(target, monkeypatch, stored):
    monkeypatch.setattr(Path, "read_bytes", lambda _path: stored)
    with pytest.raises(NotWritten, match=r"“Клиент.xlsx” was not written"):
        replace_file(target, b"new")
    monkeypatch.undo()
    assert (target.read_bytes(), only_file(target.parent)) == (b"old", [target.name])


def test_that_a_rename_refused_for_a_moment_is_tried_again(target, monkeypatch):
    real, refusals = os.replace, [PermissionError()] * 4

    def replace(source, goal):
        if refusals:
            raise refusals.pop()
        real(source, goal)

    monkeypatch.setattr(os, "replace", replace)
    replace_file(target, b"new")
    assert target.read_bytes() == b"new"


def test_that_the_pauses_between_renames_grow(target, monkeypatch):
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    monkeypatch.setattr(os, "replace", failing(errno.EACCES))
    with pytest.raises(NotWritten):
        replace_file(target, b"new")
    assert pauses == [0.010, 0.025, 0.050, 0.100]


def test_that_a_file_open_elsewhere_is_to_be_closed(target, monkeypatch):
    monkeypatch.setattr(os, "replace", failing(errno.EACCES))
    with pytest.raises(NotWritten, match="close it in Excel and try again"):
        replace_file(target, b"new")
    assert (target.read_bytes(), only_file(target.parent)) == (b"old", [target.name])


def test_that_another_failure_gives_the_words_of_the_system(target, monkeypatch):
    monkeypatch.setattr(os, "replace", failing(errno.EIO))
    with pytest.raises(NotWritten, match=r"“Клиент.xlsx” was not written: "):
        replace_file(target, b"new")


@posix
def test_that_a_folder_which_cannot_be_synced_is_no_failure(target, monkeypatch):
    sync = os.fsync

    def only_files(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        sync(handle)

    monkeypatch.setattr(os, "fsync", only_files)
    replace_file(target, b"new")
    assert target.read_bytes() == b"new"


def test_that_a_file_is_read_whole(target):
    assert read_regular(target) == b"old"


def test_that_no_more_of_a_file_is_read_than_asked(target):
    assert read_regular(target, 2) == b"ol"


@posix
def test_that_reading_never_waits_for_a_pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotRegular):
        read_regular(tmp_path / "pipe")


@posix
def test_that_a_device_without_end_is_not_read():
    with pytest.raises(NotRegular):
        read_regular(Path("/dev/zero"))
