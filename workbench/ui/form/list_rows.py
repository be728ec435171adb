"""Rows of several things: chips, fields side by side, entries of a list, and the link that adds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.presenters.inspector.rows import (
    AddRow,
    ChipsRow,
    ChoiceRow,
    ItemRow,
    NumberRow,
    PairRow,
    Row,
    TextRow,
)
from workbench.presenters.inspector.wishes import Added, Moved, Opened, Removed, Wish
from workbench.ui.fields import TextEntry, TextField
from workbench.ui.form.chip_button import ChipButton
from workbench.ui.form.field_rows import (
    ChoiceRowWidget,
    NumberRowWidget,
    TallTextRowWidget,
    TextRowWidget,
)
from workbench.ui.form.flow import FlowLayout
from workbench.ui.form.icon_button import IconButton
from workbench.ui.form.kit import Kit
from workbench.ui.form.pick_button import PickButton
from workbench.ui.form.row_widget import LabelledRow, RowWidget
from workbench.ui.look import label


class ChipsRowWidget(LabelledRow):
    """Links in a flow: at the right behind a label, else from the left after their lead."""

    def __init__(self, kit: Kit, *, behind: bool) -> None:
        self.box = QWidget()
        self._flow = FlowLayout(right=behind)
        self.box.setLayout(self._flow)
        super().__init__(kit, self.box)
        self.lead: QLabel = label("muted")
        self.tail: QLabel = label("muted")
        self.add = PickButton(kit, "link", arrow=False)
        self.chips: list[ChipButton] = []
        self.add.picked.connect(self._on_added)
        for widget in (self.lead, self.tail, self.add):
            widget.setParent(self.box)

    def show_row(self, row: Row) -> None:
        super().show_row(row)
        assert isinstance(row, ChipsRow)
        self._show_chips(row)
        for words, field in ((row.lead, self.lead), (row.tail, self.tail)):
            field.setText(words)
            field.setVisible(bool(words))
        self.add.setVisible(bool(row.add and row.options))
        self.add.show_options(row.options, None, row.add)
        self.add.setAccessibleName(f"{row.label}: {row.add}")
        shown = self.chips[: len(row.chips)]
        self._flow.arrange([self.lead, *shown, self.tail, self.add])

    def _show_chips(self, row: ChipsRow) -> None:
        while len(self.chips) < len(row.chips):
            chip = ChipButton(self.kit.theme)
            chip.setParent(self.box)
            chip.clicked.connect(self._on_clicked)
            chip.removed.connect(self._on_removed)
            self.chips.append(chip)
        for at, button in enumerate(self.chips):
            button.setVisible(at < len(row.chips))
            if at < len(row.chips):
                button.show_chip(row.chips[at])

    def _on_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, ChipButton):
            self.wished.emit(Opened(self.key, chip.chip.id))

    def _on_removed(self, removed: Removed) -> None:
        self.wished.emit(Removed(self.key, removed.chip))

    def _on_added(self, choice: Added) -> None:
        self.wished.emit(Added(self.key, choice.words))


class Parts(QWidget):
    """Fields side by side; their own labels are only for screen readers."""

    wished = Signal(Wish)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.rows: list[LabelledRow] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def show_parts(self, parts: tuple[Row, ...], between: str = "") -> None:
        """Show fields; how many and which kinds stays the same."""
        if not self.rows:
            self._make(parts, between)
        for widget, row in zip(self.rows, parts, strict=True):
            widget.show_row(row)

    def _make(self, parts: tuple[Row, ...], between: str) -> None:
        for at, row in enumerate(parts):
            if at and between:
                sign = label("muted")
                sign.setText(between)
                self._layout.addWidget(sign)
            widget = part_widget(self._kit, row)
            widget.labelled = False
            widget.wished.connect(self.wished)
            self.rows.append(widget)
            # the words of a choice are never shortened for the sake of a wider field
            self._layout.addWidget(widget, 0 if isinstance(row, ChoiceRow) else 1)


def part_widget(kit: Kit, row: Row) -> LabelledRow:
    """The widget of a row that stands among others in one line."""
    if isinstance(row, NumberRow):
        return NumberRowWidget(kit, wide=True)
    if isinstance(row, ChoiceRow):
        return ChoiceRowWidget(kit)
    assert isinstance(row, TextRow)
    return TallTextRowWidget(kit) if row.tall else PlainTextWidget(kit)


class PlainTextWidget(TextRowWidget):
    """Words from the left, for entries of lists."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft)


class PairRowWidget(LabelledRow):
    """Fields side by side behind one label."""

    def __init__(self, kit: Kit) -> None:
        self.parts = Parts(kit)
        super().__init__(kit, self.parts, stretch=2)
        self.parts.wished.connect(self.wished)

    def show_row(self, row: Row) -> None:
        super().show_row(row)
        assert isinstance(row, PairRow)
        self.parts.show_parts(row.parts, row.between)


class ItemRowWidget(RowWidget):
    """An entry of a list with its buttons, which are quiet until needed."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.label: QLabel = label(wrap=True)
        self.sign = IconButton(kit.theme, "check", size=15, color="faint")
        self.parts = Parts(kit)
        self.up = IconButton(kit.theme, "chevron-up", size=14, color="faint")
        self.down = IconButton(kit.theme, "chevron-down", size=14, color="faint")
        self.remove = IconButton(kit.theme, "x", size=14, color="faint")
        self._line = QHBoxLayout()
        self._lay_out()
        self.parts.wished.connect(self.wished)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.remove.clicked.connect(self._on_removed)

    def show_row(self, row: Row) -> None:
        super().show_row(row)
        assert isinstance(row, ItemRow)
        self.label.setText(row.label)
        self.label.setVisible(bool(row.label))
        self.sign.setVisible(bool(row.icon))
        self.parts.show_parts(row.parts)
        tall = any(isinstance(part, TextRow) and part.tall for part in row.parts)
        edge = Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag.AlignVCenter
        for button in (self.sign, self.up, self.down, self.remove):
            self._line.setAlignment(button, edge)
        moves = bool(row.move_up or row.move_down)
        for button, words in ((self.up, row.move_up), (self.down, row.move_down)):
            button.describe(words)
            button.setVisible(moves)
            button.setEnabled(bool(words))
        self.remove.describe(row.remove)
        self.remove.setVisible(bool(row.remove))

    def _lay_out(self) -> None:
        self.sign.setEnabled(False)
        self.sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._line.setSpacing(1)
        self._line.addWidget(self.sign)
        self._line.addWidget(self.parts, 1)
        for button in (self.up, self.down, self.remove):
            self._line.addWidget(button)
        for button in (self.sign, self.up, self.down, self.remove):
            button.setProperty("look", "mini")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.label)
        layout.addLayout(self._line)

    def _on_up(self) -> None:
        self.wished.emit(Moved(self.key, -1))

    def _on_down(self) -> None:
        self.wished.emit(Moved(self.key, 1))

    def _on_removed(self) -> None:
        self.wished.emit(Removed(self.key))


class AddRowWidget(RowWidget):
    """A link: it opens a field to type in, a list to choose from, or tells at once."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._row = AddRow(key="", words="")
        self.link = QPushButton()
        self.link.setProperty("look", "link")
        self.link.setCursor(Qt.CursorShape.PointingHandCursor)
        self.pick = PickButton(kit, "link", arrow=False)
        self.field = NewEntryField()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.link, self.pick):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.field, 1)
        self.field.hide()
        self.link.clicked.connect(self._on_clicked)
        self.pick.picked.connect(self._on_picked)
        self.field.committed.connect(self._on_typed)
        self.field.left.connect(self._close)

    def show_row(self, row: Row) -> None:
        super().show_row(row)
        assert isinstance(row, AddRow)
        self._row = row
        self.link.setText(row.words)
        self.link.setToolTip(row.tip)
        self.pick.show_options(row.options, None, row.words)
        self.pick.setAccessibleName(row.words)
        self.pick.setToolTip(row.tip)
        self.field.setPlaceholderText(row.placeholder)
        self.field.setAccessibleName(row.words)
        typing = self.field.isVisibleTo(self) and bool(row.placeholder)
        self.field.setVisible(typing)
        self.link.setVisible(not row.options and not typing)
        self.pick.setVisible(bool(row.options))

    def _on_clicked(self) -> None:
        if not self._row.placeholder:
            self.wished.emit(Added(self.key))
            return
        self.link.hide()
        self.field.show()
        self.field.setFocus()

    def _on_picked(self, choice: Added) -> None:
        self.wished.emit(Added(self.key, choice.words))

    def _on_typed(self, entry: TextEntry) -> None:
        """Take the entry and stay ready for the next one."""
        self.field.show_text("")
        if entry.text:
            self.wished.emit(Added(self.key, entry.text))

    def _close(self) -> None:
        self.field.hide()
        self.link.setVisible(not self._row.options)


class NewEntryField(TextField):
    """Open while it is typed in; `left` when the focus goes or Escape is pressed."""

    left = Signal()

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.left.emit()

    def keyPressEvent(self, event: object) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.text():  # type: ignore[attr-defined]
            self.left.emit()
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]
