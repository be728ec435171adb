"""What is tried for a KPI: a number that is told while it is typed, or yes and no."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.base.numbers import NotANumber, read_number
from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import Option
from workbench.presenters.inspector.wishes import Added
from workbench.presenters.plan.pay.picture import Fact
from workbench.ui.fields import NumberEntry, NumberField
from workbench.ui.form.segments import Segments

WIDTH = 106


class FactField(QWidget):
    """Shows a `Fact`; `tried` brings another one, at every letter."""

    tried = Signal(NumberEntry)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._fact = Fact(None)
        self.number, self.answer = NumberField(desk), Segments("tiny")
        self.number.step_by_arrows()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.number)
        row.addWidget(self.answer)
        self.setFixedWidth(WIDTH)
        self.number.textEdited.connect(self._on_edited)
        self.number.committed.connect(self.tried)
        self.answer.picked.connect(self._on_answered)

    def show_fact(self, fact: Fact, name: str) -> None:
        """Show what is reckoned with; what is being typed stays as it is typed."""
        self._fact = fact
        self.number.setVisible(not fact.answer)
        self.answer.setVisible(fact.answer)
        self.setFocusProxy(self.answer if fact.answer else self.number)
        self.number.setAccessibleName(name)
        self.answer.setAccessibleName(name)
        if fact.answer:
            options = (
                Option("yes", self._desk.say(text("yes"))),
                Option("no", self._desk.say(text("no"))),
            )
            self.answer.show_options(options, "yes" if (fact.value or 0.0) >= 0.5 else "no")
        else:
            self.number.show_number(fact.value, share=fact.share, currency=fact.currency)

    def _on_edited(self, words: str) -> None:
        """Tell a number that can be read; the field itself marks one that cannot."""
        if not words.strip():
            self.tried.emit(NumberEntry(None))
            return
        try:
            reading = read_number(words, self._desk.language.decimal)
        except NotANumber:
            return
        share = self._fact.share or reading.percent
        self.tried.emit(NumberEntry(reading.value / 100 if share else reading.value))

    def _on_answered(self, picked: Added) -> None:
        if picked.words:
            self.tried.emit(NumberEntry(1.0 if picked.words == "yes" else 0.0))
