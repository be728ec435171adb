from tests.projects import metric, project
from workbench.document.metric import Influence
from workbench.planning.factors import influenceable_factors
from workbench.planning.forward import calculate

MOVED = Influence(direct=True)


def factors(*metrics, of="revenue"):
    return influenceable_factors(calculate(project(*metrics)), of)


def test_that_the_factors_of_a_result_are_what_somebody_can_move():
    assert factors(
        metric("revenue", formula="deals * price"),
        metric("deals", value=10.0, influence=MOVED),
        metric("price", value=5.0),
    ) == ("deals",)


def test_that_the_way_goes_through_results_down_to_factors():
    assert factors(
        metric("revenue", formula="deals * 5"),
        metric("deals", formula="meetings * 2"),
        metric("meetings", value=10.0, influence=MOVED),
    ) == ("meetings",)


def test_that_nothing_is_sought_beneath_a_factor_that_can_be_moved():
    assert factors(
        metric("revenue", formula="deals * 5"),
        metric("deals", formula="meetings * 2", influence=MOVED),
        metric("meetings", value=10.0, influence=MOVED),
    ) == ("deals",)


def test_that_the_nearest_factors_come_first():
    assert factors(
        metric("revenue", formula="deals * price"),
        metric("deals", formula="meetings * 2"),
        metric("price", value=5.0, influence=MOVED),
        metric("meetings", value=10.0, influence=MOVED),
    ) == ("price", "meetings")


def test_that_a_loop_through_time_ends():
    assert factors(
        metric("revenue", over_time="last", formula="lag(revenue, 1, 5) + deals"),
        metric("deals", value=10.0, influence=MOVED),
    ) == ("deals",)


def test_that_an_input_has_no_factors():
    assert factors(metric("revenue", value=1.0)) == ()


def test_that_a_formula_that_cannot_be_read_has_no_factors():
    assert factors(metric("revenue", formula="deals *")) == ()
