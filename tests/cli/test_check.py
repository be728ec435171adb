import pytest

from tests.checks.cases import findings, patched, project_of, sound, sound_tree
from workbench.base.texts import text
from workbench.checks import runner
from workbench.checks.approvals import approval
from workbench.checks.finding import SEVERITIES, Finding, Mend
from workbench.checks.runner import Report
from workbench.cli import findings as shown
from workbench.cli.speaker import Lang, Speaker
from workbench.document.edits.approvals import Approve
from workbench.document.plan import Approval
from workbench.storage.project_file import save

HEAVY = {"kpis": {"cr_qualified@sdr": {"weight": 0.8}}}
SENTENCE = "The weights of SDR add up to 130% instead of 100%"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "plan.kpi"


@pytest.fixture
def heavy(file):
    """A system whose only error is that the weights of SDR make 130 %."""
    save(project_of(patched(sound_tree(), HEAVY)), file)
    return file


def of_code(tree, code):
    return [one for one in tree["findings"] if one["code"] == code]


def accept_everything(project, reason):
    for one in findings(project):
        project = Approve(approval(one, reason)).apply(project)
    return project


def test_that_a_sound_system_is_called_so_in_one_sentence(run, file):
    save(sound(), file)
    answer = run("check", file)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "This system of KPIs is sound: no check has anything to say\n"


def test_that_a_system_without_kpis_is_not_called_sound(run, file, monkeypatch):
    monkeypatch.setattr(runner, "examine", lambda _forecast: Report())
    save(sound().having(kpis=()), file)
    answer = run("check", file)
    assert answer.out == (
        "Nothing found so far, but there is little to check: no role has a KPI yet\n"
    )
    assert run("check", file, "--json").tree == {"findings": [], "accepted": []}


def test_that_a_sound_system_has_an_empty_report(run, file):
    save(sound(), file)
    answer = run("check", file, "--json")
    assert (answer.code, answer.tree) == (0, {"findings": [], "accepted": []})


def test_that_an_error_is_told_by_the_exit_code(run, heavy):
    assert run("check", heavy).code == 1
    assert run("check", heavy, "--json").code == 1


def test_that_the_json_has_the_members_of_the_agreement(run, heavy):
    (one,) = of_code(run("check", heavy, "--json").tree, "KPI201")
    assert list(one) == [
        "code", "severity", "subject", "role", "message", "why", "mend", "mends",
    ]  # fmt: skip
    assert (one["severity"], one["subject"], one["role"]) == ("error", "sdr", "sdr")
    assert one["message"] == SENTENCE
    assert one["why"].startswith("The weights share out the bonus.")
    assert one["mends"] == [one["mend"]] == ["Bring the weights of SDR to 100%"]


def test_that_what_is_not_there_is_null():
    finding = Finding("hint", text("something"), metric="leads", code="KPI999")
    tree = shown.report_tree(Report((finding,)), "hint", Speaker(Lang.EN).language)
    assert tree["findings"][0]["role"] is None
    assert (tree["findings"][0]["mend"], tree["findings"][0]["mends"]) == (None, [])


def test_that_the_table_has_the_sentence_and_its_mend(run, heavy):
    words = run("check", heavy).out
    assert SENTENCE in words
    assert "→ Bring the weights of SDR to 100%" in words
    assert words.splitlines()[-1].startswith("1 error")


def test_that_an_accepted_finding_is_no_error_any_more(run, heavy):
    agreed = accept_everything(project_of(patched(sound_tree(), HEAVY)), "agreed with the client")
    save(agreed, heavy)
    answer = run("check", heavy, "--json")
    assert (answer.code, answer.tree["findings"]) == (0, [])
    (one,) = [one for one in answer.tree["accepted"] if one["code"] == "KPI201"]
    assert (one["message"], one["reason"]) == (SENTENCE, "agreed with the client")
    assert "Nothing is open" in run("check", heavy).out
    assert "accepted" in run("check", heavy).out


def test_that_the_language_of_the_option_is_spoken(run, heavy):
    tree = run("check", heavy, "--lang", "ru", "--json").tree
    assert of_code(tree, "KPI201")[0]["message"] != SENTENCE
    assert "ошибка" in run("check", heavy, "--lang", "ru").out


def test_that_a_project_in_russian_is_answered_in_russian(run, file):
    save(project_of({**sound_tree(), "language": "ru"}), file)
    assert run("check", file).out != run("check", file, "--lang", "en").out


def test_that_an_unknown_severity_is_a_matter_of_usage(run, heavy):
    answer = run("check", heavy, "--severity", "grave")
    assert (answer.code, answer.out) == (2, "")
    assert "--severity takes one of error, warning, hint, not “grave”" in answer.err


@pytest.mark.parametrize("severity", ["error", "warning", "hint"])
def test_that_the_exit_code_does_not_depend_on_what_is_shown(run, heavy, severity):
    assert run("check", heavy, "--severity", severity).code == 1


def test_that_the_project_is_not_written(run, heavy):
    before = heavy.read_bytes()
    run("check", heavy)
    assert heavy.read_bytes() == before
    assert [one.name for one in heavy.parent.iterdir()] == [heavy.name]


FINDINGS = tuple(
    Finding(severity, text("the {n}. of {severity}", n=at, severity=severity), topic=f"{at}")
    for severity, most in zip(SEVERITIES, (1, 3, 2), strict=True)
    for at in range(most)
)
ACCEPTED = (Finding("error", text("agreed"), approval=Approval(code="KPI101", reason="so be it")),)


@pytest.mark.parametrize(
    ("least", "count"), [("error", 1), ("warning", 4), ("hint", 6)]
)  # fmt: skip
def test_that_nothing_below_the_severity_is_shown(capsys, least, count):
    speaker = Speaker(Lang.EN)
    report = Report(FINDINGS, ACCEPTED)
    assert len(shown.report_tree(report, least, speaker.language)["findings"]) == count
    shown.show_report(report, least, speaker)
    words = capsys.readouterr().out
    assert words.count("of error") == 1
    assert ("of warning" in words, "of hint" in words) == (count > 1, count > 4)


def test_that_an_accepted_finding_below_the_severity_is_not_shown_either():
    hint = (Finding("hint", text("agreed"), approval=Approval(code="KPI207")),)
    assert (
        shown.report_tree(Report((), hint), "warning", Speaker(Lang.EN).language)["accepted"] == []
    )


def test_that_everything_is_counted_whatever_is_shown():
    counted = shown.summary(Report(FINDINGS, ACCEPTED))
    assert Speaker(Lang.EN).say(counted) == "1 error, 3 warnings, 2 hints, 1 accepted"


def test_that_what_is_counted_has_the_plural_forms_of_russian():
    counted = shown.summary(Report(FINDINGS, ACCEPTED))
    assert Speaker(Lang.RU).say(counted) == "1 ошибка, 3 предупреждения, 2 совета, принято: 1"


def test_that_a_severity_stands_once_above_its_findings(capsys):
    shown.show_report(Report(FINDINGS), "hint", Speaker(Lang.EN))
    lines = capsys.readouterr().out.splitlines()
    assert sum(line.lstrip().startswith("warning") for line in lines) == 1


def test_that_a_finding_names_its_first_mend_only(capsys):
    mends = (Mend(text("do this"), ()), Mend(text("do that"), ()))
    shown.show_report(Report((Finding("hint", text("so"), mends=mends),)), "hint", Speaker(Lang.EN))
    words = capsys.readouterr().out
    assert "→ do this" in words
    assert "do that" not in words
