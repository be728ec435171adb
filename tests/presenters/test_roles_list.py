import pytest

from tests.presenters.roles_cases import desk_with, kpi
from workbench.base.languages import CODES, language
from workbench.base.texts import text
from workbench.presenters.roles.palette import COLORS, free_color
from workbench.presenters.roles.role_list import RoleList
from workbench.presenters.roles.standard_roles import STANDARD_ROLES, standard_role


def roles_of(desk):
    return [role.name for role in desk.project.roles]


def test_that_a_blank_role_is_added_and_selected():
    desk = desk_with()
    RoleList(desk).add_blank()
    assert roles_of(desk)[-1] == "New role"
    assert desk.selection.selected.role == "role"


@pytest.mark.parametrize("way", ["blank", "standard"])
def test_that_the_name_of_an_added_role_is_asked_for_once_it_is_selected(way):
    desk = desk_with()
    asked = []
    desk.naming_wanted.connect(lambda key: asked.append((key, desk.selection.selected.role)))
    roles = RoleList(desk)
    roles.add_blank() if way == "blank" else roles.add_standard("kam")
    added = desk.project.roles[-1].key
    assert asked == [(added, added)]


def test_that_a_second_blank_role_has_another_name_and_key():
    desk = desk_with()
    for _ in range(2):
        RoleList(desk).add_blank()
    assert roles_of(desk)[-2:] == ["New role", "New role 2"]
    assert [role.key for role in desk.project.roles][-2:] == ["role", "role_2"]


def test_that_a_blank_role_is_named_in_the_language_of_the_project():
    desk = desk_with(language="ru")
    RoleList(desk).add_blank()
    assert roles_of(desk)[-1] == language("ru").say(text("New role"))


def test_that_a_new_role_gets_a_colour_nobody_has():
    desk = desk_with()
    for _ in range(5):
        RoleList(desk).add_blank()
    colors = [role.color for role in desk.project.roles]
    assert len(set(colors)) == len(colors)


def test_that_a_standard_role_brings_mission_and_duties():
    desk = desk_with()
    RoleList(desk).add_standard("kam")
    role = desk.project.roles[-1]
    assert (bool(role.mission), bool(role.duties), role.name) == (True, True, "Key account manager")


def test_that_a_standard_role_keeps_its_colour_where_it_is_free():
    desk = desk_with(roles=())
    RoleList(desk).add_standard("sdr")
    assert desk.project.roles[0].color == standard_role("sdr", "en").color


def test_that_a_standard_role_takes_another_colour_where_its_own_is_taken():
    desk = desk_with()
    RoleList(desk).add_standard("sdr")
    assert desk.project.roles[-1].color != standard_role("sdr", "en").color


def test_that_a_standard_role_that_is_there_comes_as_a_second_one():
    desk = desk_with()
    RoleList(desk).add_standard("sdr")
    assert (desk.project.roles[-1].key, desk.project.roles[-1].name) == ("sdr_2", "SDR 2")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("key", STANDARD_ROLES)
def test_that_every_standard_role_is_there_in_both_languages(key, code):
    role = standard_role(key, code)
    assert (bool(role.name), bool(role.mission), bool(role.duties)) == (True, True, True)


@pytest.mark.parametrize("key", STANDARD_ROLES)
def test_that_a_standard_role_brings_no_numbers_of_others(key):
    role = standard_role(key, "en")
    assert (role.salary, role.bonus, role.capacity) == (0, 0, ())


def test_that_the_standard_contractor_is_one():
    assert standard_role("crm_contractor", "en").employment == "contractor"


def test_that_a_column_moves():
    desk = desk_with()
    RoleList(desk).move("marketer", -1)
    assert roles_of(desk) == ["Marketer", "SDR", "Head", "Agency"]


def test_that_a_column_stays_at_the_edge():
    desk = desk_with()
    RoleList(desk).move("sdr", -1)
    assert desk.session.history.done == ()


def test_that_merging_selects_the_role_that_stays():
    desk = desk_with(kpi("leads", "marketer", weight=0.4))
    RoleList(desk).merge("marketer", "sdr")
    assert desk.selection.selected.role == "sdr"
    assert ("leads", "sdr") in desk.project.kpi_by_place


def test_that_merging_is_named():
    desk = desk_with()
    RoleList(desk).merge("marketer", "sdr")
    assert str(desk.session.history.undo_title) == "Merge Marketer into SDR"


def test_that_removing_selects_the_neighbour():
    desk = desk_with()
    RoleList(desk).remove("marketer")
    assert desk.selection.selected.role == "head"


def test_that_removing_the_last_column_selects_the_one_before():
    desk = desk_with()
    RoleList(desk).remove("agency")
    assert desk.selection.selected.role == "head"


def test_that_removing_the_only_role_selects_nothing():
    desk = desk_with(roles=desk_with().project.roles[:1])
    RoleList(desk).remove("sdr")
    assert desk.selection.selected.role is None


def test_that_colours_are_told_apart():
    assert len({color.upper() for color in COLORS}) == len(COLORS)


def test_that_a_free_colour_is_found_without_regard_to_case():
    first = next(iter(COLORS))
    assert free_color([first.lower()]) != first


def test_that_more_roles_than_colours_get_one_all_the_same():
    assert free_color(list(COLORS)) in COLORS
