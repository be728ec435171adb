"""How wide the columns about the metric are: what they need, as far as the roles leave it."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.presenters.roles.matrix_picture import MatrixPicture
from workbench.ui.panels.roles.row_delegate import influence_width, name_width, target_widths

_NAMES, _GOALS, _INFLUENCE = (150, 250), (84, 150), 84
_NAME_SHARE = 0.15


@dataclass(frozen=True, slots=True)
class ColumnWidths:
    """The widths of metric, goal and influence."""

    name: int
    target: int
    influence: int

    @property
    def each(self) -> tuple[int, int, int]:
        """From left to right."""
        return self.name, self.target, self.influence

    @property
    def total(self) -> int:
        """What is taken from the roles."""
        return sum(self.each)


def column_widths(picture: MatrixPicture, width: int, roles: int) -> ColumnWidths:
    """Widths in a table this wide, of which the roles need that much.

    The chips of the influence are never cut; goals and names wrap before a role is out of sight.
    """
    influence = max(_INFLUENCE, *(influence_width(row.influence) for row in picture.rows), 0)
    goals = [target_widths(row.target.caption) for row in picture.rows]
    least = max(_GOALS[0], *(words for words, _ in goals), 0)
    room = width - roles - influence
    narrow = max(_NAMES[0], int(width * _NAME_SHARE))
    wanted = min(_NAMES[1], max(_NAMES[0], *(name_width(row.name) for row in picture.rows), 0))
    name = min(wanted, max(narrow, room - least))
    line = max((whole for _, whole in goals), default=0)
    target = max(least, min(_GOALS[1], line, room - name))
    return ColumnWidths(name, target, influence)
