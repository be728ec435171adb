"""Can somebody move the metric directly: how fast, by what action; and through what otherwise."""

from __future__ import annotations

from workbench.base.texts import context, text
from workbench.planning.factors import influenceable_factors
from workbench.presenters.inspector.definition_section import options
from workbench.presenters.inspector.rows import (
    Chip,
    ChipsRow,
    ChoiceRow,
    NoteRow,
    Option,
    Row,
    Section,
    SwitchRow,
    TextRow,
)
from workbench.presenters.inspector.subject import Subject
from workbench.presenters.inspector.wishes import Chosen, Opened, Switched, Typed, Wish
from workbench.presenters.measures import HORIZONS


def influence_section(subject: Subject) -> Section:
    """The switch, and what follows from where it stands."""
    direct = subject.metric.influence.direct
    switch = SwitchRow(
        key="direct",
        label=subject.say(text("Can be influenced directly")),
        on=direct,
        tip=subject.say(DIRECT_TIP),
    )
    rows = _directly(subject) if direct else _through(subject)
    return Section(
        "influence", subject.say(text("Influence")), (switch, *rows),
        folds=True, open=subject.is_open("influence"),
    )  # fmt: skip


def answer(subject: Subject, wish: Wish) -> bool:
    """Do what is wished in this section; False when the wish belongs elsewhere."""
    influence = subject.metric.influence
    match wish:
        case Switched("direct", on):
            subject.change(influence=influence.having(direct=on))
        case Chosen("horizon", option):
            subject.change(influence=influence.having(horizon=option or None))
        case Typed("action", words):
            subject.change(influence=influence.having(action=words))
        case Opened("factors", metric):
            subject.desk.selection.metrics([metric])
        case _:
            return False
    return True


def horizon_row(subject: Subject) -> ChoiceRow:
    """How soon an action shows."""
    none = Option("", subject.say(context("field", "not set")))
    return ChoiceRow(
        key="horizon",
        label=subject.say(text("Shows within")),
        options=(none, *options(HORIZONS, subject)),
        chosen=subject.metric.influence.horizon or "",
        tip=subject.say(HORIZON_TIP),
    )


def _directly(subject: Subject) -> tuple[Row, ...]:
    action = TextRow(
        key="action",
        label=subject.say(text("By what action")),
        words=subject.metric.influence.action,
        placeholder=subject.say(text("such as fifteen calls a day, two new campaigns a month")),
        tall=True,
    )
    return horizon_row(subject), action


def _through(subject: Subject) -> tuple[Row, ...]:
    if not subject.metric.is_computed:
        words = subject.say(text("A given condition: nobody in the team moves it."))
        return (NoteRow(key="given", words=words),)
    factors = influenceable_factors(subject.forecast, subject.key)
    if not factors:
        words = subject.say(text("This is a result, and nothing beneath it can be influenced yet."))
        return (NoteRow(key="given", words=words, tone="warn"),)
    chips = tuple(
        Chip(key, subject.project.metric(key).name, icon="bolt", tip=subject.say(_FACTOR_TIP))
        for key in factors
    )
    lead = subject.say(text("This is a result. Influence it through:"))
    return (ChipsRow(key="factors", lead=lead, chips=chips),)


DIRECT_TIP = text(
    "A KPI is a metric that its owner can move directly, usually within a day. "
    "Revenue follows from calls, conversions and people: they are the KPIs, revenue is a result."
)
HORIZON_TIP = text(
    "How soon an action shows in the number. A KPI's period should not be shorter than that."
)
_FACTOR_TIP = text("Show this metric")
