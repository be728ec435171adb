"""What was read, refused and recognised, in words."""

from __future__ import annotations

from collections import Counter

from workbench.base.languages import Language
from workbench.base.texts import MonthName, Text, context, joined, plural, text, verbatim
from workbench.document.edits.inputs import InputPlace
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.excel.actuals_import import Import
from workbench.excel.returned.found import RefusedCell, Returned, Spot
from workbench.presenters.measures import NOTHING, amount, shown_value

WAS, BECOMES = text("Was"), text("Becomes")
_MEMBERS: dict[str, Text] = {
    "people": context("input", "people"),
    "salary": context("input", "salary"),
    "bonus": context("input", "bonus at 100%"),
    "payroll_tax": context("input", "payroll tax"),
    "absence": context("input", "absences"),
    "attrition": context("input", "leave in a year"),
    "base": context("input", "base"),
    "plan": context("input", "plan"),
    "maximum": context("input", "maximum"),
    "weight": context("input", "weight"),
    "threshold": context("input", "threshold of the payout scale"),
    "cap": context("input", "cap of the payout scale"),
}
_SHARES = ("payroll_tax", "absence", "attrition")
WAYS: dict[str, Text] = {
    "name": context("found", "by the name of the cells"),
    "map": context("found", "by their address and what is written beside them"),
    "label": context("found", "by what is written beside and above them"),
    "table": context("found", "in a plain table"),
}


def input_words(place: InputPlace, project: Project) -> Text:
    """Which input of the plan a place is."""
    keys = place.keys
    match place.kind:
        case "metric":
            month = MonthName(project.calendar.month(place.at))
            return text("{metric}, {month}", metric=project.metric(keys[0]).name, month=month)
        case "role":
            return _of(project.role(keys[1]).name, _MEMBERS[keys[0]])
        case "kpi":
            subject = f"{project.role(keys[1]).name} · {project.metric(keys[2]).name}"
            return _of(subject, _MEMBERS[keys[0]])
        case "scale":
            return _of_scale(place, project)
        case "capacity":
            subject = f"{project.role(keys[0]).name} · {project.metric(keys[1]).name}"
            return _of(subject, context("input", "one person handles"))
        case "ramp":
            month_of_work = text("month {n} of getting up to speed", n=place.at + 1)
            return _of(project.role(keys[0]).name, month_of_work)
        case "goal":
            return _of(project.metric(keys[1]).name, context("input", "goal"))


def input_value(
    place: InputPlace, value: float | None, project: Project, language: Language
) -> str:
    """A value of an input as people read it."""
    if value is None:
        return NOTHING
    metric = _metric(place, project)
    if metric is not None:
        return shown_value(metric, value, project, language)
    if place.kind in ("kpi", "scale", "ramp") or place.keys[0] in _SHARES:
        return language.percent(value)
    if place.kind == "role" and place.keys[0] in ("salary", "bonus"):
        return amount(value, project.client.currency, language)
    return language.number(value)


def spot_words(spot: Spot) -> str:
    """A cell with its sheet, such as “Actuals D8”."""
    return f"{spot.sheet} {spot.cell}".strip()


def refused_words(one: RefusedCell, *, file: bool) -> Text:
    """A cell that was not taken: where it is, what stands there, and why not."""
    where = f"{one.spot.file}, {spot_words(one.spot)}" if file else spot_words(one.spot)
    if not one.value:
        return text("{where}: {why}", where=where, why=one.why)
    return text("{where} “{value}”: {why}", where=where, value=one.value, why=one.why)


def about(book: Returned) -> Text | None:
    """What there is to say of a workbook as a whole."""
    if not book.has_table:
        return text("{file} has no table of actuals any more: none are read", file=book.file)
    match book.standing:
        case "older":
            return text(
                "{file} left with an earlier plan: what was entered is read, what stood in it "
                "then is not",
                file=book.file,
            )
        case "other":
            return text("{file} is of another project: “{client}”", file=book.file,
                        client=book.client or "–")  # fmt: skip
        case "unmarked" if any(fact.how != "table" for fact in book.facts):
            return text("{file} does not say which project it is of", file=book.file)
        case _:
            return None


def taken_words(found: Import, *, inputs: bool) -> Text:
    """What an import has changed: actuals, inputs of the plan, or both."""
    facts, taken = len(found.changes), len(found.inputs) if inputs else 0
    said = [
        plural("{n} actual was taken over", "{n} actuals were taken over", facts),
        plural("{n} input of the plan was changed", "{n} inputs of the plan were changed", taken),
    ]
    return joined([one for one, n in zip(said, (facts, taken), strict=True) if n] or said[:1], ", ")


def how_found(found: Import) -> Text | None:
    """How many actuals were recognised how."""
    ways = Counter(one.fact.how for one in found.changes)
    if not ways:
        return None
    said = [
        joined((plural("{n} actual", "{n} actuals", count), WAYS[way]), " ")
        for way, count in ways.most_common()
    ]
    return text("Found: {ways}", ways=joined(said, ", "))


def _metric(place: InputPlace, project: Project) -> Metric | None:
    match place.kind:
        case "metric":
            return project.metric(place.keys[0])
        case "goal":
            return project.metric(place.keys[1])
        case "kpi" if place.keys[0] != "weight":
            return project.metric(place.keys[2])
        case _:
            return None


def _of_scale(place: InputPlace, project: Project) -> Text:
    member, role, *metrics = place.keys
    names = ", ".join(project.metric(key).name for key in metrics)
    subject = f"{project.role(role).name} · {names}"
    match member:
        case "points":
            return _of(subject, text("completion at point {n} of the payout scale", n=place.at + 1))
        case "payouts":
            return _of(subject, text("payout at point {n} of the payout scale", n=place.at + 1))
        case _:
            return _of(subject, _MEMBERS[member])


def _of(subject: str, what: Text) -> Text:
    return joined((verbatim(subject), what), ": ")
