"""Every check on its cases: what triggers it, what does not, and what its mends make of it."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from tests.checks.cases import (
    cases,
    comparable,
    findings,
    patched,
    project_of,
    sound,
    sound_tree,
)
from workbench.base.languages import CODES, language
from workbench.checks.catalogue import CHECKS
from workbench.checks.check import paragraphs

# Whatever the names of a client are in the cases, no sentence is made of them alone.
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
ALL = list(cases())
NAMES = [f"{code}: {case['name']}" for code, case in ALL]
MENDED = [(code, case) for code, case in ALL if "mend" in case]


def described(finding):
    """A finding as the cases write it."""
    return {"severity": finding.severity, "subject": finding.subject, "role": finding.role}


def expected(entry):
    return {name: entry.get(name) for name in ("severity", "subject", "role")}


@pytest.mark.parametrize(("code", "case"), ALL, ids=NAMES)
def test_that_a_case_finds_just_what_it_says(code, case):
    found = findings(project_of(patched(sound_tree(), case["project"])), code)
    assert [described(one) for one in found] == [expected(entry) for entry in case["finds"]]
    for finding, entry in zip(found, case["finds"], strict=True):
        for spoken in CODES:
            if spoken in entry:
                said = language(spoken).say(finding.message)
                assert said.replace("\u00a0", " ").replace("\u202f", " ") == entry[spoken]


@pytest.mark.parametrize(
    ("code", "case"), MENDED, ids=[f"{code}: {case['name']}" for code, case in MENDED]
)
def test_that_a_mend_makes_the_project_that_is_meant(code, case):
    tree = patched(sound_tree(), case["project"])
    for entry in case["mend"] if isinstance(case["mend"], list) else [case["mend"]]:
        found = findings(project_of(tree), code)[entry.get("finding", 0)]
        mend = next(one for one in found.mends if str(one.title) == entry["title"])
        after = mend.edit.apply(project_of(tree))
        assert comparable(after) == comparable(project_of(patched(tree, entry["after"])))
        left = [described(one) for one in findings(after, code)]
        assert (described(found) in left) == entry.get("stays", False)


def test_that_every_check_has_cases_of_all_three_kinds():
    kinds = defaultdict(set)
    for code, case in ALL:
        kinds[code].add("finds" if case["finds"] else "silent")
        if "mend" in case:
            kinds[code].add("mended")
    assert dict(kinds) == {check.code: {"finds", "silent", "mended"} for check in CHECKS}


def test_that_a_sound_system_has_no_finding():
    assert [str(one.message) for one in findings(sound())] == []


def said_by(finding):
    """Everything that a finding says to a person."""
    mends = [text for mend in finding.mends for text in (mend.title, mend.note) if text]
    return [finding.message, finding.why, *mends]


def test_that_everything_a_finding_says_is_said_in_both_languages():
    russian = language("ru")
    untold = {
        str(one)
        for _code, case in ALL
        for finding in findings(project_of(patched(sound_tree(), case["project"])))
        for one in said_by(finding)
        if not _CYRILLIC.search(russian.say(one))
    }
    assert untold == set()


@pytest.mark.parametrize("check", CHECKS, ids=[check.code for check in CHECKS])
def test_that_a_check_has_a_help_page(check):
    assert check.help
    assert len(paragraphs(check.help)) == 4
    assert not check.title.id.endswith(".")
    for page in (check.what, check.why, check.todo):
        assert page.id.endswith(".")
