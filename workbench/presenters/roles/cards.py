"""The role cards: each role on one card, as one would introduce it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from workbench.base.languages import Language
from workbench.base.texts import Text, plural, text
from workbench.checks.runner import Report
from workbench.document.kpi import Kpi, Part, Task
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.planning.assignment import measured
from workbench.presenters.alerting import (
    NO_ALERTS,
    Sign,
    sign_of,
    spoken,
    together,
    with_sentences,
)
from workbench.presenters.calculation import Update
from workbench.presenters.checking import Alert, Alerts
from workbench.presenters.desk import Desk
from workbench.presenters.measures import shown_value
from workbench.presenters.roles.parts import short_caption
from workbench.presenters.roles.sums import Sum, weight_sum
from workbench.presenters.selection import Selected


@dataclass(frozen=True, slots=True)
class CardLine:
    """A KPI with its weight as a bar (0…1), or a contractor's task with its due date."""

    name: str
    caption: str
    spoken: str
    part: Part | None = None
    share: float = 0.0
    missing: bool = False
    alert: Sign = ""


@dataclass(frozen=True, slots=True)
class CardPicture:
    """A role as its card shows it; `about` holds people and capacity.

    `tip` holds its mission and everything that was found about the role and its KPIs.
    """

    role: Key
    name: str
    spoken_name: str
    color: str
    contractor: bool
    mission: str
    about: tuple[str, ...]
    heading: str
    lines: tuple[CardLine, ...]
    empty: str
    weights: Sum | None
    tip: str
    alert: Sign = ""

    @property
    def spoken(self) -> str:
        """The card as a screen reader says it."""
        said = [line.spoken for line in self.lines]
        return ". ".join([self.spoken_name, *self.about, *(said or [self.empty])])


class CardsView(Protocol):
    """The grid of cards."""

    def show_cards(self, cards: tuple[CardPicture, ...]) -> None:
        """Show these cards."""

    def show_selected_role(self, role: Key | None) -> None:
        """Mark the selected one."""


class CardsPresenter:
    """Keeps the cards up with the project while somebody looks at them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._view: CardsView | None = None
        self._cards: tuple[CardPicture, ...] | None = None
        self._awake = False
        desk.calculation.updated.connect(self._on_updated)
        desk.checking.updated.connect(self._on_checked)
        desk.language_changed.connect(self._on_language_changed)
        desk.selection.changed.connect(self._on_selected)

    def attach(self, view: CardsView) -> None:
        """Give the presenter the grid it shows cards on."""
        self._view = view

    def wake(self) -> None:
        """The cards came to sight."""
        self._awake = True
        self.refresh()
        self._on_selected(self._desk.selection.selected)

    def sleep(self) -> None:
        """The cards are out of sight."""
        self._awake = False

    def choose(self, role: Key) -> None:
        """Show a role in the inspector."""
        self._desk.selection.role(role)

    def refresh(self) -> None:
        """Show the cards again, if anything on them differs."""
        if not self._awake or self._view is None:
            return
        project, language = self._desk.project, self._desk.language
        alerts = self._desk.checking.alerts
        cards = tuple(card_of(role, project, language, alerts) for role in project.roles)
        if cards != self._cards:
            self._cards = cards
            self._view.show_cards(cards)

    def _on_updated(self, _update: Update) -> None:
        self.refresh()

    def _on_checked(self, _report: Report) -> None:
        self.refresh()

    def _on_language_changed(self, _language: Language) -> None:
        self.refresh()

    def _on_selected(self, selected: Selected) -> None:
        if self._awake and self._view is not None:
            role = selected.cell[1] if selected.cell else selected.role
            self._view.show_selected_role(role)


def card_of(
    role: Role, project: Project, language: Language, alerts: Alerts = NO_ALERTS
) -> CardPicture:
    """The card of a role: KPIs of staff, tasks of a contractor."""
    contractor = role.employment == "contractor"
    lines = (
        _tasks(role, project, language) if contractor else _kpis(role, project, language, alerts)
    )
    own, kpis = alerts.role(role.key), _about_kpis(role, project, alerts)
    # a KPI has no line on the card of a contractor, who should have none
    head = together((own, kpis)) if contractor else own
    empty = text("no tasks yet") if contractor else text("no KPIs yet")
    return CardPicture(
        role=role.key,
        name=role.name,
        spoken_name=spoken(role.name, head, language),
        color=role.color,
        contractor=contractor,
        mission=role.mission,
        about=_about(role, project, language),
        heading=language.say(text("Tasks") if contractor else text("KPIs")),
        lines=lines,
        empty=language.say(empty),
        weights=None if contractor else weight_sum(project, role.key, language),
        tip=with_sentences(role.mission, together((own, kpis)), language),
        alert=sign_of(head),
    )


def people_caption(people: float) -> Text:
    """A number of people, which may be a fraction."""
    if float(people).is_integer():
        return plural("{n} person", "{n} people", int(people))
    return text("{people} people", people=people)


def _about(role: Role, project: Project, language: Language) -> tuple[str, ...]:
    if role.employment == "contractor":
        return (language.say(text("contractor")),)
    return (language.say(people_caption(role.people)), *_capacities(role, project, language))


def _capacities(role: Role, project: Project, language: Language) -> tuple[str, ...]:
    """What one person handles: “15 cold meetings a month each”."""
    return tuple(
        language.say(
            text(
                "{metric}: {amount} each a month",
                metric=metric.name,
                amount=shown_value(metric, capacity.per_person, project, language),
            )
        )
        for capacity in role.capacity
        for metric in (project.metric(capacity.metric),)
    )


def _about_kpis(role: Role, project: Project, alerts: Alerts) -> Alert | None:
    return together(alerts.cell(*kpi.place) for kpi in project.kpis_of_role(role.key))


def _kpis(role: Role, project: Project, language: Language, alerts: Alerts) -> tuple[CardLine, ...]:
    kpis = project.kpis_of_role(role.key)
    helping = (kpi for kpi in kpis if kpi.part == "contributor")
    return tuple(
        _kpi(kpi, project, language, alerts.cell(*kpi.place))
        for kpi in (*sorted(measured(kpis), key=_by_weight), *helping)
    )


def _kpi(kpi: Kpi, project: Project, language: Language, alert: Alert | None) -> CardLine:
    name, caption = project.metric(kpi.metric).name, short_caption(kpi, language)
    said = spoken(f"{name}: {caption}", alert, language)
    return CardLine(name, caption, said, kpi.part, kpi.weight, alert=sign_of(alert))


def _by_weight(kpi: Kpi) -> float:
    return -kpi.weight


def _tasks(role: Role, project: Project, language: Language) -> tuple[CardLine, ...]:
    return tuple(_task(task, language) for task in project.tasks if task.role == role.key)


def _task(task: Task, language: Language) -> CardLine:
    due = language.date(task.due) if task.due else language.say(text("not set"))
    return CardLine(task.name, due, f"{task.name}: {due}", missing=task.due is None)
