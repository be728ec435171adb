"""The KPIs of a role with their weights, and ways to make the weights add up."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from workbench.base.texts import Text, text
from workbench.document.edits.edit import Bundle
from workbench.document.edits.kpis import ChangeKpi
from workbench.document.kpi import Kpi
from workbench.document.weights import even, scaled
from workbench.planning.assignment import measured, total_weight
from workbench.presenters.inspector.rows import AddRow, FactRow, NoteRow, Option, Row, Section
from workbench.presenters.inspector.wishes import Added, Numbered, Opened, Removed, Wish
from workbench.presenters.measures import PARTS, influence_mark
from workbench.presenters.roles.assigning import assigned, unassigned
from workbench.presenters.roles.parts import short_caption
from workbench.presenters.roles.role_subject import RoleSubject
from workbench.presenters.roles.rows import WeightRow
from workbench.presenters.roles.sums import weight_sum
from workbench.presenters.roles.tips import CONTRACTOR

_ENOUGH = 2


def kpis_section(subject: RoleSubject) -> Section | None:
    """The KPIs; none for a contractor, unless it has some that should become tasks."""
    if subject.is_contractor and not subject.kpis:
        return None
    rows = (*_warning(subject), *_weights(subject), *_sums(subject), *_adding(subject))
    return Section("kpis", subject.say(text("KPI")), rows, folds=True, open=subject.is_open("kpis"))


def answer(subject: RoleSubject, wish: Wish) -> bool:
    """Do what is wished here; False when the wish belongs elsewhere."""
    kind, _, metric = wish.row.partition(" ")
    match wish:
        case Numbered(row, value, stepped) if kind == "weight":
            _weigh(subject, metric, value or 0.0, subject.run(row, stepped=stepped))
        case Opened() if kind == "weight":
            subject.desk.selection.cell(metric, subject.role.key)
        case Removed() if kind == "weight":
            _take(subject, metric)
        case Added("kpi", words) if words:
            _give(subject, words)
        case Added("even"):
            distribute(subject)
        case Added("full"):
            scale_up(subject)
        case _:
            return False
    return True


def distribute(subject: RoleSubject) -> None:
    """Give every KPI the same weight."""
    kpis = measured(subject.kpis)
    title = text("Distribute the weights of {role} evenly", role=subject.role.name)
    _set_all(subject, title, kpis, even(len(kpis)))


def scale_up(subject: RoleSubject) -> None:
    """Make the weights add up without changing their proportions."""
    kpis = measured(subject.kpis)
    title = text("Scale the weights of {role} to 100%", role=subject.role.name)
    _set_all(subject, title, kpis, scaled([kpi.weight for kpi in kpis]))


def _warning(subject: RoleSubject) -> tuple[Row, ...]:
    if not subject.is_contractor:
        return ()
    return (NoteRow(key="contractor", words=subject.say(CONTRACTOR), tone="warn"),)


def _weights(subject: RoleSubject) -> tuple[Row, ...]:
    if not subject.kpis:
        none = text("No KPIs yet: a role without KPIs answers for nothing.")
        return (NoteRow(key="none", words=subject.say(none)),)
    kpis = sorted(subject.kpis, key=lambda kpi: (kpi.part == "contributor", -kpi.weight))
    return tuple(_weight(subject, kpi) for kpi in kpis)


def _weight(subject: RoleSubject, kpi: Kpi) -> WeightRow:
    helps = kpi.part == "contributor"
    return WeightRow(
        key=f"weight {kpi.metric}",
        label=subject.project.metric(kpi.metric).name,
        tip=kpi.how or subject.say(PARTS[kpi.part]),
        part=kpi.part,
        share=kpi.weight,
        color=subject.role.color,
        caption=short_caption(kpi, subject.language) if helps else "",
    )


def _sums(subject: RoleSubject) -> tuple[Row, ...]:
    kpis = measured(subject.kpis)
    if not kpis:
        return ()
    found = weight_sum(subject.project, subject.role.key, subject.language)
    total = FactRow(
        key="total",
        label=subject.say(text("Sum of weights")),
        words=f"{found.caption} {found.sign}",
        tone=found.tone,
        strong=True,
        tip=found.tip,
    )
    return (total, *_mends(subject, kpis))


def _mends(subject: RoleSubject, kpis: tuple[Kpi, ...]) -> Iterable[Row]:
    weights = [kpi.weight for kpi in kpis]
    if abs(total_weight(kpis) - 1) > 1e-9 and any(weights):
        yield AddRow(key="full", words=subject.say(text("Scale to 100%")))
    if len(kpis) >= _ENOUGH and tuple(weights) != even(len(kpis)):
        yield AddRow(key="even", words=subject.say(text("Distribute evenly")))


def _adding(subject: RoleSubject) -> tuple[Row, ...]:
    """The metrics the role has nothing to do with yet, those that can be moved first."""
    if subject.is_contractor:
        return ()
    taken = {kpi.metric for kpi in subject.kpis}
    free = [metric for metric in subject.project.metrics if metric.key not in taken]
    free.sort(key=lambda metric: not metric.influence.direct)
    options = tuple(
        Option(metric.key, metric.name, subject.say(influence_mark(metric).label))
        for metric in free
    )
    return (
        (AddRow(key="kpi", words=subject.say(text("+ KPI")), options=options),) if options else ()
    )


def _weigh(subject: RoleSubject, metric: str, weight: float, run: Hashable) -> None:
    if not 0 <= weight <= 1:
        subject.desk.tell(text("a weight is between 0 and 100%"))
        return
    name = subject.project.metric(metric).name
    subject.desk.do(ChangeKpi(metric, subject.role.key, {"weight": weight}, name), run)


def _give(subject: RoleSubject, metric: str) -> None:
    place = (metric, subject.role.key)
    decision = assigned(subject.project, subject.forecast, place)
    if decision.edit is not None:
        subject.desk.do(decision.edit)
    if decision.notice is not None:
        subject.desk.tell(decision.notice, wrong=False)


def _take(subject: RoleSubject, metric: str) -> None:
    edit = unassigned(subject.project, (metric, subject.role.key)).edit
    if edit is not None:
        subject.desk.do(edit)


def _set_all(
    subject: RoleSubject, title: Text, kpis: tuple[Kpi, ...], weights: Iterable[float]
) -> None:
    changes = tuple(
        ChangeKpi(kpi.metric, kpi.role, {"weight": weight})
        for kpi, weight in zip(kpis, weights, strict=True)
    )
    subject.desk.do(Bundle(title, changes))
