"""Journeys in a few words, for tests of credit."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.projects import metric, project
from workbench.document.client import Channel
from workbench.document.plan import Journey, Touch
from workbench.document.project import Project
from workbench.document.role import Role

CLOSED = date(2027, 3, 31)
NAMES = ("a", "b", "c", "d", "e")


def touch(days: int = 0, channel: str | None = None, **members: Any) -> Touch:
    """A touch so many days before closing."""
    return Touch(date=CLOSED - timedelta(days=days), channel=channel, **members)


def journey(*touches: Touch, value: float = 100.0, count: float = 1.0) -> Journey:
    """A deal with its touches."""
    return Journey(closed=CLOSED, value=value, count=count, touches=touches)


def through(*channels: str, value: float = 100.0, count: float = 1.0) -> Journey:
    """A deal with a touch of each channel, a day apart, the last on the day of closing."""
    days = range(len(channels) - 1, -1, -1)
    touches = (touch(day, name) for day, name in zip(days, channels, strict=True))
    return journey(*touches, value=value, count=count)


def with_journeys(*journeys: Journey, **members: Any) -> Project:
    """A project of five channels, roles and stages with these journeys."""
    made: dict[str, Any] = {
        "channels": tuple(Channel(key=key, name=key.upper()) for key in NAMES),
        "roles": tuple(Role(key=key, name=key.upper()) for key in NAMES),
        "journeys": journeys,
    }
    stages = (metric(key, kind="stage", value=10.0) for key in NAMES)
    return project(*stages, **made | members)
