"""Letters of an SVG as shapes: nobody else has the font they were laid out in."""

from __future__ import annotations

import re
from html import unescape

from PySide6.QtGui import QFont, QPainterPath

_TEXT = re.compile(r"<text (?P<attributes>[^>]*)>(?P<words>[^<]*)</text>")
_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
_KEPT = ("fill", "fill-opacity", "transform")


def shaped(svg: str) -> str:
    """The drawing with each line of letters turned into a path of the same look."""
    return _TEXT.sub(_shape, svg)


def _shape(found: re.Match[str]) -> str:
    given = dict(_ATTRIBUTE.findall(found["attributes"]))
    path = QPainterPath()
    path.addText(float(given["x"]), float(given["y"]), _font(given), unescape(found["words"]))
    kept = " ".join(f'{name}="{given[name]}"' for name in _KEPT if name in given)
    return f'<path {kept} stroke="none" fill-rule="nonzero" d="{_commands(path)}"/>'


def _font(given: dict[str, str]) -> QFont:
    font = QFont(unescape(given["font-family"]))
    font.setPixelSize(round(float(given["font-size"])))
    font.setWeight(QFont.Weight(int(given["font-weight"])))
    font.setItalic(given["font-style"] == "italic")
    return font


def _commands(path: QPainterPath) -> str:
    kinds = QPainterPath.ElementType
    names = {kinds.MoveToElement: "M", kinds.LineToElement: "L", kinds.CurveToElement: "C"}
    said = []
    for at in range(path.elementCount()):
        element = path.elementAt(at)
        name = names.get(element.type, "")  # the points of a curve after its first have none
        said.append(f"{name}{element.x:.2f},{element.y:.2f}")
    return " ".join(said)
