"""Who answers for what: metric, role, and the part the role has; or the offer to give it."""

from __future__ import annotations

from workbench.base.texts import text
from workbench.document.kpi import Kpi
from workbench.planning.assignment import owner_of
from workbench.presenters.inspector.rows import (
    AddRow,
    Chip,
    ChipsRow,
    ChoiceRow,
    NoteRow,
    Option,
    Row,
    Section,
    TextRow,
)
from workbench.presenters.inspector.wishes import Added, Chosen, Opened, Typed, Wish
from workbench.presenters.measures import PARTS
from workbench.presenters.roles.assigning import unassigned, with_part
from workbench.presenters.roles.kpi_subject import KpiSubject
from workbench.presenters.roles.parts import MEANINGS
from workbench.presenters.roles.tips import CONTRACTOR, Tips


def links_section(subject: KpiSubject) -> Section:
    """The ways to the metric and to the role, and what speaks against the KPI."""
    metric, role = subject.metric, subject.role
    rows: list[Row] = [
        ChipsRow(
            key="metric",
            label=subject.say(text("Metric")),
            chips=(Chip(metric.key, metric.name, tip=subject.say(text("Show the metric"))),),
        ),
        ChipsRow(
            key="role",
            label=subject.say(text("Role")),
            chips=(Chip(role.key, role.name, role.color, tip=subject.say(text("Show the role"))),),
        ),
    ]
    note = Tips(subject.desk).result_note(metric.key)
    if note:
        rows.append(NoteRow(key="result", words=note, tone="warn"))
    if role.employment == "contractor":
        rows.append(NoteRow(key="contractor", words=subject.say(CONTRACTOR), tone="warn"))
    return Section("links", "", tuple(rows))


def part_section(subject: KpiSubject, kpi: Kpi) -> Section:
    """What the role has to do with the metric."""
    options = tuple(Option(part, subject.say(name)) for part, name in PARTS.items())
    rows: list[Row] = [
        ChoiceRow(
            key="part",
            label=subject.say(text("Part")),
            options=options,
            chosen=kpi.part,
        ),
        NoteRow(key="meaning", words=subject.say(MEANINGS[kpi.part])),
        *_owner(subject),
    ]
    if kpi.part == "contributor" or kpi.how:
        rows.append(
            TextRow(
                key="how",
                label=subject.say(text("How it helps")),
                words=kpi.how,
                placeholder=subject.say(text("such as: brings traffic from proven channels")),
                tall=True,
            )
        )
    return Section("part", subject.say(text("Responsibility")), tuple(rows))


def offer_section(subject: KpiSubject) -> Section:
    """A free cell: each part with what it means."""
    words = text("{role} has nothing to do with this metric yet.", role=subject.role.name)
    rows: list[Row] = [NoteRow(key="free", words=subject.say(words)), *_owner(subject)]
    for part, name in PARTS.items():
        give = text("Give as {part}", part=name)
        rows.append(AddRow(key=f"give {part}", words=subject.say(give)))
        rows.append(NoteRow(key=f"about {part}", words=subject.say(MEANINGS[part])))
    return Section("offer", subject.say(text("Responsibility")), tuple(rows))


def answer(subject: KpiSubject, wish: Wish) -> bool:
    """Do what is wished here; False when the wish belongs elsewhere."""
    match wish:
        case Opened("metric"):
            subject.desk.selection.metrics([subject.metric.key])
        case Opened("role"):
            subject.desk.selection.role(subject.role.key)
        case Opened("owner", role):
            subject.desk.selection.cell(subject.metric.key, role)
        case Chosen("part", part):
            _set_part(subject, part)
        case Added(row) if row.startswith("give "):
            _set_part(subject, row.removeprefix("give "))
        case Added("take"):
            subject.carry_out(unassigned(subject.project, subject.place))
        case Typed("how", words):
            title = text("Change how {role} helps", role=subject.role.name)
            subject.change(title, how=words)
        case _:
            return False
    return True


def _owner(subject: KpiSubject) -> tuple[Row, ...]:
    """The role that owns the metric, where it is another one."""
    owner = owner_of(subject.project, subject.metric.key)
    if owner is None or owner.role == subject.role.key:
        return ()
    role = subject.project.role(owner.role)
    chip = Chip(role.key, role.name, role.color, tip=subject.say(text("Show the owner’s KPI")))
    return (ChipsRow(key="owner", label=subject.say(text("Owner")), chips=(chip,)),)


def _set_part(subject: KpiSubject, part: str) -> None:
    """Choosing “owner” here is meant: the owner before shares from now on."""
    project, forecast = subject.project, subject.desk.forecast
    found = next(one for one in PARTS if one == part)
    subject.carry_out(with_part(project, forecast, subject.place, found, take_over=True))
