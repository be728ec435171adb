"""One lever: its name and owner, where it was, the slider, where it is to be, its bounds."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.inspector.rows import Chip
from workbench.presenters.plan.overview.levers import Levers
from workbench.presenters.plan.overview.picture import LeverRow
from workbench.ui.elided import ElidedLabel
from workbench.ui.fields import NumberEntry, NumberField
from workbench.ui.form.chip_button import ChipButton
from workbench.ui.form.icon_button import IconButton
from workbench.ui.form.kit import Kit
from workbench.ui.look import button, label, line, set_tone
from workbench.ui.panels.plan.overview.lever_slider import STEPS, LeverSlider

_VALUE, _START, _BOUND, _OWNER = 84, 56, 84, 104


class LeverWidget(QWidget):
    """Tells its presenter what is wanted of the lever; `chosen` when its name or owner is."""

    chosen = Signal(str)

    def __init__(self, kit: Kit, levers: Levers) -> None:
        super().__init__()
        self._levers = levers
        self._key = ""
        self._name, self._start = ElidedLabel(), label("muted")
        self._owner = ChipButton(kit.theme)
        self._slider = LeverSlider(kit.theme)
        self._value = NumberField(kit.desk)
        self._low, self._high = NumberField(kit.desk), NumberField(kit.desk)
        self._more = IconButton(kit.theme, "chevron-down")
        self._drop = button("link")
        self._bounds = QWidget()
        self._lay_out(kit)
        self._connect()

    def show_row(self, row: LeverRow) -> None:
        """Show the lever as it stands."""
        self._key = row.key
        self._name.show_text(row.name, row.tip)
        self._owner.setVisible(row.owner is not None)
        self._owner.show_chip(row.owner or Chip("", ""))
        self._start.setText(row.start)
        self._slider.show_place(row.place, row.base)
        self._slider.setAccessibleName(row.name)
        self._slider.setAccessibleDescription(row.shown)
        self._slider.setToolTip(row.tip)
        self._value.setAccessibleName(row.name)
        self._value.show_number(row.value, share=row.share)
        set_tone(self._start, "warn" if row.at_bound else "")
        self._low.show_number(row.low, share=row.share)
        self._high.show_number(row.high, share=row.share)

    def _lay_out(self, kit: Kit) -> None:
        words = kit.words
        self._owner.setMaximumWidth(_OWNER)
        self._value.setFixedWidth(_VALUE)
        self._start.setMinimumWidth(_START)
        for field in (self._low, self._high):
            field.setFixedWidth(_BOUND)
        words.put(self._low, "setAccessibleName", text("Low bound"))
        words.put(self._high, "setAccessibleName", text("High bound"))
        words.put(self._more, "describe", text("Bounds of the lever, and whether it is one"))
        words.put(self._drop, "setText", text("not a lever"))
        words.put(self._drop, "setToolTip", text("Leave this input as it is"))
        self._more.setCheckable(True)
        until = label("muted")
        until.setText("–")
        bounds = QHBoxLayout(self._bounds)
        bounds.setContentsMargins(0, 0, 0, 0)
        for widget in (self._low, until, self._high):
            bounds.addWidget(widget)
        bounds.addStretch()
        bounds.addWidget(self._drop)
        self._bounds.hide()
        top, middle = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._name, 1)
        top.addWidget(self._owner)
        top.addWidget(self._more)
        top.setSpacing(4)
        middle.addWidget(self._start)
        middle.addWidget(self._slider, 1)
        middle.addWidget(self._value)
        middle.setSpacing(8)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setVerticalSpacing(3)
        grid.addLayout(top, 0, 0)
        grid.addLayout(middle, 1, 0)
        grid.addWidget(self._bounds, 2, 0)
        grid.addWidget(line(), 3, 0)

    def _connect(self) -> None:
        self._slider.valueChanged.connect(self._on_moved)
        self._slider.sliderReleased.connect(self._on_released)
        self._slider.given_up.connect(self._levers.give_up)
        self._value.committed.connect(self._on_value)
        self._value.step_by_arrows()
        self._low.committed.connect(self._on_low)
        self._high.committed.connect(self._on_high)
        self._more.toggled.connect(self._bounds.setVisible)
        self._drop.clicked.connect(self._on_dropped)
        self._owner.clicked.connect(self._on_chosen)

    def _on_moved(self, place: int) -> None:
        if self._slider.isSliderDown():
            self._levers.slide(self._key, place / STEPS)
        else:
            self._levers.release(self._key, place / STEPS)

    def _on_released(self) -> None:
        self._levers.release(self._key, self._slider.value() / STEPS)

    def _on_value(self, entry: NumberEntry) -> None:
        self._levers.put(self._key, entry.value)

    def _on_low(self, entry: NumberEntry) -> None:
        self._levers.bound_low(self._key, entry.value)

    def _on_high(self, entry: NumberEntry) -> None:
        self._levers.bound_high(self._key, entry.value)

    def _on_dropped(self) -> None:
        self._levers.drop(self._key)

    def _on_chosen(self) -> None:
        self.chosen.emit(self._key)
