"""A kit of the example in the light theme, and a window for a widget."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbench.presenters.desk import Desk
from workbench.ui.form.kit import Kit
from workbench.ui.theme import Theme
from workbench.ui.words import Words

Place = Callable[[QWidget], None]


@pytest.fixture
def kit(desk: Desk, theme: Theme, words: Words) -> Kit:
    return Kit(desk, theme, words)


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    """Puts a widget into an active window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(340, 300)
    layout = QVBoxLayout(window)

    def put(widget: QWidget) -> None:
        layout.addWidget(widget)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()

    return put
