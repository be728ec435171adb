"""A desk with the example, and notices that can be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.projects import example
from workbench.base.texts import Text
from workbench.checks.finding import Finding
from workbench.checks.runner import Report
from workbench.presenters import checking
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


@pytest.fixture
def finds(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Lets the checks find these in whatever they look at next."""

    def set_findings(*findings: Finding, accepted: tuple[Finding, ...] = ()) -> None:
        report = Report(findings, accepted)
        monkeypatch.setattr(checking, "examine", lambda _forecast: report)

    return set_findings


def said(text: Text | None) -> str:
    return str(text)
