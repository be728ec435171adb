"""A list of sentences in an inspector: duties, competencies, standards, actions."""

from __future__ import annotations

from collections.abc import Callable

from workbench.base.texts import Text
from workbench.presenters.inspector.rows import AddRow, Row, TextRow
from workbench.presenters.inspector.wishes import Added, Moved, Removed, Typed, Wish
from workbench.presenters.roles.rows import LineRow

Lines = tuple[str, ...]
Say = Callable[[Text], str]


def line_rows(
    key: str, lines: Lines, say: Say, *, label: Text, remove: Text, placeholder: Text, add: Text
) -> tuple[Row, ...]:
    """An item for each line and a way to add one."""
    items = tuple(
        LineRow(
            key=f"{key} {at}",
            parts=(TextRow(key=f"{key} {at}", label=say(label), words=words, tall=True),),
            icon="point",
            remove=say(remove),
        )
        for at, words in enumerate(lines)
    )
    return (*items, AddRow(key=key, words=say(add), placeholder=say(placeholder)))


def lines_after(key: str, lines: Lines, wish: Wish) -> Lines | None:
    """The list after a wish; None when the wish is not about it. An emptied line is removed."""
    name, _, number = wish.row.partition(" ")
    if name != key:
        return None
    if isinstance(wish, Added):
        return (*lines, wish.words) if wish.words else lines
    at = int(number) if number.isdigit() else -1
    if not 0 <= at < len(lines):
        return None
    match wish:
        case Typed(_, words) if words:
            return (*lines[:at], words, *lines[at + 1 :])
        case Typed() | Removed():
            return (*lines[:at], *lines[at + 1 :])
        case Moved(_, by):
            return _moved(lines, at, at + by)
        case _:
            return None


def _moved(lines: Lines, at: int, to: int) -> Lines:
    if not 0 <= to < len(lines):
        return lines
    rest = [*lines[:at], *lines[at + 1 :]]
    rest.insert(to, lines[at])
    return tuple(rest)
