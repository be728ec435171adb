"""Numbers as a spreadsheet would show them: the few formats that our workbooks use."""

from __future__ import annotations

import re
from datetime import date

from workbench.base.languages import Language
from workbench.excel.plan import Content, Formula, Link

_SIGNED = 3  # a format for positive, one for negative numbers and one for zero
_FORMAT = re.compile(r'(?P<before>(?:"[^"]*")*)(?P<core>[^"]*)(?P<after>(?:"[^"]*")*)')


def cell_words(content: Content, number: str, language: Language) -> str:
    """What can be read in a cell."""
    match content:
        case None:
            return ""
        case Formula(_, value):
            return value if isinstance(value, str) else figure(value, number, language)
        case Link(_, words):
            return words
        case str(words):
            return words
        case date() as day:
            return language.date(day)
        case value:
            return figure(value, number, language)


def is_number(content: Content) -> bool:
    """Whether a spreadsheet would keep the content from running into the next cell."""
    if isinstance(content, Formula):
        return not isinstance(content.value, str)
    return not isinstance(content, str | Link | None)


def figure(value: float, number: str, language: Language) -> str:
    """A number in an Excel format, with the separators of a language."""
    sections = number.split(";")
    if len(sections) == _SIGNED:
        section = sections[0 if value > 0 else 1 if value < 0 else 2]
        plus = "+" if section.startswith("+") else ""
        return plus + figure(abs(value), section.removeprefix(plus), language)
    match = _FORMAT.fullmatch(number)
    core = match["core"] if match else number
    before, after = (match["before"], match["after"]) if match else ("", "")
    return before.replace('"', "") + _core(value, core, language) + after.replace('"', "")


def _core(value: float, core: str, language: Language) -> str:
    if "E+" in core:
        return f"{value:.2E}".replace(".", language.decimal)
    if not core or core == "General":
        return language.number(value, 0 if float(value).is_integer() else None)
    places = len(core.rstrip("%").partition(".")[2])
    share = core.endswith("%")
    return language.number(value * 100 if share else value, places) + "%" * share
