"""The columns about the metric: as wide as they need and as narrow as they must."""

import pytest

from workbench.presenters.roles.matrix_picture import MatrixPicture, RowPicture
from workbench.presenters.roles.targets import Target
from workbench.ui.panels.roles.column_widths import column_widths
from workbench.ui.panels.roles.row_delegate import influence_width, name_width, target_widths

NAME, GOAL, INFLUENCE = "Conversion of a call to a meeting", "1,300 → 1,000 RUB", "not influenced"
PICTURE = MatrixPicture(rows=(RowPicture("call", NAME, Target(GOAL), "none", INFLUENCE),))
FREE, CROWDED = 0, 2_000

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("roles", [FREE, CROWDED])
def test_that_the_influence_is_never_cut(roles):
    assert column_widths(PICTURE, 980, roles).influence >= influence_width(INFLUENCE)


def test_that_names_and_goals_stand_on_one_line_where_there_is_room():
    widths = column_widths(PICTURE, 980, FREE)
    assert widths.name == name_width(NAME)
    assert widths.target == target_widths(GOAL)[1]


def test_that_names_and_goals_wrap_before_a_role_is_out_of_sight():
    widths = column_widths(PICTURE, 980, CROWDED)
    assert (widths.name, widths.target) == (150, 84)


def test_that_a_word_of_a_goal_is_never_cut():
    goal = Target("1,300,000,000,000 RUB")
    rows = (RowPicture("cost", NAME, goal),)
    widths = column_widths(MatrixPicture(rows=rows), 980, CROWDED)
    assert widths.target >= target_widths(goal.caption)[0]


def test_that_a_name_gives_way_to_the_roles_only_as_far_as_they_need():
    wanted = column_widths(PICTURE, 980, FREE).total
    assert column_widths(PICTURE, 980, 980 - wanted + 10).total == wanted - 10


def test_that_an_empty_table_has_columns_too():
    assert column_widths(MatrixPicture(), 980, FREE).each == (150, 84, 84)
