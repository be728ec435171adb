"""What made the difference, whose it is, and how it went over the months."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.actuals.difference.picture import DifferencePicture, VariancePicture
from workbench.presenters.charts import MonthsPicture, TornadoPicture
from workbench.presenters.inspector.wishes import Added
from workbench.ui.charts import MonthsChart, TornadoChart, WaterfallChart
from workbench.ui.form.flow import FlowLayout
from workbench.ui.form.kit import Kit
from workbench.ui.form.pick_button import PickButton
from workbench.ui.look import label, set_tone
from workbench.ui.panels.plan.card import Card

_LOWEST = 200


class DifferenceCard(Card):
    """Three numbers, one sentence, and a bar for each factor between plan and fact."""

    explained = Signal(str)
    chosen = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit.words, text("What made the difference"))
        self._kit = kit
        self._subject = PickButton(kit)
        self._why, self._sentence = label("muted", wrap=True), label("strong", wrap=True)
        self._notes, self._body = label("muted", wrap=True), QWidget()
        self._numbers = (label("big"), label("big"), label("big"))
        self._captions = (label("muted"), label("muted"), label("muted"))
        self._share = label("chip")
        self._chart = WaterfallChart(kit.desk, kit.theme, kit.words)
        words = kit.words
        words.put(self._subject, "setAccessibleName", text("Metric that is explained"))
        words.put(self._chart, "setAccessibleName", text("What made the difference"))
        words.put(self._captions[0], "setText", text("Plan"))
        words.put(self._captions[2], "setText", text("Difference"))
        self._lay_out()
        self._subject.picked.connect(self._on_picked)
        self._chart.chosen.connect(self.chosen)

    def show_variance(self, picture: VariancePicture) -> None:
        """Show the difference, or why there is none."""
        choose = self._kit.desk.say(text("Choose a metric"))
        self._subject.show_options(picture.subject.options, picture.subject.chosen, choose)
        self._subject.setVisible(bool(picture.subject.options))
        self._why.setText(picture.why)
        self._why.setVisible(bool(picture.why))
        self._body.setVisible(picture.difference is not None)
        if picture.difference is not None:
            self._show(picture.difference)

    def _show(self, found: DifferencePicture) -> None:
        for number, words in zip(
            self._numbers, (found.plan, found.fact, found.difference), strict=True
        ):
            number.setText(words)
        self._captions[1].setText(found.origin)
        self._share.setText(found.share)
        self._share.setVisible(bool(found.share))
        set_tone(self._share, found.tone)
        set_tone(self._numbers[2], found.tone)
        self._sentence.setText(found.sentence)
        self._notes.setText("\n".join(found.notes))
        self._notes.setVisible(bool(found.notes))
        self._chart.show_picture(found.factors)
        self._chart.setFixedHeight(self._chart.minimumSizeHint().height())

    def _lay_out(self) -> None:
        self.head.addWidget(self._subject)
        numbers = QWidget()
        flow = FlowLayout(gap=24, between=8)
        numbers.setLayout(flow)
        for caption, number in zip(self._captions, self._numbers, strict=True):
            beside = (self._share,) if number is self._numbers[-1] else ()
            flow.addWidget(_block(caption, number, *beside))
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        for widget in (numbers, self._sentence, self._chart, self._notes):
            body.addWidget(widget)
        self.column.addWidget(self._why)
        self.column.addWidget(self._body)

    def _on_picked(self, picked: Added) -> None:
        self.explained.emit(picked.words)


class OwnersCard(Card):
    """What each owner's factors made together: to the left less, to the right more."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit.words, text("Whose it is"), text(
            "The factors of each owner together: to the left less than planned, to the right more"
        ))  # fmt: skip
        self._chart = TornadoChart(kit.desk, kit.theme, kit.words)
        kit.words.put(self._chart, "setAccessibleName", text("Whose it is"))
        self.column.addWidget(self._chart)

    def show_owners(self, picture: TornadoPicture) -> None:
        """Show the owners."""
        self._chart.show_picture(picture)
        self._chart.setFixedHeight(self._chart.minimumSizeHint().height())


class TrendCard(Card):
    """Plan and fact of the metric in all months."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit.words, text("Plan and fact by month"))
        self._chart = MonthsChart(kit.desk, kit.theme, kit.words)
        self._chart.setFixedHeight(_LOWEST)
        kit.words.put(self._chart, "setAccessibleName", text("Plan and fact by month"))
        self.column.addWidget(self._chart)

    def show_trend(self, picture: MonthsPicture) -> None:
        """Show the months."""
        self._chart.show_picture(picture)


def _block(caption: QLabel, *beside: QLabel) -> QWidget:
    """A caption over what belongs to it."""
    block = QWidget()
    column, row = QVBoxLayout(block), QHBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(caption)
    row.setSpacing(10)
    for words in beside:
        row.addWidget(words)
    column.addLayout(row)
    return block
