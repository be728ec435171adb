"""What the rules of credit, and what they are asked for, are called."""

from __future__ import annotations

from workbench.base.texts import Text, context, text
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.planning.credit import Credit
from workbench.planning.credit_rules import By, CreditModel
from workbench.planning.journey_table import RefusedRow

MODELS: dict[CreditModel, Text] = {
    "linear": context("credit", "Linear"),
    "first": context("credit", "First touch"),
    "last": context("credit", "Last touch"),
    "u": context("credit", "U"),
    "w": context("credit", "W"),
    "time_decay": context("credit", "Time decay"),
    "own": context("credit", "Own weights"),
}
# Over a column, where seven of them stand side by side.
SHORT: dict[CreditModel, Text] = {
    **MODELS,
    "first": context("credit", "First"),
    "last": context("credit", "Last"),
    "time_decay": context("credit", "Decay"),
    "own": context("credit", "Own"),
}
RULES: dict[CreditModel, Text] = {
    "linear": text("Every touch gets the same."),
    "first": text("Everything goes to the first touch: who found the customer."),
    "last": text("Everything goes to the last touch: who closed the deal."),
    "u": text(
        "40 % to the first touch, 40 % to the last, 20 % shared by those between. "
        "Two touches get 50 % each, a single one gets all."
    ),
    "w": text(
        "30 % each to the first, the key and the last touch, 10 % shared by the others. The key "
        "touch is the first one between the ends at the key stage, else the middle one. Three "
        "touches get a third each, two 50 % each, a single one gets all."
    ),
    "time_decay": text(
        "A touch weighs half of one that is a half-life nearer to the closing of the deal."
    ),
    "own": text(
        "Your weights for the first touch, all those between together, and the last one, "
        "whatever they add up to. A weight that no touch takes goes to the others in proportion."
    ),
}
BY: dict[By, Text] = {
    "channel": text("Channels"),
    "role": text("Roles"),
    "stage": text("Stages"),
}
ONE_OF: dict[By, Text] = {
    "channel": text("Channel"),
    "role": text("Role"),
    "stage": text("Stage"),
}
_UNNAMED: dict[By, Text] = {
    "channel": text("no touch names a channel"),
    "role": text("no touch names a role"),
    "stage": text("no touch names a stage"),
}
NOT_CREDITED = text("Not credited")


def name_of(project: Project, by: By, key: Key) -> str:
    """The name of a channel, a role or a stage."""
    match by:
        case "channel":
            return next(one.name for one in project.channels if one.key == key)
        case "role":
            return project.role(key).name
        case "stage":
            return project.metric(key).name


def remainders(found: Credit) -> tuple[tuple[Text, float], ...]:
    """Why money is not credited, with how much of it."""
    reasons = (
        (text("no touch up to the closing"), found.without_touches),
        (_UNNAMED[found.by], found.unnamed),
    )
    return tuple((why, money) for why, money in reasons if money)


def refused_words(one: RefusedRow) -> Text:
    """A row of a file that was left out: its number, what stands there, and why."""
    if not one.value:
        return text("row {row}: {why}", row=str(one.row), why=one.why)
    return text("row {row} “{value}”: {why}", row=str(one.row), value=one.value, why=one.why)
