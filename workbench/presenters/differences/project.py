"""What changed in the whole project, subject by subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.base.texts import Text, text, verbatim
from workbench.document.changes import Changes
from workbench.presenters.differences.change import Teller, chosen, of_value, told, untold
from workbench.presenters.differences.client import (
    calendar_told,
    channels_told,
    client_told,
    phases_told,
)
from workbench.presenters.differences.growth import growth_told
from workbench.presenters.differences.kpis import kpis_told
from workbench.presenters.differences.metrics import metrics_told
from workbench.presenters.differences.plan import (
    actuals_told,
    approvals_told,
    goals_told,
    journeys_told,
    scenarios_told,
)
from workbench.presenters.differences.roles import roles_told
from workbench.presenters.differences.side import Sides
from workbench.presenters.differences.tasks import tasks_told

_LANGUAGES = {"ru": verbatim("Русский"), "en": verbatim("English")}
# Lists whose order a person sees; elsewhere it means nothing.
_ORDERED = {
    "phases": text("Phases: in another order"),
    "channels": text("Channels: in another order"),
    "metrics": text("Metrics: in another order"),
    "roles": text("Roles: in another order"),
    "scenarios": text("Scenarios: in another order"),
}


def changes_by_member(sides: Sides) -> Iterator[tuple[str, Text]]:
    """Every change as a line with the member of the file it is in, in the order of the file."""
    changes = Changes(sides.before.project, sides.after.project)
    before, after = sides.before.project, sides.after.project
    told_by_member: dict[str, Iterable[Text]] = {
        "project": told(text("Project"), sides, before, after, _PROJECT),
        "client": client_told(sides),
        "calendar": calendar_told(sides),
        "phases": phases_told(sides),
        "channels": channels_told(sides),
        "metrics": metrics_told(sides, changes),
        "roles": roles_told(sides, changes),
        "kpis": kpis_told(sides, changes),
        "tasks": tasks_told(sides),
        "goals": goals_told(sides),
        "growth": growth_told(sides),
        "scenarios": scenarios_told(sides),
        "actuals": actuals_told(sides),
        "journeys": journeys_told(sides),
        "approvals": approvals_told(sides),
    }
    for member, lines in told_by_member.items():
        yield from ((member, line) for line in lines)
    yield from _orders(sides)


def _orders(sides: Sides) -> Iterator[tuple[str, Text]]:
    for member, line in _ORDERED.items():
        before = [one.key for one in getattr(sides.before.project, member)]
        after = [one.key for one in getattr(sides.after.project, member)]
        both = set(before) & set(after)
        if [key for key in before if key in both] != [key for key in after if key in both]:
            yield member, line


# The subjects are told on their own; what is left are members of the project itself.
_SUBJECTS = (
    "client", "calendar", "phases", "channels", "metrics", "roles", "kpis", "tasks", "goals",
    "growth", "scenarios", "actuals", "journeys", "approvals",
)  # fmt: skip
_PROJECT: dict[str, Teller] = {
    "language": of_value(text("language"), chosen(_LANGUAGES)),
    **dict.fromkeys(_SUBJECTS, untold),
}
