"""Which gesture a press begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, Qt

from workbench.document.metric import Kind
from workbench.presenters.funnel.funnel import Funnel
from workbench.ui.canvas.gestures.connect import Connect
from workbench.ui.canvas.gestures.gesture import Bench, Gesture, Modifiers
from workbench.ui.canvas.gestures.marquee import Marquee
from workbench.ui.canvas.gestures.move import Move
from workbench.ui.canvas.gestures.pan import Pan
from workbench.ui.canvas.gestures.place import Place
from workbench.ui.canvas.items.arrow import ArrowItem, PillItem
from workbench.ui.canvas.items.card import CardItem

Tool = Literal["select", "stage", "driver", "connect"]


_PLACED: dict[Tool, Kind] = {"stage": "stage", "driver": "driver"}


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed on the canvas; `grip` is whether the canvas itself is taken hold of."""

    at: QPointF
    button: Qt.MouseButton
    modifiers: Modifiers
    tool: Tool = "select"
    grip: bool = False


def gesture_for(bench: Bench, press: Press) -> Gesture | None:
    """The gesture that a press begins, after it selected what it selects."""
    if press.button == Qt.MouseButton.MiddleButton or press.grip:
        return Pan(bench.camera, press.at)
    if press.button != Qt.MouseButton.LeftButton:
        return None
    if press.tool in _PLACED:
        return Place(bench, _PLACED[press.tool], press.at)
    thing = bench.scene.thing_at(press.at)
    if isinstance(thing, CardItem):
        return _on_card(bench, thing, press)
    if isinstance(thing, ArrowItem | PillItem):
        choose_arrow(bench.funnel, thing, press.modifiers)
        return None
    if not press.modifiers & (Modifiers.ShiftModifier | Modifiers.ControlModifier):
        bench.funnel.choose_none()
    return Marquee(bench, press.at, press.modifiers)


def choose_arrow(funnel: Funnel, thing: ArrowItem | PillItem, modifiers: Modifiers) -> None:
    """Select a conversion like a card, any other arrow on its own."""
    link = thing.arrow.link
    if link.metric is None:
        funnel.choose_link(link.id)
    elif modifiers & (Modifiers.ShiftModifier | Modifiers.ControlModifier):
        funnel.choose((link.metric,), "toggle")
    else:
        funnel.choose((link.metric,))


def _on_card(bench: Bench, item: CardItem, press: Press) -> Gesture | None:
    key = item.card.key
    if press.tool == "connect" or item.part_at(press.at) == "port":
        return Connect(bench, key)
    chosen = key in bench.funnel.chosen.metrics
    if press.modifiers & (Modifiers.ShiftModifier | Modifiers.ControlModifier):
        bench.funnel.choose((key,), "toggle")
        return None if chosen else Move(bench, press.at)
    if not chosen:
        bench.funnel.choose((key,))
    return Move(bench, press.at, key)
