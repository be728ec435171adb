from __future__ import annotations

from tests.presenters.inspecting import Inspecting
from tests.projects import metric, project
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import AddRow, ChipsRow, NoteRow
from workbench.presenters.inspector.wishes import Added, Opened, Removed


def test_that_each_part_has_its_line_in_the_colours_of_the_roles(desk: Desk) -> None:
    inspecting = Inspecting(desk, "cr_qualified")
    owner = inspecting.row("owner", ChipsRow).chips[0]
    helper = inspecting.row("contributor", ChipsRow).chips[0]
    assert (owner.text, owner.color, owner.dashed) == ("SDR", "#2A9FD6", False)
    assert (helper.text, helper.dashed) == ("Маркетолог", True)
    assert inspecting.picture.row("leader") is None


def test_that_a_helper_says_how_it_helps(desk: Desk) -> None:
    helper = Inspecting(desk, "cr_qualified").row("contributor", ChipsRow).chips[0]
    assert helper.tip == "приводит трафик из подтверждённых каналов"


def test_that_leaders_and_sharers_are_shown(desk: Desk) -> None:
    inspecting = Inspecting(desk, "cr_meeting")
    assert [chip.text for chip in inspecting.row("leader", ChipsRow).chips] == ["РОП"]
    desk.selection.metrics(["deals"])
    sharers = [chip.text for chip in inspecting.row("shared", ChipsRow).chips]
    assert sharers == ["SDR", "Sales Support"]


def test_that_a_role_is_followed_to_its_kpi(desk: Desk) -> None:
    Inspecting(desk, "cr_qualified").wish(Opened("owner", "sdr"))
    assert desk.selection.selected.cell == ("cr_qualified", "sdr")


def test_that_a_metric_without_an_owner_says_so_and_offers_the_roles(desk: Desk) -> None:
    row = Inspecting(desk, "visits").row("owner", ChipsRow)
    assert (row.lead, row.add, len(row.options)) == ("no owner yet", "appoint", 7)


def test_that_an_owner_is_appointed(desk: Desk) -> None:
    inspecting = Inspecting(desk, "visits")
    inspecting.wish(Added("owner", "marketer"))
    kpi = desk.project.kpi_by_place["visits", "marketer"]
    assert (kpi.part, kpi.period) == ("owner", "month")
    assert inspecting.undo == "Give “Посещения сайта” to Маркетолог"


def test_that_another_role_gets_another_part(desk: Desk) -> None:
    inspecting = Inspecting(desk, "visits")
    inspecting.wish(Added("assign", "contributor:sdr"))
    assert desk.project.kpi_by_place["visits", "sdr"].part == "contributor"


def test_that_only_roles_without_a_part_are_offered_one(desk: Desk) -> None:
    options = Inspecting(desk, "cr_qualified").row("assign", AddRow).options
    roles = {option.id.partition(":")[2] for option in options}
    assert roles == {"bdr", "executive", "head", "support", "kam"}


def test_that_a_kpi_is_taken_away(desk: Desk) -> None:
    inspecting = Inspecting(desk, "cr_qualified")
    inspecting.wish(Removed("contributor", "marketer"))
    assert ("cr_qualified", "marketer") not in desk.project.kpi_by_place
    assert inspecting.undo == "Take “Конверсия лид → КЛ” from Маркетолог"


def test_that_a_project_without_roles_says_so() -> None:
    inspecting = Inspecting(Desk(project(metric("a", value=1.0)), "en"), "a")
    assert inspecting.row("no_roles", NoteRow).words == "The project has no roles yet."
    assert inspecting.picture.row("assign") is None
