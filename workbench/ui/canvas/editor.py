"""The field that opens on a card or pill, for a name or a value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolTip

from workbench.base.errors import WorkbenchError
from workbench.document.value import Key
from workbench.presenters.funnel.editing import Editing
from workbench.presenters.funnel.funnel import Funnel
from workbench.presenters.funnel.valuing import scaling_hint, varies
from workbench.ui.canvas.camera import Camera
from workbench.ui.canvas.paint.layout import laid_out
from workbench.ui.canvas.view import FunnelView
from workbench.ui.look import set_tone

Part = Literal["name", "value"]
_LEAST_HEIGHT = 26
_LEAST_WIDTHS: dict[Part, int] = {"name": 180, "value": 96}
_SIZES: dict[Part, int] = {"name": 12, "value": 16}


@dataclass(frozen=True, slots=True)
class _Open:
    """What is being edited, and where on the canvas."""

    key: Key
    part: Part
    place: QRectF
    before: str


class InPlaceEditor(QLineEdit):
    """Enter or leaving commits, Escape leaves everything as it was, Tab makes the next stage."""

    closed = Signal()

    def __init__(self, view: FunnelView, funnel: Funnel, editing: Editing) -> None:
        super().__init__(view)
        self._view = view
        self._funnel = funnel
        self._editing = editing
        self._open: _Open | None = None
        self.setProperty("look", "in_place")
        self.setMaxLength(200)
        self.hide()
        self._camera.moved.connect(self._put)

    @property
    def is_open(self) -> bool:
        """Whether something is being edited."""
        return self._open is not None

    def open_name(self, key: Key) -> None:
        """Edit the name of a metric where it stands."""
        metric = self._funnel.desk.project.metric(key)
        place = self._place(key, "name")
        if place is not None:
            self._begin(_Open(key, "name", place, metric.name), metric.name)

    def open_value(self, key: Key, words: str = "") -> None:
        """Edit the value of a metric where it stands; `words` were typed already."""
        desk = self._funnel.desk
        metric, place = desk.project.metric(key), self._place(key, "value")
        if place is None:
            return
        before = self._editing.editable_value(key)
        hint = desk.say(scaling_hint()) if varies(metric) else ""
        self._begin(_Open(key, "value", place, before), words or before, hint)
        if words:
            self.deselect()
            self.end(False)

    def close_quietly(self) -> None:
        """Leave everything as it was."""
        if self._open is not None:
            self._open = None
            self.hide()
            self.closed.emit()

    def keep_in_place(self) -> None:
        """Follow the card, or close where what was edited is gone."""
        if self._open is not None:
            place = self._place(self._open.key, self._open.part)
            if place is None:
                self.close_quietly()
            else:
                self._open = replace(self._open, place=place)
                self._put()

    def event(self, event: QEvent) -> bool:
        """No shortcut of the window may fire while somebody types."""
        if self._open is not None and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
                self._on_tab()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._commit():
                self._view.setFocus()
        else:
            set_tone(self, "")
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere commits; what cannot be read is told and dropped."""
        super().focusOutEvent(event)
        leaves = event.reason() != Qt.FocusReason.PopupFocusReason
        if leaves and self._open is not None and not self._commit(stay=False):
            self.close_quietly()

    @property
    def _camera(self) -> Camera:
        return self._view.camera

    def _begin(self, opened: _Open, words: str, hint: str = "") -> None:
        self.close_quietly()
        self._open = opened
        set_tone(self, "")
        self.setText(words)
        self.setToolTip(hint)
        self.setPlaceholderText(hint)
        self.setAccessibleName(self._funnel.desk.project.metric(opened.key).name)
        self._put()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()
        if hint:
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), hint, self)

    def _commit(self, *, stay: bool = True) -> bool:
        """Hand over what was typed; False where it cannot be understood."""
        opened = self._open
        if opened is None or self.text() == opened.before:
            self.close_quietly()
            return True
        try:
            if opened.part == "value":
                self._editing.set_value(opened.key, self.text())
        except WorkbenchError as error:
            if stay:
                set_tone(self, "bad")
                below = self.mapToGlobal(self.rect().bottomLeft())
                QToolTip.showText(below, self._funnel.desk.say(error.message), self)
            else:
                self._funnel.desk.tell(error.message)
            return False
        words = self.text()
        self.close_quietly()
        if opened.part == "name":
            self._editing.rename(opened.key, words)
        return True

    def _on_tab(self) -> None:
        if self._commit():
            self._view.setFocus()
            self._editing.add_next()

    def _leave(self) -> None:
        self.close_quietly()
        self._view.setFocus()

    def _place(self, key: Key, part: Part) -> QRectF | None:
        """Where on the canvas a name or value stands."""
        picture = self._funnel.picture
        card = picture.card_by_key.get(key)
        if card is not None:
            layout = laid_out(card.face)
            box = layout.name_box if part == "name" else layout.figure_box
            return box.translated(card.box.x, card.box.y)
        arrow = picture.arrow_by_metric.get(key)
        if arrow is None or arrow.pill_box is None:
            return None
        pill = arrow.pill_box
        return QRectF(pill.x, pill.y, pill.width, pill.height)

    def _put(self) -> None:
        """Over the words that are edited, at any zoom."""
        if self._open is None:
            return
        place = self._view.viewportTransform().mapRect(self._open.place)
        font = self.font()
        font.setPixelSize(max(12, round(_SIZES[self._open.part] * self._camera.zoom)))
        self.setFont(font)
        height = max(_LEAST_HEIGHT, font.pixelSize() + 14)
        least = _LEAST_WIDTHS[self._open.part]
        width = max(least, round(place.width()) + 12)
        middle = place.center().toPoint()
        self.setGeometry(QRect(middle.x() - width // 2, middle.y() - height // 2, width, height))
