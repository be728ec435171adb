import logging

import pytest
from hypothesis import given

from tests.checks.cases import sound
from tests.projects import FILES, example, metric, project
from tests.strategies import projects
from workbench.base.texts import text
from workbench.checks.approvals import approval
from workbench.checks.catalogue import CHECKS
from workbench.checks.check import Check, paragraphs
from workbench.checks.finding import SEVERITIES, Finding, Mend
from workbench.checks.runner import Report, examine
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.kpi import Kpi
from workbench.document.metric import Hint, Influence
from workbench.document.role import Role
from workbench.planning.forward import calculate
from workbench.storage.codec import decode
from workbench.storage.library import load_template, templates

HELP = "Title\n\nWhat it\nfinds\n\nWhy\n\nTo do\n"


def check(code, *severities):
    """A check that finds one thing of each severity."""

    def find(_system):
        for severity in severities:
            yield Finding(severity, text("zzz {code}", code=code), metric="visits", basis=(code,))

    return Check(code, find, HELP)


def report(*checks, of=None):
    return examine(calculate(of or sound()), checks)


def codes(findings):
    return [(one.severity, one.code) for one in findings]


def broken(code):
    def find(_system):
        yield Finding("hint", text("zzz"), metric="visits")
        raise ZeroDivisionError

    return Check(code, find, HELP)


def test_that_findings_have_the_code_and_the_reason_of_their_check():
    (finding,) = report(check("KPI998", "hint")).findings
    assert (finding.code, str(finding.why)) == ("KPI998", "Why")


def test_that_the_gravest_come_first_and_else_the_order_of_the_catalogue_holds():
    found = report(check("KPI901", "hint", "error"), check("KPI902", "warning", "error")).findings
    assert codes(found) == [
        ("error", "KPI901"), ("error", "KPI902"), ("warning", "KPI902"), ("hint", "KPI901"),
    ]  # fmt: skip


def test_that_a_check_that_fails_is_a_finding_and_the_others_go_on(caplog):
    with caplog.at_level(logging.CRITICAL + 1, "workbench"):
        found = report(broken("KPI901"), check("KPI902", "error")).findings
    assert codes(found) == [("error", "KPI902"), ("warning", "KPI901"), ("hint", "KPI901")]
    assert str(found[1].message) == (
        "The check KPI901 failed (ZeroDivisionError); the others were carried out"
    )


def test_that_a_failure_is_written_down_for_the_report(caplog):
    report(broken("KPI901"))
    assert "check KPI901" in caplog.text
    caplog.clear()


def test_that_accepted_findings_stand_apart_and_do_not_count():
    both = (check("KPI901", "error"), check("KPI902", "error"))
    first, _ = report(*both).findings
    after = report(*both, of=sound().having(approvals=(approval(first, "agreed"),)))
    assert (codes(after.findings), codes(after.accepted)) == (
        [("error", "KPI902")], [("error", "KPI901")],
    )  # fmt: skip
    assert after.count("error") == 1


def test_that_a_system_is_sound_without_errors():
    assert Report().is_sound
    assert report(check("KPI901", "warning", "hint")).is_sound
    assert not report(check("KPI901", "error")).is_sound


def test_that_a_mend_is_one_step():
    edits = tuple(ChangeMetric("visits", {"value": value}) for value in (1.0, 2.0))
    edit = Mend(text("zzz"), edits).edit
    assert str(edit.title) == "zzz"
    assert edit.apply(sound()).metric("visits").value == 2.0


def test_that_a_help_page_has_its_paragraphs_on_one_line():
    page = check("KPI901")
    assert [str(one) for one in (page.title, page.what, page.why, page.todo)] == [
        "Title", "What it finds", "Why", "To do",
    ]  # fmt: skip
    assert paragraphs("a\n\n\n b\n c \n") == ["a", "b c"]


def test_that_a_finding_is_about_the_nearest_thing_it_names():
    assert Finding("hint", text("z"), metric="a", role="b").subject == "a"
    assert Finding("hint", text("z"), role="b").subject == "b"
    assert Finding("hint", text("z"), topic="weights").subject == "weights"
    assert Finding("hint", text("z")).subject == ""


def sound_in_itself(found, before):
    """That no check failed, and that every mend can be applied."""
    for finding in found.findings:
        assert finding.topic not in {check.code for check in CHECKS}, finding.message
        assert finding.severity in SEVERITIES
        assert finding.code
        assert finding.metric is None or finding.metric in before.metric_by_key
        assert finding.role is None or finding.role in before.role_by_key
        for mend in finding.mends:
            mend.edit.apply(before)


@given(projects())
def test_that_no_project_makes_a_check_fail(made):
    sound_in_itself(examine(calculate(made)), made)


@pytest.mark.parametrize("period", [None, "day", "week", "month", "year"])
def test_that_numbers_without_end_make_no_mend_that_does_not_fit(period):
    hint, week = Hint(low=1.7e308), Influence(direct=True, horizon="quarter")
    huge = metric("a", value=-1.5e308, hint=hint, influence=week)
    kpi = Kpi(metric="a", role="x", base=1e308, plan=1.2e308, period=period)
    for one in (kpi, kpi.having(base=None, plan=0.0), kpi.having(base=None, plan=None)):
        made = project(huge, roles=(Role(key="x", name="X"),), kpis=(one,), months=12)
        sound_in_itself(examine(calculate(made)), made)


@pytest.mark.parametrize("path", sorted((FILES / "v1").glob("*.kpi")), ids=lambda path: path.stem)
def test_that_no_old_file_makes_a_check_fail(path):
    made = decode(path.read_bytes(), path.name)
    sound_in_itself(examine(calculate(made)), made)


@pytest.mark.parametrize("key", [one.key for one in templates("en")])
def test_that_no_template_makes_a_check_fail(key):
    made = load_template(key, "en")
    sound_in_itself(examine(calculate(made)), made)


def test_that_examining_changes_nothing_and_says_the_same_twice():
    forecast = calculate(example())
    assert examine(forecast) == examine(forecast)


def test_that_nothing_is_found_where_nothing_is():
    assert examine(calculate(project())) == Report()
