"""What the export shows: strings, colours and flags, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.base.languages import Code
from workbench.presenters.desk import Place
from workbench.presenters.selection import Selected
from workbench.presenters.sheets.chosen import SheetId


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet to look at; one that is `fixed` cannot be left out."""

    id: SheetId
    name: str
    note: str = ""
    color: str = ""
    chosen: bool = True
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture by the name of its file; without data, `name` says why it cannot be had."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class DressPicture:
    """Whose workbook it is; an empty `brand` is the colour of the program."""

    logo: Logo | None = None
    consultant: str = ""
    own_logo: Logo | None = None
    brand: str = ""


FactKind = Literal["ready", "missing", "error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something to know before sending; `place` and `selected` lead to what it is about, if any."""

    kind: FactKind
    words: str
    tip: str = ""
    place: Place = "roles"
    selected: Selected | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """Whether the workbook is ready to send; `draft` tells what an export would be marked as."""

    words: str
    tone: Literal["good", "bad"]
    facts: tuple[Fact, ...]
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """How the last export went; `path` is there when something was written."""

    words: str
    tone: Literal["", "good", "bad"]
    path: str = ""


@dataclass(frozen=True, slots=True)
class ExportPicture:
    """The panel beside the preview; `done` is a share of one while an export is under way."""

    language: Code
    gate: Gate
    dress: DressPicture = DressPicture()
    done: float | None = None
    report: Report | None = None
