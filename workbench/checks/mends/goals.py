"""Goals and limits set to another value."""

from __future__ import annotations

from workbench.base.texts import Text
from workbench.checks.finding import Mend
from workbench.checks.system import System
from workbench.document.edits.project import SetMembers
from workbench.document.plan import Goal


def set_goal(system: System, goal: Goal, value: float, title: Text) -> Mend:
    """One goal set to a value, the others as they are."""
    goals = tuple(one.having(value=value) if one == goal else one for one in system.project.goals)
    return Mend(title, (SetMembers({"goals": goals}, title),))
