"""What a metric is: kind, unit, behaviour over time, direction, place in the funnel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.base.texts import Text, context, text
from workbench.document.client import Channel
from workbench.document.edits.project import SetMembers
from workbench.document.metric import Metric
from workbench.formula.rerouting import Reroute
from workbench.presenters.inspector.definitions import titled, with_kind
from workbench.presenters.inspector.rows import (
    ChoiceRow,
    FactRow,
    Option,
    Row,
    Section,
    SwitchRow,
    TextRow,
)
from workbench.presenters.inspector.subject import Subject
from workbench.presenters.inspector.value_section import standing_value
from workbench.presenters.inspector.wishes import Chosen, Switched, Typed, Wish
from workbench.presenters.measures import BETTER, KINDS, OVER_TIME, UNITS, currency_sign

TITLES = {
    "unit": text("Change the unit of “{name}”"),
    "unit_label": text("Change the unit of “{name}”"),
    "over_time": text("Change how “{name}” adds up over time"),
    "better": text("Change which way “{name}” is better"),
    "phase": text("Change the phase of “{name}”"),
    "channel": text("Change the channel of “{name}”"),
}


def definition_section(subject: Subject) -> Section:
    """Closed at first: the subtitle says the most important and opens it."""
    rows = (*_what(subject), *_place(subject), *_ends(subject), _key(subject))
    is_open = subject.is_open("definition", at_first=False)
    return Section("definition", "", rows, folds=True, open=is_open)


def subtitle(subject: Subject) -> str:
    """Kind, unit and period: “Funnel stage · number per month”."""
    kind = capital(subject.say(_KINDS[subject.metric.kind]))
    return f"{kind} · {subject.say(_unit(subject))}"


def answer(subject: Subject, wish: Wish) -> bool:
    """Do what is wished in this section; False when the wish belongs elsewhere."""
    match wish:
        case Chosen("kind", kind):
            subject.desk.do(with_kind(subject.metric, kind))  # type: ignore[arg-type]
        case Chosen("unit" | "over_time" | "better" as member, option):
            _set(subject, member, option)
        case Chosen("phase" | "channel" as member, option):
            _set(subject, member, option or None)
        case Typed("unit_label", words):
            _set(subject, "unit_label", words[:60] or None)
        case Switched("confirmed", on):
            _confirm(subject, confirmed=on)
        case Chosen("from" | "to" as end, option):
            _reroute(subject, end, option or None)
        case _:
            return False
    return True


def channel_of(subject: Subject) -> Channel | None:
    """The channel of the metric, if it has one."""
    channels = subject.project.channels
    return next((c for c in channels if c.key == subject.metric.channel), None)


def confirmed_row(subject: Subject) -> SwitchRow | None:
    """Whether the channel of the metric is confirmed."""
    channel = channel_of(subject)
    if channel is None:
        return None
    return SwitchRow(
        key="confirmed",
        label=subject.say(text("Channel confirmed")),
        on=channel.state == "confirmed",
        tip=subject.say(_CONFIRMED_TIP),
    )


def options(texts: Mapping[Any, Text], subject: Subject) -> tuple[Option, ...]:
    """Options in the order of a table of the model's words."""
    return tuple(Option(key, capital(subject.say(words))) for key, words in texts.items())


def capital(words: str) -> str:
    """Words with a capital at their beginning, the rest as it is."""
    return words[:1].upper() + words[1:]


def _what(subject: Subject) -> tuple[Row, ...]:
    metric, say = subject.metric, subject.say
    return (
        ChoiceRow(key="kind", label=say(text("Kind")), tip=say(_KIND_TIP),
                  options=options(_KINDS, subject), chosen=metric.kind),
        ChoiceRow(key="unit", label=say(context("inspector", "Unit")), tip=say(_UNIT_TIP),
                  options=options(UNITS, subject), chosen=metric.unit),
        TextRow(key="unit_label", label=say(text("Unit in words")), words=metric.unit_label or "",
                placeholder=say(text("such as leads")), longest=60),
        ChoiceRow(key="over_time", label=say(text("Over time")), tip=say(_OVER_TIME_TIP),
                  options=options(OVER_TIME, subject), chosen=metric.over_time),
        ChoiceRow(key="better", label=say(text("Direction")), tip=say(_BETTER_TIP),
                  options=options(BETTER, subject), chosen=metric.better),
    )  # fmt: skip


def _place(subject: Subject) -> tuple[Row, ...]:
    metric, project, say = subject.metric, subject.project, subject.say
    none = Option("", say(context("choice", "none")))
    rows: list[Row] = []
    if project.phases:
        phases = tuple(Option(phase.key, phase.name) for phase in project.phases)
        rows.append(
            ChoiceRow(key="phase", label=say(text("Phase")), tip=say(_PHASE_TIP),
                      options=(none, *phases), chosen=metric.phase or "")
        )  # fmt: skip
    if project.channels:
        channels = tuple(Option(channel.key, channel.name) for channel in project.channels)
        rows.append(
            ChoiceRow(key="channel", label=say(text("Channel")), options=(none, *channels),
                      chosen=metric.channel or "", tip=say(text("The source of leads it counts")))
        )  # fmt: skip
    return tuple(rows)


def _ends(subject: Subject) -> tuple[Row, ...]:
    metric, say = subject.metric, subject.say
    if metric.kind != "conversion" and metric.from_stage is None and metric.to_stage is None:
        return ()
    none = Option("", say(context("choice", "none")))
    others = (m for m in subject.project.metrics if not m.is_arrow and m.key != metric.key)
    stages = (none, *(Option(m.key, m.name) for m in others))
    return (
        ChoiceRow(key="from", label=say(text("From stage")), options=stages, look="search",
                  chosen=metric.from_stage or "", tip=say(_ENDS_TIP)),
        ChoiceRow(key="to", label=say(text("To stage")), options=stages, look="search",
                  chosen=metric.to_stage or "", tip=say(_ENDS_TIP)),
    )  # fmt: skip


def _key(subject: Subject) -> Row:
    label, tip = subject.say(text("Key")), subject.say(_KEY_TIP)
    return FactRow(key="key", label=label, words=subject.key, tip=tip)


def _set(subject: Subject, member: str, value: object) -> None:
    title = Text(TITLES[member].id, (("name", subject.metric.name),))
    subject.desk.do(titled(title, subject.metric, {member: value}))


def _confirm(subject: Subject, *, confirmed: bool) -> None:
    channel = channel_of(subject)
    if channel is None:
        return
    state = "confirmed" if confirmed else "searching"
    channels = tuple(c.having(state=state) if c is channel else c for c in subject.project.channels)
    title = text("Change the state of the channel “{name}”", name=channel.name)
    subject.desk.do(SetMembers({"channels": channels}, title))


def _reroute(subject: Subject, end: str, stage: str | None) -> None:
    """Move one end of a conversion; its term moves along, so that arrow and arithmetic agree."""
    metric = subject.metric
    ends = {"from": metric.from_stage, "to": metric.to_stage, end: stage}
    left = metric.to_stage
    known = {left: standing_value(subject.forecast, left)} if left else {}
    subject.desk.do(Reroute(metric.key, ends["from"], ends["to"], known, metric.name))


def _unit(subject: Subject) -> Text:
    metric = subject.metric
    unit = _unit_word(metric, subject.project.client.currency)
    if metric.over_time == "sum":
        return text("{unit} per month", unit=unit)
    if metric.over_time == "last":
        return text("{unit} at the end of the month", unit=unit)
    return text("{unit}", unit=unit)


def _unit_word(metric: Metric, currency: str) -> Text | str:
    if metric.unit_label:
        return metric.unit_label
    if metric.is_share:
        return "%"
    if metric.unit == "money" and currency:
        return currency_sign(currency)
    return context("unit", "number") if metric.unit == "count" else UNITS[metric.unit]


_KINDS = {
    **KINDS,
    "stage": text("Funnel stage"),
    "standard": text("Service standard"),
}
_KIND_TIP = text(
    "A stage is a volume of the funnel, a conversion a ratio between two stages; "
    "a driver is an input, a result an outcome. A standard protects a KPI and is not computed."
)
_KEY_TIP = text("Its name in the file and on the command line; renaming leaves it alone")
_UNIT_TIP = text("Units decide what may be added to what")
_OVER_TIME_TIP = text(
    "How months become a quarter or a year: a flow adds up, a stock counts at the end, "
    "a ratio is computed again from its parts"
)
_BETTER_TIP = text("Which way the metric improves; cost and churn improve downwards")
_PHASE_TIP = text(
    "Interest, deal or service: between two phases there is a hand-off, "
    "described by quantity, cost and quality"
)
_ENDS_TIP = text(
    "The conversion is drawn on the arrow between these stages; "
    "its term moves along in the formulas"
)
_CONFIRMED_TIP = text(
    "Confirmed: there is data that the leads of this channel convert at the norm. While a channel "
    "is still being searched, the marketer shares the quality KPI."
)
