"""What is selected: metrics, a role, or a cell of the matrix; never two kinds at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from psygnal import Signal

from workbench.document.project import Project
from workbench.document.value import Key


@dataclass(frozen=True, slots=True)
class Selected:
    """Metrics in the order they were chosen, or one role, or one (metric, role) cell."""

    metrics: tuple[Key, ...] = ()
    role: Key | None = None
    cell: tuple[Key, Key] | None = None

    @property
    def metric(self) -> Key | None:
        """The one selected metric, if it is one."""
        return self.metrics[0] if len(self.metrics) == 1 else None


class Selection:
    """Holds what is selected and tells everybody when it changes."""

    changed = Signal(Selected)

    def __init__(self) -> None:
        self._selected = Selected()

    @property
    def selected(self) -> Selected:
        """What is selected now."""
        return self._selected

    def choose(self, selected: Selected) -> None:
        """Select something else."""
        if selected != self._selected:
            self._selected = selected
            self.changed.emit(selected)

    def metrics(self, keys: Iterable[Key]) -> None:
        """Select metrics."""
        self.choose(Selected(metrics=tuple(dict.fromkeys(keys))))

    def role(self, key: Key) -> None:
        """Select a role."""
        self.choose(Selected(role=key))

    def cell(self, metric: Key, role: Key) -> None:
        """Select a cell of the matrix, taken or free."""
        self.choose(Selected(cell=(metric, role)))

    def clear(self) -> None:
        """Select nothing."""
        self.choose(Selected())

    def keep_to(self, project: Project) -> None:
        """Let go of what is no longer in the project."""
        now = self._selected
        roles, metrics = project.role_by_key, project.metric_by_key
        self.choose(
            Selected(
                metrics=tuple(key for key in now.metrics if key in metrics),
                role=now.role if now.role in roles else None,
                cell=now.cell
                if now.cell and now.cell[0] in metrics and now.cell[1] in roles
                else None,
            )
        )
