"""What moves a goal, on the command line."""

import pytest

from tests.projects import EXAMPLE


def test_that_the_effects_are_those_of_the_arithmetic_of_the_example(run):
    tree = run("drivers", EXAMPLE, "--json").tree
    found = {one["metric"]: one for one in tree["drivers"]}
    assert tree["base"] == pytest.approx(6_217_722)
    assert found["average_deal"]["up"] == pytest.approx(6_217_722 * 1.1)
    assert found["average_deal"]["elasticity"] == pytest.approx(1.0)
    # cold meetings: 45.36 a month of meetings of 182 to 239
    cold = sum(45.36 * share for share in [0.15] * 6 + [0.18] * 6) * 180_000 / 12
    assert found["cr_cold"]["down"] == pytest.approx(6_217_722 - 0.1 * cold)
    assert found["cr_cold"]["elasticity"] == pytest.approx(cold / 6_217_722)


def test_that_the_strongest_come_first_with_their_owners(run):
    found = run("drivers", EXAMPLE, "--json").tree["drivers"]
    effects = [max(abs(one["up"] - 6_217_722), abs(one["down"] - 6_217_722)) for one in found]
    assert effects == sorted(effects, reverse=True)
    owners = {one["metric"]: one["owner"] for one in found}
    assert (owners["visits"], owners["cr_deal"]) == ("marketer", "executive")
    assert (owners["calls_per_day"], owners["average_deal"]) == ("bdr", None)


def test_that_a_step_may_be_another(run):
    found = run("drivers", EXAMPLE, "--step", "0.2", "--json").tree["drivers"]
    assert found[0]["up"] == pytest.approx(6_217_722 * 1.2)


def test_that_a_period_scales_what_adds_up(run):
    tree = run("drivers", EXAMPLE, "--goal", "revenue", "--period", "plan", "--json").tree
    assert tree["base"] == pytest.approx(12 * 6_217_722)


def test_that_the_control_of_each_kpi_is_told(run):
    control = run("drivers", EXAMPLE, "--json").tree["control"]
    share = {(one["metric"], one["role"]): one["share"] for one in control}
    assert share["cr_meeting", "sdr"] == 1.0
    assert 0 < share["revenue", "executive"] < 1


@pytest.mark.parametrize("step", ["0", "1", "-0.1"])
def test_that_a_step_out_of_range_is_a_sentence(run, step):
    answer = run("drivers", EXAMPLE, "--step", step)
    assert (answer.code, "--step" in answer.sentence) == (3, True)


def test_that_the_table_speaks_the_language_that_is_asked_for(run):
    assert "Эластичность" in run("drivers", EXAMPLE, "--lang", "ru").out
