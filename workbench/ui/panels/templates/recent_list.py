"""The projects that were open lately."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.templates import Recent
from workbench.ui.look import label
from workbench.ui.theme import Theme
from workbench.ui.words import Words

WIDTH = 324


class RecentList(QFrame):
    """A button for each project; one that is away can be seen but not opened."""

    wanted = Signal(Path)

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._buttons: dict[QPushButton, Recent] = {}
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._none = label("muted", wrap=True)
        title = label("heading")
        words.put(title, "setText", text("Recent projects"))
        words.put(self._none, "setText", text("The projects you work on will be listed here."))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        inner = QWidget()
        inner.setProperty("look", "scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(title)
        column.addWidget(self._none)
        column.addLayout(self._rows)
        column.addStretch()
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def show_recent(self, recent: tuple[Recent, ...]) -> None:
        """Show the projects anew when they are others than before."""
        self._none.setVisible(not recent)
        if recent == tuple(self._buttons.values()):
            return
        for old in self._buttons:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = {self._row(one): one for one in recent}
        for made in self._buttons:
            self._rows.addWidget(made)

    def _row(self, recent: Recent) -> QPushButton:
        made = RecentButton(recent)
        if recent.missing:
            self._words.put(made, "setToolTip", text("This file is not there at the moment"))
        else:
            made.setToolTip(str(recent.path))
        made.clicked.connect(self._on_clicked)
        return made

    def _on_clicked(self) -> None:
        recent = self._buttons.get(self.sender())  # type: ignore[call-overload]
        if recent is not None:
            self.wanted.emit(recent.path)


class RecentButton(QPushButton):
    """Name above folder; what is too long is cut in the middle, as paths are told by their ends."""

    def __init__(self, recent: Recent) -> None:
        super().__init__()
        self.setProperty("look", "wrapped")
        self.setAccessibleName(f"{recent.name}, {recent.folder}")
        self.setEnabled(not recent.missing)
        name, folder = label("faint" if recent.missing else "strong"), label("small")
        for one, words in ((name, recent.name), (folder, recent.folder)):
            one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            room = WIDTH - 56
            one.setText(one.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, room))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(1)
        column.addWidget(name)
        column.addWidget(folder)
        self._column = column
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
