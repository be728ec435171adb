"""The inspector of the selected role: puts its sections together and passes wishes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from workbench.base.languages import Language
from workbench.base.texts import text
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.presenters.calculation import Update
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.metric import InspectorView
from workbench.presenters.inspector.rows import AddRow, Option, Picture, Section, TextRow
from workbench.presenters.inspector.wishes import Added, Folded, Wish
from workbench.presenters.roles import role_about, role_kpis, role_pay, role_tasks, role_team
from workbench.presenters.roles.role_list import RoleList
from workbench.presenters.roles.role_subject import RoleSubject
from workbench.presenters.selection import Selected

_ANSWERS: tuple[Callable[[RoleSubject, Wish], bool], ...] = (
    role_about.answer,
    role_kpis.answer,
    role_tasks.answer,
    role_team.answer,
    role_pay.answer,
)


class RoleView(InspectorView, Protocol):
    """What the inspector of a role asks of its widget."""

    def edit_title(self) -> None:
        """Let the name be typed over."""


class RolePresenter:
    """Follows the selection and shows the selected role whole."""

    def __init__(self, desk: Desk, view: RoleView) -> None:
        self._desk = desk
        self._view = view
        self._folds: dict[str, bool] = {}
        self._roles = RoleList(desk)
        self._selected = desk.selection.selected
        desk.calculation.updated.connect(self._on_updated)
        desk.selection.changed.connect(self._on_selection_changed)
        desk.language_changed.connect(self._on_language_changed)
        desk.naming_wanted.connect(self._on_naming_wanted)

    @property
    def role(self) -> Role | None:
        """The role it is about."""
        key = self._selected.role
        return self._desk.project.role_by_key.get(key) if key else None

    def refresh(self) -> None:
        """Show what is so now."""
        role = self.role
        if role is not None:
            self._view.show_picture(self.picture(role))

    def picture(self, role: Role) -> Picture:
        """Everything about one role."""
        subject = RoleSubject(self._desk, role, self._folds)
        say = subject.say
        return Picture(
            target=role.key,
            title=TextRow(key="name", label=say(text("Name of the role")), words=role.name),
            subtitle=role_about.subtitle(subject),
            subtitle_tip=say(text("Colour and employment: show or hide")),
            unfolds="about",
            sections=tuple(_sections(subject, self._whole(subject))),
        )

    def answer(self, wish: Wish) -> None:
        """Do what is wished and show how it stands then, even where nothing changed."""
        role = self.role
        if role is None:
            return
        if isinstance(wish, Folded):
            self._folds[wish.row] = wish.open
        elif not self._answer_whole(role, wish):
            subject = RoleSubject(self._desk, role, self._folds)
            any(answer(subject, wish) for answer in _ANSWERS)
        self.refresh()

    def _answer_whole(self, role: Role, wish: Wish) -> bool:
        """Wishes about the role as a whole."""
        match wish:
            case Added("merge", into) if into:
                self._roles.merge(role.key, into)
            case Added("left"):
                self._roles.move(role.key, -1)
            case Added("right"):
                self._roles.move(role.key, 1)
            case Added("remove"):
                self._roles.remove(role.key)
            case _:
                return False
        return True

    def _whole(self, subject: RoleSubject) -> Section:
        """What can be done with the role as a whole."""
        say, roles = subject.say, subject.project.roles
        at = self._roles.position(subject.role.key)
        others = tuple(
            Option(role.key, role.name) for role in roles if role.key != subject.role.key
        )
        rows: list[AddRow] = []
        if others:
            tip = say(text("KPIs, duties and tasks go over; people are not added up"))
            words = say(text("Merge into another role…"))
            rows.append(AddRow(key="merge", words=words, options=others, tip=tip))
        if at > 0:
            rows.append(AddRow(key="left", words=say(text("Move left in the matrix"))))
        if at < len(roles) - 1:
            rows.append(AddRow(key="right", words=say(text("Move right in the matrix"))))
        rows.append(AddRow(key="remove", words=say(text("Remove the role"))))
        return Section(
            "whole",
            say(text("The role as a whole")),
            tuple(rows),
            folds=True,
            open=subject.is_open("whole", at_first=False),
        )

    def _on_selection_changed(self, selected: Selected) -> None:
        self._view.hand_over()
        self._selected = selected
        self.refresh()

    def _on_naming_wanted(self, key: Key) -> None:
        if key == self._selected.role:
            self._view.edit_title()

    def _on_updated(self, _update: Update) -> None:
        self.refresh()

    def _on_language_changed(self, _language: Language) -> None:
        self.refresh()


def _sections(subject: RoleSubject, whole: Section) -> list[Section]:
    found: list[Section | None] = [
        role_about.about_section(subject),
        role_about.mission_section(subject),
        role_about.list_section(subject, "duties"),
        *role_tasks.task_sections(subject),
        role_kpis.kpis_section(subject),
        role_about.list_section(subject, "not_responsible"),
        None if subject.is_contractor else role_team.team_section(subject),
        role_pay.pay_section(subject),
        None if subject.is_contractor else role_pay.ramp_section(subject),
        role_about.list_section(subject, "competencies"),
        whole,
    ]
    return [section for section in found if section is not None]
