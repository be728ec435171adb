import pytest

from workbench.checks.catalogue import CHECKS
from workbench.checks.naming import NoSuchCheck, checks_called


def codes(*words):
    return [check.code for check in checks_called(words)]


def test_that_checks_come_in_the_order_of_the_catalogue():
    assert codes("KPI201", "KPI101") == ["KPI101", "KPI201"]


def test_that_a_code_is_known_in_any_case_and_counts_once():
    assert codes("kpi101", "KPI101 ") == ["KPI101"]


def test_that_every_check_is_known_by_its_code():
    assert codes(*(check.code for check in CHECKS)) == [check.code for check in CHECKS]


@pytest.mark.parametrize("words", ["", "weights", "101"])
def test_that_a_word_that_is_no_code_is_answered_with_all_there_are(words):
    with pytest.raises(NoSuchCheck) as caught:
        checks_called([words])
    assert all(check.code in str(caught.value) for check in CHECKS)


def test_that_a_slip_of_the_finger_is_answered_with_what_is_meant():
    with pytest.raises(NoSuchCheck, match=r"“KPI2O1”; did you mean KPI201\?"):
        checks_called(["KPI2O1"])
