"""Where the files that travel with the program are, in a source tree and in an installed one."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def _beside(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resource(*parts: str) -> Path:
    """A file of `resources/`: icons, fonts, languages, licence texts."""
    return _beside("resources").joinpath(*parts)


def templates() -> Path:
    """The folder of the built-in templates."""
    return _beside("templates")
