"""What an arrow drawn from one card to another means, and what deleting it leaves."""

import pytest

from tests.presenters.funnel_cases import short
from tests.projects import example, metric, project
from workbench.document.edits.metrics import AddMetric, ChangeMetric
from workbench.document.metric import Position
from workbench.formula.wiring import CannotConnect
from workbench.planning.forward import calculate
from workbench.presenters.funnel.adding import successor
from workbench.presenters.funnel.connecting import connection, first_connection
from workbench.presenters.funnel.picture import Link
from workbench.presenters.funnel.removing import arrow_removal, removal
from workbench.presenters.funnel.valuing import renaming


def connected(made, source, target):
    return connection(calculate(made), source, target).edit.apply(made)


def refusal(made, source, target):
    with pytest.raises(CannotConnect) as error:
        connection(calculate(made), source, target).edit.apply(made)
    return str(error.value)


def with_(made, *metrics):
    for one in metrics:
        made = AddMetric(one).apply(made)
    return made


NEW = metric("calls", kind="stage", value=300.0)


def test_that_two_stages_are_joined_by_a_conversion():
    made = connected(with_(short(), NEW), "calls", "leads").metric("calls_leads")
    assert (made.name, made.unit, made.over_time, made.phase) == (
        "calls → leads", "ratio", "ratio", "interest",
    )  # fmt: skip


def test_that_the_new_term_stands_beside_the_old_ones():
    after = connected(with_(short(), NEW), "calls", "leads")
    assert after.metric("leads").formula == "visits * cr_lead + calls * calls_leads"


def test_that_a_conversion_into_what_was_computed_waits_for_its_value():
    made = connection(calculate(with_(short(), NEW)), "calls", "leads")
    assert made.awaits_value == "calls_leads"


def test_that_a_stage_with_a_value_of_its_own_keeps_it():
    target = metric("meetings", kind="stage", value=30.0)
    made = connection(calculate(with_(short(), NEW, target)), "calls", "meetings")
    assert made.conversion is not None
    assert made.conversion.value == pytest.approx(0.1)
    assert made.awaits_value is None


def test_that_a_first_conversion_reads_like_a_typed_one():
    target = metric("meetings", kind="stage", value=44.444)
    made = connection(calculate(with_(short(), NEW, target)), "calls", "meetings")
    assert made.conversion is not None
    assert made.conversion.value == 0.1481


def test_that_a_stage_and_money_are_joined_by_the_money_of_one():
    after = connected(with_(short(), NEW), "calls", "revenue")
    made = after.metric("calls_revenue")
    assert (made.kind, made.unit) == ("conversion", "money")
    assert after.metric("revenue").formula == "deals * price + calls * calls_revenue"


PRICED = metric("sales", kind="result", unit="money", over_time="mean", formula="price")


def test_that_a_stage_multiplies_the_price_that_a_result_has_already():
    after = connected(with_(short(), PRICED), "deals", "sales")
    assert after.metric("sales").formula == "deals * price"
    assert len(after.metrics) == len(short().metrics) + 1


def test_that_what_was_an_average_adds_up_once_it_is_multiplied_by_a_stage():
    after = connected(with_(short(), PRICED), "deals", "sales")
    assert after.metric("sales").over_time == "sum"


def test_that_the_history_names_both_factors():
    made = connection(calculate(with_(short(), PRICED)), "deals", "sales")
    assert str(made.edit.title) == "Multiply “deals” by “price”"


def test_that_the_product_is_looked_at_and_no_value_asked_for():
    made = connection(calculate(with_(short(), PRICED)), "deals", "sales")
    assert (made.shown, made.awaits_value) == ("sales", None)


def test_that_only_the_price_in_a_sum_is_multiplied():
    fee = metric("fee", unit="money", value=9.0, over_time="sum")
    target = PRICED.having(formula="fee - price * 2")
    after = connected(with_(short(), fee, target), "deals", "sales")
    assert after.metric("sales").formula == "fee - deals * (price * 2)"


@pytest.mark.parametrize("formula", ["price + price * 2", "leads * price", "7"])
def test_that_without_one_price_alone_a_stage_and_money_are_joined_by_a_conversion(formula):
    made = with_(short(), PRICED.having(formula=formula))
    assert connection(calculate(made), "deals", "sales").awaits_value == "deals_sales"


def test_that_a_product_that_would_close_a_circle_is_refused():
    made = with_(short(), PRICED, metric("calls", kind="stage", formula="sales / price"))
    assert "circle" in refusal(made, "calls", "sales")


def test_that_a_counted_driver_is_joined_by_how_many_come_of_one():
    driver = metric("campaigns", value=2.0)
    made = connected(with_(short(), driver), "campaigns", "leads").metric("campaigns_leads")
    assert (made.kind, made.unit) == ("conversion", "count")


def test_that_money_is_added_to_money():
    after = connected(with_(short(), metric("other", unit="money", value=5.0)), "other", "revenue")
    assert after.metric("revenue").formula == "deals * price + other"


def test_that_a_share_multiplies_where_units_ask_for_it():
    made = with_(short(), metric("cost", kind="result", unit="money", formula="price * 2"))
    after = connected(with_(made, metric("part", unit="percent", value=0.5)), "part", "cost")
    assert after.metric("cost").formula == "price * 2 * part"


def test_that_units_that_do_not_go_together_are_refused():
    made = with_(short(), metric("total", kind="stage", value=5.0))
    assert "money" in refusal(made, "price", "total")


def test_that_a_standard_protects_what_it_is_connected_to():
    made = with_(short(), metric("answer", kind="standard", value=5.0))
    assert connected(made, "answer", "leads").metric("answer").guards == ("leads",)


def test_that_nothing_leads_to_a_standard():
    made = with_(short(), metric("answer", kind="standard", value=5.0))
    assert "standard of work" in refusal(made, "visits", "answer")


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("visits", "visits", "cannot lead to itself"),
        ("visits", "leads", "already leads"),
        ("deals", "revenue", "already leads"),
        ("deals", "leads", "circle"),
    ],
)
def test_that_an_arrow_that_makes_no_sense_is_refused(source, target, words):
    assert words in refusal(short(), source, target)


def test_that_a_new_card_is_connected_without_any_calculation():
    source, target = short().metric("deals"), metric("renewals", kind="stage")
    edit = first_connection(with_(short(), target), source, target)
    assert edit is not None
    assert edit.apply(with_(short(), target)).metric("renewals").formula == (
        "deals * deals_renewals"
    )


def test_that_a_card_whose_unit_does_not_fit_stays_unconnected():
    target = metric("renewals", kind="stage")
    assert first_connection(with_(short(), target), short().metric("revenue"), target) is None


def test_that_what_loses_its_formula_is_worth_what_it_was():
    made = short()
    after = removal(calculate(made), ["visits"]).apply(made)
    assert after.metric("leads").value == pytest.approx((80, 100, 120))


def test_that_a_constant_result_becomes_one_number():
    made = ChangeMetric("visits", {"value": 1000.0}).apply(short())
    assert calculate(made).known["leads"] == 100


def test_that_what_could_not_be_computed_is_not_known():
    made = ChangeMetric("visits", {"value": None}).apply(short())
    assert "leads" not in calculate(made).known


def test_that_deleting_a_conversion_takes_its_term_out():
    made = short()
    link = Link("visits", "leads", "conversion", "cr_lead")
    after = arrow_removal(calculate(made), link).apply(made)
    assert "cr_lead" not in after.metric_by_key
    assert after.metric("leads").formula is None


def test_that_deleting_a_plain_arrow_takes_its_term_out():
    made = example()
    link = Link("deals", "clients", "term")
    after = arrow_removal(calculate(made), link).apply(made)
    assert after.metric("clients").formula == "lag(clients, 1, 200) * (1 - churn)"


def test_that_deleting_the_arrow_of_a_standard_leaves_the_standard():
    made = project(metric("a"), metric("s", kind="standard", guards=("a",)))
    after = arrow_removal(calculate(made), Link("s", "a", "guard")).apply(made)
    assert after.metric("s").guards == ()


def test_that_the_deleted_metric_is_named():
    assert str(removal(calculate(short()), ["visits"]).title) == "Delete “visits”"


def test_that_the_first_name_of_a_card_makes_its_key_and_those_of_its_conversions():
    made = project(
        metric("visits", kind="stage", value=10.0),
        metric("new_stage", kind="stage", name="New stage", formula="visits * visits_new_stage"),
        metric(
            "visits_new_stage", kind="conversion", unit="ratio", name="visits → New stage",
            from_stage="visits", to_stage="new_stage",
        ),
    )  # fmt: skip
    edit = renaming(made, "new_stage", "Лиды")
    assert edit is not None
    after = edit.apply(made)
    assert list(after.metric_by_key) == ["visits", "lidy", "visits_lidy"]
    assert after.metric("lidy").formula == "visits * visits_lidy"
    assert after.metric("visits_lidy").name == "visits → Лиды"


def test_that_a_later_name_leaves_the_key():
    edit = renaming(example(), "leads", "Requests")
    assert edit is not None
    after = edit.apply(example())
    assert after.metric("leads").name == "Requests"


def test_that_a_result_after_an_average_adds_up_over_time():
    price = metric("price", kind="driver", unit="money", over_time="mean", value=9.0)
    made = successor(project(price), price, "Revenue", Position(x=0, y=0))
    assert (made.kind, made.unit, made.over_time) == ("result", "money", "sum")
