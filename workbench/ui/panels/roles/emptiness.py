"""What the place shows before there is anything to show: where to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.presenters.roles.place import PlacePresenter
from workbench.presenters.roles.standard_roles import STANDARD_ROLES
from workbench.ui.look import button, label
from workbench.ui.words import Words

_ACROSS, _GAP, _SIDES = 3, 8, 16  # less the gap after the last one


class RoleButton(QPushButton):
    """Adds one of the standard roles."""

    def __init__(self, key: str, presenter: PlacePresenter, words: Words) -> None:
        super().__init__()
        self._key = key
        self._presenter = presenter
        words.put(self, "setText", STANDARD_ROLES[key])
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self._presenter.roles.add_standard(self._key)


class Emptiness(QWidget):
    """Offers the standard roles, or the way to the funnel where metrics are missing."""

    def __init__(self, desk: Desk, presenter: PlacePresenter, words: Words) -> None:
        super().__init__()
        self._desk = desk
        self._buttons = [RoleButton(key, presenter, words) for key in STANDARD_ROLES]
        self._grid = QGridLayout()
        self._no_roles = self._page(words)
        self._no_metrics = QWidget()
        self._fill_metrics(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._no_roles)
        column.addWidget(self._no_metrics)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_missing(self, *, roles: bool) -> None:
        """Say that roles are missing, else that metrics are."""
        self._no_roles.setVisible(roles)
        self._no_metrics.setVisible(not roles)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many roles side by side as can be read."""
        super().resizeEvent(event)
        widest = max(role.sizeHint().width() for role in self._buttons)
        across = max(1, min(_ACROSS, (event.size().width() - _SIDES) // (widest + _GAP)))
        if across != self._across:
            self._arrange(across)

    def _arrange(self, across: int) -> None:
        self._across = across
        for at, role in enumerate(self._buttons):
            self._grid.addWidget(role, *divmod(at, across))

    def _page(self, words: Words) -> QWidget:
        page = QWidget()
        column = _centered(page)
        title = label("heading")
        words.put(title, "setText", text("Who will answer for the numbers?"))
        about = label("muted", wrap=True)
        words.put(
            about,
            "setText",
            text("Begin with a role of the method: it comes with its mission and duties."),
        )
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        about.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(about)
        self._grid.setSpacing(_GAP)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(self._grid)
        row.addStretch(1)
        column.addLayout(row)
        self._arrange(_ACROSS)
        column.addStretch(1)
        return page

    def _fill_metrics(self, words: Words) -> None:
        column = _centered(self._no_metrics)
        title = label("heading")
        words.put(title, "setText", text("There are no metrics to give yet"))
        to_funnel = button("primary")
        words.put(to_funnel, "setText", text("Draw the funnel"))
        to_funnel.clicked.connect(self._on_funnel)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(to_funnel, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def _on_funnel(self) -> None:
        self._desk.go("funnel")


def _centered(page: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(page)
    column.setSpacing(12)
    column.addStretch(1)
    return column
