"""What made the difference, on the command line."""

import json
import math

import pytest

from tests.projects import EXAMPLE, example_tree


@pytest.fixture
def file(tmp_path):
    """The example with actuals of two months, by which each factor can be told."""
    tree = example_tree()
    facts: dict[str, dict[str, float]] = {
        "2027-01": {"leads": 540, "qualified": 432, "cr_deal": 0.12},
        "2027-02": {"leads": 600},
    }
    tree["actuals"] = [
        {"metric": metric, "month": month, "value": value}
        for month, values in facts.items()
        for metric, value in values.items()
    ]
    place = tmp_path / "client.kpi"
    place.write_text(json.dumps(tree), "utf-8")
    return place


def test_that_the_parts_add_up_to_the_difference(run, file):
    tree = run("explain", file, "--goal", "revenue", "--month", "2027-01", "--json").tree
    # 540 leads instead of 600, still 80 % of them qualified; one deal in eight less often
    fact = (540 * 0.8 * 0.35 + 45.36) * 0.12 * 180_000
    assert tree["plan"] == pytest.approx(5_760_720)
    assert tree["fact"] == pytest.approx(fact)
    assert math.fsum(one["part"] for one in tree["factors"]) == pytest.approx(
        tree["difference"], rel=1e-9
    )
    assert math.fsum(tree["owners"].values()) == pytest.approx(tree["difference"], rel=1e-9)


def test_that_two_factors_of_a_product_share_what_they_did_together(run, file):
    tree = run("explain", file, "--goal", "revenue", "--month", "2027-01", "--json").tree
    parts = {one["metric"]: one["part"] for one in tree["factors"]}
    meetings, share = (213.36, 196.56), (0.15, 0.12)
    assert set(parts) == {"leads", "cr_deal"}
    assert parts["leads"] == pytest.approx((196.56 - 213.36) * sum(share) / 2 * 180_000)
    assert parts["cr_deal"] == pytest.approx((0.12 - 0.15) * sum(meetings) / 2 * 180_000)


def test_that_owners_are_told(run, file):
    tree = run("explain", file, "--goal", "revenue", "--month", "2027-01", "--json").tree
    assert set(tree["owners"]) == {"marketer", "executive"}


def test_that_the_last_month_with_actuals_is_meant_where_none_is_said(run, file):
    assert run("explain", file, "--json").tree["factors"][0]["fact"] == 600


def test_that_customers_remember_the_month_before(run, file):
    tree = run("explain", file, "--goal", "clients", "--month", "2027-02", "--json").tree
    deals = (540 * 0.8 * 0.35 + 45.36) * 0.12, (600 * 0.8 * 0.35 + 45.36) * 0.15
    assert tree["fact"] == pytest.approx((200 * 0.98 + deals[0]) * 0.98 + deals[1])
    assert {one["metric"] for one in tree["factors"]} == {"leads", "cr_deal"}


def test_that_the_step_to_look_at_first_is_told(run, file):
    tree = run("explain", file, "--goal", "revenue", "--month", "2027-01", "--json", "--lang", "en")
    first = tree.tree["look_first"]
    # leads lost a tenth, the conversion into deals a fifth of what was planned
    assert (first["metric"], first["roles"]) == ("cr_deal", ["executive"])
    assert (first["plan"], first["fact"]) == (0.15, 0.12)
    assert first["loss"] == pytest.approx(1 - 0.12 / 0.15)
    assert first["why"].startswith("Look first at “Конверсия встреча → сделка”: Sales Executive.")


def test_that_nothing_is_to_be_looked_at_where_nothing_was_lost(run, tmp_path):
    actuals = [{"metric": "leads", "month": "2027-01", "value": 700}]
    place = tmp_path / "well.kpi"
    place.write_text(json.dumps(example_tree() | {"actuals": actuals}), "utf-8")
    assert run("explain", place, "--json").tree["look_first"] is None


def test_that_the_table_says_where_to_look_first(run, file):
    out = run("explain", file, "--goal", "revenue", "--month", "2027-01", "--lang", "en").out
    assert "Look first at “Конверсия встреча → сделка”: Sales Executive" in out


@pytest.mark.parametrize(
    ("month", "sentence"),
    [("2030-01", "from 2027-01 to 2027-12"), ("soon", "is not a month of the plan")],
)
def test_that_a_month_outside_the_plan_is_a_sentence(run, file, month, sentence):
    answer = run("explain", file, "--month", month, "--lang", "en")
    assert (answer.code, sentence in answer.sentence) == (3, True)


def test_that_a_month_without_actuals_that_count_has_no_fact(run, file):
    answer = run("explain", file, "--goal", "revenue", "--month", "2027-05", "--lang", "en")
    assert (answer.code, "no actual value of this month" in answer.sentence) == (3, True)


def test_that_a_project_without_actuals_says_so(run, tmp_path):
    place = tmp_path / "bare.kpi"
    place.write_text(json.dumps(example_tree() | {"actuals": []}), "utf-8")
    for extra in ((), ("--month", "2027-01")):
        answer = run("explain", place, *extra, "--lang", "en")
        assert (answer.code, "actual values" in answer.sentence) == (3, True)


def test_that_the_example_is_told_in_russian(run):
    out = run("explain", EXAMPLE, "--lang", "ru").out
    assert "Выручка, янв 2027: план 5,76\xa0млн\xa0₽" in out
    assert "Маркетолог" in out
