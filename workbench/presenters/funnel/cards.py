"""The faces of cards and the pills of arrows: what is written on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from workbench.base.languages import Language
from workbench.base.texts import text
from workbench.document.kpi import PARTS, Kpi
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.formula.values import Problem, Result
from workbench.planning.forecast import Forecast
from workbench.presenters.funnel.picture import Chip, ChipLook, Face, Pill
from workbench.presenters.measures import NOTHING, influence_mark, measured, shown_value

NOT_SET = text("not set")
Answering = tuple[tuple[Kpi, Role], ...]
_Basis = tuple[Metric, Result, Answering, str, str]


class Writer:
    """Writes faces and pills, and remembers them as long as nothing they say changes."""

    def __init__(self) -> None:
        self._faces: dict[Key, tuple[_Basis, Face]] = {}
        self._pills: dict[Key, tuple[_Basis, Pill]] = {}

    def faces(
        self, forecast: Forecast, keys: tuple[Key, ...], language: Language
    ) -> dict[Key, Face]:
        """The face of every card."""
        known, self._faces = self._faces, {}
        for key, basis in _bases(forecast, keys, language):
            before = known.get(key)
            same = before is not None and _same(before[0], basis)
            face = before[1] if before and same else _face(basis, forecast.project, language)
            self._faces[key] = basis, face
        return {key: face for key, (_, face) in self._faces.items()}

    def pills(
        self, forecast: Forecast, keys: tuple[Key, ...], language: Language
    ) -> dict[Key, Pill]:
        """The pill of every conversion on an arrow."""
        known, self._pills = self._pills, {}
        for key, basis in _bases(forecast, keys, language):
            before = known.get(key)
            same = before is not None and _same(before[0], basis)
            pill = before[1] if before and same else _pill(basis, forecast.project, language)
            self._pills[key] = basis, pill
        return {key: pill for key, (_, pill) in self._pills.items()}


def answering(project: Project) -> Mapping[Key, Answering]:
    """Who answers for each metric, owner first."""
    found: dict[Key, list[tuple[Kpi, Role]]] = defaultdict(list)
    for kpi in sorted(project.kpis, key=lambda kpi: PARTS.index(kpi.part)):
        found[kpi.metric].append((kpi, project.role(kpi.role)))
    return {key: tuple(roles) for key, roles in found.items()}


def is_unset(metric: Metric) -> bool:
    """Whether the metric is an input that nobody has given a value."""
    return not metric.is_computed and metric.value is None


def _bases(
    forecast: Forecast, keys: tuple[Key, ...], language: Language
) -> list[tuple[Key, _Basis]]:
    project, roles = forecast.project, answering(forecast.project)
    currency = project.client.currency
    return [
        (
            key,
            (
                project.metric(key),
                forecast.monthly(key),
                roles.get(key, ()),
                currency,
                language.code,
            ),
        )
        for key in keys
    ]


def _same(before: _Basis, now: _Basis) -> bool:
    """Whether two bases hold the same; metrics and roles are compared by identity."""
    if before[0] is not now[0] or before[1] != now[1] or before[3:] != now[3:]:
        return False
    return len(before[2]) == len(now[2]) and all(
        one[0] is two[0] and one[1] is two[1] for one, two in zip(before[2], now[2], strict=True)
    )


def _face(basis: _Basis, project: Project, language: Language) -> Face:
    metric, value, roles = basis[0], basis[1], basis[2]
    shown = measured(metric, value, project, language)
    mark = influence_mark(metric)
    unset = is_unset(metric)
    return Face(
        kind=metric.kind,
        name=" ".join(metric.name.split()),
        figure=shown.figure,
        unit=language.say(NOT_SET) if unset else shown.unit,
        mark=mark.mark,
        mark_words=language.say(mark.label),
        chips=tuple(_chip(kpi, role) for kpi, role in roles),
        trouble=isinstance(value, Problem),
        gap=shown.gap,
    )


def _chip(kpi: Kpi, role: Role) -> Chip:
    look: ChipLook = "owner" if kpi.part == "owner" else "answers"
    return Chip(role.name, role.color, "helps" if kpi.part == "contributor" else look)


def _pill(basis: _Basis, project: Project, language: Language) -> Pill:
    metric, value, roles = basis[0], basis[1], basis[2]
    owner = next((role for kpi, role in roles if kpi.is_measured), None)
    words = shown_value(metric, value, project, language, compact=True)
    if is_unset(metric):
        words = language.say(NOT_SET)
    return Pill(words or NOTHING, owner.color if owner else "", isinstance(value, Problem))
