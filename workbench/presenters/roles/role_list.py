"""Adding, moving, merging and removing roles: the columns of the matrix."""

from __future__ import annotations

from workbench.base.languages import language
from workbench.base.texts import text
from workbench.document.edits.roles import AddRole, ReorderRole
from workbench.document.keys import slug
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.formula.staffing import MergeRoles, RemoveRole
from workbench.presenters.desk import Desk
from workbench.presenters.roles.palette import free_color
from workbench.presenters.roles.standard_roles import standard_role


class RoleList:
    """Wishes about roles as wholes; what is added or kept is selected, what is added is named."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add_blank(self) -> None:
        """A role without duties, in a colour of its own."""
        name = language(self._desk.project.language).say(text("New role"))
        self._add(Role(key="role", name=name, ramp=(0.3, 0.6, 1.0)), like="")

    def add_standard(self, key: Key) -> None:
        """A role of the method with its mission and duties."""
        role = standard_role(key, self._desk.project.language)
        self._add(role, like=role.color)

    def move(self, key: Key, by: int) -> None:
        """Move a column left (−1) or right (+1)."""
        at = self.position(key) + by
        if 0 <= at < len(self._desk.project.roles):
            self._desk.do(ReorderRole(key, at))

    def merge(self, key: Key, into: Key) -> None:
        """Let one role take over another; the one that stays is selected."""
        names = {one.key: one.name for one in self._desk.project.roles}
        if self._desk.do(MergeRoles(into, key, names[into], names[key])):
            self._desk.selection.role(into)

    def remove(self, key: Key) -> None:
        """Take a role out; its neighbour is selected."""
        roles = self._desk.project.roles
        at = self.position(key)
        rest = [role.key for role in roles if role.key != key]
        if self._desk.do(RemoveRole(key, roles[at].name, self._desk.forecast.known)) and rest:
            self._desk.selection.role(rest[min(at, len(rest) - 1)])

    def position(self, key: Key) -> int:
        """Which column a role is."""
        return [role.key for role in self._desk.project.roles].index(key)

    def _add(self, role: Role, like: str) -> None:
        roles = self._desk.project.roles
        colors = [other.color for other in roles]
        unused = like and like.upper() not in {color.upper() for color in colors}
        added = role.having(
            key=slug(role.key, [other.key for other in roles]),
            name=_distinct(role.name, {other.name for other in roles}),
            color=like if unused else free_color(colors),
        )
        if self._desk.do(AddRole(added)):
            self._desk.selection.role(added.key)
            self._desk.ask_name(added.key)


def _distinct(name: str, taken: set[str]) -> str:
    """The name, with a number where another role has it."""
    if name not in taken:
        return name
    number = 2
    while f"{name} {number}" in taken:
        number += 1
    return f"{name} {number}"
