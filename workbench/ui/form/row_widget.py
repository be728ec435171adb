"""What every row widget has in common."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from workbench.presenters.inspector.rows import Row
from workbench.presenters.inspector.wishes import Wish
from workbench.ui.fields import LinesField, NumberField, TextField
from workbench.ui.form.kit import Kit
from workbench.ui.look import label

_GAP = 8


class RowWidget(QWidget):
    """Shows a row; what a person does in it comes out as a wish."""

    wished = Signal(Wish)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.kit = kit
        self.key = ""

    def show_row(self, row: Row) -> None:
        """Show a row of the kind this widget is for."""
        self.key = row.key

    def finish(self) -> None:
        """Hand over what is being typed in one of the fields."""
        field = self.focusWidget()
        if isinstance(field, TextField | NumberField | LinesField):
            field.finish()


class LabelledRow(RowWidget):
    """A quiet label at the left, or above what is tall, and a field.

    One that is not `labelled` has its label for screen readers and as a tooltip only.
    """

    def __init__(self, kit: Kit, field: QWidget, *, tall: bool = False, stretch: int = 0) -> None:
        super().__init__(kit)
        self.field = field
        self.labelled = True
        self.label: QLabel = label("muted", wrap=True)
        self.label.setBuddy(field)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self) if tall else QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 if tall else _GAP)
        layout.addWidget(self.label, 0 if tall else 1)
        layout.addWidget(field, stretch)
        if not tall:
            layout.setAlignment(self.label, Qt.AlignmentFlag.AlignVCenter)

    def show_row(self, row: Row) -> None:
        """Show label and tooltip."""
        super().show_row(row)
        self.label.setText(row.label)
        self.label.setVisible(self.labelled and bool(row.label))
        self.setToolTip(row.tip if self.labelled else row.tip or row.label)
        self.field.setAccessibleName(row.label)
        self.field.setAccessibleDescription(row.tip)
