"""Colours for roles that can be told apart from each other, on light and on dark."""

from __future__ import annotations

from collections.abc import Collection

from workbench.base.texts import Text, text

COLORS: dict[str, Text] = {
    "#E08A00": text("orange"),
    "#2A9FD6": text("sky blue"),
    "#1F5FBF": text("blue"),
    "#B4508F": text("magenta"),
    "#0E8F6E": text("green"),
    "#D1492E": text("red"),
    "#7B5BD6": text("violet"),
    "#7A8699": text("grey"),
    "#8A6D3B": text("brown"),
    "#5E8C1A": text("olive green"),
    "#00868B": text("teal"),
    "#C2387A": text("pink"),
    "#B8A000": text("mustard"),
    "#4B4FA6": text("indigo"),
    "#E0665E": text("coral"),
    "#3F6B57": text("dark green"),
}


def free_color(taken: Collection[str]) -> str:
    """The first colour that no role has yet, or the one that was given away the longest ago."""
    used = {color.upper() for color in taken}
    free = (color for color in COLORS if color not in used)
    return next(free, list(COLORS)[len(used) % len(COLORS)])
