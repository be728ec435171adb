"""The gate before the export: ready to send, or what is in the way."""

import pytest

from tests.presenters.checked import finding
from tests.presenters.months import plan
from workbench.base.languages import language
from workbench.excel.vocabulary import DRAFT
from workbench.presenters.desk import Desk
from workbench.presenters.selection import Selected
from workbench.presenters.sheets.chosen import Chosen, SheetId
from workbench.presenters.sheets.gate import gate

ERROR, WARNING, HINT = finding("error"), finding("warning"), finding("hint")


def shown(chosen=None, **members):
    """The gate of a plan whose client has a name."""
    client = plan().client.having(name="Daisy")
    desk = Desk(plan(**{"client": client, **members}), "en")
    desk.checking.check()
    return gate(desk, chosen or Chosen("en"))


def listed(of, *kinds):
    return [fact.words for fact in of.facts if fact.kind in kinds]


def test_that_a_sound_project_is_ready(finds):
    finds()
    of = shown()
    assert (of.words, of.tone, of.draft) == ("Ready to send", "good", "")
    assert [(fact.kind, fact.words) for fact in of.facts] == [
        ("ready", "The checks found no errors and no warnings")
    ]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "Ready to send, 1 warning to look at"),
        (3, "Ready to send, 3 warnings to look at"),
    ],
)
def test_that_warnings_alone_keep_nobody_from_sending(finds, count, words):
    finds(*[WARNING] * count)
    of = shown()
    assert (of.words, of.tone, of.draft) == (words, "good", "")
    assert listed(of, "warning") == ["warning"] * count


def test_that_an_error_is_in_the_way(finds):
    finds(ERROR, WARNING, WARNING, WARNING)
    of = shown()
    assert (of.words, of.tone) == ("Not ready: 1 error, 3 warnings", "bad")
    assert [fact.kind for fact in of.facts] == ["error", "warning", "warning", "warning"]


def test_that_something_missing_is_in_the_way(finds):
    finds()
    of = shown(client=plan().client)
    assert (of.words, of.tone) == ("Not ready: 1 gap", "bad")
    assert of.facts[0].kind == "missing"


def test_that_everything_in_the_way_is_counted(finds):
    finds(ERROR, ERROR, WARNING)
    assert shown(client=plan().client).words == "Not ready: 2 errors, 1 gap, 1 warning"


def test_that_hints_are_not_listed(finds):
    finds(HINT)
    of = shown()
    assert of.words == "Ready to send"
    assert [fact.kind for fact in of.facts] == ["ready"]


@pytest.mark.parametrize(
    ("about", "place", "selected"),
    [
        ({"metric": "share", "role": "sdr"}, "roles", Selected(cell=("share", "sdr"))),
        ({"role": "sdr"}, "roles", Selected(role="sdr")),
        ({"metric": "share"}, "funnel", Selected(metrics=("share",))),
        ({"topic": "the team"}, "funnel", Selected()),
    ],
)
def test_that_a_finding_leads_to_what_it_is_about(finds, about, place, selected):
    finds(finding("warning", **about))
    (fact,) = shown().facts
    assert (fact.place, fact.selected) == (place, selected)
    assert fact.tip == "KPI999: warning"


def test_that_of_many_findings_the_gravest_are_listed(finds):
    finds(*[ERROR] * 5, *[WARNING] * 14)
    of = shown()
    assert [fact.kind for fact in of.facts] == ["error"] * 5 + ["warning"] * 7 + ["note"]
    assert listed(of, "note") == ["and 7 more in the checks"]
    assert of.words == "Not ready: 5 errors, 14 warnings"


def test_that_twelve_findings_are_all_listed(finds):
    finds(*[WARNING] * 12)
    assert listed(shown(), "note") == []


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 finding accepted with a reason"), (2, "2 findings accepted with a reason")],
)
def test_that_accepted_findings_are_counted_and_not_in_the_way(finds, count, words):
    finds(accepted=(ERROR,) * count)
    of = shown()
    assert (of.words, of.draft) == ("Ready to send", "")
    assert listed(of, "note") == [words]


def test_that_a_role_that_is_left_out_is_not_looked_at(finds):
    finds(finding("error", role="sdr"), finding("warning", role="head"), WARNING)
    of = shown(Chosen("en", frozenset({SheetId("role", "sdr")})))
    assert of.words == "Ready to send, 2 warnings to look at"
    assert of.draft == ""


@pytest.mark.parametrize(("found", "members"), [([ERROR], {}), ([], {"client": plan().client})])
def test_that_an_export_that_is_not_ready_says_how_it_is_marked(finds, found, members):
    finds(*found)
    assert shown(**members).draft == "If exported now, the cover will be marked “Draft”"
    assert f"“{language('ru').say(DRAFT)}”" in shown(Chosen("ru"), **members).draft
