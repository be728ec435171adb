"""What the client must not miss in the workbook and no check says."""

from tests.presenters.months import plan
from tests.projects import metric, project
from workbench.checks.gaps import gaps
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.kpi import Task
from workbench.planning.forward import calculate
from workbench.presenters.desk import Desk
from workbench.presenters.selection import Selected
from workbench.presenters.sheets.facts import facts


def ready(**members):
    """A plan in which nothing is missing, unless the members say otherwise."""
    return plan().having(**({"client": plan().client.having(name="Daisy")} | members))


def found(of):
    desk = Desk(of, "en")
    return facts(desk, gaps(desk.forecast))


def words(of):
    return [fact.words for fact in found(of)]


def test_that_a_whole_project_lacks_nothing():
    assert found(ready()) == ()


def test_that_what_the_checks_say_is_not_said_twice():
    assert found(ready(kpis=())) == ()
    assert found(ChangeMetric("deals", {"formula": "leads /"}).apply(ready())) == ()


def test_that_a_client_without_a_name_is_told():
    (fact,) = found(ready(client=plan().client))
    assert (fact.kind, fact.words) == ("missing", "The client has no name")
    assert (fact.place, fact.selected) == ("funnel", Selected())


def test_that_an_empty_funnel_is_told():
    named = project().having(client=plan().client.having(name="Daisy"))
    assert words(named) == ["The funnel is still empty"]


def test_that_inputs_without_a_number_are_counted_and_named():
    (fact,) = found(ChangeMetric("leads", {"value": None}).apply(ready()))
    assert (fact.kind, fact.words) == ("missing", "1 metric has no number")
    assert fact.tip == "leads"
    assert (fact.place, fact.selected) == ("plan", Selected(metrics=("leads",)))


def test_that_a_share_of_nothing_has_no_number():
    (fact,) = found(ChangeMetric("leads", {"value": 0.0}).apply(ready()))
    assert fact.tip == "share"


def contractor(*tasks):
    agency = ready().roles[1].having(employment="contractor")
    return ready(roles=(ready().roles[0], agency), kpis=(), tasks=tasks)


def test_that_a_contractor_needs_a_task():
    (fact,) = found(contractor())
    assert fact.words == "Head has no task yet"
    assert (fact.place, fact.selected) == ("roles", Selected(role="head"))
    assert found(contractor(Task(role="head", name="Campaign"))) == ()


def test_that_only_contractors_that_are_sent_are_looked_at():
    of = contractor()
    assert gaps(calculate(of), ["sdr"]) == ()
    assert len(gaps(calculate(of), ["head"])) == 1


def test_that_long_lists_are_cut():
    of = project(*(metric(f"m{at}") for at in range(20)))
    fact = next(fact for fact in found(of) if fact.tip)
    assert fact.tip.splitlines()[-1] == "…"
    assert len(fact.tip.splitlines()) == 13
