"""The search for the least change of several levers; their factors are one point."""

from __future__ import annotations

import math
from collections.abc import Sequence

from workbench.formula.gradient import Backward, Everywhere
from workbench.planning.aim import Aim, between
from workbench.planning.crossing import first_crossing
from workbench.planning.cuts import Cut, Point, least
from workbench.planning.goals import meets

_ROUNDS = 80
_PATIENCE = 12
_SETTLED = 1e-11
_POINTS = 33
_CORNERS = 8
# So many levers are tried each on its own.
_FEW = 12
_CUTS = 40
# How far towards the corner a round of cuts aims: later rounds look closer.
_INWARDS = (0.5, 0.1, 0.02, 0.004)
_CLOSE = 1e-3
_IDLE = 1e-12
_SHORT = (1.0, 0.999, 0.9, 0.5)


class Search(Aim):
    """Where the goal is met with the least change, or as nearly as the bounds allow."""

    def least(self) -> Point:
        """The factors that change least and meet the goal; raises `Stop` where no number is.

        Where it cannot be met, those that come nearest.
        """
        if len(self.ways) == 1:
            return self._alone(self.here[0])
        if meets(self.metric, self.value(self.here), self.goal.value):
            return self.here
        return self._together()

    def _alone(self, here: float) -> Point:
        """One lever: the nearest place where the goal is met exactly; else its better end.

        A goal that is met already and cannot be met exactly leaves it where it is.
        """
        bounds = self.ways[0].bounds
        points, missed = [], {here: abs(self.value([here]) - self.goal.value)}
        if not missed[here]:
            return [here]
        for end in (bounds.high, bounds.low):
            tried = [here + (end - here) * at / (_POINTS - 1) for at in range(_POINTS)]
            values = [self.number([point]) for point in tried]
            found = first_crossing(lambda f: self.number([f]), self.goal.value, tried, values)
            points += [] if found is None else [found]
            missed |= {p: abs(v - self.goal.value) for p, v in zip(tried, values, strict=True)}
        if points:
            return [min(points, key=lambda point: abs(point - here))]
        if meets(self.metric, self.value([here]), self.goal.value):
            return [here]
        return [min(missed, key=lambda point: _or_never(missed[point]))]

    def _together(self) -> Point:
        """Several levers: the least change that meets the goal, from more than one start."""
        corner = self._furthest()
        if self.missed(corner) > 0:
            return self._spared(corner)
        straight = self.met_between(self.here, corner)
        settled = [self._settled(start) for start in self._starts(straight, corner)]
        found = [self._exact(point, corner) for point in settled if point is not None]
        best = min([straight, *found], key=self.effort)
        return best if len(found) == len(settled) else self._cornered(best, corner)

    def _starts(self, straight: Point, corner: Point) -> list[Point]:
        """Where it is, straight on the goal, and where a lever alone comes to another branch."""
        starts = {self.branch(straight): straight, self.branch(self.here): self.here}
        if self.has_branches:
            asleep = set(self.branch(corner)) - set(self.branch(self.here))
            alone = range(len(self.ways)) if len(self.ways) <= _FEW else ()
            for moved in (asleep, *({at} for at in alone)):
                point = [(corner if at in moved else self.here)[at] for at in range(len(corner))]
                starts.setdefault(self.branch(point), point)
        return list(starts.values())

    def _settled(self, start: Point) -> Point | None:
        """Linearise, take the least, and again from there; None if that does not settle."""
        found, steps = start, [math.inf]
        for _ in range(_ROUNDS):
            cut = self.cut(found)
            if cut is None:
                return None
            aimed = least(self.ways, [cut])
            steps.append(_distance(aimed, found))
            damp = 1.0 if steps[-1] < 0.7 * steps[-2] else 0.5
            found = [f + damp * (a - f) for a, f in zip(aimed, found, strict=True)]
            if steps[-1] < _SETTLED:
                return found
            if len(steps) > _PATIENCE and steps[-1] > steps[-_PATIENCE] / 2:
                return None
        return None

    def _cornered(self, best: Point, corner: Point) -> Point:
        """The least change where branches of the model meet, so that no one slope is enough.

        Every round cuts off what misses the goal, by the slopes where the way from the least point
        left to the corner first meets it (Veinott's supporting hyperplanes).
        """
        cuts: dict[tuple[float, ...], Cut] = {}
        met = best
        for inwards in _INWARDS:
            inner = best
            for _ in range(_CUTS):
                cut = self.cut(met)
                if cut is None:
                    return best
                cuts[tuple(met)] = cut
                lowest = least(self.ways, list(cuts.values()))
                met = self._exact(lowest, between(inner, corner, inwards))
                best = min(best, met, key=self.effort)
                if self.effort(best) <= self.effort(lowest) * (1 + _CLOSE):
                    break
            cuts, met = {}, best
        return best

    def _exact(self, found: Point, corner: Point) -> Point:
        """A settled point moved the last little bit, towards its start or the corner."""
        if self.missed(found) > 0:
            return self.met_between(found, corner)
        return self.met_between(self.here, found)

    def _furthest(self) -> Point:
        """Every lever as far as it helps; which way that is may change on the way.

        Sought along the branches of min and max that count here, and along all of them.
        """
        best = self.here
        for kind in (Backward, Everywhere):
            found = self.here
            for _ in range(_CORNERS):
                ends = self._ends(found, kind)
                if ends == found:
                    break
                found = ends
                best = found if self.missed(found) < self.missed(best) else best
        return best

    def _ends(self, point: Point, kind: type[Backward]) -> Point:
        """Every lever at the bound where its slope points; where there is none it stays.

        Just short of it where there is no number, as of what is divided by nothing.
        """
        ends = [
            f if not s else way.bounds.high if (s > 0) == self.upwards else way.bounds.low
            for f, s, way in zip(point, self.slopes(point, kind), self.ways, strict=True)
        ]
        for share in _SHORT:
            short = between(self.here, ends, share)
            if math.isfinite(self.missed(short)):
                return ends if share == 1 else short
        return point

    def _spared(self, corner: Point) -> Point:
        """The corner without what brings nothing there: no lever moves further than it helps."""
        found = corner
        enough = self.missed(corner) + _IDLE * abs(self.goal.value)
        for at, start in enumerate(self.here):
            without = [*found[:at], start, *found[at + 1 :]]
            if self.missed(between(found, without, 0.01)) <= enough:
                found = self.met_between(without, found, enough)
        return found


def _distance(one: Sequence[float], other: Sequence[float]) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _or_never(missed: float) -> float:
    return math.inf if math.isnan(missed) else missed
