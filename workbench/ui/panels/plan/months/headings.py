"""What stands above the columns that are no months."""

from __future__ import annotations

from workbench.base.texts import Text, text

_FIXED = (text("Metric"), text("Unit"), text("KPI"))


def column_title(column: int, total: int) -> Text:
    """The title of a fixed column, of the total or of the difference."""
    if column < len(_FIXED):
        return _FIXED[column]
    return text("Total") if column == total else text("To base")
