"""What the growth goal is made of, inside a project."""

import pytest

from tests.projects import metric, project
from workbench.base.texts import text
from workbench.document.client import Channel
from workbench.document.edits.project import SetMembers
from workbench.document.growth import Growth, Source, Year
from workbench.document.refusal import Refused
from workbench.formula.rekeying import Rekey
from workbench.formula.wiring import RemoveMetrics

SITE = Channel(key="site", name="Site")
GROWTH = Growth(metric="revenue", sources=(Source(channel="site", leads=5.0),))


def made(growth=GROWTH):
    return project(metric("revenue", unit="money"), channels=(SITE,), growth=growth)


def test_that_the_revenue_must_be_a_metric_of_the_project():
    with pytest.raises(Refused, match="lost"):
        made(Growth(metric="lost"))


def test_that_a_source_must_be_a_channel_of_the_project():
    with pytest.raises(Refused, match="lost"):
        made(Growth(sources=(Source(channel="lost"),)))


def test_that_a_channel_is_a_source_once():
    with pytest.raises(Refused, match="twice"):
        made(Growth(sources=(Source(channel="site"), Source(channel="site"))))


def test_that_years_follow_one_another():
    with pytest.raises(Refused, match="years must follow one another"):
        made(Growth(revenues=(Year(year=2024), Year(year=2026))))


def test_that_a_removed_metric_leaves_the_figures():
    after = RemoveMetrics(frozenset({"revenue"})).apply(made())
    assert after.growth == Growth(sources=GROWTH.sources)


def test_that_a_removed_channel_is_no_source_any_more():
    after = SetMembers({"channels": ()}, text("x")).apply(made())
    assert after.growth == Growth(metric="revenue", sources=())


def test_that_the_revenue_keeps_to_its_metric_under_another_key():
    after = Rekey({"revenue": "money"}).apply(made())
    assert after.growth is not None
    assert after.growth.metric == "money"
