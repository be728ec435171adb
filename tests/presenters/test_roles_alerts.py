"""What the checks find, shown in the matrix and on the role cards."""

import pytest

from tests.presenters.findings import find, found
from tests.presenters.roles_cases import CardsView, MatrixView, desk_with, kpi, sales
from workbench.document.edits.kpis import ChangeKpi
from workbench.presenters.roles.cards import CardsPresenter
from workbench.presenters.roles.matrix import MatrixPresenter
from workbench.presenters.roles.tips import Tips

KPIS = (kpi("leads", "sdr", weight=0.6), kpi("quality", "sdr", weight=0.4))
CELL = found("error", "SDR cannot move it", "leads", "sdr")
ROW = found("warning", "It has no source", "leads")
COLUMN = found("hint", "Fewer than three KPIs", role="sdr")


@pytest.fixture
def desk():
    return desk_with(*KPIS)


@pytest.fixture
def matrix(desk):
    presenter, view = MatrixPresenter(desk), MatrixView()
    presenter.attach(view)
    presenter.wake()
    view.presenter = presenter  # type: ignore[attr-defined]  # nobody else keeps it
    return view


@pytest.fixture
def cards(desk):
    presenter, view = CardsPresenter(desk), CardsView()
    presenter.attach(view)
    presenter.wake()
    view.presenter = presenter  # type: ignore[attr-defined]
    return view


def row(view, key="leads"):
    return next(row for row in view.pictures[-1].rows if row.metric == key)


def sdr(view):
    return view.shown[-1][0]


def test_that_cell_row_and_column_show_what_is_found_about_them(desk, matrix):
    find(desk, CELL, ROW, COLUMN)
    picture = matrix.pictures[-1]
    assert picture.cells["leads", "sdr"].alert == "error"
    assert row(matrix).alert == "warning"
    assert picture.columns[0].alert == "hint"


def test_that_nothing_else_is_marked(desk, matrix):
    find(desk, CELL)
    picture = matrix.pictures[-1]
    assert picture.cells["quality", "sdr"].alert == ""
    assert not any(row.alert for row in picture.rows)
    assert not any(column.alert for column in picture.columns)


def test_that_signs_go_when_nothing_is_found_any_more(desk, matrix):
    find(desk, CELL, ROW, COLUMN)
    find(desk)
    assert matrix.pictures[-1] == matrix.pictures[0]


def test_that_a_check_marks_the_role_and_a_mend_unmarks_it(desk, matrix):
    desk.do(ChangeKpi("leads", "sdr", {"weight": 0.9}))
    desk.checking.check()
    assert matrix.pictures[-1].columns[0].alert == "error"
    desk.do(ChangeKpi("leads", "sdr", {"weight": 0.6}))
    desk.checking.check()
    assert matrix.pictures[-1].columns[0].alert != "error"


def test_that_what_is_found_again_is_not_shown_again(desk, matrix, cards):
    find(desk, CELL, ROW, COLUMN)
    find(desk, CELL, ROW, COLUMN)
    assert (len(matrix.pictures), len(cards.shown)) == (2, 2)


def test_that_nothing_is_painted_while_nobody_looks(desk, matrix, cards):
    matrix.presenter.sleep()
    cards.presenter.sleep()
    find(desk, CELL)
    assert (len(matrix.pictures), len(cards.shown)) == (1, 1)


def test_that_findings_do_not_scroll_to_what_is_selected(desk, matrix):
    desk.selection.role("head")
    matrix.selected = (None, None, None)
    find(desk, CELL)
    assert matrix.selected == (None, None, None)


def test_that_a_new_project_is_shown_once(desk, matrix):
    find(desk, CELL)
    shown = len(matrix.pictures)
    desk.session.open(sales(*KPIS[:1]))
    assert len(matrix.pictures) == shown + 1
    assert matrix.pictures[-1].cells["leads", "sdr"].alert == ""


def test_that_what_is_selected_stays_marked_in_a_project_that_is_opened(desk, matrix):
    desk.selection.role("sdr")
    find(desk, CELL)
    matrix.selected = (None, None, None)
    desk.session.open(sales(*KPIS[:1]))
    assert matrix.selected == (None, "sdr", None)


def test_that_rows_without_another_sign_stay_the_same_objects(desk, matrix):
    find(desk, ROW)
    before, after = matrix.pictures
    same = {a.metric for a, b in zip(before.rows, after.rows, strict=True) if a is b and a.metric}
    assert same == {"quality", "qualified", "price", "revenue", "cost"}


def test_that_a_screen_reader_hears_what_is_found(desk, matrix):
    find(desk, CELL, ROW, COLUMN)
    picture = matrix.pictures[-1]
    assert picture.cells["leads", "sdr"].spoken == "owner, 60% — error: SDR cannot move it"
    assert row(matrix).spoken == "Leads — warning: It has no source"
    assert picture.columns[0].spoken == "SDR — hint: Fewer than three KPIs"


def test_that_the_pointer_is_told_what_is_found(desk):
    find(desk, CELL, ROW, COLUMN)
    tips = Tips(desk)
    assert tips.cell(("leads", "sdr")).endswith("\n\nSDR cannot move it")
    assert tips.metric("leads").endswith("\n\nIt has no source")
    assert tips.role("sdr") == "SDR\n\nFewer than three KPIs"


def test_that_a_sound_role_tells_its_name(desk):
    assert Tips(desk).role("sdr") == "SDR"


def test_that_a_role_card_shows_what_is_found_about_role_and_kpis(desk, cards):
    find(desk, CELL, COLUMN)
    assert sdr(cards).alert == "hint"
    assert [line.alert for line in sdr(cards).lines] == ["error", ""]


def test_that_the_tip_of_a_role_card_says_everything_the_gravest_first(desk, cards):
    find(desk, CELL, COLUMN)
    assert sdr(cards).tip == "• SDR cannot move it\n• Fewer than three KPIs"


def test_that_a_role_card_is_heard_with_what_is_found(desk, cards):
    find(desk, CELL, COLUMN)
    said = sdr(cards).spoken
    assert said.startswith("SDR — hint: Fewer than three KPIs. 2 people.")
    assert "Leads: 60% — error: SDR cannot move it. Lead to qualified: 40%" in said


def test_that_a_contractor_whose_kpi_has_no_line_is_marked_itself():
    desk = desk_with(kpi("leads", "agency", weight=1.0))
    presenter, view = CardsPresenter(desk), CardsView()
    presenter.attach(view)
    presenter.wake()
    find(desk, found("error", "A contractor controls tasks", "leads", "agency"))
    assert (view.shown[-1][3].alert, view.shown[-1][0].alert) == ("error", "")
