"""The text of a formula: names as chips, signs quiet, the mistake underlined."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from workbench.formula.syntax import Span
from workbench.presenters.inspector.formula_words import Word
from workbench.ui.fields import GrowingField
from workbench.ui.form.kit import Kit

_CHIP_ROOM = 3
_SPACE = 2.5


class FormulaEdit(GrowingField):
    """Wraps and grows; Enter and Escape are the business of the field round it."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(lines=False)
        self._kit = kit
        self._words: tuple[Word, ...] = ()
        self._wrong: Span | None = None
        self.setProperty("look", "formula")
        font = self.font()
        font.setWordSpacing(_SPACE)
        self.setFont(font)
        kit.theme.changed.connect(self._colour)

    def show_words(self, words: tuple[Word, ...], wrong: Span | None) -> None:
        """Colour the words and underline what is wrong."""
        self._words, self._wrong = words, wrong
        self._colour()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Brackets show while one types."""
        super().focusInEvent(event)
        self._colour()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And look like the ends of chips while one reads."""
        super().focusOutEvent(event)
        self._colour()

    def finish(self) -> None:
        """Committing is the business of the field round it."""

    def place(self) -> int:
        """The cursor, counted in characters of the text and not in Qt's half characters."""
        units = self.toPlainText().encode("utf-16-le")[: 2 * self.textCursor().position()]
        return len(units.decode("utf-16-le", "ignore"))

    def put(self, words: str, start: int, end: int, cursor: int) -> None:
        """Put words in place of others, as one step of typing, with the cursor inside them."""
        editing = self._range(start, end)
        editing.insertText(words)
        self.move_to(start + cursor)

    def move_to(self, place: int) -> None:
        """Put the cursor somewhere."""
        cursor = self.textCursor()
        cursor.setPosition(self._unit(place))
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; what commits or takes back goes on to the widgets round it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chips below, the text above them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._kit.theme.colors.neutral_soft))
        for word in self._words:
            if word.kind in ("metric", "role"):
                for box in self._boxes(word):
                    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.end()
        super().paintEvent(event)

    def _boxes(self, word: Word) -> Iterator[QRectF]:
        """Where a word stands; one box a line."""
        bracketed = word.text.startswith("[")
        room = -1 if bracketed else _CHIP_ROOM
        left = None
        for at in range(word.start, word.end + 1):
            spot = QRectF(self.cursorRect(self._range(at, at)))
            if left is None:
                left, last = spot, spot
            elif spot.top() > last.top() + 2:
                yield _box(left, last, room)
                left = spot
            last = spot
        if left is not None and last.x() > left.x():
            yield _box(left, last, room)

    def _colour(self) -> None:
        colors = self._kit.theme.colors
        brackets = colors.faint if self.hasFocus() else colors.neutral_soft
        shown = []
        for word in self._words:
            if word.text.startswith("["):
                shown += self._brackets(word, brackets)
            elif word.kind == "function":
                shown.append(self._coloured(word.start, word.end, colors.accent))
            elif word.kind == "sign":
                shown.append(self._coloured(word.start, word.end, colors.muted))
        if self._wrong is not None:
            shown.append(self._underlined(self._wrong, colors.bad))
        self.setExtraSelections(shown)
        self.viewport().update()

    def _brackets(self, word: Word, color: str) -> list[QTextEdit.ExtraSelection]:
        ends = [(word.start, word.start + 1)]
        if word.text.endswith("]"):
            ends.append((word.end - 1, word.end))
        return [self._coloured(start, end, color) for start, end in ends]

    def _coloured(self, start: int, end: int, color: str) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = self._range(start, end)
        look = QTextCharFormat()
        look.setForeground(QColor(color))
        made.format = look
        return made

    def _underlined(self, span: Span, color: str) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = self._range(span.start, span.end)
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(QColor(color))
        made.format = look
        return made

    def _range(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._unit(start))
        cursor.setPosition(self._unit(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _unit(self, place: int) -> int:
        """A place in the text as Qt counts it: signs beyond the basic plane count twice."""
        return len(self.toPlainText()[:place].encode("utf-16-le")) // 2


def _box(left: QRectF, right: QRectF, room: int) -> QRectF:
    return QRectF(
        left.x() - room, left.y() + 0.5, right.x() - left.x() + 2 * room, left.height() - 1
    )
