"""Cells of actuals keep what is typed into them, even what is no number yet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent

from workbench.ui.panels.cells.delegate import CellEditor
from workbench.ui.panels.cells.line_delegate import LineDelegate
from workbench.ui.panels.cells.model import R, T


class KeepingDelegate(LineDelegate[T, R]):
    """Hands over what is no number too, to be marked and mended."""

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Hand over what is no number too when the field is left: Qt would drop it."""
        if (
            isinstance(editor, CellEditor)
            and isinstance(event, QFocusEvent)
            and event.lostFocus()
            and event.reason() != Qt.FocusReason.PopupFocusReason
            and not editor.hasAcceptableInput()
        ):
            self.commitData.emit(editor)
        return super().eventFilter(editor, event)
