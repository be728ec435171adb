"""The router of the method: which step of the funnel to look at first, and whose it is.

Many applications and few meetings: the reason is in the SDR or in marketing, and must be found
fast. Each step is held against its plan, and what it lost is weighed by the part of the outcome
that goes through it; of what lost alike the first is meant. While a channel is still searched for,
nobody knows whether its leads or the answers to them are bad: marketing is asked too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from workbench.document.metric import Better
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.control import Control
from workbench.planning.forecast import Forecast
from workbench.planning.known import Known
from workbench.planning.stages import Inflow, Stages

LEAST = 0.01  # what was lost of a step before it is worth a question
_DUST = 1e-9


@dataclass(frozen=True, slots=True)
class Step:
    """What came in at a stage, or what was made of the one before; shares of it, or a volume.

    `conversions` are more than one where nobody counted the stages between; `beside` are stages
    that feed it too and were not counted either, so that `fact` is not the conversion alone.
    `reach` is the part of the outcome that goes this way, `channels` those still searched for.
    """

    stage: Key
    before: Key | None
    conversions: tuple[Key, ...]
    plan: float
    fact: float
    reach: float
    roles: tuple[Key, ...] = ()
    shared_with: Key | None = None
    channels: tuple[Key, ...] = ()
    beside: tuple[Key, ...] = ()
    better: Better = "higher"

    @property
    def loss(self) -> float:
        """The part of the outcome that was lost here; nothing where it went well.

        Where the best is a range, nobody can say that anything was lost.
        """
        if self.better == "within" or (self.better == "lower" and self.fact <= self.plan):
            return 0.0
        kept = self.plan / self.fact if self.better == "lower" else self.fact / self.plan
        return max(0.0, 1 - kept) * self.reach

    @property
    def metric(self) -> Key:
        """What to look at: the last conversion, or the stage itself."""
        return self.conversions[-1] if self.conversions else self.stage


@dataclass(frozen=True, slots=True)
class Route:
    """The steps that are known in a month; `unknown` are the stages that nobody counted."""

    month: int
    steps: tuple[Step, ...]
    unknown: tuple[Key, ...]

    @property
    def first(self) -> Step | None:
        """The step that lost most, the earlier of two alike; None where none lost anything."""
        lost = [step for step in self.steps if step.loss >= LEAST]
        most = max((step.loss for step in lost), default=0.0)
        return next((step for step in lost if step.loss >= most - _DUST), None)


def route(plan: Forecast, month: int, result: Key | None = None) -> Route:
    """The funnel of a month against its plan; of a result, only the stages beneath it."""
    return Router(plan, month, result).route()


class Router:
    """Goes down a funnel from one stage that was counted to the next."""

    def __init__(self, plan: Forecast, month: int, result: Key | None = None) -> None:
        self.plan = plan
        self.month = month
        self.stages = Stages(plan, result)
        self.known = Known(plan, month)
        self._reach = self.stages.reach(month)
        self._result = result

    def route(self) -> Route:
        """Every step that can be held against its plan, in the order of the funnel."""
        order = self.stages.order
        counted = [stage for stage in order if self.known.value(stage) is not None]
        steps = tuple(step for stage in order for step in self._steps(stage))
        return Route(self.month, steps, tuple(one for one in order if one not in counted))

    def planned(self, metric: Key) -> float | None:
        """A metric of the plan in the month."""
        value = self.plan.values[metric][self.month]
        return None if isinstance(value, Problem) else value

    def _steps(self, stage: Key) -> list[Step]:
        converted = [one for one in self.stages.into[stage] if one.conversion is not None]
        found = [
            self._step(stage, one.before, (one.conversion,), self.planned(one.conversion),
                       self.known.value(one.conversion), self._part(one, stage))
            for one in converted
            if one.conversion is not None and self.known.value(one.conversion) is not None
        ]  # fmt: skip
        counted = self.known.value(stage) is not None
        if not found and counted and not self._is_sum_of_known(stage):
            found = [self._from_afar(stage, converted)]
        return [step for step in found if step is not None]

    def _is_sum_of_known(self, stage: Key) -> bool:
        """Whether a stage only adds up others that were counted: it lost nothing of its own."""
        inflows = self.stages.into[stage]
        known = (self.known.value(one.before) is not None for one in inflows)
        return bool(inflows) and all(one.conversion is None for one in inflows) and all(known)

    def _from_afar(self, stage: Key, converted: list[Inflow]) -> Step | None:
        """A stage against the nearest one before it that was counted, else its own volume."""
        before, conversions = self._counted_before(stage, converted)
        reach = self._reach[stage]
        if before is None:
            return self._step(stage, None, (), self.planned(stage), self.known.value(stage), reach)
        plans, facts = ([find(before), find(stage)] for find in (self.planned, self.known.value))
        step = self._step(stage, before, tuple(reversed(conversions)), _quotient(*plans),
                          _quotient(*facts), reach)  # fmt: skip
        others = [
            one
            for one in self.stages.into[stage]
            if one.conversion != conversions[0]
            and (one.conversion is not None or self.known.value(one.before) is None)
        ]
        return step and self._with_others(step, others)

    def _with_others(self, step: Step, others: list[Inflow]) -> Step:
        """The step with what feeds its stage uncounted: too little may have come from there."""
        keys = (key for one in others for key in (one.conversion or one.before,))
        roles = (role for key in keys for role in self.roles_of(key))
        beside = tuple(one.before for one in others)
        return replace(step, beside=beside, roles=tuple(dict.fromkeys((*step.roles, *roles))))

    def _counted_before(self, stage: Key, converted: list[Inflow]) -> tuple[Key | None, list[Key]]:
        """The nearest counted stage on the main way to one, and the conversions back to it."""
        conversions: list[Key] = []
        seen, at = {stage}, stage
        while converted:
            main = max(converted, key=lambda one: self.stages.share(one, at, self.month))
            conversions += [main.conversion] if main.conversion else []
            at = main.before
            if self.known.value(at) is not None:
                return at, conversions
            inflows = () if at in seen else self.stages.into[at]
            converted = [one for one in inflows if one.conversion is not None]
            seen.add(at)
        return None, []

    def _step(
        self, stage: Key, before: Key | None, conversions: tuple[Key, ...],
        plan: float | None, fact: float | None, reach: float,
    ) -> Step | None:  # fmt: skip
        if plan is None or fact is None or plan <= 0:
            return None
        roles = tuple(dict.fromkeys(
            role for key in (conversions or (stage,)) for role in self.roles_of(key)
        ))  # fmt: skip
        channels = self._searched(before, conversions)
        helper = self._bringer(before) if channels else None
        shared = helper if helper not in roles else None
        better = self.plan.project.metric((conversions or (stage,))[-1]).better
        return Step(stage, before, conversions, plan, fact, reach, roles, shared, channels,
                    better="higher" if len(conversions) > 1 else better)  # fmt: skip

    def _part(self, inflow: Inflow, stage: Key) -> float:
        """The part of the outcome that goes through one of the ways into a stage."""
        alone = len(self.stages.into[stage]) == 1
        share = 1.0 if alone else self.stages.share(inflow, stage, self.month)
        return share * self._reach[stage]

    def roles_of(self, metric: Key) -> tuple[Key, ...]:
        """Who answers for a metric: its owner, else who moves it, else who is measured by it."""
        kpis = self.plan.project.kpis_of_metric(metric)
        owners = tuple(kpi.role for kpi in kpis if kpi.part == "owner")
        holder = self._holders.get(metric)
        measured = tuple(kpi.role for kpi in kpis if kpi.is_measured)
        return owners[:1] or ((holder,) if holder else measured[:1])

    @cached_property
    def _holders(self) -> Mapping[Key, Key]:
        end = self._result or (self.stages.order[-1] if self.stages.order else None)
        return Control(self.plan).holders(end) if end else {}

    def _bringer(self, stage: Key | None) -> Key | None:
        """Who answers for what comes in at a stage, or at the first one before it with a role."""
        seen: set[Key] = set()
        while stage is not None and stage not in seen:
            seen.add(stage)
            roles = self.roles_of(stage)
            if roles:
                return roles[0]
            stage = next((one.before for one in self.stages.into[stage]), None)
        return None

    def _searched(self, before: Key | None, conversions: tuple[Key, ...]) -> tuple[Key, ...]:
        """The channels that feed a quality conversion, where none of them is confirmed yet."""
        metrics = [self.plan.project.metric(key) for key in conversions]
        if before is None or not any(m.norm is not None or m.channel for m in metrics):
            return ()
        own = [metric.channel for metric in metrics if metric.channel is not None]
        states = {channel.key: channel.state for channel in self.plan.project.channels}
        found = tuple(dict.fromkeys(own or self._channels(before)))
        return found if found and all(states[key] == "searching" for key in found) else ()

    def _channels(self, stage: Key) -> list[Key]:
        """The channel of a stage, else those of the stages that feed it."""
        found: list[Key] = []
        waiting, seen = [stage], set[Key]()
        while waiting:
            key = waiting.pop(0)
            channel = self.plan.project.metric(key).channel
            if channel is not None:
                found.append(channel)
            elif key not in seen:
                waiting += [inflow.before for inflow in self.stages.into[key]]
            seen.add(key)
        return found


def _quotient(below: float | None, above: float | None) -> float | None:
    return None if below is None or above is None or below <= 0 else above / below
