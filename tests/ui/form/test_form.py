from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import (
    AddRow,
    Chip,
    ChipsRow,
    ChoiceRow,
    FactRow,
    ItemRow,
    MonthCell,
    MonthsRow,
    NoteRow,
    NumberRow,
    Option,
    OutcomeRow,
    PairRow,
    Picture,
    Row,
    Section,
    SwitchRow,
    TextRow,
)
from workbench.presenters.inspector.wishes import (
    Added,
    Chosen,
    Filled,
    Folded,
    Moved,
    Numbered,
    Opened,
    Removed,
    Switched,
    Typed,
    Wish,
)
from workbench.ui.form.field_rows import (
    ChoiceRowWidget,
    FactRowWidget,
    NoteRowWidget,
    NumberRowWidget,
    SegmentsRowWidget,
    SwitchRowWidget,
    TallTextRowWidget,
    TextRowWidget,
)
from workbench.ui.form.form import Form
from workbench.ui.form.kit import Kit
from workbench.ui.form.list_rows import (
    AddRowWidget,
    ChipsRowWidget,
    ItemRowWidget,
    PairRowWidget,
)
from workbench.ui.form.months_widget import MonthsWidget
from workbench.ui.form.outcome_widget import OutcomeWidget
from workbench.ui.form.row_widget import RowWidget
from workbench.ui.theme import Theme
from workbench.ui.words import Words

Key = Qt.Key
TWO = (Option("a", "One"), Option("b", "Two"))


class Shown:
    """A form in a window, and what was wished in it."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.wishes: list[Wish] = []
        form.wished.connect(self.wishes.append)

    def show(self, *rows: Row, **members: object) -> None:
        section = Section("s", "Section", rows, **members)  # type: ignore[arg-type]
        self.form.show_picture(Picture("t", "Title", sections=(section,)))
        QApplication.processEvents()

    def widget(self, at: int = 0) -> RowWidget:
        return self.form.section("s").rows[at]


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk, theme: Theme, words: Words) -> Shown:
    form = Form(Kit(desk, theme, words))
    qtbot.addWidget(form)
    form.resize(340, 600)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    return Shown(form)


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def test_that_words_are_wished_under_the_key_of_their_row(shown: Shown, qtbot: QtBot) -> None:
    shown.show(TextRow(key="source", label="Source", words="CRM"))
    widget = shown.widget()
    assert isinstance(widget, TextRowWidget)
    widget.words.selectAll()
    qtbot.keyClicks(widget.words, "ERP")
    qtbot.keyClick(widget.words, Key.Key_Return)
    assert shown.wishes == [Typed("source", "ERP")]


def test_that_tall_words_stand_below_their_label(shown: Shown, qtbot: QtBot) -> None:
    shown.show(TextRow(key="note", label="Note", words="a", tall=True))
    widget = shown.widget()
    assert isinstance(widget, TallTextRowWidget)
    assert widget.label.y() < widget.words.y()
    qtbot.keyClicks(widget.words, "b")
    qtbot.keyClick(widget.words, Key.Key_Return)
    assert shown.wishes == [Typed("note", "ba")]


def test_that_a_number_is_wished(shown: Shown, qtbot: QtBot) -> None:
    shown.show(NumberRow(key="norm", label="Norm", value=0.8, share=True))
    widget = shown.widget()
    assert isinstance(widget, NumberRowWidget)
    widget.number.setFocus()
    qtbot.keyClicks(widget.number, "75")
    qtbot.keyClick(widget.number, Key.Key_Return)
    qtbot.keyClick(widget.number, Key.Key_Up)
    assert shown.wishes == [Numbered("norm", 0.75), Numbered("norm", 0.76, stepped=True)]


def test_that_a_choice_is_wished_from_the_list(shown: Shown, qtbot: QtBot) -> None:
    shown.show(ChoiceRow(key="phase", label="Phase", options=TWO, chosen="a"))
    widget = shown.widget()
    assert isinstance(widget, ChoiceRowWidget)
    assert widget.button.words == "One"
    widget.button.open_list()
    picker = widget.button._picker
    assert picker is not None
    qtbot.keyClick(picker.list, Key.Key_Down)
    qtbot.keyClick(picker, Key.Key_Return)
    assert shown.wishes == [Chosen("phase", "b")]
    assert not picker.isVisible()


def test_that_different_values_are_shown_as_such(shown: Shown) -> None:
    shown.show(ChoiceRow(key="p", label="Phase", options=TWO, chosen=None, placeholder="different"))
    widget = shown.widget()
    assert isinstance(widget, ChoiceRowWidget)
    assert widget.button.words == "different"


def test_that_segments_choose_with_the_keyboard(shown: Shown, qtbot: QtBot) -> None:
    shown.show(ChoiceRow(key="spread", label="Value", options=TWO, chosen="a", look="segments"))
    widget = shown.widget()
    assert isinstance(widget, SegmentsRowWidget)
    qtbot.keyClick(widget.segments, Key.Key_Right)
    assert shown.wishes == [Chosen("spread", "b")]


def test_that_showing_segments_wishes_nothing(shown: Shown) -> None:
    for chosen in ("a", "b", "a"):
        shown.show(ChoiceRow(key="s", label="V", options=TWO, chosen=chosen, look="segments"))
    assert shown.wishes == []


def test_that_a_switch_is_moved_with_space(shown: Shown, qtbot: QtBot) -> None:
    shown.show(SwitchRow(key="direct", label="Direct", on=False))
    widget = shown.widget()
    assert isinstance(widget, SwitchRowWidget)
    qtbot.keyClick(widget.switch, Key.Key_Space)
    assert shown.wishes == [Switched("direct", True)]


def test_that_the_sentence_of_a_switch_moves_it(shown: Shown, qtbot: QtBot) -> None:
    shown.show(SwitchRow(key="direct", label="Direct", on=False))
    widget = shown.widget()
    assert isinstance(widget, SwitchRowWidget)
    qtbot.mouseClick(widget.label, Qt.MouseButton.LeftButton)
    assert shown.wishes == [Switched("direct", True)]


def test_that_a_switch_between_is_moved_to_on(shown: Shown, qtbot: QtBot) -> None:
    shown.show(SwitchRow(key="direct", label="Direct", on=None))
    widget = shown.widget()
    assert isinstance(widget, SwitchRowWidget)
    qtbot.keyClick(widget.switch, Key.Key_Space)
    assert shown.wishes == [Switched("direct", True)]


def test_that_a_wish_that_was_refused_is_shown_as_it_was(shown: Shown, qtbot: QtBot) -> None:
    row = SwitchRow(key="direct", label="Direct", on=False)
    shown.show(row)
    widget = shown.widget()
    assert isinstance(widget, SwitchRowWidget)
    qtbot.keyClick(widget.switch, Key.Key_Space)
    shown.show(row)
    assert not widget.switch.isChecked()


def test_that_facts_and_notes_are_plain_text(shown: Shown) -> None:
    shown.show(
        FactRow(key="f", label="Fact", words="<b>1</b>", tone="good"),
        NoteRow(key="n", words="<i>a</i> =", strong="<b>2</b>"),
    )
    fact, note = shown.widget(0), shown.widget(1)
    assert isinstance(fact, FactRowWidget)
    assert isinstance(note, NoteRowWidget)
    assert fact.fact.text() == "<b>1</b>"
    assert note.words.text() == "&lt;i&gt;a&lt;/i&gt; = <b>&lt;b&gt;2&lt;/b&gt;</b>"


def test_that_chips_are_followed_and_removed(shown: Shown, qtbot: QtBot) -> None:
    chips = (Chip("sdr", "SDR", color="#2A9FD6", removable=True), Chip("kam", "KAM"))
    shown.show(ChipsRow(key="owner", label="Owner", chips=chips))
    widget = shown.widget()
    assert isinstance(widget, ChipsRowWidget)
    qtbot.mouseClick(widget.chips[1], Qt.MouseButton.LeftButton)
    qtbot.keyClick(widget.chips[0], Key.Key_Return)
    qtbot.keyClick(widget.chips[0], Key.Key_Delete)
    qtbot.keyClick(widget.chips[1], Key.Key_Delete)
    assert shown.wishes == [
        Opened("owner", "kam"),
        Opened("owner", "sdr"),
        Removed("owner", "sdr"),
    ]


def test_that_fewer_chips_leave_no_others_behind(shown: Shown) -> None:
    shown.show(ChipsRow(key="c", label="C", chips=(Chip("a", "A"), Chip("b", "B"))))
    shown.show(ChipsRow(key="c", label="C", chips=(Chip("b", "B"),)))
    widget = shown.widget()
    assert isinstance(widget, ChipsRowWidget)
    assert [chip.text() for chip in widget.chips if chip.isVisible()] == ["B"]


def test_that_a_chip_is_added_from_a_search(shown: Shown, qtbot: QtBot) -> None:
    options = tuple(Option(f"m{n}", f"Метрика {n}") for n in range(12))
    shown.show(ChipsRow(key="guards", label="Guards", add="+ add", options=options))
    widget = shown.widget()
    assert isinstance(widget, ChipsRowWidget)
    widget.add.open_list()
    picker = widget.add._picker
    assert picker is not None
    picker.search.setText("МЕТРИКА 11")
    qtbot.keyClick(picker.search, Key.Key_Return)
    assert shown.wishes == [Added("guards", "m11")]


def test_that_fields_side_by_side_wish_for_themselves(shown: Shown, qtbot: QtBot) -> None:
    low, high = NumberRow(key="low", value=1.0), NumberRow(key="high", value=2.0)
    shown.show(PairRow(key="range", label="Range", parts=(low, high), between="–"))
    widget = shown.widget()
    assert isinstance(widget, PairRowWidget)
    number = widget.parts.rows[1]
    assert isinstance(number, NumberRowWidget)
    number.number.setFocus()
    qtbot.keyClicks(number.number, "3")
    qtbot.keyClick(number.number, Key.Key_Return)
    assert shown.wishes == [Numbered("high", 3.0)]


def test_that_a_choice_beside_a_field_is_shown_whole(shown: Shown) -> None:
    month = ChoiceRow(key="m", options=(Option("12", "December"),), chosen="12")
    year = NumberRow(key="y", value=2026.0, plain=True)
    shown.show(PairRow(key="start", label="First month of the plan", parts=(month, year)))
    widget = shown.widget()
    assert isinstance(widget, PairRowWidget)
    choice = widget.parts.rows[0]
    assert isinstance(choice, ChoiceRowWidget)
    assert choice.button.width() >= choice.button.sizeHint().width()


def item(key: str, **members: object) -> ItemRow:
    part = TextRow(key=key, label="Name", words=key)
    return ItemRow(key=key, parts=(part,), remove="Remove", **members)  # type: ignore[arg-type]


def test_that_an_entry_is_moved_and_removed(shown: Shown, qtbot: QtBot) -> None:
    shown.show(item("phase a", move_down="Down"), item("phase b", move_up="Up"))
    first, second = shown.widget(0), shown.widget(1)
    assert isinstance(first, ItemRowWidget)
    assert isinstance(second, ItemRowWidget)
    assert not first.up.isEnabled()
    qtbot.mouseClick(first.down, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(second.up, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(second.remove, Qt.MouseButton.LeftButton)
    assert shown.wishes == [Moved("phase a", 1), Moved("phase b", -1), Removed("phase b")]


def test_that_entries_are_typed_one_after_another(shown: Shown, qtbot: QtBot) -> None:
    shown.show(AddRow(key="standard", words="+ add", placeholder="such as"))
    widget = shown.widget()
    assert isinstance(widget, AddRowWidget)
    qtbot.mouseClick(widget.link, Qt.MouseButton.LeftButton)
    assert focused() is widget.field
    for words in ("one", "two"):
        qtbot.keyClicks(widget.field, words)
        qtbot.keyClick(widget.field, Key.Key_Return)
        shown.show(AddRow(key="standard", words="+ add", placeholder="such as"))
    assert shown.wishes == [Added("standard", "one"), Added("standard", "two")]
    qtbot.keyClick(widget.field, Key.Key_Escape)
    assert widget.link.isVisible()
    assert not widget.field.isVisible()


def test_that_a_link_without_a_field_wishes_at_once(shown: Shown, qtbot: QtBot) -> None:
    shown.show(AddRow(key="goal", words="+ goal"))
    widget = shown.widget()
    assert isinstance(widget, AddRowWidget)
    qtbot.mouseClick(widget.link, Qt.MouseButton.LeftButton)
    assert shown.wishes == [Added("goal")]


def months(shown: Shown, count: int = 14) -> MonthsWidget:
    cells = tuple(MonthCell(f"m{n}", float(n)) for n in range(count))
    shown.show(MonthsRow(key="months", years=(("2027", cells[:12]), ("2028", cells[12:]))))
    widget = shown.widget()
    assert isinstance(widget, MonthsWidget)
    return widget


def test_that_a_month_is_entered_and_the_next_one_follows(shown: Shown, qtbot: QtBot) -> None:
    widget = months(shown)
    widget.fields[3].setFocus()
    qtbot.keyClicks(widget.fields[3], "30")
    qtbot.keyClick(widget.fields[3], Key.Key_Return)
    assert shown.wishes == [Filled("months", 3, (30.0,))]
    assert focused() is widget.fields[4]


def test_that_arrows_walk_through_the_months(shown: Shown, qtbot: QtBot) -> None:
    widget = months(shown)
    widget.fields[11].setFocus()
    qtbot.keyClick(widget.fields[11], Key.Key_Down)
    assert focused() is widget.fields[12]
    qtbot.keyClick(widget.fields[12], Key.Key_Up)
    assert focused() is widget.fields[11]
    widget.fields[13].setFocus()
    qtbot.keyClick(widget.fields[13], Key.Key_Down)
    assert focused() is widget.fields[13]


@pytest.mark.parametrize("copied", ["1 000\t2\t\t4,5", "1 000\n2\n\n4,5\n"])
def test_that_a_copied_line_or_column_fills_the_months(
    shown: Shown, qtbot: QtBot, desk: Desk, copied: str
) -> None:
    desk.speak("ru")
    widget = months(shown)
    QApplication.clipboard().setText(copied)
    widget.fields[2].setFocus()
    qtbot.keyClick(widget.fields[2], Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert shown.wishes == [Filled("months", 2, (1000.0, 2.0, None, 4.5))]


def test_that_one_copied_number_is_pasted_as_text(shown: Shown, qtbot: QtBot) -> None:
    widget = months(shown)
    QApplication.clipboard().setText("77")
    widget.fields[0].setFocus()
    qtbot.keyClick(widget.fields[0], Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert widget.fields[0].text() == "77"
    assert shown.wishes == []


def test_that_copied_words_are_refused_whole(shown: Shown, qtbot: QtBot, desk: Desk) -> None:
    told: list[object] = []
    desk.noticed.connect(told.append)
    widget = months(shown)
    QApplication.clipboard().setText("1\tmany")
    widget.fields[0].setFocus()
    qtbot.keyClick(widget.fields[0], Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(told) == 1
    assert shown.wishes == []


def test_that_a_shorter_plan_shows_fewer_months(shown: Shown) -> None:
    months(shown)
    widget = months(shown, 13)
    assert len(widget.fields) == 13


def test_that_an_outcome_has_its_month_chosen(shown: Shown, qtbot: QtBot) -> None:
    row = OutcomeRow(key="o", words="2 × 3 =", strong="6", months=TWO, month="a", total="72")
    shown.show(row)
    widget = shown.widget()
    assert isinstance(widget, OutcomeWidget)
    assert widget.calculation.text() == "2 × 3 = <b>6</b>"
    assert widget.total.text() == "72"
    widget.month.open_list()
    picker = widget.month._picker
    assert picker is not None
    qtbot.mouseClick(
        picker.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=picker.list.visualItemRect(picker.list.item(1)).center(),
    )
    assert shown.wishes == [Chosen("o", "b")]


def test_that_other_words_are_taken_where_they_may_be(shown: Shown, qtbot: QtBot) -> None:
    shown.show(ChoiceRow(key="currency", label="Currency", options=TWO, chosen="a", look="free"))
    widget = shown.widget()
    assert isinstance(widget, ChoiceRowWidget)
    widget.button.open_list()
    picker = widget.button._picker
    assert picker is not None
    qtbot.keyClicks(picker.search, "xyz")
    qtbot.keyClick(picker.search, Key.Key_Return)
    assert shown.wishes == [Chosen("currency", "xyz")]


def test_that_a_heading_folds_its_section(shown: Shown, qtbot: QtBot) -> None:
    shown.show(NoteRow(key="n", words="a"), folds=True)
    section = shown.form.section("s")
    qtbot.mouseClick(section.title, Qt.MouseButton.LeftButton)
    assert shown.wishes == [Folded("s", False)]
    shown.show(NoteRow(key="n", words="a"), folds=True, open=False)
    assert section.rows == []
    assert section.chevron.isVisible()


def test_that_a_heading_that_does_not_fold_takes_no_focus(shown: Shown) -> None:
    shown.show(NoteRow(key="n", words="a"))
    assert not shown.form.section("s").title.isEnabled()


def test_that_a_row_that_comes_back_is_the_same_field(shown: Shown) -> None:
    row = TextRow(key="a", label="A", words="x")
    shown.show(row)
    first = shown.widget()
    shown.show(NoteRow(key="n", words="a"))
    assert not first.isVisible()
    shown.show(row)
    assert shown.widget() is first
    assert first.isVisible()


def test_that_a_section_that_comes_back_as_it_was_is_shown_again(shown: Shown) -> None:
    first, second = (Section(key, key, (NoteRow(key=key, words=key),)) for key in "ab")
    for sections in ((first, second), (second,), (first, second)):
        shown.form.show_picture(Picture("t", "Title", sections=sections))
    assert shown.form.section("a").isVisible()


def test_that_a_section_that_is_left_out_is_hidden(shown: Shown) -> None:
    first, second = (Section(key, key, (NoteRow(key=key, words=key),)) for key in "ab")
    for sections in ((first, second), (second,)):
        shown.form.show_picture(Picture("t", "Title", sections=sections))
    assert not shown.form.section("a").isVisible()


def test_that_a_field_in_use_keeps_the_focus_when_rows_come(shown: Shown) -> None:
    row = TextRow(key="a", label="A", words="x")
    shown.show(row)
    widget = shown.widget()
    assert isinstance(widget, TextRowWidget)
    widget.words.setFocus()
    shown.show(NoteRow(key="n", words="new"), row)
    assert focused() is widget.words


def test_that_tab_walks_from_top_to_bottom_whenever_rows_were_made(
    shown: Shown, qtbot: QtBot
) -> None:
    rows = [TextRow(key=key, label=key, words=key) for key in "abc"]
    shown.show(rows[0], rows[2])
    shown.show(*rows)
    fields = [widget.words for widget in (shown.widget(0), shown.widget(1), shown.widget(2))]  # type: ignore[attr-defined]
    fields[0].setFocus()
    for after in fields[1:]:
        qtbot.keyClick(focused(), Key.Key_Tab)
        assert focused() is after


def test_that_what_is_typed_is_handed_over_on_request(shown: Shown, qtbot: QtBot) -> None:
    shown.show(TextRow(key="a", label="A", words=""))
    widget = shown.widget()
    assert isinstance(widget, TextRowWidget)
    widget.words.setFocus()
    qtbot.keyClicks(widget.words, "x")
    shown.form.hand_over()
    assert shown.wishes == [Typed("a", "x")]


def test_that_a_title_is_typed_over(shown: Shown, qtbot: QtBot) -> None:
    title = TextRow(key="name", label="Name", words="New role")
    shown.form.show_picture(Picture("t", title))
    for typed in ("SDR", "BDR"):
        shown.form.edit_title()
        qtbot.keyClicks(focused(), typed)
    qtbot.keyClick(focused(), Key.Key_Return)
    assert shown.wishes == [Typed("name", "BDR")]


def test_that_a_title_is_renamed_in_place(shown: Shown, qtbot: QtBot) -> None:
    picture = Picture("t", TextRow(key="name", label="Name", words="Leads"))
    shown.form.show_picture(picture)
    shown.form.title.selectAll()
    qtbot.keyClicks(shown.form.title, "Visits")
    qtbot.keyClick(shown.form.title, Key.Key_Return)
    assert shown.wishes == [Typed("name", "Visits")]
    shown.form.show_picture(picture)
    assert shown.form.title.toPlainText() == "Leads"


def test_that_the_subtitle_opens_its_section(shown: Shown, qtbot: QtBot) -> None:
    hidden = Section("d", "", (NoteRow(key="n", words="a"),), folds=True, open=False)
    shown.form.show_picture(Picture("t", "T", "Stage", unfolds="d", sections=(hidden,)))
    qtbot.mouseClick(shown.form.subtitle, Qt.MouseButton.LeftButton)
    assert shown.wishes == [Folded("d", True)]
    assert not shown.form.section("d").isVisible()


def test_that_another_target_is_shown_from_its_top(shown: Shown) -> None:
    rows = tuple(NoteRow(key=f"n{at}", words="word " * 40) for at in range(20))
    section = Section("s", "S", rows)
    shown.form.show_picture(Picture("a", "A", sections=(section,)))
    QApplication.processEvents()
    bar = shown.form.verticalScrollBar()
    bar.setValue(bar.maximum())
    shown.form.show_picture(Picture("a", "A again", sections=(section,)))
    assert bar.value() > 0
    shown.form.show_picture(Picture("b", "B", sections=(section,)))
    assert bar.value() == 0
