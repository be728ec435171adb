"""The canvas as a list: phases with their metrics, for those who do not look at pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.base.languages import Language
from workbench.base.texts import text
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.presenters.alerting import NO_ALERTS, Sign, sign_of, spoken, with_sentences
from workbench.presenters.checking import Alerts
from workbench.presenters.funnel.cards import answering
from workbench.presenters.funnel.picture import FunnelPicture
from workbench.presenters.measures import KINDS, influence_mark

COLUMNS = (text("Metric"), text("Value"), text("Influence"), text("Owner"))


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One metric of the outline; `detail` says in words what its look says on the canvas.

    `spoken` is its name as a screen reader says it, with what was found.
    """

    key: Key
    cells: tuple[str, ...]
    detail: str
    spoken: str
    trouble: bool = False
    computed: bool = False
    alert: Sign = ""


@dataclass(frozen=True, slots=True)
class OutlineGroup:
    """A phase with its metrics; the one without a key holds those of no phase."""

    key: Key | None
    title: str
    rows: tuple[OutlineRow, ...]


def outline(
    project: Project, picture: FunnelPicture, language: Language, alerts: Alerts = NO_ALERTS
) -> tuple[OutlineGroup, ...]:
    """The outline of a picture, in the order of the project."""
    rows: dict[Key | None, list[OutlineRow]] = {phase.key: [] for phase in project.phases}
    values = _values(picture)
    roles = answering(project)
    for metric in project.metrics:
        owners = [role.name for kpi, role in roles.get(metric.key, ()) if kpi.part == "owner"]
        value, trouble = values.get(metric.key, ("", False))
        cells = (
            metric.name,
            value,
            language.say(influence_mark(metric).label),
            ", ".join(owners),
        )
        alert = alerts.metric(metric.key)
        row = OutlineRow(
            metric.key,
            cells,
            with_sentences(language.say(KINDS[metric.kind]), alert, language),
            spoken(metric.name, alert, language),
            trouble,
            metric.is_computed,
            sign_of(alert),
        )
        rows.setdefault(metric.phase, []).append(row)
    titles: dict[Key | None, str] = {phase.key: phase.name for phase in project.phases}
    nowhere = language.say(text("without a phase"))
    return tuple(
        OutlineGroup(key, titles.get(key, nowhere), tuple(found)) for key, found in rows.items()
    )


def _values(picture: FunnelPicture) -> Mapping[Key, tuple[str, bool]]:
    values = {card.key: (card.face.value, card.face.trouble) for card in picture.cards}
    for key, arrow in picture.arrow_by_metric.items():
        if arrow.pill is not None:
            values[key] = arrow.pill.words, arrow.pill.trouble
    return values
