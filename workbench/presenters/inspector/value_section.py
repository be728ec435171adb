"""The value of a metric: one number, one a month, or a formula; and how the numbers come about."""

from __future__ import annotations

from dataclasses import replace

from workbench.base.texts import context, text
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.forecast import Forecast
from workbench.planning.reasons import reason
from workbench.presenters.inspector.in_numbers import calculation, result_in
from workbench.presenters.inspector.month_values import (
    as_list,
    constant_of,
    filled,
    months_row,
)
from workbench.presenters.inspector.rows import (
    Chip,
    ChipsRow,
    ChoiceRow,
    FormulaRow,
    NoteRow,
    Option,
    OutcomeRow,
    PairRow,
    Row,
    Section,
)
from workbench.presenters.inspector.subject import Subject
from workbench.presenters.inspector.wishes import Chosen, Filled, Numbered, Opened, Wish
from workbench.presenters.measures import UNIT_SIGNS

AVERAGE = "average"


def value_section(subject: Subject) -> Section:
    """The section with its switch between value and formula."""
    by_formula = _by_formula(subject)
    options = (
        Option("value", subject.say(text("Value"))),
        Option("formula", subject.say(text("Formula"))),
    )
    switch = ChoiceRow(
        key="mode", options=options, chosen="formula" if by_formula else "value",
        look="segments", tip=subject.say(_MODE_TIP),
    )  # fmt: skip
    title = text("Formula") if by_formula else text("Value")
    rows = _formula_rows(subject) if by_formula else _value_rows(subject)
    return Section("value", subject.say(title), (*rows, *_outcome(subject)), switch=switch)


def answer(subject: Subject, wish: Wish) -> bool:
    """Do what is wished in this section; False when the wish belongs elsewhere."""
    match wish:
        case Chosen("mode", mode):
            _switch(subject, to_formula=mode == "formula")
        case Chosen("spread", spread):
            _spread(subject, by_month=spread == "months")
        case Chosen("value", option):
            subject.change(value=None if option == "" else float(option))
        case Numbered("value", value, stepped):
            subject.change(None, subject.stepping("value", stepped=stepped), value=value)
        case Filled("months", month, values, stepped):
            run = subject.stepping(f"month {month}", stepped=stepped)
            after = filled(subject.metric, month, values, subject.project.calendar.months)
            subject.change(None, run, value=after)
        case Numbered("low" | "high" as member, value, stepped):
            _set_range(subject, member, value, stepped=stepped)
        case Chosen("outcome", option):
            subject.memory.month = None if option == AVERAGE else int(option)
        case Opened("origin", metric):
            subject.desk.selection.metrics([metric])
        case _:
            return False
    return True


def standing_value(forecast: Forecast, metric: Key) -> float | tuple[float | None, ...] | None:
    """What a metric is worth now, as an input would hold it."""
    months = tuple(None if isinstance(v, Problem) else v for v in forecast.values[metric])
    return months[0] if len(set(months)) == 1 else months


def _by_formula(subject: Subject) -> bool:
    return subject.metric.is_computed or subject.key in subject.memory.unfinished


def _switch(subject: Subject, *, to_formula: bool) -> None:
    """A formula is only begun here; the value goes when the formula is taken over."""
    unfinished = subject.memory.unfinished
    if to_formula:
        if not subject.metric.is_computed:
            unfinished.add(subject.key)
        return
    unfinished.discard(subject.key)
    subject.drafts.drop(subject.key)
    if subject.metric.is_computed:
        value = standing_value(subject.forecast, subject.key)
        title = text("Make “{name}” an input", name=subject.metric.name)
        subject.change(title, formula=None, value=value)


def _formula_rows(subject: Subject) -> tuple[Row, ...]:
    words = subject.drafts.words(subject.metric)
    error = subject.forecast.model.errors.get(subject.key)
    problem = str(error) if error else ""
    formula = FormulaRow(key="formula", metric=subject.key, words=words, problem=problem)
    ranged = subject.metric.low is not None or subject.metric.high is not None
    return (formula, _range(subject)) if ranged and subject.metric.is_computed else (formula,)


def _value_rows(subject: Subject) -> tuple[Row, ...]:
    metric = subject.metric
    by_month = isinstance(metric.value, tuple)
    spread = ChoiceRow(
        key="spread",
        label=subject.say(text("Value is")),
        options=(
            Option("one", subject.say(text("the same"))),
            Option("months", subject.say(text("by month"))),
        ),
        chosen="months" if by_month else "one",
        look="segments",
        tip=subject.say(text("One number for every month, or a number of its own for each")),
    )
    value: Row = months_row(subject) if by_month else _one_value(subject)
    return (spread, value, _range(subject))


def _one_value(subject: Subject) -> Row:
    metric = subject.metric
    held = metric.value if isinstance(metric.value, float | int) else None
    label = text("In each month") if metric.over_time == "sum" else text("In every month")
    if metric.unit == "yes_no":
        options = (
            Option("", subject.say(context("field", "not set"))),
            Option("1", subject.say(text("yes"))),
            Option("0", subject.say(text("no"))),
        )
        chosen = "" if held is None else "1" if held >= 0.5 else "0"
        return ChoiceRow(key="value", label=subject.say(label), options=options, chosen=chosen)
    sign = UNIT_SIGNS.get(metric.unit)
    after = metric.unit_label or (subject.say(sign) if sign else "")
    return subject.number(
        "value", label, held, after=f"\u00a0{after}" if after else "",
        placeholder=subject.say(context("field", "not set")),
        tip=subject.say(_VALUE_TIP),
    )  # fmt: skip


def _range(subject: Subject) -> Row:
    metric = subject.metric
    low = replace(subject.number("low", text("Low end of the range"), metric.low), currency="")
    high = replace(subject.number("high", text("High end of the range"), metric.high), currency="")
    return PairRow(
        key="range", label=subject.say(_RANGE), parts=(low, high), between="–",
        tip=subject.say(_RANGE_TIP),
    )  # fmt: skip


def _set_range(subject: Subject, member: str, value: float | None, *, stepped: bool) -> None:
    ends = {"low": subject.metric.low, "high": subject.metric.high, member: value}
    if ends["low"] is not None and ends["high"] is not None and ends["low"] > ends["high"]:
        subject.desk.tell(text("The low end of a range cannot be above the high one"))
        return
    title = text("Change the range of “{name}”", name=subject.metric.name)
    subject.change(title, subject.stepping(member, stepped=stepped), **{member: value})


def _spread(subject: Subject, *, by_month: bool) -> None:
    metric, months = subject.metric, subject.project.calendar.months
    if by_month and not isinstance(metric.value, tuple):
        subject.change(
            text("Set “{name}” by month", name=metric.name), value=as_list(metric, months)
        )
    elif not by_month and isinstance(metric.value, tuple):
        monthly = subject.forecast.monthly(subject.key)
        title = text("Set “{name}” the same in every month", name=metric.name)
        subject.change(title, value=constant_of(metric, monthly))


def _outcome(subject: Subject) -> tuple[Row, ...]:
    if subject.key in subject.forecast.model.errors or not _has_number(subject):
        return ()
    problem = subject.forecast.problem(subject.key)
    if problem is not None:
        return () if _says_itself(subject) else _trouble(subject, problem)
    month = subject.memory.month
    if month is not None and month >= subject.project.calendar.months:
        month = None
    if month is None and subject.metric.over_time == "last":
        month = subject.project.calendar.months - 1
    return (_numbers(subject, month),)


def _has_number(subject: Subject) -> bool:
    """An input whose value is missing says so in its field."""
    return subject.metric.is_computed or subject.metric.value is not None


def _says_itself(subject: Subject) -> bool:
    """Whether only the total is missing to an input that has one number for every month."""
    number = subject.forecast.monthly(subject.key)
    return not subject.metric.is_computed and not isinstance(number, Problem)


def _numbers(subject: Subject, month: int | None) -> OutcomeRow:
    sums = subject.metric.over_time == "sum"
    total = subject.figure(subject.forecast.totals[subject.key])
    return OutcomeRow(
        key="outcome",
        words=calculation(subject, month) if subject.metric.is_computed else "",
        strong=subject.figure(result_in(subject, month)),
        months=_months(subject),
        month=AVERAGE if subject.memory.month is None or month is None else str(month),
        total=subject.say(text("{total} in the plan", total=total)) if sums else "",
        tip=subject.say(text("For which month the numbers are shown")),
    )


def _months(subject: Subject) -> tuple[Option, ...]:
    average = {
        "sum": text("average month"),
        "last": text("end of the plan"),
    }.get(subject.metric.over_time, text("whole plan"))
    months = (
        Option(str(at), subject.language.month(month))
        for at, month in enumerate(subject.project.calendar.all_months)
    )
    return (Option(AVERAGE, subject.say(average)), *months)


def _trouble(subject: Subject, problem: Problem) -> tuple[Row, ...]:
    why = reason(subject.forecast, subject.key, subject.language)
    words = "" if why is None else subject.say(why)
    note = NoteRow(key="trouble", words=f"— {words}", tone="bad")
    if problem.metric in ("", subject.key):
        return (note,)
    name = subject.project.metric(problem.metric).name
    chip = Chip(problem.metric, name, icon="alert-circle")
    return (note, ChipsRow(key="origin", lead=subject.say(text("It began here:")), chips=(chip,)))


_MODE_TIP = text(
    "An input has a value that you set; a computed metric follows from others by a formula"
)
_VALUE_TIP = text("The up and down keys step; 1.2m, 35% and 1 200 can be typed too")
_RANGE = text("Range P10\u2060–\u2060P90")
_RANGE_TIP = text(
    "How uncertain the value is: in one month of ten it is below the first number, "
    "in one of ten above the second. The risk calculation stands on it."
)
