"""Every metric, role and number has its cell on the Model sheet."""

import pytest

from tests.excel.books import role
from tests.projects import example, metric, project
from workbench.document.client import Phase
from workbench.excel.layout import Constant, live_trees, model_layout
from workbench.planning.forward import calculate


def layout(of, scenario=None):
    return model_layout(calculate(of, scenario), "Модель")


def test_that_every_metric_has_a_row_of_its_own():
    rows = layout(example()).rows
    assert len(set(rows.values())) == len(example().metrics)


def test_that_no_row_holds_two_things():
    found = layout(example())
    taken = [
        *found.rows.values(),
        *found.team.values(),
        *found.constants.values(),
        *(band.row for band in found.bands),
        found.team_row,
        found.team_row + 1,
        found.constants_row,
        found.constants_row + 1,
    ]
    assert len(set(taken)) == len(taken)


def test_that_metrics_stand_under_their_phase():
    phases = (Phase(key="p", name="P"), Phase(key="q", name="Q"))
    metrics = (metric("a", value=1.0, phase="q"), metric("b", value=1.0, phase="p"))
    found = layout(project(*metrics, phases=phases))
    names = [str(band.name) for band in found.bands]
    assert (names, found.rows["b"] < found.rows["a"]) == (["P", "Q"], True)


def test_that_a_phase_without_metrics_has_no_band():
    phases = (Phase(key="p", name="P"), Phase(key="q", name="Q"))
    found = layout(project(metric("a", value=1.0, phase="q"), phases=phases))
    assert [str(band.name) for band in found.bands] == ["Q"]


def test_that_metrics_without_a_phase_come_last():
    phases = (Phase(key="p", name="P"),)
    metrics = (metric("a", value=1.0), metric("b", value=1.0, phase="p"))
    found = layout(project(*metrics, phases=phases))
    assert [str(band.name) for band in found.bands] == ["P", "Common to all phases"]


def test_that_working_days_have_a_row_where_a_formula_asks_for_them():
    assert layout(project(metric("x", formula="workdays()"))).workdays_row == 6


def test_that_working_days_have_no_row_where_nobody_asks():
    assert layout(example()).workdays_row is None


def test_that_a_number_used_twice_in_a_formula_is_one_cell():
    found = layout(project(metric("a", value=1.0), metric("x", formula="a * 7 + 7")))
    assert [(one.metric, one.value) for one in found.constants] == [("x", 7.0)]


def test_that_the_same_number_of_two_formulas_is_two_cells():
    found = layout(project(metric("x", formula="7"), metric("y", formula="7")))
    assert len(found.constants) == 2


def test_that_the_start_of_a_lag_is_known_as_such():
    found = layout(example())
    assert list(found.constants) == [Constant("clients", 200.0, initial=True)]
    assert [one.initial for one in found.constants] == [True]


def test_that_a_cell_of_another_sheet_names_the_sheet():
    found = layout(project(metric("a", value=1.0)))
    assert (found.series("a"), found.header()) == ("'Модель'!$E$7:$G$7", "'Модель'!$E$5:$G$5")


def test_that_a_role_on_another_sheet_names_the_sheet():
    found = layout(project(roles=(role("r"),)))
    assert found.role("r", "bonus", "Модель") == "'Модель'!$D$9"


@pytest.mark.parametrize(("months", "column"), [(1, 5), (12, 16), (120, 124)])
def test_that_the_total_stands_after_the_last_month(months, column):
    assert layout(project(metric("a", value=1.0), months=months)).total_column == column


def test_that_a_scenario_turns_a_formula_into_an_input():
    scenario = example().scenarios[0].having(values={"leads": 700.0})
    assert "leads" not in live_trees(calculate(example(), scenario))
