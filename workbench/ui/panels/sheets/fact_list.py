"""What is ready and what is missing before the workbook is sent."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workbench.presenters.sheets.picture import Fact, FactKind
from workbench.ui.look import label
from workbench.ui.theme import Colors, Theme

_ICON = 16
# A shape and a colour each: errors and warnings differ without colour, too.
_SIGNS: dict[FactKind, tuple[str, Callable[[Colors], str]]] = {
    "ready": ("check", lambda colors: colors.good),
    "missing": ("x", lambda colors: colors.bad),
    "error": ("alert-octagon", lambda colors: colors.bad),
    "warning": ("alert-triangle", lambda colors: colors.warn),
    "note": ("point", lambda colors: colors.muted),
}


class FactList(QWidget):
    """A sign with a sentence each; what can be gone to is a link."""

    wanted = Signal(Fact)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._facts: tuple[Fact, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        theme.changed.connect(self._remake)

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show the facts anew when they are others than before."""
        if facts != self._facts:
            self._facts = facts
            self._remake()

    def _remake(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, fact in enumerate(self._facts):
            self._column.addWidget(self._row(at, fact))

    def _row(self, at: int, fact: Fact) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._sign(fact), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(_words(fact) if fact.selected is None else self._link(at, fact), 1)
        box.setToolTip(fact.tip)
        return box

    def _sign(self, fact: Fact) -> QLabel:
        name, color = _SIGNS[fact.kind]
        icon = self._theme.icon(name, color(self._theme.colors), _ICON)
        sign = QLabel()
        sign.setPixmap(icon.pixmap(_ICON, _ICON))
        return sign

    def _link(self, at: int, fact: Fact) -> QPushButton:
        made = WrappedLink(fact.words)
        made.setProperty("at", at)
        made.setToolTip(fact.tip)
        made.clicked.connect(self._on_clicked)
        return made

    def _on_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.wanted.emit(self._facts[int(sender.property("at"))])


def _words(fact: Fact) -> QLabel:
    made = label("muted" if fact.kind == "note" else "", wrap=True)
    made.setText(fact.words)
    return made


class WrappedLink(QPushButton):
    """Words to press that go on in the next line when the panel is narrow."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setProperty("look", "wrapped")
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        inner = label(wrap=True)
        inner.setText(words)
        inner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
