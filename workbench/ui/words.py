"""Words on widgets that follow the language while the program runs."""

from __future__ import annotations

import weakref
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject

from workbench.base.languages import Language
from workbench.base.texts import Text
from workbench.presenters.desk import Desk


class Words:
    """Puts texts on widgets now and again whenever the language changes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._places: list[tuple[weakref.ref[QObject], str, Text | Callable[[], Text]]] = []
        desk.language_changed.connect(self._on_language_changed)

    def put(self, widget: QObject, setter: str, text: Text | Callable[[], Text]) -> None:
        """Call `widget.setter` with the text said in the language of the interface.

        A later text for the same place replaces the earlier one.
        """
        self._places = [
            place for place in self._places if not (place[0]() is widget and place[1] == setter)
        ]
        self._places.append((weakref.ref(widget), setter, text))
        self._say(widget, setter, text)

    def _say(self, widget: QObject, setter: str, text: Text | Callable[[], Text]) -> None:
        getattr(widget, setter)(self._desk.say(text if isinstance(text, Text) else text()))

    def _on_language_changed(self, _language: Language) -> None:
        alive = []
        for reference, setter, text in self._places:
            widget = reference()
            if widget is not None and shiboken6.isValid(widget):
                alive.append((reference, setter, text))
                self._say(widget, setter, text)
        self._places = alive
