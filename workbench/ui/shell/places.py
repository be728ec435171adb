"""The work places and inspectors, made when first needed, so that the window is up at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk, Place
from workbench.presenters.selection import Selected

Make = Callable[[], QWidget]


class Places(QStackedWidget):
    """Shows the open work place."""

    made = Signal(str)

    def __init__(self, desk: Desk, makers: dict[Place, Make]) -> None:
        super().__init__()
        self._makers = makers
        self._made: dict[str, QWidget] = {}
        self.addWidget(QWidget())
        desk.place_changed.connect(self.show_place)

    def show_place(self, place: Place) -> None:
        """Open a place, making it if need be, and give it the keyboard."""
        widget = self.get(place)
        self.setCurrentWidget(widget)
        widget.setFocus()

    def get(self, place: Place) -> QWidget:
        """The widget of a place."""
        if place not in self._made:
            widget = self._makers[place]()
            self._made[place] = widget
            self.addWidget(widget)
            self.made.emit(place)
        return self._made[place]

    def states(self) -> dict[str, str]:
        """What the places that are made want to be remembered by, by their names."""
        found = {place: getattr(widget, "state", "") for place, widget in self._made.items()}
        return {place: state for place, state in found.items() if state}

    def actions_of(self, place: str) -> tuple[Action, ...]:
        """The actions of a place that is made."""
        records: tuple[Action, ...] = getattr(self._made.get(place), "records", ())
        return records


class Inspectors(QStackedWidget):
    """Shows the inspector that fits what is selected."""

    def __init__(self, desk: Desk, makers: dict[str, Make]) -> None:
        super().__init__()
        self._makers = makers
        self._made: dict[str, QWidget] = {}
        self.setMinimumWidth(320)
        desk.selection.changed.connect(self.show_selected)

    def show_selected(self, selected: Selected) -> None:
        """Show what belongs to the selection; the project when nothing is selected."""
        if selected.cell is not None:
            self._show("cell")
        elif selected.role is not None:
            self._show("role")
        else:
            self._show("metrics" if selected.metrics else "project")

    def _show(self, name: str) -> None:
        if name not in self._made:
            self._made[name] = self._makers[name]()
            self.addWidget(self._made[name])
        self.setCurrentWidget(self._made[name])
