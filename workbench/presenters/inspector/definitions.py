"""Changes of what a metric is, that keep the rest of it sensible."""

from __future__ import annotations

from workbench.base.texts import Text, text
from workbench.document.edits.edit import Bundle, Edit
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.metric import Kind, Metric


def with_kind(metric: Metric, kind: Kind) -> Edit:
    """Another kind: a new conversion is read as a share, a former one loses its ends."""
    changes: dict[str, object] = {"kind": kind}
    if kind == "conversion" and metric.kind != "conversion":
        changes |= _as_conversion(metric)
    elif kind != "conversion" and metric.kind == "conversion":
        changes |= _no_conversion(metric)
    return titled(text("Change the kind of “{name}”", name=metric.name), metric, changes)


def titled(title: Text, metric: Metric, changes: dict[str, object]) -> Edit:
    """A change of a metric under a title of its own."""
    return Bundle(title, (ChangeMetric(metric.key, changes, metric.name),))


def _as_conversion(metric: Metric) -> dict[str, object]:
    changes: dict[str, object] = {}
    if metric.unit not in ("percent", "ratio"):
        changes["unit"] = "ratio"
    if metric.over_time in ("sum", "last"):
        changes["over_time"] = "ratio"
    return changes


def _no_conversion(metric: Metric) -> dict[str, object]:
    """The value stays a percentage, though a ratio is one only in a conversion."""
    changes: dict[str, object] = {}
    if metric.from_stage is not None:
        changes["from_stage"] = None
    if metric.to_stage is not None:
        changes["to_stage"] = None
    if metric.unit == "ratio":
        changes["unit"] = "percent"
    return changes
