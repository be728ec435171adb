"""An answer of the backward calculation in words: who has to move what, by how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.base.languages import Language
from workbench.base.texts import Text, joined, text, verbatim
from workbench.document.project import Project
from workbench.planning.goals import meets
from workbench.planning.solve import LeverMove, Solution
from workbench.presenters.measures import shown_value, signed_percent

_DUST = 5e-7


def told(solution: Solution, project: Project, language: Language) -> tuple[Text, ...]:
    """The outcome in one sentence, then one for each role that has something to do.

    Levers that the goal is not computed from are named at the end.
    """
    found = (outcome(solution, project, language), *_by_owner(solution, project, language))
    idle = [project.metric(move.metric).name for move in solution.moves if not move.acts]
    if not idle:
        return found
    goal = project.metric(solution.goal.metric).name
    return (*found, text("“{goal}” is not computed from: {levers}", goal=goal, levers=quoted(idle)))


def outcome(solution: Solution, project: Project, language: Language) -> Text:
    """Whether the goal is reached, and if not, how far it gets and what holds it back."""
    metric = project.metric(solution.goal.metric)

    def said(value: float) -> str:
        return shown_value(metric, value, project, language, compact=True)

    target, value = said(solution.goal.value), said(solution.value)
    held = [project.metric(move.metric).name for move in solution.moves if move.is_at_bound]
    if not solution.reached and not held:
        return text("“{metric}” cannot reach {target} by these levers: the best is {value}",
                    metric=metric.name, target=target, value=value)  # fmt: skip
    if not solution.reached:
        return text(
            "“{metric}” cannot reach {target} within the bounds: the best is {value}. At their "
            "bounds: {levers}",
            metric=metric.name, target=target, value=value, levers=quoted(held),
        )  # fmt: skip
    if not any(_is_moved(move) for move in solution.moves):
        return text("“{metric}” reaches {target} in the base as it is: nothing has to move",
                    metric=metric.name, target=target)  # fmt: skip
    if meets(metric, solution.start, solution.goal.value):
        return text("“{metric}” is exactly {target}, which it passes already, when:",
                    metric=metric.name, target=target)  # fmt: skip
    return text("“{metric}” reaches {target} when:", metric=metric.name, target=target)


def quoted(names: Sequence[str]) -> Text:
    """Names of metrics in a row."""
    return joined([text("“{name}”", name=name) for name in names])


def _by_owner(solution: Solution, project: Project, language: Language) -> Iterator[Text]:
    moved = [move for move in solution.moves if _is_moved(move)]
    for owner in dict.fromkeys(move.owner for move in moved):
        who = text("Nobody yet") if owner is None else verbatim(project.role(owner).name)
        moves = [_move(move, project, language) for move in moved if move.owner == owner]
        yield text("{who}: {moves}", who=who, moves=joined(moves, "; "))


def _move(move: LeverMove, project: Project, language: Language) -> Text:
    metric = project.metric(move.metric)
    start, value = (
        shown_value(metric, each, project, language) for each in (move.start, move.value)
    )
    change = signed_percent(move.factor - 1, language)
    return text(
        "“{metric}” from {start} to {value} ({change})",
        metric=metric.name, start=start, value=value, change=change,
    )  # fmt: skip


def _is_moved(move: LeverMove) -> bool:
    return abs(move.factor - 1) > _DUST
