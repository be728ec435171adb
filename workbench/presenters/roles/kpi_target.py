"""Weight, base, plan, maximum and period of a KPI, beside the forecast."""

from __future__ import annotations

from workbench.base.texts import text
from workbench.document.kpi import Kpi
from workbench.formula.values import Problem
from workbench.planning.assignment import missing_weight, rounded
from workbench.presenters.inspector.rows import (
    AddRow,
    ChoiceRow,
    FactRow,
    NoteRow,
    Option,
    Row,
    Section,
)
from workbench.presenters.inspector.wishes import Added, Chosen, Numbered, Wish
from workbench.presenters.measures import PERIODS
from workbench.presenters.roles.kpi_subject import KpiSubject

_NUMBERS = ("base", "plan", "maximum")


def target_section(subject: KpiSubject, kpi: Kpi) -> Section:
    """What is to be reached and how much it counts; a helper has no weight."""
    rows: tuple[Row, ...] = (
        *(() if kpi.part == "contributor" else _weight(subject, kpi)),
        *_levels(subject, kpi),
        ChoiceRow(
            key="period",
            label=subject.say(text("Period")),
            options=tuple(Option(key, subject.say(name)) for key, name in PERIODS.items()),
            chosen=kpi.period,
            placeholder=subject.say(text("not set")),
        ),
        *_forecast(subject, kpi),
        *_direction(subject, kpi),
    )
    title = subject.say(text("Target"))
    return Section("target", title, rows, folds=True, open=subject.is_open("target"))


def answer(subject: KpiSubject, wish: Wish) -> bool:
    """Do what is wished here; False when the wish belongs elsewhere."""
    match wish:
        case Numbered("weight", value, stepped):
            _weigh(subject, value or 0.0, stepped=stepped)
        case Numbered(row, value, stepped) if row in _NUMBERS:
            subject.change(None, subject.run(row, stepped=stepped), **{row: value})
        case Chosen("period", period):
            subject.change(period=period)
        case Added("fill"):
            _weigh(subject, _full(subject), stepped=False)
        case Added("base"):
            _take_base(subject)
        case _:
            return False
    return True


def _weight(subject: KpiSubject, kpi: Kpi) -> tuple[Row, ...]:
    row = subject.share(
        "weight", text("Weight"), kpi.weight, tip=text("Its share of the role’s bonus")
    )
    missing = missing_weight(subject.project, subject.role.key)
    if not missing:
        return (row,)
    share = subject.language.percent(missing)
    words = text("+ {share} missing to 100%", share=share)
    return (row, AddRow(key="fill", words=subject.say(words)))


def _levels(subject: KpiSubject, kpi: Kpi) -> tuple[Row, ...]:
    not_set = subject.say(text("not set"))
    base = subject.number(
        "base", text("Base"), kpi.base, tip=text("Where it stands now"), placeholder=not_set
    )
    plan = subject.number(
        "plan", text("Plan"), kpi.plan, tip=text("Pays 100%"), placeholder=not_set
    )
    tip = text("The best one can hope for; a limit of the plan, not of pay")
    top = subject.number("maximum", text("Maximum"), kpi.maximum, tip=tip, placeholder=not_set)
    monthly = _monthly(subject)
    if kpi.base is not None or monthly is None or kpi.part == "contributor":
        return base, plan, top
    words = text("Take the forecast as base: {value}", value=subject.shown(monthly))
    return base, AddRow(key="base", words=subject.say(words)), plan, top


def _forecast(subject: KpiSubject, kpi: Kpi) -> tuple[Row, ...]:
    """The forecast beside the plan; a ratio's is that of the whole plan."""
    monthly = _monthly(subject)
    if monthly is None:
        return ()
    better = {"higher": 1, "lower": -1, "within": 0}[subject.metric.better]
    reached = kpi.plan is not None and (monthly - kpi.plan) * better >= 0
    judged = kpi.plan is not None and better != 0 and kpi.period in (None, "month")
    return (
        FactRow(
            key="forecast",
            label=subject.say(text("Forecast, month on average")),
            words=subject.shown(monthly),
            tone=("good" if reached else "warn") if judged else "",
        ),
    )


def _direction(subject: KpiSubject, kpi: Kpi) -> tuple[Row, ...]:
    if subject.metric.better == "higher":
        return ()
    if subject.metric.better == "within":
        words = text("Best within a range: 100% at the plan, less on both sides of it.")
    elif kpi.base is None:
        words = text("The lower the better: completion is plan ÷ fact.")
    else:
        words = text("The lower the better: completion grows from the base down to the plan.")
    return (NoteRow(key="direction", words=subject.say(words)),)


def _monthly(subject: KpiSubject) -> float | None:
    monthly = subject.desk.forecast.monthly(subject.metric.key)
    return None if isinstance(monthly, Problem) else monthly


def _full(subject: KpiSubject) -> float:
    kpi = subject.kpi
    return (kpi.weight if kpi else 0.0) + missing_weight(subject.project, subject.role.key)


def _weigh(subject: KpiSubject, weight: float, *, stepped: bool) -> None:
    if not 0 <= weight <= 1:
        subject.desk.tell(text("a weight is between 0 and 100%"))
        return
    run = subject.run("weight", stepped=stepped)
    subject.change(None, run, weight=round(weight, 6))


def _take_base(subject: KpiSubject) -> None:
    monthly = _monthly(subject)
    if monthly is not None:
        subject.change(base=rounded(monthly))
