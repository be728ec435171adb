"""The Roles place: title, switch, search and filter above the matrix or the role cards."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.base.languages import Language
from workbench.base.texts import Text, text
from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk
from workbench.presenters.roles.matrix_picture import RowFilter
from workbench.presenters.roles.place import Mode, PlacePresenter
from workbench.ui.look import button, label
from workbench.ui.panels.roles.cards import CardsPanel
from workbench.ui.panels.roles.emptiness import Emptiness
from workbench.ui.panels.roles.matrix import MatrixPanel
from workbench.ui.panels.roles.menus import fill_menu
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_SEARCH_PAUSE = 120
_GAP, _SIDE = 10, 16
_NARROWEST = 440


class RolesPlace(QWidget):
    """Shows what its presenter decides; `actions` are those of the place."""

    records: tuple[Action, ...]

    def __init__(self, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._presenter = PlacePresenter(desk)
        self.records = self._presenter.actions()
        self._make_controls()
        self._matrix = MatrixPanel(desk, self._presenter.matrix, self._presenter.menu, theme, words)
        self._cards = CardsPanel(self._presenter.cards, theme, words)
        self._emptiness = Emptiness(desk, self._presenter, words)
        self._stack = QStackedWidget()
        for view in (self._matrix, self._cards, self._emptiness):
            self._stack.addWidget(view)
        self._lay_out()
        self.setMinimumWidth(_NARROWEST)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SEARCH_PAUSE)
        self._pause.timeout.connect(self._on_searched)
        self.setFocusProxy(self._matrix)
        self._presenter.attach(self)
        desk.language_changed.connect(self._on_language_changed)

    def show_mode(self, mode: Mode) -> None:
        """Open matrix or cards."""
        self._to_matrix.setChecked(mode == "matrix")
        self._to_cards.setChecked(mode == "cards")
        self._stack.setCurrentWidget(self._matrix if mode == "matrix" else self._cards)
        self._tools.setVisible(mode == "matrix")

    def show_filter(self, shown: RowFilter) -> None:
        """Show which rows are chosen."""
        self._influenceable.setChecked(shown.influenceable)
        if self._search.text().strip() != shown.words:
            self._search.setText(shown.words)

    def show_emptiness(self, roles: bool, metrics: bool) -> None:
        """Say what to begin with, instead of an empty table."""
        if roles or (metrics and self._presenter.mode == "matrix"):
            self._emptiness.show_missing(roles=roles)
            self._stack.setCurrentWidget(self._emptiness)
            self._tools.hide()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See to it that no control is cut."""
        super().resizeEvent(event)
        self._fit_head()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._presenter.set_visible(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._presenter.set_visible(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the search and shows every metric again."""
        if event.key() == Qt.Key.Key_Escape and self._search.hasFocus():
            self._search.clear()
            self._presenter.search("")
            self._matrix.setFocus()
        else:
            super().keyPressEvent(event)

    def _make_controls(self) -> None:
        self._title = label("title")
        self._tools = QWidget()
        self._head = QGridLayout()
        self._to_matrix = self._segment(text("Matrix"), "first")
        self._to_cards = self._segment(text("Role cards"), "last")
        self._search = QLineEdit()
        self._search.setClearButtonEnabled(True)
        self._search.setFixedWidth(180)
        self._words.put(self._search, "setPlaceholderText", text("Find a metric…"))
        self._words.put(self._search, "setAccessibleName", text("Find a metric in the matrix"))
        self._influenceable = button()
        self._influenceable.setCheckable(True)
        self._words.put(self._influenceable, "setText", text("Only influenceable"))
        tip = text("Leave out metrics that nobody moves directly")
        self._words.put(self._influenceable, "setToolTip", tip)
        self._add = button()
        self._words.put(self._add, "setText", text("+ Role"))
        self._words.put(self._add, "setAccessibleName", text("Add a role"))
        self._menu = QMenu(self._add)
        self._add.setMenu(self._menu)
        self._to_matrix.clicked.connect(self._on_matrix)
        self._to_cards.clicked.connect(self._on_cards)
        self._search.textEdited.connect(self._on_typed)
        self._search.textChanged.connect(self._on_typed)
        self._influenceable.clicked.connect(self._presenter.toggle_influenceable)
        self._menu.aboutToShow.connect(self._on_menu)

    def _segment(self, words: Text, side: str) -> QPushButton:
        made = button("segment")
        made.setProperty("side", side)
        made.setCheckable(True)
        self._words.put(made, "setText", words)
        return made

    def _lay_out(self) -> None:
        self._words.put(self._title, "setText", text("Roles and KPIs"))
        segments = QHBoxLayout()
        segments.setSpacing(0)
        segments.addWidget(self._to_matrix)
        segments.addWidget(self._to_cards)
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(_GAP)
        tools.addWidget(self._search)
        tools.addWidget(self._influenceable)
        self._head.setSpacing(_GAP)
        self._head.addWidget(self._title, 0, 0)
        self._head.addLayout(segments, 0, 1)
        self._head.setColumnStretch(2, 1)
        self._head.addWidget(self._tools, 0, 3)
        self._head.addWidget(self._add, 0, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 14, _SIDE, 10)
        column.setSpacing(10)
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)

    def _fit_head(self) -> None:
        """What finds metrics goes on in a second line where one is not enough."""
        parts = (self._title, self._to_matrix, self._to_cards, self._tools, self._add)
        needed = sum(part.sizeHint().width() for part in parts) + len(parts) * _GAP
        if needed > self.width() - 2 * _SIDE:
            self._head.addWidget(self._tools, 1, 0, 1, 5, Qt.AlignmentFlag.AlignLeft)
        else:
            self._head.addWidget(self._tools, 0, 3)

    def _on_language_changed(self, _language: Language) -> None:
        self._fit_head()

    def _on_matrix(self) -> None:
        self._presenter.open("matrix")

    def _on_cards(self) -> None:
        self._presenter.open("cards")

    def _on_typed(self, _words: str) -> None:
        self._pause.start()

    def _on_searched(self) -> None:
        self._presenter.search(self._search.text())

    def _on_menu(self) -> None:
        fill_menu(self._menu, self._presenter.new_roles(), self._theme)
