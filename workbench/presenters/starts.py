"""What a project starts with when it starts with nothing."""

from __future__ import annotations

from datetime import date

from workbench.base.languages import Language
from workbench.base.texts import text
from workbench.document.client import Calendar, Client, Phase
from workbench.document.project import Project


def empty_project(language: Language, today: date | None = None) -> Project:
    """The three phases of the method and the twelve months after this one; nothing else."""
    day = today or date.today()
    start = f"{day.year + day.month // 12:04d}-{day.month % 12 + 1:02d}"
    names = {
        "interest": text("Interest"),
        "deal": text("Deal"),
        "service": text("Service"),
    }
    russian = language.code == "ru"
    return Project(
        language=language.code,
        client=Client(currency="RUB" if russian else "USD"),
        calendar=Calendar(start=start, months=12, country="RU" if russian else "US"),
        phases=tuple(Phase(key=key, name=language.say(name)) for key, name in names.items()),
    )
