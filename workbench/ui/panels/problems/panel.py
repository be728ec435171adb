"""The problems panel: findings on the left, everything about the chosen one on the right."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.presenters.problems.picture import Detail, ProblemsPicture, Shown
from workbench.presenters.problems.presenter import ProblemsPresenter
from workbench.ui.look import button, label
from workbench.ui.panels.problems.detail import DetailPane
from workbench.ui.panels.problems.filters import Filters, narrowed
from workbench.ui.panels.problems.list import FindingsList
from workbench.ui.panels.problems.menu import FindingMenu
from workbench.ui.theme import Theme
from workbench.ui.words import Words


class ProblemsPanel(QWidget):
    """Shows and passes on; `close_wanted` and `help_wanted` are for the window to answer."""

    close_wanted = Signal()
    help_wanted = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__()
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._chosen: str | None = None
        self._code = ""
        self._menu = FindingMenu(desk, self)
        self._filters = Filters(desk, theme, words)
        self._list = FindingsList(theme)
        self._empty = label("muted", wrap=True)
        self._everything = button("link")
        words.put(self._everything, "setText", text("Show everything"))
        self._stack = QStackedWidget()
        self._detail = DetailPane(words)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._detail.hide()
        self.presenter = ProblemsPresenter(desk, self)
        self._connect()

    def show_problems(self, picture: ProblemsPicture) -> None:
        """Show another list."""
        self._filters.show_picture(picture)
        self._empty.setText(picture.empty)
        self._everything.setVisible(picture.shown != Shown())
        self._stack.setCurrentIndex(0 if picture.rows else 1)
        self._list.show_rows(picture.rows, self._chosen)

    def show_detail(self, detail: Detail | None) -> None:
        """Show everything about the chosen finding."""
        chosen = detail.id if detail else None
        if chosen != self._chosen:
            self._chosen = chosen
            self._detail.clear_reason()
        self._code = detail.code if detail else ""
        self._menu.fill(detail)
        self._list.show_chosen(chosen)
        self._detail.setVisible(detail is not None)
        self._detail.show_detail(detail)

    def is_seen(self) -> bool:
        """Whether anybody can see the panel."""
        return self.isVisible()

    def take_focus(self) -> None:
        """Let the arrows walk through the findings, from the first one if none is chosen."""
        if self._chosen is None:
            self._list.choose_first()
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what it missed."""
        super().showEvent(event)
        self.presenter.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(14, 4, 14, 0)
        column.addWidget(self._empty)
        column.addWidget(self._everything, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self._stack.addWidget(self._list)
        self._stack.addWidget(nothing)
        self._splitter.addWidget(self._stack)
        self._splitter.addWidget(self._detail)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        self._stack.setMinimumWidth(260)
        self._detail.setMinimumWidth(260)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._filters)
        column.addWidget(self._splitter, 1)
        self.setMinimumHeight(140)
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        presenter, detail = self.presenter, self._detail
        self._everything.clicked.connect(self._on_everything)
        self._filters.toggled.connect(presenter.toggle)
        self._filters.narrowed.connect(self._on_narrowed)
        self._filters.help_wanted.connect(self._on_help)
        self._filters.close_wanted.connect(self.close_wanted)
        self._list.chosen.connect(presenter.choose)
        self._list.opened.connect(presenter.go_to)
        self._list.mend_wanted.connect(self._on_mend_wanted)
        self._list.menu_wanted.connect(self._on_menu_wanted)
        self._menu.opened.connect(self._on_go)
        self._menu.mend_considered.connect(self._on_considered)
        self._menu.accepting.connect(self._on_accepting)
        self._menu.withdrawn.connect(self._on_withdrawn)
        self._menu.help_wanted.connect(self._on_help_for)
        detail.mend_considered.connect(self._on_considered)
        detail.mend_wanted.connect(self._on_mended)
        detail.preview_left.connect(self._on_left)
        detail.accepted.connect(self._on_accepted)
        detail.withdrawn.connect(self._on_withdrawn)
        detail.opened.connect(self._on_go)
        detail.help_wanted.connect(self._on_help_for)

    def _on_narrowed(self, place: str, role: str) -> None:
        self.presenter.narrow(narrowed(self.presenter.shown, place, role))

    def _on_everything(self) -> None:
        self.presenter.narrow(Shown())

    def _on_mend_wanted(self, id: str) -> None:
        self.presenter.consider(id)
        self._detail.focus_preview()

    def _on_menu_wanted(self, at: QPoint) -> None:
        self._menu.popup(at)

    def _on_accepting(self) -> None:
        """Let the reason be typed; a preview has to go first."""
        self.presenter.reconsider()
        self._detail.begin_accepting()

    def _on_accepted(self, reason: str) -> None:
        """The field goes away with an acceptance; the keyboard must not land just anywhere."""
        self.presenter.accept(reason)
        if reason.strip():
            self.take_focus()

    def _on_withdrawn(self) -> None:
        self.presenter.withdraw()
        self.take_focus()

    def _on_considered(self, index: int) -> None:
        if self._chosen is not None:
            self.presenter.consider(self._chosen, index)
            self._detail.focus_preview()

    def _on_mended(self) -> None:
        self.presenter.mend()
        self.take_focus()

    def _on_left(self) -> None:
        self.presenter.reconsider()
        self.take_focus()

    def _on_go(self) -> None:
        if self._chosen is not None:
            self.presenter.go_to(self._chosen)

    def _on_help(self) -> None:
        self.help_wanted.emit("")

    def _on_help_for(self) -> None:
        self.help_wanted.emit(self._code)
