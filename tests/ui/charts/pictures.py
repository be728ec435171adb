"""Pictures of every kind, with few, many and odd numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from workbench.presenters.charts import (
    Axis,
    CurvePicture,
    DensityPicture,
    FunnelArrow,
    FunnelPicture,
    FunnelStage,
    Level,
    Mark,
    MonthsPicture,
    Series,
    ShareRow,
    SharesPicture,
    Tick,
    TornadoPicture,
    TornadoRow,
    WaterfallPicture,
    WaterfallRow,
)
from workbench.presenters.scale import cut, scale
from workbench.ui.charts import (
    CurveChart,
    DensityChart,
    FunnelChart,
    MonthsChart,
    ShareBars,
    TornadoChart,
    WaterfallChart,
)

BLUE, RED = "#2A9FD6", "#D1492E"
Numbers = Sequence[float | None]


def tornado(values: Sequence[float] = (0.1, 0.05)) -> TornadoPicture:
    return TornadoPicture(
        tuple(
            TornadoRow(f"m{at}", f"Metric {at}", f"±{up}", -up, up, BLUE, f"Metric {at} by a tenth")
            for at, up in enumerate(values)
        )
    )


def shares(values: Sequence[float] = (0.3, 0.7)) -> SharesPicture:
    return SharesPicture(
        tuple(ShareRow(f"Role {at}", f"{share}", share, BLUE) for at, share in enumerate(values))
    )


def waterfall(values: Sequence[float] = (100.0, -30.0, 10.0)) -> WaterfallPicture:
    first, *parts = values or (0.0,)
    rows = [WaterfallRow("Plan", f"{first}", 0.0, first, total=True)]
    for at, part in enumerate(parts):
        start = rows[-1].end
        rows.append(WaterfallRow(f"Factor {at}", f"{part}", start, start + part, key=f"f{at}"))
    rows.append(WaterfallRow("Fact", f"{rows[-1].end}", 0.0, rows[-1].end, total=True))
    return WaterfallPicture(tuple(rows), cut(rows))


def series(name: str, values: Numbers, **members: Any) -> Series:
    said = tuple("—" if value is None else f"{value:g}" for value in values)
    return Series(name, tuple(values), said, **members)


def months(
    bars: Sequence[Numbers] = ((1.0, 2.0), (2.0, 4.0)), lines: Sequence[Numbers] = ((3.0, None),),
    goal: float | None = 3.5,
) -> MonthsPicture:  # fmt: skip
    every = [*bars, *lines]
    count = max((len(one) for one in every), default=0)
    seen = [value for one in every for value in one] + [goal]
    return MonthsPicture(
        tuple(f"M{at}" for at in range(count)),
        tuple(f"Month {at}" for at in range(count)),
        scale(seen, lambda value: f"{value:g}"),
        tuple(series(f"Bar {at}", one) for at, one in enumerate(bars)),
        tuple(series(f"Line {at}", one) for at, one in enumerate(lines)),
        None if goal is None else Level(goal, f"goal {goal:g}"),
    )


def density(
    edges: Sequence[float] = (0.0, 1.0, 2.0, 3.0, 4.0), heights: Sequence[float] = (1, 3, 2, 1),
    goal: float = 3.2, median: float = 1.8,
) -> DensityPicture:  # fmt: skip
    low, high = (edges[0], edges[-1]) if edges else (0.0, 0.0)
    return DensityPicture(
        tuple(edges), tuple(heights),
        Level(goal, f"goal {goal:g}", "The goal is reached in 23 of 100 cases"),
        Level(median, f"median {median:g}"), Level(low + (high - low) / 10, "P10"),
        Level(high - (high - low) / 10, "P90"), f"{low:g}", f"{high:g}", "23 %",
    )  # fmt: skip


def curve(
    points: Sequence[tuple[float, float]] = ((0.0, 0.0), (0.7, 0.0), (1.0, 60.0), (1.2, 90.0)),
    *, steps: bool = False,
) -> CurvePicture:  # fmt: skip
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return CurvePicture(
        tuple(points), scale(xs, lambda x: f"{x:g}"), scale(ys, lambda y: f"{y:g}"), steps,
        tuple(Mark(x, y, f"at {x:g}", f"{x:g} earns {y:g}") for x, y in points[-1:]),
        tuple(Level(x, "threshold") for x, _ in points[1:2]),
    )  # fmt: skip


def funnel(bars: Sequence[tuple[float, float | None]] = ((0.8, 0.7), (0.5, 0.2))) -> FunnelPicture:
    stages = []
    for at, (plan, fact) in enumerate(bars):
        said, leak = f"{fact} of {plan}", "the most is lost here" if at else ""
        arrow = FunnelArrow(f"c{at}", f"Conversion {at}", said, "SDR", BLUE, "bad", leak)
        stages.append(FunnelStage(f"s{at}", f"Stage {at}", said, plan, fact, "good",
                                  arrows=(arrow,) if at else ()))  # fmt: skip
    return FunnelPicture(tuple(stages), "Plan", "Fact")


Kind = tuple[Callable[..., Any], Any]
KINDS: dict[str, Kind] = {
    "tornado": (TornadoChart, tornado()),
    "shares": (ShareBars, shares()),
    "waterfall": (WaterfallChart, waterfall()),
    "months": (MonthsChart, months()),
    "density": (DensityChart, density()),
    "curve": (CurveChart, curve()),
    "funnel": (FunnelChart, funnel()),
}
EMPTY: dict[str, Any] = {
    "tornado": TornadoPicture(), "shares": SharesPicture(), "waterfall": WaterfallPicture(),
    "months": MonthsPicture(), "density": DensityPicture(), "curve": CurvePicture(),
    "funnel": FunnelPicture(),
}  # fmt: skip
_MANY = range(1, 41)
ODD: dict[str, Kind] = {
    "forty inputs": (TornadoChart, tornado([at / 100 for at in _MANY])),
    "inputs without effect": (TornadoChart, tornado([0.0, 0.0])),
    "an effect of a trillion": (TornadoChart, tornado([1e12, 1.0])),
    "one share of nothing": (ShareBars, shares([0.0])),
    "shares that are none": (ShareBars, shares([-0.5, 1.5])),
    "forty steps": (WaterfallChart, waterfall([100.0, *_MANY])),
    "steps of nothing": (WaterfallChart, waterfall([0.0, 0.0])),
    "steps below zero": (WaterfallChart, waterfall([-5.0, -10.0, 30.0])),
    "steps of a trillion": (WaterfallChart, waterfall([1e12, -3e11])),
    "forty months": (MonthsChart, months([list(_MANY)], [list(_MANY)])),
    "one month": (MonthsChart, months([[1.0]], [[2.0]])),
    "months of nothing": (MonthsChart, months([[0.0, 0.0]], [], None)),
    "months below zero": (MonthsChart, months([[-3.0, -1.0]], [[-2.0, -5.0]], -4.0)),
    "months of a trillion": (MonthsChart, months([[1e12, 2e12]], [[5e11, 1.5e12]], 1.8e12)),
    "months without numbers": (MonthsChart, months([[None, None]], [[None, None]], None)),
    "months that never end": (MonthsChart, months([[float("inf"), 1.0]], [[1.0, 2.0]], None)),
    "one outcome": (DensityChart, density([5.0, 5.0], [1.0], 5.0, 5.0)),
    "one bar": (DensityChart, density([1.0, 2.0], [1.0])),
    "outcomes of no height": (DensityChart, density([0.0, 1.0, 2.0], [0.0, 0.0])),
    "outcomes below zero": (DensityChart, density([-3.0, -2.0, -1.0], [1.0, 2.0], -9.0, -2.0)),
    "outcomes of a trillion": (DensityChart, density([1e12, 2e12, 3e12], [1e-12, 2e-12], 9e13)),
    "forty stages": (FunnelChart, funnel([(0.8, 0.5)] * 40)),
    "stages nobody counted": (FunnelChart, funnel([(0.3, None)] * 3)),
    "stages of nothing": (FunnelChart, funnel([(0.0, 0.0), (1.0, 1.0)])),
    "one point": (CurveChart, curve([(1.0, 1.0)])),
    "no pay": (CurveChart, curve([(0.0, 0.0), (1.0, 0.0)])),
    "pay in steps": (CurveChart, curve(steps=True)),
    "pay of a trillion": (CurveChart, curve([(0.0, -1e12), (1.0, 1e12)])),
}


def axis(*ticks: float) -> Axis:
    """An axis from the first to the last tick."""
    return Axis(ticks[0], ticks[-1], tuple(Tick(at, f"{at:g}") for at in ticks))
