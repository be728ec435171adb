"""The rule that revenue is shared by, with the fields it needs."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.base.texts import Text, text
from workbench.presenters.inspector.wishes import Added
from workbench.presenters.plan.credit.picture import RulePicture
from workbench.presenters.plan.credit.presenter import CreditPresenter
from workbench.presenters.plan.credit.rules import Weight
from workbench.ui.fields import NumberEntry, NumberField
from workbench.ui.form.flow import FlowLayout
from workbench.ui.form.kit import Kit
from workbench.ui.form.pick_button import PickButton
from workbench.ui.form.segments import Segments
from workbench.ui.look import label

_FIELD = 58


class RuleCard(QFrame):
    """Rules and dimensions as segments; below them what the rule does, and its fields."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._presenter: CreditPresenter | None = None
        self.models, self.dimensions = Segments(), Segments()
        self.half_life = self._field(kit)
        self.weights = [self._field(kit) for _ in range(3)]
        self.stage = PickButton(kit)
        self._about = label("muted", wrap=True)
        self._days, self._parts, self._key = QWidget(), QWidget(), QWidget()
        self._lay_out(kit)
        self.models.picked.connect(self._on_model)
        self.dimensions.picked.connect(self._on_dimension)
        self.half_life.committed.connect(self._on_half_life)
        for field in self.weights:
            field.committed.connect(self._on_weight)
        self.stage.picked.connect(self._on_stage)

    def serve(self, presenter: CreditPresenter) -> None:
        """Tell a presenter what is wanted."""
        self._presenter = presenter

    def show_rule(self, rule: RulePicture) -> None:
        """Show the choices and the fields that are needed."""
        self.models.show_options(rule.models, rule.model)
        self.dimensions.show_options(rule.dimensions, rule.by)
        self._about.setText(rule.about)
        self._days.setVisible(rule.half_life is not None)
        self.half_life.show_number(rule.half_life)
        self._parts.setVisible(rule.weights is not None)
        for field, weight in zip(self.weights, rule.weights or (None,) * 3, strict=True):
            field.show_number(weight)
        self._key.setVisible(rule.stages is not None)
        self.stage.show_options(rule.stages or (), rule.key_stage)

    def _lay_out(self, kit: Kit) -> None:
        top = FlowLayout(gap=14, between=8)
        top.addWidget(self.models)
        top.addWidget(self.dimensions)
        fields = QHBoxLayout()
        fields.setSpacing(16)
        days = (text("Half-life, days"), self.half_life)
        named = (text("First"), text("Between"), text("Last"))
        parts = tuple(zip(named, self.weights, strict=True))
        for box, pairs in (
            (self._days, (days,)), (self._parts, parts),
            (self._key, ((text("Key touch at"), self.stage),)),
        ):  # fmt: skip
            _fill(box, pairs, kit)
            fields.addWidget(box)
        fields.addWidget(self._about, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addLayout(fields)
        kit.words.put(self.models, "setAccessibleName", text("Rule of credit"))
        kit.words.put(self.dimensions, "setAccessibleName", text("What touches are asked for"))

    def _field(self, kit: Kit) -> NumberField:
        made = NumberField(kit.desk)
        made.setFixedWidth(_FIELD)
        made.step_by_arrows()
        return made

    def _on_model(self, picked: Added) -> None:
        if self._presenter is not None:
            self._presenter.choose_model(picked.words)

    def _on_dimension(self, picked: Added) -> None:
        if self._presenter is not None:
            self._presenter.choose_by(picked.words)

    def _on_half_life(self, entry: NumberEntry) -> None:
        if self._presenter is not None:
            self._presenter.set_half_life(entry.value)

    def _on_weight(self, entry: NumberEntry) -> None:
        which: tuple[Weight, ...] = ("first", "middle", "last")
        sender = self.sender()
        if self._presenter is not None and isinstance(sender, NumberField):
            self._presenter.set_weight(which[self.weights.index(sender)], entry.value)

    def _on_stage(self, picked: Added) -> None:
        if self._presenter is not None:
            self._presenter.choose_stage(picked.words)


def _fill(box: QWidget, pairs: tuple[tuple[Text, QWidget], ...], kit: Kit) -> None:
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(7)
    for words, field in pairs:
        caption: QLabel = label()
        kit.words.put(caption, "setText", words)
        kit.words.put(field, "setAccessibleName", words)
        row.addWidget(caption)
        row.addWidget(field)
