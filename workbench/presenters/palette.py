"""What the command palette finds: metrics, roles and commands by any part of their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from workbench.base.texts import text
from workbench.formula.names import folded
from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk

_MOST = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette; `key` is that of the metric or role, or the id of the action."""

    kind: Literal["metric", "role", "action"]
    key: str
    title: str
    detail: str = ""


class Palette:
    """Finds things by name and goes to them."""

    def __init__(
        self,
        desk: Desk,
        actions: Callable[[], Iterable[Action]],
    ) -> None:
        self._desk = desk
        self._actions = actions

    def find(self, query: str) -> tuple[Entry, ...]:
        """The best matches; everything that can be done now when nothing is asked yet."""
        words = folded(query).split()
        ranked = [(_rank(entry, words), entry) for entry in self._entries()]
        found = [(rank, entry) for rank, entry in ranked if rank is not None]
        return tuple(entry for _, entry in sorted(found, key=lambda pair: pair[0]))[:_MOST]

    def choose(self, entry: Entry) -> None:
        """Go to a metric or role, or run the command."""
        match entry.kind:
            case "metric":
                self._desk.visit(entry.key)
            case "role":
                self._desk.go("roles")
                self._desk.selection.role(entry.key)
            case "action":
                self._run(entry.key)

    def _run(self, id: str) -> None:
        for action in self._actions():
            if action.id == id and action.enabled():
                action.run()
                return

    def _entries(self) -> list[Entry]:
        say = self._desk.say
        metrics = [
            Entry("metric", metric.key, metric.name, say(text("metric")))
            for metric in self._desk.project.metrics
        ]
        roles = [
            Entry("role", role.key, role.name, say(text("role")))
            for role in self._desk.project.roles
        ]
        actions = [
            Entry("action", action.id, say(action.label), action.shortcut)
            for action in self._actions()
            if action.enabled()
        ]
        return [*metrics, *roles, *actions]


def _rank(entry: Entry, words: list[str]) -> tuple[int, int, str] | None:
    """Smaller is better; None when a word is missing."""
    title = folded(entry.title)
    if not all(word in title for word in words):
        return None
    starts = 0 if words and title.startswith(words[0]) else 1
    kinds = (
        {"metric": 0, "role": 1, "action": 2} if words else {"action": 0, "metric": 1, "role": 2}
    )
    return starts, kinds[entry.kind], title
