"""The inspector of the selected role."""

from __future__ import annotations

from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.presenters.roles.role import RolePresenter
from workbench.ui.form.form import Form
from workbench.ui.form.kit import Kit
from workbench.ui.panels.roles.rows import makers
from workbench.ui.theme import Theme
from workbench.ui.words import Words


class RoleInspector(Form):
    """A form whose pictures are those of the selected role."""

    def __init__(self, desk: Desk, theme: Theme, words: Words) -> None:
        kit = Kit(desk, theme, words)
        super().__init__(kit, makers(kit))
        words.put(self, "setAccessibleName", text("Inspector of the role"))
        self.presenter = RolePresenter(desk, self)
        self.wished.connect(self.presenter.answer)
        self.presenter.refresh()
