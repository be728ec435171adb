"""Which scenario is shown, and scenarios added, renamed and removed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from psygnal import Signal

from workbench.base.texts import text
from workbench.document.edits.scenarios import (
    AddScenario,
    ChangeScenario,
    RemoveScenario,
)
from workbench.document.keys import slug
from workbench.document.plan import Given, Scenario
from workbench.document.value import Key
from workbench.presenters.desk import Desk

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Tab:
    """The base (no key) or a scenario."""

    key: Key | None
    name: str


@dataclass(frozen=True, slots=True)
class Switch:
    """The base and the scenarios, and which of them is shown."""

    tabs: tuple[Tab, ...]
    chosen: int = 0


class Scenarios:
    """The base or one scenario is chosen; one that is gone gives way to the base."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._key: Key | None = None
        desk.session.opened.connect(self._on_opened)

    def _on_opened(self) -> None:
        self._key = None

    @property
    def chosen(self) -> Scenario | None:
        """The scenario that is shown, None for the base."""
        found = (one for one in self._desk.project.scenarios if one.key == self._key)
        return next(found, None)

    def switch(self) -> Switch:
        """The base and the scenarios in their order."""
        base = Tab(None, self._desk.say(text("Base")))
        tabs = (base, *(Tab(one.key, one.name) for one in self._desk.project.scenarios))
        keys = [tab.key for tab in tabs]
        return Switch(tabs, keys.index(self._key) if self._key in keys else 0)

    def choose(self, key: Key | None) -> None:
        """Show the base or a scenario."""
        if key != self._key:
            self._key = key
            self.changed.emit()

    def add(self) -> None:
        """A new scenario with the values of the one that is shown."""
        shown = self.chosen
        if shown is None:
            self.make(self._desk.say(text("Scenario")), {})
        else:
            self.make(self._desk.say(text("{name}, copy", name=shown.name)), shown.values)

    def make(self, name: str, values: Mapping[Key, Given]) -> None:
        """A new scenario of some values, shown at once; its name is made free."""
        name = self._free(name[: _LONGEST - 10])
        key = slug(name, {one.key for one in self._desk.project.scenarios}, "scenario")
        # Chosen before it is there: so the edit alone tells of it, and everything is shown once.
        before, self._key = self._key, key
        if not self._desk.do(AddScenario(Scenario(key=key, name=name, values=dict(values)))):
            self._key = before

    def rename(self, name: str) -> None:
        """Another name for the scenario that is shown; an empty one changes nothing."""
        shown, name = self.chosen, name.strip()
        if shown is not None and name and name != shown.name:
            self._desk.do(ChangeScenario(shown.key, {"name": name}, shown.name))

    def remove(self) -> None:
        """Take the scenario that is shown out; undo brings it back."""
        shown = self.chosen
        if shown is not None:
            self._desk.do(RemoveScenario(shown.key, shown.name))
            self._key = None

    def _free(self, name: str) -> str:
        taken = {one.name for one in self._desk.project.scenarios}
        number, free = 2, name
        while free in taken:
            free = f"{name} {number}"
            number += 1
        return free
