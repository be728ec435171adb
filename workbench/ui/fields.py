"""Fields that hand over finished entries: Enter or leaving commits, Escape takes back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolTip, QWidget

from workbench.base.numbers import NotANumber, Reading, read_number
from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.ui.look import set_tone


@dataclass(frozen=True, slots=True)
class NumberEntry:
    """A number as the model holds it, or None where the field was emptied."""

    value: float | None


@dataclass(frozen=True, slots=True)
class TextEntry:
    """Finished text, without spaces around it."""

    text: str


class TextField(QLineEdit):
    """One line of a person's text."""

    committed = Signal(TextEntry)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setMaxLength(5_000)
        self.editingFinished.connect(self._on_finished)

    def show_text(self, words: str) -> None:
        """Show what the project holds, without handing anything over."""
        self._shown = words
        if self.text() != words:
            self.setText(words)
            self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts back what the project holds."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.show_text(self._shown)
            event.accept()
        else:
            super().keyPressEvent(event)

    def _on_finished(self) -> None:
        words = self.text().strip()
        if words != self._shown.strip():
            self._shown = words
            self.committed.emit(TextEntry(words))


class NumberField(QLineEdit):
    """A number in the habits of the interface language; shares are typed as percentages."""

    committed = Signal(NumberEntry)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._value: float | None = None
        self._share = False
        self._currency = ""
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.editingFinished.connect(self._on_finished)
        self.textEdited.connect(self._on_edited)

    def show_number(self, value: float | None, *, share: bool = False, currency: str = "") -> None:
        """Show what the project holds; `share` reads 0.35 as 35 %, `currency` adds its sign."""
        self._value, self._share, self._currency = value, share, currency
        set_tone(self, "")
        self.setToolTip("")
        if not self.hasFocus() or not self.isModified():
            self._refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the whole number, ready to be typed over."""
        super().focusInEvent(event)
        self._refresh()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand over and show the number as people read it."""
        super().focusOutEvent(event)
        if not self.property("tone"):
            self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts back what the project holds."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            set_tone(self, "")
            self._refresh()
            self.selectAll()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _refresh(self) -> None:
        self.setText(self._editable() if self.hasFocus() else self._readable())
        self.setModified(False)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def _readable(self) -> str:
        if self._value is None:
            return ""
        language = self._desk.language
        if self._share:
            return language.percent(self._value)
        if self._currency:
            return language.money(self._value, self._currency)
        return language.number(self._value)

    def _editable(self) -> str:
        if self._value is None:
            return ""
        value = round(self._value * 100, 10) if self._share else self._value
        words = self._desk.language.number(value, None) if value == 0 else f"{value:.12g}"
        return words.replace(".", self._desk.language.decimal) + ("\u00a0%" if self._share else "")

    def _read(self) -> Reading | None:
        return (
            read_number(self.text(), self._desk.language.decimal) if self.text().strip() else None
        )

    def _on_edited(self) -> None:
        try:
            reading = self._read()
        except NotANumber as error:
            set_tone(self, "bad")
            self.setToolTip(self._desk.say(error.message))
            return
        set_tone(self, "")
        self.setToolTip("")
        if reading is not None and reading.doubtful:
            shown = self._desk.language.number(reading.value, 3)
            message = self._desk.say(text("read as {number}", number=shown))
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), message, self)

    def _on_finished(self) -> None:
        if not self.isModified():
            return
        try:
            reading = self._read()
        except NotANumber as error:
            self._desk.tell(error.message)
            return
        self.setModified(False)
        value = None if reading is None else self._as_held(reading)
        if value != self._value:
            self._value = value
            self.committed.emit(NumberEntry(value))
        else:
            self._refresh()

    def _as_held(self, reading: Reading) -> float:
        return reading.value / 100 if self._share or reading.percent else reading.value


class LinesField(QPlainTextEdit):
    """A short list, one entry a line; leaving or Ctrl+Enter commits."""

    committed = Signal(TextEntry)

    def __init__(self, rows: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * rows + 18)

    def show_text(self, words: str) -> None:
        """Show what the project holds, without handing anything over."""
        self._shown = words
        if self.toPlainText() != words:
            self.setPlainText(words)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show a list."""
        self.show_text("\n".join(lines))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand over what was typed."""
        super().focusOutEvent(event)
        self._commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter commits, Escape takes back."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self._commit()
        elif event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._shown:
            self.show_text(self._shown)
        else:
            super().keyPressEvent(event)

    def _commit(self) -> None:
        words = self.toPlainText().strip()
        if words != self._shown.strip():
            self._shown = words
            self.committed.emit(TextEntry(words))


def lines_of(words: str) -> tuple[str, ...]:
    """The entries of a `LinesField`: its lines, without empty ones."""
    return tuple(line.strip() for line in words.splitlines() if line.strip())
