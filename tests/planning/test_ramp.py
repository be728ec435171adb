import pytest

from workbench.document.role import Role
from workbench.planning.ramp import full_work, months_to_full_output, output, staying


@pytest.mark.parametrize(
    ("ramp", "months"),
    [
        ((), 0),
        ((1.0,), 0),
        ((0.3, 0.6, 1.0), 2),
        ((0.3, 0.6), 2),
        ((1.0, 0.5), 2),
        ((0.5, 1.2), 1),
    ],
)
def test_that_full_output_begins_after_the_last_month_short_of_it(ramp, months):
    assert months_to_full_output(Role(key="x", name="X", ramp=ramp)) == months


def test_that_output_is_full_once_the_ramp_is_over():
    role = Role(key="x", name="X", ramp=(0.3, 0.6))
    assert [output(role, month) for month in range(4)] == [0.3, 0.6, 1.0, 1.0]


def test_that_without_a_ramp_output_is_full_at_once():
    assert output(Role(key="x", name="X"), 0) == 1.0


def test_that_people_leave_at_an_even_pace_through_the_year():
    role = Role(key="x", name="X", attrition=0.36)
    assert staying(role, 12) == pytest.approx(0.64)
    assert staying(role, 6) == pytest.approx(0.8)


def test_that_nobody_is_left_where_all_leave():
    role = Role(key="x", name="X", attrition=1.0)
    assert (staying(role, 0), staying(role, 1)) == (1.0, 0.0)


def test_that_absence_takes_its_share_of_the_work():
    assert full_work(Role(key="x", name="X", people=5.0, absence=0.2)) == pytest.approx(4)
