import json
import os
import socket
import subprocess
import sys

import pytest

from workbench.storage.lock import Lock, LockedBy, acquire, lock_path, take_over


@pytest.fixture
def document(tmp_path):
    return tmp_path / "plan.kpi"


def leave_note(document, **members):
    note = {"user": "anna", "host": "other", "pid": 1, "since": "2027-01-01T10:00:00+00:00"}
    lock_path(document).write_text(json.dumps(note | members), encoding="utf-8")


def ended_process() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_that_a_free_document_is_locked_beside_itself(document):
    lock = acquire(document)
    assert isinstance(lock, Lock)
    assert lock.is_held
    assert lock.path.name == ".~lock.plan.kpi#"


def test_that_the_note_says_who_where_and_since_when(document):
    acquire(document)
    note = json.loads(lock_path(document).read_text(encoding="utf-8"))
    assert (note["host"], note["pid"]) == (socket.gethostname(), os.getpid())
    assert note["since"].endswith("+00:00")
    assert set(note) == {"user", "host", "pid", "since"}


def test_that_a_second_opening_is_told_who_has_it(document):
    acquire(document)
    other = acquire(document)
    assert isinstance(other, LockedBy)
    assert other.pid == os.getpid()


def test_that_a_released_lock_is_free_again(document):
    first = acquire(document)
    assert isinstance(first, Lock)
    first.release()
    assert not lock_path(document).exists()
    assert isinstance(acquire(document), Lock)


def test_that_a_lock_of_another_computer_is_never_stolen(document):
    pid, since = ended_process(), "2001-01-01T00:00:00+00:00"
    leave_note(document, host="other", pid=pid, since=since)
    assert acquire(document) == LockedBy("anna", "other", pid, since)


def test_that_a_lock_of_a_program_that_ended_here_is_taken(document):
    leave_note(document, host=socket.gethostname(), pid=ended_process())
    assert isinstance(acquire(document), Lock)


def test_that_a_lock_of_a_program_that_runs_here_is_respected(document):
    leave_note(document, host=socket.gethostname(), pid=os.getppid())
    assert isinstance(acquire(document), LockedBy)


@pytest.mark.parametrize("note", ["", "not json", "[]", "{}", '{"pid": "x"}', "5" * 10_000])
def test_that_a_note_nobody_can_read_is_a_lock_of_somebody_unknown(document, note):
    lock_path(document).write_text(note, encoding="utf-8")
    assert acquire(document) == LockedBy()


def test_that_taking_over_replaces_the_note(document):
    leave_note(document)
    lock = take_over(document)
    assert lock.is_held
    assert json.loads(lock_path(document).read_text(encoding="utf-8"))["pid"] == os.getpid()


def test_that_a_lock_somebody_took_over_is_not_removed(document):
    lock = acquire(document)
    assert isinstance(lock, Lock)
    leave_note(document)
    lock.release()
    assert lock_path(document).exists()


def test_that_releasing_twice_is_harmless(document):
    lock = acquire(document)
    assert isinstance(lock, Lock)
    lock.release()
    lock.release()


def test_that_a_folder_that_takes_no_note_still_opens(tmp_path):
    lock = acquire(tmp_path / "missing" / "plan.kpi")
    assert isinstance(lock, Lock)
    assert not lock.is_held
    lock.release()
