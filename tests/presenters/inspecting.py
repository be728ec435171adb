"""An inspector without a window: a view that remembers, and rows by key."""

from __future__ import annotations

from typing import TypeVar

from workbench.presenters.desk import Desk
from workbench.presenters.inspector.metric import MetricPresenter
from workbench.presenters.inspector.rows import Picture, Row
from workbench.presenters.inspector.wishes import Wish

R = TypeVar("R", bound=Row)


class FakeView:
    """Remembers what it was asked to show; `typing` is wished when it has to hand over."""

    def __init__(self) -> None:
        self.shown: list[Picture] = []
        self.typing: Wish | None = None
        self.presenter: MetricPresenter | None = None

    def show_picture(self, picture: Picture) -> None:
        self.shown.append(picture)

    def hand_over(self) -> None:
        if self.typing is not None and self.presenter is not None:
            wish, self.typing = self.typing, None
            self.presenter.answer(wish)


class Inspecting:
    """A metric inspector with some metrics selected."""

    def __init__(self, desk: Desk, *metrics: str) -> None:
        self.desk = desk
        self.view = FakeView()
        self.presenter = MetricPresenter(desk, self.view)
        self.view.presenter = self.presenter
        desk.selection.metrics(metrics)

    @property
    def picture(self) -> Picture:
        return self.view.shown[-1]

    def row(self, key: str, kind: type[R]) -> R:
        """The row of a key, which must be of that kind."""
        row = self.picture.row(key)
        assert isinstance(row, kind), f"{key} is {row}"
        return row

    def wish(self, wish: Wish) -> None:
        self.presenter.answer(wish)

    @property
    def undo(self) -> str:
        """What undo would take back."""
        return str(self.desk.session.history.undo_title)
