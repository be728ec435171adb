"""Fields that hand over finished entries: Enter or leaving commits, Escape takes back."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolTip, QWidget

from workbench.base.numbers import NotANumber, Reading, read_number
from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.presenters.measures import amount
from workbench.ui.look import set_tone

LONGEST = 5_000
_SPARE = 1  # a view of text only just as tall as its text lets the last line scroll it away


@dataclass(frozen=True, slots=True)
class NumberEntry:
    """A number as the model holds it, or None where the field was emptied.

    `stepped` when it came by an arrow key: a row of steps is one edit.
    """

    value: float | None
    stepped: bool = False


@dataclass(frozen=True, slots=True)
class TextEntry:
    """Finished text, without spaces around it."""

    text: str


def _is_for_project(event: QEvent, *, typed: bool) -> bool:
    """Whether undo or redo is pressed where nothing is typed: then the project's is meant."""
    keys = QKeySequence.StandardKey
    if typed or event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(keys.Undo) or event.matches(keys.Redo)


class TextField(QLineEdit):
    """One line of a person's text."""

    committed = Signal(TextEntry)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setMaxLength(LONGEST)
        self.editingFinished.connect(self.finish)

    def show_text(self, words: str) -> None:
        """Show what the project holds, without handing anything over."""
        self._shown = words
        if self.text() != words:
            self.setText(words)
            self.setCursorPosition(0)

    def finish(self) -> None:
        """Hand over what was typed, if it is something else."""
        words = self.text().strip()
        if words != self._shown.strip():
            self._shown = words
            self.committed.emit(TextEntry(words))

    def event(self, event: QEvent) -> bool:
        """Leave undo to the project while nothing is typed."""
        if _is_for_project(event, typed=self.text() != self._shown):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts back what the project holds."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.show_text(self._shown)
            event.accept()
        else:
            super().keyPressEvent(event)


class NumberField(QLineEdit):
    """A number in the habits of the interface language; shares are shown and typed in per cent."""

    committed = Signal(NumberEntry)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._value: float | None = None
        self._share = False
        self._currency = ""
        self._frame = ("", "")
        self._plain = False
        self._tip = ""
        self._steps = False
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.editingFinished.connect(self.finish)
        self.textEdited.connect(self._on_edited)

    def show_number(
        self,
        value: float | None,
        *,
        share: bool = False,
        currency: str = "",
        before: str = "",
        after: str = "",
        plain: bool = False,
    ) -> None:
        """Show what the project holds; `share` reads 0.35 as 35 %, `currency` adds its sign.

        `before` and `after` stand round the number while it is only read; `plain` groups no digits.
        """
        self._plain = plain
        self._value, self._share, self._currency = value, share, currency
        self._frame = (before, after)
        self._complain("")
        if not self.hasFocus() or not self.isModified():
            self._refresh()

    def set_tip(self, tip: str) -> None:
        """What the field says about itself while nothing is wrong with it."""
        self._tip = tip
        if not self.property("tone"):
            self.setToolTip(tip)

    def step_by_arrows(self) -> None:
        """Let the up and down keys change the number, ten times as much with Shift."""
        self._steps = True

    def finish(self) -> None:
        """Hand over what was typed, if it can be read; what cannot stays, marked."""
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

    def event(self, event: QEvent) -> bool:
        """Leave undo to the project while nothing is typed."""
        if _is_for_project(event, typed=self.isModified()):
            event.ignore()
            return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the whole number, ready to be typed over; what could not be read stays."""
        super().focusInEvent(event)
        if not self.isModified():
            self._refresh()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand over and show the number as people read it."""
        super().focusOutEvent(event)
        if not self.property("tone"):
            self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts back what the project holds; arrows step where that is wanted."""
        direction = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self._complain("")
            self._refresh()
            self.selectAll()
            event.accept()
        elif direction and self._steps:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(direction * (10 if shift else 1))
        else:
            super().keyPressEvent(event)

    def _step(self, steps: int) -> None:
        """Change the second significant figure; the number is handed over at once."""
        try:
            reading = self._read()
        except NotANumber:
            return
        value = 0.0 if reading is None else self._as_held(reading)
        shown = value * 100 if self._share else value
        size = math.floor(math.log10(abs(shown))) - 1 if shown else 0
        after = round(shown + steps * 10.0**size, -size)
        self._value = round(after / 100, 12) if self._share else after
        self._refresh()
        self.selectAll()
        self.committed.emit(NumberEntry(self._value, stepped=True))

    def _refresh(self) -> None:
        self.setText(self._editable() if self.hasFocus() else self._readable())
        self.setModified(False)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def _readable(self) -> str:
        if self._value is None:
            return ""
        if self._plain:
            return self._editable()
        before, after = self._frame
        return f"{before}{self._figure(self._value)}{after}"

    def _figure(self, value: float) -> str:
        language = self._desk.language
        if self._currency and not self._share:
            return amount(value, self._currency, language)
        shown = value * 100 if self._share else value
        small = 0 < abs(shown) < 0.01
        figure = language.number(shown, 1 - math.floor(math.log10(abs(shown))) if small else None)
        gap = "\u00a0" if language.code == "ru" else ""
        return f"{figure}{gap}%" if self._share else figure

    def _editable(self) -> str:
        if self._value is None:
            return ""
        value = round(self._value * 100, 10) if self._share else self._value
        words = self._desk.language.number(value, None) if value == 0 else f"{value:.12g}"
        return words.replace(".", self._desk.language.decimal) + ("\u00a0%" if self._share else "")

    def _read(self) -> Reading | None:
        words = self.text().strip()
        return read_number(words, self._desk.language.decimal) if words else None

    def _on_edited(self) -> None:
        try:
            reading = self._read()
        except NotANumber as error:
            self._complain(self._desk.say(error.message))
            return
        self._complain("")
        if reading is not None and reading.doubtful:
            shown = self._desk.language.number(reading.value, 3)
            message = self._desk.say(text("read as {number}", number=shown))
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), message, self)

    def _complain(self, complaint: str) -> None:
        set_tone(self, "bad" if complaint else "")
        self.setToolTip(complaint or self._tip)

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

    def finish(self) -> None:
        """Hand over what was typed, if it is something else."""
        words = self.toPlainText().strip()[:LONGEST]
        if words != self._shown.strip():
            self._shown = words
            self.committed.emit(TextEntry(words))

    def event(self, event: QEvent) -> bool:
        """Leave undo to the project while nothing is typed."""
        if _is_for_project(event, typed=self.toPlainText() != self._shown):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand over what was typed, unless only a menu opens over the field."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter commits, Escape takes back."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.finish()
        elif event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._shown:
            self.show_text(self._shown)
        else:
            super().keyPressEvent(event)


class GrowingField(LinesField):
    """Words that wrap in a field as tall as they are; Enter commits, Shift+Enter makes a line."""

    def __init__(self, parent: QWidget | None = None, *, lines: bool = True) -> None:
        super().__init__(1, parent)
        self._lines = lines
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)

    def fit(self) -> None:
        """Take the height of the text, or of what stands in its place."""
        layout, block = self.document().documentLayout(), self.document().begin()
        height = float(self._hint_height())
        while block.isValid():
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        frame = self.contentsMargins()
        line = self.fontMetrics().lineSpacing()
        wanted = max(math.ceil(height), line) + _SPARE + frame.top() + frame.bottom()
        if wanted != self.height():
            self.setFixedHeight(wanted)

    def setPlaceholderText(self, words: str) -> None:
        """Show a hint in the empty field, as tall as it is."""
        super().setPlaceholderText(words)
        self.fit()

    def _hint_height(self) -> int:
        """The height of the hint above that of the empty line it stands in."""
        if not self.document().isEmpty():
            return 0
        room = QRect(0, 0, self.viewport().width(), 0)
        wrap = Qt.TextFlag.TextWordWrap
        hint = self.fontMetrics().boundingRect(room, wrap, self.placeholderText())
        return max(0, hint.height() - self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew, and take the height that needs."""
        super().resizeEvent(event)
        self.fit()

    def insertFromMimeData(self, source: object) -> None:
        """Paste text; line breaks become spaces where there is one line only."""
        words = str(source.text())  # type: ignore[attr-defined]
        self.insertPlainText(words if self._lines else " ".join(words.split()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter commits, Shift+Enter begins a line where there may be several."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if shift and self._lines:
            self.insertPlainText("\n")
        elif not shift:
            self.finish()


def lines_of(words: str) -> tuple[str, ...]:
    """The entries of a `LinesField`: its lines, without empty ones."""
    return tuple(line.strip() for line in words.splitlines() if line.strip())
