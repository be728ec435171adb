"""Work beside the window that a test does itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from workbench.base.errors import WorkbenchError
from workbench.presenters.background import Failed, Outcome, Progress, Work


@dataclass
class AtOnce:
    """Work is done at once, or with `hold` when `finish` is called; it is its own control."""

    hold: bool = False
    cancelled: bool = False
    runs: int = 0
    waiting: list[tuple[Work, Callable[[Outcome], None]]] = field(default_factory=list)

    def run(
        self, work: Work, on_progress: Callable[[Progress], None], on_end: Callable[[Outcome], None]
    ) -> None:
        self.runs += 1
        self.cancelled, self._on_progress = False, on_progress
        self.waiting.append((work, on_end))
        if not self.hold:
            self.finish()

    def finish(self) -> None:
        """Do what is waiting."""
        work, on_end = self.waiting.pop()
        try:
            outcome = work(self)
        except WorkbenchError as error:
            outcome = Failed(error.message)
        on_end(outcome)

    def end(self, outcome: Outcome) -> None:
        """Say how it ended without doing it."""
        _, on_end = self.waiting.pop()
        on_end(outcome)

    def cancel(self) -> None:
        self.cancelled = True

    def report(self, done: int, total: int) -> None:
        self._on_progress(Progress(done, total))

    def is_cancelled(self) -> bool:
        return self.cancelled
