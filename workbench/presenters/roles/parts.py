"""The four parts a role can have in a KPI, in words and letters."""

from __future__ import annotations

from workbench.base.languages import Language
from workbench.base.texts import Text, text
from workbench.document.kpi import Kpi, Part
from workbench.presenters.measures import PARTS

MEANINGS: dict[Part, Text] = {
    "owner": text("answers for the metric; one role only"),
    "leader": text("answers through the people it leads"),
    "shared": text("the outcome of several roles together"),
    "contributor": text("helps, but is not paid by it"),
}
# The keys that set a part, on either keyboard: the first letters of its English and Russian names.
LETTERS: dict[str, Part] = {
    "o": "owner",
    "l": "leader",
    "s": "shared",
    "c": "contributor",
    "в": "owner",
    "р": "leader",
    "о": "shared",
    "с": "shared",
    "п": "contributor",
}


def short_caption(kpi: Kpi, language: Language) -> str:
    """What stands in the cell: the weight, or that the role only helps."""
    if kpi.part == "contributor":
        return language.say(text("helps"))
    return language.percent(kpi.weight)


def part_and_weight(kpi: Kpi, language: Language) -> str:
    """A cell as a screen reader says it."""
    part = language.say(PARTS[kpi.part])
    return part if kpi.part == "contributor" else f"{part}, {language.percent(kpi.weight)}"
