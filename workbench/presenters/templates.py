"""What a new project can start from: templates, nothing, or a project that was open lately."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from workbench.base.languages import Code, Language
from workbench.base.texts import plural, text
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.planning.forward import calculate
from workbench.presenters.desk import Desk
from workbench.presenters.files import Files
from workbench.presenters.funnel_sketch import Bar, sketch
from workbench.presenters.preferences import Preferences
from workbench.storage.library import Template, load_template, templates
from workbench.storage.settings import RecentFile, recent_files


class Starting(Protocol):
    """The ways into a project; whoever answers asks first about work that is not saved."""

    def start_template(self, key: str) -> None:
        """Begin a project from a template."""

    def start_empty(self) -> None:
        """Begin a project with nothing in it."""

    def open_recent(self, path: Path) -> None:
        """Open a project that was open lately."""

    def recent(self) -> tuple[RecentFile, ...]:
        """The projects that were open lately, newest first."""


class Beginnings:
    """The ways into a project, by the files of the window."""

    def __init__(self, files: Files, preferences: Preferences) -> None:
        self._files = files
        self._preferences = preferences

    def start_template(self, key: str) -> None:
        """Begin a project from a template."""
        self._files.start_template(key)

    def start_empty(self) -> None:
        """Begin a project with nothing in it."""
        self._files.start_empty()

    def open_recent(self, path: Path) -> None:
        """Open a project that was open lately."""
        self._files.open_path(path)

    def recent(self) -> tuple[RecentFile, ...]:
        """The projects that were open lately, newest first."""
        return recent_files(self._preferences.settings)


@dataclass(frozen=True, slots=True)
class RoleDot:
    """A role of a template by its colour."""

    color: str
    name: str


@dataclass(frozen=True, slots=True)
class Card:
    """A template, or the empty project, which has no key."""

    key: Key | None
    name: str
    description: str
    counts: str = ""
    bars: tuple[Bar, ...] = ()
    dots: tuple[RoleDot, ...] = ()


@dataclass(frozen=True, slots=True)
class Recent:
    """A project that was open lately; one on a drive that is away is missing."""

    path: Path
    name: str
    folder: str
    missing: bool


class TemplatesView(Protocol):
    """What can be shown of the beginnings."""

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        """Show the templates and the empty project."""

    def show_recent(self, recent: tuple[Recent, ...]) -> None:
        """Show the projects that were open lately."""


class TemplatesPresenter:
    """Reads the library when its place is opened first, and again in another language."""

    def __init__(self, desk: Desk, view: TemplatesView, starting: Starting) -> None:
        self._desk = desk
        self._view = view
        self._starting = starting
        self._visible = False
        self._cards: dict[Code, tuple[Card, ...]] = {}
        desk.language_changed.connect(self._on_language_changed)

    def set_visible(self, visible: bool) -> None:
        """Show what there is to begin with."""
        self._visible = visible
        self._refresh()

    def start(self, key: Key | None) -> None:
        """Begin from a template, or with nothing."""
        if key is None:
            self._starting.start_empty()
        else:
            self._starting.start_template(key)

    def open(self, path: Path) -> None:
        """Open a project that was open lately."""
        self._starting.open_recent(path)

    def _refresh(self) -> None:
        if self._visible:
            self._view.show_cards(self._all_cards())
            self._view.show_recent(tuple(map(_recent, self._starting.recent())))

    def _all_cards(self) -> tuple[Card, ...]:
        code = self._desk.language.code
        if code not in self._cards:
            cards = (_card(template, self._desk.language) for template in templates(code))
            self._cards[code] = (*cards, _empty(self._desk))
        return self._cards[code]

    def _on_language_changed(self, _language: Language) -> None:
        self._refresh()


def _card(template: Template, language: Language) -> Card:
    project = load_template(template.key, language.code)
    return Card(
        template.key,
        template.name,
        template.description,
        _counts(template, language),
        sketch(calculate(project)),
        _dots(project),
    )


def _empty(desk: Desk) -> Card:
    return Card(
        None,
        desk.say(text("Empty project")),
        desk.say(text("Three phases and the next twelve months. The funnel is yours to draw.")),
    )


def _counts(template: Template, language: Language) -> str:
    roles = language.say(plural("{n} role", "{n} roles", template.roles))
    metrics = language.say(plural("{n} metric", "{n} metrics", template.metrics))
    return f"{roles} · {metrics}"


def _dots(project: Project) -> tuple[RoleDot, ...]:
    return tuple(RoleDot(role.color, role.name) for role in project.roles)


def _recent(file: RecentFile) -> Recent:
    return Recent(file.path, file.path.stem, str(file.path.parent), file.is_missing)
