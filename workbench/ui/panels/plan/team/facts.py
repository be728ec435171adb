"""Numbers with what they are of, and sentences, one below another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from workbench.presenters.plan.team.picture import Fact, Note
from workbench.ui.look import label, set_tone

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Facts(QWidget):
    """A line a fact: what it is on the left, how much on the right."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._lines: list[tuple[QLabel, QLabel]] = []

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show these facts and no others."""
        while len(self._lines) < len(facts):
            self._add_line()
        for at, (name, words) in enumerate(self._lines):
            is_used = at < len(facts)
            name.setVisible(is_used)
            words.setVisible(is_used)
            if is_used:
                _show(name, words, facts[at])
        self.setVisible(bool(facts))

    def _add_line(self) -> None:
        name, words = label("muted", wrap=True), label("strong")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        at = len(self._lines)
        self._grid.addWidget(name, at, 0)
        self._grid.addWidget(words, at, 1, _RIGHT)
        self._lines.append((name, words))


class Notes(QWidget):
    """Sentences that wrap, coloured by how good they are."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(5)
        self._lines: list[QLabel] = []

    def show_notes(self, notes: tuple[Note, ...]) -> None:
        """Show these sentences and no others."""
        while len(self._lines) < len(notes):
            self._lines.append(label(wrap=True))
            self._grid.addWidget(self._lines[-1], len(self._lines) - 1, 0)
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(notes))
            if at < len(notes):
                line.setText(notes[at].words)
                set_tone(line, notes[at].tone)
        self.setVisible(bool(notes))


def _show(name: QLabel, words: QLabel, fact: Fact) -> None:
    name.setText(fact.label)
    words.setText(fact.words)
    for widget in (name, words):
        widget.setToolTip(fact.tip)
    set_tone(words, fact.tone)
