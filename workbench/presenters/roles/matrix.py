"""The matrix of metrics and roles: what a key, a click and a drag in it mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from workbench.base.languages import Language
from workbench.base.numbers import NotANumber, read_number
from workbench.base.texts import text
from workbench.checks.runner import Report
from workbench.document.edits.kpis import ChangeKpi
from workbench.document.kpi import Part
from workbench.document.value import Key
from workbench.presenters.calculation import Update
from workbench.presenters.desk import Desk
from workbench.presenters.roles.assigning import (
    Decision,
    assigned,
    handed,
    next_part,
    unassigned,
    with_part,
)
from workbench.presenters.roles.matrix_picture import (
    Cell,
    MatrixPainter,
    MatrixPicture,
    RowFilter,
)
from workbench.presenters.selection import Selected


class MatrixView(Protocol):
    """The table."""

    def show_matrix(self, picture: MatrixPicture) -> None:
        """Show another picture."""

    def show_selected(self, cell: Cell | None, role: Key | None, metric: Key | None) -> None:
        """Mark the selected cell, the column of a role or the row of a metric."""


@dataclass(frozen=True, slots=True)
class _Weighing:
    """The run that makes giving a KPI and typing its weight one step of undo."""

    cell: Cell


class MatrixPresenter:
    """Turns wishes about cells into edits; asleep while nobody looks at the matrix."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._view: MatrixView | None = None
        self._painter = MatrixPainter()
        self._shown = RowFilter()
        self._picture = MatrixPicture()
        self._awake = False
        desk.calculation.updated.connect(self._on_updated)
        desk.checking.updated.connect(self._on_checked)
        desk.language_changed.connect(self._on_language_changed)
        desk.selection.changed.connect(self._on_selected)

    def attach(self, view: MatrixView) -> None:
        """Give the presenter the table it shows things on."""
        self._view = view

    def wake(self) -> None:
        """The table came to sight: show what it missed."""
        self._awake = True
        self.refresh()
        self._on_selected(self._desk.selection.selected)

    def sleep(self) -> None:
        """The table is out of sight: nothing is painted for it."""
        self._awake = False

    def narrow(self, shown: RowFilter) -> None:
        """Show other rows."""
        if shown != self._shown:
            self._shown = shown
            self.refresh()

    def refresh(self) -> None:
        """Paint again, if anybody looks and anything differs."""
        if self._show():
            self._on_selected(self._desk.selection.selected)

    def select(self, cell: Cell) -> None:
        """Make a cell the current one."""
        self._desk.selection.cell(*cell)

    def select_metric(self, metric: Key) -> None:
        """Show a metric in the inspector."""
        self._desk.selection.metrics([metric])

    def select_role(self, role: Key) -> None:
        """Show a role in the inspector."""
        self._desk.selection.role(role)

    def is_taken(self, cell: Cell) -> bool:
        """Whether there is a KPI in a cell."""
        return cell in self._desk.project.kpi_by_place

    def is_weighed(self, cell: Cell) -> bool:
        """Whether the KPI in a cell has a weight to type: a helper has none."""
        kpi = self._desk.project.kpi_by_place.get(cell)
        return kpi is not None and kpi.is_measured

    def assign(self, cell: Cell, *, take_over: bool = False) -> None:
        """Give a metric to a role; typing the weight right after it is part of the same step."""
        if not self.is_taken(cell):
            self._decide(self._assigned(cell, take_over=take_over), _Weighing(cell))

    def weigh(self, cell: Cell, words: str, *, take_over: bool = False) -> bool:
        """Set the weight that was typed, giving the metric first where the cell is free."""
        try:
            weight = read_number(words, self._desk.language.decimal).value / 100
        except NotANumber as error:
            self._desk.tell(error.message)
            return False
        if not 0 <= weight <= 1:
            self._desk.tell(text("a weight is between 0 and 100%"))
            return False
        if self.is_weighed(cell):
            self._weigh(cell, weight)
        elif self.is_taken(cell):
            self._desk.tell(text("a role that only helps has no weight; change its part first"))
            return False
        else:
            self._decide(self._assigned(cell, weight, take_over=take_over), _Weighing(cell))
        return True

    def end_weighing(self) -> None:
        """The typing is over: what follows is another step of undo."""
        self._desk.session.end_run()

    def set_part(self, cell: Cell, part: Part, *, take_over: bool = False) -> None:
        """Let a role own, lead, share or only help; a free cell is given with that part."""
        project, forecast = self._desk.project, self._desk.forecast
        self._decide(with_part(project, forecast, cell, part, take_over=take_over))

    def cycle(self, cell: Cell) -> None:
        """The next part in the round."""
        self.set_part(cell, next_part(self._desk.project, cell))

    def unassign(self, cell: Cell) -> None:
        """Empty a cell."""
        self._decide(unassigned(self._desk.project, cell))

    def hand_over(self, cell: Cell, to: Key, *, copy: bool = False) -> None:
        """Give a KPI to another role, or let that role share it, and go there."""
        decision = handed(self._desk.project, cell, to, copy=copy)
        if self._decide(decision):
            self._desk.selection.cell(cell[0], to)

    def _show(self) -> bool:
        """Whether there was anything else to show."""
        if not self._awake or self._view is None:
            return False
        desk = self._desk
        picture = self._painter.picture(
            desk.project, desk.language, self._shown, desk.checking.alerts
        )
        if picture == self._picture:
            return False
        self._picture = picture
        self._view.show_matrix(picture)
        return True

    def _assigned(
        self, cell: Cell, weight: float | None = None, *, take_over: bool = False
    ) -> Decision:
        project, forecast = self._desk.project, self._desk.forecast
        return assigned(project, forecast, cell, take_over=take_over, weight=weight)

    def _weigh(self, cell: Cell, weight: float) -> None:
        name = self._desk.project.metric(cell[0]).name
        self._desk.do(ChangeKpi(*cell, {"weight": round(weight, 6)}, name), _Weighing(cell))

    def _decide(self, decision: Decision, run: _Weighing | None = None) -> bool:
        done = decision.edit is not None and self._desk.do(decision.edit, run)
        if decision.notice is not None:
            self._desk.tell(decision.notice, wrong=decision.wrong)
        return done

    def _on_updated(self, _update: Update) -> None:
        self.refresh()

    def _on_checked(self, _report: Report) -> None:
        """Show other signs, without scrolling to what is selected; a new project is to come."""
        if self._desk.forecast.project is self._desk.project:
            self._show()

    def _on_language_changed(self, _language: Language) -> None:
        self.refresh()

    def _on_selected(self, selected: Selected) -> None:
        if self._awake and self._view is not None:
            self._view.show_selected(selected.cell, selected.role, selected.metric)
