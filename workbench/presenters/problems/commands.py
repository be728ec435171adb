"""What can be done with the problems panel from anywhere in the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from workbench.base.texts import text
from workbench.presenters.actions import Action


class Panel(Protocol):
    """What the window does with the panel."""

    def toggle_problems(self) -> None: ...
    def problems_are_shown(self) -> bool: ...
    def step_problems(self, by: int) -> None: ...
    def show_checks_help(self, code: str = "") -> None: ...


def problem_actions(panel: Panel, has_findings: Callable[[], bool]) -> tuple[Action, ...]:
    """The actions, for menus, palette and shortcut sheet."""
    return (
        Action("view.problems", text("Problems panel"), panel.toggle_problems,
               shortcut="Ctrl+Shift+M", menu="view", icon="list-check", group=5,
               checked=panel.problems_are_shown),
        Action("problems.next", text("Next problem"), partial(panel.step_problems, 1),
               has_findings, shortcut="F8", menu="view", group=5),
        Action("problems.previous", text("Previous problem"), partial(panel.step_problems, -1),
               has_findings, shortcut="Shift+F8", menu="view", group=5),
        Action("help.checks", text("All checks and what they look for"), panel.show_checks_help,
               icon="list-check", menu="help"),
    )  # fmt: skip
