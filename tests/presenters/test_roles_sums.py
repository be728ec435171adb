from tests.presenters.roles_cases import ENGLISH, RUSSIAN, kpi, sales
from workbench.document.kpi import Task
from workbench.planning.assignment import is_manager
from workbench.presenters.roles.sums import kpi_count, weight_sum

KEYS = ("leads", "quality", "qualified", "price", "revenue", "cost")


def weights(*shares, language=ENGLISH):
    kpis = (kpi(key, "sdr", weight=share) for key, share in zip(KEYS, shares, strict=False))
    return weight_sum(sales(*kpis), "sdr", language)


def count(*kpis, role="sdr", **members):
    return kpi_count(sales(*kpis, **members), role, ENGLISH)


def test_that_full_weights_are_good_and_ticked():
    assert (weights(0.6, 0.4).tone, weights(0.6, 0.4).sign) == ("good", "✓")


def test_that_binary_dust_does_not_spoil_full_weights():
    assert weights(0.1, 0.2, 0.7).tone == "good"


def test_that_missing_weights_are_bad_with_the_amount():
    found = weights(0.6)
    assert (found.caption, found.tone, found.sign) == ("60%", "bad", "−40")


def test_that_too_much_weight_is_bad_with_the_amount():
    found = weights(0.6, 0.55)
    assert (found.tone, found.sign) == ("bad", "+15")


def test_that_half_a_per_cent_missing_is_not_hidden():
    assert weights(0.5, 0.495).sign == "−0.5"


def test_that_the_amount_is_said_in_words():
    assert weights(0.6).tip == "40% missing"
    assert weights(0.6, 0.6).tip == "20% too much"


def test_that_the_sum_is_written_as_the_language_does():
    assert weights(0.5, 0.125, language=RUSSIAN).caption == "62,5\u00a0%"


def test_that_a_role_without_kpis_has_no_sum():
    assert (weights().caption, weights().tone) == ("—", "")


def test_that_helping_is_no_kpi():
    assert count(kpi("leads", "sdr", part="contributor")).caption == "0"


def test_that_a_role_without_kpis_is_marked():
    assert (count().tone, count().sign) == ("warn", "!")


def test_that_three_kpis_need_no_mark():
    assert count(*(kpi(key, "sdr") for key in KEYS[:3])).tone == ""


def test_that_more_than_five_kpis_are_marked():
    assert count(*(kpi(key, "sdr") for key in KEYS)).tone == "warn"


def test_that_a_manager_may_have_more():
    kpis = [kpi(key, "sdr") for key in KEYS[:5]]
    assert count(*kpis, kpi("cost", "sdr", part="leader")).tone == ""


def test_that_a_manager_is_who_answers_through_others():
    project = sales(kpi("leads", "head", part="leader"), kpi("cost", "sdr"))
    assert (is_manager(project, "head"), is_manager(project, "sdr")) == (True, False)


def test_that_tasks_of_a_contractor_are_counted():
    tasks = (Task(role="agency", name="Set-up"), Task(role="agency", name="Letters"))
    assert count(role="agency", tasks=tasks).caption == "2 tasks"


def test_that_a_contractor_without_tasks_is_marked():
    assert (count(role="agency").caption, count(role="agency").tone) == ("0 tasks", "warn")
