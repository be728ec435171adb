"""Work beside the window."""

import gc
import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from shiboken6 import isValid

from workbench.base.errors import WorkbenchError
from workbench.base.texts import text
from workbench.presenters.background import Done, Failed, Progress, Stopped
from workbench.ui.worker import Worker


class Ears:
    """What the window heard, and in which thread."""

    def __init__(self):
        self.progress, self.ends, self.threads = [], [], set()

    def on_progress(self, progress):
        self.threads.add(threading.current_thread())
        self.progress.append(progress)

    def on_end(self, outcome):
        self.threads.add(threading.current_thread())
        self.ends.append(outcome)


@pytest.fixture
def worker(qapp):
    made = Worker()
    yield made
    made.wait()
    QCoreApplication.processEvents()


@pytest.fixture
def ears():
    return Ears()


def run(qtbot, worker, ears, work):
    worker.run(work, ears.on_progress, ears.on_end)
    qtbot.waitUntil(lambda: bool(ears.ends))


def test_that_work_is_done_in_another_thread_and_heard_in_this_one(qtbot, worker, ears):
    seen = []

    def work(control):
        seen.append(threading.current_thread())
        return Done()

    run(qtbot, worker, ears, work)
    assert ears.ends == [Done()]
    assert seen[0] is not threading.main_thread()
    assert ears.threads == {threading.main_thread()}


def test_that_progress_is_heard_in_order_and_before_the_end(qtbot, worker, ears):
    def work(control):
        for step in range(1, 4):
            control.report(step, 3)
        return Done()

    run(qtbot, worker, ears, work)
    assert ears.progress == [Progress(1, 3), Progress(2, 3), Progress(3, 3)]


def test_that_the_window_stays_alive_and_can_stop_the_work(qtbot, worker, ears):
    def work(control):
        while not control.is_cancelled():
            threading.Event().wait(0.005)
        return Stopped()

    worker.run(work, ears.on_progress, ears.on_end)
    assert worker.is_busy
    worker.cancel()
    qtbot.waitUntil(lambda: bool(ears.ends))
    assert ears.ends == [Stopped()]
    assert not worker.is_busy


def test_that_a_refusal_is_a_sentence(qtbot, worker, ears):
    def work(control):
        raise WorkbenchError(text("the disk is full"))

    run(qtbot, worker, ears, work)
    assert ears.ends == [Failed(text("the disk is full"))]


def test_that_a_bug_ends_the_work_and_goes_to_the_hook(qtbot, worker, ears, monkeypatch):
    hooked = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: hooked.append(error))

    def work(control):
        raise ZeroDivisionError("a bug")

    run(qtbot, worker, ears, work)
    assert isinstance(ears.ends[0], Failed)
    assert hooked[0][0] is ZeroDivisionError


def test_that_one_piece_of_work_follows_another(qtbot, worker, ears):
    def work(control):
        return Done()

    run(qtbot, worker, ears, work)
    ears.ends.clear()
    run(qtbot, worker, ears, work)
    assert ears.ends == [Done()]


def test_that_two_at_a_time_are_refused(qtbot, worker, ears):
    gate = threading.Event()

    def work(control):
        gate.wait(5)
        return Done()

    worker.run(work, ears.on_progress, ears.on_end)
    with pytest.raises(RuntimeError, match="one piece"):
        worker.run(work, ears.on_progress, ears.on_end)
    gate.set()
    qtbot.waitUntil(lambda: bool(ears.ends))


def test_that_the_end_of_the_program_waits_for_the_thread(qtbot, worker, ears):
    ended = threading.Event()

    def work(control):
        while not control.is_cancelled():
            threading.Event().wait(0.005)
        ended.set()
        return Stopped()

    worker.run(work, ears.on_progress, ears.on_end)
    worker.wait()
    assert ended.is_set()


def test_that_no_garbage_is_collected_beside_the_window(qtbot, worker, ears):
    seen = []

    def work(control):
        seen.append(gc.isenabled())
        return Done()

    worker.run(work, ears.on_progress, ears.on_end)
    worker._thread.join()
    assert not gc.isenabled()  # the thread has ended; the window has not heard of it yet
    qtbot.waitUntil(lambda: bool(ears.ends))
    assert seen == [False]
    assert gc.isenabled()


def test_that_garbage_is_collected_again_though_a_worker_goes_away_while_it_works(qtbot, ears):
    gate, gone = threading.Event(), Worker()

    def work(control):
        gate.wait(5)
        return Done()

    gone.run(work, ears.on_progress, ears.on_end)
    thread = gone._thread
    assert thread is not None
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete)
    gate.set()
    thread.join()
    after = Worker()
    run(qtbot, after, ears, lambda _control: Done())
    assert ears.ends == [Done()]
    assert gc.isenabled()


def test_that_what_the_work_speaks_through_outlives_the_worker(qapp, ears):
    """Qt would delete a child of the worker beneath the thread that is just speaking."""
    gate, gone, whole = threading.Event(), Worker(), []

    def work(control):
        gate.wait(5)
        whole.append(isValid(control._channel))
        return Done()

    gone.run(work, ears.on_progress, ears.on_end)
    thread = gone._thread
    assert thread is not None
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete)
    gate.set()
    thread.join()
    assert whole == [True]
