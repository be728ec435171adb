"""Systems of KPIs as bad as they occur in practice: what must be found, and nothing more."""

from __future__ import annotations

import json

import pytest

from tests.checks.cases import bad_systems, findings, project_of
from workbench.base.languages import language

ALL = bad_systems()
NAMES = [path.stem for path in ALL]


@pytest.mark.parametrize("path", ALL, ids=NAMES)
def test_that_just_what_is_wrong_is_found(path):
    project = project_of(json.loads(path.read_text(encoding="utf-8")))
    expected = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
    found = [
        {"code": f.code, "severity": f.severity, "subject": f.subject, "role": f.role}
        for f in findings(project)
    ]
    assert found == expected


@pytest.mark.parametrize("path", ALL, ids=NAMES)
def test_that_every_first_mend_can_be_carried_out(path):
    project = project_of(json.loads(path.read_text(encoding="utf-8")))
    for finding in findings(project):
        for mend in finding.mends:
            assert mend.edit.apply(project) != project


def test_that_there_are_ten_of_them_in_both_languages():
    trees = [json.loads(path.read_text(encoding="utf-8")) for path in ALL]
    assert len(trees) >= 10
    assert {tree["language"] for tree in trees} == {"ru", "en"}


@pytest.mark.parametrize("path", ALL, ids=NAMES)
def test_that_the_name_of_what_is_wrong_stands_in_the_sentence(path):
    project = project_of(json.loads(path.read_text(encoding="utf-8")))
    for finding in findings(project):
        said = language(project.language).say(finding.message)
        if finding.code in ("KPI301", "KPI302"):  # named by phases, by stages
            continue
        if finding.metric is not None:
            assert project.metric(finding.metric).name in said
        elif finding.role is not None:
            assert project.role(finding.role).name in said
