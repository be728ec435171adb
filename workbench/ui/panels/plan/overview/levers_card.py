"""The levers with their sliders, what they make of the goal, and the answer in words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.inspector.wishes import Added
from workbench.presenters.plan.overview.levers import Levers
from workbench.presenters.plan.overview.picture import LeversPicture, Outcome
from workbench.ui.form.kit import Kit
from workbench.ui.form.pick_button import PickButton
from workbench.ui.look import button, label, set_tone
from workbench.ui.panels.plan.card import Card
from workbench.ui.panels.plan.overview.lever_widget import LeverWidget
from workbench.ui.panels.plan.working import Working
from workbench.ui.scrolling import scrolled


class LeversCard(Card):
    """Rows are kept and shown anew, so that a slider in use stays under the pointer."""

    chosen = Signal(str)

    def __init__(self, kit: Kit, levers: Levers) -> None:
        super().__init__(kit.words, text("Levers"))
        self._kit = kit
        self._levers = levers
        self._rows: list[LeverWidget] = []
        self._add = PickButton(kit, "link")
        self._reset = button("link")
        self._empty = label("muted", wrap=True)
        self._caption, self._value, self._change = label("muted"), label("big"), label("chip")
        self._said = label("muted", wrap=True)
        self._list = QWidget()
        self._working = Working(kit.words)
        self._lay_out()
        self._add.picked.connect(self._on_added)
        self._reset.clicked.connect(levers.reset)
        policy = self._reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the levers must not jump under the pointer
        self._reset.setSizePolicy(policy)
        self._working.stop_wanted.connect(levers.stop)

    def show_levers(self, picture: LeversPicture) -> None:
        """Show the levers as they stand."""
        while len(self._rows) < len(picture.rows):
            self._append()
        for at, widget in enumerate(self._rows):
            widget.setVisible(at < len(picture.rows))
            if at < len(picture.rows):
                widget.show_row(picture.rows[at])
        self._working.show_done(0.0 if picture.is_solving else None, is_known=False)
        self._empty.setText(picture.empty)
        self._empty.setVisible(bool(picture.empty))
        self._add.show_options(picture.more, None, self._kit.desk.say(text("+ lever")))
        self._add.setVisible(bool(picture.more))
        self._reset.setVisible(any(row.is_moved for row in picture.rows))
        self._show_outcome(picture.outcome)
        self._said.setText("\n".join(picture.said))
        self._said.setVisible(bool(picture.said))

    def _show_outcome(self, outcome: Outcome) -> None:
        for widget in (self._caption, self._value):
            widget.setVisible(bool(outcome.value))
        self._value.setText(outcome.value)
        self._value.setToolTip(outcome.tip)
        self._change.setText(outcome.change)
        self._change.setVisible(bool(outcome.change))
        set_tone(self._value, outcome.tone)
        set_tone(self._change, outcome.change_tone)

    def _lay_out(self) -> None:
        words = self._kit.words
        words.put(self._reset, "setText", text("Back to the base"))
        words.put(self._caption, "setText", text("Result"))
        self.head.addWidget(self._reset)
        rows = QVBoxLayout(self._list)
        rows.setContentsMargins(0, 0, 6, 0)
        rows.setSpacing(0)
        rows.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self._said)
        rows.addStretch()
        result = QHBoxLayout()
        result.addWidget(self._caption)
        result.addStretch()
        result.addWidget(self._value)
        result.addWidget(self._change)
        self.column.addWidget(self._working)
        self.column.addWidget(self._empty)
        self.column.addWidget(scrolled(self._list, "surface"), 1)
        self.column.addLayout(result)

    def _append(self) -> None:
        widget = LeverWidget(self._kit, self._levers)
        widget.chosen.connect(self.chosen)
        self._rows.append(widget)
        layout = self._list.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.count() - 3, widget)

    def _on_added(self, picked: Added) -> None:
        self._levers.add(picked.words)
