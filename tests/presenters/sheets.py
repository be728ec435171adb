"""An export without a window: a view that remembers, a computer that answers, work on demand."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.excel.test_images import png
from tests.projects import example
from workbench.base.errors import WorkbenchError
from workbench.presenters.background import Done, Outcome, Progress
from workbench.presenters.desk import Desk
from workbench.presenters.preferences import Preferences
from workbench.presenters.sheets.leaf import Leaf
from workbench.presenters.sheets.picture import ExportPicture, Tab
from workbench.presenters.sheets.presenter import SheetsPresenter
from workbench.storage.settings import Settings


class View:
    """What was shown last."""

    def __init__(self) -> None:
        self.export: Any = None
        self.tabs: tuple[Tab, ...] = ()
        self.shown = 0
        self.leaves: tuple[Leaf, ...] = ()

    def show_export(self, picture: ExportPicture) -> None:
        self.export = picture

    def show_tabs(self, tabs: tuple[Tab, ...], shown: int) -> None:
        self.tabs, self.shown = tabs, shown

    def show_leaves(self, leaves: tuple[Leaf, ...]) -> None:
        self.leaves = leaves

    @property
    def names(self) -> tuple[str, ...]:
        """The sheets that are in."""
        return tuple(tab.name for tab in self.tabs if tab.chosen)

    @property
    def words(self) -> list[str]:
        """Everything that can be read on the sheet that is shown."""
        return [word for leaf in self.leaves for word in leaf.words]


DOT = png(1, 1)


@dataclass
class Outside:
    """Answers with a fixed path and writes down what it is asked to do."""

    path: Path | None = None
    refusal: WorkbenchError | None = None
    picked: Path | None = None
    drawn: int = 0
    suggestions: list[Path] = field(default_factory=list)
    done: list[tuple[str, Any]] = field(default_factory=list)

    def where(self, kind: str, suggestion: Path) -> Path | None:
        self.suggestions.append(suggestion)
        return self.path

    def logo(self, folder: Path) -> Path | None:
        self.suggestions.append(folder)
        return self.picked

    def draw(self, project: object, path: Path, code: str) -> None:
        self._do("draw", (path, code))

    def funnel(self, project: object, code: str) -> bytes:
        self.drawn += 1
        if self.refusal:
            raise self.refusal
        return png(4, 2)

    def print(self, plan, path: Path, language: object, control: object) -> None:
        self._do("print", (plan, path, language))

    def show_in_folder(self, path: Path) -> None:
        self._do("folder", path)

    def open(self, path: Path) -> None:
        self._do("open", path)

    def _do(self, what: str, about: object) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.done.append((what, about))


class Background:
    """Keeps the work until a test does it; stands for its control as well."""

    def __init__(self) -> None:
        self.work: Any = None
        self.stopped = False
        self.seen: list[Progress] = []

    def run(self, work, on_progress, on_end) -> None:
        self.work, self._progress, self._end = work, on_progress, on_end
        self.stopped = False

    def cancel(self) -> None:
        self.stopped = True

    def report(self, done: int, total: int) -> None:
        self.seen.append(Progress(done, total))
        self._progress(Progress(done, total))

    def is_cancelled(self) -> bool:
        return self.stopped

    def do(self) -> Outcome:
        """Do the work here and now."""
        try:
            outcome = self.work(self)
        except WorkbenchError as error:
            from workbench.presenters.background import Failed

            outcome = Failed(error.message)
        self._end(outcome)
        return outcome

    def end(self, outcome: Outcome = Done()) -> None:  # noqa: B008 (a value)
        """Say how it ended without doing it."""
        self._end(outcome)


@dataclass
class Stand:
    desk: Desk
    view: View
    outside: Outside
    background: Background
    preferences: Preferences
    presenter: SheetsPresenter


def stand(path: Path | None = None, opened=None, language: str = "en", preferences=None) -> Stand:
    """The export of a project in a place that is open."""
    desk, view, outside = Desk(opened or example(), language), View(), Outside(path)
    background, known = Background(), preferences or Preferences(Settings())
    presenter = SheetsPresenter(desk, view, outside, background, known)
    presenter.set_visible(True)
    return Stand(desk, view, outside, background, known, presenter)
