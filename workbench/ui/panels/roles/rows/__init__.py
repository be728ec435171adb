"""Widgets for the rows that only the inspectors of roles and KPIs have."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from workbench.presenters.inspector.rows import Row
from workbench.presenters.roles.rows import (
    ColorRow,
    CurveRow,
    DateRow,
    LineRow,
    RampRow,
    WeightRow,
)
from workbench.ui.form.kit import Kit
from workbench.ui.form.row_widget import RowWidget
from workbench.ui.panels.roles.rows.color_row import ColorRowWidget
from workbench.ui.panels.roles.rows.curve_row import CurveRowWidget
from workbench.ui.panels.roles.rows.date_row import DateRowWidget
from workbench.ui.panels.roles.rows.line_row import LineRowWidget
from workbench.ui.panels.roles.rows.ramp_row import RampRowWidget
from workbench.ui.panels.roles.rows.weight_row import WeightRowWidget

_KINDS: dict[type[Row], Callable[[Kit], RowWidget]] = {
    ColorRow: ColorRowWidget,
    CurveRow: CurveRowWidget,
    DateRow: DateRowWidget,
    LineRow: LineRowWidget,
    RampRow: RampRowWidget,
    WeightRow: WeightRowWidget,
}


def makers(kit: Kit) -> dict[type[Row], Callable[[], RowWidget]]:
    """What makes the widget of each of these rows."""
    return {row: partial(widget, kit) for row, widget in _KINDS.items()}
