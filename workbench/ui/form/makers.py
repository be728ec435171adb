"""Which widget shows which row."""

from __future__ import annotations

from collections.abc import Callable

from workbench.presenters.inspector.rows import (
    AddRow,
    ChipsRow,
    ChoiceRow,
    FactRow,
    ItemRow,
    MonthsRow,
    NoteRow,
    NumberRow,
    OutcomeRow,
    PairRow,
    Row,
    SwitchRow,
    TextRow,
)
from workbench.ui.form.field_rows import (
    ChoiceRowWidget,
    FactRowWidget,
    NoteRowWidget,
    NumberRowWidget,
    SegmentsRowWidget,
    SwitchRowWidget,
    TallTextRowWidget,
    TextRowWidget,
)
from workbench.ui.form.kit import Kit
from workbench.ui.form.list_rows import (
    AddRowWidget,
    ChipsRowWidget,
    ItemRowWidget,
    PairRowWidget,
)
from workbench.ui.form.months_widget import MonthsWidget
from workbench.ui.form.outcome_widget import OutcomeWidget
from workbench.ui.form.row_widget import RowWidget

_PLAIN: dict[type[Row], Callable[[Kit], RowWidget]] = {
    NumberRow: NumberRowWidget,
    SwitchRow: SwitchRowWidget,
    FactRow: FactRowWidget,
    NoteRow: NoteRowWidget,
    PairRow: PairRowWidget,
    ItemRow: ItemRowWidget,
    AddRow: AddRowWidget,
    OutcomeRow: OutcomeWidget,
    MonthsRow: MonthsWidget,
}


def row_widget(kit: Kit, row: Row) -> RowWidget:
    """A widget for a row, as yet without its contents."""
    match row:
        case TextRow():
            return TallTextRowWidget(kit) if row.tall else TextRowWidget(kit)
        case ChoiceRow():
            return SegmentsRowWidget(kit) if row.look == "segments" else ChoiceRowWidget(kit)
        case ChipsRow():
            return ChipsRowWidget(kit, behind=bool(row.label))
        case _:
            return _PLAIN[type(row)](kit)


def row_kind(row: Row) -> str:
    """What a row has in common with those that the same widget can show."""
    kind = type(row).__name__
    match row:
        case TextRow():
            return f"{kind} {row.tall}"
        case ChoiceRow():
            return f"{kind} {row.look == 'segments'}"
        case ChipsRow():
            return f"{kind} {bool(row.label)}"
        case PairRow() | ItemRow():
            return " ".join((kind, *(row_kind(part) for part in row.parts)))
        case _:
            return kind
