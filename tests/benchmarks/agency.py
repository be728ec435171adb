"""A project of the size that a large client has: 20 roles, 60 metrics, 100 KPIs."""

from __future__ import annotations

from typing import Any

from tests.excel.books import kpi, role
from tests.projects import metric, project
from workbench.document.client import Phase
from workbench.document.kpi import Kpi, Scale
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.role import Role

_ROLES, _METRICS, _KPIS_EACH = 20, 60, 5
_SCALE = Scale(points=((0.8, 0.5), (1.0, 1.0), (1.2, 1.3)), threshold=0.8, cap=1.2)


def agency() -> Project:
    """Stages, what is computed from them, and conversions; everybody lacks people."""
    return project(
        *(_metric(at) for at in range(_METRICS)),
        months=12,
        phases=tuple(Phase(key=f"p{at}", name=f"Фаза {at}") for at in range(3)),
        roles=tuple(_role(at) for at in range(_ROLES)),
        kpis=tuple(_kpi(at, place) for at in range(_ROLES) for place in range(_KPIS_EACH)),
    )


def _metric(at: int) -> Metric:
    members: dict[str, Any] = {
        "name": f"Показатель номер {at} воронки продаж",
        "phase": f"p{at % 3}",
        "note": "Что это значит и как считается в CRM, коротко и ясно. " * 2,
        "source": "CRM",
        "influence": {"direct": True, "horizon": "week"},
        "kind": "stage",
    }
    if at < 20:
        return metric(f"m{at}", **members, value=1000.0 + at)
    if at < 40:
        return metric(f"m{at}", **members, formula=f"m{at - 20} * 0.5 + m{at - 1}")
    ends = {"from": f"m{at - 40}", "to": f"m{at - 39}"}
    arrow = {"unit": "ratio", "kind": "conversion", "over_time": "ratio", "value": 0.3}
    return metric(f"m{at}", **(members | arrow | ends))


def _role(at: int) -> Role:
    return role(
        f"r{at}",
        name=f"Роль номер {at}",
        mission="Находит клиентов и доводит их до сделки вовремя",
        duties=("Звонит клиентам каждый день", "Ведёт CRM", "Готовит предложения"),
        salary=80_000.0,
        bonus=40_000.0,
        payroll_tax=0.3,
        people=2.0,
        ramp=(0.3, 0.6, 1.0),
        capacity=({"metric": f"m{at}", "per_person": 450.0},),
        competencies=("Речь", "Письмо"),
    )


def _kpi(at: int, place: int) -> Kpi:
    return kpi(
        f"m{(at * _KPIS_EACH + place) % _METRICS}",
        f"r{at}",
        part="owner" if at < _METRICS // _KPIS_EACH else "shared",
        weight=1 / _KPIS_EACH,
        base=10.0,
        plan=12.0,
        maximum=15.0,
        period="month",
        scale=_SCALE,
        condition="При полной базе",
        actions=("Сделать то", "Сделать это"),
    )
