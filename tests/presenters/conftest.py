"""A desk with the example, and notices that can be read."""

from __future__ import annotations

import pytest

from tests.projects import example
from workbench.base.texts import Text
from workbench.presenters.desk import Desk, Notice


class Notices:
    """What the desk told, in English."""

    def __init__(self, desk: Desk) -> None:
        self.said: list[str] = []
        desk.noticed.connect(self.hear)

    def hear(self, notice: Notice) -> None:
        self.said.append(str(notice.message))


@pytest.fixture
def desk() -> Desk:
    return Desk(example(), "en")


@pytest.fixture
def notices(desk: Desk) -> Notices:
    return Notices(desk)


def said(text: Text | None) -> str:
    return str(text)
