import pytest
from PySide6.QtCore import QModelIndex, Qt

from tests.presenters.roles_cases import ENGLISH, desk_with, kpi, sales
from workbench.presenters.roles.matrix_picture import MatrixPainter, RowFilter
from workbench.presenters.roles.tips import Tips
from workbench.ui.panels.roles.matrix_model import FIRST_ROLE, METRIC, TARGET, MatrixModel
from workbench.ui.panels.roles.sums_table import SumsModel

OWNED = kpi("leads", "marketer", weight=0.4, plan=900.0)


def picture(*kpis, shown=RowFilter(), **members):  # noqa: B008
    return MatrixPainter().picture(sales(*kpis, **members), ENGLISH, shown)


@pytest.fixture
def model():
    made = MatrixModel(Tips(desk_with(OWNED)))
    made.show_picture(picture(OWNED))
    return made


@pytest.fixture
def changed(model):
    rows: list[int] = []

    def note(first, last, _roles):
        rows.extend(range(first.row(), last.row() + 1))

    model.dataChanged.connect(note)
    return rows


def test_that_the_matrix_keeps_the_rules_of_models(model, qtmodeltester):
    qtmodeltester.check(model)


def test_that_the_rules_hold_while_pictures_change(model, qtmodeltester):
    qtmodeltester.check(model)
    model.show_picture(picture(OWNED, shown=RowFilter(influenceable=True)))
    model.show_picture(picture(roles=sales().roles[:1]))
    model.show_picture(picture())


def test_that_the_sums_keep_the_rules_of_models(qtmodeltester):
    made = SumsModel()
    made.show_columns(picture(OWNED).columns)
    qtmodeltester.check(made)


def test_that_a_changed_cell_tells_only_its_row(model, changed):
    model.show_picture(picture(OWNED, kpi("cost", "sdr")))
    assert changed == [model.row_of("cost")]


def test_that_an_equal_picture_tells_nothing(model, changed):
    model.show_picture(picture(OWNED))
    assert changed == []


def test_that_other_rows_are_another_shape(model):
    assert model.show_picture(picture(OWNED, shown=RowFilter(influenceable=True)))
    assert not model.show_picture(picture(kpi("cost", "sdr"), shown=RowFilter(influenceable=True)))


def test_that_the_words_of_a_row_stand_in_its_columns(model):
    row = model.row_of("leads")
    words = [model.index(row, column).data() for column in range(FIRST_ROLE)]
    assert words == ["Leads", "≥\u00a0900", "1 day"]


def test_that_a_cell_shows_its_weight(model):
    assert model.index_of(("leads", "marketer")).data() == "40%"


def test_that_a_screen_reader_hears_metric_role_and_part(model):
    said = model.index_of(("leads", "marketer")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Leads, Marketer: owner, 40%"


def test_that_a_screen_reader_hears_where_a_free_cell_is(model):
    said = model.index_of(("leads", "sdr")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Leads, SDR"


def test_that_headings_cannot_be_gone_to(model):
    assert model.index(0, FIRST_ROLE).flags() == Qt.ItemFlag.NoItemFlags


def test_that_only_cells_of_roles_are_edited(model):
    row = model.row_of("leads")
    editable = Qt.ItemFlag.ItemIsEditable
    assert not model.index(row, TARGET).flags() & editable
    assert model.index(row, FIRST_ROLE).flags() & editable


def test_that_the_pointer_is_told_about_results(model):
    row = model.row_of("revenue")
    assert "result" in model.index(row, FIRST_ROLE).data(Qt.ItemDataRole.ToolTipRole)


def test_that_the_header_names_roles(model):
    names = [
        model.headerData(section, Qt.Orientation.Horizontal)
        for section in range(FIRST_ROLE, model.columnCount())
    ]
    assert names == ["SDR", "Marketer", "Head", "Agency"]


def test_that_a_cell_that_is_not_shown_is_nowhere(model):
    assert not model.index_of(("leads", "nobody")).isValid()
    assert model.cell(QModelIndex()) is None
    assert model.cell(model.index(model.row_of("leads"), METRIC)) is None
