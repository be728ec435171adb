"""What is to be exported: which sheets, and in which language."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import get_args

from workbench.base.languages import Code
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.excel.export import OPTIONAL
from workbench.excel.plan import Kind

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class SheetId:
    """A sheet by its kind, and by the key of the role it is about, if it is about one."""

    kind: Kind
    role: Key = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Sheets are in unless they are `out`, so a new role is in; briefs beyond vacancies are `more`.

    `logo` is the file of the client's logo.
    """

    language: Code
    out: frozenset[SheetId] = frozenset()
    more: frozenset[SheetId] = frozenset()
    logo: str = ""

    def roles(self, project: Project) -> tuple[Role, ...]:
        """The roles that get a sheet."""
        return tuple(role for role in project.roles if SheetId("role", role.key) not in self.out)

    def briefs(self, project: Project, vacant: Collection[Key]) -> tuple[Key, ...]:
        """The roles that get a brief: those that lack people, and those that were added."""
        keys = (role.key for role in self.roles(project))
        return tuple(key for key in keys if self.has_brief(key, vacant))

    def has_brief(self, role: Key, vacant: Collection[Key]) -> bool:
        """Whether a brief is wanted, as far as its role has a sheet."""
        brief = SheetId("brief", role)
        return brief in self.more or (role in vacant and brief not in self.out)

    @property
    def without(self) -> tuple[Kind, ...]:
        """The kinds of sheets that are left out."""
        return tuple(kind for kind in OPTIONAL if SheetId(kind) in self.out)

    def with_sheet(self, sheet: SheetId, *, chosen: bool) -> Chosen:
        """The choice with a sheet in or out; a brief brings the sheet of its role."""
        if not chosen:
            return replace(self, out=self.out | {sheet}, more=self.more - {sheet})
        wanted = {sheet, SheetId("role", sheet.role)} if sheet.kind == "brief" else {sheet}
        more = self.more | {sheet} if sheet.kind == "brief" else self.more
        return replace(self, out=self.out - wanted, more=more)

    def in_language(self, code: Code) -> Chosen:
        """The choice in another language."""
        return replace(self, language=code)
