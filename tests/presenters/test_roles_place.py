import pytest

from tests.presenters.roles_cases import desk_with, kpi
from workbench.presenters.roles.matrix_picture import RowFilter
from workbench.presenters.roles.place import PlacePresenter


class PlaceView:
    """The frame, which only remembers."""

    def __init__(self):
        self.mode = ""
        self.shown = RowFilter()
        self.missing = (False, False)
        self.searched = 0

    def show_mode(self, mode):
        self.mode = mode

    def show_filter(self, shown):
        self.shown = shown

    def show_emptiness(self, roles, metrics):
        self.missing = (roles, metrics)

    def focus_search(self):
        self.searched += 1


class Place:
    """The place with its actions by id."""

    def __init__(self, *kpis, **members):
        self.desk = desk_with(*kpis, **members)
        self.presenter = PlacePresenter(self.desk)
        self.view = PlaceView()
        self.presenter.attach(self.view)
        self.presenter.set_visible(True)
        self.actions = {action.id: action for action in self.presenter.actions()}

    def run(self, id):
        assert self.actions[id].enabled()
        self.actions[id].run()


@pytest.fixture
def place():
    return Place(kpi("leads", "marketer", weight=0.4))


def test_that_the_matrix_is_open_first(place):
    assert place.view.mode == "matrix"


def test_that_the_cards_can_be_opened(place):
    place.run("roles.cards")
    assert place.view.mode == "cards"


def test_that_the_open_view_has_the_tick(place):
    place.run("roles.cards")
    ticks = [place.actions[f"roles.{mode}"].checked() for mode in ("matrix", "cards")]
    assert ticks == [False, True]


def test_that_opening_a_view_opens_the_place(place):
    place.run("roles.cards")
    assert place.desk.place == "roles"


def test_that_only_influenceable_is_a_switch(place):
    place.run("roles.influenceable")
    assert place.view.shown.influenceable
    place.run("roles.influenceable")
    assert not place.view.shown.influenceable


def test_that_the_filter_keeps_the_search(place):
    place.presenter.search(" lead ")
    place.run("roles.influenceable")
    assert place.view.shown == RowFilter(True, "lead")


def test_that_the_search_goes_to_the_matrix(place):
    place.run("roles.cards")
    place.run("roles.search")
    assert (place.view.mode, place.view.searched) == ("matrix", 1)


def test_that_a_project_without_roles_is_empty():
    assert Place(roles=()).view.missing == (True, False)


def test_that_the_first_role_ends_the_emptiness():
    place = Place(roles=())
    place.run("roles.add")
    assert place.view.missing == (False, False)


def test_that_the_menu_offers_a_blank_role_and_those_of_the_method(place):
    labels = [choice.label for choice in place.presenter.new_roles() if not choice.is_line]
    assert labels[0] == "Blank role"
    assert len(labels) == 10


def test_that_the_palette_knows_the_standard_roles(place):
    place.run("roles.add.kam")
    assert place.desk.project.roles[-1].key == "kam"


def test_that_actions_of_a_role_need_one(place):
    assert not place.actions["roles.remove"].enabled()


def test_that_actions_of_a_role_take_that_of_the_selected_cell(place):
    place.desk.selection.cell("leads", "head")
    place.run("roles.left")
    assert [role.key for role in place.desk.project.roles][1] == "head"


def test_that_the_selected_role_is_removed(place):
    place.desk.selection.role("head")
    place.run("roles.remove")
    assert "head" not in place.desk.project.role_by_key


def test_that_actions_of_a_cell_work_on_the_selected_one(place):
    place.desk.selection.cell("cost", "sdr")
    place.run("roles.assign")
    place.run("roles.part")
    assert place.desk.project.kpi_by_place["cost", "sdr"].part == "leader"
    place.run("roles.unassign")
    assert ("cost", "sdr") not in place.desk.project.kpi_by_place


def test_that_only_a_taken_cell_in_sight_can_be_emptied(place):
    place.desk.selection.cell("cost", "sdr")
    assert not place.actions["roles.unassign"].enabled()
    place.desk.selection.cell("leads", "marketer")
    assert place.actions["roles.unassign"].enabled()
    place.run("roles.cards")
    assert not place.actions["roles.unassign"].enabled()


def test_that_adding_a_role_goes_where_it_can_be_seen(place):
    place.run("roles.add")
    assert place.desk.place == "roles"


def test_that_actions_have_different_ids(place):
    ids = [action.id for action in place.presenter.actions()]
    assert len(set(ids)) == len(ids)


def test_that_a_place_out_of_sight_sleeps(place):
    place.presenter.set_visible(False)
    place.desk.selection.cell("cost", "sdr")
    before = place.view.missing
    place.run("roles.assign")
    assert place.view.missing == before
