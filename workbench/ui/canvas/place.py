"""The Funnel place: the canvas with everything around it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from workbench.base.languages import Language
from workbench.base.texts import text
from workbench.document.value import Key
from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk, Place
from workbench.presenters.funnel.arranging import Arranging
from workbench.presenters.funnel.commands import funnel_actions
from workbench.presenters.funnel.editing import Editing
from workbench.presenters.funnel.funnel import Funnel
from workbench.ui.canvas.camera import STEP, ViewState
from workbench.ui.canvas.captions import Captions
from workbench.ui.canvas.editor import InPlaceEditor
from workbench.ui.canvas.empty import EmptyHint
from workbench.ui.canvas.frame import CanvasFrame
from workbench.ui.canvas.gestures.choose import choose_arrow
from workbench.ui.canvas.gestures.gesture import Bench, Modifiers, point
from workbench.ui.canvas.items.arrow import ArrowItem, PillItem
from workbench.ui.canvas.items.card import CardItem
from workbench.ui.canvas.keys import Keys
from workbench.ui.canvas.menu import ARROW, CANVAS, CARD, ContextMenu
from workbench.ui.canvas.minimap import Minimap
from workbench.ui.canvas.outline import Outline
from workbench.ui.canvas.paint.layout import CanvasSizes
from workbench.ui.canvas.scene import FunnelScene
from workbench.ui.canvas.showing import Showing
from workbench.ui.canvas.toolbar import Toolbar
from workbench.ui.canvas.view import FunnelView, Pointed
from workbench.ui.theme import Theme
from workbench.ui.words import Words
from workbench.ui.worker import Worker

_OUTLINE_WIDTH = 470


class FunnelPlace(QWidget):
    """Puts presenter and widgets together and passes on what a person wants.

    `zoomed` carries the zoom in words, ready for the status bar.
    """

    zoomed = Signal(str)
    records: tuple[Action, ...]

    def __init__(self, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__()
        self._desk = desk
        self.funnel = Funnel(desk, CanvasSizes())
        self.scene = FunnelScene(theme)
        self.view = FunnelView(self.scene, theme)
        self._showing = Showing(self.funnel, self.view)
        self.editing = Editing(self.funnel, self._showing)
        arranging = Arranging(self.funnel, self._showing, Worker(self))
        self.records = funnel_actions(self.funnel, self.editing, arranging, self)
        self._by_id = {action.id: action for action in self.records}
        self.editor = InPlaceEditor(self.view, self.funnel, self.editing)
        self.outline = Outline(self.funnel, self.editing, theme, words)
        self._keys = Keys(self.funnel, self.editing, self.records, self)
        self._menu = ContextMenu(desk, theme, self._by_id, self)
        self._frame = CanvasFrame(self.view)
        self.toolbar = Toolbar(self.view, self._by_id, theme, words, self._frame)
        self._furnish(theme, words)
        self._connect()
        self.view.use(Bench(self.funnel, self.editing, self.scene, self.view.camera))
        self._showing.complete(self.editor, self.outline, self._frame)
        self.funnel.attach(self._showing)

    def go_to(self, key: Key) -> None:
        """Select a metric and bring it into the middle."""
        self.funnel.go_to(key)
        self._showing.center(key)
        self.view.setFocus()

    def fit(self) -> None:
        """Show the whole funnel."""
        self._showing.fit()

    @property
    def view_state(self) -> ViewState:
        """Where a person looks from; `restore` takes it back."""
        return self.view.camera.state

    def restore(self, state: ViewState) -> None:
        """Look from where one looked before."""
        self.view.camera.restore(state)

    def zoom_in(self) -> None:
        self.view.camera.zoom_by(STEP)

    def zoom_out(self) -> None:
        self.view.camera.zoom_by(1 / STEP)

    def zoom_to_life(self) -> None:
        self.view.camera.zoom_to(1.0)

    def begin_connecting(self) -> None:
        """Take the tool that draws arrows."""
        self.view.take("connect")
        self.view.setFocus()

    def begin_rename(self) -> None:
        """Rename where the person is: in the outline or on the canvas."""
        if self.outline.hasFocus():
            self.outline.edit_name()
        else:
            self.editing.begin_rename()

    def toggle_outline(self) -> None:
        """Open the outline and go there, or close it."""
        shown = not self.outline_is_shown()
        self.outline.setVisible(shown)
        self._showing.refresh_outline()
        self.toolbar.show_outline(shown=shown)
        (self.outline if shown else self.view).setFocus()

    def outline_is_shown(self) -> bool:
        return not self.outline.isHidden()

    def toggle_minimap(self) -> None:
        self._frame.minimap_wanted = not self._frame.minimap_wanted
        self._frame.arrange()
        self._showing.refit()

    def minimap_is_shown(self) -> bool:
        return self._frame.minimap_wanted

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._frame.arrange()
        self._showing.refit()
        self._tell_zoom()

    def _furnish(self, theme: Theme, words: Words) -> None:
        captions = Captions(self.scene, self.view.camera, theme, self._frame)
        minimap = Minimap(self.scene, self.view.camera, theme, self._frame)
        hint = EmptyHint(self.funnel, self.editing, words, self._frame)
        self._frame.furnish(captions, self.toolbar, minimap, hint)
        words.put(self.view, "setAccessibleName", text("Funnel"))
        words.put(
            self.view,
            "setAccessibleDescription",
            text("The outline (Ctrl+Shift+O) shows the same as a list"),
        )
        words.put(minimap, "setToolTip", text("The whole funnel: click to go there"))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.outline)
        splitter.addWidget(self._frame)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_OUTLINE_WIDTH, 1000])
        splitter.setChildrenCollapsible(False)
        self.outline.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.view.camera.moved.connect(self._tell_zoom)
        self.view.resized.connect(self._showing.refit)
        self.view.double_clicked.connect(self._on_double_clicked)
        self.view.menu_wanted.connect(self._on_menu_wanted)
        self.view.key_pressed.connect(self._keys.on_key)
        self.outline.menu_wanted.connect(self._on_outline_menu)
        self._desk.place_changed.connect(self._on_place_changed)
        self._desk.language_changed.connect(self._on_language_changed)

    def _tell_zoom(self) -> None:
        percent = self._desk.language.percent(round(self.view.camera.zoom, 2))
        self.zoomed.emit(self._desk.say(text("Zoom {percent}", percent=percent)))

    def _on_place_changed(self, place: Place) -> None:
        if place == "funnel":
            self._tell_zoom()

    def _on_language_changed(self, _language: Language) -> None:
        self._tell_zoom()
        self._frame.arrange()

    def _on_double_clicked(self, pointed: Pointed) -> None:
        """A name or value is edited where it stands; empty ground gets a stage."""
        thing = pointed.thing
        if isinstance(thing, CardItem):
            part = thing.part_at(pointed.at)
            if part == "value":
                self.editing.begin_value()
            elif part != "port":
                self.editing.begin_rename()
        elif isinstance(thing, ArrowItem | PillItem):
            self.editing.begin_value()
        elif thing is None:
            self.editing.add("stage", point(pointed.at))

    def _on_menu_wanted(self, pointed: Pointed) -> None:
        thing = pointed.thing
        if isinstance(thing, CardItem):
            if thing.card.key not in self.funnel.chosen.metrics:
                self.funnel.choose((thing.card.key,))
            self._menu.open(CARD, pointed.on_screen, {})
        elif isinstance(thing, ArrowItem | PillItem):
            choose_arrow(self.funnel, thing, Modifiers.NoModifier)
            self._menu.open(ARROW, pointed.on_screen, {})
        else:
            at = point(pointed.at)
            here = {
                "funnel.add_stage": partial(self.editing.add, "stage", at),
                "funnel.add_metric": partial(self.editing.add, "driver", at),
            }
            self._menu.open(CANVAS, pointed.on_screen, here)

    def _on_outline_menu(self, at: QPoint) -> None:
        self._menu.open(CARD if self.funnel.chosen.metrics else CANVAS, at, {})
