"""The switch between the base and the scenarios."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QToolButton, QWidget

from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.presenters.months.picture import Switch
from workbench.presenters.months.scenarios import Scenarios
from workbench.ui.fields import TextEntry, TextField
from workbench.ui.look import icon_button
from workbench.ui.theme import Theme
from workbench.ui.words import Words
