"""A sentence of a list with a bullet before it."""

from __future__ import annotations

from workbench.ui.form.kit import Kit
from workbench.ui.form.list_rows import ItemRowWidget


class LineRowWidget(ItemRowWidget):
    """An entry whose sign is a bullet."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.sign.show_icon("point")
