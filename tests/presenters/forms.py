"""A small project and what its placeholders mean."""

from __future__ import annotations

from datetime import date

from tests.projects import metric, project
from workbench.base.languages import Code, language
from workbench.document.client import Client
from workbench.document.kpi import Kpi, Task
from workbench.document.plan import Actual, Goal, Scenario
from workbench.document.project import Project
from workbench.document.role import Capacity, Role
from workbench.excel.form_values import Meaning
from workbench.planning.forward import calculate
from workbench.presenters.forms.meanings import Reader
from workbench.presenters.forms.source import Source

TODAY = date(2027, 2, 14)


def plan() -> Project:
    """Visits of 100, 200, 300 and 400, half of which are leads; a seller and a contractor."""
    seller = Role(
        key="seller", name="Продавец", people=2.0, salary=80e3, bonus=40e3, payroll_tax=0.3,
        mission="Продаёт", duties=("Звонит", "Встречается"),
        capacity=(Capacity(metric="leads", per_person=50.0),),
    )  # fmt: skip
    return project(
        metric("visits", name="Визиты", value=(100.0, 200.0, 300.0, 400.0), norm=150.0),
        metric("cr", name="Визит → лид", kind="conversion", unit="ratio", over_time="ratio",
               value=0.5),
        metric("leads", name="Лиды", formula="visits * cr", source="CRM"),
        metric("broken", name="Сломано", formula="visits / (cr - cr)"),
        metric("both", name="Общее", value=1.0),
        months=4,
        client=Client(name="Ромашка", industry="B2B", currency="RUB"),
        roles=(seller, Role(key="agency", name="Агентство", employment="contractor"),
               Role(key="both", name="Оба", salary=1.0)),
        kpis=(Kpi(metric="leads", role="seller", weight=0.6, base=100.0, plan=120.0,
                  period="month"),
              Kpi(metric="cr", role="seller", part="shared", weight=0.4)),
        tasks=(Task(role="agency", name="Письма", due=date(2027, 3, 1), criteria=("a", "b")),),
        goals=(Goal(metric="leads", value=1_000.0, period="plan"),
               Goal(metric="visits", value=250.0)),
        actuals=(Actual(metric="leads", month="2027-01", value=44.0),),
        scenarios=(Scenario(key="more", name="Больше", values={"cr": 0.8}),),
    )  # fmt: skip


def reader(code: Code = "ru", scenario: str = "") -> Reader:
    """What reads the placeholders of a form of that project."""
    of = plan()
    chosen = next((one for one in of.scenarios if one.key == scenario), None)
    return Reader(Source(calculate(of, chosen), language(code), TODAY))


def meaning(words: str, code: Code = "ru") -> Meaning:
    """What one placeholder means."""
    return reader(code).meaning(words)
