"""The view: paints what lies under the cards, and hands the mouse to gestures."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPixmapCache,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGestureEvent,
    QGraphicsView,
    QPinchGesture,
    QToolTip,
)

from workbench.ui.canvas.camera import STEP, Camera
from workbench.ui.canvas.gestures.choose import Press, Tool, gesture_for
from workbench.ui.canvas.gestures.gesture import Bench, Gesture, Modifiers
from workbench.ui.canvas.items.arrow import ArrowItem, PillItem
from workbench.ui.canvas.items.card import CardItem
from workbench.ui.canvas.paint.band import paint_bands, paint_dots
from workbench.ui.canvas.scene import FunnelScene, Item
from workbench.ui.theme import Theme
from workbench.ui.tooltip import tooltip

_CACHE = 64 * 1024  # kilobytes of painted cards; a sharp screen needs four times the usual
_NOTCH = 120.0  # of a mouse wheel, in eighths of a degree


@dataclass(frozen=True, slots=True)
class Pointed:
    """A point of the canvas with the thing under it; `on_screen` is where a menu opens."""

    at: QPointF
    thing: Item | None
    on_screen: QPoint


class FunnelView(QGraphicsView):
    """Shows the scene; knows which tool is in use and which gesture is under way."""

    double_clicked = Signal(Pointed)
    menu_wanted = Signal(Pointed)
    key_pressed = Signal(QKeyEvent)
    tool_changed = Signal(str)
    resized = Signal()

    def __init__(self, scene: FunnelScene, theme: Theme) -> None:
        super().__init__(scene)
        self.funnel_scene = scene  # a view does not keep its scene alive
        self.camera = Camera(self)
        self._theme = theme
        self._bench: Bench | None = None
        self._gesture: Gesture | None = None
        self._pressed_at = QPointF()
        self._is_dragged = False
        self._grips = False
        self._tool: Tool = "select"
        self._set_up()
        theme.changed.connect(self._on_theme_changed)

    def use(self, bench: Bench) -> None:
        """Take the things that gestures work with."""
        self._bench = bench

    @property
    def tool(self) -> Tool:
        """The tool in use."""
        return self._tool

    def take(self, tool: Tool) -> None:
        """Use another tool."""
        if tool != self._tool:
            self._tool = tool
            self._show_cursor()
            self.tool_changed.emit(tool)

    def back_out(self) -> bool:
        """Cancel the gesture, else lay the tool down; False when there is neither."""
        if self._gesture is not None:
            self.drop_gesture()
        elif self._tool != "select":
            self.take("select")
        else:
            return False
        self._show_cursor()
        return True

    def drop_gesture(self) -> None:
        """Cancel the gesture under way: what it began with may be gone."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()
            self._show_cursor()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        part = QRectF(rect)
        zoom, colors = self.camera.zoom, self._theme.colors
        paint_bands(painter, self.funnel_scene.picture.bands, part, colors, zoom)
        paint_dots(painter, part, colors, zoom)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._bench is None or self._gesture is not None:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = self._scene_point(event)
        press = Press(at, event.button(), event.modifiers(), self._tool, self._grips)
        self._pressed_at, self._is_dragged = event.position(), False
        self._gesture = gesture_for(self._bench, press)
        self._show_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._gesture is None:
            super().mouseMoveEvent(event)
            return
        way = event.position() - self._pressed_at
        far = way.manhattanLength() >= QApplication.startDragDistance() / 2
        self._is_dragged = self._is_dragged or far
        if self._is_dragged:
            self._gesture.drag(self._scene_point(event), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            if self._is_dragged:
                gesture.drag(self._scene_point(event), event.modifiers())
            gesture.finish()
            if self._tool in ("stage", "driver"):
                self.take("select")
        self._show_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._tool == "select":
            self.double_clicked.emit(self._pointed(self._scene_point(event)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._gesture is not None:
            return
        on_screen = event.globalPos()
        at = self.camera.to_scene(QPointF(self.viewport().mapFromGlobal(on_screen)))
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.funnel_scene.chosen_point() or self.camera.center
            on_screen = self.viewport().mapToGlobal(self.camera.to_viewport(at))
        self.menu_wanted.emit(Pointed(at, self._thing_at(at), on_screen))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom about the pointer; the wheel or two fingers move the canvas."""
        turned = event.angleDelta()
        if event.modifiers() & Modifiers.ControlModifier:
            self.camera.zoom_by(STEP ** (turned.y() / _NOTCH), event.position())
        else:
            moved = event.pixelDelta()
            way = QPointF(moved) if not moved.isNull() else QPointF(turned) / 2
            if event.modifiers() & Modifiers.ShiftModifier and not way.x():
                way = way.transposed()
            self.camera.pan(way.x(), way.y())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Pinching zooms, on a touchpad as on a touch screen."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.camera.zoom_by(1 + event.value(), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                at = self.viewport().mapFromGlobal(pinch.hotSpot().toPoint())
                self.camera.zoom_by(pinch.scaleFactor(), QPointF(at))
                return True
        elif isinstance(event, QHelpEvent):
            return self._show_hint(event)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._grips = True
            self._show_cursor()
        elif event.key() != Qt.Key.Key_Escape or not self.back_out():
            event.ignore()
            self.key_pressed.emit(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._grips = False
            self._show_cursor()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._grips = False
        self._show_cursor()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab makes the next stage while a card is selected; else it leaves the canvas."""
        if next and self._bench is not None and self._bench.funnel.chosen_one is not None:
            return False
        return super().focusNextPrevChild(next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.camera.moved.emit()
        self.resized.emit()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        QPixmapCache.setCacheLimit(_CACHE)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setMinimumSize(200, 160)

    def _scene_point(self, event: QMouseEvent) -> QPointF:
        return self.camera.to_scene(event.position())

    def _thing_at(self, at: QPointF) -> Item | None:
        return self.funnel_scene.thing_at(at)

    def _pointed(self, at: QPointF) -> Pointed:
        return Pointed(at, self._thing_at(at), QCursor.pos())

    def _show_hint(self, event: QHelpEvent) -> bool:
        thing = self._thing_at(self.camera.to_scene(QPointF(event.pos())))
        if self._bench is None or thing is None or self._gesture is not None:
            QToolTip.hideText()
        elif isinstance(thing, CardItem):
            hint = self._bench.funnel.hint(thing.card.key)
            QToolTip.showText(event.globalPos(), tooltip(hint), self)
        elif isinstance(thing, ArrowItem | PillItem):
            hint = self._bench.funnel.link_hint(thing.arrow)
            QToolTip.showText(event.globalPos(), tooltip(hint), self)
        return True

    def _show_cursor(self) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self._gesture is not None:
            shape = self._gesture.cursor
        elif self._grips:
            shape = Qt.CursorShape.OpenHandCursor
        elif self._tool != "select":
            shape = Qt.CursorShape.CrossCursor
        self.viewport().setCursor(shape)

    def _on_theme_changed(self) -> None:
        self.resetCachedContent()
        self.funnel_scene.repaint()
        self.viewport().update()
