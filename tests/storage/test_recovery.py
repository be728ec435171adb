import subprocess
import sys
import threading

import pytest

from tests.projects import ROOT, example, metric, project
from workbench.base.files import NotWritten
from workbench.storage.codec import encode
from workbench.storage.folders import data_folder
from workbench.storage.project_file import save
from workbench.storage.recovery import RecoveryFile, drop, pending

CRASH = """
import os, sys
from pathlib import Path
from tests.projects import example
from workbench.storage.recovery import RecoveryFile
RecoveryFile().store(example(), Path(sys.argv[1]), sys.argv[2])
os._exit(9)
"""


@pytest.fixture
def document(tmp_path):
    return tmp_path / "plan.kpi"


def crash(document, base="") -> None:
    """Another program stores its work and dies."""
    done = subprocess.run([sys.executable, "-c", CRASH, str(document), base], cwd=ROOT, check=False)
    assert done.returncode == 9


def test_that_work_of_a_crashed_program_is_offered(document):
    crash(document, "abc")
    (found,) = pending()
    assert (found.project, found.document, found.base) == (example(), document, "abc")


def test_that_work_of_a_running_program_is_not_offered(document):
    own = RecoveryFile()
    own.store(example(), document, None)
    assert pending() == ()
    own.drop()


def test_that_work_is_offered_again_until_it_is_dropped(document):
    crash(document)
    assert len(pending()) == len(pending()) == 1
    drop(pending()[0])
    assert pending() == ()


def test_that_dropped_work_leaves_nothing_behind(document):
    own = RecoveryFile()
    own.store(example(), document, None)
    own.drop()
    assert [file for file in data_folder().rglob("*") if file.is_file()] == []


def test_that_restored_work_is_offered_to_nobody_else(document):
    crash(document)
    own = RecoveryFile(pending()[0])
    assert pending() == ()
    own.drop()


def test_that_restored_work_survives_a_second_crash(document):
    crash(document)
    second = RecoveryFile(pending()[0])
    second.store(project(metric("later")), document, None)
    del second  # the program ends: the system frees the guard
    (found,) = pending()
    assert "later" in found.project.metric_by_key


def test_that_dropping_restored_work_removes_what_was_offered(document):
    crash(document)
    RecoveryFile(pending()[0]).drop()
    assert pending() == ()


def test_that_work_never_saved_has_no_document():
    own = RecoveryFile()
    own.store(example(), None, None)
    del own
    (found,) = pending()
    assert found.document is None
    assert not found.fits_document


def test_that_work_fits_the_document_it_began_with(document):
    known = save(example(), document)
    crash(document, known.digest)
    assert pending()[0].fits_document


def test_that_work_does_not_fit_a_document_that_changed_since(document):
    known = save(example(), document)
    crash(document, known.digest)
    save(project(), document)
    assert not pending()[0].fits_document


def test_that_work_does_not_fit_a_document_that_is_gone(document):
    crash(document, "abc")
    assert not pending()[0].fits_document


def test_that_the_newest_work_is_offered_first(document):
    for name in ("one", "two"):
        own = RecoveryFile()
        own._file = own._file.with_name(f"20270101-{name == 'two':06d}.json")
        own.store(project(metric(name)), document, None)
        del own
    assert [list(found.project.metric_by_key) for found in pending()] == [["two"], ["one"]]


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"project": 5}', b"\xff"])
def test_that_a_recovery_file_nobody_can_read_is_passed_over(content, document):
    crash(document)
    (data_folder() / "recovery" / "20300101-000000-aa.json").write_bytes(content)
    assert len(pending()) == 1


def test_that_a_document_that_closes_while_its_work_is_stored_stays_closed(document, monkeypatch):
    own = RecoveryFile()

    def close_meanwhile(work):
        closing = threading.Thread(target=own.drop)
        closing.start()
        closing.join()
        return encode(work)

    monkeypatch.setattr("workbench.storage.recovery.encode", close_meanwhile)
    own.store(example(), document, None)
    assert not list(data_folder().rglob("*.json"))


def test_that_a_data_folder_that_cannot_be_written_is_told(tmp_path, monkeypatch, document):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("KPI_WORKBENCH_DATA", str(tmp_path / "file"))
    with pytest.raises(NotWritten):
        RecoveryFile().store(example(), document, None)
