"""A desk with the example, the light theme and words, for widgets."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.projects import example
from workbench.presenters.desk import Desk
from workbench.ui.theme import Theme
from workbench.ui.words import Words


@pytest.fixture
def desk() -> Desk:
    return Desk(example(), "en")


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    made = Theme(qapp)
    made.use(dark=False)
    return made


@pytest.fixture
def words(desk: Desk) -> Words:
    return Words(desk)
