"""The goal that the plan is held against: which one, and how much of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import Option
from workbench.presenters.inspector.wishes import Added
from workbench.presenters.plan.header import GoalLine, HeaderPresenter
from workbench.ui.fields import NumberEntry, NumberField
from workbench.ui.form.kit import Kit
from workbench.ui.form.pick_button import PickButton
from workbench.ui.look import button, label
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_FIELD = 112


class GoalBar(QWidget):
    """The goal's name opens the list of goals, its value can be typed; or a way to set one."""

    solve_wanted = Signal()

    def __init__(self, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__()
        self._presenter: HeaderPresenter | None = None
        self._caption, self._after = label("muted"), label("muted")
        self._names = PickButton(Kit(desk, theme, words))
        self.value = NumberField(desk)
        self.value.setFixedWidth(_FIELD)
        self._set, self.solve = PickButton(Kit(desk, theme, words)), button("primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (
            self._caption, self._names, self.value, self._after, self._set, self.solve
        ):  # fmt: skip
            row.addWidget(widget)
        words.put(self._caption, "setText", text("Goal:"))
        words.put(self._names, "setAccessibleName", text("Goal"))
        words.put(self.value, "setAccessibleName", text("Value of the goal"))
        words.put(self._set, "setAccessibleName", text("Set a goal"))
        words.put(self.solve, "setText", text("Find levers"))
        words.put(
            self.solve,
            "setToolTip",
            text("The easiest set of changes that reaches the goal within the bounds"),
        )
        self._names.picked.connect(self._on_picked)
        self.value.committed.connect(self._on_value)
        self._set.picked.connect(self._on_set)
        self.solve.clicked.connect(self.solve_wanted)

    def serve(self, presenter: HeaderPresenter) -> None:
        """Tell a presenter what is wanted."""
        self._presenter = presenter

    def show_candidates(self, candidates: tuple[Option, ...], words: str) -> None:
        """Show which metrics could be a goal, where there is none yet."""
        self._set.show_options(candidates, None, words)

    def show_goal_line(self, line: GoalLine | None) -> None:
        """Show the goal, or the way to set one."""
        for widget in (self._names, self.value, self._after, self.solve):
            widget.setVisible(line is not None)
        self._set.setVisible(line is None)
        if line is None:
            return
        options = tuple(Option(str(at), name) for at, name in enumerate(line.names))
        self._names.show_options(options, str(line.chosen))
        self.value.show_number(line.value, share=line.share)
        self._after.setText(line.after)
        self._after.setVisible(bool(line.after))

    def _on_picked(self, picked: Added) -> None:
        if self._presenter is not None and picked.words:
            self._presenter.choose_goal(int(picked.words))

    def _on_value(self, entry: NumberEntry) -> None:
        if self._presenter is not None:
            self._presenter.change_goal(entry.value)

    def _on_set(self, picked: Added) -> None:
        if self._presenter is not None and picked.words:
            self._presenter.set_goal(picked.words)
