import pytest

from tests.presenters.roles_cases import desk_with, kpi
from workbench.presenters.roles.matrix import MatrixPresenter
from workbench.presenters.roles.matrix_menu import MatrixMenu
from workbench.presenters.roles.role_list import RoleList


class Menus:
    """The menus of a matrix."""

    def __init__(self, *kpis):
        self.desk = desk_with(*kpis)
        self.menu = MatrixMenu(self.desk, MatrixPresenter(self.desk), RoleList(self.desk))

    def cell(self, metric, role):
        return {c.label: c for c in self.menu.of_cell((metric, role)) if not c.is_line}


@pytest.fixture
def menus():
    return Menus(kpi("leads", "marketer", weight=0.4))


def test_that_a_free_cell_offers_the_four_parts(menus):
    labels = list(menus.cell("cost", "sdr"))
    assert labels[:4] == [
        "Owner", "Leader: through the people led", "Shared with others", "Helps only",
    ]  # fmt: skip


def test_that_a_free_cell_has_nothing_to_hand_over(menus):
    assert "Hand over to" not in menus.cell("cost", "sdr")


def test_that_the_part_there_is_has_a_tick(menus):
    found = menus.cell("leads", "marketer")
    assert [label for label, choice in found.items() if choice.checked] == ["Owner"]


def test_that_becoming_the_owner_says_who_steps_back(menus):
    assert "Owner instead of Marketer, who will share" in menus.cell("leads", "sdr")


def test_that_becoming_the_owner_makes_the_other_share(menus):
    menus.cell("leads", "sdr")["Owner instead of Marketer, who will share"].run()
    assert menus.desk.project.kpi_by_place["leads", "marketer"].part == "shared"


def test_that_a_kpi_can_be_handed_to_every_other_role(menus):
    below = menus.cell("leads", "marketer")["Hand over to"].below
    assert [choice.label for choice in below] == ["SDR", "Head", "Agency"]


def test_that_handing_over_from_the_menu_works(menus):
    menus.cell("leads", "marketer")["Hand over to"].below[0].run()
    assert ("leads", "sdr") in menus.desk.project.kpi_by_place


def test_that_sharing_from_the_menu_keeps_the_owner(menus):
    menus.cell("leads", "marketer")["Share with"].below[0].run()
    assert len(menus.desk.project.kpis_of_metric("leads")) == 2


def test_that_taking_away_from_the_menu_works(menus):
    menus.cell("leads", "marketer")["Take away"].run()
    assert menus.desk.project.kpis == ()


def test_that_the_menu_leads_to_metric_and_role(menus):
    found = menus.cell("leads", "sdr")
    found["Show the metric “Leads”"].run()
    assert menus.desk.selection.selected.metrics == ("leads",)
    found["Show the role “SDR”"].run()
    assert menus.desk.selection.selected.role == "sdr"


def test_that_the_first_column_cannot_move_left(menus):
    found = {choice.label: choice for choice in menus.menu.of_role("sdr")}
    assert (found["Move left"].enabled, found["Move right"].enabled) == (False, True)


def test_that_a_column_moves_from_its_menu(menus):
    found = {choice.label: choice for choice in menus.menu.of_role("sdr")}
    found["Move right"].run()
    assert [role.key for role in menus.desk.project.roles][:2] == ["marketer", "sdr"]


def test_that_a_role_is_not_merged_into_itself(menus):
    assert [choice.label for choice in menus.menu.merging("sdr")] == ["Marketer", "Head", "Agency"]
