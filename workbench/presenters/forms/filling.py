"""A form filled from a project, and what there is to tell about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.base.languages import Language
from workbench.base.texts import Text, plural, text
from workbench.document.plan import Scenario
from workbench.document.project import Project
from workbench.excel.form_values import FilledForm, Left, Meaning, Spot
from workbench.planning.forward import calculate
from workbench.presenters.forms.meanings import Reader
from workbench.presenters.forms.source import Source

_LEFT: dict[Left, Text] = {
    "unknown": text("it was not looked up"),
    "formula": text("it stands in a formula, which is left as it is"),
    "heading": text("it stands in the heading of a table, which is left as it is"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One placeholder of the form: where it stands, what it became, or why it did not."""

    spot: Spot
    meaning: Meaning | None = None
    why: Text | None = None


@dataclass(frozen=True, slots=True)
class FormReport:
    """What was filled, what is known and has no value, and what was left as it is."""

    filled: tuple[Told, ...]
    empty: tuple[Told, ...]
    unknown: tuple[Told, ...]
    elsewhere: bool

    @property
    def summary(self) -> Text:
        """How many placeholders were filled."""
        n = len(self.filled)
        return plural("{n} placeholder is filled", "{n} placeholders are filled", n)


ELSEWHERE = text("Placeholders in text boxes, comments, headers and charts are not filled")


def fill(
    project: Project, scenario: Scenario | None, form: Path, output: Path, language: Language, *,
    today: date, wanted: Callable[[], bool] | None = None,
) -> FormReport:  # fmt: skip
    """Write the filled copy of a form; raises a `WorkbenchError`, and then nothing is written."""
    from workbench.excel.apart import always
    from workbench.excel.form import fill_form

    reader = Reader(Source(calculate(project, scenario), language, today))
    done, found = fill_form(form, output, reader.know, wanted=wanted or always)
    return _report(done, reader, elsewhere=found.elsewhere)


def _report(done: FilledForm, reader: Reader, *, elsewhere: bool) -> FormReport:
    told = [Told(spot, reader.known[spot.words]) for spot in done.filled]
    return FormReport(
        tuple(one for one in told if one.meaning and one.meaning.words),
        tuple(Told(one.spot, why=one.meaning.why) for one in told
              if one.meaning and not one.meaning.words),
        tuple(Told(spot, why=_why(spot, left, reader)) for spot, left in done.left),
        elsewhere,
    )  # fmt: skip


def _why(spot: Spot, left: Left, reader: Reader) -> Text:
    return reader.unknown.get(spot.words, _LEFT[left]) if left == "unknown" else _LEFT[left]
