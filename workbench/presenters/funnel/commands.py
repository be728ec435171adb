"""The actions of the funnel, from which menus, toolbar, palette and shortcuts are made."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from workbench.base.texts import Text, text
from workbench.presenters.actions import Action
from workbench.presenters.funnel.arranging import Arranging
from workbench.presenters.funnel.editing import Editing
from workbench.presenters.funnel.funnel import Funnel
from workbench.presenters.funnel.moving import Alignment, Direction

_ALIGNMENTS: dict[Alignment, tuple[Text, str]] = {
    "left": (text("Align left edges"), "layout-align-left"),
    "center": (text("Align in one column"), "layout-align-center"),
    "right": (text("Align right edges"), "layout-align-right"),
    "top": (text("Align upper edges"), "layout-align-top"),
    "middle": (text("Align in one row"), "layout-align-middle"),
    "bottom": (text("Align lower edges"), "layout-align-bottom"),
}
_DIRECTIONS: dict[Direction, tuple[Text, str]] = {
    "across": (text("Space evenly across"), "layout-distribute-horizontal"),
    "down": (text("Space evenly down"), "layout-distribute-vertical"),
}


class Sight(Protocol):
    """What only the view of the canvas can do."""

    def zoom_in(self) -> None: ...
    def zoom_out(self) -> None: ...
    def zoom_to_life(self) -> None: ...
    def fit(self) -> None: ...
    def begin_connecting(self) -> None: ...
    def begin_rename(self) -> None: ...
    def toggle_outline(self) -> None: ...
    def outline_is_shown(self) -> bool: ...
    def toggle_minimap(self) -> None: ...
    def minimap_is_shown(self) -> bool: ...


def funnel_actions(
    funnel: Funnel, editing: Editing, arranging: Arranging, sight: Sight
) -> tuple[Action, ...]:
    """Everything that can be done on the canvas."""
    return (
        *_adding(funnel, editing, sight),
        *_changing(funnel, editing, sight),
        *_arranging(funnel, arranging),
        *_looking(funnel, sight),
    )


def _adding(funnel: Funnel, editing: Editing, sight: Sight) -> tuple[Action, ...]:
    def one_card() -> bool:
        return funnel.chosen_one in funnel.picture.card_by_key

    def two_cards() -> bool:
        return len(funnel.chosen_cards) == 2

    def connect_both() -> None:
        source, target = funnel.chosen_cards
        editing.connect(source, target)

    add: Callable[..., Callable[[], None]] = partial
    return (
        Action("funnel.add_stage", text("Add a stage"), add(editing.add, "stage"),
               shortcut="Ins", icon="square-plus", menu="funnel", wide=False),
        Action("funnel.add_metric", text("Add a metric"), add(editing.add, "driver"),
               shortcut="Shift+Ins", icon="math-function", menu="funnel", wide=False),
        Action("funnel.add_next", text("Add the next stage"), editing.add_next, one_card,
               icon="arrow-right", menu="funnel", wide=False),
        Action("funnel.add_sibling", text("Add a parallel stage"), editing.add_sibling, one_card,
               icon="plus", menu="funnel", wide=False),
        Action("funnel.draw_arrow", text("Draw an arrow"), sight.begin_connecting,
               icon="arrow-narrow-right", menu="funnel", wide=False),
        Action("funnel.connect", text("Connect both selected cards"), connect_both, two_cards,
               shortcut="Ctrl+L", icon="link", menu="funnel", wide=False),
    )  # fmt: skip


def _changing(funnel: Funnel, editing: Editing, sight: Sight) -> tuple[Action, ...]:
    def one() -> bool:
        return funnel.chosen_one is not None

    def anything() -> bool:
        return bool(funnel.chosen.metrics) or funnel.chosen_arrow is not None

    def cards() -> bool:
        return bool(funnel.chosen_cards)

    def any_cards() -> bool:
        return bool(funnel.picture.cards)

    def edit_value() -> None:
        editing.begin_value()

    def duplicate() -> None:
        editing.duplicate()

    return (
        Action("funnel.rename", text("Rename"), sight.begin_rename, one,
               shortcut="F2", icon="edit", menu="funnel", group=1, wide=False),
        Action("funnel.value", text("Change the value"), edit_value, one,
               shortcut="F3", icon="percentage", menu="funnel", group=1, wide=False),
        Action("funnel.duplicate", text("Duplicate"), duplicate, cards,
               shortcut="Ctrl+D", icon="copy", menu="funnel", group=1, wide=False),
        Action("funnel.delete", text("Delete with its arrows"), editing.remove, anything,
               shortcut="Del", icon="trash", menu="funnel", group=1, wide=False),
        Action("funnel.select_all", text("Select all cards"), funnel.choose_all, any_cards,
               shortcut="SelectAll", menu="funnel", group=1, wide=False),
    )  # fmt: skip


def _arranging(funnel: Funnel, arranging: Arranging) -> tuple[Action, ...]:
    def several() -> bool:
        return len(funnel.chosen_cards) > 1

    def many() -> bool:
        return len(funnel.chosen_cards) > 2

    def any_cards() -> bool:
        return len(funnel.picture.cards) > 1

    return (
        Action("funnel.tidy", text("Tidy up"), arranging.tidy, any_cards,
               shortcut="Ctrl+Shift+L", icon="wand", menu="funnel", group=2, wide=False),
        *(
            Action(f"funnel.align_{how}", name, partial(arranging.align, how), several,
                   icon=icon, menu="funnel", group=3, wide=False)
            for how, (name, icon) in _ALIGNMENTS.items()
        ),
        *(
            Action(f"funnel.space_{way}", name, partial(arranging.distribute, way), many,
                   icon=icon, menu="funnel", group=3, wide=False)
            for way, (name, icon) in _DIRECTIONS.items()
        ),
    )  # fmt: skip


def _looking(funnel: Funnel, sight: Sight) -> tuple[Action, ...]:
    def any_cards() -> bool:
        return bool(funnel.picture.cards)

    return (
        Action("funnel.zoom_in", text("Zoom in"), sight.zoom_in,
               shortcut="Ctrl++", icon="zoom-in", menu="view", group=3, wide=False),
        Action("funnel.zoom_out", text("Zoom out"), sight.zoom_out,
               shortcut="Ctrl+-", icon="zoom-out", menu="view", group=3, wide=False),
        Action("funnel.zoom_life", text("Actual size"), sight.zoom_to_life,
               shortcut="Ctrl+0", menu="view", group=3, wide=False),
        Action("funnel.fit", text("Fit the funnel"), sight.fit, any_cards,
               shortcut="Shift+1", icon="maximize", menu="view", group=3, wide=False),
        Action("funnel.outline", text("Outline"), sight.toggle_outline,
               shortcut="Ctrl+Shift+O", icon="menu-2", menu="view", group=4,
               checked=sight.outline_is_shown, wide=False),
        Action("funnel.minimap", text("Minimap"), sight.toggle_minimap,
               icon="map", menu="view", group=4, checked=sight.minimap_is_shown, wide=False),
    )  # fmt: skip
