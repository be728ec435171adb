"""The other cards of the board: what moves the goal, how likely it is, its months, the team."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from workbench.base.texts import text
from workbench.presenters.charts import SharesPicture, TornadoPicture
from workbench.presenters.inspector.rows import Option
from workbench.presenters.inspector.wishes import Added
from workbench.presenters.months.picture import GoalPicture
from workbench.presenters.plan.overview.picture import RiskPicture
from workbench.presenters.plan.team.picture import HiringRow
from workbench.ui.charts import DensityChart, ShareBars, TornadoChart
from workbench.ui.form.kit import Kit
from workbench.ui.form.segments import Segments
from workbench.ui.look import label, set_tone
from workbench.ui.panels.plan.card import Card
from workbench.ui.panels.plan.months.month_bars import MonthBars
from workbench.ui.panels.plan.team.hiring_table import HiringTable
from workbench.ui.panels.plan.working import Working
from workbench.ui.scrolling import scrolled


class EffectsCard(Card):
    """A tornado of the inputs, or the share of control of each KPI."""

    control_wanted = Signal(bool)
    chosen = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit.words, text("What moves the goal most"))
        self._kit = kit
        self._about, self._none = label("muted", wrap=True), label("muted", wrap=True)
        self._tornado = TornadoChart(kit.desk, kit.theme, kit.words)
        self._control = ShareBars(kit.desk, kit.theme, kit.words)
        self._switch, self._stack = Segments("tiny"), QStackedWidget()
        kit.words.put(self._tornado, "setAccessibleName", text("What moves the goal most"))
        kit.words.put(self._control, "setAccessibleName", text("Who controls which KPI"))
        for chart in (self._tornado, self._control):
            self._stack.addWidget(scrolled(chart, "surface"))
        self.head.addWidget(self._switch)
        for widget in (self._about, self._none):
            self.column.addWidget(widget)
        self.column.addWidget(self._stack, 1)
        self._tornado.chosen.connect(self.chosen)
        self._control.chosen.connect(self.chosen)
        self._switch.picked.connect(self._on_picked)

    def show_effects(self, picture: TornadoPicture | None, why: str) -> None:
        """Show the effects, or why they are not known."""
        self._turn("drivers")
        self._tornado.show_picture(picture)
        say = self._kit.desk.say
        about = text("change of the result when an input changes by 10%; the colour is its owner's")
        self._tell(say(about) if picture else "", why, shown=bool(picture))

    def show_control(self, picture: SharesPicture) -> None:
        """Show the shares of control."""
        self._turn("control")
        self._control.show_picture(picture)
        say = self._kit.desk.say
        about = text("the part of a KPI's swing that its role moves itself")
        none = say(text("No role has a KPI yet."))
        self._tell(say(about) if picture.rows else "", none, shown=bool(picture.rows))

    def _tell(self, about: str, why: str, *, shown: bool) -> None:
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._none.setText("" if shown else why)
        self._none.setVisible(not shown)
        self._stack.setVisible(shown)

    def _turn(self, name: str) -> None:
        say = self._kit.desk.say
        options = (
            Option("drivers", say(text("Inputs"))),
            Option("control", say(text("Control"))),
        )
        self._switch.show_options(options, name)
        self._stack.setCurrentIndex(0 if name == "drivers" else 1)

    def _on_picked(self, picked: Added) -> None:
        self.control_wanted.emit(picked.words == "control")


class RiskCard(Card):
    """The probability in large, its distribution, and what it comes from."""

    stop_wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit.words, text("Probability of the goal"))
        self._percent, self._caption = label("big"), label("muted", wrap=True)
        self._spread, self._causes = label("muted", wrap=True), label("muted", wrap=True)
        self._doubts = label("muted", wrap=True)
        set_tone(self._doubts, "warn")
        self._chart = DensityChart(kit.desk, kit.theme, kit.words)
        self._working = Working(kit.words)
        kit.words.put(self._chart, "setAccessibleName", text("Probability of the goal"))
        self._lay_out()
        self._working.stop_wanted.connect(self.stop_wanted)

    def show_risk(self, picture: RiskPicture) -> None:
        """Show the result, or how far it is."""
        working = picture.done is not None
        self._working.show_done(picture.done)
        if working and self._chart.picture is not None:
            return  # the last result stays in sight until the next is there
        set_tone(self._percent, picture.tone)
        for widget, words in (
            (self._percent, picture.percent),
            (self._caption, picture.caption),
            (self._spread, picture.spread),
            (self._causes, picture.causes),
            (self._doubts, picture.doubts),
        ):
            widget.setText(words)
            widget.setVisible(bool(words))
        self._chart.show_picture(picture.chart)
        self._chart.setVisible(picture.chart is not None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._percent)
        head.addWidget(self._caption, 1)
        self.column.addLayout(head)
        self.column.addWidget(self._working)
        self.column.addWidget(self._chart, 1)
        for widget in (self._spread, self._causes, self._doubts):
            self.column.addWidget(widget)
        self.column.addStretch()


class MonthsCard(Card):
    """The months of the goal's metric against the goal."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit.words, text("By month"))
        self._bars, self._none = MonthBars(kit.theme), label("muted", wrap=True)
        kit.words.put(self._bars, "setAccessibleName", text("Goal metric by months"))
        kit.words.put(self._none, "setText", text("No goal is set: the plan has nothing to reach."))
        self.column.addWidget(self._none)
        self.column.addWidget(self._bars, 1)

    def show_months(self, picture: GoalPicture | None) -> None:
        """Show the months, or that there is no goal."""
        self._bars.show_goal(picture)
        self._bars.setVisible(picture is not None)
        self._none.setVisible(picture is None)


class TeamCard(Card):
    """Whom to hire, a row a role."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit.words, text("Whom to hire"))
        self.table, self._none = HiringTable(kit.theme, kit.words), label("muted", wrap=True)
        none = text("There are no roles yet: add them in “Roles” to see how many people it takes.")
        kit.words.put(self._none, "setText", none)
        self.column.addWidget(self._none)
        self.column.addWidget(self.table, 1)

    def show_team(self, rows: tuple[HiringRow, ...]) -> None:
        """Show the roles, or that there are none."""
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)
