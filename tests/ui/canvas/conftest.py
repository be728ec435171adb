"""The canvas in a window that is really there, and a person's hands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.projects import example
from workbench.document.project import Project
from workbench.presenters.desk import Desk
from workbench.ui.canvas.camera import ViewState
from workbench.ui.canvas.place import FunnelPlace
from workbench.ui.theme import Theme
from workbench.ui.words import Words

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@dataclass
class Hands:
    """The place, and what a person does to it with mouse and keyboard."""

    desk: Desk
    theme: Theme
    place: FunnelPlace

    @property
    def project(self) -> Project:
        return self.desk.project

    @property
    def selected(self) -> set[str]:
        return set(self.desk.selection.selected.metrics)

    @property
    def undo_title(self) -> str:
        return str(self.desk.session.history.undo_title)

    def box(self, key: str):
        return self.place.funnel.picture.card_by_key[key].box

    def middle(self, key: str) -> QPointF:
        """The middle of the lower part of a card, where nothing is edited."""
        box = self.box(key)
        return QPointF(box.center.x, box.bottom - 12)

    def pill(self, key: str) -> QPointF:
        box = self.place.funnel.picture.arrow_by_metric[key].pill_box
        assert box is not None
        return QPointF(box.center.x, box.center.y)

    def port(self, key: str) -> QPointF:
        box = self.box(key)
        return QPointF(box.right, box.center.y)

    def at(self, scene: QPointF) -> QPoint:
        return self.place.view.camera.to_viewport(scene)

    def press(self, scene: QPointF, modifiers=NONE, button=LEFT) -> None:
        QTest.mousePress(self.place.view.viewport(), button, modifiers, self.at(scene))

    def move(self, scene: QPointF, modifiers=NONE, button=LEFT) -> None:
        """Move with a button down; QTest's own moves carry neither buttons nor modifiers."""
        from PySide6.QtCore import QEvent
        from PySide6.QtGui import QMouseEvent

        at = QPointF(self.at(scene))
        viewport = self.place.view.viewport()
        event = QMouseEvent(
            QEvent.Type.MouseMove, at, viewport.mapToGlobal(at), Qt.MouseButton.NoButton,
            button, modifiers,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)

    def release(self, scene: QPointF, modifiers=NONE, button=LEFT) -> None:
        QTest.mouseRelease(self.place.view.viewport(), button, modifiers, self.at(scene))

    def click(self, scene: QPointF, modifiers=NONE) -> None:
        self.press(scene, modifiers)
        self.release(scene, modifiers)

    def double_click(self, scene: QPointF) -> None:
        """All four events of it."""
        self.click(scene)
        QTest.mouseDClick(self.place.view.viewport(), LEFT, NONE, self.at(scene))

    def drag(self, start: QPointF, end: QPointF, modifiers=NONE, button=LEFT) -> None:
        self.begin_drag(start, end, modifiers, button)
        self.release(end, modifiers, button)

    def begin_drag(self, start: QPointF, end: QPointF, modifiers=NONE, button=LEFT) -> None:
        self.press(start, modifiers, button)
        for share in (0.3, 0.7, 1.0):
            self.move(start + (end - start) * share, modifiers, button)

    def hover(self, scene: QPointF) -> None:
        self.move(scene, NONE, Qt.MouseButton.NoButton)

    def key(self, key: Qt.Key, modifiers=NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.place.view, key, modifiers)

    def type(self, words: str) -> None:
        for letter in words:
            QTest.keyClicks(QApplication.focusWidget() or self.place.view, letter)


@pytest.fixture
def project_shown() -> Project:
    """The project on the canvas; tests of others override it."""
    return example()


@pytest.fixture
def hands(qtbot, theme, project_shown) -> Iterator[Hands]:
    desk = Desk(project_shown, "en")
    place = FunnelPlace(desk, theme, Words(desk))
    qtbot.addWidget(place)
    place.resize(1400, 900)
    place.show()
    qtbot.waitExposed(place)
    place.activateWindow()
    place.restore(ViewState(1.0, 480, 260))
    place.view.setFocus()
    yield Hands(desk, theme, place)
    place.close()
