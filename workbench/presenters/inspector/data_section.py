"""Where the numbers come from, how the metric could be cheated, and what guards it."""

from __future__ import annotations

from workbench.base.texts import text
from workbench.presenters.inspector.rows import Chip, ChipsRow, Option, Row, Section, TextRow
from workbench.presenters.inspector.subject import Subject
from workbench.presenters.inspector.wishes import Added, Opened, Removed, Typed, Wish

_SOURCE_TIP = text("Where the fact is read from; without a source a KPI cannot be paid")
_TITLES = {
    "source": text("Change the source of “{name}”"),
    "recorded_by": text("Change who records “{name}”"),
    "gaming": text("Change how “{name}” could be cheated"),
    "note": text("Change the note on “{name}”"),
}


def data_section(subject: Subject) -> Section:
    """Source, who records it, cheating and counter-metrics, note."""
    metric, say = subject.metric, subject.say
    rows: tuple[Row, ...] = (
        TextRow(key="source", label=say(text("Source")), words=metric.source or "",
                placeholder=say(text("such as CRM")),
                tip=say(_SOURCE_TIP)),
        TextRow(key="recorded_by", label=say(text("Recorded by")), words=metric.recorded_by or "",
                placeholder=say(text("who enters it"))),
        TextRow(key="gaming", label=say(text("How it could be cheated")), words=metric.gaming or "",
                tall=True, placeholder=say(text("such as short empty calls")),
                tip=say(text("A KPI that is easily cheated is paired with a counter-metric"))),
        _guards(subject),
        TextRow(key="note", label=say(text("Note")), words=metric.note or "", tall=True,
                placeholder=say(text("what is worth knowing"))),
    )  # fmt: skip
    return Section("data", say(text("Data")), rows, folds=True, open=subject.is_open("data"))


def answer(subject: Subject, wish: Wish) -> bool:
    """Do what is wished in this section; False when the wish belongs elsewhere."""
    name, guards = subject.metric.name, subject.metric.guards
    match wish:
        case Typed("source" | "recorded_by" | "gaming" | "note" as member, words):
            title = text(_TITLES[member].id, name=name)
            subject.change(title, **{member: words or None})
        case Added("guards", metric):
            title = text("Add a counter-metric to “{name}”", name=name)
            subject.change(title, guards=(*guards, metric))
        case Removed("guards", metric):
            title = text("Remove a counter-metric of “{name}”", name=name)
            subject.change(title, guards=tuple(key for key in guards if key != metric))
        case Opened("guards", metric):
            subject.desk.selection.metrics([metric])
        case _:
            return False
    return True


def _guards(subject: Subject) -> ChipsRow:
    metrics = subject.project.metrics
    names = {metric.key: metric.name for metric in metrics}
    tip = subject.say(text("Click: show it; Del: take it away"))
    taken = {subject.key, *subject.metric.guards}
    return ChipsRow(
        key="guards",
        label=subject.say(text("Counter-metrics")),
        tip=subject.say(text("Metrics that get worse when this one is cheated")),
        chips=tuple(
            Chip(key, names[key], tip=tip, removable=True) for key in subject.metric.guards
        ),
        add=subject.say(text("+ add")),
        options=tuple(Option(key, name) for key, name in names.items() if key not in taken),
    )
