"""Work in a thread of its own, with progress and cancel; the window stays alive meanwhile."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from workbench.base.errors import WorkbenchError
from workbench.base.texts import text
from workbench.presenters.background import Failed, Outcome, Progress, Work


@dataclass(frozen=True)
class _End:
    """How work ended; `bug` is what nobody expected."""

    outcome: Outcome
    bug: BaseException | None = None


class _Channel(QObject):
    """Carries what the thread says to the window."""

    progressed = Signal(Progress)
    ended = Signal(_End)


class _UnderWay:
    """The threads from before they begin until after they have ended, and their channels.

    Meanwhile Python's cycle collector is held back: it runs in whichever thread happens to trigger
    it, and a widget that it frees anywhere but in the thread of the window takes the program with
    it. So does a channel that is deleted while its thread speaks: it is kept here, for its worker
    may go away at any moment. Only the thread of the window comes here.
    """

    def __init__(self) -> None:
        self._channels: dict[threading.Thread, _Channel] = {}

    def begin(self, thread: threading.Thread, channel: _Channel) -> None:
        """Hold the collector back; threads whose workers went away have ended by now."""
        self._forget_ended()
        self._channels[thread] = channel
        gc.disable()

    def end(self, thread: threading.Thread) -> None:
        """Let the collector go on, if no other thread runs."""
        self._forget_ended()
        self._channels.pop(thread, None)
        if not self._channels:
            gc.enable()

    def _forget_ended(self) -> None:
        alive = {one: channel for one, channel in self._channels.items() if one.is_alive()}
        self._channels = alive


_under_way = _UnderWay()


class Worker(QObject):
    """Runs one piece of work at a time; listeners are called in the thread of the window.

    `idle` comes after each: what could not be done meanwhile can be done again.
    """

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()
        self._on_progress: Callable[[Progress], None] | None = None
        self._on_end: Callable[[Outcome], None] | None = None
        self._channel = _Channel()  # no child: it lives as long as the thread, see above
        queued = Qt.ConnectionType.QueuedConnection
        self._channel.progressed.connect(self._tell_progress, queued)
        self._channel.ended.connect(self._tell_end, queued)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.wait)

    @property
    def is_busy(self) -> bool:
        """Whether work is under way."""
        return self._on_end is not None

    def run(
        self, work: Work, on_progress: Callable[[Progress], None], on_end: Callable[[Outcome], None]
    ) -> None:
        """Begin; raises when other work is still under way."""
        if self.is_busy:
            raise RuntimeError("one piece of work at a time")
        self._on_progress, self._on_end = on_progress, on_end
        self._stop = threading.Event()
        task = _Task(self._channel, work, self._stop)
        self._thread = threading.Thread(target=task.run, name="worker")
        _under_way.begin(self._thread, self._channel)
        self._thread.start()

    def cancel(self) -> None:
        """Ask the running work to stop."""
        self._stop.set()

    def wait(self) -> None:
        """Stop the work and wait for its thread, before the program ends."""
        self.cancel()
        self._end_thread()

    def _end_thread(self) -> None:
        """Wait for what little the thread still does, and let the collector go on."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()
            _under_way.end(thread)

    def _tell_progress(self, progress: Progress) -> None:
        if self._on_progress is not None and not self._stop.is_set():
            self._on_progress(progress)

    def _tell_end(self, end: _End) -> None:
        self._end_thread()
        listener, self._on_progress, self._on_end = self._on_end, None, None
        if listener is not None:
            listener(end.outcome)
        self.idle.emit()
        if end.bug is not None:
            sys.excepthook(type(end.bug), end.bug, end.bug.__traceback__)


class _Task:
    """The work in its thread; what it says travels to the window as queued signals."""

    def __init__(self, channel: _Channel, work: Work, stop: threading.Event) -> None:
        self._channel = channel
        self._work = work
        self._stop = stop

    def run(self) -> None:
        ending = self._ending()
        with suppress(RuntimeError):  # the program is ending, and nobody is left to be told
            self._channel.ended.emit(ending)

    def report(self, done: int, total: int) -> None:
        """Pass progress on."""
        with suppress(RuntimeError):
            self._channel.progressed.emit(Progress(done, total))

    def is_cancelled(self) -> bool:
        """Whether the person has stopped the work."""
        return self._stop.is_set()

    def _ending(self) -> _End:
        try:
            return _End(self._work(self))
        except WorkbenchError as error:
            return _End(Failed(error.message))
        except Exception as bug:  # noqa: BLE001 (a bug must not end the program from a thread)
            return _End(Failed(text("something unexpected went wrong; nothing was written")), bug)
