"""What an inspector shows: sections of rows in ready words, so that pictures can be compared.

A row with an empty `label` takes the whole width. Wishes come back under the `key` of the row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.presenters.tones import Tone


@dataclass(frozen=True, slots=True)
class Option:
    """One of several choices; `about` stands small beside it."""

    id: str
    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """A link to a role or a metric; `color` is a role's, `dashed` says that it only helps."""

    id: str
    text: str
    color: str = ""
    dashed: bool = False
    icon: str = ""
    tip: str = ""
    removable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a section."""

    key: str
    label: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow(Row):
    """Words of a person, `longest` letters at most; `tall` grows with them below its label."""

    words: str = ""
    placeholder: str = ""
    tall: bool = False
    longest: int = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRow(Row):
    """A number as the model holds it; `before` and `after` frame it while it is only read.

    `plain` is without marks between thousands, as years are written.
    """

    value: float | None = None
    share: bool = False
    currency: str = ""
    before: str = ""
    after: str = ""
    placeholder: str = ""
    plain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRow(Row):
    """One of some options; `chosen` is None where several metrics differ.

    `menu` is a plain list, `segments` shows all options side by side, `search` is for long lists,
    `free` takes other words too.
    """

    options: tuple[Option, ...]
    chosen: str | None = ""
    look: Literal["menu", "segments", "search", "free"] = "menu"
    placeholder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchRow(Row):
    """Yes or no; `on` is None where several metrics differ."""

    on: bool | None = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow(Row):
    """A label and what is so; nothing to change here."""

    words: str
    tone: Tone = ""
    chip: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow(Row):
    """A sentence; `strong` is its end, in bold."""

    words: str
    strong: str = ""
    tone: Tone = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipsRow(Row):
    """Links in a row, with `lead` before and `tail` after them; `options` are added by a search."""

    chips: tuple[Chip, ...] = ()
    lead: str = ""
    tail: str = ""
    add: str = ""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRow(Row):
    """Fields side by side behind one label."""

    parts: tuple[NumberRow | ChoiceRow, ...]
    between: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow(Row):
    """One entry of a list: its fields, and whether it can be moved and taken out."""

    parts: tuple[TextRow | NumberRow | ChoiceRow, ...]
    icon: str = ""
    remove: str = ""
    move_up: str = ""
    move_down: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddRow(Row):
    """A link that adds an entry: typed after `placeholder`, chosen among `options`, or at once."""

    words: str
    placeholder: str = ""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormulaRow(Row):
    """The formula of a metric as it stands in the field, which may be a draft.

    `problem` is what is wrong with the formula that the project holds: another metric may have
    changed under it.
    """

    metric: str
    words: str
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeRow(Row):
    """How the numbers come about: “600 × 80 % =”, the result, for which month, and the total.

    `links` lead to the metric where a problem began.
    """

    words: str = ""
    strong: str = ""
    tone: Tone = ""
    months: tuple[Option, ...] = ()
    month: str = ""
    total: str = ""


@dataclass(frozen=True, slots=True)
class MonthCell:
    """One month of a list of values."""

    caption: str
    value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthsRow(Row):
    """A value a month, by year."""

    years: tuple[tuple[str, tuple[MonthCell, ...]], ...]
    share: bool = False
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a heading; one without a title is opened by the subtitle of the picture."""

    key: str
    title: str
    rows: tuple[Row, ...] = ()
    folds: bool = False
    open: bool = True
    summary: str = ""
    switch: ChoiceRow | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole inspector about `target`; its subtitle opens the section `unfolds`."""

    target: str
    title: TextRow | str
    subtitle: str = ""
    subtitle_tip: str = ""
    unfolds: str = ""
    sections: tuple[Section, ...] = ()

    def section(self, key: str) -> Section | None:
        """A section by key."""
        return next((section for section in self.sections if section.key == key), None)

    def row(self, key: str) -> Row | None:
        """A row by key, wherever it stands; parts of rows are found too."""
        rows = (row for section in self.sections for row in section.rows)
        return next((found for row in rows for found in _with_parts(row) if found.key == key), None)


def _with_parts(row: Row) -> tuple[Row, ...]:
    return (row, *row.parts) if isinstance(row, PairRow | ItemRow) else (row,)
