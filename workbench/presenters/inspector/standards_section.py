"""Service standards: what protects the KPI of the metric's owner."""

from __future__ import annotations

from workbench.base.texts import text
from workbench.document.edits.edit import Bundle
from workbench.document.edits.kpis import ChangeKpi
from workbench.document.kpi import Kpi
from workbench.presenters.inspector.rows import AddRow, ItemRow, NoteRow, Row, Section, TextRow
from workbench.presenters.inspector.subject import Subject
from workbench.presenters.inspector.wishes import Added, Removed, Typed, Wish


def standards_section(subject: Subject) -> Section:
    """The standards to read, change, add and remove; they belong to the owner's KPI."""
    owner = subject.owner
    rows = _no_owner(subject) if owner is None else _listed(subject, owner)
    return Section(
        "standards", subject.say(text("Standards of work")), rows,
        folds=True, open=subject.is_open("standards"),
    )  # fmt: skip


def answer(subject: Subject, wish: Wish) -> bool:
    """Do what is wished in this section; False when the wish belongs elsewhere."""
    name, _, number = wish.row.partition(" ")
    owner = subject.owner
    if name != "standard" or owner is None:
        return False
    lines = list(owner.standards)
    match wish:
        case Added("standard", words):
            lines.append(words)
        case Typed(_, words) if words:
            lines[int(number)] = words
        case Removed() | Typed():
            del lines[int(number)]
        case _:
            return False
    _set(subject, owner, tuple(line for line in lines if line))
    return True


def _no_owner(subject: Subject) -> tuple[Row, ...]:
    words = text("Standards protect the KPI of an owner: give the metric one first.")
    return (NoteRow(key="no_owner", words=subject.say(words)),)


def _listed(subject: Subject, owner: Kpi) -> tuple[Row, ...]:
    remove = subject.say(text("Remove the standard"))
    label = subject.say(text("Standard of work"))
    rows = tuple(
        ItemRow(
            key=f"standard {at}",
            parts=(TextRow(key=f"standard {at}", words=words, label=label, tall=True),),
            icon="checkbox",
            remove=remove,
        )
        for at, words in enumerate(owner.standards)
    )
    add = AddRow(
        key="standard",
        words=subject.say(text("+ add")),
        placeholder=subject.say(text("such as: every application handled in 15 minutes")),
        tip=subject.say(text("A rule of work under which the norm holds")),
    )
    return (*rows, add)


def _set(subject: Subject, owner: Kpi, lines: tuple[str, ...]) -> None:
    name = subject.metric.name
    change = ChangeKpi(owner.metric, owner.role, {"standards": lines}, name)
    title = text("Change the standards of “{name}”", name=name)
    subject.desk.do(Bundle(title, (change,)))
