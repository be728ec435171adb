"""The panel of the export: language, look, readiness, and the buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.base.texts import Text, text
from workbench.presenters.sheets.picture import ExportPicture, Gate, Report
from workbench.ui.look import button, label, line, set_tone
from workbench.ui.panels.sheets.dress_section import DressSection
from workbench.ui.panels.sheets.fact_list import FactList
from workbench.ui.theme import Theme
from workbench.ui.words import Words

WIDTH = 300
_STEPS = 1000


class ExportPanel(QFrame):
    """Shows what will be exported and how it goes; reports what is wished."""

    language_chosen = Signal(str)

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.facts, self.dress = FactList(theme), DressSection(theme, words)
        self.export, self.print, self.draw = button("primary"), button(), button()
        self.stop, self.folder, self.open = button(), button(), button()
        self._languages = QButtonGroup(self)
        self._readiness, self._draft = label("strong", wrap=True), label("muted", wrap=True)
        self._bar, self._result = QProgressBar(), label(wrap=True)
        self._progress, self._done = QWidget(), QWidget()
        self._lay_out(words)
        self._languages.buttonClicked.connect(self._on_language)
        self._name(words)

    def show_export(self, picture: ExportPicture) -> None:
        """Show language, look, gate, progress and result."""
        self.dress.show_dress(picture.dress)
        self._show_gate(picture.gate)
        for one in self._languages.buttons():
            one.setChecked(one.property("code") == picture.language)
        busy = picture.done is not None
        self._progress.setVisible(busy)
        self._bar.setValue(round((picture.done or 0.0) * _STEPS))
        for one in (self.export, self.print, self.draw):
            one.setEnabled(not busy)
        self._show_report(None if busy else picture.report)

    def _show_gate(self, gate: Gate) -> None:
        self._readiness.setText(gate.words)
        set_tone(self._readiness, gate.tone)
        self.facts.show_facts(gate.facts)
        self._draft.setVisible(bool(gate.draft))
        self._draft.setText(gate.draft)

    def _show_report(self, report: Report | None) -> None:
        self._result.setVisible(report is not None)
        self._done.setVisible(report is not None and bool(report.path))
        if report is not None:
            self._result.setText(report.words)
            self._result.setToolTip(report.path)
            set_tone(self._result, report.tone)

    def _lay_out(self, words: Words) -> None:
        inner = QWidget()
        inner.setProperty("look", "scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(18, 16, 18, 10)
        column.setSpacing(9)
        title = label("heading")
        words.put(title, "setText", text("Export"))
        column.addWidget(title)
        for caption, content in (
            (text("LANGUAGE OF THE WORKBOOK"), self._language_row(words)),
            (text("LOOK"), self.dress),
            (text("BEFORE SENDING"), self._gate()),
        ):
            column.addSpacing(8)
            column.addWidget(_section(caption, words))
            column.addWidget(content)
        column.addStretch()
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(line())
        whole.addLayout(self._foot())

    def _gate(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._readiness)
        column.addWidget(self.facts)
        return box

    def _foot(self) -> QVBoxLayout:
        progress = QHBoxLayout(self._progress)
        progress.setContentsMargins(0, 0, 0, 0)
        progress.addWidget(self._bar, 1)
        progress.addWidget(self.stop)
        done = QHBoxLayout(self._done)
        done.setContentsMargins(0, 0, 0, 0)
        done.addWidget(self.folder)
        done.addWidget(self.open)
        done.addStretch()
        foot = QVBoxLayout()
        foot.setContentsMargins(18, 12, 18, 14)
        foot.setSpacing(8)
        for widget in (self._result, self._done, self._progress, self.export, self._draft):
            foot.addWidget(widget)
        others = QHBoxLayout()
        others.setSpacing(8)
        others.addWidget(self.print, 1)
        others.addWidget(self.draw, 1)
        foot.addLayout(others)
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        return foot

    def _language_row(self, words: Words) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(1, 0, 0, 0)
        row.setSpacing(0)
        for code, name, side in (("ru", "Русский", "first"), ("en", "English", "last")):
            one = button("segment")
            one.setProperty("side", side)
            one.setProperty("code", code)
            one.setText(name)
            one.setCheckable(True)
            self._languages.addButton(one)
            row.addWidget(one)
        row.addStretch()
        return box

    def _name(self, words: Words) -> None:
        for widget, said in (
            (self.export, text("Export to Excel…")),
            (self.print, text("PDF of the pack…")),
            (self.draw, text("Picture…")),
            (self.stop, text("Stop")),
            (self.folder, text("Show in folder")),
            (self.open, text("Open")),
        ):
            words.put(widget, "setText", said)
        words.put(self.export, "setToolTip", text("Write the workbook for the client (Ctrl+E)"))
        words.put(self.print, "setToolTip", text("All sheets as pages of one PDF, without Excel"))
        words.put(self.draw, "setToolTip", text("The funnel as PNG, SVG or PDF"))
        words.put(self._bar, "setAccessibleName", text("Progress of the export"))

    def _on_language(self, one: QPushButton) -> None:
        self.language_chosen.emit(one.property("code"))


def _section(caption: Text, words: Words) -> QWidget:
    made = label("section")
    words.put(made, "setText", caption)
    return made
