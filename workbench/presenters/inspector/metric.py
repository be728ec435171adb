"""The inspector of the selected metrics: puts its sections together and passes wishes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from workbench.base.errors import WorkbenchError
from workbench.base.languages import Language
from workbench.base.texts import text
from workbench.document.metric import Metric
from workbench.presenters.calculation import Update
from workbench.presenters.desk import Desk
from workbench.presenters.formula_field import FormulaDrafts
from workbench.presenters.inspector import (
    data_section,
    definition_section,
    goal_section,
    influence_section,
    responsibility_section,
    several,
    standards_section,
    value_section,
)
from workbench.presenters.inspector.rows import Picture, TextRow
from workbench.presenters.inspector.subject import Memory, Subject
from workbench.presenters.inspector.wishes import Folded, Typed, Wish
from workbench.presenters.selection import Selected

_ANSWERS: tuple[Callable[[Subject, Wish], bool], ...] = (
    value_section.answer,
    definition_section.answer,
    influence_section.answer,
    responsibility_section.answer,
    goal_section.answer,
    standards_section.answer,
    data_section.answer,
)


class InspectorView(Protocol):
    """What an inspector asks of its widget."""

    def show_picture(self, picture: Picture) -> None:
        """Show this, leaving alone what is there already."""

    def hand_over(self) -> None:
        """Commit the field being typed in, while its wish still means what it was typed for."""


class MetricPresenter:
    """Follows the selection; shows one metric whole, of several what they share."""

    def __init__(self, desk: Desk, view: InspectorView) -> None:
        self.desk = desk
        self.drafts = FormulaDrafts(desk)
        self._view = view
        self._memory = Memory()
        self._selected = desk.selection.selected
        desk.session.opened.connect(self._on_opened)
        desk.calculation.updated.connect(self._on_updated)
        desk.selection.changed.connect(self._on_selection_changed)
        desk.language_changed.connect(self._on_language_changed)

    def _on_opened(self) -> None:
        self._memory = Memory(folds=self._memory.folds)

    @property
    def metrics(self) -> tuple[Metric, ...]:
        """The metrics it is about."""
        known = self.desk.project.metric_by_key
        return tuple(known[key] for key in self._selected.metrics if key in known)

    def refresh(self) -> None:
        """Show what is so now."""
        metrics = self.metrics
        if len(metrics) == 1:
            self._view.show_picture(self.picture(metrics[0]))
        elif metrics:
            self._view.show_picture(several.picture(self.desk, metrics))

    def picture(self, metric: Metric) -> Picture:
        """Everything about one metric."""
        subject = self._subject(metric)
        return Picture(
            target=metric.key,
            title=TextRow(
                key="name", label=subject.say(text("Name")), words=metric.name, tall=True
            ),
            subtitle=definition_section.subtitle(subject),
            subtitle_tip=subject.say(text("Kind, unit, phase, channel: show or hide")),
            unfolds="definition",
            sections=(
                definition_section.definition_section(subject),
                value_section.value_section(subject),
                influence_section.influence_section(subject),
                responsibility_section.responsibility_section(subject),
                goal_section.goal_section(subject),
                standards_section.standards_section(subject),
                data_section.data_section(subject),
            ),
        )

    def answer(self, wish: Wish) -> None:
        """Do what is wished and show how it stands then, even where nothing changed."""
        try:
            self._answer(wish)
        except WorkbenchError as error:
            self.desk.tell(error.message)
        self.refresh()

    def _answer(self, wish: Wish) -> None:
        metrics = self.metrics
        if isinstance(wish, Folded):
            self._memory.folds[wish.row] = wish.open
        elif len(metrics) > 1:
            several.answer(self.desk, metrics, wish)
        elif metrics:
            self._answer_one(self._subject(metrics[0]), wish)

    def _answer_one(self, subject: Subject, wish: Wish) -> None:
        if isinstance(wish, Typed) and wish.row == "name":
            if wish.words:
                subject.change(name=wish.words[:200])
            return
        any(answer(subject, wish) for answer in _ANSWERS)

    def _subject(self, metric: Metric) -> Subject:
        return Subject(self.desk, metric, self._memory, self.drafts)

    def _on_selection_changed(self, selected: Selected) -> None:
        self._view.hand_over()
        self.desk.session.end_run()
        self._selected = selected
        self.refresh()

    def _on_updated(self, update: Update) -> None:
        metrics = update.changes.after.metrics
        self._memory.unfinished -= {metric.key for metric in metrics if metric.is_computed}
        self.refresh()

    def _on_language_changed(self, _language: Language) -> None:
        self.refresh()
