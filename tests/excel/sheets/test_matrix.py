"""The Matrix: who answers for what, with what weight, and whether weights add up."""

import pytest

from tests.excel.books import (
    cell,
    expression,
    found,
    kpi,
    named,
    planned,
    role,
    said,
    sheet,
    small,
    value,
    words,
)
from tests.projects import example, metric
from workbench.excel import styles
from workbench.excel.plan import Formula

A, B = metric("a", value=1.0), metric("b", value=1.0)


def matrix(of=None, **options):
    return sheet(planned(of or example(), **options), "Matrix")


def at(of, metric_name, role_name):
    row, column = found(of, metric_name).row, found(of, role_name).column
    return next(one for one in of.cells if (one.row, one.column) == (row, column))


def test_that_an_owner_shows_a_letter_and_the_weight():
    shown = at(matrix(), "Лиды", "Маркетолог")
    assert (value(shown), shown.style.number) == (0.6, '"O · "0%')


def test_that_a_role_without_a_part_in_a_metric_has_an_empty_cell():
    assert at(matrix(), "Лиды", "SDR").content is None


@pytest.mark.parametrize(("part", "letter"), [("owner", "O"), ("leader", "L"), ("shared", "S")])
def test_that_every_paid_part_has_its_letter(part, letter):
    of = matrix(small(A, roles=(role("r"),), kpis=(kpi("a", "r", part=part, weight=0.5),)))
    assert at(of, "a", "r").style.number == f'"{letter} · "0%'


def test_that_a_contributor_is_a_letter_without_a_weight():
    of = matrix(small(A, roles=(role("r"),), kpis=(kpi("a", "r", part="contributor"),)))
    assert at(of, "a", "r").content == "C"


def test_that_a_weight_follows_the_sheet_of_the_role():
    content = at(matrix(), "Сделки", "SDR").content
    assert isinstance(content, Formula)
    assert "'SDR'!$L$" in content.expression


def test_that_a_weight_without_a_sheet_is_a_number():
    assert at(matrix(roles=[]), "Сделки", "SDR").content == 0.2


def test_that_sums_of_weights_are_formulas():
    total = named(matrix(), "total_weights_sdr")
    assert (value(total), "SUM(" in expression(total)) == (pytest.approx(1.0), True)


def test_that_a_right_sum_is_green_and_a_wrong_one_red():
    of = matrix()
    total = named(of, "total_weights_sdr")
    here = [
        one for one in of.conditions if (one.area.top, one.area.left) == (total.row, total.column)
    ]
    assert [(one.color, "✓" in one.number) for one in here] == [
        (styles.GOOD, True),
        (styles.BAD, False),
    ]


def test_that_a_role_without_weights_has_no_sum():
    of = matrix(small(A, roles=(role("r"),), kpis=(kpi("a", "r", part="contributor"),)))
    assert value(named(of, "total_weights_r")) == ""


def test_that_kpis_are_counted():
    of = matrix()
    total = named(of, "total_weights_sdr")
    count = next(c for c in of.cells if (c.row, c.column) == (total.row + 1, total.column))
    assert (value(count), expression(count).startswith("COUNT(")) == (3, True)


def test_that_a_metric_that_could_be_influenced_but_has_no_owner_is_seen():
    lonely = metric("lonely", value=1.0, influence={"direct": True})
    of = matrix(small(lonely))
    owner = next(c for c in of.cells if c.row == found(of, "lonely").row and said(c) == "no owner")
    assert owner.style.color == styles.BAD


def test_that_a_result_nobody_owns_is_no_hole():
    of = matrix(small(A, roles=(role("r"),), kpis=(kpi("a", "r", part="shared"),)))
    assert "no owner" not in words(of)


def test_that_a_metric_nobody_can_move_or_answers_for_is_left_out():
    assert "b" not in words(matrix(small(A, B, roles=(role("r"),), kpis=(kpi("a", "r"),))))


def test_that_a_role_has_its_colour():
    of = matrix(small(A, roles=(role("r", color="#B4508F"),), kpis=(kpi("a", "r"),)))
    assert found(of, "r").style.fill == styles.tint("#B4508F", 0.3)


def test_that_the_letters_are_explained():
    assert "O: answers for the metric: one role each" in words(matrix())


def test_that_header_and_names_stay_in_sight():
    assert (matrix().freeze, matrix().page.repeat) == ((5, 1), (4, 4))


def test_that_an_empty_matrix_has_a_header():
    assert said(cell(matrix(small()), "A5")) == "Metric"
