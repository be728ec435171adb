"""Results of calculations as JSON."""

from __future__ import annotations

from typing import Any

from workbench.cli.speaker import Speaker
from workbench.formula.values import Problem, Result


def number(result: Result) -> float | int | None:
    """A number, whole where it is; null where there is none."""
    if isinstance(result, Problem):
        return None
    return int(result) if float(result).is_integer() and abs(result) < 1e15 else result


def with_problem(tree: dict[str, Any], result: Result, speaker: Speaker) -> dict[str, Any]:
    """The members with the reason beside them, where a result has no number."""
    if isinstance(result, Problem):
        tree["problem"] = speaker.say(result.reason)
    return tree
