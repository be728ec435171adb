"""The style sheet of the widgets, in the colours in force."""

from __future__ import annotations

from functools import cache
from string import Template
from typing import TYPE_CHECKING

from workbench.base.places import resource

if TYPE_CHECKING:
    from workbench.ui.theme import Colors


def stylesheet(colors: Colors) -> str:
    """`resources/style.qss` with these colours."""
    named = {name: getattr(colors, name) for name in colors.__slots__}
    return _template().substitute(named, tick=resource("tick.svg").as_posix())


@cache
def _template() -> Template:
    return Template(resource("style.qss").read_text(encoding="utf-8"))
