"""The problems panel: what it lists, where it leads, and what it does when asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.checks.cases import sound
from tests.presenters.conftest import Notices
from tests.presenters.problems import bent, desk_with, presenter_of, twice_bent
from workbench.document.edits.kpis import ChangeKpi
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.edits.roles import ChangeRole
from workbench.document.project import Project
from workbench.formula.staffing import RemoveRole
from workbench.presenters.desk import Desk
from workbench.presenters.problems.counts import Counts, counts
from workbench.presenters.problems.picture import Preview, Shown
from workbench.presenters.selection import Selected
from workbench.presenters.starts import empty_project

SDR, EXECUTIVE = "KPI201 sdr sdr 1", "KPI201 executive executive 1"


def test_that_the_list_says_what_is_wrong_with_real_names_and_numbers() -> None:
    _, panel, _ = presenter_of(desk_with(bent()))
    row = panel.picture.rows[0]
    assert row.sentence == "The weights of SDR add up to 130% instead of 100%"
    assert row.mend == "Bring the weights of SDR to 100%"


def test_that_the_list_speaks_russian() -> None:
    desk = desk_with(bent(), "ru")
    _, panel, _ = presenter_of(desk)
    assert "SDR" in panel.picture.rows[0].sentence
    assert panel.picture.counts["error"] == "1 ошибка"


def test_that_a_sound_system_is_told_to_be_sound() -> None:
    _, panel, _ = presenter_of(desk_with())
    assert panel.picture.rows == ()
    assert panel.picture.empty == "Nothing to mend: the system of KPIs is sound"


@pytest.mark.parametrize(
    ("project", "doubt"),
    [
        (sound().having(kpis=()), "there is little to check: no role has a KPI yet"),
        (ChangeMetric("visits", {"value": None}).apply(sound()), "1 metric has no number"),
    ],
)
def test_that_what_the_checks_cannot_look_at_is_not_called_sound(
    finds: Callable[..., None], project: Project, doubt: str
) -> None:
    finds()
    _, panel, _ = presenter_of(desk_with(project))
    assert panel.picture.empty == f"Nothing found so far, but {doubt}"


def test_that_an_empty_project_is_told_what_the_checks_do() -> None:
    desk = Desk(empty_project(desk_with().language), "en")
    desk.checking.check()
    _, panel, _ = presenter_of(desk)
    assert panel.picture.empty.startswith("Draw a funnel")


def test_that_nothing_is_shown_again_when_nothing_differs() -> None:
    desk = desk_with(bent())
    presenter, panel, _ = presenter_of(desk)
    before = len(panel.pictures)
    desk.do(ChangeRole("head", {"mission": "leads"}))
    desk.checking.check()
    presenter.refresh()
    assert len(panel.pictures) == before


def test_that_a_panel_nobody_sees_is_left_alone() -> None:
    desk = desk_with()
    _, panel, _ = presenter_of(desk)
    panel.seen = False
    desk.do(ChangeKpi("cr_qualified", "sdr", {"weight": 0.8}))
    desk.checking.check()
    assert len(panel.pictures) == 1


def test_that_a_severity_can_be_left_out_and_is_counted_all_the_same() -> None:
    presenter, panel, _ = presenter_of(desk_with(bent()))
    presenter.toggle("error")
    assert panel.picture.rows == ()
    assert panel.picture.counts["error"] == "1 error"
    assert "filters" in panel.picture.empty
    presenter.toggle("error")
    assert len(panel.picture.rows) == 1


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (Shown(role="sdr"), [SDR]),
        (Shown(role="head"), []),
        (Shown(place="roles"), [SDR, EXECUTIVE]),
        (Shown(place="funnel"), []),
    ],
)
def test_that_findings_are_narrowed_to_a_place_and_a_role(shown, expected) -> None:
    presenter, panel, _ = presenter_of(desk_with(twice_bent()))
    presenter.narrow(shown)
    assert [row.id for row in panel.picture.rows] == expected


def test_that_a_finding_leads_to_its_role() -> None:
    desk = desk_with(bent())
    presenter, _, _ = presenter_of(desk)
    presenter.go_to(SDR)
    assert (desk.place, desk.selection.selected) == ("roles", Selected(role="sdr"))


def test_that_the_next_finding_follows_the_last_one_round_and_round() -> None:
    desk = desk_with(twice_bent())
    presenter, _, _ = presenter_of(desk)
    visited = []
    for _ in range(3):
        presenter.step(1)
        visited.append(desk.selection.selected.role)
    assert visited == ["sdr", "executive", "sdr"]
    presenter.step(-1)
    assert desk.selection.selected.role == "executive"


def test_that_a_mend_is_previewed_before_anything_changes() -> None:
    desk = desk_with(bent())
    presenter, panel, _ = presenter_of(desk)
    before = desk.project
    presenter.consider(SDR)
    preview = panel.detail.preview
    assert preview is not None
    assert preview.title == "Bring the weights of SDR to 100%"
    assert len(preview.changes) == 2
    assert "80%" in preview.changes[0]
    assert "62%" in preview.changes[0]
    assert desk.project is before


def test_that_a_preview_can_be_left_without_a_trace() -> None:
    desk = desk_with(bent())
    presenter, panel, _ = presenter_of(desk)
    presenter.consider(SDR)
    presenter.reconsider()
    assert panel.detail.preview is None
    assert desk.session.history.undo_title is None


def test_that_a_mend_is_one_step_of_undo_under_its_own_title() -> None:
    desk = desk_with(bent())
    presenter, panel, _ = presenter_of(desk)
    before = desk.project
    presenter.consider(SDR)
    presenter.mend()
    assert panel.picture.rows == ()
    assert str(desk.session.history.undo_title) == "Bring the weights of SDR to 100%"
    desk.session.undo()
    assert desk.project is before


def test_that_a_mend_of_what_is_right_by_now_does_nothing() -> None:
    desk = desk_with(bent())
    notices = Notices(desk)
    presenter, _, _ = presenter_of(desk)
    presenter.consider(SDR)
    desk.do(ChangeKpi("cr_meeting", "sdr", {"weight": 0.2}))
    presenter.mend()
    assert desk.project.kpi_by_place["cr_qualified", "sdr"].weight == 0.8
    assert notices.said == ["This has changed meanwhile: have another look"]


def muddled(**kpi: object) -> Desk:
    """A desk with several findings about one KPI."""
    return desk_with(bent(**{"cr_qualified@sdr": {"base": None, "period": None, **kpi}}))


def test_that_another_mend_than_the_one_that_was_shown_is_never_carried_out() -> None:
    desk = muddled()
    presenter, panel, _ = presenter_of(desk)
    base = next(row.id for row in panel.picture.rows if "no base" in row.sentence)
    presenter.consider(base)
    desk.do(ChangeKpi("cr_qualified", "sdr", {"base": 0.8}))
    presenter.mend()
    assert desk.project.kpi_by_place["cr_qualified", "sdr"].period is None


def test_that_a_reason_is_given_to_the_finding_that_was_read_and_to_no_other() -> None:
    desk = muddled()
    presenter, panel, _ = presenter_of(desk)
    presenter.choose(panel.picture.rows[0].id)
    presenter.accept("agreed")
    presenter.accept("agreed")
    assert len(desk.project.approvals) == 1


def test_that_numbers_nobody_has_read_are_not_accepted() -> None:
    desk = desk_with(bent())
    presenter, panel, _ = presenter_of(desk)
    presenter.choose(SDR)
    desk.do(ChangeKpi("cr_qualified", "sdr", {"weight": 0.9}))
    presenter.accept("agreed")
    assert desk.project.approvals == ()
    assert "140%" in panel.detail.sentence


def test_that_a_preview_is_computed_once_as_long_as_nothing_changes(monkeypatch) -> None:
    tried: list[object] = []

    def counted(_desk: Desk, mend: object) -> Preview:
        tried.append(mend)
        return Preview("", ())

    monkeypatch.setattr("workbench.presenters.problems.presenter.preview", counted)
    presenter, _, _ = presenter_of(desk_with(bent()))
    presenter.consider(SDR)
    presenter.refresh()
    presenter.toggle("hint")
    assert len(tried) == 1


def test_that_the_next_finding_is_found_whatever_the_filters_hide() -> None:
    desk = desk_with(bent())
    presenter, panel, _ = presenter_of(desk)
    presenter.toggle("error")
    presenter.step(1)
    assert desk.selection.selected == Selected(role="sdr")
    assert len(panel.picture.rows) == 1


def test_that_the_counts_are_those_of_the_chosen_role() -> None:
    presenter, panel, _ = presenter_of(desk_with(twice_bent()))
    presenter.narrow(Shown(role="sdr"))
    assert panel.picture.counts["error"] == "1 error"


def test_that_the_neighbour_of_what_was_mended_is_chosen_next() -> None:
    desk = desk_with(twice_bent())
    presenter, panel, _ = presenter_of(desk)
    presenter.consider(SDR)
    presenter.mend()
    assert panel.detail.id == EXECUTIVE


def test_that_a_finding_is_accepted_with_a_reason_and_greyed() -> None:
    desk = desk_with(bent())
    presenter, panel, _ = presenter_of(desk)
    presenter.choose(SDR)
    presenter.accept("agreed with the director")
    assert panel.picture.rows[0].accepted == "accepted"
    assert panel.detail.reason == "agreed with the director"
    assert counts(desk.checking.report) == Counts()
    assert desk.project.approvals[0].reason == "agreed with the director"


def test_that_nothing_is_accepted_without_a_reason() -> None:
    desk = desk_with(bent())
    notices = Notices(desk)
    presenter, _, _ = presenter_of(desk)
    presenter.choose(SDR)
    presenter.accept("  ")
    assert desk.project.approvals == ()
    assert notices.said == ["Say why: a finding is accepted with a reason"]


def accepted(desk: Desk) -> Project:
    presenter, _, _ = presenter_of(desk)
    presenter.choose(SDR)
    presenter.accept("agreed")
    return desk.project


def test_that_an_accepted_finding_comes_back_when_what_it_is_about_changes() -> None:
    desk = desk_with(bent())
    accepted(desk)
    desk.do(ChangeKpi("cr_qualified", "sdr", {"weight": 0.9}))
    assert len(desk.checking.check().findings) == 1


def test_that_an_acceptance_outlives_another_name() -> None:
    desk = desk_with(bent())
    accepted(desk)
    desk.do(ChangeRole("sdr", {"name": "Inbound"}))
    assert desk.checking.check().findings == ()


def test_that_an_acceptance_can_be_taken_back() -> None:
    desk = desk_with(bent())
    accepted(desk)
    presenter, panel, _ = presenter_of(desk)
    presenter.choose(SDR)
    presenter.withdraw()
    assert panel.picture.rows[0].accepted == ""
    assert desk.project.approvals == ()


def test_that_another_project_begins_without_filters() -> None:
    desk = desk_with(bent())
    presenter, panel, _ = presenter_of(desk)
    presenter.toggle("error")
    desk.session.open(twice_bent())
    desk.checking.check()
    assert len(panel.picture.rows) == 2


def test_that_the_panel_follows_the_language() -> None:
    desk = desk_with(bent())
    presenter, panel, _ = presenter_of(desk)
    presenter.choose(SDR)
    desk.speak("ru")
    assert panel.picture.counts["error"] == "1 ошибка"
    assert panel.detail.heading.startswith("KPI201, ошибка")


def test_that_counts_are_those_of_a_place() -> None:
    report = desk_with(twice_bent()).checking.report
    assert counts(report) == counts(report, "roles") == Counts(errors=2)
    assert counts(report, "funnel") == Counts()
    assert str(counts(report).words) == "2 errors"
    assert str(Counts().words) == "nothing found"


def test_that_a_role_that_is_gone_filters_nothing() -> None:
    desk = desk_with(twice_bent())
    presenter, panel, _ = presenter_of(desk)
    presenter.narrow(Shown(role="sdr"))
    desk.do(RemoveRole("sdr"))
    desk.checking.check()
    assert EXECUTIVE in [row.id for row in panel.picture.rows]
