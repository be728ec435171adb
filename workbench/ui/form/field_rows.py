"""Rows with one field: words, a number, a choice, a switch; and rows that only say something."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from workbench.presenters.inspector.rows import (
    ChoiceRow,
    FactRow,
    NoteRow,
    NumberRow,
    Row,
    SwitchRow,
    TextRow,
)
from workbench.presenters.inspector.wishes import Added, Chosen, Numbered, Switched, Typed
from workbench.ui.fields import GrowingField, NumberEntry, NumberField, TextEntry, TextField
from workbench.ui.form.kit import Kit
from workbench.ui.form.pick_button import PickButton
from workbench.ui.form.row_widget import LabelledRow, RowWidget
from workbench.ui.form.segments import Segments
from workbench.ui.form.switch import Switch
from workbench.ui.look import label, set_tone

_NARROWEST, _WIDEST = 104, 160
_AROUND = 28


class TextRowWidget(LabelledRow):
    """One line of words at the right, without a frame until it is used."""

    def __init__(self, kit: Kit) -> None:
        self.words = TextField()
        self.words.setProperty("look", "value")
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight)
        super().__init__(kit, self.words, stretch=2)
        self.words.committed.connect(self._on_committed)

    def show_row(self, row: Row) -> None:
        super().show_row(row)
        assert isinstance(row, TextRow)
        self.words.setMaxLength(row.longest)
        self.words.show_text(row.words)
        self.words.setPlaceholderText(row.placeholder)
        self.words.setToolTip(row.words if len(row.words) > 20 else row.tip)

    def _on_committed(self, entry: TextEntry) -> None:
        self.wished.emit(Typed(self.key, entry.text))


class TallTextRowWidget(LabelledRow):
    """Words of any length under their label."""

    def __init__(self, kit: Kit) -> None:
        self.words = GrowingField()
        self.words.setProperty("look", "quiet")
        super().__init__(kit, self.words, tall=True)
        self.words.committed.connect(self._on_committed)

    def show_row(self, row: Row) -> None:
        super().show_row(row)
        assert isinstance(row, TextRow)
        self.words.show_text(row.words)
        self.words.setPlaceholderText(row.placeholder)

    def _on_committed(self, entry: TextEntry) -> None:
        self.wished.emit(Typed(self.key, entry.text))


class NumberRowWidget(LabelledRow):
    """A number in a field of its own width, or as wide as it can get where `wide`."""

    def __init__(self, kit: Kit, *, wide: bool = False) -> None:
        self.number = NumberField(kit.desk)
        self.number.step_by_arrows()
        self._wide = wide
        super().__init__(kit, self.number, stretch=int(wide))
        self.number.committed.connect(self._on_committed)

    def show_row(self, row: Row) -> None:
        super().show_row(row)
        assert isinstance(row, NumberRow)
        self.number.setPlaceholderText(row.placeholder)
        self.number.set_tip(row.tip)
        self.number.show_number(
            row.value,
            share=row.share,
            currency=row.currency,
            before=row.before,
            after=row.after,
            plain=row.plain,
        )
        if not self._wide:
            words = self.number.text() or row.placeholder
            needed = self.number.fontMetrics().horizontalAdvance(words) + _AROUND
            self.number.setFixedWidth(max(_NARROWEST, min(_WIDEST, needed)))

    def _on_committed(self, entry: NumberEntry) -> None:
        self.wished.emit(Numbered(self.key, entry.value, entry.stepped))


class ChoiceRowWidget(LabelledRow):
    """A button with a list under it."""

    def __init__(self, kit: Kit) -> None:
        self.button = PickButton(kit)
        super().__init__(kit, self.button)
        self.button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.button.picked.connect(self._on_picked)

    def show_row(self, row: Row) -> None:
        super().show_row(row)
        assert isinstance(row, ChoiceRow)
        free = row.look == "free"
        self.button.show_options(row.options, row.chosen, row.placeholder, free=free)
        self.button.setAccessibleName(f"{row.label}: {self.button.words}")
        self.button.setToolTip(row.tip)

    def _on_picked(self, choice: Added) -> None:
        self.wished.emit(Chosen(self.key, choice.words))


class SegmentsRowWidget(LabelledRow):
    """All options side by side."""

    def __init__(self, kit: Kit) -> None:
        self.segments = Segments()
        super().__init__(kit, self.segments)
        self.segments.picked.connect(self._on_picked)

    def show_row(self, row: Row) -> None:
        super().show_row(row)
        assert isinstance(row, ChoiceRow)
        self.segments.show_options(row.options, row.chosen)

    def _on_picked(self, choice: Added) -> None:
        self.wished.emit(Chosen(self.key, choice.words))


class SwitchRowWidget(LabelledRow):
    """A sentence and its switch; a click on the sentence moves it too."""

    def __init__(self, kit: Kit) -> None:
        self.switch = Switch(kit.theme)
        super().__init__(kit, self.switch)
        self.label.setProperty("look", "")
        self.switch.clicked.connect(self._on_clicked)

    def show_row(self, row: Row) -> None:
        super().show_row(row)
        assert isinstance(row, SwitchRow)
        self.switch.show_state(row.on)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The sentence is part of the switch."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on it moves the switch."""
        event.accept()
        self.switch.setFocus(Qt.FocusReason.MouseFocusReason)
        self.switch.click()

    def _on_clicked(self) -> None:
        self.wished.emit(Switched(self.key, self.switch.isChecked()))


class FactRowWidget(LabelledRow):
    """A label and what is so."""

    def __init__(self, kit: Kit) -> None:
        self.fact = label(wrap=True)
        self.fact.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.fact.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        super().__init__(kit, self.fact, stretch=1)

    def show_row(self, row: Row) -> None:
        super().show_row(row)
        assert isinstance(row, FactRow)
        self.fact.setText(row.words)
        self.fact.setProperty("look", "strong" if row.strong else "muted")
        set_tone(self.fact, row.tone or "plain")


class NoteRowWidget(RowWidget):
    """A sentence, the end of it in bold."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.words = label("muted", wrap=True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words)

    def show_row(self, row: Row) -> None:
        super().show_row(row)
        assert isinstance(row, NoteRow)
        strong = f" <b>{escape(row.strong)}</b>" if row.strong else ""
        self.words.setText(f"{escape(row.words)}{strong}")
        self.words.setToolTip(row.tip)
        set_tone(self.words, row.tone)
