"""The choices of the last export of each client, between runs."""

from __future__ import annotations

from hashlib import sha256

from pydantic import JsonValue

from workbench.base.languages import Code
from workbench.document.project import Project
from workbench.presenters.preferences import Preferences
from workbench.presenters.sheets.chosen import KINDS, Chosen, SheetId

_MOST = 50  # clients
_LENGTH = 16


class Memory:
    """Remembers by the client's name, whose letters are not written down."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def recall(self, project: Project) -> Chosen:
        """The last choices for the client; everything in the project's language for a new one."""
        found = self._preferences.settings.export.get(_mark(project))
        return _read(found, project.language)

    def remember(self, project: Project, chosen: Chosen) -> None:
        """Keep the choices; a client without a name is forgotten with the window."""
        mark = _mark(project)
        if not project.client.name:
            return
        known = dict(self._preferences.settings.export)
        known.pop(mark, None)
        known[mark] = _written(chosen)
        self._preferences.change(export=dict(list(known.items())[-_MOST:]))


def _mark(project: Project) -> str:
    return sha256(project.client.name.strip().casefold().encode()).hexdigest()[:_LENGTH]


def _written(chosen: Chosen) -> JsonValue:
    return {
        "language": chosen.language,
        "out": _named(chosen.out),
        "more": _named(chosen.more),
        "logo": chosen.logo,
    }


def _named(sheets: frozenset[SheetId]) -> list[JsonValue]:
    return [*sorted(f"{one.kind}:{one.role}" for one in sheets)]


def _read(found: JsonValue, usual: Code) -> Chosen:
    """What was written, without whatever does not belong there."""
    if not isinstance(found, dict):
        return Chosen(usual)
    code: Code = "en" if found.get("language") == "en" else "ru"
    logo = found.get("logo")
    return Chosen(
        code if found.get("language") in ("ru", "en") else usual,
        _sheets(found.get("out")),
        _sheets(found.get("more")),
        logo if isinstance(logo, str) else "",
    )


def _sheets(words: JsonValue) -> frozenset[SheetId]:
    pairs = (
        (one.partition(":") for one in words if isinstance(one, str))
        if isinstance(words, list)
        else ()
    )
    by_name = {str(kind): kind for kind in KINDS}
    return frozenset(SheetId(by_name[kind], role) for kind, _, role in pairs if kind in by_name)
