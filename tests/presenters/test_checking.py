"""The findings of the open project: never those of another, never a flicker."""

from __future__ import annotations

from tests.checks.cases import sound
from tests.presenters.problems import OVER, bent, desk_with
from workbench.document.edits.kpis import ChangeKpi
from workbench.presenters.background import Done
from workbench.presenters.desk import Desk


class NoControl:
    def report(self, done: int, total: int) -> None: ...

    def is_cancelled(self) -> bool:
        return False


def change(weight: float) -> ChangeKpi:
    return ChangeKpi("cr_qualified", "sdr", {"weight": weight})


def codes(desk: Desk) -> list[str]:
    return [finding.code for finding in desk.checking.report.findings]


def test_that_a_check_at_once_finds_what_is_wrong_now() -> None:
    desk = desk_with()
    desk.do(change(0.8))
    assert [f.code for f in desk.checking.check().findings] == ["KPI201"]


def test_that_the_findings_before_stay_until_the_next_answer() -> None:
    desk = desk_with(bent())
    desk.do(change(0.5))
    assert codes(desk) == ["KPI201"]
    assert not desk.checking.is_current


def test_that_every_edit_asks_for_another_round() -> None:
    desk, asked = desk_with(), []
    desk.checking.wanted.connect(lambda: asked.append(1))
    desk.do(change(0.8))
    assert asked == [1]


def test_that_the_answer_of_a_round_is_shown() -> None:
    desk = desk_with()
    desk.do(change(0.8))
    examination = desk.checking.examination()
    assert examination(NoControl()) == Done()
    desk.checking.take(examination)
    assert (codes(desk), desk.checking.is_current) == (["KPI201"], True)


def test_that_the_answer_for_a_project_that_has_gone_on_is_dropped_and_asked_again() -> None:
    desk, asked = desk_with(), []
    desk.do(change(0.8))
    examination = desk.checking.examination()
    examination(NoControl())
    desk.do(change(0.5))
    desk.checking.wanted.connect(lambda: asked.append(1))
    desk.checking.take(examination)
    assert (codes(desk), asked) == ([], [1])


def test_that_a_round_that_fails_is_not_begun_again_until_something_changes() -> None:
    desk = desk_with()
    desk.do(change(0.8))
    desk.checking.take(desk.checking.examination())  # it has found nothing, not even that
    assert (desk.checking.is_due, desk.checking.is_current) == (False, False)
    desk.do(change(0.7))
    assert desk.checking.is_due


def test_that_after_a_round_that_failed_one_can_still_ask_at_once() -> None:
    desk = desk_with()
    desk.do(change(0.8))
    desk.checking.take(desk.checking.examination())
    assert [f.code for f in desk.checking.check().findings] == ["KPI201"]


def test_that_nothing_found_about_one_client_is_shown_beside_another() -> None:
    desk = desk_with(bent())
    seen: list[list[str]] = []
    desk.calculation.updated.connect(lambda _update: seen.append(codes(desk)))
    desk.session.open(sound())
    assert seen == [[]]


def test_that_undo_brings_the_findings_before() -> None:
    desk = desk_with(bent())
    desk.do(change(0.5))
    desk.checking.check()
    desk.session.undo()
    desk.checking.check()
    assert codes(desk) == ["KPI201"]


def test_that_alerts_tell_what_they_are_about() -> None:
    alerts = desk_with(bent(**OVER, **{"visits@marketer": None})).checking.alerts
    assert alerts.role("sdr") is not None
    assert alerts.role("executive") is None
    assert alerts.cell("cr_qualified", "sdr") is None


def test_that_an_alert_has_the_gravest_severity_and_every_sentence() -> None:
    alert = desk_with(bent()).checking.alerts.role("sdr")
    assert alert is not None
    assert alert.severity == "error"
    assert [str(one) for one in alert.messages] == [
        "The weights of SDR add up to 130% instead of 100%"
    ]


def test_that_a_round_that_failed_is_not_begun_again_for_the_same() -> None:
    desk, asked = desk_with(), []
    desk.do(change(0.8))
    desk.checking.wanted.connect(lambda: asked.append(1))
    desk.checking.take(desk.checking.examination())
    assert asked == []
