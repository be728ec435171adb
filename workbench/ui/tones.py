"""A shape for each tone: colour alone says nothing to some."""

from __future__ import annotations

TONE_ICONS: dict[str, str] = {
    "good": "circle-check",
    "warn": "alert-triangle",
    "bad": "alert-octagon",
}
