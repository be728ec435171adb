import errno
import os
import sys

import pytest

from tests.projects import EXAMPLE, example, metric, project
from workbench.base.errors import WorkbenchError
from workbench.base.files import NotWritten
from workbench.storage import codec, project_file
from workbench.storage.backups import backups
from workbench.storage.bad_file import BadFile
from workbench.storage.fingerprint import Fingerprint
from workbench.storage.project_file import ChangedOnDisk, completed, load, save

NO_RIGHTS = pytest.mark.skipif(
    sys.platform == "win32" or (hasattr(os, "geteuid") and os.geteuid() == 0),
    reason="nothing is forbidden to this user",
)
PIPES = pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices are no files there")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "plan.kpi"


def test_that_what_was_saved_is_loaded(path):
    save(example(), path)
    assert load(path).project == example()


def test_that_loading_gives_the_fingerprint_of_the_file(path):
    assert save(example(), path) == load(path).fingerprint == Fingerprint.of(path.read_bytes())


def test_that_saving_again_with_the_last_fingerprint_goes_through(path):
    known = save(example(), path)
    known = save(project(metric("leads")), path, known)
    save(project(metric("calls")), path, known)
    assert "calls" in load(path).project.metric_by_key


def test_that_a_file_somebody_else_changed_is_not_overwritten(path):
    known = save(example(), path)
    save(project(metric("theirs")), path)
    with pytest.raises(ChangedOnDisk, match=r"plan\.kpi"):
        save(project(metric("ours")), path, known)
    assert "theirs" in load(path).project.metric_by_key


def test_that_a_change_that_keeps_size_and_time_is_noticed(path):
    known = save(example(), path)
    times = path.stat()
    path.write_bytes(path.read_bytes().replace(b"leads", b"LEADS"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    with pytest.raises(ChangedOnDisk):
        save(example(), path, known)


def test_that_a_file_that_was_only_touched_is_saved(path):
    known = save(example(), path)
    os.utime(path)
    save(project(metric("ours")), path, known)


def test_that_a_file_that_went_away_is_made_again(path):
    known = save(example(), path)
    path.unlink()
    save(example(), path, known)
    assert load(path).project == example()


def test_that_the_version_before_is_kept_as_a_backup(path):
    first = save(example(), path)
    before = path.read_bytes()
    save(project(metric("leads")), path, first)
    assert [file.read_bytes() for file in backups(path)] == [before]


def test_that_saving_the_same_again_makes_no_backup(path):
    save(example(), path)
    save(example(), path)
    assert backups(path) == ()


def test_that_a_data_folder_that_cannot_be_written_does_not_stop_saving(
    path, tmp_path, monkeypatch
):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("KPI_WORKBENCH_DATA", str(tmp_path / "file" / "below"))
    save(example(), path)
    save(project(metric("leads")), path)
    assert "leads" in load(path).project.metric_by_key


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("plan", "plan.kpi"),
        ("plan.v2", "plan.v2.kpi"),
        ("plan.kpi", "plan.kpi"),
        ("P.KPI", "P.KPI"),
    ],
)
def test_that_a_name_gets_the_ending(tmp_path, given, name):
    assert completed(tmp_path / given) == tmp_path / name


def test_that_a_name_without_the_ending_is_completed_when_saving(tmp_path):
    save(example(), tmp_path / "plan")
    assert load(tmp_path / "plan.kpi").project == example()


def test_that_a_link_to_a_project_stays_a_link(tmp_path, path):
    save(project(), path)
    link = tmp_path / "link.kpi"
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("links are not allowed here")
    save(example(), link)
    assert link.is_symlink()
    assert load(path).project == example()


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("missing.kpi", "there is no such file"),
        ("missing/plan.kpi", "there is no such file"),
        (".", "this is a folder, not a file"),
        ("bad\0name.kpi", "this is no name of a file"),
    ],
)
def test_that_a_file_that_cannot_be_read_is_named(tmp_path, place, sentence):
    if place == "." and sys.platform == "win32":
        sentence = "no permission"
    with pytest.raises(BadFile, match=sentence):
        load(tmp_path / place)


@NO_RIGHTS
def test_that_a_file_without_permission_to_read_is_named(path):
    save(example(), path)
    path.chmod(0)
    with pytest.raises(BadFile, match="no permission to read it"):
        load(path)


def test_that_a_failing_disk_is_named_in_its_own_words(path, monkeypatch):
    def fail(_path, _most):
        raise OSError(errno.EIO, "Input/output error")

    save(example(), path)
    monkeypatch.setattr(project_file, "read_regular", fail)
    with pytest.raises(BadFile, match="Input/output error"):
        load(path)


@PIPES
def test_that_a_pipe_is_refused_instead_of_waited_for(path):
    os.mkfifo(path)
    with pytest.raises(BadFile, match="this is a pipe or a device, not a file"):
        load(path)


@PIPES
def test_that_a_device_without_end_is_refused():
    with pytest.raises(BadFile, match="this is a pipe or a device, not a file"):
        load("/dev/zero")


@PIPES
def test_that_a_link_that_leads_to_itself_is_refused(path):
    path.symlink_to(path)
    with pytest.raises(BadFile, match="this is a link that leads to itself"):
        load(path)


def test_that_of_a_file_too_large_no_more_is_read_than_shows_it(path, monkeypatch):
    monkeypatch.setattr(project_file, "LARGEST", 10)
    monkeypatch.setattr(codec, "LARGEST", 10)
    asked = []

    def read(_path, most):
        asked.append(most)
        return bytes(most)

    monkeypatch.setattr(project_file, "read_regular", read)
    with pytest.raises(BadFile, match="larger than"):
        load(path)
    assert asked == [11]


@PIPES
def test_that_a_pipe_is_not_saved_over(path):
    os.mkfifo(path)
    with pytest.raises(NotWritten, match="pipe or a device"):
        save(example(), path)
    assert path.is_fifo()


@pytest.mark.parametrize("place", ["missing/plan.kpi", "file/plan.kpi", "folder.kpi"])
def test_that_a_place_that_cannot_be_written_is_named_and_nothing_changes(tmp_path, place):
    (tmp_path / "file").write_text("old")
    (tmp_path / "folder.kpi").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(WorkbenchError) as caught:
        save(example(), tmp_path / place)
    assert "plan.kpi" in str(caught.value) or "folder.kpi" in str(caught.value)
    assert sorted(tmp_path.rglob("*")) == before


@NO_RIGHTS
def test_that_a_folder_without_permission_to_write_is_named(tmp_path):
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    with pytest.raises(WorkbenchError, match="no permission to write"):
        save(example(), folder / "plan.kpi")


def test_that_a_failed_save_leaves_the_old_file(path, monkeypatch):
    save(example(), path)

    def full(*_arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(WorkbenchError, match="the disk is full"):
        save(project(), path)
    monkeypatch.undo()
    assert load(path).project == example()


def test_that_the_example_is_loaded_with_its_own_bytes():
    assert load(EXAMPLE).fingerprint == Fingerprint.of(EXAMPLE.read_bytes())
