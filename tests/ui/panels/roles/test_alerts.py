"""What the checks find, painted in the matrix and on the role cards, and nothing it disturbs."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from tests.presenters.findings import find, found
from tests.ui.colours import colours, has_hue
from workbench.ui.panels.roles.matrix_model import FIRST_ROLE, INFLUENCE, METRIC, TARGET
from workbench.ui.panels.roles.role_card import RoleCard
from workbench.ui.theme import DARK, LIGHT

ROLE = Qt.ItemDataRole
LEADS = ("leads", "marketer")
TONES = {"error": "bad", "warning": "warn"}
THEMES = pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])


@pytest.fixture
def matrix(place):
    return place._matrix


@pytest.fixture
def model(matrix):
    return matrix.roles.model()


@pytest.fixture
def on_cards(qtbot, place):
    button = next(one for one in place.findChildren(QPushButton) if one.text() == "Role cards")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    return place._cards._cards


@pytest.fixture
def in_look(theme):
    yield lambda colors: theme.use(dark=colors is DARK)
    theme.use(dark=False)


def cell_seen(matrix, cell=LEADS):
    index = matrix.roles.model().index_of(cell)
    return matrix.roles.viewport().grab(matrix.roles.visualRect(index)).toImage()


def row_seen(matrix, metric="leads"):
    index = matrix.metrics.model().index(matrix.metrics.model().row_of(metric), METRIC)
    return matrix.metrics.viewport().grab(matrix.metrics.visualRect(index)).toImage()


def header_seen(matrix, at=0):
    header = matrix.roles.header
    section = FIRST_ROLE + at
    left = header.sectionViewportPosition(section)
    area = QRect(left, 0, header.sectionSize(section), header.height())
    return header.viewport().grab(area).toImage()


SEEN = pytest.mark.parametrize(
    ("seen", "metric", "role"),
    [
        (cell_seen, "leads", "marketer"),
        (row_seen, "leads", None),
        (header_seen, None, "sdr"),
    ],
)


@SEEN
@THEMES
@pytest.mark.parametrize("severity", ["error", "warning"])
def test_that_a_sign_has_the_colour_of_its_severity(
    matrix, desk, in_look, seen, metric, role, colors, severity
):
    in_look(colors)
    before = seen(matrix)
    find(desk, found(severity, "It is wrong", metric, role))
    after = seen(matrix)
    assert before.size() == after.size()
    tone = getattr(colors, TONES[severity])
    new = colours(after) - colours(before)
    assert has_hue(new, tone)


@SEEN
def test_that_every_severity_is_painted_and_goes_again(matrix, desk, seen, metric, role):
    images = [seen(matrix)]
    for severity in ("error", "warning", "hint"):
        find(desk, found(severity, "It is wrong", metric, role))
        images.append(seen(matrix))
    assert all(one != two for at, one in enumerate(images) for two in images[at + 1 :])
    find(desk)
    assert seen(matrix) == images[0]


def test_that_a_free_cell_has_no_sign(matrix, desk):
    before = cell_seen(matrix, ("cost", "sdr"))
    find(desk, found("error", "It is wrong", "cost", "sdr"))
    assert cell_seen(matrix, ("cost", "sdr")) == before


def test_that_a_sign_moves_no_row_and_no_column(matrix, desk):
    def measures():
        return [matrix.metrics.rowHeight(at) for at in range(9)], [
            matrix.roles.columnWidth(at) for at in range(FIRST_ROLE, FIRST_ROLE + 4)
        ]

    before = measures()
    find(desk, found("error", "It is wrong", *LEADS), found("error", "It is wrong", "leads"))
    assert measures() == before


def test_that_only_rows_and_columns_that_differ_are_told(model, desk):
    told = []
    model.dataChanged.connect(lambda first, _last: told.append(first.data()))
    model.headerDataChanged.connect(lambda *_: told.append("columns"))
    for _ in range(2):
        find(desk, found("error", "It is wrong", *LEADS))
    assert told == ["Leads"]
    find(desk, found("error", "It is wrong", *LEADS), found("hint", "It is few", role="sdr"))
    assert told == ["Leads", "columns"]


def test_that_the_pointer_and_a_reader_are_told(model, desk):
    find(
        desk,
        found("error", "The cell is wrong", *LEADS),
        found("warning", "The metric is wrong", "leads"),
        found("hint", "The role is wrong", role="marketer"),
    )
    row, cell = model.row_of("leads"), model.index_of(LEADS)
    assert cell.data(ROLE.ToolTipRole).endswith("\n\nThe cell is wrong")
    assert cell.data(ROLE.AccessibleTextRole) == (
        "Leads, Marketer: owner, 40% — error: The cell is wrong"
    )
    for column in (METRIC, TARGET):
        said = model.index(row, column).data(ROLE.ToolTipRole)
        assert said.endswith("\n\nThe metric is wrong")
    assert "wrong" not in model.index(row, INFLUENCE).data(ROLE.ToolTipRole)
    name = model.index(row, METRIC)
    assert name.data(ROLE.AccessibleTextRole) == "Leads — warning: The metric is wrong"
    across, section = Qt.Orientation.Horizontal, model.section_of("marketer")
    assert model.headerData(section, across) == "Marketer"
    assert model.headerData(section, across, ROLE.ToolTipRole) == "Marketer\n\nThe role is wrong"
    said = model.headerData(section, across, ROLE.AccessibleTextRole)
    assert said == "Marketer — hint: The role is wrong"


@pytest.mark.parametrize("digits", ["5", "55"])
def test_that_findings_leave_a_weight_alone_that_is_being_typed(qtbot, matrix, desk, digits):
    view = matrix.roles
    view.setFocus()
    view.setCurrentIndex(view.model().index_of(LEADS))
    qtbot.keyClick(view, Qt.Key.Key_5)
    field = view.viewport().findChild(QLineEdit)
    qtbot.keyClicks(field, digits[1:])
    find(desk, found("error", "It is wrong", *LEADS))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert desk.project.kpi_by_place[LEADS].weight == int(digits) / 100


def test_that_findings_do_not_end_a_drag(qtbot, matrix, desk):
    view, left = matrix.roles, Qt.MouseButton.LeftButton
    model = view.model()
    start = view.visualRect(model.index_of(LEADS)).center()
    end = view.visualRect(model.index_of(("leads", "head"))).center()
    qtbot.mousePress(view.viewport(), left, pos=start)
    qtbot.mouseMove(view.viewport(), (start + end) / 2)
    find(desk, found("error", "It is wrong", *LEADS))
    qtbot.mouseMove(view.viewport(), end)
    qtbot.mouseRelease(view.viewport(), left, pos=end)
    assert ("leads", "head") in desk.project.kpi_by_place


@THEMES
def test_that_a_role_card_paints_what_is_found_about_role_and_kpis(on_cards, desk, in_look, colors):
    in_look(colors)
    marketer = on_cards[1]
    before, size = marketer.grab().toImage(), marketer.size()
    find(desk, found("warning", "The role is wrong", role="marketer"))
    middle = marketer.grab().toImage()
    find(desk, found("error", "The KPI is wrong", *LEADS))
    after = marketer.grab().toImage()
    assert has_hue(colours(middle) - colours(before), colors.warn)
    assert after not in (before, middle)
    assert marketer.size() == size


def test_that_a_role_card_says_what_is_found(on_cards, desk):
    find(desk, found("error", "The KPI is wrong", *LEADS))
    assert on_cards[1].toolTip() == "The KPI is wrong"
    assert "Leads: 40% — error: The KPI is wrong" in on_cards[1].accessibleName()


def test_that_only_the_card_that_differs_is_painted_again(on_cards, desk, monkeypatch):
    painted = []
    monkeypatch.setattr(RoleCard, "update", lambda card: painted.append(card.role))
    find(desk, found("error", "The KPI is wrong", *LEADS))
    assert painted == ["marketer"]
