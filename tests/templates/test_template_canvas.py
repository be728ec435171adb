"""Cards lie apart, phases side by side, arrows run from left to right."""

from __future__ import annotations

import itertools
import re

WIDE, HIGH = 176, 96
GRID = 20


def cards(project):
    return [metric for metric in project["metrics"] if "position" in metric]


def place(metric):
    return metric["position"]["x"], metric["position"]["y"]


def test_that_every_metric_is_a_card_or_an_arrow(metrics):
    lost = [
        key
        for key, m in metrics.items()
        if ("position" in m) == ("from" in m) or ("from" in m) != ("to" in m)
    ]
    assert lost == []


def test_that_only_conversions_are_arrows(metrics):
    arrows = {key for key, metric in metrics.items() if "from" in metric}
    assert arrows == {key for key, metric in metrics.items() if metric["kind"] == "conversion"}


def test_that_cards_lie_on_the_grid(project):
    assert [m["key"] for m in cards(project) if any(at % GRID for at in place(m))] == []


def test_that_cards_do_not_touch(project):
    close = [
        (one["key"], other["key"])
        for one, other in itertools.combinations(cards(project), 2)
        if abs(place(one)[0] - place(other)[0]) < WIDE + GRID
        and abs(place(one)[1] - place(other)[1]) < HIGH + GRID
    ]
    assert close == []


def test_that_phases_lie_side_by_side_in_their_order(project):
    bands = [
        [place(m)[0] for m in cards(project) if m["phase"] == phase["key"]]
        for phase in project["phases"]
    ]
    assert all(max(left) + WIDE + GRID < min(right) for left, right in itertools.pairwise(bands))


def test_that_arrows_run_from_left_to_right(metrics):
    back = [
        key
        for key, m in metrics.items()
        if "from" in m and place(metrics[m["from"]])[0] >= place(metrics[m["to"]])[0]
    ]
    assert back == []


def test_that_nothing_is_computed_from_a_card_further_right(metrics):
    back = []
    for key, metric in metrics.items():
        now = re.sub(r"lag\(\w+", "", metric.get("formula", ""))
        for word in re.findall(r"[a-z_]+", now):
            source = metrics.get(word)
            if source and "position" in source and place(source)[0] > place(metric)[0]:
                back.append((key, word))
    assert back == []


def test_that_the_stage_an_arrow_leads_to_counts_what_comes_along_it(metrics):
    missing = [
        key
        for key, m in metrics.items()
        if "from" in m and f"{m['from']} * {key}" not in metrics[m["to"]]["formula"]
    ]
    assert missing == []


def test_that_a_metric_has_a_value_or_a_formula_and_not_both(metrics):
    assert [key for key, m in metrics.items() if ("value" in m) == ("formula" in m)] == []
