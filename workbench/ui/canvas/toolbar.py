"""The tools at the lower left of the canvas."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from workbench.base.texts import Text, text
from workbench.presenters.actions import Action
from workbench.ui.canvas.gestures.choose import Tool
from workbench.ui.canvas.view import FunnelView
from workbench.ui.look import button
from workbench.ui.theme import Theme, icon_size
from workbench.ui.words import Words

_TOOLS: dict[Tool, tuple[Text, Text, str]] = {
    "select": (text("Select"), text("Select and move cards (Esc)"), "pointer"),
    "stage": (text("Stage"), text("Put a stage on the canvas: click a place (Ins)"), "plus"),
    "connect": (text("Arrow"), text("Draw arrows from card to card"), "arrow-narrow-right"),
    "driver": (
        text("Metric"), text("Put another metric on the canvas: click a place (Shift+Ins)"),
        "math-function",
    ),
}  # fmt: skip


class Toolbar(QWidget):
    """Chooses the tool and offers what concerns the whole canvas."""

    def __init__(
        self, view: FunnelView, actions: Mapping[str, Action], theme: Theme, words: Words,
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._view = view
        self._theme = theme
        self._icons: dict[QPushButton, str] = {}
        self._tools = QButtonGroup(self)
        self._by_tool: dict[str, QPushButton] = {}
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        tools = _frame(row)
        for tool, (name, hint, icon) in _TOOLS.items():
            self._add_tool(tool, icon, tools)
            words.put(self._by_tool[tool], "setText", name)
            words.put(self._by_tool[tool], "setToolTip", hint)
        whole = _frame(row)
        self._add_action(actions["funnel.tidy"], text("Tidy up"), whole, words)
        self._add_action(actions["funnel.fit"], text("Fit"), whole, words)
        self._outline = self._add_action(actions["funnel.outline"], text("Outline"), whole, words)
        self._outline.setCheckable(True)
        self._tools.buttonClicked.connect(self._on_tool)
        view.tool_changed.connect(self.show_tool)
        theme.changed.connect(self._show_icons)
        self.show_tool("select")
        self._show_icons()

    def fit_into(self, width: int) -> None:
        """Be as large as needed: in one row, or in two where the canvas is too narrow for one."""
        self._row.setDirection(QBoxLayout.Direction.LeftToRight)
        if self._row.sizeHint().width() > width:
            self._row.setDirection(QBoxLayout.Direction.BottomToTop)
        self.adjustSize()

    def show_tool(self, tool: str) -> None:
        """Show which tool is in use."""
        self._by_tool[tool].setChecked(True)
        self._show_icons()

    def show_outline(self, *, shown: bool) -> None:
        """Show whether the outline is open."""
        self._outline.setChecked(shown)
        self._show_icons()

    def _add_tool(self, tool: Tool, icon: str, row: QHBoxLayout) -> None:
        made = self._button(icon, row)
        made.setCheckable(True)
        self._tools.addButton(made)
        self._by_tool[tool] = made

    def _add_action(
        self, action: Action, name: Text, row: QHBoxLayout, words: Words
    ) -> QPushButton:
        made = self._button(action.icon, row)
        made.clicked.connect(_Run(action, made).run)
        words.put(made, "setText", name)
        words.put(made, "setToolTip", _with_shortcut(action))
        return made

    def _button(self, icon: str, row: QHBoxLayout) -> QPushButton:
        made = button("tool")
        made.setIconSize(icon_size(16))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icons[made] = icon
        row.addWidget(made)
        return made

    def _on_tool(self, clicked: QPushButton) -> None:
        tool = next(tool for tool in _TOOLS if self._by_tool[tool] is clicked)
        self._view.take(tool)
        self._view.setFocus()

    def _show_icons(self) -> None:
        colors = self._theme.colors
        for made, icon in self._icons.items():
            name = colors.accent if made.isChecked() else colors.muted
            made.setIcon(self._theme.icon(icon, name, 16))


class _Run(QWidget):
    """Runs an action without the argument that a click brings along."""

    def __init__(self, action: Action, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._action = action

    def run(self) -> None:
        if self._action.enabled():
            self._action.run()


def _frame(row: QHBoxLayout) -> QHBoxLayout:
    frame = QFrame()
    frame.setProperty("look", "tools")
    inner = QHBoxLayout(frame)
    inner.setContentsMargins(3, 3, 3, 3)
    inner.setSpacing(2)
    row.addWidget(frame, 0, Qt.AlignmentFlag.AlignLeft)
    return inner


def _with_shortcut(action: Action) -> Text:
    if not action.shortcut:
        return action.label
    return text("{action} ({keys})", action=action.label, keys=action.shortcut)
