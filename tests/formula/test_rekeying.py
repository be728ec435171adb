from tests.projects import example
from workbench.document.plan import Approval
from workbench.formula.rekeying import Rekey
from workbench.planning.forward import calculate
from workbench.storage.codec import encode


def test_that_the_numbers_stay_under_the_new_key():
    after = Rekey({"leads": "requests"}).apply(example())
    assert calculate(after).totals["requests"] == calculate(example()).totals["leads"]
    assert calculate(after).totals["revenue"] == calculate(example()).totals["revenue"]


def test_that_the_old_key_is_mentioned_nowhere():
    after = Rekey({"leads": "zzz", "visits": "yyy", "revenue": "xxx"}).apply(example())
    words = encode(after).decode()
    assert not any(f'"{key}"' in words for key in ("leads", "visits", "revenue"))
    assert "visits *" not in words


def test_that_what_mentions_no_key_stays_the_same_object():
    after = Rekey({"leads": "zzz"}).apply(example())
    assert after.metric("churn") is example().metric("churn")
    assert after.role("head") is example().role("head")


def test_that_keys_and_back_is_the_same_project():
    there = Rekey({"leads": "zzz"}).apply(example())
    assert Rekey({"zzz": "leads"}).apply(there) == example()


def test_that_what_was_accepted_of_a_metric_stands_under_the_new_key():
    accepted = Approval(code="KPI101", subject="leads", role="marketer", fingerprint="1f")
    after = Rekey({"leads": "requests"}).apply(example().having(approvals=(accepted,)))
    assert after.approvals == (accepted.having(subject="requests"),)
