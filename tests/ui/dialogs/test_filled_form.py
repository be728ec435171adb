import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QTableWidget, QWidget

from workbench.presenters.forms.picture import FormPicture, LeftLine
from workbench.ui.dialogs.filled_form import FilledForm

LINE = LeftLine("Form", "A2", "{{what}}", "nothing is called “what”")
WHOLE = FormPicture("ready", "1 is filled", "1 left", (LINE,), "no values", (), "")


@pytest.fixture
def shown(desk, theme, qtbot):
    """Shows a picture and gives the dialog."""

    parent = QWidget()
    qtbot.addWidget(parent)

    def show(picture: FormPicture, opened=lambda: None) -> FilledForm:
        made = FilledForm(desk, picture, opened, parent)
        made.show()
        return made

    return show


def cells(table: QTableWidget) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_that_a_row_says_where_what_and_why(shown):
    (table,) = shown(WHOLE).findChildren(QTableWidget)
    assert cells(table) == [["Form", "A2", "{{what}}", "nothing is called “what”"]]


def test_that_a_list_without_rows_is_not_there(shown):
    said = [label.text() for label in shown(WHOLE).findChildren(QLabel)]
    assert said == ["ready", "1 is filled", "1 left"]


def test_that_a_table_has_a_name_for_screen_readers(shown):
    (table,) = shown(WHOLE).findChildren(QTableWidget)
    assert table.accessibleName() == "1 left"


def test_that_nothing_in_it_can_be_typed_over(shown):
    (table,) = shown(WHOLE).findChildren(QTableWidget)
    assert table.editTriggers() == QTableWidget.EditTrigger.NoEditTriggers


def test_that_the_file_is_opened_and_the_report_stays(shown):
    opened = []
    dialog = shown(WHOLE, lambda: opened.append(True))
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Open the file")
    button.click()
    assert (opened, dialog.isVisible()) == ([True], True)


def test_that_hundreds_of_rows_leave_it_small_enough_for_the_screen(shown):
    dialog = shown(FormPicture("ready", "", "500 left", (LINE,) * 500, "", (LINE,) * 500, ""))
    assert dialog.minimumSizeHint().height() < 760
