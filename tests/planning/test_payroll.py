import pytest

from tests.projects import metric, project
from workbench.document.role import Role
from workbench.planning.forward import calculate
from workbench.planning.payroll import paid_roles

ROLES = (Role(key="x", name="X"), Role(key="y", name="Y"))


def paid(formula, **members):
    pay = metric("pay", formula=formula, **{"unit": "money", **members})
    volume, ads = metric("volume", value=4.0), metric("ads", unit="money", value=4.0)
    return paid_roles(calculate(project(pay, volume, ads, roles=ROLES)), "pay")


@pytest.mark.parametrize(
    ("formula", "roles"),
    [
        ("cost(x)", {"x"}),
        ("ads + cost(x) + cost(y)", {"x", "y"}),
        ("(cost(x) + cost(y)) * 1.1", {"x", "y"}),
        ("cost(x) / volume + cost(y)", {"y"}),
        ("cost(x) / people(x)", set()),
        ("people(x) * ads", set()),
        ("ads", set()),
        ("nobody + cost(x)", set()),
    ],
)
def test_that_a_payroll_has_the_cost_of_roles_in_it(formula, roles):
    assert paid(formula) == roles


def test_that_what_is_no_money_over_the_months_is_no_payroll():
    assert paid("cost(x)", over_time="ratio") == frozenset()
    assert paid("cost(x) / ads", unit="ratio") == frozenset()
