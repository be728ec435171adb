"""Where a metric is and where it is to get: base and plan of its owner, norm, hint, goal."""

from __future__ import annotations

from workbench.base.texts import Text, context, text
from workbench.document.edits.edit import Bundle
from workbench.document.edits.kpis import ChangeKpi
from workbench.document.kpi import Kpi
from workbench.document.metric import Hint
from workbench.presenters.inspector.goals import add_goal, goal_rows
from workbench.presenters.inspector.goals import answer as answer_goal
from workbench.presenters.inspector.rows import (
    AddRow,
    FactRow,
    NoteRow,
    PairRow,
    Row,
    Section,
    TextRow,
)
from workbench.presenters.inspector.subject import Subject
from workbench.presenters.inspector.wishes import Added, Numbered, Typed, Wish

_PLANS: dict[str, Text] = {
    "day": text("Target for a day"),
    "week": text("Target for a week"),
    "month": text("Target for a month"),
    "quarter": text("Target for a quarter"),
    "year": text("Target for a year"),
}
_NO_OWNER_TIP = text("Base and target are agreed with the owner; there is none yet")
_BASE_TIP = text("The base that {role} starts from; the model says {now}")
_PLAN_TIP = text("What {role} is to reach; a good KPI goes from a base to a target in a time")
_NORM_TIP = text("The value at which the economics hold. Standards of work protect it.")
_SIGNS = {"higher": "≥\u00a0", "lower": "≤\u00a0", "within": "≈\u00a0"}


def goal_section(subject: Subject) -> Section:
    """Now, target, norm, market, and the goal of the project where this metric has one."""
    rows = (*_owner_rows(subject), _norm(subject), *_hint_rows(subject), *_goal_rows(subject))
    return Section(
        "goal", subject.say(text("Goal")), rows, folds=True, open=subject.is_open("goal")
    )


def answer(subject: Subject, wish: Wish) -> bool:
    """Do what is wished in this section; False when the wish belongs elsewhere."""
    match wish:
        case Numbered("base" | "plan" as member, value, stepped):
            _change_kpi(subject, member, value, stepped=stepped)
        case Numbered("norm", value, stepped):
            title = text("Change the norm of “{name}”", name=subject.metric.name)
            subject.change(title, subject.stepping("norm", stepped=stepped), norm=value)
        case Numbered("hint low" | "hint high" as row, value, _):
            _change_hint(subject, row.removeprefix("hint "), value)
        case Typed("hint source" | "hint date" as row, words):
            _change_hint(subject, row.removeprefix("hint "), words)
        case Added("hint"):
            opened = subject.is_open("hint", at_first=False)
            subject.memory.folds["hint"] = not opened
        case Added("goal"):
            add_goal(subject.desk, subject.key)
        case _:
            return answer_goal(subject.desk, wish)
    return True


def _owner_rows(subject: Subject) -> tuple[Row, ...]:
    owner = subject.owner
    now = subject.shown(subject.forecast.monthly(subject.key))
    if owner is None:
        label, tip = subject.say(text("Now, by the model")), subject.say(_NO_OWNER_TIP)
        return (FactRow(key="now", label=label, words=now, tip=tip),)
    role = subject.project.role(owner.role).name
    base = subject.number(
        "base", text("Now"), owner.base, placeholder=now,
        tip=subject.say(text(_BASE_TIP.id, role=role, now=now)),
    )  # fmt: skip
    plan = subject.number(
        "plan", _PLANS[owner.period or "month"], owner.plan,
        placeholder=subject.say(context("field", "not set")),
        tip=subject.say(text(_PLAN_TIP.id, role=role)),
    )  # fmt: skip
    return base, plan


def _norm(subject: Subject) -> Row:
    share = subject.metric.kind == "conversion"
    return subject.number(
        "norm", text("Norm of the conversion") if share else text("Norm"), subject.metric.norm,
        before=_SIGNS[subject.metric.better], placeholder=subject.say(context("field", "not set")),
        tip=subject.say(_NORM_TIP),
    )  # fmt: skip


def _hint_rows(subject: Subject) -> tuple[Row, ...]:
    hint = subject.metric.hint
    opened = subject.is_open("hint", at_first=False)
    shown: tuple[Row, ...] = ()
    if hint is not None and (_span(subject, hint) or hint.source or hint.date):
        tip = subject.say(text("What others reach: a hint with its source, never a limit"))
        label, span = subject.say(text("Market")), _span(subject, hint) or "—"
        shown = (FactRow(key="hint shown", label=label, words=span, tip=tip),)
        source = ", ".join(part for part in (hint.source, hint.date) if part)
        if source:
            shown += (NoteRow(key="hint source shown", words=source),)
    if opened:
        words = text("done")
    else:
        words = text("change the market range") if shown else text("+ market range")
    link = AddRow(key="hint", words=subject.say(words))
    return (*shown, *(_hint_fields(subject, hint or Hint()) if opened else ()), link)


def _hint_fields(subject: Subject, hint: Hint) -> tuple[Row, ...]:
    say = subject.say
    low = subject.number("hint low", text("Low end of the market"), hint.low)
    high = subject.number("hint high", text("High end of the market"), hint.high)
    return (
        PairRow(key="hint range", label=say(text("From – to")), parts=(low, high), between="–"),
        TextRow(key="hint source", label=say(text("Source")), words=hint.source),
        TextRow(key="hint date", label=say(text("Date")), words=hint.date,
                placeholder=say(text("such as 2026")), longest=40),
    )  # fmt: skip


def _span(subject: Subject, hint: Hint) -> str:
    """Both ends with one sign: 60–85 %."""
    if hint.low is None and hint.high is None:
        return ""
    low, high = subject.shown(hint.low), subject.shown(hint.high)
    if hint.high is None:
        return subject.say(text("from {low}", low=low))
    if hint.low is None:
        return subject.say(text("up to {high}", high=high))
    if subject.metric.is_share:
        low = low.removesuffix("%").rstrip("\u00a0 ")
    return f"{low}–{high}"


def _goal_rows(subject: Subject) -> tuple[Row, ...]:
    label = subject.say(text("Goal of the project"))
    goals = [i for i, goal in enumerate(subject.project.goals) if goal.metric == subject.key]
    rows = [row for at in goals for row in goal_rows(subject.desk, at, label)]
    if rows:
        return tuple(rows)
    return (AddRow(key="goal", words=subject.say(text("+ goal of the project"))),)


def _change_kpi(subject: Subject, member: str, value: float | None, *, stepped: bool) -> None:
    owner: Kpi | None = subject.owner
    if owner is None:
        return
    name = subject.metric.name
    title = (
        text("Change the target of “{name}”", name=name)
        if member == "plan"
        else text("Change the base of “{name}”", name=name)
    )
    change = ChangeKpi(owner.metric, owner.role, {member: value}, name)
    subject.desk.do(Bundle(title, (change,)), subject.stepping(member, stepped=stepped))


def _change_hint(subject: Subject, member: str, value: object) -> None:
    hint = (subject.metric.hint or Hint()).having(**{member: value})
    empty = hint.low is None and hint.high is None and not hint.source and not hint.date
    title = text("Change the market range of “{name}”", name=subject.metric.name)
    subject.change(title, hint=None if empty else hint)
