"""A template passes the checks: what is found and left is accepted, and the file says why."""

from __future__ import annotations

import pytest

from workbench.checks.runner import Report, examine
from workbench.planning.forward import calculate
from workbench.storage.library import load_template


@pytest.fixture(params=["ru", "en"])
def report(request: pytest.FixtureRequest, key: str) -> Report:
    return examine(calculate(load_template(key, request.param)))


def test_that_no_error_and_no_warning_is_open(report):
    left = [(f.code, f.subject) for f in report.findings if f.severity != "hint"]
    assert left == []


def test_that_what_is_accepted_has_a_reason(report):
    assert all(f.approval and len(f.approval.reason) > 20 for f in report.accepted)


def test_that_no_approval_is_left_over(report, project):
    assert len(project.get("approvals", [])) == len(report.accepted)
