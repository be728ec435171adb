"""The Roles place as a whole: which view is open, which rows it shows, and its actions."""

from __future__ import annotations

from functools import partial
from typing import Literal, Protocol

from workbench.base.texts import text
from workbench.document.value import Key
from workbench.presenters.actions import Action
from workbench.presenters.calculation import Update
from workbench.presenters.desk import Desk
from workbench.presenters.roles.cards import CardsPresenter
from workbench.presenters.roles.choices import LINE, Choice
from workbench.presenters.roles.matrix import MatrixPresenter
from workbench.presenters.roles.matrix_menu import MatrixMenu
from workbench.presenters.roles.matrix_picture import RowFilter
from workbench.presenters.roles.role_list import RoleList
from workbench.presenters.roles.standard_roles import STANDARD_ROLES, standard_role

Mode = Literal["matrix", "cards"]


class PlaceView(Protocol):
    """The frame round matrix and cards."""

    def show_mode(self, mode: Mode) -> None:
        """Open one of the two views."""

    def show_filter(self, shown: RowFilter) -> None:
        """Show which rows are chosen."""

    def show_emptiness(self, roles: bool, metrics: bool) -> None:
        """Say what is missing: roles, or metrics to give them."""

    def focus_search(self) -> None:
        """Put the cursor into the search field."""


class PlacePresenter:
    """Holds what the two views have in common."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._view: PlaceView | None = None
        self._mode: Mode = "matrix"
        self._shown = RowFilter()
        self._awake = False
        self.roles = RoleList(desk)
        self.matrix = MatrixPresenter(desk)
        self.menu = MatrixMenu(desk, self.matrix, self.roles)
        self.cards = CardsPresenter(desk)
        desk.calculation.updated.connect(self._on_updated)

    @property
    def mode(self) -> Mode:
        """The view that is open."""
        return self._mode

    def attach(self, view: PlaceView) -> None:
        """Give the presenter the frame."""
        self._view = view
        self._show()

    def set_visible(self, visible: bool) -> None:
        """Wake the open view when the place comes to sight, let both sleep when it goes."""
        self._awake = visible
        for mode, presenter in (("matrix", self.matrix), ("cards", self.cards)):
            if visible and mode == self._mode:
                presenter.wake()
            else:
                presenter.sleep()
        if visible:
            self._show()

    def open(self, mode: Mode) -> None:
        """Open matrix or cards."""
        self._mode = mode
        self.set_visible(self._awake)
        self._show()

    def search(self, words: str) -> None:
        """Show metrics called so."""
        self._narrow(RowFilter(self._shown.influenceable, words.strip()))

    def toggle_influenceable(self) -> None:
        """Show only metrics that somebody can move, or all again."""
        self._narrow(RowFilter(not self._shown.influenceable, self._shown.words))

    @property
    def only_influenceable(self) -> bool:
        """Whether metrics that nobody moves directly are left out."""
        return self._shown.influenceable

    def new_roles(self) -> tuple[Choice, ...]:
        """The menu of “+ Role”: a blank one, then those of the method."""
        blank = Choice(self._desk.say(text("Blank role")), self.roles.add_blank, icon="user-plus")
        standard = (
            Choice(
                self._desk.say(name),
                partial(self.roles.add_standard, key),
                color=standard_role(key, self._desk.project.language).color,
            )
            for key, name in STANDARD_ROLES.items()
        )
        return (blank, LINE, *standard)

    def actions(self) -> tuple[Action, ...]:
        """What can be done in the place, for menus, palette and shortcut sheet."""
        return (*self._view_actions(), *self._role_actions(), *self._cell_actions())

    def _view_actions(self) -> tuple[Action, ...]:
        return (
            Action(
                "roles.matrix", text("Matrix of KPIs"), partial(self._go, "matrix"), icon="table",
                menu="roles", checked=lambda: self._mode == "matrix", wide=False,
                shortcut="Alt+1",
            ),
            Action(
                "roles.cards", text("Role cards"), partial(self._go, "cards"), icon="layout-grid",
                menu="roles", checked=lambda: self._mode == "cards", wide=False, shortcut="Alt+2",
            ),
            Action(
                "roles.influenceable", text("Only metrics that can be influenced"),
                self.toggle_influenceable, icon="bolt", menu="roles", wide=False,
                checked=lambda: self.only_influenceable, shortcut="Ctrl+Shift+I",
            ),
            Action(
                "roles.search", text("Find a metric in the matrix"), self._search, icon="search",
                menu="roles", wide=False, shortcut="Ctrl+F",
            ),
        )  # fmt: skip

    def _role_actions(self) -> tuple[Action, ...]:
        standard = (
            Action(
                f"roles.add.{key}", text("Add a role: {name}", name=name),
                partial(self._add, key), icon="user-plus",
            )
            for key, name in STANDARD_ROLES.items()
        )  # fmt: skip
        return (
            Action(
                "roles.add", text("Add a blank role"), partial(self._add, ""), icon="user-plus",
                menu="roles", group=1, shortcut="Ctrl+Shift+R",
            ),
            *standard,
            Action(
                "roles.left", text("Move the role left"), partial(self._move, -1),
                self._has_role, menu="roles", group=1, shortcut="Ctrl+Alt+Left", wide=False,
            ),
            Action(
                "roles.right", text("Move the role right"), partial(self._move, 1),
                self._has_role, menu="roles", group=1, shortcut="Ctrl+Alt+Right", wide=False,
            ),
            Action(
                "roles.remove", text("Remove the role"), self._remove, self._has_role,
                icon="user-minus", menu="roles", group=1, wide=False,
            ),
        )  # fmt: skip

    def _cell_actions(self) -> tuple[Action, ...]:
        return (
            Action(
                "roles.assign", text("Give the metric to the role"), self._assign, self._has_cell,
                icon="plus", menu="roles", group=2, wide=False,
            ),
            Action(
                "roles.part", text("Next part: owner, leader, shared, helps"), self._cycle,
                self._has_cell, icon="refresh", menu="roles", group=2, wide=False,
            ),
            Action(
                "roles.unassign", text("Take the KPI away"), self._unassign, self._has_kpi,
                icon="x", menu="roles", group=2, wide=False, shortcut="Del",
            ),
        )  # fmt: skip

    def _narrow(self, shown: RowFilter) -> None:
        self._shown = shown
        self.matrix.narrow(shown)
        self._show()

    def _show(self) -> None:
        if self._view is not None:
            project = self._desk.project
            self._view.show_mode(self._mode)
            self._view.show_filter(self._shown)
            self._view.show_emptiness(not project.roles, not project.metrics)

    def _go(self, mode: Mode) -> None:
        self._desk.go("roles")
        self.open(mode)

    def _search(self) -> None:
        self._go("matrix")
        if self._view is not None:
            self._view.focus_search()

    def _role(self) -> Key | None:
        """The role that is meant: the selected one, or that of the selected cell."""
        selected = self._desk.selection.selected
        return selected.cell[1] if selected.cell else selected.role

    def _has_role(self) -> bool:
        return self._role() is not None

    def _has_cell(self) -> bool:
        return self._desk.selection.selected.cell is not None

    def _has_kpi(self) -> bool:
        cell = self._desk.selection.selected.cell
        return self._mode == "matrix" and cell is not None and self.matrix.is_taken(cell)

    def _add(self, key: Key) -> None:
        """Add a blank role or one of the method, where it can be seen."""
        self._desk.go("roles")
        if key:
            self.roles.add_standard(key)
        else:
            self.roles.add_blank()

    def _move(self, by: int) -> None:
        role = self._role()
        if role is not None:
            self.roles.move(role, by)

    def _remove(self) -> None:
        role = self._role()
        if role is not None:
            self.roles.remove(role)

    def _assign(self) -> None:
        cell = self._desk.selection.selected.cell
        if cell is not None:
            self.matrix.assign(cell)
            self.matrix.end_weighing()

    def _cycle(self) -> None:
        cell = self._desk.selection.selected.cell
        if cell is not None:
            self.matrix.cycle(cell)

    def _unassign(self) -> None:
        cell = self._desk.selection.selected.cell
        if cell is not None:
            self.matrix.unassign(cell)

    def _on_updated(self, _update: Update) -> None:
        if self._awake:
            self._show()
