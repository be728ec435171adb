from __future__ import annotations

from tests.excel.books import found, kpi, of_kind, planned, role, small, words
from tests.projects import example, metric


def glossary(*metrics, **members):
    return of_kind(planned(small(*metrics, **members)), "glossary")


def row(of, name: str) -> list[object]:
    at = found(of, name).row
    return [one.content for one in of.cells if one.row == at]


def test_that_a_metric_is_explained():
    one = metric(
        "a", name="Leads", value=1.0, note="Contact and need.", source="CRM", recorded_by="SDR"
    )
    expected = [
        "Leads",
        "Contact and need.",
        "is entered",
        "qty",
        "month",
        "↑ higher",
        "CRM",
        "SDR",
    ]
    assert row(glossary(one), "Leads") == expected


def test_that_a_formula_is_said_in_words():
    made = (metric("a", name="Leads", value=1.0), metric("b", name="Deals", formula="a * 0.5"))
    assert row(glossary(*made), "Deals")[2] == "Leads × 0.5"


def test_that_what_is_not_described_is_said_so():
    assert row(glossary(metric("a", name="Leads", value=1.0)), "Leads")[1] == "Not set"


def test_that_the_period_is_that_of_its_kpi():
    kpis = (kpi("a", "r", period="quarter"),)
    of = glossary(metric("a", name="Leads", value=1.0), roles=(role("r"),), kpis=kpis)
    assert row(of, "Leads")[4] == "quarter"


def test_that_every_metric_is_there():
    said = words(of_kind(planned(example()), "glossary"))
    assert {one.name for one in example().metrics} <= set(said)
