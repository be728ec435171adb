"""The colours and the kinds of cells all sheets share."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from workbench.excel.plan import Style

INK = "#1F2933"
MUTED = "#667085"
RULE = "#D3D9E2"
HEADER = "#EDF1F6"
BAND = "#F6F8FA"
INPUT = "#FFF8DB"
INPUT_RULE = "#E3CF8A"
BRAND = "#2F55D4"
PALE = 0.35  # how much of the colour is in bars behind figures
GOOD, GOOD_FILL = "#17693A", "#E4F5EA"
FAIR, FAIR_FILL = "#8A5A00", "#FFF0D6"
BAD, BAD_FILL = "#B42318", "#FDE8E6"

TITLE = Style(size=18, bold=True)
SUBTITLE = Style(size=10.5, color=MUTED)
HEADING = Style(size=11, bold=True, valign="bottom")
TEXT = Style(wrap=True, valign="top")
LINE = Style()
NOTE = Style(size=9, color=MUTED)
NOTE_WRAPPED = replace(NOTE, wrap=True, valign="top")
UNSET = replace(TEXT, color=MUTED, italic=True)
LINK = Style(color=BRAND)
LABEL = Style(color=MUTED)
DRAFT = Style(size=13, bold=True, color=BAD, align="center", frame="#D9938C")
DRAFT_NOTE = Style(size=9, color=BAD, align="right", wrap=True)

HEAD = Style(size=9, bold=True, fill=HEADER, frame=RULE, wrap=True, indent=1)
HEAD_RIGHT = replace(HEAD, align="right", indent=0)
HEAD_CENTER = replace(HEAD, align="center", indent=0)
BODY = Style(frame=RULE, wrap=True, indent=1)
CENTERED = replace(BODY, align="center", indent=0)
FIGURE = Style(frame=RULE, align="right")
ENTRY = Style(frame=INPUT_RULE, fill=INPUT, align="right", unlocked=True)
ENTRY_TEXT = replace(ENTRY, align="left", wrap=True, indent=1)
ENTRY_CENTER = replace(ENTRY, align="center")
TOTAL = replace(FIGURE, bold=True, fill=BAND)
TOTAL_TEXT = replace(TOTAL, align="left", indent=1)


@cache
def tint(color: str, strength: float) -> str:
    """A colour thinned with white; strength 1 is the colour itself."""
    return _mixed(color, "#FFFFFF", strength)


@cache
def ink(color: str) -> str:
    """A colour dark enough to be read as text on white or on its own tint."""
    strength = 1.0
    while strength > 0 and _contrast(_mixed(color, "#000000", strength)) < 5.5:
        strength -= 0.05
    return _mixed(color, "#000000", max(strength, 0.0))


def on(color: str) -> str:
    """Black or white: what can be read on a colour."""
    return "#FFFFFF" if _contrast(color) >= 3.5 else INK


def _mixed(color: str, other: str, strength: float) -> str:
    pairs = zip(_parts(color), _parts(other), strict=True)
    mixed = (round(one * strength + two * (1 - strength)) for one, two in pairs)
    return "#" + "".join(f"{part:02X}" for part in mixed)


def _parts(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _contrast(color: str) -> float:
    """The contrast with white, by the rule of WCAG 2."""
    return 1.05 / (_luminance(color) + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
