"""Decisions about the cells of the matrix: which edit a wish becomes, and what to say about it."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.texts import Text, text
from workbench.document.edits.edit import Bundle, Edit
from workbench.document.edits.kpis import Assign, ChangeKpi, Transfer, Unassign
from workbench.document.kpi import PARTS, Kpi, Part
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.planning.assignment import missing_weight, owner_of, proposed
from workbench.planning.forecast import Forecast

Place = tuple[Key, Key]


@dataclass(frozen=True, slots=True)
class Decision:
    """The edit of a wish, and a sentence where it turned out other than one may expect."""

    edit: Edit | None = None
    notice: Text | None = None
    wrong: bool = False


def assigned(
    project: Project,
    forecast: Forecast,
    place: Place,
    part: Part = "owner",
    *,
    take_over: bool = False,
    weight: float | None = None,
) -> Decision:
    """A free cell given a KPI; a second owner shares, unless the role takes over."""
    given, notice, before = _settled(project, place, part, take_over=take_over)
    kpi = proposed(project, forecast, place, given)
    if weight is not None:
        kpi = kpi.having(weight=weight)
    assign = Assign(kpi, project.metric(place[0]).name, project.role(place[1]).name)
    return Decision(_bundled(assign, before, project, place), notice)


def with_part(
    project: Project, forecast: Forecast, place: Place, part: Part, *, take_over: bool = False
) -> Decision:
    """A cell with another part: a helper has no weight, who stops helping gets what is missing."""
    kpi = project.kpi_by_place.get(place)
    if kpi is None:
        return assigned(project, forecast, place, part, take_over=take_over)
    given, notice, before = _settled(project, place, part, take_over=take_over)
    if given == kpi.part:
        return Decision(notice=notice)
    changes: dict[str, object] = {"part": given}
    if given == "contributor":
        changes["weight"] = 0.0
    elif kpi.part == "contributor":
        changes |= _agreed(kpi, proposed(project, forecast, place, given))
    change = ChangeKpi(*place, changes, project.metric(place[0]).name)
    return Decision(_bundled(change, before, project, place), notice)


def next_part(project: Project, place: Place) -> Part:
    """The next part in the round, which leaves “owner” out where another role owns the metric."""
    kpi = project.kpi_by_place.get(place)
    free = _other_owner(project, place) is None
    parts = PARTS if free else PARTS[1:]
    if kpi is None:
        return "owner" if free else "shared"
    at = parts.index(kpi.part) if kpi.part in parts else -1
    return parts[(at + 1) % len(parts)]


def handed(project: Project, place: Place, to: Key, *, copy: bool = False) -> Decision:
    """A cell dragged to another column: handed over, or shared with the other role."""
    kpi = project.kpi_by_place.get(place)
    if kpi is None or to == place[1]:
        return Decision()
    names = {"metric": project.metric(kpi.metric).name, "role": project.role(to).name}
    if copy:
        return _shared_with(project, kpi, to, names)
    replaced = (kpi.metric, to) in project.kpi_by_place
    notice = text("What {role} had of “{metric}” is replaced", **names) if replaced else None
    edit = Transfer(kpi.metric, kpi.role, to, names["metric"], names["role"])
    return Decision(edit, notice)


def unassigned(project: Project, place: Place) -> Decision:
    """A cell emptied."""
    if place not in project.kpi_by_place:
        return Decision()
    title = text(
        "Take “{metric}” from {role}",
        metric=project.metric(place[0]).name,
        role=project.role(place[1]).name,
    )
    return Decision(Unassign(frozenset({place}), title))


def _shared_with(project: Project, kpi: Kpi, to: Key, names: dict[str, str]) -> Decision:
    if (kpi.metric, to) in project.kpi_by_place:
        return Decision(notice=text("{role} already has “{metric}”", **names), wrong=True)
    helps = kpi.part == "contributor"
    copy = kpi.having(
        role=to,
        part="contributor" if helps else "shared",
        weight=0.0 if helps else missing_weight(project, to),
    )
    return Decision(Bundle(text("Share “{metric}” with {role}", **names), (Assign(copy),)))


def _agreed(kpi: Kpi, fresh: Kpi) -> dict[str, object]:
    """What a helper that becomes measured still has to agree on, as a new KPI would have it."""
    changes: dict[str, object] = {"weight": kpi.weight or fresh.weight}
    if not kpi.scale.points:
        changes["scale"] = fresh.scale
    members = ("base", "plan", "period")
    missing = [name for name in members if getattr(kpi, name) is None]
    return changes | {name: getattr(fresh, name) for name in missing}


def _settled(
    project: Project, place: Place, part: Part, *, take_over: bool
) -> tuple[Part, Text | None, Kpi | None]:
    """The part a role gets, what to say about it, and the owner that steps back for it."""
    other = _other_owner(project, place)
    if part != "owner" or other is None:
        return part, None, None
    names = {
        "metric": project.metric(place[0]).name,
        "role": project.role(place[1]).name,
        "owner": project.role(other.role).name,
    }
    if take_over:
        said = text("{role} owns “{metric}” now; {owner} shares it", **names)
        return "owner", said, other
    said = text(
        "“{metric}” already has the owner {owner}, so {role} shares it. "
        "With Shift {role} becomes the owner.",
        **names,
    )
    return "shared", said, None


def _other_owner(project: Project, place: Place) -> Kpi | None:
    owner = owner_of(project, place[0])
    return None if owner is None or owner.role == place[1] else owner


def _bundled(edit: Edit, before: Kpi | None, project: Project, place: Place) -> Edit:
    """The edit together with the step back of the owner before."""
    if before is None:
        return edit
    title = text(
        "Make {role} the owner of “{metric}”",
        role=project.role(place[1]).name,
        metric=project.metric(place[0]).name,
    )
    return Bundle(title, (ChangeKpi(before.metric, before.role, {"part": "shared"}), edit))
