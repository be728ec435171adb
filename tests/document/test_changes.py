from tests.projects import example, metric, project
from workbench.document.changes import Changes, Difference
from workbench.document.kpi import Kpi
from workbench.document.role import Role


def test_that_nothing_differs_between_a_project_and_itself():
    changes = Changes(example(), example())
    assert not changes.metrics
    assert not changes.roles
    assert not changes.touches("metrics", "client", "kpis")


def test_that_metrics_come_go_and_change():
    before = project(metric("stays"), metric("goes"), metric("changes"))
    changed = before.metric("changes").having(name="x")
    after = before.having(metrics=(metric("comes"), before.metric("stays"), changed))
    assert Changes(before, after).metrics == Difference(
        frozenset({"comes"}), frozenset({"goes"}), frozenset({"changes"})
    )


def test_that_every_touched_key_is_named():
    difference = Difference(frozenset({"a"}), frozenset({"b"}), frozenset({"c"}))
    assert difference.touched == {"a", "b", "c"}


def test_that_another_order_alone_is_no_difference_of_metrics():
    before = project(metric("a"), metric("b"))
    after = before.having(metrics=before.metrics[::-1])
    assert not Changes(before, after).metrics
    assert Changes(before, after).touches("metrics")


def test_that_kpis_are_told_apart_by_metric_and_role():
    roles = (Role(key="x", name="x"), Role(key="y", name="y"))
    before = project(metric("a"), roles=roles, kpis=(Kpi(metric="a", role="x"),))
    after = before.having(kpis=(Kpi(metric="a", role="y"),))
    changes = Changes(before, after)
    assert changes.kpis.added == {("a", "y")}
    assert changes.kpis.removed == {("a", "x")}


def test_that_just_the_named_members_are_looked_at():
    before = example()
    after = before.having(client=before.client.having(name="x"))
    changes = Changes(before, after)
    assert changes.touches("client")
    assert not changes.touches("metrics", "roles", "kpis")
