"""What is ready to be sent and what is missing."""

from typing import Any

import pytest

from tests.presenters.months import plan
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.kpi import Kpi, Task
from workbench.presenters.desk import Desk
from workbench.presenters.selection import Selected
from workbench.presenters.sheets.facts import facts


def kpi(**members):
    ready: dict[str, Any] = {
        "metric": "deals",
        "role": "sdr",
        "weight": 1.0,
        "plan": 60.0,
        "period": "month",
    }
    return Kpi(**(ready | members))


def ready(**members):
    """A plan in which nothing is missing, unless the members say otherwise."""
    opened = plan(kpis=(kpi(), kpi(role="head")))
    opened = ChangeMetric("deals", {"source": "CRM"}).apply(opened)
    client = opened.client.having(name="Daisy")
    return opened.having(**({"client": client} | members))


def found(project):
    desk = Desk(project, "en")
    return facts(desk, project.roles)


def wrong(project):
    return [fact for fact in found(project) if not fact.good]


def words(project):
    return [fact.words for fact in wrong(project)]


def test_that_a_whole_project_is_ready():
    shown = found(ready())
    assert all(fact.good for fact in shown)
    assert [fact.words for fact in shown] == [
        "Weights of every role add up to 100%",
        "Every KPI has a plan, a period and a source",
        "The forecast has every number",
    ]


def test_that_a_client_without_a_name_is_told():
    project = ready(client=plan().client)
    assert words(project) == ["The client has no name"]


def test_that_weights_that_do_not_add_up_name_their_role():
    fact = wrong(ready(kpis=(kpi(weight=0.8), kpi(role="head"))))[0]
    assert fact.words == "SDR: weights add up to 80%"
    assert (fact.place, fact.selected) == ("roles", Selected(role="sdr"))


def test_that_a_role_without_a_kpi_is_told():
    assert words(ready(kpis=(kpi(),))) == ["Head has no KPI"]


def test_that_weights_in_thirds_add_up():
    kpis = tuple(kpi(metric=key, weight=1 / 3) for key in ("deals", "leads", "price"))
    project = ready(kpis=(*kpis, kpi(role="head")))
    assert "SDR: weights add up to 100%" not in words(project)


@pytest.mark.parametrize(
    ("member", "said"),
    [("plan", "1 KPI without a plan"), ("period", "1 KPI without a period")],
)
def test_that_a_kpi_without_a_plan_or_a_period_is_counted(member, said):
    fact = wrong(ready(kpis=(kpi(**{member: None}), kpi(role="head"))))[0]
    assert fact.words == said
    assert fact.tip == "SDR: deals"
    assert fact.selected == Selected(cell=("deals", "sdr"))


def test_that_a_metric_without_a_source_counts_for_each_of_its_kpis():
    project = ChangeMetric("deals", {"source": None}).apply(ready())
    assert words(project) == ["2 KPIs without a source"]


def test_that_a_contributor_needs_no_plan():
    helping = kpi(metric="leads", part="contributor", weight=0.0, plan=None, period=None)
    assert words(ready(kpis=(kpi(), kpi(role="head"), helping))) == []


def test_that_metrics_without_a_number_are_counted_and_named():
    fact = wrong(ChangeMetric("leads", {"value": None}).apply(ready()))[0]
    assert fact.words == "3 metrics have no number"
    assert fact.tip.splitlines() == ["leads", "share", "deals"]
    assert (fact.place, fact.selected) == ("plan", Selected(metrics=("leads",)))


def contractor(*tasks):
    project = ready()
    agency = project.roles[1].having(employment="contractor")
    return project.having(roles=(project.roles[0], agency), kpis=(kpi(),), tasks=tasks)


def test_that_a_contractor_needs_tasks_and_no_weights():
    assert words(contractor()) == ["Head: every task needs a due date and quality criteria"]


def test_that_a_task_needs_a_due_date_and_criteria():
    from datetime import date

    task = Task(role="head", name="Campaign", due=date(2027, 3, 1), criteria=("sent",))
    assert words(contractor(task)) == []
    assert words(contractor(task.having(criteria=()))) != []
    assert words(contractor(task.having(due=None))) != []


def test_that_only_roles_that_are_sent_are_looked_at():
    project = ready(kpis=(kpi(weight=0.8), kpi(role="head")))
    shown = facts(Desk(project, "en"), project.roles[1:])
    assert all(fact.good for fact in shown)


def test_that_long_lists_are_cut():
    from tests.projects import metric, project

    opened = project(*(metric(f"m{at}") for at in range(20)))
    fact = next(fact for fact in found(opened) if fact.tip)
    assert fact.tip.splitlines()[-1] == "…"
    assert len(fact.tip.splitlines()) == 13
