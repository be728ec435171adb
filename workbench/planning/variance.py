"""Plan against fact of a result, split over what it is computed from.

The split is the integral of the gradient along the straight way from plan to fact (Aumann and
Shapley): the parts add up to the difference, and no order of factors matters. A computed metric
whose actual value is not what its formula makes of the actuals beneath it has a factor of its own;
where it is a stage fed by one conversion alone, that conversion is what differed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush

from workbench.base.texts import text
from workbench.document.plan import Scenario
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.gradient import Mention
from workbench.formula.values import Problem, Stop
from workbench.planning.control import Control
from workbench.planning.forward import calculate
from workbench.planning.way import Way, facts_of

# Places and weights of Gauss and Legendre on the way from 0 to 1, exact to the 15th power.
_PLACES = (0.0198550717512319, 0.1016667612931866, 0.2372337950418355, 0.4082826787521751)
_WEIGHTS = (0.0506142681451881, 0.1111905172266872, 0.1568533229389436, 0.1813418916891810)
_NODES = tuple(
    (place, weight)
    for half, weight in zip(_PLACES, _WEIGHTS, strict=True)
    for place in (half, 1 - half)
)
_EXACT = 1e-11
_SHORTEST = 2.0**-14
# What may be computed for halves of the way, in values of a metric in a month.
_MOST_VALUES = 15_000

# So much of the way, and the value there; and what each moving input brings on a piece of it.
Place = tuple[float, float]
Piece = Mapping[Mention, float]


@dataclass(frozen=True, slots=True)
class Part:
    """What one factor did: its plan and fact in the month, and its part of the difference.

    The parts of earlier months, that came here by a lag or in a stock, are in it.
    """

    metric: Key
    owner: Key | None
    plan: float
    fact: float
    part: float


@dataclass(frozen=True, slots=True)
class Variance:
    """A result in one month; `parts` add up to fact − plan, the largest first."""

    metric: Key
    month: int
    plan: float
    fact: float
    parts: tuple[Part, ...]

    @property
    def difference(self) -> float:
        """Fact − plan."""
        return self.fact - self.plan

    @property
    def by_owner(self) -> Mapping[Key | None, float]:
        """The parts of each owner together; None stands for nobody."""
        found: dict[Key | None, list[float]] = {}
        for part in self.parts:
            found.setdefault(part.owner, []).append(part.part)
        return {owner: math.fsum(parts) for owner, parts in found.items()}


def explain(
    project: Project, metric: Key, month: int, scenario: Scenario | None = None
) -> Variance | Problem:
    """Plan against fact of a metric in a month of the plan, counted from zero."""
    plan = calculate(project, scenario)
    wanted = plan.values[metric][month]
    if isinstance(wanted, Problem):
        return wanted
    facts = facts_of(project, month)
    if not facts:
        return Problem(text("there are no actual values up to this month"), metric, month)
    try:
        return _explained(Way(plan, metric, month, facts), plan_value=wanted)
    except Stop as stopped:
        return stopped.problem
    except ArithmeticError:
        return Problem(text("division by zero"), metric, month)


def outcomes(
    project: Project, metric: Key, month: int, scenario: Scenario | None = None
) -> tuple[float, ...] | Problem:
    """What a metric was in the months from the first to this one, as far as actuals tell.

    Where it has no actual of its own, its formula makes it of the actuals and the plan beneath it.
    """
    try:
        return Way(calculate(project, scenario), metric, month, facts_of(project, month)).outcome()
    except Stop as stopped:
        return stopped.problem
    except ArithmeticError:
        return Problem(text("division by zero"), metric, month)


def _explained(way: Way, plan_value: float) -> Variance:
    fact = way.value(1.0)
    parts = _parts(way, plan_value, fact)
    holders = Control(way.plan).holders(way.metric)
    found = [Part(key, holders.get(key), *way.ends(key), part) for key, part in parts.items()]
    found = [one for one in found if one.part or one.plan != one.fact]
    ordered = sorted(found, key=lambda part: (-abs(part.part), part.metric))
    return Variance(way.metric, way.month, plan_value, fact, tuple(ordered))


def _parts(way: Way, plan: float, fact: float) -> dict[Key, float]:
    """The part of each factor; what a jump in the model leaves over goes by the parts' sizes."""
    found: dict[Key, list[float]] = {key: [] for key in way.factors}
    for parts in _pieces(way, plan, fact):
        for (key, _), part in parts.items():
            found[way.factor(key)].append(part)
    sums = {key: math.fsum(parts) for key, parts in found.items()}
    left = (fact - plan) - math.fsum(sums.values())
    sizes = {key: abs(part) for key, part in sums.items()}
    whole = math.fsum(sizes.values())
    if whole:
        return {key: part + left * sizes[key] / whole for key, part in sums.items()}
    return {**sums, way.metric: sums.get(way.metric, 0.0) + left} if left else sums


@dataclass(frozen=True, slots=True, order=True)
class _Stretch:
    """A piece of the way, and how far the parts on it are from what the result changes by there."""

    open: float
    start: Place
    end: Place
    parts: Piece = field(compare=False)


def _pieces(way: Way, plan: float, fact: float) -> list[Piece]:
    """The integral over the way; the piece furthest from adding up is halved until all do.

    A way that jumps and bends too often is left after so many halvings: what is open is small then.
    """
    slack = _EXACT * max(abs(plan), abs(fact))
    open_ones = [_stretch(way, (0.0, plan), (1.0, fact))]
    found: list[Piece] = []
    for _ in range(_MOST_VALUES // way.size):
        if not open_ones:
            break
        worst = heappop(open_ones)
        if -worst.open <= slack or worst.end[0] - worst.start[0] <= _SHORTEST:
            found.append(worst.parts)
            continue
        halves = _halves(way, worst)
        if _agree(worst, halves, slack):
            found += [half.parts for half in halves]
            continue
        for half in halves:
            heappush(open_ones, half)
    return found + [one.parts for one in open_ones]


def _stretch(way: Way, start: Place, end: Place) -> _Stretch:
    parts = _piece(way, start[0], end[0])
    return _Stretch(-abs(math.fsum(parts.values()) - (end[1] - start[1])), start, end, parts)


def _halves(way: Way, whole: _Stretch) -> tuple[_Stretch, _Stretch]:
    middle = (whole.start[0] + whole.end[0]) / 2
    halfway = (middle, way.value(middle))
    return _stretch(way, whole.start, halfway), _stretch(way, halfway, whole.end)


def _agree(whole: _Stretch, halves: tuple[_Stretch, _Stretch], slack: float) -> bool:
    """Whether halves bring what the whole does: where a result is rounded none of them adds up."""
    first, second = (half.parts for half in halves)
    return all(
        abs(first.get(key, 0.0) + second.get(key, 0.0) - whole.parts.get(key, 0.0)) <= slack
        for key in {**first, **second}
    )


def _piece(way: Way, low: float, high: float) -> Piece:
    found: dict[Mention, float] = {}
    for place, weight in _NODES:
        for mention, slope in way.slopes(low + (high - low) * place).items():
            part = slope * way.length(mention) * weight * (high - low)
            found[mention] = found.get(mention, 0.0) + part
    return found
