"""What changed in the whole project, subject by subject."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

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


def changes_in_words(sides: Sides) -> Iterator[Text]:
    """Every change as a line, in the order of the file."""
    changes = Changes(sides.before.project, sides.after.project)
    return chain(
        told(text("Project"), sides, sides.before.project, sides.after.project, _PROJECT),
        client_told(sides),
        calendar_told(sides),
        phases_told(sides),
        channels_told(sides),
        metrics_told(sides, changes),
        roles_told(sides, changes),
        kpis_told(sides, changes),
        tasks_told(sides),
        goals_told(sides),
        growth_told(sides),
        scenarios_told(sides),
        actuals_told(sides),
        journeys_told(sides),
        approvals_told(sides),
        _orders(sides),
    )


def _orders(sides: Sides) -> Iterator[Text]:
    for member, line in _ORDERED.items():
        before = [one.key for one in getattr(sides.before.project, member)]
        after = [one.key for one in getattr(sides.after.project, member)]
        both = set(before) & set(after)
        if [key for key in before if key in both] != [key for key in after if key in both]:
            yield line


# The subjects are told on their own; what is left are members of the project itself.
_SUBJECTS = (
    "client", "calendar", "phases", "channels", "metrics", "roles", "kpis", "tasks", "goals",
    "growth", "scenarios", "actuals", "journeys", "approvals",
)  # fmt: skip
_PROJECT: dict[str, Teller] = {
    "language": of_value(text("language"), chosen(_LANGUAGES)),
    **dict.fromkeys(_SUBJECTS, untold),
}
