"""The inspector of the project."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.presenters.desk import Desk
from workbench.presenters.inspector.project import ProjectPresenter
from workbench.presenters.inspector.rows import Picture
from workbench.presenters.inspector.wishes import Wish
from workbench.ui.form.form import Form
from workbench.ui.form.kit import Kit
from workbench.ui.theme import Theme
from workbench.ui.words import Words


class ProjectInspector(QWidget):
    """Client, calendar, goals, channels and phases."""

    def __init__(self, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__()
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.form = Form(Kit(desk, theme, words))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        self.presenter = ProjectPresenter(desk, self)
        self.form.wished.connect(self._on_wished)
        self.presenter.refresh()

    def show_picture(self, picture: Picture) -> None:
        """Show this."""
        self.form.show_picture(picture)

    def hand_over(self) -> None:
        """Commit the field that is being typed in."""
        self.form.hand_over()

    def _on_wished(self, wish: Wish) -> None:
        self.presenter.answer(wish)
