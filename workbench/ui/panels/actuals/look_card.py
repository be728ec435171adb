"""Which step of the funnel to look at first, as a card."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.actuals.look_first import LookPicture
from workbench.ui.form.chip_button import ChipButton
from workbench.ui.form.flow import FlowLayout
from workbench.ui.form.kit import Kit
from workbench.ui.look import button, label, set_tone
from workbench.ui.panels.plan.card import Card


class LookCard(Card):
    """One sentence, whose step it is, and the numbers that say so; gone where nothing is known."""

    chosen = Signal(str)
    role_chosen = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit.words, text("Where to look first"))
        self._kit = kit
        self._look: LookPicture | None = None
        self.heading, self.said = label("strong", wrap=True), label("muted", wrap=True)
        self.roles, self.show_step = QWidget(), button("link")
        self._flow = FlowLayout()
        self.roles.setLayout(self._flow)
        policy = self.roles.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the link beside it stays at the right
        self.roles.setSizePolicy(policy)
        kit.words.put(self.show_step, "setText", text("Show the step"))
        below = QHBoxLayout()
        below.addWidget(self.roles, 1)
        below.addWidget(self.show_step)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.said)
        self.column.addLayout(below)
        self.show_step.clicked.connect(self._on_step)
        self.hide()

    def show_look(self, look: LookPicture | None) -> None:
        """Show a step, or that nothing was lost; without one the card goes."""
        self._look = look
        self.setVisible(look is not None)
        if look is None:
            return
        self.heading.setText(look.heading)
        set_tone(self.heading, "good" if look.tone == "good" else "")
        self.said.setText("\n".join(look.lines))
        self.said.setVisible(bool(look.lines))
        self._show_roles(look)
        self.show_step.setVisible(look.metric is not None)

    def _show_roles(self, look: LookPicture) -> None:
        for old in self.roles.findChildren(ChipButton):
            old.hide()
            old.deleteLater()
        made = []
        for chip in look.roles:
            shown = ChipButton(self._kit.theme)
            shown.show_chip(chip)
            shown.clicked.connect(lambda *_, key=chip.id: self.role_chosen.emit(key))
            made.append(shown)
        self._flow.arrange(list(made))
        self.roles.setVisible(bool(made))

    def _on_step(self) -> None:
        if self._look is not None and self._look.metric is not None:
            self.chosen.emit(self._look.metric)
