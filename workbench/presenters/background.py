"""Long work beside the window: how it is asked for, how it reports and how it ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from workbench.base.texts import Text


@dataclass(frozen=True, slots=True)
class Progress:
    """So many steps of so many are done."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Done:
    """The work was finished."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """The person stopped the work; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The work could not be done, for a reason that a person understands."""

    message: Text


Outcome = Done | Stopped | Failed


class Control(Protocol):
    """What work is given: ears for its progress, and word whether it is still wanted."""

    def report(self, done: int, total: int) -> None:
        """So many steps of so many are done."""

    def is_cancelled(self) -> bool:
        """Whether the person has stopped the work."""


Work = Callable[[Control], Outcome]


class Background(Protocol):
    """Does one piece of work at a time; both listeners are called where the window lives."""

    def run(
        self, work: Work, on_progress: Callable[[Progress], None], on_end: Callable[[Outcome], None]
    ) -> None:
        """Begin; work that is still running has to end first."""

    def cancel(self) -> None:
        """Ask the running work to stop."""
