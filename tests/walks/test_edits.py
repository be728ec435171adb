"""A random walk of edits, undo and redo: back it ends at the start, forth at the end."""

from __future__ import annotations

import os
from typing import Literal

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.projects import example, metric
from workbench.base.errors import WorkbenchError
from workbench.base.texts import text
from workbench.document.client import Channel, Phase
from workbench.document.edits.edit import Bundle, Edit
from workbench.document.edits.kpis import Assign, ChangeKpi, Transfer, Unassign
from workbench.document.edits.metrics import (
    AddMetric,
    ChangeMetric,
    DuplicateMetrics,
    MoveMetrics,
)
from workbench.document.edits.project import ChangeCalendar, ChangeClient, SetActual, SetMembers
from workbench.document.edits.redate import Redate
from workbench.document.edits.roles import AddRole, ChangeRole
from workbench.document.edits.scenarios import AddScenario, ChangeScenario, RemoveScenario
from workbench.document.growth import Growth, Source
from workbench.document.keys import slug
from workbench.document.kpi import Kpi
from workbench.document.metric import Influence, Metric, Position
from workbench.document.plan import Goal, Scenario
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.document.session import Session
from workbench.document.value import validated
from workbench.formula.rerouting import Reroute
from workbench.formula.staffing import MergeRoles, RemoveRole
from workbench.formula.values import Problem
from workbench.formula.wiring import Connect, Disconnect, RemoveMetrics
from workbench.planning.forward import calculate
from workbench.storage.codec import decode, encode

names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
numbers = st.floats(-1e9, 1e9) | st.sampled_from([0.0, 1.0, 0.5])
values = numbers | st.lists(st.none() | numbers, max_size=12).map(tuple)
shares = st.floats(0, 1)
runs = st.sampled_from([None, "typing", "dragging"])
TITLE = text("zzz")


class Walk(RuleBasedStateMachine):
    """Every edit of the program, with keys of the project as it is when the edit comes."""

    def __init__(self) -> None:
        super().__init__()
        self.session = Session(example())
        self.start = self.session.project

    @property
    def project(self) -> Project:
        return self.session.project

    def take(self, edit: Edit, run: str | None = None) -> None:
        """Apply an edit; one that is refused must leave everything as it was."""
        before, history = self.session.project, self.session.history
        try:
            applied = self.session.apply(edit, run)
        except WorkbenchError:
            assert self.session.project is before
            assert self.session.history is history
        else:
            assert applied == (self.session.project is not before)
            assert str(edit.title)

    def metric_of(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from([*self.project.metric_by_key, "gone"]))

    def role_of(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from([*self.project.role_by_key, "gone"]))

    @initialize(opened=st.sampled_from(["example", "empty"]))
    def open(self, opened: str) -> None:
        if opened == "empty":
            self.session.open(example().having(
                metrics=(), roles=(), kpis=(), goals=(), scenarios=(), actuals=(), tasks=(),
            ))  # fmt: skip
        self.start = self.session.project

    @rule(name=names, value=values, kind=st.sampled_from(["stage", "driver", "result"]))
    def add_metric(self, name: str, value: object, kind: str) -> None:
        key = slug(name, self.project.metric_by_key, "metric")
        self.take(AddMetric(metric(key, name=name, value=value, kind=kind)))

    @rule(data=st.data(), name=names, run=runs)
    def rename(self, data: st.DataObject, name: str, run: str | None) -> None:
        self.take(ChangeMetric(self.metric_of(data), {"name": name}), run)

    @rule(data=st.data(), value=values, run=runs)
    def set_value(self, data: st.DataObject, value: object, run: str | None) -> None:
        self.take(ChangeMetric(self.metric_of(data), {"value": value, "formula": None}), run)

    @rule(data=st.data(), sign=st.sampled_from(["+", "*", "/", "^"]), back=st.integers(0, 3))
    def set_formula(self, data: st.DataObject, sign: str, back: int) -> None:
        one, two = self.metric_of(data), self.metric_of(data)
        formula = f"lag({one}, {back}, 1) {sign} {two} * people({self.role_of(data)})"
        self.take(ChangeMetric(self.metric_of(data), {"formula": formula, "value": None}))

    @rule(data=st.data(), direct=st.booleans(), norm=st.none() | numbers, phase=st.booleans())
    def mark(self, data: st.DataObject, direct: bool, norm: float | None, phase: bool) -> None:
        phases = [one.key for one in self.project.phases] if phase else []
        changes = {
            "influence": Influence(direct=direct),
            "norm": norm,
            "phase": data.draw(st.sampled_from([None, *phases])),
        }
        self.take(ChangeMetric(self.metric_of(data), changes))

    @rule(data=st.data(), x=numbers, y=numbers, run=runs)
    def move(self, data: st.DataObject, x: float, y: float, run: str | None) -> None:
        self.take(MoveMetrics({self.metric_of(data): Position(x=x, y=y)}), run)

    @rule(data=st.data())
    def duplicate(self, data: st.DataObject) -> None:
        keys = data.draw(
            st.lists(st.sampled_from([*self.project.metric_by_key, "gone"]), max_size=3)
        )
        if len(self.project.metrics) < 60:
            self.take(DuplicateMetrics(tuple(dict.fromkeys(keys)), {}))

    @rule(data=st.data(), lag=st.integers(0, 2), bare=st.booleans())
    def connect(self, data: st.DataObject, lag: int, bare: bool) -> None:
        source, target = self.metric_of(data), self.metric_of(data)
        self.take(Connect(source, target, None if bare else self.arrow(source, target), lag))

    def arrow(self, source: str, target: str) -> Metric:
        key = slug(f"cr {source} {target}", self.project.metric_by_key)
        return metric(key, kind="conversion", value=0.5, from_stage=source, to_stage=target)

    @rule(data=st.data())
    def disconnect(self, data: st.DataObject) -> None:
        known = dict.fromkeys(self.project.metric_by_key, 1.0)
        arrows = [(m.from_stage, m.to_stage) for m in self.project.metrics if m.is_arrow]
        ends = data.draw(st.sampled_from([*arrows, ("leads", "deals"), ("gone", "gone")]))
        self.take(Disconnect(str(ends[0]), str(ends[1]), known))

    @rule(data=st.data(), open_end=st.booleans())
    def reroute(self, data: st.DataObject, open_end: bool) -> None:
        target = None if open_end else self.metric_of(data)
        self.take(Reroute(self.metric_of(data), self.metric_of(data), target))

    @rule(data=st.data())
    def remove_metrics(self, data: st.DataObject) -> None:
        keys = {self.metric_of(data) for _ in range(data.draw(st.integers(1, 2)))}
        self.take(RemoveMetrics(frozenset(keys), dict.fromkeys(self.project.metric_by_key, 2.0)))

    @rule(name=names, people=shares)
    def add_role(self, name: str, people: float) -> None:
        key = slug(name, self.project.role_by_key, "role")
        self.take(AddRole(Role(key=key, name=name, people=people)))

    @rule(data=st.data(), name=names, run=runs)
    def change_role(self, data: st.DataObject, name: str, run: str | None) -> None:
        changes = {"name": name, "duties": (name,), "color": "#112233"}
        self.take(ChangeRole(self.role_of(data), changes), run)

    @rule(data=st.data())
    def remove_role(self, data: st.DataObject) -> None:
        self.take(RemoveRole(self.role_of(data)))

    @rule(data=st.data())
    def merge_roles(self, data: st.DataObject) -> None:
        self.take(MergeRoles(self.role_of(data), self.role_of(data)))

    @rule(data=st.data(), weight=shares, part=st.sampled_from(["owner", "shared", "contributor"]))
    def assign(self, data: st.DataObject, weight: float, part: str) -> None:
        members = {"metric": self.metric_of(data), "role": self.role_of(data)}
        self.take(Assign(validated(Kpi, {**members, "weight": weight, "part": part})))

    @rule(data=st.data(), weight=shares, to=st.sampled_from(["change", "unassign", "transfer"]))
    def change_kpi(self, data: st.DataObject, weight: float, to: str) -> None:
        place = data.draw(st.sampled_from([*self.project.kpi_by_place, ("gone", "gone")]))
        if to == "change":
            self.take(ChangeKpi(*place, {"weight": weight, "plan": None}), "typing")
        elif to == "unassign":
            self.take(Unassign(frozenset({place})))
        else:
            self.take(Transfer(*place, self.role_of(data)))

    @rule(name=names, months=st.integers(1, 24), start=st.sampled_from(["2027-01", "2028-12"]))
    def change_frame(self, name: str, months: int, start: str) -> None:
        self.take(ChangeClient({"name": name}), "typing")
        self.take(ChangeCalendar({"months": months, "start": start}))

    @rule(
        months=st.integers(1, 24),
        start=st.sampled_from(["2026-06", "2027-03", "2035-01"]),
        keep=st.sampled_from(["month", "order"]),
    )
    def redate(self, months: int, start: str, keep: Literal["month", "order"]) -> None:
        self.take(Redate(start, months, keep))

    @rule(data=st.data(), name=names)
    def set_lists(self, data: st.DataObject, name: str) -> None:
        phases = (*self.project.phases[1:], Phase(key=slug(name), name=name))
        goal = Goal(metric=self.metric_of(data), value=1.0)
        self.take(SetMembers({"phases": phases}, TITLE))
        self.take(SetMembers({"channels": (Channel(key="ads", name=name),)}, TITLE))
        self.take(SetMembers({"goals": (goal,)}, TITLE))
        growth = Growth(metric=self.metric_of(data), sources=(Source(channel="ads"),))
        self.take(SetMembers({"growth": growth}, TITLE))

    @rule(data=st.data(), value=st.none() | numbers)
    def set_actual(self, data: st.DataObject, value: float | None) -> None:
        self.take(SetActual(self.metric_of(data), "2027-01", value))

    @rule(data=st.data(), name=names, value=values)
    def scenarios(self, data: st.DataObject, name: str, value: object) -> None:
        members = {"key": slug(name), "name": name, "values": {self.metric_of(data): value}}
        self.take(AddScenario(validated(Scenario, members)))
        key = data.draw(st.sampled_from([*(s.key for s in self.project.scenarios), "gone"]))
        self.take(ChangeScenario(key, {"name": name}))
        if data.draw(st.booleans()):
            self.take(RemoveScenario(key))

    @rule(name=names, fails=st.booleans())
    def several_at_once(self, name: str, fails: bool) -> None:
        edits: tuple[Edit, ...] = (ChangeClient({"name": name}), ChangeCalendar({"months": 6}))
        self.take(Bundle(TITLE, (*edits, RemoveRole("gone")) if fails else edits))

    @rule(times=st.integers(1, 5))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.session.undo()

    @precondition(lambda self: self.session.history.undone)
    @rule(times=st.integers(1, 5))
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.session.redo()

    @rule()
    def end_run(self) -> None:
        self.session.end_run()

    @rule()
    def save(self) -> None:
        self.session.mark_saved(self.project)
        assert not self.session.is_dirty

    @invariant()
    def every_step_is_valid_and_saved_is_loaded(self) -> None:
        assert decode(encode(self.project), "walk.kpi") == self.project

    @invariant()
    def every_step_can_be_computed(self) -> None:
        forecast = calculate(self.project)
        results = [result for series in forecast.values.values() for result in series]
        assert all(isinstance(result, float | Problem) for result in results)

    def teardown(self) -> None:
        """All the way back is the start, all the way forth the end."""
        while self.session.history.undone:
            self.session.redo()
        end, steps = self.project, len(self.session.history.done)
        for _ in range(steps):
            self.session.undo()
        if steps < 200:
            assert self.project == self.start
        for _ in range(steps):
            self.session.redo()
        assert self.project is end


WALKS = 200 if os.environ.get("CI") else 25
TestWalk = Walk.TestCase
TestWalk.settings = settings(max_examples=WALKS, stateful_step_count=30, deadline=None)
