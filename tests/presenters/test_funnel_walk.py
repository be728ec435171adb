"""A random walk over the canvas: whatever a person does, picture and project agree."""

import math

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.presenters.funnel_cases import AtOnce, Canvas, short
from tests.projects import example, project
from workbench.document.project import Project
from workbench.presenters.funnel.arranging import Arranging
from workbench.presenters.funnel.geometry import Point
from workbench.presenters.funnel.links import on_arrows

points = st.builds(Point, st.integers(-800, 1600).map(float), st.integers(-600, 900).map(float))
headings = st.sampled_from(["left", "right", "up", "down"])
picks = st.integers(0, 10_000)
words = st.sampled_from(["Leads", "Лиды", "12", "5 %", "many", "", "1e400", "-3,5", "a" * 300])
LARGEST = 40  # metrics; a walk is no marathon


class Walk(RuleBasedStateMachine):
    """Hands that do anything at all."""

    @initialize(start=st.sampled_from([short, example, project]))
    def open(self, start):
        self.start: Project = start()
        self.canvas = Canvas(self.start)
        self.arranging = Arranging(self.canvas.funnel, self.canvas.view, AtOnce())

    def _card(self, pick: int) -> str | None:
        cards = self.canvas.funnel.picture.cards
        return cards[pick % len(cards)].key if cards else None

    def _metric(self, pick: int) -> str | None:
        metrics = self.canvas.project.metrics
        return metrics[pick % len(metrics)].key if metrics else None

    def _has_room(self) -> bool:
        return len(self.canvas.project.metrics) < LARGEST

    @rule(first=picks, second=picks, how=st.sampled_from(["replace", "add", "toggle"]))
    def choose(self, first, second, how):
        keys = [key for key in (self._metric(first), self._metric(second)) if key]
        self.canvas.funnel.choose(keys, how)

    @rule(pick=picks)
    def choose_arrow(self, pick):
        arrows = self.canvas.funnel.picture.arrows
        if arrows:
            self.canvas.funnel.choose_link(arrows[pick % len(arrows)].link.id)

    @precondition(_has_room)
    @rule(kind=st.sampled_from(["stage", "driver", "result", "standard"]), at=st.none() | points)
    def add(self, kind, at):
        self.canvas.editing.add(kind, at)

    @precondition(_has_room)
    @rule()
    def add_next(self):
        self.canvas.editing.add_next()

    @precondition(_has_room)
    @rule()
    def add_sibling(self):
        self.canvas.editing.add_sibling()

    @precondition(_has_room)
    @rule(source=picks, other=picks)
    def connect(self, source, other):
        one, two = self._card(source), self._card(other)
        if one and two:
            self.canvas.editing.connect(one, two)

    @precondition(_has_room)
    @rule(source=picks, at=points)
    def connect_new(self, source, at):
        card = self._card(source)
        if card:
            self.canvas.editing.connect_new(card, at)

    @precondition(_has_room)
    @rule()
    def duplicate(self):
        self.canvas.editing.duplicate()

    @rule()
    def remove(self):
        self.canvas.editing.remove()

    @rule(pick=picks, name=words)
    def rename(self, pick, name):
        key = self._metric(pick)
        if key:
            self.canvas.editing.rename(key, name)

    @rule(pick=picks, value=words)
    def set_value(self, pick, value):
        key = self._metric(pick)
        if key:
            self.canvas.editing.try_value(key, value)

    @rule(pick=picks, at=points)
    def move(self, pick, at):
        card = self._card(pick)
        if card:
            self.canvas.editing.move({card: at})

    @rule(heading=headings, steps=st.sampled_from([1, 10]))
    def nudge(self, heading, steps):
        self.canvas.editing.nudge(heading, steps)

    @rule(heading=headings)
    def walk(self, heading):
        self.canvas.funnel.walk(heading)

    @rule(how=st.sampled_from(["left", "center", "right", "top", "middle", "bottom"]))
    def align(self, how):
        self.arranging.align(how)

    @rule(direction=st.sampled_from(["across", "down"]))
    def distribute(self, direction):
        self.arranging.distribute(direction)

    @rule()
    def tidy(self):
        self.arranging.tidy()

    @rule()
    def undo(self):
        self.canvas.desk.session.undo()

    @rule()
    def redo(self):
        self.canvas.desk.session.redo()

    @rule(code=st.sampled_from(["ru", "en"]))
    def speak(self, code):
        self.canvas.desk.speak(code)

    @invariant()
    def every_metric_is_a_card_or_a_pill(self):
        picture = self.canvas.funnel.picture
        shown = picture.card_by_key.keys() | picture.arrow_by_metric.keys()
        assert shown == self.canvas.project.metric_by_key.keys()
        assert picture.arrow_by_metric.keys() == on_arrows(self.canvas.project)

    @invariant()
    def every_card_has_a_place(self):
        for card in self.canvas.funnel.picture.cards:
            assert math.isfinite(card.box.x)
            assert math.isfinite(card.box.y)
            position = self.canvas.project.metric(card.key).position
            if position is not None:
                assert (card.box.x, card.box.y) == (position.x, position.y)

    @invariant()
    def every_arrow_joins_what_is_there(self):
        picture = self.canvas.funnel.picture
        there = picture.card_by_key.keys() | picture.arrow_by_metric.keys()
        assert all({a.link.source, a.link.target} <= there for a in picture.arrows)
        assert all((a.pill is None) == (a.pill_box is None) for a in picture.arrows)

    @invariant()
    def the_view_shows_the_picture_and_what_is_selected(self):
        assert self.canvas.view.pictures[-1] is self.canvas.funnel.picture
        assert self.canvas.view.chosen == self.canvas.funnel.chosen
        assert self.canvas.funnel.chosen.metrics <= self.canvas.project.metric_by_key.keys()

    @invariant()
    def the_outline_lists_everything_once(self):
        listed = [row.key for group in self.canvas.funnel.outline() for row in group.rows]
        assert sorted(listed) == sorted(self.canvas.project.metric_by_key)

    def teardown(self):
        if not hasattr(self, "canvas"):
            return
        history = self.canvas.desk.session.history
        if len(history.done) < 200:
            for _ in history.done:
                self.canvas.desk.session.undo()
            assert self.canvas.project == self.start


TestWalk = Walk.TestCase
