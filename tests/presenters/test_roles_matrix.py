import pytest

from tests.presenters.roles_cases import Heard, MatrixView, desk_with, kpi
from workbench.document.edits.kpis import ChangeKpi
from workbench.document.edits.roles import ChangeRole
from workbench.presenters.roles.matrix import MatrixPresenter
from workbench.presenters.roles.matrix_picture import RowFilter

OWNED = kpi("leads", "marketer", weight=0.4)


class Matrix:
    """A matrix somebody looks at."""

    def __init__(self, *kpis, code="en"):
        self.desk = desk_with(*kpis, code=code)
        self.heard = Heard(self.desk)
        self.view = MatrixView()
        self.presenter = MatrixPresenter(self.desk)
        self.presenter.attach(self.view)
        self.presenter.wake()

    @property
    def picture(self):
        return self.view.pictures[-1]

    def kpi(self, metric, role):
        return self.desk.project.kpi_by_place.get((metric, role))

    def steps(self):
        return [str(step.title) for step in self.desk.session.history.done]


@pytest.fixture
def matrix():
    return Matrix(OWNED)


def test_that_waking_shows_the_matrix(matrix):
    assert [column.role for column in matrix.picture.columns] == [
        "sdr", "marketer", "head", "agency",
    ]  # fmt: skip


def test_that_an_edit_is_followed_at_once(matrix):
    matrix.desk.do(ChangeKpi("leads", "marketer", {"weight": 0.5}))
    assert matrix.picture.cells["leads", "marketer"].caption == "50%"


def test_that_what_changes_nothing_here_is_not_shown_again(matrix):
    matrix.desk.do(ChangeRole("sdr", {"salary": 1.0}))
    assert len(matrix.view.pictures) == 1


def test_that_nothing_is_painted_while_nobody_looks(matrix):
    matrix.presenter.sleep()
    matrix.presenter.assign(("cost", "sdr"))
    assert len(matrix.view.pictures) == 1


def test_that_waking_shows_what_was_missed(matrix):
    matrix.presenter.sleep()
    matrix.presenter.assign(("cost", "sdr"))
    matrix.presenter.wake()
    assert ("cost", "sdr") in matrix.picture.cells


def test_that_the_language_is_followed(matrix):
    matrix.desk.speak("ru")
    assert matrix.picture.cells["leads", "marketer"].caption == "40\u00a0%"


def test_that_a_free_cell_is_given(matrix):
    matrix.presenter.assign(("cost", "sdr"))
    assert matrix.kpi("cost", "sdr").part == "owner"


def test_that_giving_a_taken_cell_changes_nothing(matrix):
    matrix.presenter.assign(("leads", "marketer"))
    assert matrix.steps() == []


def test_that_a_second_owner_is_told_about(matrix):
    matrix.presenter.assign(("leads", "sdr"))
    assert matrix.heard.said[0].startswith("“Leads” already has the owner Marketer")


def test_that_a_result_can_be_given_all_the_same(matrix):
    matrix.presenter.assign(("revenue", "sdr"))
    assert matrix.kpi("revenue", "sdr").part == "owner"


@pytest.mark.parametrize("words", ["25", "25 %", "25%", " 25,0 "])
def test_that_a_weight_is_typed_in_per_cent(matrix, words):
    assert matrix.presenter.weigh(("leads", "marketer"), words)
    assert matrix.kpi("leads", "marketer").weight == 0.25


def test_that_typing_into_a_free_cell_gives_the_metric(matrix):
    matrix.presenter.weigh(("cost", "sdr"), "40")
    assert (matrix.kpi("cost", "sdr").part, matrix.kpi("cost", "sdr").weight) == ("owner", 0.4)


def test_that_giving_and_weighing_are_one_step(matrix):
    matrix.presenter.assign(("cost", "sdr"))
    matrix.presenter.weigh(("cost", "sdr"), "40")
    matrix.presenter.end_weighing()
    assert matrix.steps() == ["Give “Cost per lead” to SDR"]


def test_that_weighing_again_later_is_another_step(matrix):
    matrix.presenter.weigh(("leads", "marketer"), "30")
    matrix.presenter.end_weighing()
    matrix.presenter.weigh(("leads", "marketer"), "20")
    assert matrix.steps() == ["Change the weight of “Leads”"] * 2


@pytest.mark.parametrize("words", ["101", "-5"])
def test_that_an_impossible_weight_is_refused_in_words(matrix, words):
    assert not matrix.presenter.weigh(("leads", "marketer"), words)
    assert matrix.heard.said == ["a weight is between 0 and 100%"]


def test_that_words_are_no_weight(matrix):
    assert not matrix.presenter.weigh(("leads", "marketer"), "much")
    assert matrix.heard.said == ["“much” is not a number"]


def test_that_a_helper_has_no_weight_to_type():
    matrix = Matrix(kpi("leads", "sdr", part="contributor"))
    assert not matrix.presenter.weigh(("leads", "sdr"), "20")
    assert matrix.kpi("leads", "sdr").weight == 0


def test_that_a_part_is_set(matrix):
    matrix.presenter.set_part(("leads", "marketer"), "leader")
    assert matrix.kpi("leads", "marketer").part == "leader"


def test_that_the_round_goes_on_from_the_part_there_is(matrix):
    matrix.presenter.cycle(("leads", "marketer"))
    assert matrix.kpi("leads", "marketer").part == "leader"


def test_that_a_cell_is_emptied(matrix):
    matrix.presenter.unassign(("leads", "marketer"))
    assert matrix.kpi("leads", "marketer") is None


def test_that_handing_over_goes_along(matrix):
    matrix.presenter.hand_over(("leads", "marketer"), "sdr")
    assert matrix.kpi("leads", "sdr").weight == 0.4
    assert matrix.desk.selection.selected.cell == ("leads", "sdr")


def test_that_a_refused_copy_goes_nowhere():
    matrix = Matrix(OWNED, kpi("leads", "sdr", part="leader"))
    matrix.presenter.hand_over(("leads", "marketer"), "sdr", copy=True)
    assert matrix.desk.selection.selected.cell is None


def test_that_one_undo_takes_back_a_change_of_owner(matrix):
    before = matrix.desk.project
    matrix.presenter.assign(("leads", "sdr"), take_over=True)
    matrix.desk.session.undo()
    assert matrix.desk.project == before


def test_that_the_selected_cell_is_shown(matrix):
    matrix.presenter.select(("cost", "sdr"))
    assert matrix.view.selected == (("cost", "sdr"), None, None)


def test_that_the_selected_role_is_shown(matrix):
    matrix.presenter.select_role("head")
    assert matrix.view.selected == (None, "head", None)


def test_that_the_selected_metric_is_shown(matrix):
    matrix.presenter.select_metric("cost")
    assert matrix.view.selected == (None, None, "cost")


def test_that_other_rows_are_shown_on_demand(matrix):
    matrix.presenter.narrow(RowFilter(words="cost"))
    assert [row.metric for row in matrix.picture.rows] == ["cost"]
