"""The inspector of the project, shown when nothing is selected."""

from __future__ import annotations

from workbench.base.errors import WorkbenchError
from workbench.base.languages import Language
from workbench.base.texts import plural, text
from workbench.presenters.calculation import Update
from workbench.presenters.desk import Desk
from workbench.presenters.inspector import calendar_section, client_section, lists_section
from workbench.presenters.inspector.calendar_section import Keep
from workbench.presenters.inspector.metric import InspectorView
from workbench.presenters.inspector.rows import Picture, TextRow
from workbench.presenters.inspector.wishes import Chosen, Folded, Wish
from workbench.presenters.selection import Selected


class ProjectPresenter:
    """Client, calendar, goals, channels and phases of the open project."""

    def __init__(self, desk: Desk, view: InspectorView) -> None:
        self.desk = desk
        self._view = view
        self._folds: dict[str, bool] = {}
        self._keep: Keep = "month"
        desk.calculation.updated.connect(self._on_updated)
        desk.selection.changed.connect(self._on_selection_changed)
        desk.language_changed.connect(self._on_language_changed)

    def refresh(self) -> None:
        """Show what is so now, unless something else is inspected."""
        if self.desk.selection.selected == Selected():
            self._view.show_picture(self.picture())

    def picture(self) -> Picture:
        """Everything about the project that is no metric and no role."""
        desk, project = self.desk, self.desk.project
        return Picture(
            target="project",
            title=TextRow(
                key="name", label=desk.say(text("Client")), words=project.client.name, tall=True,
                placeholder=desk.say(text("Name of the client")),
            ),
            subtitle=self._subtitle(),
            sections=(
                lists_section.goals_section(desk, is_open=self._is_open("goals")),
                client_section.client_section(desk, is_open=self._is_open("client")),
                calendar_section.calendar_section(
                    desk, self._keep, is_open=self._is_open("calendar")
                ),
                lists_section.phases_section(desk, is_open=self._is_open("phases")),
                lists_section.channels_section(desk, is_open=self._is_open("channels")),
            ),
        )  # fmt: skip

    def answer(self, wish: Wish) -> None:
        """Do what is wished and show how it stands then, even where nothing changed."""
        match wish:
            case Folded(section, is_open):
                self._folds[section] = is_open
            case Chosen("keep", "month" | "order" as keep):
                self._keep = keep
            case _:
                self._answer_sections(wish)
        self.refresh()

    def _answer_sections(self, wish: Wish) -> None:
        try:
            self._change(wish)
        except WorkbenchError as error:
            self.desk.tell(error.message)

    def _change(self, wish: Wish) -> None:
        if not client_section.answer(self.desk, wish) and not calendar_section.answer(
            self.desk, self._keep, wish
        ):
            lists_section.answer(self.desk, wish)

    def _subtitle(self) -> str:
        """What there is: metrics, roles and months."""
        project, say = self.desk.project, self.desk.say
        parts = (
            plural("{n} metric", "{n} metrics", len(project.metrics)),
            plural("{n} role", "{n} roles", len(project.roles)),
            plural("{n} month", "{n} months", project.calendar.months),
        )
        return " · ".join(say(part) for part in parts)

    def _is_open(self, section: str) -> bool:
        return self._folds.get(section, True)

    def _on_selection_changed(self, selected: Selected) -> None:
        if selected == Selected():
            self.refresh()

    def _on_updated(self, _update: Update) -> None:
        self.refresh()

    def _on_language_changed(self, _language: Language) -> None:
        self.refresh()
