"""All checks with what they find, why it matters and what to do, made from their docstrings."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from workbench.base.texts import text
from workbench.checks.catalogue import CHECKS
from workbench.checks.check import Check
from workbench.presenters.desk import Desk

_SPACING = "margin-top: 4px; margin-bottom: 10px; line-height: 130%"


class ChecksHelp(QDialog):
    """The catalogue on the left, the page of the chosen check on the right."""

    def __init__(self, desk: Desk, parent: QWidget, code: str = "") -> None:
        super().__init__(parent)
        self._desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(desk.say(text("Checks of the KPIs")))
        self.resize(880, 560)
        self._list = QListWidget()
        self._page = QTextBrowser()
        self._page.setProperty("look", "page")
        self._list.setAccessibleName(desk.say(text("Checks")))
        for check in CHECKS:
            self._list.addItem(f"{check.code}   {desk.say(check.title)}")
        self._list.setWordWrap(True)
        self._list.setSpacing(3)
        splitter = QSplitter()
        splitter.addWidget(self._list)
        splitter.addWidget(self._page)
        splitter.setSizes([360, 520])
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.addWidget(splitter, 1)
        box = QDialogButtonBox(self)
        box.addButton(desk.say(text("Close")), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        column.addWidget(box)
        self._list.currentRowChanged.connect(self._on_chosen)
        codes = [check.code for check in CHECKS]
        self._list.setCurrentRow(codes.index(code) if code in codes else 0)

    def _on_chosen(self, at: int) -> None:
        if 0 <= at < len(CHECKS):
            self._page.setHtml(page(CHECKS[at], self._desk))


def page(check: Check, desk: Desk) -> str:
    """The help page of a check as HTML, in the language of the interface."""
    say = desk.say
    parts = (
        ("h2", f"{check.code}. {say(check.title)}"),
        ("p", say(check.what)),
        ("h4", say(text("Why it matters"))),
        ("p", say(check.why)),
        ("h4", say(text("What to do"))),
        ("p", say(check.todo)),
    )
    return "".join(f'<{tag} style="{_SPACING}">{escape(words)}</{tag}>' for tag, words in parts)
