"""What things are called: which names mean a marketer, a cost of a customer and so on."""

from __future__ import annotations

import pytest

from workbench.checks.method.terms import is_called
from workbench.document.metric import Metric
from workbench.document.role import Role

ROLES = {
    "marketer": ["Маркетолог", "Интернет-маркетолог", "SMM-специалист", "Трафик-менеджер", "CMO",
                 "Head of demand generation", "Marketing manager"],
    "sales": ["Менеджер по продажам", "РОП", "Sales executive", "Поддержка продаж", "BDR"],
    "service": ["Сервис", "Служба поддержки", "Customer service", "Customer success manager"],
}  # fmt: skip
METRICS = {
    "lifetime_value": ["Ценность клиента за срок жизни", "LTV, 12 мес.", "Lifetime value"],
    "customer_cost": ["Стоимость нового клиента", "Стоимость привлечения клиента", "CAC",
                      "Cost of a new customer", "Customer acquisition cost"],
}  # fmt: skip
OTHERS = {
    "marketer": ["Менеджер маркетплейсов", "Market analyst", "Sales executive", "Подрядчик"],
    "sales": ["Маркетолог", "Wholesale buyer", "Customer service"],
    "service": ["Sales support", "Маркетолог"],
    "lifetime_value": ["Срок жизни клиента", "Customer lifetime", "Выручка"],
    "customer_cost": ["Стоимость лида", "Стоимость клиентского обращения", "Cost per lead"],
}


def thing(term, name):
    return (Role if term in ROLES else Metric)(key="some", name=name)


@pytest.mark.parametrize(
    ("term", "name"), [(t, n) for t, names in (ROLES | METRICS).items() for n in names]
)
def test_that_a_name_says_what_a_thing_is(term, name):
    assert is_called(thing(term, name), term)


@pytest.mark.parametrize(("term", "name"), [(t, n) for t, names in OTHERS.items() for n in names])
def test_that_a_like_name_says_nothing(term, name):
    assert not is_called(thing(term, name), term)


def test_that_a_key_says_it_whatever_the_name():
    assert is_called(Role(key="marketer", name="Анна"), "marketer")
    assert not is_called(Role(key="marketer_2", name="Анна"), "marketer")
