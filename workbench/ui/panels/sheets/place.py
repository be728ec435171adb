"""The work place with the sheets and their export."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk
from workbench.presenters.preferences import Preferences
from workbench.presenters.sheets.leaf import Leaf
from workbench.presenters.sheets.picture import ExportPicture, Tab
from workbench.presenters.sheets.presenter import SheetsPresenter
from workbench.storage.settings import Settings
from workbench.ui.panels.sheets.export_panel import ExportPanel
from workbench.ui.panels.sheets.outside import Desktop
from workbench.ui.panels.sheets.preview import SheetPreview
from workbench.ui.panels.sheets.tab_list import Ticked
from workbench.ui.theme import Theme
from workbench.ui.words import Words
from workbench.ui.worker import Worker


class SheetsPlace(QWidget):
    """The pages on the left, the export on the right."""

    records: tuple[Action, ...]

    def __init__(
        self, desk: Desk, theme: Theme, words: Words, preferences: Preferences | None = None
    ) -> None:
        super().__init__()
        self._preview = SheetPreview(theme, words)
        self._panel = ExportPanel(theme, words)
        self._worker = Worker(self)
        known = preferences or Preferences(Settings())
        self.presenter = SheetsPresenter(desk, self, Desktop(desk, self), self._worker, known)
        self.records = (
            Action("export.workbook", text("Export to Excel…"), self.presenter.export,
                   self._is_free, "Ctrl+E", "file-export", "file", group=4),
            Action("export.pack", text("PDF of the pack…"), self.presenter.print,
                   self._is_free, icon="file-export", menu="file", group=4),
            Action("export.picture", text("Picture of the funnel…"), self.presenter.draw,
                   icon="photo", menu="file", group=4),
        )  # fmt: skip
        self._lay_out()
        self._connect()

    def show_export(self, picture: ExportPicture) -> None:
        """Show the panel with choices, facts, progress and result."""
        self._panel.show_export(picture)

    def show_tabs(self, tabs: tuple[Tab, ...], shown: int) -> None:
        """Show which sheets there are."""
        self._preview.show_tabs(tabs, shown)

    def show_leaves(self, leaves: tuple[Leaf, ...]) -> None:
        """Show the sides of paper that one sheet takes."""
        self._preview.show_leaves(leaves)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self.presenter.set_visible(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest until the place is open again; an export goes on."""
        super().hideEvent(event)
        self.presenter.set_visible(False)

    def _lay_out(self) -> None:
        border = QFrame()
        border.setProperty("look", "upright")
        border.setFixedWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._preview, 1)
        row.addWidget(border)
        row.addWidget(self._panel)

    def _connect(self) -> None:
        panel, presenter = self._panel, self.presenter
        self._preview.tabs.wanted.connect(presenter.look_at)
        self._preview.tabs.ticked.connect(self._on_ticked)
        dressing = presenter.dressing
        panel.dress.logo.choose.clicked.connect(dressing.choose_logo)
        panel.dress.logo.drop.clicked.connect(dressing.drop_logo)
        panel.dress.own_logo.choose.clicked.connect(dressing.choose_own_logo)
        panel.dress.own_logo.drop.clicked.connect(dressing.drop_own_logo)
        panel.dress.consultant_called.connect(dressing.call_consultant)
        panel.dress.brand_chosen.connect(dressing.choose_brand)
        panel.language_chosen.connect(presenter.choose_language)
        panel.facts.wanted.connect(presenter.go_to)
        panel.export.clicked.connect(presenter.export)
        panel.print.clicked.connect(presenter.print)
        panel.draw.clicked.connect(presenter.draw)
        panel.stop.clicked.connect(presenter.cancel)
        panel.folder.clicked.connect(presenter.show_in_folder)
        panel.open.clicked.connect(presenter.open)

    def _on_ticked(self, ticked: Ticked) -> None:
        self.presenter.choose(ticked.sheet, chosen=ticked.chosen)

    def _is_free(self) -> bool:
        return not self.presenter.is_busy
