import os
import subprocess
import sys

from workbench.storage.processes import is_running


def test_that_this_process_runs():
    assert is_running(os.getpid())


def test_that_asking_does_not_end_the_process():
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        assert is_running(other.pid)
        assert is_running(other.pid)
        assert other.poll() is None
        other.kill()


def test_that_a_process_that_ended_does_not_run():
    with subprocess.Popen([sys.executable, "-c", ""]) as other:
        other.wait()
    assert not is_running(other.pid)


def test_that_no_process_has_number_zero_or_less():
    assert not is_running(0)
    assert not is_running(-1)


def test_that_a_number_beyond_all_processes_is_in_doubt():
    assert is_running(2**80)
