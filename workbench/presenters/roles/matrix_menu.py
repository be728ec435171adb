"""The context menus of the matrix: everything that can be done with a cell or a column."""

from __future__ import annotations

from functools import partial

from workbench.base.texts import Text, text
from workbench.document.kpi import PARTS, Part
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.planning.assignment import owner_of
from workbench.presenters.desk import Desk
from workbench.presenters.roles.choices import LINE, Choice
from workbench.presenters.roles.matrix import MatrixPresenter
from workbench.presenters.roles.matrix_picture import Cell
from workbench.presenters.roles.role_list import RoleList


class MatrixMenu:
    """Builds the menus of a cell, a row and a column."""

    def __init__(self, desk: Desk, matrix: MatrixPresenter, roles: RoleList) -> None:
        self._desk = desk
        self._matrix = matrix
        self._roles = roles

    def of_cell(self, cell: Cell) -> tuple[Choice, ...]:
        """Part, hand over, share, take away, and the way to metric and role."""
        taken = self._matrix.is_taken(cell)
        metric, role = self._desk.project.metric(cell[0]), self._desk.project.role(cell[1])
        parts = tuple(self._part(cell, part) for part in PARTS)
        others = (
            self._choice(
                text("Hand over to"), below=self._others(cell, copy=False), icon="arrow-right"
            ),
            self._choice(text("Share with"), below=self._others(cell, copy=True), icon="users"),
            LINE,
            self._choice(text("Take away"), partial(self._matrix.unassign, cell), icon="trash"),
        )
        return (
            *parts,
            LINE,
            *(others if taken else ()),
            *((LINE,) if taken else ()),
            *self.of_metric(metric.key),
            self._choice(
                text("Show the role “{name}”", name=role.name),
                partial(self._matrix.select_role, role.key),
                icon="user",
            ),
        )

    def of_metric(self, metric: Key) -> tuple[Choice, ...]:
        """What can be done with a row."""
        name = self._desk.project.metric(metric).name
        return (
            self._choice(
                text("Show the metric “{name}”", name=name),
                partial(self._matrix.select_metric, metric),
                icon="target",
            ),
        )

    def of_role(self, role: Key) -> tuple[Choice, ...]:
        """Show, move, merge and remove a column."""
        at, last = self._roles.position(role), len(self._desk.project.roles) - 1
        return (
            self._choice(
                text("Show the role"), partial(self._matrix.select_role, role), icon="user"
            ),
            LINE,
            self._choice(
                text("Move left"), partial(self._roles.move, role, -1), at > 0, icon="chevron-left"
            ),
            self._choice(
                text("Move right"),
                partial(self._roles.move, role, 1),
                at < last,
                icon="chevron-right",
            ),
            self._choice(
                text("Merge into"), enabled=last > 0, below=self.merging(role), icon="git-merge"
            ),
            LINE,
            self._choice(text("Remove the role"), partial(self._roles.remove, role), icon="trash"),
        )

    def merging(self, role: Key) -> tuple[Choice, ...]:
        """The roles another one can be merged into."""
        return tuple(
            _named(other, partial(self._roles.merge, role, other.key))
            for other in self._desk.project.roles
            if other.key != role
        )

    def _part(self, cell: Cell, part: Part) -> Choice:
        kpi = self._desk.project.kpi_by_place.get(cell)
        has = kpi is not None and kpi.part == part
        run = partial(self._matrix.set_part, cell, part, take_over=True)
        return self._choice(self._part_label(cell, part), run, checked=has)

    def _part_label(self, cell: Cell, part: Part) -> Text:
        """The name of the part; taking over says who steps back."""
        owner = owner_of(self._desk.project, cell[0])
        if part != "owner" or owner is None or owner.role == cell[1]:
            return _CAPITALS[part]
        name = self._desk.project.role(owner.role).name
        return text("Owner instead of {owner}, who will share", owner=name)

    def _others(self, cell: Cell, *, copy: bool) -> tuple[Choice, ...]:
        return tuple(
            _named(role, partial(self._matrix.hand_over, cell, role.key, copy=copy))
            for role in self._desk.project.roles
            if role.key != cell[1]
        )

    def _choice(
        self, label: Text, run: partial[None] | None = None, enabled: bool = True, *,
        checked: bool | None = None, below: tuple[Choice, ...] = (), icon: str = "",
    ) -> Choice:  # fmt: skip
        return Choice(self._desk.say(label), run, enabled, checked, below, icon)


def _named(role: Role, run: partial[None]) -> Choice:
    return Choice(role.name, run, color=role.color)


_CAPITALS: dict[Part, Text] = {
    "owner": text("Owner"),
    "leader": text("Leader: through the people led"),
    "shared": text("Shared with others"),
    "contributor": text("Helps only"),
}
