"""Who answers for a metric: owner, leader, shared, contributors."""

from __future__ import annotations

from workbench.base.texts import Text, context, text
from workbench.document.kpi import Kpi, Part
from workbench.presenters.inspector.definition_section import confirmed_row
from workbench.presenters.inspector.rows import (
    AddRow,
    Chip,
    ChipsRow,
    NoteRow,
    Option,
    Row,
    Section,
)
from workbench.presenters.inspector.subject import Subject
from workbench.presenters.inspector.wishes import Added, Opened, Removed, Wish
from workbench.presenters.measures import PARTS
from workbench.presenters.roles.assigning import Decision, unassigned, with_part

_CHIP_TIP = text("Weight {weight}. Click: the KPI; Del: take it away")
_LABELS: dict[Part, tuple[Text, Text]] = {
    "owner": (text("Owner"), text("Answers for the metric and moves it; one role only")),
    "leader": (context("part", "Leads"), text("Answers for it through the people led")),
    "shared": (context("part", "Shares"), text("Answers for it together with a team")),
    "contributor": (context("part", "Helps"), text("Contributes and is not measured by it")),
}


def responsibility_section(subject: Subject) -> Section:
    """One line for each part that somebody has; the owner's line always."""
    rows: list[Row] = []
    if not subject.project.roles:
        rows.append(
            NoteRow(key="no_roles", words=subject.say(text("The project has no roles yet.")))
        )
    else:
        rows += _parts(subject)
    confirmed = confirmed_row(subject)
    if confirmed is not None:
        rows.append(confirmed)
    options = _assignable(subject)
    if options:
        words = subject.say(text("+ give to a role"))
        rows.append(AddRow(key="assign", words=words, options=options))
    return Section(
        "responsibility", subject.say(text("Responsibility")), tuple(rows),
        folds=True, open=subject.is_open("responsibility"),
    )  # fmt: skip


def answer(subject: Subject, wish: Wish) -> bool:
    """Do what is wished in this section; False when the wish belongs elsewhere."""
    match wish:
        case Opened("owner" | "leader" | "shared" | "contributor", role):
            subject.desk.selection.cell(subject.key, role)
        case Added("owner", role):
            _give(subject, role, "owner")
        case Added("assign", option):
            part, _, role = option.partition(":")
            _give(subject, role, part)  # type: ignore[arg-type]
        case Removed("owner" | "leader" | "shared" | "contributor", role):
            _carry_out(subject, unassigned(subject.project, (subject.key, role)))
        case _:
            return False
    return True


def _parts(subject: Subject) -> list[Row]:
    kpis = subject.project.kpis_of_metric(subject.key)
    rows: list[Row] = [_line(subject, "owner", [k for k in kpis if k.part == "owner"])]
    for part in ("leader", "shared", "contributor"):
        those = [kpi for kpi in kpis if kpi.part == part]
        if those:
            rows.append(_line(subject, part, those))
    return rows


def _line(subject: Subject, part: Part, kpis: list[Kpi]) -> ChipsRow:
    label, tip = _LABELS[part]
    missing = part == "owner" and not kpis
    return ChipsRow(
        key=part,
        label=subject.say(label),
        tip=subject.say(tip),
        chips=tuple(_chip(subject, kpi) for kpi in kpis),
        lead=subject.say(text("no owner yet")) if missing else "",
        add=subject.say(text("appoint")) if missing else "",
        options=_roles(subject) if missing else (),
    )


def _chip(subject: Subject, kpi: Kpi) -> Chip:
    role = subject.project.role(kpi.role)
    weight = subject.language.percent(kpi.weight)
    tip = kpi.how or subject.say(text(_CHIP_TIP.id, weight=weight))
    return Chip(
        role.key, role.name, color=role.color, dashed=kpi.part == "contributor",
        tip=tip, removable=True,
    )  # fmt: skip


def _roles(subject: Subject) -> tuple[Option, ...]:
    return tuple(Option(role.key, role.name, role.mission) for role in subject.project.roles)


def _assignable(subject: Subject) -> tuple[Option, ...]:
    """Each part for each role that has nothing to do with the metric yet."""
    taken = {kpi.role for kpi in subject.project.kpis_of_metric(subject.key)}
    free = [role for role in subject.project.roles if role.key not in taken]
    return tuple(
        Option(f"{part}:{role.key}", role.name, subject.say(PARTS[part]))
        for part in ("leader", "shared", "contributor")
        for role in free
    )


def _give(subject: Subject, role: str, part: Part) -> None:
    place = (subject.key, role)
    _carry_out(subject, with_part(subject.project, subject.forecast, place, part))


def _carry_out(subject: Subject, decision: Decision) -> None:
    if decision.edit is not None:
        subject.desk.do(decision.edit)
    if decision.notice is not None:
        subject.desk.tell(decision.notice, wrong=decision.wrong)
