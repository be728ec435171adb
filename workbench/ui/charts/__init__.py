"""Charts: each shows a picture of `presenters.charts`; pyqtgraph is loaded with the first seen."""

from workbench.ui.charts.curve import CurveChart
from workbench.ui.charts.density import DensityChart
from workbench.ui.charts.funnel import FunnelChart
from workbench.ui.charts.months import MonthsChart
from workbench.ui.charts.shares import ShareBars
from workbench.ui.charts.tornado import TornadoChart
from workbench.ui.charts.waterfall import WaterfallChart

__all__ = [
    "CurveChart", "DensityChart", "FunnelChart", "MonthsChart", "ShareBars", "TornadoChart",
    "WaterfallChart",
]  # fmt: skip
