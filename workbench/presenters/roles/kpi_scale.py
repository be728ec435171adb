"""How completion becomes pay: scale, threshold, cap, and what a month would bring."""

from __future__ import annotations

from collections.abc import Hashable

from workbench.base.texts import text
from workbench.document.kpi import Kpi, Scale
from workbench.formula.values import Problem
from workbench.planning.assignment import STANDARD_SCALE
from workbench.planning.completion import completion, most_counted
from workbench.planning.pay import payout
from workbench.presenters.inspector.rows import (
    AddRow,
    ChoiceRow,
    FactRow,
    ItemRow,
    NoteRow,
    NumberRow,
    Option,
    Row,
    Section,
)
from workbench.presenters.inspector.wishes import Added, Chosen, Numbered, Removed, Wish
from workbench.presenters.roles.kpi_subject import KpiSubject
from workbench.presenters.roles.rows import CurveRow

_KINDS = {
    "linear": (text("linear"), text("between two points the payout grows evenly")),
    "steps": (text("steps"), text("the last point that was reached is paid")),
}
_SAMPLES = 120
_LEVELS = (0.8, 1.0, 1.2)
_MOST = 20


def scale_section(subject: KpiSubject, kpi: Kpi) -> Section:
    """Kind, limits, points and the curve that follows."""
    scale = kpi.scale
    kinds = tuple(Option(key, subject.say(name)) for key, (name, _) in _KINDS.items())
    rows: tuple[Row, ...] = (
        ChoiceRow(
            key="kind",
            label=subject.say(text("Scale")),
            options=kinds,
            chosen=scale.kind,
            look="segments",
            tip=subject.say(_KINDS[scale.kind][1]),
        ),
        subject.share(
            "threshold",
            text("Threshold"),
            scale.threshold,
            tip=text("Below this completion nothing is paid"),
        ),
        subject.share(
            "cap", text("Cap"), scale.cap, tip=text("Completion counts up to here at most")
        ),
        *_points(subject, scale),
        _curve(subject, kpi),
    )
    title = subject.say(text("From completion to pay"))
    return Section("scale", title, rows, folds=True, open=subject.is_open("scale"))


def preview_section(subject: KpiSubject, kpi: Kpi) -> Section | None:
    """What a month at 80, 100 and 120 % of the plan would bring in money."""
    if kpi.plan is None:
        return None
    title = subject.say(text("What a month brings"))
    if not subject.role.bonus:
        words = text("{role} has no bonus set.", role=subject.role.name)
        rows: tuple[Row, ...] = (NoteRow(key="no_bonus", words=subject.say(words)),)
    else:
        rows = tuple(_level(subject, kpi, kpi.plan, level) for level in _LEVELS)
    return Section("preview", title, rows, folds=True, open=subject.is_open("preview"))


def answer(subject: KpiSubject, wish: Wish) -> bool:
    """Do what is wished here; False when the wish belongs elsewhere."""
    if subject.kpi is None:
        return False
    scale = subject.kpi.scale
    match wish:
        case Chosen("kind", kind):
            _set(subject, scale.having(kind=kind))
        case Numbered("threshold" | "cap", value, stepped):
            run = subject.run(wish.row, stepped=stepped)
            _set(subject, scale.having(**{wish.row: value}), run)
        case Added("point") if len(scale.points) < _MOST:
            _set(subject, scale.having(points=(*scale.points, _next_point(scale))))
        case Added("standard"):
            _set(subject, STANDARD_SCALE)
        case _:
            return _answer_points(subject, scale, wish)
    return True


def _answer_points(subject: KpiSubject, scale: Scale, wish: Wish) -> bool:
    """Rows of points are “done 1” and “paid 1” in the item “point 1”."""
    name, _, number = wish.row.partition(" ")
    at = int(number) if number.isdigit() else -1
    if not 0 <= at < len(scale.points):
        return False
    points = list(scale.points)
    done, paid = points[at]
    run: Hashable = None
    match wish:
        case Removed() if name == "point":
            del points[at]
        case Numbered(row, value, stepped) if name == "done":
            points[at], run = (value or 0.0, paid), subject.run(row, stepped=stepped)
        case Numbered(row, value, stepped) if name == "paid":
            points[at], run = (done, value or 0.0), subject.run(row, stepped=stepped)
        case _:
            return False
    _set(subject, scale.having(points=tuple(points)), run)
    return True


def _points(subject: KpiSubject, scale: Scale) -> tuple[Row, ...]:
    say = subject.say
    items = tuple(
        ItemRow(
            key=f"point {at}",
            parts=(
                NumberRow(
                    key=f"done {at}", label=say(text("Completion")), value=done, share=True
                ),
                NumberRow(
                    key=f"paid {at}", label=say(text("Payout")), value=paid, share=True,
                    before="→ ",
                ),
            ),
            remove=say(text("Remove the point")),
        )
        for at, (done, paid) in enumerate(scale.points)
    )  # fmt: skip
    head = text("Points: completion → payout") if items else text("No points: paid as completed.")
    adding = [AddRow(key="point", words=say(text("+ point")))]
    if scale != STANDARD_SCALE:
        adding.append(AddRow(key="standard", words=say(text("Usual scale: 80–120%"))))
    return (NoteRow(key="points", words=say(head)), *items, *adding)


def _curve(subject: KpiSubject, kpi: Kpi) -> Row:
    scale, most = kpi.scale, most_counted(kpi, subject.metric)
    last = max(1.3, (scale.cap or 0.0) + 0.1, *(done + 0.1 for done, _ in scale.points), 0.0)
    steps = (last * at / _SAMPLES for at in range(_SAMPLES + 1))
    return CurveRow(
        key="curve",
        tip=subject.say(text("How much of the bonus each completion pays")),
        line=tuple((done, payout(scale, done, most)) for done in steps),
        points=scale.points,
        across=subject.say(text("completion")),
        up=subject.say(text("payout")),
    )


def _level(subject: KpiSubject, kpi: Kpi, plan: float, level: float) -> Row:
    fact = plan * level
    done = completion(kpi, subject.metric, fact)
    share = subject.language.percent(level)
    label = text("{share} of the plan ({value})", share=share, value=subject.shown(fact))
    if isinstance(done, Problem):
        return FactRow(
            key=f"level {level}",
            label=subject.say(label),
            words="—",
            tip=subject.say(done.reason),
        )
    paid = payout(kpi.scale, done, most_counted(kpi, subject.metric))
    amount = subject.role.bonus * kpi.weight * paid
    tip = text("completion {share}", share=subject.language.percent(done))
    return FactRow(
        key=f"level {level}",
        label=subject.say(label),
        words=subject.language.money(amount, subject.project.client.currency),
        strong=level == 1,
        tip=subject.say(tip),
    )


def _next_point(scale: Scale) -> tuple[float, float]:
    if not scale.points:
        return 1.0, 1.0
    done, paid = max(scale.points)
    return round(done + 0.1, 4), round(paid + 0.1, 4)


def _set(subject: KpiSubject, scale: Scale, run: Hashable = None) -> None:
    """Exchange the scale; its points stay in the order of completion."""
    ordered = scale.having(points=tuple(sorted(scale.points)))
    title = text("Change the scale of “{metric}”", metric=subject.metric.name)
    subject.change(title, run, scale=ordered)
