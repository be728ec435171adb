"""The inspector of the selected cell: a KPI whole, or the offer to give the metric."""

from __future__ import annotations

from collections.abc import Callable

from workbench.base.languages import Language
from workbench.base.texts import Text, text
from workbench.document.kpi import Kpi
from workbench.presenters.calculation import Update
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.metric import InspectorView
from workbench.presenters.inspector.rows import AddRow, Picture, Section, TextRow
from workbench.presenters.inspector.wishes import Folded, Typed, Wish
from workbench.presenters.roles import kpi_part, kpi_scale, kpi_target
from workbench.presenters.roles.kpi_subject import KpiSubject
from workbench.presenters.roles.lines import line_rows, lines_after
from workbench.presenters.selection import Selected

_LISTS: dict[str, tuple[Text, Text, Text]] = {
    "standards": (
        text("Standards of work"),
        text("Standard of work"),
        text("such as: every application handled in 15 minutes"),
    ),
    "actions": (
        text("Actions"),
        text("Action"),
        text("such as: two new drip campaigns a month"),
    ),
}


class KpiPresenter:
    """Follows the selection and shows the selected cell."""

    def __init__(self, desk: Desk, view: InspectorView) -> None:
        self._desk = desk
        self._view = view
        self._folds: dict[str, bool] = {}
        self._selected = desk.selection.selected
        desk.calculation.updated.connect(self._on_updated)
        desk.selection.changed.connect(self._on_selection_changed)
        desk.language_changed.connect(self._on_language_changed)

    @property
    def subject(self) -> KpiSubject | None:
        """The cell it is about."""
        cell, project = self._selected.cell, self._desk.project
        if cell is None or cell[0] not in project.metric_by_key:
            return None
        role = project.role_by_key.get(cell[1])
        if role is None:
            return None
        kpi = project.kpi_by_place.get(cell)
        return KpiSubject(self._desk, project.metric(cell[0]), role, kpi, self._folds)

    def refresh(self) -> None:
        """Show what is so now."""
        subject = self.subject
        if subject is not None:
            self._view.show_picture(picture(subject))

    def answer(self, wish: Wish) -> None:
        """Do what is wished and show how it stands then, even where nothing changed."""
        subject = self.subject
        if subject is None:
            return
        if isinstance(wish, Folded):
            self._folds[wish.row] = wish.open
        else:
            any(answer(subject, wish) for answer in _ANSWERS)
        self.refresh()

    def _on_selection_changed(self, selected: Selected) -> None:
        self._view.hand_over()
        self._selected = selected
        self.refresh()

    def _on_updated(self, _update: Update) -> None:
        self.refresh()

    def _on_language_changed(self, _language: Language) -> None:
        self.refresh()


def picture(subject: KpiSubject) -> Picture:
    """Everything about one cell."""
    kpi = subject.kpi
    found = _offered(subject) if kpi is None else _given(subject, kpi)
    return Picture(
        target=" ".join(subject.place),
        title=subject.metric.name,
        subtitle=subject.role.name,
        sections=tuple(section for section in found if section is not None),
    )


def _offered(subject: KpiSubject) -> list[Section | None]:
    return [kpi_part.links_section(subject), kpi_part.offer_section(subject)]


def _given(subject: KpiSubject, kpi: Kpi) -> list[Section | None]:
    measured = kpi.is_measured
    return [
        kpi_part.links_section(subject),
        kpi_part.part_section(subject, kpi),
        kpi_target.target_section(subject, kpi),
        kpi_scale.scale_section(subject, kpi) if measured else None,
        kpi_scale.preview_section(subject, kpi) if measured else None,
        _lines(subject, "standards", kpi.standards),
        _lines(subject, "actions", kpi.actions),
        _condition(subject, kpi),
    ]


def _lines(subject: KpiSubject, member: str, lines: tuple[str, ...]) -> Section:
    title, entry, example = _LISTS[member]
    rows = line_rows(
        member,
        lines,
        subject.say,
        label=entry,
        remove=text("Remove"),
        placeholder=example,
        add=text("+ add"),
    )
    return Section(member, subject.say(title), rows, folds=True, open=subject.is_open(member))


def _condition(subject: KpiSubject, kpi: Kpi) -> Section:
    placeholder = text("such as: while the channel is confirmed")
    row = TextRow(
        key="condition",
        label=subject.say(text("Condition")),
        words=kpi.condition,
        placeholder=subject.say(placeholder),
        tall=True,
        tip=subject.say(text("Under which condition the role answers for it")),
    )
    take = AddRow(key="take", words=subject.say(text("Take the KPI away")))
    return Section("condition", "", (row, take))


def _answer_lists(subject: KpiSubject, wish: Wish) -> bool:
    """Wishes about standards, actions and the condition."""
    if subject.kpi is None:
        return False
    name = subject.metric.name
    if isinstance(wish, Typed) and wish.row == "condition":
        title = text("Change the condition of “{metric}”", metric=name)
        subject.change(title, condition=wish.words)
        return True
    for member, title in _TITLES.items():
        after = lines_after(member, getattr(subject.kpi, member), wish)
        if after is not None:
            subject.change(Text(title.id, (("name", name),)), **{member: after})
            return True
    return False


_TITLES: dict[str, Text] = {
    "standards": text("Change the standards of “{name}”"),
    "actions": text("Change the actions of “{name}”"),
}
_ANSWERS: tuple[Callable[[KpiSubject, Wish], bool], ...] = (
    kpi_part.answer,
    kpi_target.answer,
    kpi_scale.answer,
    _answer_lists,
)
