"""What the tab shows beside the table of actuals."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.document.value import Key
from workbench.presenters.charts import MonthsPicture, TornadoPicture, WaterfallPicture
from workbench.presenters.inspector.rows import Option
from workbench.presenters.tones import Tone


@dataclass(frozen=True, slots=True)
class DifferencePicture:
    """Plan, fact and difference of a metric in a month, with the parts of the difference.

    `origin` says whether the fact was typed in or computed, `notes` what needs explaining.
    """

    plan: str
    fact: str
    origin: str
    difference: str
    share: str
    tone: Tone
    sentence: str
    factors: WaterfallPicture
    owners: TornadoPicture
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SubjectLine:
    """Which metric is explained, of those that could be."""

    options: tuple[Option, ...] = ()
    chosen: Key | None = None


@dataclass(frozen=True, slots=True)
class VariancePicture:
    """The difference, or why there is none to be shown; `trend` over the months of the plan."""

    subject: SubjectLine = SubjectLine()
    difference: DifferencePicture | None = None
    why: str = ""
    trend: MonthsPicture | None = None
