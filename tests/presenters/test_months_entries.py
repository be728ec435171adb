"""Entries as values: what stands where after typing."""

import pytest

from tests.presenters.months import plan
from tests.projects import metric, project
from workbench.base.languages import language
from workbench.base.texts import text
from workbench.document.edits.scenarios import RemoveScenario
from workbench.document.plan import Scenario
from workbench.presenters.months.clipboard import (
    NotPasted,
    doubt,
    grid_of,
    pasted_value,
    text_of,
    understood,
)
from workbench.presenters.months.entries import Sheet, in_month, merged
from workbench.presenters.months.rows import cell_text, difference_text

EN, RU = language("en"), language("ru")


def test_that_a_constant_is_the_same_in_every_month():
    assert [in_month(5.0, month) for month in range(3)] == [5.0, 5.0, 5.0]


def test_that_a_list_ends_where_it_ends():
    assert [in_month((1.0, None), month) for month in range(3)] == [1.0, None, None]


@pytest.mark.parametrize(
    ("held", "entry", "after"),
    [
        (5.0, {1: 6.0}, (5.0, 6.0, 5.0)),
        (None, {0: 1.0}, (1.0, None, None)),
        ((1.0, 2.0, 3.0), {0: 2.0, 2: 2.0}, 2.0),
        (5.0, {0: None, 1: None, 2: None}, None),
        (5.0, {}, 5.0),
    ],
)
def test_that_some_months_are_exchanged(held, entry, after):
    assert merged(held, entry, 3) == after


def test_that_an_edit_of_one_metric_speaks_for_itself():
    edit = Sheet(plan()).edit({"leads": {0: 1.0}})
    assert str(edit.title) == "Change the value of “leads”"


def test_that_an_edit_of_several_metrics_is_one_edit():
    edit = Sheet(plan()).edit({"leads": {0: 1.0}, "price": 2.0})
    assert str(edit.title) == "Change values"
    after = edit.apply(plan())
    assert after.metric("leads").value == (1.0, 100.0, 100.0)
    assert after.metric("price").value == 2.0


def test_that_an_edit_takes_the_title_it_is_given():
    assert str(Sheet(plan()).edit({"leads": 1.0}, text("Fill down")).title) == "Fill down"


def test_that_an_edit_of_a_scenario_that_is_gone_is_refused():
    opened = plan()
    edit = Sheet(opened, opened.scenarios[0]).edit({"leads": {0: 1.0}})
    from workbench.document.project import Unknown

    with pytest.raises(Unknown):
        edit.apply(RemoveScenario("more").apply(opened))


def test_that_several_metrics_of_a_scenario_change_under_its_name():
    opened = plan()
    edit = Sheet(opened, opened.scenarios[0]).edit({"leads": 1.0, "price": 2.0})
    assert str(edit.title) == "Change the scenario “More”"


def test_that_computed_metrics_take_nothing_unless_a_scenario_gives_them():
    opened = plan()
    given = Scenario(key="s", name="S", values={"deals": 1.0})
    assert not Sheet(opened).takes("deals")
    assert Sheet(opened, given).takes("deals")


@pytest.mark.parametrize(
    ("words", "grid"),
    [
        ("1\t2\n3\t4\n", (("1", "2"), ("3", "4"))),
        ("1\t2\r\n3\r\n", (("1", "2"), ("3", ""))),
        ('"1\n2"\t3', (("1\n2", "3"),)),
        ("", ()),
        ("x", (("x",),)),
    ],
)
def test_that_copied_text_becomes_a_rectangle(words, grid):
    assert grid_of(words) == grid


def test_that_a_rectangle_becomes_text():
    assert text_of([["1", "2"], ["3", "4"]]) == "1\t2\n3\t4"


def test_that_an_unreadable_cell_names_its_row_and_column():
    with pytest.raises(NotPasted, match=r"“x” is not a number \(row 3, column 2\)"):
        pasted_value(metric("leads"), "x", EN, (2, 1))


@pytest.mark.parametrize("words", ["", "  ", "-", "–", "—"])
def test_that_dashes_mean_nothing(words):
    assert pasted_value(metric("leads"), words, EN, (0, 0)) is None
    assert doubt(metric("leads"), words, EN) is None


def test_that_a_plain_number_leaves_no_doubt():
    assert doubt(metric("leads"), "1234", EN) is None
    assert doubt(metric("share", unit="percent"), "35%", EN) is None


@pytest.mark.parametrize(
    ("value", "speech", "said"),
    [(1234.0, EN, "1,234"), (1.234, EN, "1.234"), (1.234, RU, "1,234"), (0.5, RU, "0,500")],
)
def test_that_thousands_cannot_be_mistaken_for_thousandths(value, speech, said):
    assert understood(value, speech) == said


@pytest.mark.parametrize(
    ("members", "value", "said"),
    [
        ({}, 1234.5, "1,234"),
        ({"unit": "money"}, 1_500_000.0, "1,500,000"),
        ({"unit": "percent"}, 0.125, "12.5%"),
        ({"unit": "yes_no"}, 1.0, "yes"),
        ({"unit": "days"}, 21.0, "21"),
        ({}, 0.00042, "0.00042"),
    ],
)
def test_that_a_cell_shows_a_number_in_the_way_of_its_unit(members, value, said):
    one = metric("one", value=value, **members)
    assert cell_text(one, value, project(one), EN) == said


@pytest.mark.parametrize(
    ("members", "one", "base", "said"),
    [
        ({}, 120.0, 100.0, "+20%"),
        ({}, 80.0, 100.0, "−20%"),
        ({}, 5.0, 0.0, "+5"),
        ({}, -120.0, -100.0, "−20%"),
        ({"unit": "percent"}, 0.25, 0.2, "+5 pp"),
        ({"unit": "percent"}, 0.20000001, 0.2, ""),
        ({}, 100_000.01, 100_000.0, ""),
    ],
)
def test_that_a_difference_has_its_sign_and_measure(members, one, base, said):
    assert difference_text(metric("one", **members), one, base, EN) == said
