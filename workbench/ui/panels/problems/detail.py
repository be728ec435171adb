"""Everything about one finding: why it matters, the mends with their preview, acceptance."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workbench.base.texts import text
from workbench.presenters.problems.picture import Detail, Preview
from workbench.ui.look import button, label, set_tone
from workbench.ui.severity import TONES
from workbench.ui.words import Words

_BUTTON_PADDING = 28


class DetailPane(QScrollArea):
    """Shows a finding and tells what a person wants to do about it."""

    mend_considered = Signal(int)
    mend_wanted = Signal()
    preview_left = Signal()
    accepted = Signal(str)
    withdrawn = Signal()
    opened = Signal()
    help_wanted = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet = QWidget()
        self._sheet.setProperty("look", "scrolled")
        self._heading = label("section", wrap=True)
        self._sentence = label("strong", wrap=True)
        self._why = label("muted", wrap=True)
        self._mends = QVBoxLayout()
        self._buttons: list[QPushButton] = []
        self._preview = PreviewBox(words)
        self._reason = QLineEdit()
        self._reason_said = label("muted", wrap=True)
        self._accept = button()
        self._withdraw = button()
        self._go = button("link")
        self._help = button("link")
        self._lay_out()
        self._connect()
        self.setWidget(self._sheet)
        self.show_detail(None)

    def show_detail(self, detail: Detail | None) -> None:
        """Show a finding, or nothing."""
        self._sheet.setVisible(detail is not None)
        if detail is None:
            return
        self._heading.setText(detail.heading)
        set_tone(self._heading, TONES[detail.severity])
        self._sentence.setText(detail.sentence)
        self._why.setText(detail.why)
        self._show_mends(detail)
        self._preview.show_preview(detail.preview)
        may_accept = not detail.is_accepted and detail.preview is None
        for part in (self._sentence, self._why, self._go, self._help):
            part.setVisible(detail.preview is None)
        self._reason.setVisible(may_accept)
        self._accept.setVisible(may_accept)
        self._reason_said.setVisible(detail.is_accepted)
        self._withdraw.setVisible(detail.is_accepted)
        self._reason_said.setText(detail.reason)

    def begin_accepting(self) -> None:
        """Let the reason be typed."""
        self._reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(self._reason)

    def focus_preview(self) -> None:
        """Let Enter carry out what is previewed."""
        self._preview.take_focus()
        self.verticalScrollBar().setValue(0)

    def clear_reason(self) -> None:
        """Forget what was typed about another finding."""
        self._reason.clear()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(14, 4, 14, 10)
        column.setSpacing(7)
        links = QHBoxLayout()
        links.setSpacing(14)
        links.addWidget(self._go)
        links.addWidget(self._help)
        links.addStretch()
        accepting = QHBoxLayout()
        accepting.addWidget(self._reason, 1)
        accepting.addWidget(self._accept)
        self._mends.setSpacing(5)
        for item in (self._heading, self._sentence, self._why):
            column.addWidget(item)
        column.addLayout(links)
        column.addLayout(self._mends)
        column.addWidget(self._preview)
        column.addLayout(accepting)
        column.addWidget(self._reason_said)
        column.addWidget(self._withdraw, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        put = self._words.put
        put(self._go, "setText", text("Show where"))
        put(self._help, "setText", text("About this check"))
        put(self._accept, "setText", text("Accept"))
        tip = text("Live with it: it is greyed, and comes back when what it is about changes")
        put(self._accept, "setToolTip", tip)
        put(self._reason, "setPlaceholderText", text("Why it is all right here…"))
        put(self._reason, "setAccessibleName", text("Reason for accepting"))
        put(self._withdraw, "setText", text("No longer accept"))

    def _connect(self) -> None:
        self._preview.mend_wanted.connect(self.mend_wanted)
        self._preview.left.connect(self.preview_left)
        self._reason.returnPressed.connect(self._on_accepted)
        self._accept.clicked.connect(self._on_accepted)
        self._withdraw.clicked.connect(self.withdrawn)
        self._go.clicked.connect(self.opened)
        self._help.clicked.connect(self.help_wanted)

    def _show_mends(self, detail: Detail) -> None:
        self._buttons, gone = [], self._buttons
        for made in gone:
            made.hide()
            made.deleteLater()
        if detail.is_accepted or detail.preview is not None:
            return
        for at, title in enumerate(detail.mends):
            self._buttons.append(self._mend_button(at, title))
            self._mends.addWidget(self._buttons[-1])

    def _mend_button(self, at: int, title: str) -> QPushButton:
        made = ElidedButton(title)
        made.setProperty("at", at)
        made.clicked.connect(self._on_mend)
        return made

    def _on_mend(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.mend_considered.emit(int(sender.property("at")))

    def _on_accepted(self) -> None:
        self.accepted.emit(self._reason.text())


class ElidedButton(QPushButton):
    """A button that shortens its words to the room there is and has them whole as its tooltip."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(words.replace("&", "&&"))

    def sizeHint(self) -> QSize:
        """Room for all the words, in the font of the style sheet."""
        self.ensurePolished()
        width = self.fontMetrics().horizontalAdvance(self._words) + _BUTTON_PADDING + 4
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(80, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words."""
        super().resizeEvent(event)
        room = event.size().width() - _BUTTON_PADDING
        elided = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(elided.replace("&", "&&"))


class PreviewBox(QFrame):
    """The changes of a mend before they are made."""

    mend_wanted = Signal()
    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._title = label("strong", wrap=True)
        self._changes = label(wrap=True)
        self._note = label("muted", wrap=True)
        self._after = label("muted", wrap=True)
        self._apply = button("primary")
        self._back = button()
        words.put(self._apply, "setText", text("Apply"))
        words.put(self._apply, "setToolTip", text("One step: undo takes it back"))
        words.put(self._back, "setText", text("Back"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.addWidget(self._apply)
        row.addWidget(self._back)
        row.addStretch()
        column.addWidget(self._title)
        column.addLayout(row)
        for part in (self._changes, self._note, self._after):
            column.addWidget(part)
        self._apply.clicked.connect(self.mend_wanted)
        self._back.clicked.connect(self.left)

    def show_preview(self, preview: Preview | None) -> None:
        """Show what a mend would do, or nothing."""
        self.setVisible(preview is not None)
        if preview is None:
            return
        self._title.setText(preview.title)
        self._changes.setText("\n".join(f"•  {line}" for line in preview.changes))
        _show(self._note, preview.note)
        _show(self._after, "\n".join(preview.after))

    def take_focus(self) -> None:
        """Let Enter carry the mend out."""
        self._apply.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter carries it out, unless the way back has the focus; Escape leaves it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.left if self._back.hasFocus() else self.mend_wanted).emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _show(part: QLabel, words: str) -> None:
    part.setText(words)
    part.setVisible(bool(words))
