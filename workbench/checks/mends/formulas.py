"""Mends of formulas: names that exist, units that fit, circles cut by a month's delay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from workbench.base.texts import Text, joined, text
from workbench.checks.finding import Mend
from workbench.checks.system import System
from workbench.checks.wording import figure
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.metric import Metric, Unit
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.formula.compile import compiled
from workbench.formula.model import checked, loop_with
from workbench.formula.names import folded
from workbench.formula.printer import stored_text
from workbench.formula.repairs import delayed, guarded
from workbench.formula.rewriting import tree_of
from workbench.formula.syntax import Binary, FormulaError, Node, Ref, RoleRef, metrics_in, walk
from workbench.formula.terms import renamed
from workbench.formula.units import COUNT, MONEY, NUMBER, SHARE, Measure, check_units
from workbench.formula.values import Problem, Stop
from workbench.planning.forward import Months

_ALIKE = 0.6


def mends_of_error(system: System, metric: Metric) -> Iterator[Mend]:
    """What can be done about a formula that is wrong in itself."""
    tree = tree_of(metric)
    if tree is not None:
        yield from _known_names(system, metric, tree)
        yield from _fitting_unit(system, metric, tree)
    yield as_input(system, metric)


def mends_of_loop(system: System, loop: tuple[Key, ...]) -> Iterator[Mend]:
    """A circle cut: at a value of the month before that is known, or at a metric entered."""
    edges = zip(loop, (*loop[1:], loop[0]), strict=True)
    stocks_first = sorted(edges, key=lambda edge: system.metric(edge[1]).over_time != "last")
    delays = (_delay(system, *edge) for edge in stocks_first)
    yield from [mend for mend in delays if mend is not None][:1]
    metrics = [system.metric(key) for key in loop]
    known = (metric for metric in metrics if last_known(system, metric) is not None)
    yield as_input(system, next(known, metrics[0]))


def mends_of_problem(system: System, metric: Metric, problem: Problem) -> Iterator[Mend]:
    """What can be done about a formula that has no number: a divisor that is zero, guarded.

    Where lower is better, counting as 0 would show the best of all results: no mend there.
    """
    tree = system.forecast.model.trees[metric.key]
    divisor = _zero(system, tree, problem.month)
    if divisor is None or metric.better != "higher":
        return
    yield Mend(
        text("Count “{metric}” as 0 where there is nothing to divide by", metric=metric.name),
        (_formula(metric, guarded(tree, divisor)),),
    )


def as_input(system: System, metric: Metric) -> Mend:
    """A metric that is entered instead of computed, with the last value that is known."""
    value, title = last_known(system, metric), text("Enter “{metric}” by hand", metric=metric.name)
    if value is not None:
        title = text(
            "Enter “{metric}” by hand: {value}",
            metric=metric.name, value=figure(value, metric, system.project),
        )  # fmt: skip
    edit = ChangeMetric(metric.key, {"formula": None, "value": value}, metric.name)
    return Mend(title, (edit,), text("The formula is lost"), is_claim=True)


def last_known(system: System, metric: Metric) -> float | None:
    """What a metric was last: its latest actual, else the base agreed for a month, or the norm."""
    actuals = [one for one in system.project.actuals if one.metric == metric.key]
    if actuals:
        return max(actuals, key=lambda one: one.month).value
    for kpi in system.kpis_by_metric.get(metric.key, ()):
        if kpi.base is not None and (kpi.period == "month" or metric.over_time != "sum"):
            return kpi.base
    return metric.norm


def _known_names(system: System, metric: Metric, tree: Node) -> Iterator[Mend]:
    """The names nobody bears exchanged for the nearest that somebody does."""
    project = system.project
    others = {key: one for key, one in project.metric_by_key.items() if key != metric.key}
    metrics = _exchanges((p.key for p in walk(tree) if isinstance(p, Ref)), others,
                         project.metric_by_key)  # fmt: skip
    roles = _exchanges((p.key for p in walk(tree) if isinstance(p, RoleRef)), project.role_by_key,
                       project.role_by_key)  # fmt: skip
    if metrics is None or roles is None or not metrics | roles:
        return
    fixed = renamed(tree, metrics, roles)
    if _is_sound(system, metric, fixed):
        names = [(old, project.metric(new).name) for old, new in metrics.items()]
        names += [(old, project.role(new).name) for old, new in roles.items()]
        yield Mend(_replacing(metric, names), (_formula(metric, fixed),))


def _replacing(metric: Metric, names: list[tuple[str, str]]) -> Text:
    pairs = [text("“{old}” → “{new}”", old=old, new=new) for old, new in names]
    return text(
        "Correct the formula of “{metric}”: {names}", metric=metric.name, names=joined(pairs)
    )


def _exchanges(
    mentioned: Iterable[str],
    offered: Mapping[Key, Metric] | Mapping[Key, Role],
    known: Mapping[Key, Metric] | Mapping[Key, Role],
) -> dict[str, Key] | None:
    """By word that means nothing, the key of what it is most like; None if one is like nothing."""
    words = {folded(one.name): key for key, one in offered.items()}
    words |= {folded(key): key for key in offered}
    found: dict[str, Key] = {}
    for word in (word for word in mentioned if word not in known):
        like = get_close_matches(folded(word), words, n=1, cutoff=_ALIKE)
        if not like:
            return None
        found[word] = words[like[0]]
    return found


def _fitting_unit(system: System, metric: Metric, tree: Node) -> Iterator[Mend]:
    """The unit that the formula gives, if nothing else breaks over it."""
    try:
        unit = _unit(check_units(tree, lambda key: system.metric(key).unit))
    except (FormulaError, KeyError):
        return
    changed = metric.having(unit=unit) if unit else metric
    if changed.unit == metric.unit or not _is_sound(system, changed, tree):
        return
    title = (
        text("Count “{metric}” in money", metric=metric.name) if unit == "money"
        else text("Do not count “{metric}” in money", metric=metric.name)
    )  # fmt: skip
    yield Mend(title, (ChangeMetric(metric.key, {"unit": unit}, metric.name),))


def _unit(measure: Measure) -> Unit | None:
    """The unit of a metric that is measured so; None where no unit is."""
    units: dict[Measure, Unit] = {
        MONEY: "money", COUNT: "count", NUMBER: "ratio", SHARE: "ratio", Measure("hours"): "hours",
        Measure("minutes"): "minutes", Measure("seconds"): "seconds", Measure("days"): "days",
    }  # fmt: skip
    return units.get(measure)


def _delay(system: System, above: Key, beneath: Key) -> Mend | None:
    """A metric of a circle taken from the month before by the one that mentions it."""
    mentioning, mentioned = system.metric(above), system.metric(beneath)
    initial, tree = last_known(system, mentioned), tree_of(mentioning)
    if initial is None or tree is None:
        return None
    later = delayed(tree, beneath, initial)
    if not _is_sound(system, mentioning, later):
        return None
    title = text(
        "Take “{beneath}” of the month before in the formula of “{metric}”, at first {value}",
        beneath=mentioned.name, metric=mentioning.name,
        value=figure(initial, mentioned, system.project),
    )  # fmt: skip
    return Mend(title, (_formula(mentioning, later),))


def _is_sound(system: System, metric: Metric, tree: Node) -> bool:
    """Whether a formula would be right, closes no circle, and breaks none that mentions it."""
    project = ChangeMetric(metric.key, {"unit": metric.unit}).apply(system.project)
    try:
        checked(project, metric, tree)
        for key, other in system.forecast.model.trees.items():
            if metric.key in metrics_in(other):
                checked(project, project.metric(key), other)
    except FormulaError:
        return False
    return loop_with(project, metric.key, tree) is None


def _formula(metric: Metric, tree: Node) -> ChangeMetric:
    return ChangeMetric(metric.key, {"formula": stored_text(tree)}, metric.name)


def _zero(system: System, tree: Node, month: int | None) -> Node | None:
    """The divisor in a formula that is zero in a month."""
    frame = Months.of(system.project, system.forecast.values)
    for part in walk(tree):
        if isinstance(part, Binary) and part.operator == "/" and month is not None:
            try:
                if compiled(part.right)(frame, month) == 0:
                    return part.right
            except (Stop, ArithmeticError):
                continue
    return None
