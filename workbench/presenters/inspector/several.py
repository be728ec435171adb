"""Several metrics at once: what they have in common can be changed together, as one step."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from workbench.base.texts import Text, context, plural, text
from workbench.document.edits.edit import Bundle
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.metric import Metric
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.definition_section import capital
from workbench.presenters.inspector.influence_section import DIRECT_TIP, HORIZON_TIP
from workbench.presenters.inspector.rows import (
    Chip,
    ChipsRow,
    ChoiceRow,
    Option,
    Picture,
    Row,
    Section,
    SwitchRow,
)
from workbench.presenters.inspector.wishes import Chosen, Opened, Switched, Wish
from workbench.presenters.measures import HORIZONS

_NAMED = 12
T = TypeVar("T")


def picture(desk: Desk, metrics: tuple[Metric, ...]) -> Picture:
    """How many there are, which, and the members that can be changed together."""
    sections = (
        Section("chosen", desk.say(text("Selected")), (_names(desk, metrics),)),
        Section("influence", desk.say(text("Influence")), _influence(desk, metrics)),
        Section("place", desk.say(text("Place")), _place(desk, metrics)),
    )
    title = desk.say(plural("{n} metric selected", "{n} metrics selected", len(metrics)))
    return Picture(
        target=" ".join(metric.key for metric in metrics),
        title=title,
        subtitle=desk.say(text("What is changed here changes in all of them")),
        sections=tuple(section for section in sections if section.rows),
    )


def answer(desk: Desk, metrics: tuple[Metric, ...], wish: Wish) -> bool:
    """Do what is wished for all of them; False when the wish belongs elsewhere."""
    n = len(metrics)
    match wish:
        case Opened("chosen", metric):
            desk.selection.metrics([metric])
        case Chosen("phase", option):
            title = plural("Change the phase of {n} metric", "Change the phase of {n} metrics", n)
            _change(desk, metrics, title, phase=option or None)
        case Chosen("channel", option):
            title = plural(
                "Change the channel of {n} metric", "Change the channel of {n} metrics", n
            )
            _change(desk, metrics, title, channel=option or None)
        case Switched("direct", on):
            _influenced(desk, metrics, direct=on)
        case Chosen("horizon", option):
            _influenced(desk, metrics, horizon=option or None)
        case _:
            return False
    return True


def _names(desk: Desk, metrics: tuple[Metric, ...]) -> Row:
    chips = tuple(Chip(metric.key, metric.name) for metric in metrics[:_NAMED])
    more = len(metrics) - _NAMED
    rest = desk.say(plural("and {n} more", "and {n} more", more)) if more > 0 else ""
    return ChipsRow(key="chosen", chips=chips, tail=rest)


def _influence(desk: Desk, metrics: tuple[Metric, ...]) -> tuple[Row, ...]:
    direct = common(metric.influence.direct for metric in metrics)
    horizon = common(metric.influence.horizon or "" for metric in metrics)
    switch = SwitchRow(
        key="direct", label=desk.say(text("Can be influenced directly")), on=direct,
        tip=desk.say(DIRECT_TIP),
    )  # fmt: skip
    if direct is False:
        return (switch,)
    options = tuple(Option(key, capital(desk.say(words))) for key, words in HORIZONS.items())
    none = Option("", desk.say(context("field", "not set")))
    return switch, ChoiceRow(
        key="horizon", label=desk.say(text("Shows within")), options=(none, *options),
        chosen=horizon, tip=desk.say(HORIZON_TIP), placeholder=desk.say(_DIFFERENT),
    )  # fmt: skip


def _place(desk: Desk, metrics: tuple[Metric, ...]) -> tuple[Row, ...]:
    none = Option("", desk.say(context("choice", "none")))
    rows: list[Row] = []
    for member, label, things in (
        ("phase", text("Phase"), desk.project.phases),
        ("channel", text("Channel"), desk.project.channels),
    ):
        if things:
            options = (none, *(Option(thing.key, thing.name) for thing in things))
            chosen = common(getattr(metric, member) or "" for metric in metrics)
            rows.append(
                ChoiceRow(key=member, label=desk.say(label), options=options, chosen=chosen,
                          placeholder=desk.say(_DIFFERENT))
            )  # fmt: skip
    return tuple(rows)


def common(values: Iterable[T]) -> T | None:
    """The value they all have, or None."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _change(desk: Desk, metrics: tuple[Metric, ...], title: Text, **changes: object) -> None:
    desk.do(Bundle(title, tuple(ChangeMetric(metric.key, changes) for metric in metrics)))


def _influenced(desk: Desk, metrics: tuple[Metric, ...], **changes: object) -> None:
    edits = tuple(
        ChangeMetric(metric.key, {"influence": metric.influence.having(**changes)})
        for metric in metrics
    )
    n = len(metrics)
    title = plural("Change the influence on {n} metric", "Change the influence on {n} metrics", n)
    desk.do(Bundle(title, edits))


_DIFFERENT = text("different")
