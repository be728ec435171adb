"""The formula field: types, completes, explains and checks a formula before it is taken over."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout

from workbench.base.languages import Language
from workbench.base.texts import text
from workbench.document.metric import Metric
from workbench.presenters.formula_field import Check, FormulaDrafts
from workbench.presenters.inspector.formula_completion import Candidate, Completion
from workbench.presenters.inspector.formula_help import FUNCTIONS, usage
from workbench.presenters.inspector.rows import FormulaRow, Row
from workbench.presenters.inspector.wishes import Chosen, Wish
from workbench.ui.form.icon_button import IconButton
from workbench.ui.form.kit import Kit
from workbench.ui.form.row_widget import RowWidget
from workbench.ui.look import label, set_tone
from workbench.ui.panels.completion_popup import CompletionPopup
from workbench.ui.panels.formula_edit import FormulaEdit

CHECK_AFTER = 150


class FormulaField(RowWidget):
    """Enter takes a right formula over; a wrong one stays as it is typed, Escape takes it back."""

    def __init__(self, kit: Kit, drafts: FormulaDrafts) -> None:
        super().__init__(kit)
        self._drafts = drafts
        self._key = ""
        self._completion: Completion | None = None
        self._check = Check()
        self._showing = False
        self._refused = False
        self.edit = FormulaEdit(kit)
        self.functions = IconButton(kit.theme, "math-function", size=15)
        self.help: QLabel = label("muted", wrap=True)
        self.message: QLabel = label("muted", wrap=True)
        self.mend = QPushButton()
        self.in_force: QLabel = label("muted", wrap=True)
        self.back = QPushButton()
        self.popup = CompletionPopup(kit, self)
        self._timer = QTimer(self)
        self._lay_out()
        self._connect()

    def show_row(self, row: Row) -> None:
        """Show a formula; what is being typed stays."""
        super().show_row(row)
        assert isinstance(row, FormulaRow)
        if row.metric != self._key or row.words != self.edit.toPlainText():
            self._refused = False
        self._key = row.metric
        self._showing = True
        self.edit.show_text(row.words)
        self._showing = False
        self._look()

    def finish(self) -> None:
        """Take the formula over if it is right; another looks refused until it is changed."""
        self._hide_popup()
        metric = self._metric()
        if metric is None or not self._drafts.is_draft(metric):
            return
        if self._drafts.commit(metric, self.edit.toPlainText()):
            self.wished.emit(Wish(self.key))
        else:
            self._refused = True
            self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Some keys mean more here than in a text; leaving it takes a right formula over."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)
        if event.type() == QEvent.Type.FocusOut:
            self.finish()
            self.help.hide()
        return super().eventFilter(watched, event)

    def _metric(self) -> Metric | None:
        return self.kit.desk.project.metric_by_key.get(self._key)

    def _lay_out(self) -> None:
        words = self.kit.words
        words.put(self.edit, "setAccessibleName", text("Formula"))
        words.put(self.edit, "setPlaceholderText", text("Leads × Conversion"))
        words.put(self.functions, "describe", text("Put in a function"))
        words.put(self.back, "setText", text("Put that back"))
        words.put(self.back, "setToolTip", text("Take back what was typed (Esc)"))
        for link in (self.mend, self.back):
            link.setProperty("look", "link")
        self.help.hide()
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self.edit, 1)
        line.addWidget(self.functions, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(line)
        layout.addWidget(self.message)
        layout.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.in_force)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.help)

    def _connect(self) -> None:
        self._timer.setSingleShot(True)
        self._timer.setInterval(CHECK_AFTER)
        self._timer.timeout.connect(self._look)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._on_typed)
        self.edit.cursorPositionChanged.connect(self._on_moved)
        self.functions.clicked.connect(self._open_functions)
        self.mend.clicked.connect(self._mend)
        self.back.clicked.connect(self._taken_back)
        self.popup.chosen.connect(self._take)
        self.kit.desk.language_changed.connect(self._on_language_changed)

    def _on_typed(self) -> None:
        metric = self._metric()
        if self._showing or metric is None:
            return
        self._refused = False
        words = self.edit.toPlainText()
        self._drafts.keep(metric, words)
        self.edit.show_words(self._drafts.words_in(words), None)
        self._timer.start()
        self._complete(asked=False)

    def _on_moved(self) -> None:
        if not self.edit.hasFocus():
            return
        help_line = self._drafts.help(self.edit.toPlainText(), self.edit.place())
        self.help.setText(help_line)
        self.help.setVisible(bool(help_line))

    def _pressed(self, event: QKeyEvent) -> bool:
        """Keys that complete, commit or take back; the others are left to the text."""
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Space and control:
            self._complete(asked=True)
        elif self.popup.isVisible() and self._walked(key):
            pass
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        elif key == Qt.Key.Key_Escape:
            return self._taken_back()
        else:
            return False
        return True

    def _walked(self, key: int) -> bool:
        """Keys of the open list."""
        steps = {
            Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6,
        }  # fmt: skip
        if key in steps:
            self.popup.walk(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            if self.popup.current is not None:
                self._take(self.popup.current)
        elif key == Qt.Key.Key_Escape:
            self._hide_popup()
        else:
            return False
        return True

    def _complete(self, *, asked: bool) -> None:
        metric = self._metric()
        if metric is None or not self.edit.hasFocus():
            return
        words, place = self.edit.toPlainText(), self.edit.place()
        self._completion = self._drafts.complete(metric, words, place, asked=asked)
        if self._completion is None:
            self._hide_popup()
            return
        spot = self.edit.cursorRect()
        corner = self.edit.viewport().mapToGlobal(spot.topLeft())
        self.popup.show_candidates(self._completion.candidates, QRect(corner, spot.size()))

    def _take(self, candidate: Candidate) -> None:
        completion = self._completion
        self._hide_popup()
        if completion is not None:
            self.edit.put(candidate.insert, completion.start, completion.end, candidate.cursor)
            self._hide_popup()

    def _hide_popup(self) -> None:
        self._completion = None
        self.popup.hide()

    def _taken_back(self) -> bool:
        """Put back what the project holds: a formula, or the value where none was begun before."""
        metric = self._metric()
        if metric is None or (metric.is_computed and not self._drafts.is_draft(metric)):
            return False
        self._drafts.drop(metric.key)
        self.wished.emit(Wish(self.key) if metric.is_computed else Chosen("mode", "value"))
        return True

    def _look(self) -> None:
        """Check what is typed, underline what is wrong and say it."""
        self._timer.stop()
        metric = self._metric()
        if metric is None:
            return
        words = self.edit.toPlainText()
        self._check = self._drafts.check(metric, words)
        wrong = self._check.tree is None
        span = self._check.span if wrong and words.strip() else None
        self.edit.show_words(self._drafts.words_in(words), span)
        self._say(metric, bad=wrong and not self._is_begun(metric))

    def _is_begun(self, metric: Metric) -> bool:
        """Whether what is not right yet may become so: no mistake, and nobody has said Enter."""
        if self._settled:
            return not self._refused and not metric.is_computed and not self.edit.toPlainText()
        return self._check.unfinished or self.popup.isVisible()

    @property
    def _settled(self) -> bool:
        return self._refused or not self.edit.hasFocus()

    def _say(self, metric: Metric, *, bad: bool) -> None:
        """What is wrong, what would mend it, and what counts until then."""
        tone = "bad" if bad else ""
        set_tone(self.edit, tone)
        set_tone(self.message, tone)
        mend = self._check.mend
        self.mend.setText(mend.label.replace("&", "&&") if mend else "")
        self.mend.setVisible(mend is not None)
        _show(self.message, self._check.message)
        _show(self.in_force, self._drafts.in_force(metric) if bad and self._settled else "")
        self.back.setVisible(bool(self.in_force.text()))

    def _mend(self) -> None:
        mend = self._check.mend
        if mend is not None:
            self.edit.setFocus()
            self.edit.put(mend.words, mend.span.start, mend.span.end, len(mend.words))
            self._hide_popup()
            self._look()

    def _open_functions(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for function in FUNCTIONS:
            about = self.kit.desk.say(function.about)
            action = QAction(f"{usage(self.kit.desk, function)}\t{about}", menu)
            action.setData(function.name)
            menu.addAction(action)
        menu.triggered.connect(self._put_function)
        menu.popup(self.functions.mapToGlobal(self.functions.rect().bottomLeft()))

    def _put_function(self, action: QAction) -> None:
        """Put in a function with the cursor in its parentheses, round what is selected."""
        cursor = self.edit.textCursor()
        inner = cursor.selectedText()
        cursor.insertText(f"{action.data()}({inner})")
        self.edit.setFocus()
        self.edit.move_to(self.edit.place() - 1)
        self._hide_popup()

    def _on_language_changed(self, _language: Language) -> None:
        self._look()


def _show(shown: QLabel, words: str) -> None:
    shown.setText(words)
    shown.setVisible(bool(words))
