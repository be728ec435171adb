"""The touches of the chosen journey, each a line of fields."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.base.texts import Text, text
from workbench.presenters.inspector.rows import Option
from workbench.presenters.inspector.wishes import Added
from workbench.presenters.plan.credit.journeys import Journeys, Named
from workbench.presenters.plan.credit.picture import TouchesPicture, TouchRow
from workbench.ui.fields import TextEntry, TextField
from workbench.ui.form.icon_button import IconButton
from workbench.ui.form.kit import Kit
from workbench.ui.form.pick_button import PickButton
from workbench.ui.look import button, label, set_tone

_DAY = 110
_INSIDE = 9
_NAMED: tuple[Named, ...] = ("channel", "role", "stage")
_HEADS: tuple[Text, ...] = (text("Date"), text("Channel"), text("Role"), text("Stage"))
_REMOVE = text("Take this touch out")


class TouchLine(QWidget):
    """The widgets of one touch; they stand in the columns of the card."""

    def __init__(self, kit: Kit, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._number = number
        self._journeys: Journeys | None = None
        self.day = TextField(parent)
        self.day.setFixedWidth(_DAY)
        self.picks = {what: PickButton(kit, left=True) for what in _NAMED}
        self.note = label("small")
        self.remove = IconButton(kit.theme, "x", size=14)
        kit.words.put(self.remove, "describe", _REMOVE)
        kit.words.put(self.day, "setAccessibleName", _HEADS[0])
        for words, pick in zip(_HEADS[1:], self.picks.values(), strict=True):
            kit.words.put(pick, "setAccessibleName", words)
            pick.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            pick.picked.connect(self._on_picked)
        self.day.committed.connect(self._on_day)
        self.remove.clicked.connect(self._on_remove)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """From left to right."""
        return (self.day, *self.picks.values(), self.note, self.remove)

    def serve(self, journeys: Journeys | None) -> None:
        """Tell these what is wanted."""
        self._journeys = journeys

    def show_touch(self, touch: TouchRow, options: dict[Named, tuple[Option, ...]]) -> None:
        """Show a touch."""
        self.day.show_text(touch.day)
        for what, pick in self.picks.items():
            pick.show_options(options[what], getattr(touch, what))
        self.note.setText(touch.note)
        set_tone(self.note, "" if touch.counts else "warn")

    def _on_day(self, entry: TextEntry) -> None:
        if self._journeys is not None:
            self._journeys.date_touch(self._number, entry.text)

    def _on_picked(self, picked: Added) -> None:
        sender = self.sender()
        if self._journeys is not None:
            what = next(one for one, pick in self.picks.items() if pick is sender)
            self._journeys.name_touch(self._number, what, picked.words)

    def _on_remove(self) -> None:
        if self._journeys is not None:
            self._journeys.remove_touch(self._number)


class TouchesCard(QWidget):
    """A line a touch, and the way to add one."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._journeys: Journeys | None = None
        self._lines: list[TouchLine] = []
        self._title, self._none = label("strong"), label("muted", wrap=True)
        self._heads = [label("small") for _ in _HEADS]
        self.add = button("link")
        self._grid = QGridLayout()
        self._lay_out()
        self.add.clicked.connect(self._on_add)

    def serve(self, journeys: Journeys) -> None:
        """Tell these what is wanted."""
        self._journeys = journeys
        for line in self._lines:
            line.serve(journeys)

    def show_touches(self, picture: TouchesPicture | None) -> None:
        """Show the touches of a journey, or nothing."""
        self.setVisible(picture is not None)
        if picture is None:
            return
        self._title.setText(picture.title)
        options: dict[Named, tuple[Option, ...]] = {
            "channel": picture.channels, "role": picture.roles, "stage": picture.stages,
        }  # fmt: skip
        while len(self._lines) < len(picture.rows):
            self._add_line()
        for number, line in enumerate(self._lines):
            there = number < len(picture.rows)
            for widget in line.widgets:
                widget.setVisible(there)
            if there:
                line.show_touch(picture.rows[number], options)
        for head in self._heads:
            head.setVisible(bool(picture.rows))
        self._none.setVisible(not picture.rows)

    def focus_last(self) -> None:
        """Put the keyboard into the day of the last touch."""
        shown = [line for line in self._lines if line.day.isVisibleTo(self)]
        if shown:
            shown[-1].day.setFocus()
            shown[-1].day.selectAll()

    def _lay_out(self) -> None:
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        for at, (head, words) in enumerate(zip(self._heads, _HEADS, strict=True)):
            self._kit.words.put(head, "setText", words)
            head.setIndent(_INSIDE)  # the words of a field begin inside its frame
            self._grid.addWidget(head, 0, at)
            self._grid.setColumnStretch(at, 1 if at else 0)
        self._kit.words.put(self.add, "setText", text("Add a touch"))
        self._kit.words.put(
            self._none,
            "setText",
            text("No touches yet: without them nobody can be credited with this revenue."),
        )
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._none)
        column.addLayout(self._grid)
        column.addLayout(foot)
        column.addStretch()

    def _add_line(self) -> None:
        line = TouchLine(self._kit, len(self._lines), self)
        line.hide()
        line.serve(self._journeys)
        self._lines.append(line)
        for column, widget in enumerate(line.widgets):
            self._grid.addWidget(widget, len(self._lines), column)

    def _on_add(self) -> None:
        if self._journeys is not None:
            self._journeys.add_touch()
            self.focus_last()
