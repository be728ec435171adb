"""The months of the plan, and the country whose working days count."""

from __future__ import annotations

from typing import Literal

from workbench.base.texts import context, plural, text
from workbench.document.edits.project import ChangeCalendar
from workbench.document.edits.redate import Redate
from workbench.formula.values import Problem
from workbench.planning.calendar import working_days
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import (
    ChoiceRow,
    FactRow,
    NumberRow,
    Option,
    PairRow,
    Row,
    Section,
)
from workbench.presenters.inspector.wishes import Chosen, Numbered, Wish
from workbench.presenters.inspector.world import country_options

Keep = Literal["month", "order"]
LONGEST = 120
_YEARS = (1000, 2999)


def calendar_section(desk: Desk, keep: Keep, *, is_open: bool) -> Section:
    """Start, length, country; and what becomes of monthly values when the start moves."""
    rows = (_start(desk), _months(desk), *_keeping(desk, keep), _country(desk), *_workdays(desk))
    return Section("calendar", desk.say(text("Calendar")), rows, folds=True, open=is_open)


def answer(desk: Desk, keep: Keep, wish: Wish) -> bool:
    """Do what is wished in this section; False when the wish belongs elsewhere."""
    calendar = desk.project.calendar
    year, month = calendar.start.split("-")
    match wish:
        case Chosen("start month", option):
            _redate(desk, f"{year}-{option}", calendar.months, keep)
        case Numbered("start year", value, _):
            _set_year(desk, value, month, keep)
        case Numbered("months", value, _):
            _set_months(desk, value, keep)
        case Chosen("country", code):
            title = text("Change the country of the calendar")
            desk.do(ChangeCalendar({"country": code[:8].upper()}, title))
        case _:
            return False
    return True


def _start(desk: Desk) -> Row:
    year, month = desk.project.calendar.start.split("-")
    names = desk.language.locale.months["stand-alone"]["wide"]
    options = tuple(Option(f"{number:02d}", str(names[number])) for number in range(1, 13))
    label = desk.say(text("First month"))
    return PairRow(
        key="start",
        label=label,
        parts=(
            ChoiceRow(key="start month", label=label, options=options, chosen=month),
            NumberRow(
                key="start year", label=desk.say(text("Year")), value=float(year), plain=True
            ),
        ),
    )


def _months(desk: Desk) -> Row:
    calendar = desk.project.calendar
    last = desk.language.month(calendar.all_months[-1])
    return NumberRow(
        key="months",
        label=desk.say(context("count", "Months")),
        value=float(calendar.months),
        tip=desk.say(text(_MONTHS_TIP.id, month=last)),
    )  # fmt: skip


def _keeping(desk: Desk, keep: Keep) -> tuple[Row, ...]:
    """Asked only where there are values by month at all."""
    lists = any(isinstance(metric.value, tuple) for metric in desk.project.metrics)
    if not lists:
        return ()
    return (
        ChoiceRow(
            key="keep",
            label=desk.say(text("Monthly values")),
            options=(
                Option("month", desk.say(text("stay in their months"))),
                Option("order", desk.say(text("move with the start"))),
            ),
            chosen=keep,
            tip=desk.say(_KEEP_TIP),
        ),
    )


def _country(desk: Desk) -> Row:
    country = desk.project.calendar.country
    return ChoiceRow(
        key="country",
        label=desk.say(text("Country")),
        options=country_options(desk.language, country),
        chosen=country,
        look="search",
        placeholder=desk.say(context("field", "not set")),
        tip=desk.say(text("Its public holidays decide how many days workdays() counts")),
    )


def _workdays(desk: Desk) -> tuple[Row, ...]:
    """Only where a formula asks for them: the holiday calendar loads slowly."""
    project = desk.project
    if not any("workdays" in (metric.formula or "") for metric in project.metrics):
        return ()
    months = project.calendar.all_months
    days = [working_days(project.calendar.country, month) for month in months]
    problem = next((day for day in days if isinstance(day, Problem)), None)
    label = desk.say(text("Working days"))
    if problem is not None:
        return (FactRow(key="workdays", label=label, words=desk.say(problem.reason), tone="bad"),)
    total = int(sum(day for day in days if not isinstance(day, Problem)))
    words = desk.say(plural("{n} day in the plan", "{n} days in the plan", total))
    return (FactRow(key="workdays", label=label, words=words),)


def _set_year(desk: Desk, value: float | None, month: str, keep: Keep) -> None:
    if value is None or value % 1 or not _YEARS[0] <= value <= _YEARS[1]:
        desk.tell(text("A year has four figures, such as 2027"))
        return
    _redate(desk, f"{int(value)}-{month}", desk.project.calendar.months, keep)


def _set_months(desk: Desk, value: float | None, keep: Keep) -> None:
    if value is None or value % 1 or not 1 <= value <= LONGEST:
        desk.tell(text("A plan has from 1 to {limit} months", limit=LONGEST))
        return
    _redate(desk, desk.project.calendar.start, int(value), keep)


def _redate(desk: Desk, start: str, months: int, keep: Keep) -> None:
    """Change the calendar, and say so where monthly values fall out in front of it."""
    edit = Redate(start, months, keep)
    lost = edit.lost(desk.project)
    if desk.do(edit) and lost:
        message = plural(
            "Values of {n} month before the new start are left out; undo brings them back",
            "Values of {n} months before the new start are left out; undo brings them back",
            lost,
        )
        desk.tell(message, wrong=False)


_MONTHS_TIP = text("Until {month}; a longer plan repeats the last monthly values")
_KEEP_TIP = text(
    "Stay: what was entered for March stays the value of March. Move: the first value stays "
    "the first, so that last year's pattern serves another year. Actuals always stay."
)
