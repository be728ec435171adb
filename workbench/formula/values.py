"""What a calculation answers: a number, or a problem with its reason."""

from __future__ import annotations

import math
from dataclasses import dataclass

from workbench.base.texts import Text, text


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there is no number; `metric` and `month` say where it began."""

    reason: Text
    metric: str = ""
    month: int | None = None


Result = float | Problem


class Stop(Exception):
    """Carries a problem out of the evaluation of a formula; planning catches it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def stop(reason: Text) -> Stop:
    """The end of an evaluation for a reason that belongs to the formula itself."""
    return Stop(Problem(reason))


def demand(result: Result) -> float:
    """The number, or the problem on its way up."""
    if isinstance(result, Problem):
        raise Stop(result)
    return result


def bounded(value: float, metric: str = "") -> Result:
    """The number, or a problem where it has grown past what numbers hold."""
    return value if math.isfinite(value) else Problem(text("the result is too large"), metric)
